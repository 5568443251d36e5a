"""The theories in a folder and below it, and what else is there."""

import os
from collections.abc import Iterator
from pathlib import Path

from attrs import field, frozen

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError, listed
from tocmodel.formats import THEORY_SUFFIXES
from tocmodel.system.files import world_error

_NOT_OURS = "node_modules"
"""A folder of other people's files, where nobody keeps theories."""


@frozen
class FolderContents:
    """What is in a folder and below it, in the order of names.

    Hidden folders are not looked into, and a folder that is a link is not followed: it may lead
    back to where it is.

    Attributes:
        theories: the files whose names say that they are theories.
        unreadable: the folders that could not be looked into, each with the reason.
        others: how many other files there are.
        links: how many folders are links.
    """

    theories: tuple[Path, ...] = ()
    unreadable: tuple[tuple[Path, TocModelError], ...] = field(default=(), eq=False)
    others: int = 0
    links: int = 0


def theories_in(folder: Path) -> FolderContents:
    """Return what is in a folder and below it.

    Raises:
        TocModelError: there is no theory.
    """
    found = look_into(folder)
    if found.theories:
        return found
    if found.unreadable:
        raise found.unreadable[0][1]
    raise TocModelError(
        f"there is no theory file in '{terminal_text(str(folder))}'; its name must end in "
        f"{listed(THEORY_SUFFIXES)}{_but_for_txt(folder) or _START}"
    )


_START = "; to start one, type: tocmodel new --guide"

TXT_SUFFIXES = tuple(f"{suffix}.txt" for suffix in THEORY_SUFFIXES)
"""The endings of a theory to which an editor has added one of its own."""


def _but_for_txt(folder: Path) -> str:
    """Name a file in a folder that an editor has given an extra ending."""
    names = sorted(path.name for path in folder.iterdir() if path.name.endswith(TXT_SUFFIXES))
    return f": remove .txt from the name of '{terminal_text(names[0])}'" if names else ""


def look_into(folder: Path) -> FolderContents:
    """Return what is in a folder and below it."""
    theories: list[Path] = []
    unreadable: list[tuple[Path, TocModelError]] = []
    others = links = 0

    def note(error: OSError) -> None:
        place = Path(str(error.filename))
        unreadable.append((place, world_error(error, place, doing="read")))

    for place, folders, files in os.walk(folder, onerror=note):
        links += sum(Path(place, name).is_symlink() for name in folders)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and name != _NOT_OURS
        )
        inside = list(_theories(Path(place), files))
        theories += inside
        others += len(files) - len(inside)
    return FolderContents(tuple(theories), tuple(unreadable), others, links)


def _theories(place: Path, files: list[str]) -> Iterator[Path]:
    paths = (place / name for name in sorted(files) if name.endswith(THEORY_SUFFIXES))
    yield from (path for path in paths if not _is_pipe_or_device(path))


def _is_pipe_or_device(path: Path) -> bool:
    """Whether reading it might never end; a link that leads nowhere is reported later."""
    kinds = (Path.is_fifo, Path.is_socket, Path.is_char_device, Path.is_block_device)
    return any(is_kind(path) for is_kind in kinds)
