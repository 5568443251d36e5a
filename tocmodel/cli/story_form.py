"""``tocmodel story form``: write an empty story form."""

from pathlib import Path

import click

from tocmodel.cli.answers import Output, answers_in
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
@answers_in(
    "text",
    "csv",
    "xlsx",
    output="The form to write: .txt, .csv or .xlsx.",
    format_="The kind of form.",
    force="Replace a file that exists.",
)
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
@common
def form(*, output: Output, for_: Path | None, edition: str | None) -> None:
    """Write an empty form for a value-creation story: five questions and a few more."""
    from tocmodel.cli.story_files import write_form

    write_form(output, theory_file=for_, edition=edition)
