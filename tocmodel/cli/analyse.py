"""``tocmodel analyse``: a theory in figures."""

from pathlib import Path

import click

from tocmodel.cli.options import A_MEASURE, A_PATH, common, to_file


@click.command(
    epilog="""\b
Examples:
  tocmodel analyse harbour.toc.yaml
  tocmodel analyse zones -o figures.csv                  every theory in a folder
  tocmodel analyse --measure coverage                    what a figure means
""",
)
@click.argument("files", type=A_PATH, nargs=-1)
@click.option(
    "--format",
    "-f",
    "format_",
    envvar="TOCMODEL_ANALYSE_FORMAT",
    type=click.Choice(["text", "json", "csv", "markdown"]),
    help="Words to read, or data for another program.  [default: by the ending of --output, else "
    "text]",
)
@to_file
@click.option("--measure", type=A_MEASURE, help="Say what a figure means and where it is from.")
@common
def analyse(
    *, files: tuple[Path, ...], format_: str | None, output: Path | None, measure: str | None
) -> None:
    """Say of the theories in FILES how deep they look, what they rest on and what they hang on.

    A folder stands for the theories in it and below it.
    """
    from tocmodel.cli.figures import explain_measure, write_figures

    if measure is not None:
        explain_measure(measure)
    elif not files:
        raise click.UsageError("name a theory file, or a folder of them")
    else:
        write_figures(files, format_, output)
