"""Writers: a scene to svg, png, pdf; a diagram to dot, mermaid, text; a matrix to csv, html, text.

Each format has a module of its name with a function of its name in it, ``svg.svg(scene)``. A writer
is imported when it is first used: the libraries behind png and pdf are slow to load.
"""

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # what __getattr__ says, for type checkers and editors
    from tocmodel.render.dot import to_graphviz

__all__ = [
    "FROM_DIAGRAM",
    "FROM_SCENE",
    "MATRIX_RENDERERS",
    "RENDERERS",
    "find_matrix_writer",
    "find_writer",
    "to_graphviz",
]

FROM_SCENE = ("svg", "png", "pdf")
"""The formats that need a layout, and so an engine."""

FROM_DIAGRAM = ("dot", "mermaid", "text")
"""The formats that are written from a diagram, with no engine."""

RENDERERS = MappingProxyType(
    {
        "svg": "tocmodel.render.svg",
        "png": "tocmodel.render.png",
        "pdf": "tocmodel.render.pdf",
        "dot": "tocmodel.render.dot",
        "mermaid": "tocmodel.render.mermaid",
        "text": "tocmodel.render.text",
    }
)
"""The module that writes each format."""


MATRIX_RENDERERS = MappingProxyType(
    {
        "csv": "tocmodel.render.matrix_csv",
        "html": "tocmodel.render.matrix_html",
        "text": "tocmodel.render.matrix_text",
    }
)
"""The module that writes a matrix in each format that needs no layout."""


def find_matrix_writer(format: str) -> Callable[..., str | bytes]:  # noqa: A002
    """Return the function that writes a matrix in a format, ``matrix_csv`` for ``csv``.

    >>> find_matrix_writer("csv").__name__
    'matrix_csv'
    """
    module = import_module(MATRIX_RENDERERS[format])
    writer: Callable[..., str | bytes] = getattr(module, f"matrix_{format}")
    return writer


def find_writer(format: str) -> Callable[..., str | bytes]:  # noqa: A002  (its name everywhere)
    """Return the function that writes a format.

    >>> find_writer("svg").__name__
    'svg'
    """
    writer: Callable[..., str | bytes] = getattr(import_module(RENDERERS[format]), format)
    return writer


def __getattr__(name: str) -> Any:
    """Import ``to_graphviz`` when it is first used (PEP 562)."""
    if name != "to_graphviz":
        raise AttributeError(f"module 'tocmodel.render' has no attribute '{name}'")
    return import_module("tocmodel.render.dot").to_graphviz
