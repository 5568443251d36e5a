"""``tocmodel story form``: write an empty story form."""

from pathlib import Path

import click

from tocmodel.cli.options import A_PATH, common


@click.command(
    epilog="""\b
Examples:
  tocmodel story form                                    to standard output
  tocmodel story form -o gate.story.txt
  tocmodel story form -o gate.csv
  tocmodel story form -o gate.xlsx --for harbour.toc.yaml
  tocmodel story form --edition value-creation-2011
""",
)
@click.option("--output", "-o", type=A_PATH, help="The form to write: .txt, .csv or .xlsx.")
@click.option(
    "--for",
    "for_",
    type=A_PATH,
    metavar="FILE",
    help="The theory that the story is for: its names go into the form.",
)
@click.option(
    "--edition",
    type=click.Choice(["value-creation", "value-creation-2011"]),
    help="The cycles to ask about.  [default: those of the theory, else the eight cycles]",
)
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@common
def form(*, output: Path | None, for_: Path | None, edition: str | None, force: bool) -> None:
    """Write an empty form for a value-creation story: five questions and a few more."""
    from tocmodel.cli.story_files import write_form

    write_form(output, theory_file=for_, edition=edition, force=force)
