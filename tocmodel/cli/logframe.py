"""``tocmodel logframe``: show a theory as a logframe, a table of results."""

from pathlib import Path

import click

from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.formats import WriterInput


@click.command(
    epilog="""\b
Examples:
  tocmodel logframe harbour.toc.yaml
  tocmodel logframe harbour.toc.yaml -o logframe.csv
  tocmodel logframe harbour.toc.yaml -o logframe.html
  tocmodel report harbour.toc.yaml --sections logframe -o logframe.docx    for Word
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="Use the titles in a language that the file has translations for, such as cy.",
)
@output_options(WriterInput.MATRIX, WriterInput.SCENE, usual="text")
@publishable
@common
def logframe(*, file: Path, language: str, output: OutputOptions) -> None:
    """Show the theory in FILE as a logframe.

    It has a row for each result: goal, purpose (the other outcomes), outputs and activities. Beside
    each are its indicators with baseline and target, the sources of their figures, and the
    assumptions that must hold for what it leads to.
    """
    from tocmodel.tables.logframe import logframe as logframe_of

    format_ = output.format
    matrix = logframe_of(require_theory(read_model(file)), language=language)
    output.deliver_table(matrix, file, format_)
