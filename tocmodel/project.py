"""The project around a model file, and which other files the model may name."""

import os
import stat
from pathlib import Path, PureWindowsPath


def project_folder(path: str | Path) -> Path:
    """Return the folder of the project in which a file stands; links are followed.

    It is the nearest folder, at the file or above it, that holds ``tocmodel.toml``, a
    ``pyproject.toml`` with a table ``[tool.tocmodel]``, or ``.git``; without one, the file's own
    folder. The file need not exist.
    """
    own = Path(os.path.realpath(path)).parent
    return next((folder for folder in (own, *own.parents) if _is_marked(folder)), own)


def inside(path: str | Path, folder: str | Path) -> bool:
    """Say whether a path leads to something in a folder or below it; links are followed.

    >>> inside("zones/../harbour.toc.yaml", "."), inside("../harbour.toc.yaml", ".")
    (True, False)
    """
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def beside(written: str, file: str | Path) -> Path:
    """Return what a path leads to that a model names relative to its own folder."""
    return Path(os.path.realpath(file)).parent / written


def refusal(written: str, file: str | Path) -> str:
    r"""Return why a model may not name a path; an empty text where it may.

    A model may be someone else's: it names files of its own project and no others.

    Args:
        written: the path as it stands in the model, relative to the model's folder.
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
    """Say whether something else than a file is there; reading a pipe could wait for ever."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:  # such as for a name that is too long: reading it says so
        return False


def _is_marked(folder: Path) -> bool:
    return (
        (folder / "tocmodel.toml").is_file()
        or (folder / ".git").exists()
        or _is_for_us(folder / "pyproject.toml")
    )


def _is_for_us(path: Path) -> bool:
    """Say whether this is a ``pyproject.toml`` with our table; a broken one says nothing."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    if b"tocmodel" not in data:
        return False
    import tomllib  # noqa: PLC0415  # most projects say nothing of us

    try:
        tools = tomllib.loads(data.decode("utf-8-sig")).get("tool")
    except ValueError:  # of which UnicodeDecodeError and TOMLDecodeError are kinds
        return False
    return isinstance(tools, dict) and "tocmodel" in tools
