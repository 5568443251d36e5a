"""Files in and out: read whole, written whole or not at all, and errors in plain words."""

import contextlib
import errno
import os
import stat
import threading
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

from tocmodel.diagnostics import TocModelError, printable

_READ: ContextVar[dict[str, None] | None] = ContextVar("files that were read", default=None)


@contextlib.contextmanager
def noting_reads() -> Iterator[None]:
    """Keep the paths of all files that are read inside; ``files_read`` gives them.

    A program that knows what it has read can take care not to write over it.
    """
    token = _READ.set({})
    try:
        yield
    finally:
        _READ.reset(token)


def note_read(path: str | Path) -> None:
    """Note that a file is read, where that happens in another way than by ``read_bytes``."""
    noted = _READ.get()
    if noted is not None:
        noted[str(path)] = None


def files_read() -> tuple[str, ...]:
    """Return the paths of the files that were read so far, in order; none where nobody notes them.

    >>> with noting_reads():
    ...     note_read("a.toc.yaml"), note_read("b.toc.yaml"), note_read("a.toc.yaml")
    ...     files_read()
    (None, None, None)
    ('a.toc.yaml', 'b.toc.yaml')
    """
    return tuple(_READ.get() or ())


def read_bytes(path: str | Path, most: int = -1) -> bytes:
    """Return what a file holds, or so many bytes of it at most.

    Raises:
        TocModelError: it cannot be read; the message says what to do.
    """
    note_read(path)
    try:
        with Path(path).open("rb") as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        raise world_error(error, path, doing="read") from error


def write_atomically(path: str | Path, data: str | bytes) -> None:
    r"""Write a file so that a reader sees the old or the new content, never half of it.

    Text is written as UTF-8 with ``\n`` at the line ends. A link is followed, and a file keeps
    its permissions.

    Raises:
        TocModelError: it cannot be written; the old file, if any, is untouched.
    """
    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            _write_in_place(target, content)
        else:
            _replace(target, content)
    except (OSError, ValueError) as error:
        raise world_error(error, path, doing="write") from error


def write_keeping_line_ends(path: str | Path, text: str) -> None:
    """Write a file anew in the manner of the old one: its line ends and its byte order mark.

    Raises:
        TocModelError: it cannot be read or written; the old file is untouched.
    """
    old = read_bytes(path)
    if b"\r\n" in old:
        text = text.replace("\n", "\r\n")
    mark = "\ufeff" if old.startswith(b"\xef\xbb\xbf") else ""
    write_atomically(path, mark + text)


def make_folder(path: str | Path) -> None:
    """Make a folder, and those around it, unless it is there.

    Raises:
        TocModelError: it cannot be made.
    """
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise world_error(error, path, doing="make") from error


def _write_in_place(target: Path, content: bytes) -> None:
    """A device or a pipe cannot be replaced (and a folder raises, which is right)."""
    with target.open("wb") as file:
        file.write(content)


def _replace(target: Path, content: bytes) -> None:
    # Not tempfile: its files are readable by their owner only, whatever the umask says.
    draft = target.with_name(f".tocmodel-{os.getpid()}-{threading.get_native_id()}.tmp")
    try:
        with draft.open("xb") as file:
            file.write(content)
        if target.exists():
            draft.chmod(stat.S_IMODE(target.stat().st_mode))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def world_error(error: OSError | ValueError, path: str | Path, *, doing: str) -> TocModelError:
    """Say in one sentence why a file cannot be read or written, and what to do.

    A ``ValueError`` is what Python raises for a path with a null character in it.

    >>> print(world_error(FileNotFoundError(2, "No such file"), "a.toc.yaml", doing="read"))
    cannot read 'a.toc.yaml': there is no such file; check the name and the folder
    """
    if isinstance(error, ValueError):
        return TocModelError(f"cannot {doing} {str(path)!r}: {error}")
    return TocModelError(f"cannot {doing} '{printable(str(path))}': {_reason(error, path, doing)}")


def _reason(error: OSError | ValueError, path: str | Path, doing: str) -> str:
    if not isinstance(error, OSError):
        return "a file's name cannot hold a null character"
    if isinstance(error, FileNotFoundError) and doing in ("read", "write"):
        return _missing(Path(path), doing)
    if isinstance(error, FileExistsError):
        return "there is a file of that name"
    if isinstance(error, PermissionError) and doing != "read":
        return "permission denied; choose another place, or close the program that has it open"
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error)).lower()


def _missing(path: Path, doing: str) -> str:
    if doing == "read":
        return f"there is no such file; {_what_there_is(path)}"
    if path.parent.is_dir():
        return f"the folder '{path.parent}' is not writable; choose another place"
    return f"there is no folder '{printable(str(path.parent))}'; make it first"


def _what_there_is(path: Path) -> str:
    """Name the file in the same folder that was probably meant, or say what to look at."""
    from difflib import get_close_matches  # noqa: PLC0415  # only where a file is missing

    from tocmodel.formats import SOURCE_SUFFIXES  # noqa: PLC0415  # as above

    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except OSError:
        names = []
    if f"{path.name}.txt" in names:
        return f"there is '{printable(path.name)}.txt': remove .txt from its name"
    endings = (*SOURCE_SUFFIXES, path.suffix) if path.suffix else SOURCE_SUFFIXES
    # Of two with the same beginning, the theory is the likelier: its ending is the last.
    stems = {_stem(name, endings): name for name in names if name.endswith(endings)}
    wanted = _stem(path.name, endings)
    # Two letters are like many names.
    near = get_close_matches(wanted, stems, n=1, cutoff=0.65 if len(wanted) > 2 else 1)
    if near:
        return f"did you mean '{printable(str(path.parent / stems[near[0]]))}'?"
    return "check the name and the folder"


def _stem(name: str, endings: tuple[str, ...]) -> str:
    ending = next((ending for ending in endings if name.lower().endswith(ending)), "")
    return name.casefold().removesuffix(ending.casefold()).replace("_", "-").replace(" ", "-")


_REASONS = {
    errno.EISDIR: "it is a folder; name a file in it",
    errno.ENOTDIR: "part of the path is a file, not a folder",
    errno.EACCES: "permission denied; ask whoever owns the file to let you read it",
    errno.EPERM: "permission denied; ask whoever owns the file to let you read it",
    errno.ENOSPC: "the disk is full; make room and try again",
    errno.EDQUOT: "your disk quota is used up; make room and try again",
    errno.EROFS: "the disk can only be read; choose another place",
    errno.ENAMETOOLONG: "the name is too long",
    errno.ELOOP: "its links go round in a circle",
}
