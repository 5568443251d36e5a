"""What goes to standard output and standard error: its encoding, its colour and its tables."""

import io
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TextIO

import click

from tocmodel.characters import terminal_lines

STDIN = Path("-")
"""The path that means standard input, or standard output."""


def open_closed_streams() -> None:
    """Open the standard streams that whoever started the program has closed.

    Otherwise the next file that is opened would take their place, and Python has no stream at all.
    Nobody reads what goes to standard error then. The other two fail when they are used, as
    standard input can only be written to and standard output can only be read.
    """
    for number, flags in enumerate((os.O_WRONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # it gets the lowest number that is free
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, "r")))
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(io.FileIO(1, "w")))
    if sys.stderr is None:
        sys.stderr = io.TextIOWrapper(io.BufferedWriter(io.FileIO(2, "w")))


def speak_utf8() -> None:
    """Write UTF-8 to files and pipes on every system, and never fail because of a character.

    A terminal keeps its own encoding, and shows a question mark for characters that it lacks.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def has_colour(stream: TextIO) -> bool:
    """Return whether to use colour: by ``--colour``, by the environment, otherwise on a terminal.

    See https://no-color.org and https://force-color.org.
    """
    context = click.get_current_context(silent=True)
    if context is not None and context.color is not None:
        return context.color
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream)


def is_terminal(stream: TextIO) -> bool:
    """Return whether this stream is a terminal with colours."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def print_message(text: str) -> None:
    """Print a message on standard error, unless ``--quiet`` is given."""
    context = click.get_current_context(silent=True)
    if context is None or not context.meta.get("tocmodel.quiet"):
        click.echo(terminal_lines(text), err=True)


def print_result(text: str, *, colour: bool = False) -> None:
    """Write text to standard output."""
    click.echo(text, nl=False, color=colour)


def print_bytes(data: bytes) -> None:
    """Write bytes to standard output."""
    click.echo(data, nl=False)


def plain_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a table with spaces only, for a file or a pipe.

    >>> print(plain_table("Links (1)", ["from", "to"], [["café", "b"]]))
    Links (1)
      from  to
      café  b
    <BLANKLINE>
    """
    from tocmodel.report.table_text import aligned

    return "\n".join([title, *(f"  {line}" for line in aligned([heads, *rows]) if heads)]) + "\n"


def rich_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Lay out a table for a terminal, with cells wrapped to its width."""
    from rich.table import Table
    from rich.text import Text

    grid = Table(title=title, title_justify="left", title_style="bold")
    for head in heads:
        grid.add_column(head, overflow="fold")
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    return _laid_out(grid)


def rich_page(text: str) -> str:
    """Lay out Markdown for a terminal."""
    from rich.markdown import Markdown

    return _laid_out(Markdown(text))


def _laid_out(content: Any) -> str:
    from rich.console import Console

    file = io.StringIO()
    console = Console(file=file, force_terminal=True, no_color=not has_colour(sys.stdout))
    console.print(content)
    return file.getvalue()
