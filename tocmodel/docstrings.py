"""The docstrings that people read, also where Python was started without them (``-OO``)."""

import ast
import inspect
from collections.abc import Callable
from textwrap import dedent
from typing import Any

_NONE = "Python was started without its docstrings (-OO); start it without -OO to read this page."


def docstring_of(described: type | Callable[..., Any]) -> str:
    """Return the docstring of a class or a function, without its margin.

    Where Python has left it out it is read from the source; without that, a sentence says so.

    >>> docstring_of(docstring_of).partition(",")[0]
    'Return the docstring of a class or a function'
    """
    held = described.__doc__
    if held is None:
        held = _in_source(described) or _NONE
    return inspect.cleandoc(held)


def _in_source(described: type | Callable[..., Any]) -> str:
    try:
        found = ast.parse(dedent(inspect.getsource(described))).body[0]
    except (OSError, TypeError, SyntaxError):
        return ""
    if not isinstance(found, ast.ClassDef | ast.FunctionDef):
        return ""
    return ast.get_docstring(found) or ""
