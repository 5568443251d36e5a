"""The project around a model file, and the other files that the model may name."""

import os
import stat
from pathlib import Path, PureWindowsPath

from tocmodel.system.reading import LARGEST_SETTINGS, read_at_most


def project_folder(path: str | Path) -> Path:
    """Return the folder of a file's project; links are followed.

    It is the nearest folder, at the file or above it, with ``tocmodel.toml``, a
    ``pyproject.toml`` with a table ``[tool.tocmodel]``, or ``.git``; without one, the file's own
    folder. The file need not exist.
    """
    own = Path(os.path.realpath(path)).parent
    return next((folder for folder in (own, *own.parents) if _is_marked(folder)), own)


def inside(path: str | Path, folder: str | Path) -> bool:
    """Return whether a path leads to something in a folder or below it; links are followed.

    >>> inside("zones/../harbour.toc.yaml", "."), inside("../harbour.toc.yaml", ".")
    (True, False)
    """
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def beside(written: str, file: str | Path) -> Path:
    """Return the target of a path in a model, which starts from the model's folder."""
    return Path(os.path.realpath(file)).parent / written


def refusal(written: str, file: str | Path) -> str:
    r"""Return why a model may not name a path; an empty text if it may.

    The model may be someone else's, so it may only name files in its own project.

    Args:
        written: the path as written in the model, relative to the model's folder.
        file: the model.

    >>> refusal("packs/ours.framework.yaml", "zone.toc.yaml")
    ''
    >>> refusal("/etc/ours.framework.yaml", "zone.toc.yaml")
    'it starts at the root of a disk; write it relative to this file'
    >>> refusal("packs\\ours.framework.yaml", "zone.toc.yaml")
    'it has a backslash in it; write / between folders'
    """
    windows = PureWindowsPath(written)
    if written.startswith("/") or windows.drive or windows.root:
        return "it starts at the root of a disk; write it relative to this file"
    if "\\" in written:
        return "it has a backslash in it; write / between folders"
    if not written.isprintable():
        return "it has a character in it that no file's name should have"
    if not inside(beside(written, file), project_folder(file)):
        return "it leads out of the project; copy the file into the project"
    if _is_no_file(beside(written, file)):
        return "it is a folder or a device; name a file"
    return ""


def _is_no_file(path: Path) -> bool:
    """Return whether the path is something other than a file; reading a pipe could hang."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:  # such as a name that is too long, which is reported on reading
        return False


def _is_marked(folder: Path) -> bool:
    return (
        (folder / "tocmodel.toml").is_file()
        or (folder / ".git").exists()
        or _is_for_us(folder / "pyproject.toml")
    )


def _is_for_us(path: Path) -> bool:
    """Return whether this is a ``pyproject.toml`` with our table; a broken one does not count."""
    try:
        data = read_at_most(path, LARGEST_SETTINGS) if path.is_file() else b""
    except OSError:
        return False
    if b"tocmodel" not in data or len(data) > LARGEST_SETTINGS:
        return False
    import tomllib  # noqa: PLC0415  # most projects do not configure us there

    try:
        tools = tomllib.loads(data.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):  # not UTF-8, not TOML, or nested too deeply
        return False
    return isinstance(tools, dict) and "tocmodel" in tools
