"""Model files as the command line names them: single files, folders, standard input."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tocmodel.cli.streams import STDIN, say
from tocmodel.diagnostics import TocModelError, listed, printable
from tocmodel.document import Document
from tocmodel.formats import THEORY_SUFFIXES
from tocmodel.loading import read, reads


def find_models(paths: Iterable[Path]) -> list[Path]:
    """Return the files that are meant: each folder stands for the models in it and below it.

    Raises:
        TocModelError: a folder holds no model.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = list(_inside(path))
            if not inside:
                raise TocModelError(
                    f"there is no theory file in '{path}'; its name must end in "
                    f"{listed(THEORY_SUFFIXES)}{_but_for_txt(path)}"
                )
            found.update(dict.fromkeys(inside))
        else:
            found[path] = None
    return list(found)


def _but_for_txt(folder: Path) -> str:
    """Name a file in a folder to which an editor has added an ending of its own."""
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(_TXT))
    return f": remove .txt from the name of '{printable(names[0])}'" if names else ""


_TXT = tuple(f"{suffix}.txt" for suffix in THEORY_SUFFIXES)


def _inside(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name != "node_modules"
        )
        yield from (Path(place, name) for name in sorted(files) if name.endswith(THEORY_SUFFIXES))


def read_model(path: Path, *, stdin_name: str = "<stdin>") -> Document:
    """Read a model file, or standard input for ``-``; its name is the one to show."""
    if path == STDIN:
        return reads(sys.stdin.buffer.read(), stdin_name)
    document = read(shown(path))
    if path.name.endswith(_TXT):
        name = printable(path.name.removesuffix(".txt"))
        say(f"Note: the name of this file ends in .txt; call it '{name}'")
    return document


def shown(path: Path) -> str:
    """Return a path as it is shown: relative to the current folder where it lies below that."""
    here = Path.cwd()
    if path.is_absolute() and path.is_relative_to(here):
        return str(path.relative_to(here))
    return str(path)


def stem(path: Path) -> str:
    """Return a model's name without its ending.

    >>> stem(Path("zones/harbour.toc.yaml")), stem(Path("notes.yaml"))
    ('harbour', 'notes')
    """
    for suffix in THEORY_SUFFIXES:
        if path.name.endswith(suffix):
            return path.name.removesuffix(suffix)
    return path.stem
