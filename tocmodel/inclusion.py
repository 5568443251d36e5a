"""Theories that a theory includes: found beside it, read, and kept from going round in a circle."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from tocmodel.diagnostics import Problem, TocModelError
from tocmodel.document import Document
from tocmodel.model import TheoryOfChange
from tocmodel.project import beside, project_folder, refusal
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


_THEORY_FILES = (".toc.yaml", ".toc.yml", ".toc.json")
_NAMES_A_FILE = re.compile(
    r"""^[^#\n]*?["']?\bfile["']?\s*:\s*["']?([^"'\n,}#]+\.toc\.(?:yaml|yml|json))\b""",
    re.MULTILINE,
)
_LARGEST_INCLUDER = 2_000_000

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


def is_included(path: str) -> bool:
    """Say whether a theory in the file's folder, or further up in its project, includes the file.

    The theories there are searched for its name, and not read as theories: they may be wrong, and
    a check of a file should not depend on more of its neighbours than it has to.
    """
    if not path.endswith(_THEORY_FILES):
        return False
    own = Path(os.path.realpath(path))
    project = project_folder(own)
    folders = [folder for folder in own.parents if folder.is_relative_to(project)]
    return any(own in _named_in(file) for folder in folders for file in _theories(folder))


def _theories(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Give the theories in a folder, each with what changes when it is written to."""
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(_THEORY_FILES) and entry.is_file():
                    state = entry.stat()
                    yield entry.path, state.st_mtime_ns, state.st_size
    except OSError:  # a folder that may not be looked into includes nothing that we could know
        return


@lru_cache(maxsize=4096)
def _named_in(file: tuple[str, int, int]) -> frozenset[Path]:
    """Return the files that a theory includes, as its text names them."""
    path, _, size = file
    try:
        text = Path(path).read_text("utf-8", "replace") if size <= _LARGEST_INCLUDER else ""
    except OSError:
        return frozenset()
    if "includes" not in text:
        return frozenset()
    return frozenset(
        Path(os.path.realpath(beside(found[1].strip(), path)))
        for found in _NAMES_A_FILE.finditer(text)
    )
