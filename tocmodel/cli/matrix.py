"""``tocmodel matrix``: the links of a theory as a table of signs."""

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
  tocmodel matrix harbour.toc.yaml
  tocmodel matrix harbour.toc.yaml -o matrix.xlsx
  tocmodel matrix harbour.toc.yaml -o matrix.html
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
def matrix(*, file: Path, language: str, output: OutputOptions) -> None:
    """Show the links in FILE as a matrix, as people often do for system maps.

    It has a row for each cause and a column for each effect. A cell has + if more of the cause
    means more of the effect, - if it means less, and ? if nobody knows.
    """
    from tocmodel.tables.signed_matrix import signed_matrix

    format_ = output.format
    found = signed_matrix(require_theory(read_model(file)), language=language)
    output.deliver_table(found, file, format_)
