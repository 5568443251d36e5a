"""Runs commands in this process, and prints as JSON what Python's audit hooks saw them do.

Run as ``python watched.py`` with the commands as JSON on standard input: a list of argument lists.
A hook cannot be taken out again, so a test starts this as a process of its own.
"""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from tocmodel.cli.program import program

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_TRUNC
_CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.mkdir"}
_STARTS = {"os.system", "os.exec", "os.fork", "os.forkpty", "os.spawn", "os.posix_spawn"}


def watch(arguments: Sequence[Sequence[str]]) -> dict[str, list[str]]:
    """Run each command and return what they did: ``network``, ``processes``, ``written``."""
    seen: dict[str, list[str]] = {"network": [], "processes": [], "written": [], "statuses": []}

    def hook(event: str, given: tuple[Any, ...]) -> None:
        if event.startswith("socket.") and event != "socket.gethostname":
            seen["network"].append(event)
        elif event == "subprocess.Popen":
            seen["processes"].append(str(given[0] or given[1][0]))
        elif event in _STARTS:
            seen["processes"].append(event)
        elif event in _CHANGES:
            seen["written"] += [os.fspath(path) for path in given[:2] if isinstance(path, str)]
        elif event == "open" and isinstance(given[0], str | Path) and (given[2] or 0) & _WRITES:
            seen["written"].append(os.fspath(given[0]))

    sys.addaudithook(hook)
    for words in arguments:
        result = CliRunner().invoke(program, words, prog_name="tocmodel")
        seen["statuses"].append(f"{result.exit_code} {' '.join(words)}")
    return seen


if __name__ == "__main__":
    sys.stdout.write(json.dumps(watch(json.load(sys.stdin))))
