"""A row of an answer: what was counted for one period and group, and the figure that it makes."""

from collections.abc import Mapping
from math import isfinite
from typing import Any

from attrs import evolve, field, frozen

from tocmodel.characters import one_line
from tocmodel.data.engine import AnswerRow
from tocmodel.data.figure_query import COUNTED
from tocmodel.model import Figure, IndicatorData, Statistic
from tocmodel.wording import counted, is_percent


@frozen(kw_only=True)
class RowTally:
    """What was counted for one period and group.

    Attributes:
        period: the value of the time column; empty where the data have none, or the cell is empty.
        by: the group: columns with their values.
        counted: the rows that count; of a sum, a mean or a median, the values that it is of.
        whole: the rows that it is a part of.
        unknown: the rows that belong to neither, as a cell is empty.
        number: the sum, mean or median.
    """

    period: str = ""
    by: Mapping[str, str] = field(factory=dict)
    counted: int = 0
    whole: int = 0
    unknown: int = 0
    number: float | None = None

    @property
    def is_of_a_known_group(self) -> bool:
        """Whether no cell of its group is empty."""
        return all(self.by.values())


def tally(data: IndicatorData, by: tuple[str, ...], row: AnswerRow) -> RowTally:
    """Return a row of the answer to ``figure_query`` by what it means."""
    *groups, count, whole, unknown, number = row
    cells = dict(zip(dict.fromkeys((*filter(None, [data.time]), *by)), groups, strict=True))
    return RowTally(
        period=cell_text(cells.pop(data.time, None)),
        by={name: cell_text(value) for name, value in cells.items()},
        counted=count,
        whole=whole,
        unknown=unknown,
        number=None if number is None else float(number),
    )


def cell_text(value: Any) -> str:
    """Return the value of a cell as people write it; of an empty one, an empty text.

    >>> cell_text(2024.0), cell_text(True), cell_text(None), cell_text(9)
    ('2024', 'yes', '', '9')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return one_line(str(value)).strip()


def figure_of(data: IndicatorData, unit: str, found: RowTally) -> Figure | None:
    """Return the figure that a tally makes; ``None`` where there was nothing to count.

    With the unit per cent, the value is 100 times what was counted divided by the whole, to one
    decimal place. A sum, a mean and a median have two. Each figure has its denominator: ``of`` for
    a count or a share, a note for a mean or a median.

    >>> data = IndicatorData(statistic="share", time="term")
    >>> figure = figure_of(data, "percent", RowTally(period="2024", counted=84, whole=400))
    >>> figure.value, figure.of, figure.period
    (21, 400, '2024')
    """
    about = Figure(period=found.period, by=dict(found.by))
    if data.statistic in COUNTED:
        if not found.whole:
            return None
        share = 100 * found.counted / found.whole
        value = rounded(share, 1) if is_percent(unit) else found.counted
        return evolve(about, value=value, of=found.whole)
    if found.number is None or not isfinite(found.number):
        return None
    note = "" if data.statistic is Statistic.SUM else f"of {counted(found.counted, 'value')}"
    return evolve(about, statistic=data.statistic, value=rounded(found.number, 2), note=note)


def rounded(value: float, digits: int) -> int | float:
    """Return a number with so many digits after the point; a whole one without a point.

    >>> rounded(21.0, 1), rounded(21.249, 1)
    (21, 21.2)
    """
    found = round(value, digits)
    return int(found) if found == int(found) else found
