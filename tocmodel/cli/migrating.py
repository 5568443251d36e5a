"""Takes a theory's file to another edition for the command line, and asks where it must."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from tocmodel.cli.answers import change_file
from tocmodel.cli.broken import require_theory
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import STDIN, say
from tocmodel.diagnostics import TocModelError
from tocmodel.migration import Choice, choices, migrate


def migrate_file(file: Path, to: str, decide: Iterable[str], *, dry_run: bool) -> None:
    """Migrate a file in place, or say what would be changed.

    Raises:
        TocModelError: something is not decided, or the file cannot be changed safely.
    """
    if file == STDIN:
        raise TocModelError("standard input cannot be changed; name the theory's file")
    document = read_model(file)
    require_theory(document)
    decisions = dict(map(_decision, decide))
    if _is_terminal():
        for choice in choices(document, to):
            if choice.id not in decisions:
                decisions[choice.id] = _ask(choice)
    found = migrate(document, to, decisions)
    for words in found.done:
        say(words)
    for words in found.kept:
        say(f"Kept: {words}")
    if dry_run:
        say(f"Nothing was written to {file}.")
        return
    change_file(file, found.text)
    say(f"Wrote {file}")


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _decision(text: str) -> tuple[str, str]:
    id_, _, word = text.partition("=")
    if not id_ or not word:
        raise click.UsageError(f"--decide is like joy=transformative, not '{text}'")
    return id_, word


def _ask(choice: Choice) -> str:
    say(f"\n{choice.id} is {choice.cycle} value: {choice.title}")
    word: str = click.prompt("What is it now?", type=click.Choice(choice.options), err=True)
    return word
