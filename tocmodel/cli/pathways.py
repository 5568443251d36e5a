"""``tocmodel pathways``: list the pathways from one element to another."""

from pathlib import Path

import click

from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, AN_ELEMENT, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.diagnostics import TocModelError, did_you_mean, shell_argument
from tocmodel.formats import WriterInput
from tocmodel.version import __version__


@click.command(
    epilog="""\b
Examples:
  tocmodel pathways pembury.toc.yaml arrears-help life-chances
  tocmodel pathways pembury.toc.yaml arrears-help life-chances -o pathways.csv
  tocmodel pathways zone.toc.yaml rents trust --feedback --most 5000
""",
)
@click.argument("file", type=A_PATH)
@click.argument("from_", metavar="FROM", type=AN_ELEMENT)
@click.argument("to", metavar="TO", type=AN_ELEMENT)
@click.option("--feedback", is_flag=True, help="Also follow links marked as feedback.")
@click.option(
    "--most",
    type=click.IntRange(1, 100_000),
    default=1000,
    show_default=True,
    metavar="N",
    help="Find at most N pathways.",
)
@output_options(
    WriterInput.OUTLINE,
    WriterInput.DATA,
    WriterInput.TABLE,
    format_="The output format: words, data for a program, or a table with a row for each step.",
)
@publishable
@common
def pathways(
    *, file: Path, from_: str, to: str, feedback: bool, most: int, output: OutputOptions
) -> None:
    """List the pathways along causal links in FILE from one element to another.

    No pathway visits an element twice. The result says how far the search went.
    """
    from tocmodel.analysis.pathways import pathways as find_pathways
    from tocmodel.report.pathways import pathways_data, pathways_outline, pathways_table

    kind = output.kind
    theory = require_theory(read_model(file)).whole
    for id_ in (from_, to):
        if id_ not in theory.elements:
            near = did_you_mean(id_, theory.elements)
            see = f"; 'tocmodel show {shell_argument(file)}' lists them"
            raise TocModelError(f"no element '{id_}'{near or see}")
    found = find_pathways(theory, from_, to, limit=most, feedback=feedback)
    if kind.source is WriterInput.OUTLINE:
        output.deliver_made(pathways_outline(found))
    elif kind.source is WriterInput.TABLE:
        output.deliver_made(pathways_table(found))
    else:
        output.deliver_made(pathways_data(found, __version__))
