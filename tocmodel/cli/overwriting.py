"""Which files a command may write, decided here for every command.

- No command overwrites a file that it reads: a theory, its included theories, a framework, a form,
  settings. Not even ``--force`` does.
- Only ``--force`` overwrites an existing theory, framework or settings file of a project.
- A command that makes something new overwrites any existing file only with ``--force``.

The commands in ``_is_to_change`` change a file on purpose, and may.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from tocmodel.characters import terminal_text
from tocmodel.formats import FRAMEWORK_SUFFIXES, THEORY_SUFFIXES

SETTINGS = ("tocmodel.toml", "pyproject.toml")
"""Files with settings of tocmodel."""


def refusal(
    path: Path,
    *,
    read: Iterable[str | Path] = (),
    command: str = "",
    parameters: Mapping[str, Any] | None = None,
    force: bool = False,
    replaces: bool = True,
) -> str:
    """Return why a file must not be written, as a sentence; an empty text if it may be.

    Files are compared as the system knows them, whatever their name, link or path.

    Args:
        path: the file to write.
        read: the files that the command has read.
        command: the name of the command, such as ``story read``.
        parameters: the values of its arguments and options.
        force: whether ``--force`` is given.
        replaces: whether the command usually replaces a file of this name.
    """
    if not path.exists() or path.is_dir():
        return ""
    name = terminal_text(str(path))
    if _is_to_change(path, command, parameters or {}):
        return ""
    if any(_is_same(path, other) for other in read):
        return f"'{name}' is a file that this command reads; name another file to write"
    kind = _kind(path)
    if force or (replaces and not kind):
        return ""
    if kind and replaces:
        return f"'{name}' is {kind}; name another file to write, or use --force to replace it"
    return f"'{name}' exists already; use another name, or use --force to replace it"


def _is_to_change(path: Path, command: str, parameters: Mapping[str, Any]) -> bool:
    """Return whether it is the purpose of the command to change this file."""
    match command:
        case "story read":
            changed = parameters["into"]
        case "convert":
            changed = parameters.get("into")
        case "migrate":
            changed = parameters["file"]
        case "collect":
            changed = parameters["file"] if parameters.get("writes") else None
        case "review":
            changed = parameters["file"] if parameters.get("record") else None
        case "draw":  # over the earlier picture, whose positions are read before
            changed = parameters.get("keep_positions")
        case "fmt":  # it writes only the files that it is given, or finds in a folder
            return True
        case "new":  # this adds to the editor's settings; the guide writes its own theory only
            return path.parent.name == ".vscode" or bool(parameters.get("guide"))
        case _:
            return False
    return changed is not None and _is_same(path, changed)


def _is_same(path: Path, other: str | Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one of the two does not exist
        return False


def _kind(path: Path) -> str:
    """Return the kind of file if it is a person's own work; empty for any other file."""
    for name in (path.name.lower(), Path(os.path.realpath(path)).name.lower()):
        if name.endswith(THEORY_SUFFIXES):
            return "a theory"
        if name.endswith(FRAMEWORK_SUFFIXES):
            return "a framework"
        if name in SETTINGS:
            return "a file with settings"
    return ""
