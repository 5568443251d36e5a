"""Read a file of any kind within limits of size and time; nothing else opens a person's file."""

import os
import select
import stat
import time
from pathlib import Path

from tocmodel.syntax import LARGEST

LARGEST_SETTINGS = 1024 * 1024
"""The most bytes of a file with settings, which every command looks for first."""

PIPE_TIME_LIMIT = 30.0
"""The most seconds until the end of a pipe or a device."""

_PIECE = 64 * 1024


def read_at_most(path: str | Path, most: int = LARGEST) -> bytes:
    """Return the content of a file; of a larger one, the first ``most`` bytes and one more.

    So a caller sees that a file is too large, and the rest of it is not read. A pipe is a file
    too, such as ``<(...)`` in a shell.

    Raises:
        OSError: it cannot be read; a ``TimeoutError`` is for a pipe or a device without an end.
        ValueError: the path has a null character in it.
    """
    # Opening a pipe usually waits until somebody writes to it.
    with open(path, "rb", buffering=0, opener=_open_at_once) as file:
        status = os.fstat(file.fileno())
        is_plain = stat.S_ISREG(status.st_mode) or not hasattr(select, "poll")
        ends = time.monotonic() + PIPE_TIME_LIMIT
        size = max(status.st_size + 1, _PIECE)
        pieces: list[bytes] = []
        left = most + 1
        while left:
            if not is_plain:
                _wait(file.fileno(), ends)
            piece = file.read(min(size, left))
            if piece == b"":
                break
            pieces.append(piece or b"")
            left -= len(pieces[-1])
    return b"".join(pieces)


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _wait(file: int, ends: float) -> None:
    """Wait until there is something to read, or the end."""
    waiting = select.poll()
    waiting.register(file, select.POLLIN)
    left = ends - time.monotonic()
    if left <= 0 or not waiting.poll(left * 1000):
        raise TimeoutError
