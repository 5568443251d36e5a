"""Findings that the partnership accepts, with its reasons."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType

from attrs import frozen

from tocmodel.checks.comments import Comment
from tocmodel.diagnostics import MOST_SUGGESTIONS, Finding, Pointer, Severity, Span, did_you_mean
from tocmodel.fileformat.document import Document
from tocmodel.model import TheoryOfChange
from tocmodel.syntax.codes import FILE_CODES, FileCode

_TABLE = (
    FileCode(
        "TOC020",
        "waiver-without-reason",
        "A waiver has a reason.",
        "Whoever reads the theory later needs to know why you accept a finding. Write the "
        "reason after the brackets, 'tocmodel: ignore[TOC301] residents chose not to measure "
        "this', or in the 'reason' of an entry under 'waivers'.",
    ),
    FileCode(
        "TOC021",
        "waiver-unknown-check",
        "A waiver names checks that exist, by code or by name.",
        "A waiver for a check that does not exist has no effect, although it looks as if it did. "
        "Mistakes in the file itself, TOC001 to TOC019, cannot be waived.",
    ),
    FileCode(
        "TOC022",
        "waiver-unused",
        "A waiver still applies to a finding.",
        "If the check no longer finds anything, the waiver has done its work and can be removed, "
        "so that it does not hide something new.",
    ),
    FileCode(
        "TOC023",
        "waiver-not-understood",
        "A comment for tocmodel has the right form.",
        "It is 'tocmodel: ignore', the codes or names of checks in square brackets, and a reason.",
    ),
)

WAIVER_CODES: Mapping[str, FileCode] = MappingProxyType({entry.name: entry for entry in _TABLE})
"""The possible faults of a waiver, by name; each is a warning."""

FORMER_NAMES: Mapping[str, str] = MappingProxyType({"waiver-unknown-rule": "waiver-unknown-check"})
"""The former names of checks, which still work, and their names now."""


@frozen(kw_only=True)
class AppliedWaiver:
    """One rule that is waived somewhere.

    Attributes:
        rule: its code or name, as written.
        reason: why; may be missing.
        pointer, span: the place of the waiver.
        lines: the lines it covers; ``None`` for all.
        at: the ids it covers; empty for all.
    """

    rule: str
    reason: str
    pointer: Pointer = ()
    span: Span | None = None
    lines: tuple[int, int] | None = None
    at: tuple[str, ...] = ()


def applied_waivers(
    theory: TheoryOfChange, document: Document | None, comments: Iterable[Comment]
) -> tuple[AppliedWaiver, ...]:
    """Return every waiver of a theory: its ``waivers``, and the comments in its file."""
    return (*_entries(theory, document), *_of_comments(comments))


def _entries(theory: TheoryOfChange, document: Document | None) -> Iterator[AppliedWaiver]:
    for index, waiver in enumerate(theory.waivers):
        pointer: Pointer = ("waivers", index)
        yield AppliedWaiver(
            rule=waiver.check,
            reason=waiver.reason,
            pointer=pointer,
            span=document.locate(pointer) if document else None,
            at=waiver.at,
        )


def _of_comments(comments: Iterable[Comment]) -> Iterator[AppliedWaiver]:
    for comment in comments:
        for rule in comment.rules or ():
            yield AppliedWaiver(
                rule=rule, reason=comment.reason, span=comment.span, lines=comment.lines
            )


def unreadable(comments: Iterable[Comment]) -> Iterator[Finding]:
    """Find the comments for tocmodel that it cannot read."""
    for comment in comments:
        if comment.rules is None:
            message = "this comment looks like a waiver but is not written as one"
            help_ = "write '# tocmodel: ignore[TOC204] the reason'"
            yield _finding(
                "waiver-not-understood",
                message,
                help_,
                AppliedWaiver(rule="", reason="", span=comment.span),
            )


def faults(
    waivers: Collection[AppliedWaiver],
    used: Collection[AppliedWaiver],
    known: Mapping[str, str],
    ran: Collection[str],
) -> Iterator[Finding]:
    """Find the faults of the waivers themselves.

    Args:
        waivers: all of them.
        used: those that apply to a finding.
        known: the code and the name of every rule.
        ran: the codes of the rules that ran; the others might have had findings.
    """
    codes = {name: code for code, name in known.items()}
    codes |= {code.casefold(): code for code in known}
    unknown = 0
    for waiver in waivers:
        code = codes.get(waiver.rule.casefold())
        if code is None:
            unknown += 1
            yield _unknown(waiver, known if unknown <= MOST_SUGGESTIONS else {})
        elif waiver not in used and code in ran:
            message = f"nothing here needs the waiver of {waiver.rule}"
            yield _finding("waiver-unused", message, "remove it", waiver)
        if not waiver.reason.strip():
            message = f"the waiver of {waiver.rule or 'a check'} has no reason"
            help_ = "add the reason, for those who read the theory later"
            yield _finding("waiver-without-reason", message, help_, waiver)


def _unknown(waiver: AppliedWaiver, known: Mapping[str, str]) -> Finding:
    for entry in (*FILE_CODES.values(), *_TABLE):
        if _names(waiver.rule, entry.code, entry.name):
            message = f"{waiver.rule} is about the file itself and cannot be waived"
            return _finding("waiver-unknown-check", message, "correct the mistake instead", waiver)
    if not waiver.rule:
        message, near = "the waiver names no check", ""
    else:
        message = f"there is no check '{waiver.rule}' to waive"
        near = did_you_mean(waiver.rule, (*known, *known.values()))
    help_ = "name a check by its code, 'TOC204', or by its name, 'link-no-rationale'"
    return _finding("waiver-unknown-check", message + near, help_, waiver)


def _names(word: str, code: str, name: str) -> bool:
    return word.casefold() in (code.casefold(), name)


def _finding(name: str, message: str, help_: str, waiver: AppliedWaiver) -> Finding:
    entry = WAIVER_CODES[name]
    return Finding(
        code=entry.code,
        rule=entry.name,
        severity=Severity.WARNING,
        message=message,
        pointer=waiver.pointer,
        span=waiver.span,
        help=help_,
    )
