"""Run the rules over a theory, and give each finding its place."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve

from tocmodel import schema
from tocmodel.analysis.kinds import KindOfTheory
from tocmodel.analysis.kinds import kind_of as guessed_kind
from tocmodel.checking._comments import find_comments
from tocmodel.checking._cut_texts import CUT_TEXT, find_cut_texts
from tocmodel.checking._selecting import Selection, selection
from tocmodel.checking._waivers import Waiving, faults, find_waivings, unreadable
from tocmodel.diagnostics import Finding, Pointer, Problem, Severity
from tocmodel.document import Document, document_of, locate
from tocmodel.filecodes import file_finding
from tocmodel.ids import doubled_ids, explained, unknown_ids
from tocmodel.inclusion import is_included
from tocmodel.loading import read
from tocmodel.model import SECTIONS, TheoryOfChange
from tocmodel.results import Results
from tocmodel.rules import RULES, Rule, Subject

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework


class Findings(Results[Finding]):
    """What is wrong or weak in a theory, in the order of its file.

    Attributes:
        about: the document that was checked, or the theory where it was made in Python.
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
    """Return what is wrong or weak in a theory, in the order of its file.

    A file that holds no valid theory gives the problems of the file and nothing else.

    Args:
        what: a theory, a document, or the path of a file.
        rules: the rules to run; ``(*RULES, MyRule())`` adds one.
        select: run only these: codes, beginnings of codes (``TOC3``) or names, one text or
            several; ``"TOC2,TOC3"`` names two.
        ignore: do not run these.
        severity: how much the findings of a rule matter, by code, beginning or name.
        frameworks: check by these, and not by those that the theory names.

    Raises:
        TocModelError: the file cannot be opened, or a word names no rule.

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
    subject = _subject(theory, document, frameworks)
    return Findings(_check(theory, subject, document, rules, chosen), document or theory)


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


def _subject(
    theory: TheoryOfChange, document: Document | None, frameworks: "Iterable[Framework] | None"
) -> Subject:
    included = document is not None and is_included(document.path)
    if frameworks is not None:
        named = {framework.id: framework for framework in frameworks}
        return Subject(theory.whole, named, included=included)
    if not theory.frameworks:
        return Subject(theory.whole, included=included)
    from tocmodel.frameworks import named_by  # noqa: PLC0415  # most theories name none

    read_ = document.named_frameworks if document else named_by(theory.frameworks)
    return Subject(theory.whole, read_.found, read_.places, read_.problems, included)


def _mistakes(theory: TheoryOfChange) -> Iterator[Finding]:
    """Find in a theory made in Python what reading would have found in a file."""
    from tocmodel.dumping import to_data  # noqa: PLC0415  # not for a theory that has a file

    data = to_data(theory)
    unknown = tuple(unknown_ids(data))
    known = explained(unknown, data)
    misshapen = [item for item in schema.problems(data) if item.pointer not in known]
    for name, problems in (
        ("not-as-described", misshapen),
        ("doubled-id", doubled_ids(data)),
        ("unknown-id", unknown),
    ):
        for problem in problems:
            yield file_finding(name, problem.message, pointer=problem.pointer, help=problem.help)


def _check(
    theory: TheoryOfChange,
    subject: Subject,
    document: Document | None,
    rules: Sequence[Rule],
    chosen: Selection,
) -> tuple[Finding, ...]:
    running = [
        rule
        for rule in rules
        if rule.is_for(subject) and (rule.runs_checks or chosen.takes(rule.code, rule.name))
    ]
    found = [
        (rule, _stamped(rule, problem, document, chosen))
        for rule in running
        for problem in rule.check(subject)
        if _is_own(theory, problem.pointer) and chosen.takes(rule.code, rule.name, problem.check)
    ]
    comments = tuple(find_comments(document.tree)) if document else ()
    waivings = find_waivings(theory, document, comments)
    covering = [_covering(waivings, rule, finding) for rule, finding in found]
    kept = _folded(found, covering)
    known = {rule.code: rule.name for rule in rules} | _own_checks(subject)
    known[CUT_TEXT.code] = CUT_TEXT.name
    cut = tuple(find_cut_texts(document.tree)) if document else ()
    letting = [tuple(one for one in waivings if one.covers(item, item.rule)) for item in cut]
    of_text = (
        *(item for item, waived in zip(cut, letting, strict=True) if not waived),
        *faults(
            waivings,
            used={waiving for several in (*covering, *letting) for waiving in several},
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


def _own_checks(subject: Subject) -> dict[str, str]:
    """The checks of the theory's frameworks, which have a name and share the codes of rules."""
    names = (f"{id_}/{check}" for id_, one in subject.frameworks.items() for check in one.checks)
    return {name: name for name in names}


def _is_own(theory: TheoryOfChange, pointer: Pointer) -> bool:
    """Say whether a pointer leads into the theory itself and not into one that it includes.

    What is to be said of an included theory is said when its own file is checked.
    """
    if not theory.includes or len(pointer) < 2:
        return True
    name, place = pointer[:2]
    if isinstance(place, int):
        return place < len(getattr(theory, str(name), ()))
    return place in getattr(theory, str(name), {})


def _covering(waivings: Sequence[Waiving], rule: Rule, finding: Finding) -> tuple[Waiving, ...]:
    return tuple(waiving for waiving in waivings if waiving.covers(finding, rule.name))


def _stamped(rule: Rule, problem: Problem, document: Document | None, chosen: Selection) -> Finding:
    pointer, span = problem.pointer, None
    if document:
        pointer = document.in_file(pointer)
        # What is said of the whole theory is said of its name.
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


def _folded(
    found: Sequence[tuple[Rule, Finding]], covering: Sequence[tuple[Waiving, ...]]
) -> list[Finding]:
    """Drop what is waived and what follows from something else, which is counted instead.

    What follows from a waived finding goes with it: whoever lets the cause stand has seen it.
    """
    fired = {rule.name: rule for rule, _ in found}
    causes = {name: _cause(rule, fired) for name, rule in fired.items()}
    follows: dict[str, int] = {}
    kept: list[Finding] = []
    for (rule, finding), waived in zip(found, covering, strict=True):
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
    """Return the name of the rule at the root of what a rule found, if there is one."""
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
