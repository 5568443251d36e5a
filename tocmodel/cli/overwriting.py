"""Which files a command may write: the one place that decides, for every command.

- No command writes over a file that it reads: a theory, what that includes, a framework, a form,
  settings. Nothing changes that.
- A theory, a framework or the settings of a project that are there are kept, unless ``--force``.
- A command that makes something new keeps any file that is there, unless ``--force``.

The commands in ``_is_to_change`` are there to change a file, and may.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tocmodel.diagnostics import printable
from tocmodel.formats import FRAMEWORK_SUFFIXES, THEORY_SUFFIXES

SETTINGS = ("tocmodel.toml", "pyproject.toml")
"""Files with settings of ours."""


def refusal(
    path: Path,
    *,
    read: Iterable[str | Path] = (),
    command: str = "",
    parameters: Mapping[str, Any] | None = None,
    force: bool = False,
    replaces: bool = True,
) -> str:
    """Return why a file may not be written, as a sentence; an empty text where it may be.

    Files are compared as the system knows them: by whatever name, link or path.

    Args:
        path: the file to write.
        read: the files that were read on the way.
        command: the name of the command, such as ``story read``.
        parameters: the values of its arguments and options.
        force: whether the person said ``--force``.
        replaces: whether the command usually replaces a file of this name.
    """
    if not path.exists() or path.is_dir():
        return ""
    name = printable(str(path))
    if _is_to_change(path, command, parameters or {}):
        return ""
    if any(_is_same(path, other) for other in read):
        return f"'{name}' is a file that this command reads; name another file to write"
    kind = _kind(path)
    if force or (replaces and not kind):
        return ""
    if kind and replaces:
        return f"'{name}' is {kind}; name another file to write, or --force to replace it"
    return f"'{name}' is there already; use another name, or --force to replace it"


def _is_to_change(path: Path, command: str, parameters: Mapping[str, Any]) -> bool:
    """Say whether the command is there to change this file."""
    match command:
        case "migrate":
            return _is_same(path, parameters["file"])
        case "story read":
            return _is_same(path, parameters["into"])
        case "new":  # adds to the settings of the editor
            return path.parent.name == ".vscode"
        case _:
            return False


def _is_same(path: Path, other: str | Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of the two is not there
        return False


def _kind(path: Path) -> str:
    """Say what of a person's own work the file is; empty for any other file."""
    for name in (path.name.lower(), Path(os.path.realpath(path)).name.lower()):
        if name.endswith(THEORY_SUFFIXES):
            return "a theory"
        if name.endswith(FRAMEWORK_SUFFIXES):
            return "a framework"
        if name in SETTINGS:
            return "a file with settings"
    return ""
