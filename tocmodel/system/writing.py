"""Replace a file as a whole: whatever happens, it has either the old or the new content.

The new content is written to a draft beside the file, flushed to the disk and then renamed. A draft
left by a program that died is removed by the next one that writes the file.
"""

import contextlib
import errno
import os
import stat
import threading
from collections.abc import Iterator
from pathlib import Path

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError
from tocmodel.system.locking import beside, locked
from tocmodel.system.reading import read_at_most

_NOT_SUPPORTED = (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF)
_NO_ACCESS = (errno.EACCES, errno.EPERM)


def replace_file(
    target: Path, content: bytes, *, expected: bytes | None = None, is_new: bool = False
) -> tuple[str, ...]:
    """Replace the content of a file.

    Args:
        target: the file, not a link.
        content: its new content.
        expected: the content it must have until then; ``None`` for any.
        is_new: whether the file must not exist until then.

    Returns:
        the attributes of the old file that could not be kept, a sentence each.

    Raises:
        OSError: it cannot be written; the old or the new file is there, complete.
        TocModelError: it is read-only, or is not as expected; it is untouched.
    """
    with locked(target) as is_locked:
        old = _status(target)
        _refuse_read_only(target, old)
        # Without a lock another program may be writing; one with our process number is dead.
        own = "" if is_locked else f"{os.getpid()}-{threading.get_native_id()}."
        draft = beside(target, f"{own}draft")
        try:
            notes = _write_draft(draft, content, old)
            _before("compare")
            _refuse_changed(target, expected, is_new=is_new)
            _before("replace")
            draft.replace(target)
        finally:
            with contextlib.suppress(OSError):
                draft.unlink()
        _before("flush folder")
        _flush_folder(target.parent)
        _before("unlock")
    if old is not None and old.st_nlink > 1:
        notes.append("it had another name (a hard link), which keeps the old content")
    return tuple(notes)


def _before(step: str) -> None:
    """Called before each step; tests make the program fail or end here."""


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _refuse_read_only(target: Path, old: os.stat_result | None) -> None:
    # Root may write anything, but should still respect a file without write permission.
    if old is not None and not (old.st_mode & 0o222 and os.access(target, os.W_OK)):
        name = terminal_text(str(target))
        raise TocModelError(f"'{name}' is read-only; allow writing to it, or name another file")


def _write_draft(draft: Path, content: bytes, old: os.stat_result | None) -> list[str]:
    """Write the draft to the disk, readable only by people who could read the old file."""
    _before("draft")
    draft.unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # The system decides the permissions of a new file.
    with os.fdopen(os.open(draft, flags, 0o666 if old is None else 0o600), "wb") as file:
        _before("write")
        file.write(content)
        file.flush()
        notes = _keep_owner_and_mode(file.fileno(), old) if old is not None else []
        _before("flush")
        with _unless_not_supported():
            os.fsync(file.fileno())
    return notes


def _keep_owner_and_mode(file: int, old: os.stat_result) -> list[str]:
    """Give a file the owner, group and permissions of the old one, as far as possible.

    If the old group cannot be kept, the new group gets only the permissions of everybody else.
    """
    if not hasattr(os, "fchown"):  # Windows: a file inherits the access of its folder
        return []
    notes = []
    mode = stat.S_IMODE(old.st_mode)
    now = os.fstat(file)
    if (now.st_uid, now.st_gid) != (old.st_uid, old.st_gid):
        if not _give(file, -1, old.st_gid):
            mode = mode & ~0o2070 | (mode & 0o007) << 3
            notes.append("its group could not be kept")
        if now.st_uid != old.st_uid and not _give(file, old.st_uid, -1):
            mode &= ~0o4000
            notes.append("its owner could not be kept: it is yours now")
    if stat.S_IMODE(os.fstat(file).st_mode) != mode:
        try:
            _before("mode")
            os.fchmod(file, mode)
        except OSError:
            left = stat.filemode(os.fstat(file).st_mode)[1:]
            notes.append(f"its permissions could not be kept: they are {left} now")
    return notes


def _give(file: int, user: int, group: int) -> bool:
    try:
        _before("owner")
        os.fchown(file, user, group)
    except OSError:
        return False
    return True


def _refuse_changed(target: Path, expected: bytes | None, *, is_new: bool) -> None:
    if is_new and os.path.lexists(target):
        raise changed_meanwhile(target)
    if expected is None:
        return
    try:
        is_same = read_at_most(target, len(expected)) == expected
    except FileNotFoundError:
        is_same = False
    if not is_same:
        raise changed_meanwhile(target)


def changed_meanwhile(path: str | Path) -> TocModelError:
    """Return the error for a file that has changed since it was read."""
    name = terminal_text(str(path))
    return TocModelError(f"'{name}' changed meanwhile, so nothing was written; run this again")


def _flush_folder(folder: Path) -> None:
    """Write the new name to the disk, if the system can open folders."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with _unless_not_supported(*_NO_ACCESS):
        opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


@contextlib.contextmanager
def _unless_not_supported(*others: int) -> Iterator[None]:
    """Go on if the system does not support this; a failing disk is still an error."""
    try:
        yield
    except OSError as error:
        if error.errno not in (*_NOT_SUPPORTED, *others):
            raise
