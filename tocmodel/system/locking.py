"""Locks that make our programs change a file one after another.

The lock of a file is an empty file beside it, which the system locks and its holder removes. The
system also unlocks it when a program dies, so a leftover lock is open. Where locks do not work, as
on some network shares, there is none: a change is still refused if the file has changed since it
was read.
"""

import contextlib
import os
import sys
import time
import zlib
from collections.abc import Iterator
from contextvars import ContextVar
from pathlib import Path

from tocmodel.characters import terminal_text
from tocmodel.diagnostics import TocModelError

LONGEST_WAIT = 30.0
"""Seconds to wait for another of our programs, which holds a lock only for a moment."""

_PAUSE = 0.02
_HELD: ContextVar[frozenset[Path]] = ContextVar("files whose locks are held", default=frozenset())


@contextlib.contextmanager
def locked(path: str | Path) -> Iterator[bool]:
    """Wait for the lock of a file and hold it; inside, it can be taken again.

    Yields:
        whether there is a lock.

    Raises:
        TocModelError: another program holds it for longer than ``LONGEST_WAIT``.
    """
    target = Path(os.path.realpath(path))
    held = _HELD.get()
    if target in held:
        yield True
        return
    lock = beside(target, "lock")
    file = _take(lock, target)
    if file is None:
        yield False
        return
    token = _HELD.set(held | {target})
    try:
        yield True
    finally:
        _HELD.reset(token)
        _release(file, lock)


def beside(target: Path, kind: str) -> Path:
    """Return the name for one of our own files beside a file: short, whatever that file's name.

    >>> beside(Path("zones/harbour.toc.yaml"), "lock").as_posix()
    'zones/.tocmodel-3bbee758.lock'
    """
    name = zlib.crc32(os.fsencode(target.name.casefold()))
    return target.with_name(f".tocmodel-{name:08x}.{kind}")


def _take(lock: Path, target: Path) -> int | None:
    """Wait for a lock and return its open file; ``None`` if locks do not work here."""
    end = time.monotonic() + LONGEST_WAIT
    while True:
        try:
            file = os.open(lock, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except OSError:
            return None
        try:
            _lock(file)
            if _is_open_at(file, lock):
                return file
        except BlockingIOError:
            if time.monotonic() > end:
                os.close(file)
                raise TocModelError(
                    f"another program is writing '{terminal_text(str(target))}'; try again"
                ) from None
            time.sleep(_PAUSE)
        except OSError:
            os.close(file)
            return None
        os.close(file)


def _is_open_at(file: int, lock: Path) -> bool:
    """Return whether the open file is still the lock; an earlier holder may have removed it."""
    try:
        return os.path.samestat(os.fstat(file), lock.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

    def _release(file: int, lock: Path) -> None:
        os.close(file)
        with contextlib.suppress(OSError):  # another program has it open
            lock.unlink()

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _release(file: int, lock: Path) -> None:
        with contextlib.suppress(OSError):
            lock.unlink()
        os.close(file)
