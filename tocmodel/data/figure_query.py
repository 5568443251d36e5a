"""The question of an indicator as a query: one syntax tree, which every engine is asked."""

from collections.abc import Iterator

from sqlglot import exp

from tocmodel.data.columns import ColumnKind, ColumnUse, column, kinds_for
from tocmodel.data.criteria import all_known, all_met, count_where, when
from tocmodel.model import Statistic
from tocmodel.model.data import IndicatorData

COUNTED = (Statistic.COUNT, Statistic.SHARE)
"""The statistics that count rows; the others work a column out."""


def columns_used(data: IndicatorData) -> Iterator[ColumnUse]:
    """Yield each column that a question needs, and the sort of values that it needs there."""
    for key in ("where", "of"):
        for name, criterion in getattr(data, key).items():
            yield ColumnUse(name, kinds_for(criterion), (key, name))
    if data.column:
        needs = frozenset({ColumnKind.NUMBER}) if data.statistic not in COUNTED else frozenset()
        yield ColumnUse(data.column, needs, ("column",))
    if data.time:
        yield ColumnUse(data.time, frozenset(), ("time",))
    for name in data.by:
        yield ColumnUse(name, frozenset(), ("by",))


def figure_query(data: IndicatorData, source: exp.Table, by: tuple[str, ...] = ()) -> exp.Select:
    """Return the query for the figures of an indicator: one row for each period and group.

    The first columns are the period, if the data have one, and the groups. The others are those of
    ``FigureRow``: what was counted, what of, how many rows are not known, and the number itself. A
    row whose cell in a column of ``where`` is empty belongs neither to a count nor to its whole.

    Args:
        data: the question.
        source: the table.
        by: the columns that divide the rows into groups.

    >>> from tocmodel.data.columns import table
    >>> data = IndicatorData(where={"attendance": {"below": 90}}, time="term")
    >>> print(figure_query(data, table("pupils")).sql("postgres", pretty=True))
    SELECT
      "term",
      COUNT(CASE WHEN "attendance" < 90 THEN 1 END) AS "counted",
      COUNT(CASE WHEN NOT "attendance" IS NULL THEN 1 END) AS "whole",
      COUNT(CASE WHEN "attendance" IS NULL THEN 1 END) AS "unknown",
      NULL AS "number"
    FROM "pupils"
    GROUP BY
      "term"
    ORDER BY
      "term"
    """
    groups = [column(name) for name in dict.fromkeys((*([data.time] if data.time else []), *by))]
    query = exp.select(*groups, *_measures(data)).from_(source)
    if groups:
        query = query.group_by(*groups).order_by(*groups)
    return query


def _measures(data: IndicatorData) -> Iterator[exp.Expr]:
    if data.statistic in COUNTED:
        of = all_met(data.of)
        known = all_known(name for name in data.where if name not in data.of)
        yield _named(count_where(of, all_met(data.where)), "counted")
        yield _named(count_where(of, known), "whole")
        unknown = _unknown(data, of)
        yield _named(unknown, "unknown")
        yield _named(exp.null(), "number")
        return
    met = all_met(data.where)
    value = when(column(data.column), met)
    empty = column(data.column).is_(exp.null())
    yield _named(exp.Count(this=value), "counted")
    yield _named(count_where(met), "whole")
    yield _named(count_where(met, empty), "unknown")
    yield _named(_statistic(data.statistic, value), "number")


def _unknown(data: IndicatorData, of: exp.Expr) -> exp.Expr:
    """Return how many rows of the whole have an empty cell in a column of ``where``."""
    empty = [column(name).is_(exp.null()) for name in data.where if name not in data.of]
    return count_where(of, exp.or_(*empty)) if empty else exp.Literal.number(0)


def _statistic(statistic: Statistic, value: exp.Expr) -> exp.Expr:
    if statistic is Statistic.SUM:
        return exp.Sum(this=value)
    return exp.Median(this=value) if statistic is Statistic.MEDIAN else exp.Avg(this=value)


def _named(value: exp.Expr, name: str) -> exp.Expr:
    return exp.alias_(value, name, quoted=True)
