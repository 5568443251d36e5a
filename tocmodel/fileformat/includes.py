"""Find and read the theories that a theory includes, and refuse circular includes."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from tocmodel.diagnostics import Problem, TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.model import TheoryOfChange
from tocmodel.system.project import beside, project_folder, refusal
from tocmodel.system.reading import read_at_most

DEEPEST = 5
"""How deeply theories may be nested; a programme, its zones and their strands is three."""

MOST = 16 * 1024 * 1024
"""The most characters in all the theories that a theory includes, counted at each include.

This is about 100,000 elements with their reasons. Joining theories copies every entry, so a few
small files that include one another many times could otherwise take forever.
"""

MOST_THEORIES = 1_000
"""The most theories that a theory includes, counted at each include: each is read and joined."""


@frozen
class IncludeContext:
    """The files being read: ``chain`` from the outermost inwards, ``known`` so far.

    ``included`` has the number of theories that each known file includes, and their characters.
    ``fetch`` returns the content of a file if it should not come from the disk.
    """

    chain: tuple[Path, ...] = ()
    known: dict[Path, Document] = field(factory=dict)
    fetch: Callable[[Path], bytes] | None = None
    included: dict[Path, tuple[int, int]] = field(factory=dict)

    def into(self, path: Path) -> "IncludeContext":
        """Return the context inside another file."""
        return evolve(self, chain=(*self.chain, path))


_THEORY_FILES = (".toc.yaml", ".toc.yml", ".toc.json")
_NAMES_A_FILE = re.compile(
    r"""^[^#\n]*?["']?\bfile["']?\s*:\s*["']?([^"'\n,}#]+\.toc\.(?:yaml|yml|json))\b""",
    re.MULTILINE,
)
LARGEST_INCLUDER = 2_000_000
"""The largest neighbouring file, in bytes, that is searched for the includes in it."""

Read = Callable[[Path, IncludeContext], Document]


@frozen
class Included:
    """The theories that were read, by the ids of their includes, and the problems."""

    theories: Mapping[str, TheoryOfChange]
    problems: tuple[Problem, ...]


def find_included(data: Any, path: str, context: IncludeContext, read: Read) -> Included:
    """Read the theories that a file's ``includes`` names.

    Args:
        data: the plain data of the file, right or wrong.
        path: the file; the paths of its includes start from its folder.
        context: the files that are being read.
        read: reads a file.
    """
    theories: dict[str, TheoryOfChange] = {}
    problems: list[Problem] = []
    count = length = 0
    including_file = _real(path)
    for id_, written in _named(data):
        pointer = ("includes", id_, "file")
        try:
            document = _document(written, including_file, context.into(including_file), read)
        except _NotIncludedError as error:
            problems.append(Problem(message=str(error), pointer=pointer, help=error.help))
            continue
        inner_count, inner_length = context.included.get(_real(document.path), (0, 0))
        count += 1 + inner_count
        length += len(document.tree.text) + inner_length
        if count > MOST_THEORIES or length > MOST:
            message = _TOO_LONG if length > MOST else _TOO_MANY
            problems.append(Problem(message=message, pointer=pointer, help=_LESS))
            break
        if document.theory is not None:
            theories[id_] = document.theory
    context.included[including_file] = (count, length)
    return Included(theories, tuple(problems))


_TOO_MANY = f"this theory includes more than {MOST_THEORIES:,} others in all"
_TOO_LONG = f"the theories that this one includes are longer than {MOST // 1024 // 1024} MiB in all"
_LESS = "include fewer theories, or smaller ones; each counts as often as it is included"


class _NotIncludedError(Exception):
    """The reason why a theory cannot be included, and what to do."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.help = help_


def _named(data: Any) -> Iterator[tuple[str, str]]:
    includes = data.get("includes") if isinstance(data, dict) else None
    for id_, body in includes.items() if isinstance(includes, dict) else ():
        if isinstance(body, dict) and isinstance(body.get("file"), str):
            yield id_, body["file"]


def _real(path: str | Path) -> Path:
    return Path(os.path.realpath(path))  # resolve() fails on circular links


def _document(written: str, including_file: Path, context: IncludeContext, read: Read) -> Document:
    why = refusal(written, including_file)
    if why:
        raise _NotIncludedError(
            f"'{written}' cannot be included: {why.partition('; ')[0]}", why.partition("; ")[2]
        )
    path = _real(beside(written, including_file))
    if path in context.chain:
        way = " → ".join(step.name for step in (*context.chain[context.chain.index(path) :], path))
        raise _NotIncludedError(
            f"'{written}' includes this theory again: {way}", "remove one of these includes"
        )
    if len(context.chain) >= DEEPEST:
        raise _NotIncludedError(
            f"'{written}' is more than {DEEPEST} theories deep", "include it further up"
        )
    if path not in context.known:
        context.known[path] = _read(path, written, context, read)
    document = context.known[path]
    if document.theory is None:
        first = document.findings[0]
        place = f" (line {first.span.line})" if first.span else ""
        raise _NotIncludedError(
            f"'{written}' holds no valid theory: {first.message}{place}",
            f"run 'tocmodel check' on '{written}'",
        )
    return document


def _read(path: Path, written: str, context: IncludeContext, read: Read) -> Document:
    try:
        return read(path, context)
    except TocModelError as error:
        message, _, help_ = str(error).partition("; ")
        raise _NotIncludedError(message.replace(str(path), written), help_) from error


def is_included(path: str) -> bool:
    """Return whether a theory in the file's folder, or higher up in its project, includes the file.

    Those theories are searched for its name but not parsed: they may be invalid, and checking a
    file should depend on its neighbours as little as possible.
    """
    if not path.endswith(_THEORY_FILES):
        return False
    own = _real(path)
    project = project_folder(own)
    folders = [folder for folder in own.parents if folder.is_relative_to(project)]
    return any(own in _named_in(file) for folder in folders for file in _theories(folder))


def _theories(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the theories in a folder, each with values that change when it is written to."""
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.endswith(_THEORY_FILES) and entry.is_file():
                    state = entry.stat()
                    yield entry.path, state.st_mtime_ns, state.st_size
    except OSError:  # includes in an unreadable folder cannot be known
        return


@lru_cache(maxsize=4096)
def _named_in(file: tuple[str, int, int]) -> frozenset[Path]:
    """Return the files that a theory includes, as its text names them."""
    path, _, size = file
    try:
        data = read_at_most(path, LARGEST_INCLUDER) if size <= LARGEST_INCLUDER else b""
    except OSError:
        return frozenset()
    if b"includes" not in data:
        return frozenset()
    text = data.decode("utf-8", "replace")
    return frozenset(
        _real(beside(found[1].strip(), path)) for found in _NAMES_A_FILE.finditer(text)
    )
