"""``tocmodel migrate``: convert a theory to the other edition of value creation."""

from pathlib import Path

import click

from tocmodel.cli.options import A_PATH, common


@click.command(
    epilog="""\b
Examples:
  tocmodel migrate harbour.toc.yaml --to value-creation
  tocmodel migrate harbour.toc.yaml --to value-creation --decide joy=transformative
  tocmodel migrate harbour.toc.yaml --to value-creation --decide joy=keep --dry-run

\b
Reframing has no single successor, so each value of that cycle is asked about: on a terminal one
by one, else with --decide. What you keep stays as it is, and the theory then names both editions.
Comments and everything else stay as they are.
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
    help="What a value becomes: transformative, strategic, reframing or keep. Repeatable.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@common
def migrate(*, file: Path, to: str, decide: tuple[str, ...], dry_run: bool) -> None:
    """Convert FILE to the other edition of value creation without losing anything."""
    from tocmodel.cli.migrating import migrate_file

    migrate_file(file, to, decide, dry_run=dry_run)
