"""Pathways and loops as text."""

from collections.abc import Iterator
from typing import Any

from tocmodel.analysis.loops import Loop, Loops
from tocmodel.analysis.pathways import Pathways
from tocmodel.graph.wholes import title_in_path
from tocmodel.model import TheoryOfChange
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.report.outline import Line
from tocmodel.report.title_lines import title_lines
from tocmodel.wording import counted, remark_data, remark_words

MOST = 50
"""The most pathways or loops listed one by one."""


def pathways_outline(found: Pathways) -> tuple[Line, ...]:
    """Return each pathway as a line, the shortest first."""
    return tuple(_pathways(found))


def _pathways(found: Pathways) -> Iterator[Line]:
    if not found.paths:
        yield Line(0, "No pathway", "heading")
        missing = "The search was stopped before it found one." if found.truncated else _NO_LINKS
        yield Line(0, missing, "alarm")
        yield Line(0, bounds_words(found))
        return
    first, last = found.paths[0][0], found.paths[0][-1]
    title = f"{_title(found.theory, first)} → {_title(found.theory, last)}"
    yield from title_lines(title, found.theory)
    number = f"{'at least ' if found.truncated else ''}{len(found.paths):,}"
    yield Line(0, f"Pathways: {number}, the shortest first.")
    yield Line(0, bounds_words(found))
    for path in found.paths[:MOST]:
        yield Line(0, " → ".join(_title(found.theory, id_) for id_ in path), "point")
    yield from _rest(len(found.paths))


_NO_LINKS = "No links lead from the one to the other."


def bounds_words(found: Pathways) -> str:
    """Return how far the search for pathways went.

    >>> bounds_words(Pathways(paths=(), limit=10, feedback=True))
    'The search ends after 10 pathways or 10,000 steps. It followed feedback links too.'
    """
    ends = f"The search ends after {counted(found.limit, 'pathway')} or {found.most_steps:,} steps"
    if found.truncated:
        ends = f"The search ended early, at its limit of {counted(found.limit, 'pathway')} or "
        ends += f"{found.most_steps:,} steps"
    followed = (
        "It followed feedback links too."
        if found.feedback
        else ("It did not follow feedback links.")
    )
    return f"{ends}. {followed}"


def pathways_data(found: Pathways, version: str) -> dict[str, Any]:
    """Return pathways as plain data, as ``schemas/pathways.schema.json`` describes it."""
    return {
        "tool": {"name": "tocmodel", "version": version},
        **(remark_data(found.theory) if found.theory else {}),
        "paths": [list(path) for path in found.paths],
        "complete": not found.truncated,
        "limit": found.limit,
        "most_steps": found.most_steps,
        "feedback": found.feedback,
    }


TABLE_HEADS = ("pathway", "step", "id", "title", "section")


def pathways_table(found: Pathways) -> Spreadsheet:
    """Return pathways as a table: a row for each step of each pathway."""
    rows = tuple(
        (str(number), str(step), id_, _title(found.theory, id_), _section(found.theory, id_))
        for number, path in enumerate(found.paths, start=1)
        for step, id_ in enumerate(path, start=1)
    )
    remarks = (remark_words(found.theory), bounds_words(found) if found.truncated else "")
    return Spreadsheet(rows=(TABLE_HEADS, *rows), remark="; ".join(filter(None, remarks)))


def _section(theory: TheoryOfChange | None, id_: str) -> str:
    return theory.section_of(id_) if theory and id_ in theory.elements else ""


def loops_outline(found: Loops) -> tuple[Line, ...]:
    """Return the number of loops of each sign, and each loop as a line, the shortest first."""
    return tuple(_loops(found))


def _loops(found: Loops) -> Iterator[Line]:
    yield from title_lines("Loops", found.theory)
    if not found:
        yield Line(0, "There are no loops.")
        return
    counts = ", ".join(f"{number:,} {sign.value}" for sign, number in found.signs.items() if number)
    number = f"{'' if found.complete else 'at least '}{len(found):,}"
    yield Line(0, f"{number} in all: {counts}.")
    for loop in found[:MOST]:
        yield Line(0, f"{loop.sign.value}: {_round(found.theory, loop)}", "point")
    yield from _rest(len(found))


def _round(theory: TheoryOfChange | None, loop: Loop) -> str:
    return " → ".join(_title(theory, id_) for id_ in (*loop.elements, loop.elements[0]))


def _rest(number: int) -> Iterator[Line]:
    if number > MOST:
        yield Line(0, f"and {number - MOST:,} more")


def _title(theory: TheoryOfChange | None, id_: str) -> str:
    if theory is None:
        return id_
    known = theory.elements
    return known[id_].full_title if id_ in known else title_in_path(theory, id_)
