"""``tocmodel progress``: how far each indicator is on the way from its baseline to its target."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, common
from tocmodel.cli.output import OutputOptions, drawing_bytes, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import print_message
from tocmodel.formats import WriterInput
from tocmodel.version import __version__

if TYPE_CHECKING:
    from tocmodel.analysis.progress import ProgressReport

STATUSES = (
    "met",
    "missed",
    "behind",
    "on-the-way",
    "no-change",
    "worse",
    "not-yet",
    "met-at-start",
    "unclear",
    "no-target",
    "no-data",
)
"""The statuses that an indicator may have; a test compares them with those of the analysis."""


@click.command(
    epilog="""\b
Examples:
  tocmodel progress harbour.toc.yaml
  tocmodel progress harbour.toc.yaml --status missed --status behind
  tocmodel progress harbour.toc.yaml -o progress.xlsx
  tocmodel progress harbour.toc.yaml -o progress.svg          a panel for each indicator
  tocmodel progress harbour.toc.yaml -o progress.svg --lines  a row for each indicator
  tocmodel progress harbour.toc.yaml -o progress.html         a page with charts and words
  tocmodel progress zones.toc.yaml --total                    all included theories together
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--status",
    type=click.Choice(STATUSES),
    multiple=True,
    help="Show only indicators with this status. Repeat it for several.",
)
@click.option(
    "--total",
    is_flag=True,
    help="Add up each indicator that several included theories have with the same id and unit.",
)
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="Use the titles in a language that the file has translations for, such as cy.",
)
@click.option(
    "--lines",
    is_flag=True,
    help="In a picture: a row with a small chart for each indicator, instead of a panel.",
)
@output_options(
    WriterInput.OUTLINE,
    WriterInput.TABLE,
    WriterInput.DATA,
    WriterInput.SCENE,
    WriterInput.DOCUMENT,
)
@publishable
@common
def progress(
    *,
    file: Path,
    status: tuple[str, ...],
    total: bool,
    language: str,
    lines: bool,
    output: OutputOptions,
) -> None:
    """Show how far each indicator in FILE has come from its baseline to its target.

    Each indicator has a status, with the reason. Figures about a group or another place are
    compared with the baseline and the target of that group or place. No data never counts as zero,
    and a forecast never counts as a result.
    """
    from tocmodel.documents.progress import progress_document
    from tocmodel.drawing import draw_progress
    from tocmodel.report.progress import progress_data, progress_outline, progress_table

    kind = output.kind
    source = kind.source
    found = _found(file, status, total=total)
    if source is WriterInput.DATA:
        output.deliver_made(progress_data(found, __version__, language=language))
    elif source is WriterInput.TABLE:
        output.deliver_made(progress_table(found, language=language))
    elif source is WriterInput.OUTLINE:
        output.deliver_made(progress_outline(found, language=language))
    else:
        font = output.fonts_for(file, kind.name)
        is_page = kind.name == "docx"  # an upright page has no room for panels
        drawing = draw_progress(
            found, language=language, as_lines=lines or is_page, upright=is_page, font=font
        )
        if source is WriterInput.SCENE:
            output.deliver(drawing_bytes(drawing, kind.name))
        else:
            output.deliver_made(progress_document(drawing))
    if not found:
        print_message(f"Note: {_nothing(found, status, total=total)}")


def _found(file: Path, statuses: tuple[str, ...], *, total: bool) -> "ProgressReport":
    from tocmodel.analysis.progress import ProgressReport
    from tocmodel.analysis.progress import progress as progress_in
    from tocmodel.analysis.totals import totals

    theory = require_theory(read_model(file))
    found = totals(theory) if total else progress_in(theory)
    kept = [item for item in found if item.status in statuses or not statuses]
    return ProgressReport(kept, found.about)


def _nothing(found: "ProgressReport", statuses: tuple[str, ...], *, total: bool) -> str:
    if total:
        return "no indicator is in two of the included theories, with the same id and unit"
    if statuses and found.about.indicators:
        return f"no indicator has the status {' or '.join(statuses)}"
    return "the theory has no indicators: add them below 'indicators'"
