"""Read and write files as a whole, with errors in plain words."""

import contextlib
import errno
import os
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError
from tocmodel.syntax import LARGEST
from tocmodel.system.reading import PIPE_TIME_LIMIT, read_at_most

_READ: ContextVar[dict[str, int | None] | None] = ContextVar("files that were read", default=None)


@contextlib.contextmanager
def noting_reads() -> Iterator[None]:
    """Record the paths of all files that are read inside; ``files_read`` returns them.

    A program that knows its input files can avoid overwriting them.
    """
    token = _READ.set({})
    try:
        yield
    finally:
        _READ.reset(token)


def note_read(path: str | Path, content: bytes | None = None) -> None:
    """Record a file that is read without ``read_bytes``."""
    noted = _READ.get()
    if noted is not None and noted.get(str(path)) is None:
        noted[str(path)] = None if content is None else hash(content)


def files_read() -> tuple[str, ...]:
    """Return the paths of the files read so far, in order; none outside ``noting_reads``.

    >>> with noting_reads():
    ...     note_read("a.toc.yaml"), note_read("b.toc.yaml"), note_read("a.toc.yaml")
    ...     files_read()
    (None, None, None)
    ('a.toc.yaml', 'b.toc.yaml')
    """
    return tuple(_READ.get() or ())


def read_again(path: str | Path) -> bytes | None:
    """Return the content of a file, if it has not changed since it was first read.

    A program that changes a file passes this to ``write_atomically``, so that it does not overwrite
    changes saved by an editor in between. ``None`` means that the first reading was not recorded.

    Raises:
        TocModelError: it has changed, or cannot be read.
    """
    from tocmodel.system.writing import changed_meanwhile  # noqa: PLC0415  # most only read

    target = os.path.realpath(path)
    noted = (_READ.get() or {}).items()
    held = next((held for name, held in noted if os.path.realpath(name) == target), None)
    if held is None:
        return None
    content = read_bytes(path)
    if hash(content) != held:
        raise changed_meanwhile(path)
    return content


def read_bytes(path: str | Path, most: int = LARGEST) -> bytes:
    """Return the content of a file; of a larger one, the first ``most`` bytes and one more.

    Raises:
        TocModelError: it cannot be read; the message explains what to do.
    """
    note_read(path)
    try:
        content = read_at_most(path, most)
    except (OSError, ValueError) as error:
        raise world_error(error, path, doing="read") from error
    note_read(path, content)
    return content


def read_whole(path: str | Path, most: int, help_: str = "") -> bytes:
    """Return the content of a file that has at most so many bytes.

    Raises:
        TocModelError: it is larger, or cannot be read; ``help_`` is what to do with a larger one.
    """
    content = read_bytes(path, most)
    if len(content) > most:
        name = terminal_text(str(path))
        reason = f"it is larger than {most / 1024 / 1024:g} MiB"
        raise TocModelError("; ".join(filter(None, (f"cannot read '{name}': {reason}", help_))))
    return content


def write_atomically(
    path: str | Path,
    data: str | bytes,
    *,
    expected: bytes | None = None,
    is_new: bool = False,
) -> tuple[str, ...]:
    r"""Write a file so that a reader sees either the old or the new content, never half of it.

    Text is written as UTF-8 with ``\n`` at the line ends. A link is followed. A file keeps its
    permissions, owner and group if the system allows it. The content is on the disk when this
    returns.

    Args:
        path: the file.
        data: its new content.
        expected: the content it must have until then; ``None`` for any.
        is_new: whether the file must not exist until then.

    Returns:
        the attributes of the old file that could not be kept, each in a sentence that begins
        with ``it``.

    Raises:
        TocModelError: it cannot be written, is read-only, or is not as expected; the old file, if
            any, is untouched.
    """
    from tocmodel.system.writing import replace_file  # noqa: PLC0415  # most only read

    content = data.encode("utf-8", "replace") if isinstance(data, str) else data
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            _write_in_place(target, content)
            return ()
        return replace_file(target, content, expected=expected, is_new=is_new)
    except (OSError, ValueError) as error:
        raise world_error(error, path, doing="write") from error


def in_the_manner_of(old: bytes, text: str) -> bytes:
    r"""Return a text with the line ends and byte order mark of an old one.

    >>> in_the_manner_of(b"\xef\xbb\xbfone\r\n", "two\n")
    b'\xef\xbb\xbftwo\r\n'
    """
    if b"\r\n" in old:
        text = text.replace("\n", "\r\n")
    mark = "\ufeff" if old.startswith(b"\xef\xbb\xbf") else ""
    return f"{mark}{text}".encode("utf-8", "replace")


def make_folder(path: str | Path) -> None:
    """Make a folder and its parents, unless it exists.

    Raises:
        TocModelError: it cannot be made.
    """
    try:
        Path(path).mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise world_error(error, path, doing="make") from error


def _write_in_place(target: Path, content: bytes) -> None:
    """Write to a device or pipe, which cannot be replaced; a folder rightly raises an error."""
    with target.open("wb") as file:
        file.write(content)


def world_error(error: OSError | ValueError, path: str | Path, *, doing: str) -> TocModelError:
    """Return a one-sentence error: why a file cannot be read or written, and what to do.

    Python raises a ``ValueError`` for a path with a null character in it.

    >>> print(world_error(FileNotFoundError(2, "No such file"), "a.toc.yaml", doing="read"))
    cannot read 'a.toc.yaml': there is no such file; check the name and the folder
    """
    if isinstance(error, ValueError):
        return TocModelError(f"cannot {doing} {str(path)!r}: {error}")
    return TocModelError(
        f"cannot {doing} '{terminal_text(str(path))}': {_reason(error, path, doing)}"
    )


def _reason(error: OSError | ValueError, path: str | Path, doing: str) -> str:
    if not isinstance(error, OSError):
        return "a file's name cannot hold a null character"
    if isinstance(error, TimeoutError) and error.errno is None:
        return (
            f"it is a pipe or a device, and did not come to an end within {PIPE_TIME_LIMIT:g} "
            "seconds; save its content in a file, and name that"
        )
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
    return f"there is no folder '{terminal_text(str(path.parent))}'; make it first"


def _what_there_is(path: Path) -> str:
    """Suggest a file in the same folder, or advise what to check."""
    from difflib import get_close_matches  # noqa: PLC0415  # only where a file is missing

    from tocmodel.formats import SOURCE_SUFFIXES  # noqa: PLC0415  # as above

    try:
        names = sorted(entry.name for entry in path.parent.iterdir() if entry.is_file())
    except OSError:
        names = []
    if f"{path.name}.txt" in names:
        return f"there is '{terminal_text(path.name)}.txt': remove .txt from its name"
    endings = (*SOURCE_SUFFIXES, path.suffix) if path.suffix else SOURCE_SUFFIXES
    # Of two files with the same stem, prefer the theory: its ending is the last.
    stems = {_stem(name, endings): name for name in names if name.endswith(endings)}
    wanted = _stem(path.name, endings)
    # Two letters are similar to many names.
    near = get_close_matches(wanted, stems, n=1, cutoff=0.65 if len(wanted) > 2 else 1)
    if near:
        return f"did you mean '{terminal_text(str(path.parent / stems[near[0]]))}'?"
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
    errno.ELOOP: "its links form a circle",
}
