"""What goes to standard output and standard error, in which encoding and colour."""

import io
import os
import sys
from pathlib import Path
from typing import TextIO

import click

STDIN = Path("-")
"""Stands for standard input, and for standard output."""


def speak_utf8() -> None:
    """Write UTF-8 to files and pipes on every system, and never fail for want of a character.

    A terminal keeps its own encoding, and shows a question mark for what that lacks.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def has_colour(stream: TextIO) -> bool:
    """Say whether colour is wanted: by ``--colour``, by the environment, else on a terminal.

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
    """Say whether a person looks at this stream, on a terminal that can do more than type."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def say(text: str) -> None:
    """Tell the person at the terminal something; data go to standard output instead."""
    context = click.get_current_context(silent=True)
    if context is None or not context.meta.get("tocmodel.quiet"):
        click.echo(text, err=True)


def put(text: str, *, colour: bool = False) -> None:
    """Write text to standard output."""
    click.echo(text, nl=False, color=colour)


def put_bytes(data: bytes) -> None:
    """Write bytes to standard output."""
    click.echo(data, nl=False)
