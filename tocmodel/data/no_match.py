"""Explain why no row of data matches, with the value that was probably meant."""

from collections.abc import Mapping, Sequence

from sqlglot import exp

from tocmodel.characters import one_line
from tocmodel.data.columns import column
from tocmodel.data.criteria import all_met
from tocmodel.data.engine import OpenTable
from tocmodel.data.figure_query import COUNTED
from tocmodel.data.row_tally import RowTally
from tocmodel.diagnostics import Pointer, Problem, did_you_mean
from tocmodel.model import Criterion, IndicatorData

_MOST_VALUES = 20
"""A column with more values than these may have names, which are not to be shown."""


def no_row_matches(
    data: IndicatorData, table: OpenTable, tallies: Sequence[RowTally], at: Pointer
) -> Problem | None:
    """Return a problem if nothing was counted because no row can match.

    That no attendance is below 90 is an answer. That no phase is *primery* is a mistake: a text
    that no cell of its column has.
    """
    if any(item.counted for item in tallies):
        return None
    for key in ("of", "where") if data.statistic in COUNTED else ("where",):
        criteria: Mapping[str, Criterion] = getattr(data, key)
        for name, criterion in criteria.items():
            if any(isinstance(value, str) for value in criterion.is_):
                values = _values(table, name, criterion)
                if values is not None:
                    return _problem(data, name, criterion, values, (*at, key, name))
    if any(item.whole or item.unknown for item in tallies):
        return None
    return Problem(message=f"'{data.name}' has no rows that match", pointer=at)


def _values(table: OpenTable, name: str, criterion: Criterion) -> list[str] | None:
    """Return the values of a column if none of them meets a criterion, or ``None``."""
    count = exp.select(exp.Count(this=exp.Star())).from_(table.source)
    [(met,)] = table.engine.rows(count.where(all_met({name: criterion})))
    if met:
        return None
    query = exp.select(column(name)).distinct().from_(table.source).limit(_MOST_VALUES + 1)
    found = [one_line(str(value)) for (value,) in table.engine.rows(query) if value is not None]
    return sorted(found) if len(found) <= _MOST_VALUES else []


def _problem(
    data: IndicatorData, name: str, criterion: Criterion, values: list[str], at: Pointer
) -> Problem:
    wanted = " or ".join(f"'{value}'" for value in criterion.is_)
    near = did_you_mean(str(criterion.is_[0]), values)
    return Problem(
        message=f"no row of '{data.name}' has {wanted} in column '{name}'{near}",
        pointer=at,
        help=f"its values: {', '.join(values)}" if values else "",
    )
