"""Read a workbook into a theory; everything that is wrong is reported at its cell, all at once."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from tocmodel.conversion.workbook.filled import Filled, fill
from tocmodel.conversion.workbook.grids import find_grids, is_ours
from tocmodel.conversion.workbook.problems import CellPlace, CellProblem
from tocmodel.diagnostics import MOST_PROBLEMS, Finding, ModelFileError, Pointer, Span
from tocmodel.fileformat.loading import from_data
from tocmodel.model import TheoryOfChange
from tocmodel.syntax.codes import file_finding
from tocmodel.workbook import Limits, WorkbookError, read_sheets

WORKBOOK_LIMITS = Limits(
    rows=110_000, cells=300_000, tags=1_500_000, text=16 * 1024 * 1024, columns=702
)
"""The limits for a workbook with a theory: more than the largest theory that people can read."""


@frozen(kw_only=True)
class WorkbookTheory:
    """A theory from a workbook, or what is wrong with it.

    Attributes:
        theory: the theory; ``None`` if something is wrong.
        findings: what is wrong; each message begins with the place, such as ``Links!B7``.
        lost: what a theory cannot keep: unknown sheets and columns.
        data: the plain data of the theory.
        link_numbers: for each link, its number when the workbook was written; 0 for a new one.
        made_from: what the theory was when the workbook was written, as a digest.
    """

    theory: TheoryOfChange | None
    findings: tuple[Finding, ...] = ()
    lost: tuple[CellProblem, ...] = ()
    data: Mapping[str, Any]
    link_numbers: tuple[int, ...] = ()
    made_from: str = ""


def holds_theory(data: bytes) -> bool:
    """Return whether a file is a workbook with a theory, as tocmodel writes it."""
    try:
        return is_ours(read_sheets(data, WORKBOOK_LIMITS))
    except WorkbookError:
        return False


def read_workbook(
    data: bytes, path: str, *, included_beside: str = "", remove_links: bool = False
) -> WorkbookTheory:
    """Read a workbook of Excel or LibreOffice.

    Args:
        data: the file.
        path: its name.
        included_beside: the file beside which included theories are looked for; by default, the
            workbook itself.
        remove_links: whether links and other rows go with the entries whose rows were removed.

    Raises:
        WorkbookError: the file is not a workbook, is damaged, or exceeds the limits.
    """
    grids = find_grids(read_sheets(data, WORKBOOK_LIMITS))
    filled = fill(grids, remove_links=remove_links)
    theory, findings = _theory(filled, path, included_beside or path)
    return WorkbookTheory(
        theory=theory,
        findings=findings,
        lost=filled.lost,
        data=filled.data,
        link_numbers=filled.link_numbers,
        made_from=filled.made_from,
    )


def _theory(
    filled: Filled, path: str, beside: str
) -> tuple[TheoryOfChange | None, tuple[Finding, ...]]:
    found = list(_own(filled.problems, path))
    theory = None
    try:
        theory = from_data(filled.data, beside)
    except ModelFileError as error:
        reported = {problem.pointer for problem in filled.problems if problem.pointer}
        found += _placed(error.findings, filled, reported, path)
    return (None if found else theory), tuple(found)


def _own(problems: Iterable[CellProblem], path: str) -> Iterator[Finding]:
    for number, problem in enumerate(problems):
        if number == MOST_PROBLEMS:
            yield file_finding("not-as-described", "there are more wrong cells")
            return
        yield file_finding(
            "unknown-id" if _NO_ENTRY.search(problem.message) else "not-as-described",
            f"{problem.place}: {problem.message}",
            span=_span(path, problem.place),
            pointer=problem.pointer,
            help=problem.help,
        )


_NO_ENTRY = re.compile('^there is no (?!link )[^"]+ "|^"[^"]*" is not a link')


def _placed(
    findings: Iterable[Finding], filled: Filled, reported: set[Pointer], path: str
) -> Iterator[Finding]:
    """Give the problems that the schema finds the place of their cell."""
    for finding in findings:
        above = (finding.pointer[:length] for length in range(1, len(finding.pointer) + 1))
        if any(pointer in reported for pointer in above):
            continue
        place = filled.place(finding.pointer)
        if place is None:
            yield finding
        else:
            message = f"{place}: {finding.message}"
            yield evolve(finding, message=message, span=_span(path, place))


def _span(path: str, place: CellPlace) -> Span:
    return Span(path, place.row, place.column, place.row, place.column + 1)
