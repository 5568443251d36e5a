"""The table of indicators: the monitoring framework as rows, and the figures period by period."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tocmodel.analysis.progress import Progress, progress_of
from tocmodel.model import Figure, TheoryOfChange
from tocmodel.model.period import period
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.report.progress import figure_data
from tocmodel.tables.monitoring import MONITORING_HEADINGS, MonitoringRow, monitoring_headings
from tocmodel.wording import figure_words, remark_data, remark_words

_NO_PERIOD = "without a period"


def due_rows(rows: Iterable[MonitoringRow]) -> tuple[MonitoringRow, ...]:
    """Return the rows whose next figure has a date, the earliest first.

    >>> [row.next_due for row in due_rows([MonitoringRow(next_due="2026"), MonitoringRow()])]
    ['2026']
    """
    dated = [(found.end, row) for row in rows if (found := period(row.next_due))]
    return tuple(row for _, row in sorted(dated, key=lambda pair: pair[0]))


def indicator_table(theory: TheoryOfChange, rows: Sequence[MonitoringRow]) -> Spreadsheet:
    """Return rows of the monitoring framework as a table, without columns that nothing is in."""
    headings = monitoring_headings(rows) or {"indicator": MONITORING_HEADINGS["indicator"]}
    cells = (tuple(row.words[key] for key in headings) for row in rows)
    return Spreadsheet((tuple(headings.values()), *cells), remark_words(theory))


def period_table(
    theory: TheoryOfChange, rows: Sequence[MonitoringRow], *, group: str = "", place: str = ""
) -> Spreadsheet:
    """Return the figures of indicators, with a column for each period in its order.

    Args:
        theory: the theory of the rows.
        rows: the rows whose indicators are shown, each indicator once.
        group: only the figures of this group, in the words of the table.
        place: only the figures of this place.
    """
    series = tuple(_series(theory, rows, group, place))
    columns = _periods(theory, series)
    heads = ("Indicator", "Group", "Place", "Figure", *columns)
    lines = [line for found, title in series for line in _lines(found, title, columns)]
    return Spreadsheet((heads, *lines), remark_words(theory))


Titled = tuple[Progress, str]
"""A series of figures, and the title of its indicator."""


def _series(
    theory: TheoryOfChange, rows: Sequence[MonitoringRow], group: str, place: str
) -> Iterator[Titled]:
    titles = {row.indicator: row.words["indicator"] for row in rows if row.indicator}
    for id_, title in titles.items():
        for found in progress_of(theory, theory.indicators[id_]):
            is_asked = found.group.casefold() == group.casefold() or not group
            if is_asked and found.place.casefold() == (place or found.place).casefold():
                yield found, title


def _figures(found: Progress) -> Iterator[tuple[str, Figure]]:
    yield from (("baseline", item) for item in ([found.baseline] if found.baseline else []))
    yield from (("target", item) for item in found.targets)
    yield from (("observed", item) for item in found.observations)
    yield from (("forecast", item) for item in found.forecasts)


def _periods(theory: TheoryOfChange, series: Iterable[Titled]) -> tuple[str, ...]:
    """Return the periods of all figures from the earliest to the last, and whether any has none."""
    written = dict.fromkeys(item.period for found, _ in series for _, item in _figures(found))
    begins = theory.year_begins
    known = [(found, text) for text in written if (found := period(text, begins))]
    known.sort(key=lambda pair: (pair[0].end, pair[0].start))
    return (*(text for _, text in known), *([_NO_PERIOD] if "" in written else []))


def _lines(found: Progress, title: str, columns: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield a line for each kind of figure of a series."""
    kinds = dict.fromkeys(kind for kind, _ in _figures(found))
    for kind in kinds:
        cells: dict[str, list[str]] = {}
        for its_kind, item in _figures(found):
            if its_kind == kind:
                words = figure_words(_bare(item), found.indicator.unit)
                cells.setdefault(item.period or _NO_PERIOD, []).append(words)
        texts = ("; ".join(cells.get(column, ())) for column in columns)
        yield (title, found.group or "all", found.place, kind, *texts)


def _bare(figure: Figure) -> Figure:
    """Return a figure without what its row and its column have."""
    kept = {
        name: getattr(figure, name)
        for name in ("statistic", "value", "from_", "to", "qualifier", "of", "of_qualifier")
    }
    rest = {name: getattr(figure, name) for name in ("of_what", "comment", "note", "redacted")}
    return Figure(**kept, **rest)


def indicators_data(theory: TheoryOfChange, rows: Iterable[MonitoringRow]) -> list[dict[str, Any]]:
    """Return rows as plain data, as ``indicators.schema.json`` describes it.

    An imagined theory is marked in every row.
    """
    return [_row_data(theory, row) for row in rows]


def _row_data(theory: TheoryOfChange, row: MonitoringRow) -> dict[str, Any]:
    found = row.progress
    return {
        "outcome": row.outcome or None,
        "indicator": row.indicator or None,
        "title": row.words["indicator"],
        "unit": row.unit,
        "method": row.method,
        "source": list(row.sources),
        "owner": row.owner,
        "every": row.every,
        "next_due": row.next_due or None,
        "baseline": [figure_data(item) for item in row.baselines],
        "targets": [figure_data(item) for item in row.targets],
        "latest": figure_data(row.latest.figure) if row.latest else None,
        "progress": found.share if found else None,
        "status": found.status.value if found else None,
        "reason": found.reason if found else "",
        **remark_data(theory),
    }
