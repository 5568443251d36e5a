"""Count the pupils of trackers in their data."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from attrs import evolve, frozen

from tocmodel.config import Config
from tocmodel.data.collect_figures import DataProblemsError, findings_of
from tocmodel.data.column_problems import usable
from tocmodel.data.engine import AnswerRow, OpenTable
from tocmodel.data.open_data import open_data
from tocmodel.data.row_tally import cell_text
from tocmodel.data.tracked import Tracked, TrackerCounts, added_up
from tocmodel.data.tracker_query import (
    by_measure,
    columns_used,
    counting_query,
    following_query,
    given_offers,
    pupil_count_query,
    row_count_query,
)
from tocmodel.diagnostics import Pointer, Problem, TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.model import Month, Tracker, TrackerData
from tocmodel.model.period import period
from tocmodel.wording import counted

MOST_GROUPS = 10_000
"""The most groups in all periods; columns with more values name people and not groups."""

MOST_ROWS_COMPARED = 1_000_000
"""The most rows in which a pupil is looked for twice: it takes memory for each of them."""


@frozen
class _Asked:
    """A tracker with the table of its data."""

    tracker: Tracker
    data: TrackerData
    table: OpenTable
    year_begins: Month | None

    @property
    def at(self) -> Pointer:
        return ("trackers", self.tracker.id)

    def problem(self, message: str, help_: str, *key: str) -> DataProblemsError:
        return DataProblemsError(
            Problem(message=message, pointer=(*self.at, "data", *key), help=help_)
        )


def count_tracker(document: Document, tracker: Tracker, config: Config) -> Tracked:
    """Return the counts of a tracker.

    Args:
        document: the file of its theory.
        tracker: the tracker.
        config: the configuration that applies to it.
    """
    data = tracker.data or TrackerData()
    at = ("trackers", tracker.id)
    theory = document.theory
    try:
        opened = open_data(data, document.path, config)
        try:
            table, problems = usable(opened, columns_used(tracker), data.name, at, examples=False)
            if problems:
                raise DataProblemsError(*problems)
            begins = theory.year_begins if theory else None
            return _count(_Asked(tracker, data, table, begins))
        finally:
            opened.engine.close()
    except DataProblemsError as error:
        problems = error.problems
    except TocModelError as error:
        reason, _, help_ = str(error).partition("; ")
        problems = (Problem(message=reason, pointer=(*at, "data"), help=help_),)
    findings = findings_of(document, f"tracker '{tracker.id}'", problems)
    return Tracked(tracker=tracker.id, findings=findings)


def _count(asked: _Asked) -> Tracked:
    tracker, table = asked.tracker, asked.table
    _refuse_rows_of_pupils(asked)
    rows = table.engine.rows(counting_query(tracker, table.source))
    if len(rows) > MOST_GROUPS:
        names = " and ".join(f"'{name}'" for name in asked.data.by)
        message = f"{names} of '{asked.data.name}' make {len(rows):,} groups"
        raise asked.problem(message, f"choose columns with few values: up to {MOST_GROUPS:,}", "by")
    found = [_row(asked, row) for row in rows]
    _refuse_other_times(asked, [counts for _, counts in found])
    dated = [(raw, counts) for raw, counts in found if counts.period or not asked.data.time]
    ordered = sorted(dated, key=lambda pair: _order(asked, pair[1]))
    times = list(dict.fromkeys((raw, counts.period) for raw, counts in ordered))
    followed = _followed(asked, times)
    groups = [_with_followed(counts, followed) for _, counts in ordered]
    periods = [added_up(held) for _, held in groupby(groups, key=lambda counts: counts.period)]
    return Tracked(
        tracker=tracker.id,
        periods=tuple(periods),
        groups=tuple(groups) if asked.data.by else (),
        notes=tuple(_notes(asked, [counts for _, counts in found])),
    )


def _refuse_rows_of_pupils(asked: _Asked) -> None:
    """Refuse groups of one pupil each, and pupils who are in a period twice.

    Raises:
        DataProblemsError: the counts would be of rows, or of single pupils.
    """
    data = asked.data
    for id_, sign in asked.tracker.signs.items():
        if not (sign.is_ or sign.is_not or sign.bounds):
            raise asked.problem(
                f"the sign '{id_}' does not say what value of '{sign.column}' it is",
                "add 'is', 'below', 'at_most', 'at_least' or 'above' to it",
            )
    if data.each in data.by:
        message = f"'{data.each}' identifies each pupil, so it cannot be used for groups"
        raise asked.problem(message, "leave it out of 'by'", "by")
    tracker, engine, source = asked.tracker, asked.table.engine, asked.table.source
    [(rows,)] = engine.rows(row_count_query(tracker, source))
    if rows > MOST_ROWS_COMPARED or not data.each:
        return
    [(pupils,)] = engine.rows(pupil_count_query(tracker, source))
    if rows != pupils:
        twice = f"{counted(rows - pupils, 'row')} of '{data.name}' repeat a pupil"
        when = f" in one '{data.time}'" if data.time else ""
        raise asked.problem(f"{twice}{when}", "keep one row for each pupil in each period", "each")


def _row(asked: _Asked, row: AnswerRow) -> tuple[Any, TrackerCounts]:
    """Return the period of a row as the data have it, and its counts."""
    names = tuple(dict.fromkeys((*filter(None, [asked.data.time]), *asked.data.by)))
    cells = dict(zip(names, row[: len(names)], strict=True))
    raw = cells.pop(asked.data.time, None)
    return raw, TrackerCounts(
        period=cell_text(raw),
        by={name: cell_text(value) or "not stated" for name, value in cells.items()},
        counts=by_measure(asked.tracker, row[len(names) :]),
    )


def _refuse_other_times(asked: _Asked, found: Sequence[TrackerCounts]) -> None:
    """Refuse values of the time column that are no periods.

    Raises:
        DataProblemsError: one of them is none.
    """
    wrong = [item.period for item in found if item.period and not period(item.period)]
    if wrong:
        raise asked.problem(
            f"column '{asked.data.time}' of '{asked.data.name}' has '{wrong[0][:60]}', "
            "which is not a period",
            "write 2024, 2024-09, 2024-09-01, 2024-Q3, 2023/2024 or 2023/2024-autumn",
            "time",
        )


def _order(asked: _Asked, counts: TrackerCounts) -> tuple[Any, ...]:
    days = period(counts.period, asked.year_begins)
    return ((days.start, days.end) if days else (), counts.period, tuple(counts.by.values()))


Followed = Mapping[tuple[str, tuple[str, ...]], tuple[int, int]]
"""The supported pupils who were followed and those back on track, by period and group."""


def _followed(asked: _Asked, times: Sequence[tuple[Any, str]]) -> tuple[Followed, frozenset[str]]:
    """Return what became of supported pupils, and the periods that have a next one."""
    tracker = asked.tracker
    pairs = list(pairwise(times))
    if not (tracker.back_on_track and given_offers(tracker) and asked.data.each and pairs):
        return {}, frozenset()
    query = following_query(
        tracker, asked.table.source, [(now[0], later[0]) for now, later in pairs]
    )
    found: dict[tuple[str, tuple[str, ...]], tuple[int, int]] = {}
    for time, *groups, followed, back in asked.table.engine.rows(query):
        group = tuple(cell_text(value) or "not stated" for value in groups)
        found[cell_text(time), group] = (followed, back)
    return found, frozenset(now[1] for now, _ in pairs)


def _with_followed(counts: TrackerCounts, known: tuple[Followed, frozenset[str]]) -> TrackerCounts:
    found, periods = known
    if counts.period not in periods:
        return counts
    followed, back = found.get((counts.period, tuple(counts.by.values())), (0, 0))
    return evolve(counts, followed=followed, back=back)


def _notes(asked: _Asked, found: Sequence[TrackerCounts]) -> Iterator[str]:
    """Yield sentences on what the counts leave out."""
    tracker, name = asked.tracker, asked.data.name
    if asked.data.time and (undated := sum(x.count("pupils") for x in found if not x.period)):
        of = f"{counted(undated, 'row')} of '{name}'"
        yield f"left out of '{tracker.id}': {of}, in which '{asked.data.time}' is empty"
    for id_, sign in tracker.signs.items():
        if unknown := sum(item.count("unknown", id_) for item in found):
            of = f"{counted(unknown, 'row')} of '{name}'"
            yield f"no sign '{id_}' in '{tracker.id}': {of}, in which '{sign.column}' is empty"
    rows = sum(item.count("pupils") for item in found)
    if rows > MOST_ROWS_COMPARED:
        yield f"'{name}' has {rows:,} rows, too many to ask whether a pupil is in a period twice"
