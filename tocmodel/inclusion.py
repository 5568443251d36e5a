"""Theories that a theory includes: found beside it, read, and kept from going round in a circle."""

import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from tocmodel.diagnostics import Problem, TocModelError
from tocmodel.document import Document
from tocmodel.model import TheoryOfChange
from tocmodel.project import beside, refusal
from tocmodel.values import field, frozen

DEEPEST = 5
"""How many theories may lie in one another; a programme, its zones, their strands is three."""

MOST = 100_000
"""How many elements a theory may have with all that it includes."""


@frozen
class Journey:
    """Which files are being read: ``chain`` from the outermost inwards, ``known`` so far.

    ``fetch`` gives what a file holds, where that is not what the disk has.
    """

    chain: tuple[Path, ...] = ()
    known: dict[Path, Document] = field(factory=dict)
    fetch: Callable[[Path], bytes] | None = None

    def into(self, path: Path) -> "Journey":
        """Return the journey one file further in."""
        return Journey((*self.chain, path), self.known, self.fetch)


Read = Callable[[Path, Journey], Document]


@frozen
class Included:
    """The theories that were read, by the ids of their includes, and what was wrong."""

    theories: Mapping[str, TheoryOfChange]
    problems: tuple[Problem, ...]


def find_included(data: Any, path: str, journey: Journey, read: Read) -> Included:
    """Read the theories that a file's ``includes`` names.

    Args:
        data: the plain data of the file, right or wrong.
        path: the file; its includes are named from its folder.
        journey: the files that are being read.
        read: reads a file.
    """
    theories: dict[str, TheoryOfChange] = {}
    problems: list[Problem] = []
    left = MOST
    here = Path(os.path.realpath(path))
    for id_, written in _named(data):
        pointer = ("includes", id_, "file")
        try:
            theory = _theory(written, here, journey.into(here), read)
        except _NotIncludedError as error:
            problems.append(Problem(message=str(error), pointer=pointer, help=error.help))
            continue
        left -= len(theory.whole.elements)
        if left < 0:
            message = f"with all that it includes, this theory has more than {MOST:,} elements"
            help_ = "include fewer theories, or smaller ones"
            problems.append(Problem(message=message, pointer=pointer, help=help_))
            break
        theories[id_] = theory
    return Included(theories, tuple(problems))


class _NotIncludedError(Exception):
    """Why a theory cannot be included, and what to do."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.help = help_


def _named(data: Any) -> Iterator[tuple[str, str]]:
    includes = data.get("includes") if isinstance(data, dict) else None
    for id_, body in includes.items() if isinstance(includes, dict) else ():
        if isinstance(body, dict) and isinstance(body.get("file"), str):
            yield id_, body["file"]


def _theory(written: str, here: Path, journey: Journey, read: Read) -> TheoryOfChange:
    why = refusal(written, here)
    if why:
        raise _NotIncludedError(
            f"'{written}' cannot be included: {why.partition('; ')[0]}", why.partition("; ")[2]
        )
    path = Path(os.path.realpath(beside(written, here)))  # resolve() fails at links in a circle
    if path in journey.chain:
        way = " → ".join(step.name for step in (*journey.chain[journey.chain.index(path) :], path))
        raise _NotIncludedError(
            f"'{written}' includes this theory again: {way}", "take one of these includes out"
        )
    if len(journey.chain) >= DEEPEST:
        raise _NotIncludedError(
            f"'{written}' lies more than {DEEPEST} theories deep", "include it further up"
        )
    if path not in journey.known:
        journey.known[path] = _read(path, written, journey, read)
    document = journey.known[path]
    if document.theory is None:
        first = document.findings[0]
        place = f" (line {first.span.line})" if first.span else ""
        raise _NotIncludedError(
            f"'{written}' holds no valid theory: {first.message}{place}",
            f"run 'tocmodel check' on '{written}'",
        )
    return document.theory


def _read(path: Path, written: str, journey: Journey, read: Read) -> Document:
    try:
        return read(path, journey)
    except TocModelError as error:
        message, _, help_ = str(error).partition("; ")
        raise _NotIncludedError(message.replace(str(path), written), help_) from error
