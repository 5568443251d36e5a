"""``tocmodel tracker``: count pupils by signs and support, and never show a pupil."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocmodel.cli.collect import show_findings
from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.models import read_model, require_theory
from tocmodel.cli.options import A_PATH, A_TRACKER, common
from tocmodel.cli.output import OutputOptions, output_options, table_bytes
from tocmodel.cli.streams import STDIN, print_message
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.formats import WriterInput

if TYPE_CHECKING:
    from tocmodel.data.tracked import Tracked, TrackerCounts
    from tocmodel.model import TheoryOfChange
    from tocmodel.tables.matrix import Matrix

TABLES = ("funnel", "support", "demand")
"""The tables of a tracker."""


@click.command(
    epilog="""\b
Examples:
  tocmodel tracker harbour.toc.yaml                          all tables, as text
  tocmodel tracker harbour.toc.yaml -o funnel.xlsx
  tocmodel tracker harbour.toc.yaml --table support -o support.html
  tocmodel tracker harbour.toc.yaml --table demand -o demand.svg
  tocmodel tracker harbour.toc.yaml -f json                  all counts

\b
Exit status: 0 success, 1 data that cannot be used, 2 the command could not run.
""",
)
@click.argument("file", type=A_PATH)
@click.option(
    "--tracker", "id_", type=A_TRACKER, help="The tracker to count.  [default: the only one]"
)
@click.option(
    "--table",
    type=click.Choice(TABLES),
    help="Who is flagged, supported and back on track; which signs met which offers; or demand "
    "against capacity.  [default: all as text, else the funnel]",
)
@click.option(
    "--period",
    default="",
    metavar="PERIOD",
    help="The period to show matched support for.  [default: the latest]",
)
@output_options(WriterInput.MATRIX, WriterInput.SCENE, WriterInput.DATA, usual="text")
@common
def tracker(
    *, file: Path, id_: str | None, table: str | None, period: str, output: OutputOptions
) -> None:
    """Count the pupils of a tracker in FILE: who has signs, and who gets support.

    The tracker names its data, the signs, and when they call for action: see
    'tocmodel describe trackers'. It shows only counts, and never a row about one pupil.
    """
    from tocmodel.data.collect import track

    if file == STDIN:
        raise TocModelError("name the file of the theory: the paths of its data start there")
    format_ = output.format
    document = read_model(file)
    theory = require_theory(document)
    [found] = track(theory, trackers=[_tracker(theory, id_)])
    for note in found.notes:
        print_message(f"Note: {note}")
    if found.findings:
        show_findings(document, found.findings)
        raise click.exceptions.Exit(FINDINGS)
    if output.kind.source is WriterInput.DATA:
        from tocmodel.report.tracker import tracker_data

        output.deliver_made(tracker_data(theory, found))
        return
    counts = _at(found, period)
    usual = TABLES if format_ == "text" else TABLES[:1]
    fonts = output.fonts_for(file, format_)
    tables = [_table(theory, found, counts, name) for name in ((table,) if table else usual)]
    output.deliver(b"\n".join(table_bytes(one, format_, fonts) for one in tables))


def _table(
    theory: "TheoryOfChange", found: "Tracked", counts: "TrackerCounts", name: str
) -> "Matrix":
    from tocmodel.tables.tracker import tracker_demand, tracker_funnel, tracker_support

    if name == "support":
        return tracker_support(theory, found, counts)
    return (tracker_demand if name == "demand" else tracker_funnel)(theory, found)


def _tracker(theory: "TheoryOfChange", id_: str | None) -> str:
    """Return the id of the tracker that is meant.

    Raises:
        TocModelError: there is none, or there are several and none is named.
    """
    if not theory.trackers:
        raise TocModelError(
            "the theory has no tracker; 'tocmodel describe trackers' shows how to write one"
        )
    if id_ is None and len(theory.trackers) == 1:
        return next(iter(theory.trackers))
    there = f"there are: {', '.join(theory.trackers)}"
    if id_ is None:
        raise TocModelError(f"name one of the trackers with --tracker; {there}")
    if id_ not in theory.trackers:
        near = did_you_mean(id_, theory.trackers)
        raise TocModelError(f"no tracker '{id_}'{near or f'; {there}'}")
    return id_


def _at(found: "Tracked", period: str) -> "TrackerCounts":
    """Return the counts of a period; the latest without one.

    Raises:
        TocModelError: the data have no such period, or none at all.
    """
    known = [counts.period for counts in found.periods]
    if not known:
        raise TocModelError("the data of the tracker have no rows")
    if period and period not in known:
        there = f"; there are: {', '.join(known)}"
        raise TocModelError(f"no period '{period}'{did_you_mean(period, known) or there}")
    return next(item for item in reversed(found.periods) if item.period == (period or known[-1]))
