"""Writers: a scene to svg, png and pdf; a diagram to dot, mermaid and plain text.

A writer is imported when it is first used: the libraries behind png and pdf are slow to load.
"""

from collections.abc import Callable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # what the table below says, for type checkers and editors
    from tocmodel.render.dot import dot, to_graphviz
    from tocmodel.render.mermaid import mermaid
    from tocmodel.render.pdf import pdf
    from tocmodel.render.png import png
    from tocmodel.render.svg import svg
    from tocmodel.render.text import text

__all__ = [
    "FROM_DIAGRAM",
    "FROM_SCENE",
    "dot",
    "find_writer",
    "mermaid",
    "pdf",
    "png",
    "svg",
    "text",
    "to_graphviz",
]

FROM_SCENE = ("svg", "png", "pdf")
"""The formats that need a layout, and so an engine."""

FROM_DIAGRAM = ("dot", "mermaid", "text")
"""The formats that are written from a diagram, with no engine."""

_HOMES: Mapping[str, str] = MappingProxyType(
    {
        "svg": "tocmodel.render.svg",
        "png": "tocmodel.render.png",
        "pdf": "tocmodel.render.pdf",
        "dot": "tocmodel.render.dot",
        "to_graphviz": "tocmodel.render.dot",
        "mermaid": "tocmodel.render.mermaid",
        "text": "tocmodel.render.text",
    }
)


def find_writer(format: str) -> Callable[..., str | bytes]:  # noqa: A002  (its name everywhere)
    """Return the function that writes a format.

    >>> find_writer("svg").__name__
    'svg'
    """
    writer: Callable[..., str | bytes] = getattr(import_module(_HOMES[format]), format)
    return writer


def __getattr__(name: str) -> Any:
    """Import a writer when it is first used (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module 'tocmodel.render' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)
