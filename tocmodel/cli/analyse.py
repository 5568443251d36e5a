"""``tocmodel analyse``: measure theories."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from tocmodel.analysis import summary
from tocmodel.cli.failures import COULD_NOT_RUN, FINDINGS
from tocmodel.cli.models import find_models, for_each_file, read_model, theory_in
from tocmodel.cli.options import A_MEASURE, A_PATH, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.diagnostics import did_you_mean
from tocmodel.formats import WriterInput
from tocmodel.report.analysis import outline, to_data, to_table
from tocmodel.version import __version__

Analysed = tuple[str, summary.Analysis]
"""The path of a theory, and its analysis."""


@click.command(
    epilog="""\b
Examples:
  tocmodel analyse harbour.toc.yaml
  tocmodel analyse zones -o measures.csv                 every theory in a folder
  tocmodel analyse --measure coverage                    define a measure
""",
)
@click.argument("files", type=A_PATH, nargs=-1, metavar="FILE...")
@output_options(
    WriterInput.OUTLINE,
    WriterInput.DATA,
    WriterInput.TABLE,
    format_="The output format: words, or data for a program.",
)
@click.option(
    "--measure", type=A_MEASURE, help="Define this measure, with its source; no FILE is needed."
)
@publishable
@common
def analyse(*, files: tuple[Path, ...], output: OutputOptions, measure: str | None) -> None:
    """Measure each FILE: how far back it traces causes, what it rests on and depends on.

    FILE is a theory, or a folder of theories.
    """
    if measure is not None:
        _explain_measure(measure, output)
    elif not files:
        raise click.UsageError("name a theory file, or a folder of them")
    else:
        _write_analyses(files, output)


def _explain_measure(name: str, output: OutputOptions) -> None:
    """Write the meaning of a measure, in words."""
    output = output.only(WriterInput.OUTLINE, writes="the meaning of a measure is written as")
    heading = "# " * (output.format == "markdown")
    measures = {measure.name: measure for group in summary.MEASURES.values() for measure in group}
    if name not in measures:
        near = did_you_mean(name, measures) or f"; there is {', '.join(measures)}"
        raise click.UsageError(f"no measure '{name}'{near}")
    output.deliver(f"{heading}{measures[name].title} ({name})\n\n{measures[name].meaning}\n")


def _write_analyses(files: Iterable[Path], output: OutputOptions) -> None:
    kind = output.kind
    found, status = _analyse_all(find_models(files))
    if not found:
        raise click.exceptions.Exit(status)
    if kind.source is WriterInput.OUTLINE:
        output.deliver_made(*(outline(analysis) for _, analysis in found))
    elif kind.source is WriterInput.TABLE:
        output.deliver_made(to_table(found))
    else:
        output.deliver_made(to_data(found, __version__))
    if status:
        raise click.exceptions.Exit(status)


def _analyse_all(paths: Sequence[Path]) -> tuple[list[Analysed], int]:
    """Measure each theory that can be read, and return the exit status too."""
    documents, complete = for_each_file(paths, read_model, doing="Reading")
    theories = [(document.path, theory_in(document)) for document in documents]
    found = [(path, summary.analyse(theory)) for path, theory in theories if theory]
    if not complete:
        return found, COULD_NOT_RUN
    return found, 0 if len(found) == len(theories) else FINDINGS
