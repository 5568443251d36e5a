"""Tables and pages for a terminal, laid out by rich."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text


def page(text: str, *, colour: bool) -> str:
    """Lay out Markdown."""
    return _laid_out(Markdown(text), colour=colour)


def table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]], *, colour: bool) -> str:
    """Lay out a table, its cells wrapped to the width of the terminal."""
    grid = Table(title=title, title_justify="left", title_style="bold")
    for head in heads:
        grid.add_column(head, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    return _laid_out(grid, colour=colour)


def _laid_out(content: Any, *, colour: bool) -> str:
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, no_color=not colour)
    console.print(content)
    return file.getvalue()
