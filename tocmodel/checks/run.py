"""Run the rules over a theory, and give each finding its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from tocmodel import schema
from tocmodel.analysis.theory_kind import KindOfTheory
from tocmodel.analysis.theory_kind import kind_of as guessed_kind
from tocmodel.checks.comments import find_comments
from tocmodel.checks.cut_texts import CUT_TEXT, find_cut_texts
from tocmodel.checks.rules import RULES, Rule, RuleContext
from tocmodel.checks.select import Selection, selection
from tocmodel.checks.waived import are_waived, needed
from tocmodel.checks.waivers import applied_waivers, faults, unreadable
from tocmodel.diagnostics import Finding, Pointer, Problem, Severity, first_problems
from tocmodel.fileformat.document import Document, document_of, locate
from tocmodel.fileformat.ids import duplicate_ids, places_already_explained, unknown_ids
from tocmodel.fileformat.includes import is_included
from tocmodel.fileformat.loading import read
from tocmodel.model import SECTIONS, TheoryOfChange
from tocmodel.results import Results
from tocmodel.syntax.codes import file_finding

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework


class Findings(Results[Finding]):
    """The faults and weaknesses of a theory, in the order of its file.

    Attributes:
        about: the checked document, or the theory if it was made in Python.
    """


def check(
    what: TheoryOfChange | Document | str | Path,
    *,
    rules: Sequence[Rule] = RULES,
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    severity: Mapping[str, Severity | str] | None = None,
    frameworks: "Iterable[Framework] | None" = None,
) -> Findings:
    """Return the faults and weaknesses of a theory, in the order of its file.

    For a file without a valid theory, only the problems of the file are returned.

    Args:
        what: a theory, a document, or the path of a file.
        rules: the checks to run; ``(*RULES, MyRule())`` adds one.
        select: run only these: codes, beginnings of codes (``TOC3``) or names, one text or
            several; ``"TOC2,TOC3"`` names two.
        ignore: do not run these.
        severity: how much the findings of a check matter, by code, start of a code, or name.
        frameworks: check by these instead of the ones that the theory names.

    Raises:
        TocModelError: the file cannot be opened, or a word names no check.

    >>> from tocmodel.model import TheoryOfChange
    >>> theory = TheoryOfChange(title="A small theory")
    >>> [finding.rule for finding in check(theory, select=["TOC101"])]
    ['no-goal']
    """
    chosen = selection(rules, select, ignore, severity or {})
    if isinstance(what, TheoryOfChange):
        theory, document = what, document_of(what)
        wrong = () if document else tuple(_mistakes(theory))
        if wrong:
            return Findings(wrong, theory)
    else:
        document = what if isinstance(what, Document) else read(what)
        if document.theory is None:
            return Findings(document.findings, document)
        theory = document.theory
    context = _context(theory, document, frameworks)
    return Findings(_check(theory, context, document, rules, chosen), document or theory)


def kind_of(what: TheoryOfChange | Document) -> KindOfTheory | None:
    """Return the kind as which a theory is checked; ``None`` for a file without a valid theory.

    A document whose file is included by another theory, in its folder or in one above, is
    guessed to be a part.
    """
    theory = what.theory if isinstance(what, Document) else what
    if theory is None:
        return None
    included = isinstance(what, Document) and is_included(what.path)
    return guessed_kind(theory.whole, included=included)


def _context(
    theory: TheoryOfChange, document: Document | None, frameworks: "Iterable[Framework] | None"
) -> RuleContext:
    included = document is not None and is_included(document.path)
    if frameworks is not None:
        named = {framework.id: framework for framework in frameworks}
        return RuleContext(theory.whole, named, included=included)
    if not theory.frameworks:
        return RuleContext(theory.whole, included=included)
    from tocmodel.frameworks import resolve_frameworks  # noqa: PLC0415  # most theories name none

    read_ = document.named_frameworks if document else resolve_frameworks(theory.frameworks)
    return RuleContext(theory.whole, read_.found, read_.places, read_.problems, included)


def _mistakes(theory: TheoryOfChange) -> Iterator[Finding]:
    """Find the problems of a theory made in Python that reading finds in a file."""
    from tocmodel.fileformat.dumping import to_data  # noqa: PLC0415  # not for a theory that has a file

    data = to_data(theory)
    unknown = first_problems(unknown_ids(data))
    known = places_already_explained(unknown, data)
    misshapen = [item for item in schema.problems(data) if item.pointer not in known]
    for name, problems in (
        ("not-as-described", misshapen),
        ("doubled-id", first_problems(duplicate_ids(data))),
        ("unknown-id", unknown),
    ):
        for problem in problems:
            yield file_finding(name, problem.message, pointer=problem.pointer, help=problem.help)


def _check(
    theory: TheoryOfChange,
    context: RuleContext,
    document: Document | None,
    rules: Sequence[Rule],
    chosen: Selection,
) -> tuple[Finding, ...]:
    running = [
        rule
        for rule in rules
        if rule.is_for(context) and (rule.runs_checks or chosen.takes(rule.code, rule.name))
    ]
    found = [
        (rule, _stamped(rule, problem, document, chosen))
        for rule in running
        for problem in rule.check(context)
        if _is_own(theory, problem.pointer) and chosen.takes(rule.code, rule.name, problem.check)
    ]
    comments = tuple(find_comments(document.tree)) if document else ()
    waivers = applied_waivers(theory, document, comments)
    cut = tuple(find_cut_texts(document.tree)) if document else ()
    made = [
        *((finding, rule.name) for rule, finding in found),
        *((finding, finding.rule) for finding in cut),
    ]
    is_waived = are_waived(made, waivers)
    kept = _folded(found, is_waived[: len(found)])
    known = {rule.code: rule.name for rule in rules} | _own_checks(context)
    known[CUT_TEXT.code] = CUT_TEXT.name
    of_text = (
        *(item for item, waived in zip(cut, is_waived[len(found) :], strict=True) if not waived),
        *faults(
            waivers,
            used=needed(waivers, made),
            known=known,
            ran={code for code, name in known.items() if chosen.takes(code, name)},
        ),
        *unreadable(comments),
    )
    kept.extend(
        evolve(finding, severity=chosen.severity_of(finding.code, finding.rule, finding.severity))
        for finding in of_text
        if chosen.takes(finding.code, finding.rule)
    )
    order = _order_in_file if document else _order_in(theory)
    return tuple(sorted(kept, key=order))


def _own_checks(context: RuleContext) -> dict[str, str]:
    """The checks of the theory's frameworks, which have a name and share the codes of rules."""
    names = (f"{id_}/{check}" for id_, one in context.frameworks.items() for check in one.checks)
    return {name: name for name in names}


def _is_own(theory: TheoryOfChange, pointer: Pointer) -> bool:
    """Return whether a pointer leads into the theory itself and not into one that it includes.

    The findings of an included theory are reported when its own file is checked.
    """
    if not theory.includes or len(pointer) < 2:
        return True
    name, place = pointer[:2]
    section = getattr(theory, str(name), None)
    if isinstance(section, Mapping):
        return place in section
    return not isinstance(place, int) or place < len(section or ())


def _stamped(rule: Rule, problem: Problem, document: Document | None, chosen: Selection) -> Finding:
    pointer, span = problem.pointer, None
    if document:
        pointer = document.in_file(pointer)
        # A finding about the whole theory is placed at its title.
        span = locate(document.tree, pointer or ("title",), key=problem.key)
    return Finding(
        code=rule.code,
        rule=problem.check or rule.name,
        severity=chosen.severity_of(
            rule.code, rule.name, problem.severity or rule.severity, problem.check
        ),
        message=problem.message,
        pointer=pointer,
        span=span,
        help=problem.help,
        about=problem.about,
    )


def _folded(found: Sequence[tuple[Rule, Finding]], is_waived: Sequence[bool]) -> list[Finding]:
    """Drop waived findings, and count findings that follow from others.

    Findings that follow from a waived one go with it: the person who accepted the cause has seen
    them.
    """
    fired = {rule.name: rule for rule, _ in found}
    causes = {name: _cause(rule, fired) for name, rule in fired.items()}
    follows: dict[str, int] = {}
    kept: list[Finding] = []
    for (rule, finding), waived in zip(found, is_waived, strict=True):
        cause = causes[rule.name]
        if waived:
            continue
        if cause:
            follows[cause] = follows.get(cause, 0) + 1
        else:
            kept.append(finding)
    return [
        evolve(finding, follows=follows.pop(finding.rule)) if finding.rule in follows else finding
        for finding in kept
    ]


def _cause(rule: Rule, fired: Mapping[str, Rule]) -> str | None:
    """Return the name of the rule that a finding follows from, if there is one."""
    cause = None
    while parents := [name for name in rule.follows_from if name in fired]:
        cause = parents[0]
        rule = fired[cause]
    return cause


def _order_in_file(finding: Finding) -> tuple[object, ...]:
    span = finding.span
    place = (span.line, span.column) if span else (0, 0)
    return (*place, finding.code, finding.message)


def _order_in(theory: TheoryOfChange) -> Callable[[Finding], tuple[object, ...]]:
    """Return the key that sorts the findings of a theory that has no file."""
    sections = {name: place for place, name in enumerate((*SECTIONS, "links", "waivers"), 1)}
    entries = {
        (name, id_): place for name in SECTIONS for place, id_ in enumerate(getattr(theory, name))
    }

    def order(finding: Finding) -> tuple[object, ...]:
        first, second = (*finding.pointer, "", "")[:2]
        place = second if isinstance(second, int) else entries.get((str(first), second), -1)
        return (sections.get(str(first), 0), place, finding.code, finding.message)

    return order
