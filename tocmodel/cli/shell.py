"""How a command is written for a person to type or paste."""

import re
import shlex
import sys
from pathlib import Path

_PLAIN = re.compile(r"[\w@%+=:,./\\~^-]+")


def argument(path: str | Path) -> str:
    """Return a file's name as a shell takes it: in quotes, where it holds a space or the like.

    Double quotes are understood by every shell, that of Windows included.

    >>> print(argument("zone.toc.yaml"), argument("my zone.toc.yaml"), argument("a$b.toc.yaml"))
    zone.toc.yaml "my zone.toc.yaml" 'a$b.toc.yaml'
    """
    text = str(path)
    if _PLAIN.fullmatch(text):
        return text
    is_special = re.search(r'["$`!]' if sys.platform == "win32" else r'["$`!\\]', text)
    return shlex.quote(text) if is_special else f'"{text}"'
