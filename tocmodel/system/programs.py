"""Find the programs that tocmodel starts, but never in the current folder."""

import os
import sys
from pathlib import Path


def find_program(name: str) -> str | None:
    """Return the full path of a program on the PATH; ``None`` if there is none.

    The current folder may hold somebody else's files. Windows looks there before the PATH, and
    elsewhere the PATH may include it (``.``, or an empty entry). So only its full paths count.

    Args:
        name: the name of the program, or its path, which is used as it is.
    """
    import shutil  # noqa: PLC0415  # few commands start a program

    if Path(name).name != name:
        found = shutil.which(name)
        return str(Path(found).absolute()) if found else None
    file = f"{name}.exe" if sys.platform == "win32" and not Path(name).suffix else name
    for folder in map(Path, os.get_exec_path()):
        if folder.is_absolute() and (found := shutil.which(str(folder / file))):
            return found
    return None
