"""Findings that the partnership lets stand, with its reasons."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from tocmodel.checking._comments import Comment
from tocmodel.diagnostics import Finding, Pointer, Severity, Span, did_you_mean
from tocmodel.document import Document
from tocmodel.filecodes import FILE_CODES, FileCode
from tocmodel.model import TheoryOfChange
from tocmodel.values import frozen

_TABLE = (
    FileCode(
        "TOC020",
        "waiver-without-reason",
        "A waiver says why.",
        "Whoever reads the theory later needs to know why a finding is let stand. Write the "
        "reason after the brackets, 'tocmodel: ignore[TOC301] residents chose not to measure "
        "this', or in the 'reason' of an entry under 'waivers'.",
    ),
    FileCode(
        "TOC021",
        "waiver-unknown-rule",
        "A waiver names rules that there are, by code or by name.",
        "A waiver for a rule that does not exist lets nothing stand, though it seems to. "
        "Mistakes in the file itself, TOC001 to TOC019, cannot be waived.",
    ),
    FileCode(
        "TOC022",
        "waiver-unused",
        "A waiver lets something stand.",
        "Where nothing is found any more, the waiver has done its work and can be removed, "
        "lest it hide something new.",
    ),
    FileCode(
        "TOC023",
        "waiver-not-understood",
        "A comment for tocmodel is written as one.",
        "It is 'tocmodel: ignore', the codes or names of rules in square brackets, and a reason.",
    ),
)

WAIVER_CODES: Mapping[str, FileCode] = MappingProxyType({entry.name: entry for entry in _TABLE})
"""What can be wrong with a waiver, by its name; each is a warning."""


@frozen(kw_only=True)
class Waiving:
    """One rule that is waived somewhere.

    Attributes:
        rule: its code or name, as written.
        reason: why; may be missing.
        pointer, span: where the waiver stands.
        lines: the lines it is about; ``None`` for all.
        at: the ids it is about; empty for all.
    """

    rule: str
    reason: str
    pointer: Pointer = ()
    span: Span | None = None
    lines: tuple[int, int] | None = None
    at: tuple[str, ...] = ()

    def covers(self, finding: Finding, rule: str) -> bool:
        """Say whether a finding, which a rule of this name made, is let stand."""
        if not _names(self.rule, finding.code, rule) and self.rule != finding.rule:
            return False
        if self.lines is not None:
            first, last = self.lines
            return finding.span is not None and first <= finding.span.line <= last
        return not self.at or any(id_ in self.at for id_ in finding.about.split(" -> "))


def find_waivings(
    theory: TheoryOfChange, document: Document | None, comments: Iterable[Comment]
) -> tuple[Waiving, ...]:
    """Return every waiver of a theory: its ``waivers``, and the comments in its file."""
    return (*_entries(theory, document), *_of_comments(comments))


def _entries(theory: TheoryOfChange, document: Document | None) -> Iterator[Waiving]:
    for index, waiver in enumerate(theory.waivers):
        pointer: Pointer = ("waivers", index)
        yield Waiving(
            rule=waiver.rule,
            reason=waiver.reason,
            pointer=pointer,
            span=document.locate(pointer) if document else None,
            at=waiver.at,
        )


def _of_comments(comments: Iterable[Comment]) -> Iterator[Waiving]:
    for comment in comments:
        for rule in comment.rules or ():
            yield Waiving(rule=rule, reason=comment.reason, span=comment.span, lines=comment.lines)


def unreadable(comments: Iterable[Comment]) -> Iterator[Finding]:
    """Find the comments for tocmodel that say nothing it understands."""
    for comment in comments:
        if comment.rules is None:
            message = "this comment looks like a waiver and is not written as one"
            help_ = "write '# tocmodel: ignore[TOC204] the reason'"
            yield _finding(
                "waiver-not-understood",
                message,
                help_,
                Waiving(rule="", reason="", span=comment.span),
            )


def faults(
    waivings: Collection[Waiving],
    used: Collection[Waiving],
    known: Mapping[str, str],
    ran: Collection[str],
) -> Iterator[Finding]:
    """Find what is wrong with the waivers themselves.

    Args:
        waivings: all of them.
        used: those that let something stand.
        known: code and name of every rule there is.
        ran: the codes of those that ran; the others may have found something or not.
    """
    for waiving in waivings:
        codes = [code for code, name in known.items() if _names(waiving.rule, code, name)]
        if not codes:
            yield _unknown(waiving, known)
        elif waiving not in used and codes[0] in ran:
            message = f"nothing here needs the waiver of {waiving.rule}"
            yield _finding("waiver-unused", message, "remove it", waiving)
        if not waiving.reason.strip():
            message = f"the waiver of {waiving.rule or 'a rule'} does not say why"
            help_ = "add the reason, for those who read the theory later"
            yield _finding("waiver-without-reason", message, help_, waiving)


def _unknown(waiving: Waiving, known: Mapping[str, str]) -> Finding:
    for entry in (*FILE_CODES.values(), *_TABLE):
        if _names(waiving.rule, entry.code, entry.name):
            message = f"{waiving.rule} is about the file itself and cannot be waived"
            return _finding("waiver-unknown-rule", message, "put right what it says", waiving)
    if not waiving.rule:
        message, near = "the waiver names no rule", ""
    else:
        message = f"there is no rule '{waiving.rule}' to waive"
        near = did_you_mean(waiving.rule, (*known, *known.values()))
    help_ = "name a rule by its code, 'TOC204', or its name, 'link-no-rationale'"
    return _finding("waiver-unknown-rule", message + near, help_, waiving)


def _names(word: str, code: str, name: str) -> bool:
    return word.casefold() in (code.casefold(), name)


def _finding(name: str, message: str, help_: str, waiving: Waiving) -> Finding:
    entry = WAIVER_CODES[name]
    return Finding(
        code=entry.code,
        rule=entry.name,
        severity=Severity.WARNING,
        message=message,
        pointer=waiving.pointer,
        span=waiving.span,
        help=help_,
    )
