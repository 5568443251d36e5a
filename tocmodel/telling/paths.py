"""Pathways and loops as they are read aloud."""

from collections.abc import Iterator

from tocmodel.analysis.loops import Loop, Loops
from tocmodel.analysis.pathways import Pathways
from tocmodel.model import TheoryOfChange
from tocmodel.telling.heading import headed
from tocmodel.telling.outline import Line

MOST = 50
"""How many pathways or loops are listed one by one."""


def pathways_outline(found: Pathways) -> tuple[Line, ...]:
    """Return each pathway as a line, the shortest first."""
    return tuple(_pathways(found))


def _pathways(found: Pathways) -> Iterator[Line]:
    if not found.paths:
        yield Line(0, "No pathway", "heading")
        yield Line(0, "No links lead from the one to the other.", "alarm")
        return
    first, last = found.paths[0][0], found.paths[0][-1]
    title = f"{_title(found.theory, first)} → {_title(found.theory, last)}"
    yield from headed(title, found.theory)
    number = f"{'at least ' if found.truncated else ''}{len(found.paths):,}"
    yield Line(0, f"Pathways: {number}, the shortest first.")
    for path in found.paths[:MOST]:
        yield Line(0, " → ".join(_title(found.theory, id_) for id_ in path), "point")
    yield from _rest(len(found.paths))


def loops_outline(found: Loops) -> tuple[Line, ...]:
    """Return how many loops there are of each sign, and each as a line, the shortest first."""
    return tuple(_loops(found))


def _loops(found: Loops) -> Iterator[Line]:
    yield from headed("Loops", found.theory)
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
    return theory.element(id_).title if theory else id_
