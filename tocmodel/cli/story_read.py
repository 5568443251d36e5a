"""``tocmodel story read``: put the stories of filled-in forms into a theory."""

from pathlib import Path

import click

from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.options import A_PATH, common


@click.command(
    epilog="""\b
Examples:
  tocmodel story read gate.story.txt --into harbour.toc.yaml
  tocmodel story read forms/*.xlsx --into harbour.toc.yaml
  tocmodel story read gate.csv --into harbour.toc.yaml --dry-run   say what would be added

\b
Nothing is written unless every form can be used: what is wrong is said with its line or cell,
and the exit status is 1. Comments and everything else in the theory stay as they are.
""",
)
@click.argument("forms", nargs=-1, required=True, type=A_PATH, metavar="FORM...")
@click.option("--into", required=True, type=A_PATH, metavar="FILE", help="The theory to add to.")
@click.option("--dry-run", is_flag=True, help="Say what would be added, and write nothing.")
@common
def read(*, forms: tuple[Path, ...], into: Path, dry_run: bool) -> None:
    """Put the stories of each FORM (.txt, .csv or .xlsx) into the theory in FILE."""
    from tocmodel.cli.story_files import read_forms

    if not read_forms(forms, into, dry_run=dry_run):
        raise click.exceptions.Exit(FINDINGS)
