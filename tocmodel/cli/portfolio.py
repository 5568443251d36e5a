"""``tocmodel portfolio``: many theories as one table, a heat map or a report."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import evolve

from tocmodel.characters import terminal_text
from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.options import A_DIMENSION, A_FRAMEWORK_ID, A_PATH, common
from tocmodel.cli.output import OutputOptions, output_options, table_bytes
from tocmodel.cli.publication import day_of_publication, is_public, publishable
from tocmodel.cli.streams import has_colour, is_terminal, print_message, rich_table
from tocmodel.diagnostics import TocModelError
from tocmodel.formats import WriterInput
from tocmodel.portfolios.model import UNREADABLE
from tocmodel.version import __version__
from tocmodel.wording import counted

if TYPE_CHECKING:
    from tocmodel.portfolios.model import Portfolio

_SOURCES = (WriterInput.TABLE, WriterInput.DATA, WriterInput.DOCUMENT)
_PICTURES = (WriterInput.MATRIX, WriterInput.SCENE)


@click.command(
    epilog="""\b
Examples:
  tocmodel portfolio zones                              every theory in a folder, a line for each
  tocmodel portfolio zones -o zones.xlsx                the same in numbers, for Excel
  tocmodel portfolio zones -o zones.docx                a report: what they share, and the gaps
  tocmodel portfolio zones --sections shared -o shared.md
  tocmodel portfolio zones --heat resilience -o gaps.svg
  tocmodel portfolio zones --workers 8 -f json -o zones.json

\b
The chapters of the report are: theories, shared, differences, frameworks and gaps.
Exit status: 0 success, 1 a file could not be read, 2 the command could not run.
""",
)
@click.argument("files", nargs=-1, type=A_PATH, metavar="[FILE]...")
@click.option(
    "--heat",
    type=A_FRAMEWORK_ID,
    metavar="FRAMEWORK",
    help="Show how many elements each theory has in each category of this framework.",
)
@click.option("--dimension", type=A_DIMENSION, default="", help="With --heat: only this dimension.")
@click.option(
    "--sections",
    multiple=True,
    metavar="NAMES",
    help="Write these chapters of the report only, separated by commas. Repeatable.",
)
@click.option("--title", default="", metavar="WORDS", help="The title of the report.")
@click.option(
    "--workers",
    type=click.IntRange(1, 1000),
    metavar="N",
    help="Read the files with this many processes.  [default: one for every 200 files, up to the "
    "number of processors]",
)
@output_options(
    *_SOURCES, *_PICTURES, format_="The output format: a table, data, a report or a picture."
)
@publishable
@common
def portfolio(
    *,
    files: tuple[Path, ...],
    heat: str | None,
    dimension: str,
    sections: tuple[str, ...],
    title: str,
    workers: int | None,
    output: OutputOptions,
) -> None:
    """Compare many theories: findings, coverage, indicators and evidence, with a row for each.

    FILE is a theory, or a folder of theories. The default is the current folder. As Word, PDF,
    Markdown or a web page, it is a report on what the theories share, where they differ, and what
    they lack.
    """
    if dimension and heat is None:
        raise click.UsageError("--dimension is a part of a framework: add --heat FRAMEWORK")
    output = output.only(*(_SOURCES if heat is None else _PICTURES), writes="this is written as")
    kind = output.kind  # before reading anything: refuse a name that cannot be written
    found = _read(files or (Path(),), workers)
    _refuse_nothing(found)
    if heat is not None:
        _write_heat(found, heat, dimension, output)
    elif kind.source is WriterInput.DATA:
        from tocmodel.report.portfolio import portfolio_data

        output.deliver_made(portfolio_data(found, __version__))
    elif kind.source is WriterInput.DOCUMENT:
        _write_report(found, sections, title, files, output)
    else:
        _write_table(found, output)
    _report_left_out(found)
    _end(found)


def _report_left_out(found: "Portfolio") -> None:
    """Print how much was left out for publication."""
    from tocmodel.analysis.publication import together

    withheld = [row.withheld for row in found.read if row.withheld is not None]
    if withheld:
        print_message(f"{together(withheld).words}.")


def _read(files: tuple[Path, ...], workers: int | None) -> "Portfolio":
    """Read the files, with a bar, and with worker processes where there are very many."""
    from tocmodel.cli.progress_bar import tracked
    from tocmodel.cli.workers import usual_workers, worker_pool
    from tocmodel.portfolios.run import (
        BATCH,
        assemble,
        find_theories,
        for_publication,
        measure_all,
    )

    found = find_theories(files)
    if is_public():
        found = for_publication(found, day_of_publication())
    count = len(found.files)
    with worker_pool(workers or usual_workers(count)) as pool:
        size = BATCH if workers is None else max(1, min(BATCH, -(-count // workers)))
        return assemble(found, tracked(measure_all(found, pool, size), "Reading", count))


def _refuse_nothing(found: "Portfolio") -> None:
    """Refuse a single file that cannot be read; among others, it would be a row.

    Raises:
        TocModelError: it cannot be read.
    """
    if len(found.rows) == 1 and found.rows[0].reason.startswith(UNREADABLE):
        row = found.rows[0]
        reason = row.reason.removeprefix(UNREADABLE)
        raise TocModelError(f"cannot read '{terminal_text(row.file)}': {reason}")


def _write_heat(found: "Portfolio", heat: str, dimension: str, output: OutputOptions) -> None:
    from tocmodel.tables.portfolio_heat import for_a_page, portfolio_heat

    matrix = portfolio_heat(found, heat, dimension)
    if output.kind.source is WriterInput.SCENE:
        matrix = for_a_page(matrix)
    fonts = output.fonts_for(Path(found.rows[0].file), output.format)
    output.deliver(table_bytes(matrix, output.format, fonts))


def _write_table(found: "Portfolio", output: OutputOptions) -> None:
    """Write the table: in words to read, in numbers to reckon with."""
    from tocmodel.report.portfolio import number_table, words_table
    from tocmodel.report.table_text import to_list
    from tocmodel.tables.portfolio import summary_words

    if output.kind.name != "text":
        output.deliver_made(number_table(found))
        return
    table, summary = words_table(found), "\n".join(summary_words(found))
    if output.file is None and is_terminal(sys.stdout):
        heads, *rows = table.rows
        text = f"{rich_table(table.remark or 'Theories', heads, rows)}\n{summary}\n"
        output.deliver(text, colour=has_colour(sys.stdout))
    else:
        output.deliver(f"{to_list(table)}\n{summary}\n")


def _write_report(
    found: "Portfolio",
    sections: tuple[str, ...],
    title: str,
    files: tuple[Path, ...],
    output: OutputOptions,
) -> None:
    from tocmodel.documents.portfolio.build import portfolio_report

    names = tuple(name.strip() for part in sections for name in part.split(","))
    font = output.fonts_for((files or (Path(),))[0] / "x", output.format)
    output.deliver_made(evolve(portfolio_report(found, title=title, sections=names), font=font))


def _end(found: "Portfolio") -> None:
    """Report the files that could not be read, and end with a status that says so."""
    if not found.unread:
        return
    for row in found.unread[:_NAMED]:
        print_message(f"Error: '{row.file}': {row.reason}")
    more = len(found.unread) - _NAMED
    if more > 0:
        print_message(f"Error: {counted(more, 'more file')} could not be read")
    raise click.exceptions.Exit(FINDINGS)


_NAMED = 10
"""How many files that could not be read are named in messages; the table has all of them."""
