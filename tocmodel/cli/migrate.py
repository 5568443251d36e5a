"""``tocmodel migrate``: convert a theory to the other edition of value creation."""

import sys
from pathlib import Path

import click

from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, common
from tocmodel.cli.output import change_file
from tocmodel.cli.streams import STDIN, print_message
from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat import migration


@click.command(
    epilog="""\b
Examples:
  tocmodel migrate harbour.toc.yaml --to value-creation
  tocmodel migrate harbour.toc.yaml --to value-creation --decide joy=transformative
  tocmodel migrate harbour.toc.yaml --to value-creation --decide joy=keep --dry-run

\b Reframing has no single successor, so you decide for each value of that cycle: in a terminal the
command asks; elsewhere, use --decide. A value that you keep stays as it is, and the theory then
uses both editions. Comments and everything else stay unchanged.
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--to",
    required=True,
    type=click.Choice(["value-creation", "value-creation-2011"]),
    help="The edition to convert to.",
)
@click.option(
    "--decide",
    multiple=True,
    metavar="ID=WORD",
    help="What this value becomes: transformative, strategic, reframing or keep. Repeatable.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@common
def migrate(*, file: Path, to: str, decide: tuple[str, ...], dry_run: bool) -> None:
    """Convert FILE to the other edition of value creation without losing anything."""
    if file == STDIN:
        raise TocModelError("standard input cannot be changed; name the theory's file")
    document = read_model(file)
    require_theory(document)
    decisions = dict(map(_decision, decide))
    if _is_terminal():
        for choice in migration.choices(document, to):
            if choice.id not in decisions:
                decisions[choice.id] = _ask(choice)
    found = migration.migrate(document, to, decisions)
    for words in found.done:
        print_message(words)
    for words in found.kept:
        print_message(f"Kept: {words}")
    if dry_run:
        print_message(f"Nothing was written to {file}.")
        return
    change_file(file, found.text)
    print_message(f"Wrote {file}")


def _is_terminal() -> bool:
    return sys.stdin.isatty()


def _decision(text: str) -> tuple[str, str]:
    id_, _, word = text.partition("=")
    if not id_ or not word:
        raise click.UsageError(f"--decide is like joy=transformative, not '{text}'")
    return id_, word


def _ask(choice: migration.MigrationChoice) -> str:
    print_message(f"\n{choice.id} is {choice.cycle} value: {choice.title}")
    word: str = click.prompt("What is it now?", type=click.Choice(choice.options), err=True)
    return word
