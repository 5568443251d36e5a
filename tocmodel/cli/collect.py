"""``tocmodel collect``: read the figures of indicators from data, and put them into the file."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.models import read_model, require_theory, shown
from tocmodel.cli.options import A_PATH, AN_INDICATOR, common
from tocmodel.cli.output import OutputOptions, change_file, output_options
from tocmodel.cli.streams import STDIN, has_colour, print_message
from tocmodel.diagnostics import TocModelError
from tocmodel.formats import WriterInput
from tocmodel.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tocmodel.data.collected import Collected, CollectedFigure
    from tocmodel.diagnostics import Finding
    from tocmodel.fileformat.document import Document
    from tocmodel.model import TheoryOfChange


@click.command(
    epilog="""\b
Examples:
  tocmodel collect harbour.toc.yaml                       show the figures
  tocmodel collect harbour.toc.yaml --indicator absent    of one indicator
  tocmodel collect harbour.toc.yaml -o figures.xlsx
  tocmodel collect harbour.toc.yaml --check               list what differs from the file
  tocmodel collect harbour.toc.yaml --write               put the figures into the file

\b
Exit status: 0 success, 1 data that cannot be used, or with --check figures that differ from the
file, 2 the command could not run.
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--indicator",
    "indicators",
    type=AN_INDICATOR,
    multiple=True,
    help="Collect only this one. Repeat it for several.",
)
@click.option("--check", "only_check", is_flag=True, help="List only what differs from the file.")
@click.option("--write", "writes", is_flag=True, help="Put the figures into FILE as observations.")
@output_options(WriterInput.TABLE, WriterInput.DATA)
@common
def collect(
    *,
    file: Path,
    indicators: tuple[str, ...],
    only_check: bool,
    writes: bool,
    output: OutputOptions,
) -> None:
    """Read the figures of the indicators in FILE from their data.

    An indicator names its data and what to count in them: see 'tocmodel describe indicators data'.
    Each figure is shown with its denominator, beside the figure that the file has. Nothing is
    changed without --write, which changes only those observations; comments stay.
    """
    from tocmodel.data.collect import collect as collect_from_data

    if only_check and writes:
        raise click.UsageError("--check writes nothing: leave out --check or --write")
    if file == STDIN:
        raise TocModelError("name the file of the theory: the paths of its data start there")
    _ = output.format  # refuses a name with the ending of another format first
    document = read_model(file)
    theory = require_theory(document)
    found = collect_from_data(theory, indicators=indicators or None)
    for note in found.notes:
        print_message(f"Note: {note}")
    different = [item for item in found.figures if item.status != "same"]
    if not (writes or (only_check and not different)):
        _show(theory, different if only_check else found.figures, output)
    if not (found.figures or found.findings):
        print_message("Note: no indicator has data to count: add 'data' with 'file' to one")
    if found.findings:
        show_findings(document, found.findings)
    elif writes:
        _write(file, document, theory, found)
    if found.findings or (only_check and different):
        raise click.exceptions.Exit(FINDINGS)


def _show(
    theory: "TheoryOfChange", figures: "Sequence[CollectedFigure]", output: OutputOptions
) -> None:
    from tocmodel.report.collected import collected_data, collected_table

    if output.kind.source is WriterInput.DATA:
        output.deliver_made(collected_data(theory, figures))
    else:
        output.deliver_made(collected_table(theory, figures))


def _write(file: Path, document: "Document", theory: "TheoryOfChange", found: "Collected") -> None:
    from tocmodel.data.written import with_collected
    from tocmodel.fileformat.editing.update import updated_text

    changed = [item for item in found.figures if item.status != "same"]
    if not changed:
        print_message(f"Every figure is in {shown(file)} already, so it stays as it is.")
        return
    change_file(file, updated_text(document, with_collected(theory, changed)))
    print_message(f"Wrote {counted(len(changed), 'figure')} to {shown(file)}")


def show_findings(document: "Document", findings: "Sequence[Finding]") -> None:
    """Show what is wrong with data, with the lines of the theory's file that name them."""
    from tocmodel.report.findings import CheckedFile, Report
    from tocmodel.report.findings.text import write

    file = CheckedFile(path=document.path, text=document.tree.text, findings=tuple(findings))
    text = write(Report(files=(file,)), colour=has_colour(sys.stderr))
    click.echo(text, err=True, nl=False, color=has_colour(sys.stderr))
