"""``tocmodel indicators``: the monitoring framework, with the latest figures and their progress."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PARTNER, A_PATH, common
from tocmodel.cli.output import OutputOptions, output_options
from tocmodel.cli.publication import publishable
from tocmodel.cli.streams import print_message
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.formats import WriterInput

_WIDEST = 120
"""The width of a table as text; a wider one is written as a list."""

if TYPE_CHECKING:
    from tocmodel.documents.model import WrittenReport
    from tocmodel.model import TheoryOfChange
    from tocmodel.render.spreadsheet import Spreadsheet
    from tocmodel.tables.monitoring import MonitoringRow


@click.command(
    epilog="""\b
Examples:
  tocmodel indicators harbour.toc.yaml
  tocmodel indicators harbour.toc.yaml -o indicators.xlsx
  tocmodel indicators harbour.toc.yaml --due              what is due next, the earliest first
  tocmodel indicators harbour.toc.yaml --by period        the figures, with a column for each period
  tocmodel indicators harbour.toc.yaml --by period --group "sex: girls"
  tocmodel indicators harbour.toc.yaml -o monitoring.docx  for Word
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--by", type=click.Choice(["period"]), help="Show the figures, with a column for each period."
)
@click.option("--group", default="", metavar="WORDS", help="With --by: only figures of this group.")
@click.option("--place", default="", metavar="PLACE", help="With --by: only figures of this place.")
@click.option("--partner", type=A_PARTNER, help="Show only what this partner collects.")
@click.option(
    "--due", is_flag=True, help="Show only indicators with a next date, the earliest first."
)
@click.option(
    "--language",
    default="",
    metavar="TAG",
    help="Use the titles in a language that the file has translations for, such as cy.",
)
@output_options(WriterInput.TABLE, WriterInput.DATA, WriterInput.DOCUMENT)
@publishable
@common
def indicators(
    *,
    file: Path,
    by: str | None,
    group: str,
    place: str,
    partner: str | None,
    due: bool,
    language: str,
    output: OutputOptions,
) -> None:
    """Show the indicators in FILE: who collects what and when, and how each is doing.

    Each outcome is listed with its indicators: unit, source, owner, baseline, targets, latest
    figure and status. An outcome without an indicator is listed too.
    """
    from tocmodel.report.indicators import due_rows, indicator_table, indicators_data, period_table
    from tocmodel.tables.monitoring import monitoring_rows

    if (group or place) and not by:
        raise click.UsageError("--group and --place choose figures: add --by period")
    source = output.kind.source
    theory = require_theory(read_model(file)).whole
    rows = monitoring_rows(theory, gaps=not (partner or due), language=language)
    rows = _of_partner(theory, rows, partner)
    rows = due_rows(rows) if due else rows
    if not rows:
        print_message(f"Note: {_nothing(theory, partner, due=due)}")
    if source is WriterInput.DATA:
        output.deliver_made(indicators_data(theory, rows))
    elif source is WriterInput.DOCUMENT:
        font = output.fonts_for(file, output.format)
        output.deliver_made(evolve(_document(theory, rows), font=font))
    else:
        table = indicator_table(theory, rows)
        if by:
            table = period_table(theory, rows, group=group, place=place)
        _deliver_table(table, output)


def _deliver_table(table: "Spreadsheet", output: OutputOptions) -> None:
    """Write a table; as text, one that is too wide to read becomes a list."""
    from tocmodel.report.table_text import to_list, width_of

    if output.kind.name == "text" and width_of(table) > _WIDEST:
        output.deliver(to_list(table))
    else:
        output.deliver_made(table)


def _of_partner(
    theory: "TheoryOfChange", rows: Sequence["MonitoringRow"], partner: str | None
) -> tuple["MonitoringRow", ...]:
    """Return the rows that a partner collects.

    Raises:
        TocModelError: there is no such partner.
    """
    if partner is None:
        return tuple(rows)
    if partner not in theory.partners:
        raise TocModelError(f"no partner '{partner}'{did_you_mean(partner, theory.partners)}")
    return tuple(row for row in rows if row.owner == partner)


def _nothing(theory: "TheoryOfChange", partner: str | None, *, due: bool) -> str:
    if not theory.indicators:
        return "the theory has no indicators: add them below 'indicators'"
    if due:
        return "no indicator has a date for its next figure: add 'next_due' to one"
    return f"no indicator is collected by '{partner}': add 'owner' to one"


def _document(theory: "TheoryOfChange", rows: Sequence["MonitoringRow"]) -> "WrittenReport":
    from tocmodel.documents.blocks import Callout, runs
    from tocmodel.documents.chapters.monitoring import table_of
    from tocmodel.documents.model import WrittenReport
    from tocmodel.wording import remark_words

    words = remark_words(theory)
    mark = (Callout(runs(words)),) if words else ()
    return WrittenReport(
        title=theory.title,
        subtitle=("Monitoring framework",),
        language=theory.language,
        imagined=words,
        blocks=(*mark, *((table_of(tuple(rows)),) if rows else ())),
    )
