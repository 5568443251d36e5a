"""``tocmodel analyse``: a theory in figures."""

from pathlib import Path

import click

from tocmodel.cli.answers import Output, answers_in
from tocmodel.cli.options import A_MEASURE, A_PATH, common


@click.command(
    epilog="""\b
Examples:
  tocmodel analyse harbour.toc.yaml
  tocmodel analyse zones -o figures.csv                  every theory in a folder
  tocmodel analyse --measure coverage                    what a figure means
""",
)
@click.argument("files", type=A_PATH, nargs=-1)
@answers_in(
    "text",
    "markdown",
    "json",
    "csv",
    format_="Words to read, or data for another program.",
)
@click.option("--measure", type=A_MEASURE, help="Say what a figure means and where it is from.")
@common
def analyse(*, files: tuple[Path, ...], output: Output, measure: str | None) -> None:
    """Measure the theories in FILES: how deep they look, what they rest on and depend on.

    A folder stands for the theories in it and below it.
    """
    from tocmodel.cli.figures import explain_measure, write_figures

    if measure is not None:
        explain_measure(measure)
    elif not files:
        raise click.UsageError("name a theory file, or a folder of them")
    else:
        write_figures(files, output)
