"""Periods: years, months, days, quarters, seasons and terms, and two dates joined by ``/``.

Two years in a row (``2017/2018``) are one school or financial year. Where the year begins is a
matter of the theory (``year_begins``); without that, only its order among such years is known.
"""

import re
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from attrs import frozen

from tocmodel.dates import SEASONS, TERMS
from tocmodel.model.choices import Month
from tocmodel.self_describing import SelfDescribing

_MONTHS = tuple(Month)
"""The months in which a year that is not a calendar year may begin: the first is February."""


class PeriodKind(StrEnum):
    """What sort of time a period is.

    A ``split-year`` begins in one year and ends in the next, as a school or financial year does.
    Of a ``span``, only the first and the last day count.
    """

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    TERM = "term"
    YEAR = "year"
    SPLIT_YEAR = "split-year"
    SPAN = "span"


_MONTHS_LONG = {
    PeriodKind.MONTH: 1,
    PeriodKind.QUARTER: 3,
    PeriodKind.SEASON: 3,
    PeriodKind.YEAR: 12,
    PeriodKind.SPLIT_YEAR: 12,
}


@frozen
class Period(SelfDescribing):
    """A stretch of time, first and last day included.

    ``end`` is before ``start`` where the text has them in that order: a check reports it.

    Attributes:
        start: the first day; the earliest possible one if the period is not exact.
        end: the last day; the latest possible one if the period is not exact.
        kind: what sort of time it is.
        is_exact: whether the first and the last day are known.
    """

    start: date
    end: date
    kind: PeriodKind = PeriodKind.SPAN
    is_exact: bool = True

    def is_before(self, other: "Period") -> bool:
        """Return whether it is known to end before another begins.

        >>> term, year = period("2023/2024-autumn"), period("2024/2025")
        >>> term.is_before(year), year.is_before(term), period("2024").is_before(year)
        (True, False, False)
        >>> period("2023/2024").is_before(year)
        True
        """
        if self.kind is other.kind and not (self.is_exact or other.is_exact):
            return self.start < other.start
        return self.end < other.start

    @property
    def length(self) -> str:
        """How long it is in words: ``a term``, ``a year``, ``30 months``.

        >>> [period(text).length for text in ("2024-Q1", "2017/2018", "2016/2020", "2024-09")]
        ['3 months', 'a year', '5 years', 'a month']
        """
        if self.kind in (PeriodKind.DAY, PeriodKind.TERM):
            return f"a {self.kind}"
        months = _MONTHS_LONG.get(self.kind) or _whole_months(self)
        if not months:
            return _counted((self.end - self.start).days + 1, "day")
        return _counted(*_in_years(months))

    def is_as_long_as(self, other: "Period") -> bool:
        """Return whether it lasts as long as another, whatever the days of the months.

        >>> period("2018").is_as_long_as(period("2018/2019"))
        True
        >>> period("2018").is_as_long_as(period("2018/2019-spring"))
        False
        """
        return self.length == other.length


def _in_years(months: int) -> tuple[int, str]:
    """Return a number of months as whole years if they are that: the number and its unit."""
    return (months // 12, "year") if months % 12 == 0 else (months, "month")


def _counted(number: int, noun: str) -> str:
    return f"a {noun}" if number == 1 else f"{number:,} {noun}s"


def _whole_months(span: Period) -> int:
    """Return how many whole months a span has; 0 if it begins or ends within one."""
    following = span.end + timedelta(days=1) if span.end < date.max else span.end
    if span.start.day != 1 or following.day != 1 or following <= span.start:
        return 0
    return (following.year - span.start.year) * 12 + following.month - span.start.month


@lru_cache(maxsize=1024)
def period(text: str, year_begins: Month | None = None) -> Period | None:
    """Read a period; ``None`` where it is not written as one.

    Args:
        text: the period, as in a file.
        year_begins: the month in which the school or financial years of the theory begin.

    >>> period("2018-02").end, period("2024-Q2").start, period("2024-winter").end
    (datetime.date(2018, 2, 28), datetime.date(2024, 4, 1), datetime.date(2025, 2, 28))
    >>> year = period("2017/2018", Month.SEPTEMBER)
    >>> year.start, year.end, year.is_exact
    (datetime.date(2017, 9, 1), datetime.date(2018, 8, 31), True)
    >>> period("2017/2018").is_exact, period("2016/2020").end
    (False, datetime.date(2020, 12, 31))
    >>> period("2023/2024-autumn").kind, period("last summer") is None
    (<PeriodKind.TERM: 'term'>, True)
    """
    return _term(text) or _part_of_year(text) or _dates(text, year_begins)


def _term(text: str) -> Period | None:
    found = re.fullmatch("([0-9]{4})/([0-9]{4})-([a-z]+)", text, re.ASCII)
    if not found or found[3] not in TERMS or not _follow(int(found[1]), int(found[2])):
        return None
    year = int(found[1] if found[3] == "autumn" else found[2])
    first, last = TERMS[found[3]]
    days = _months(year, first, last - first + 1)
    return Period(days.start, days.end, PeriodKind.TERM, is_exact=False)


def _part_of_year(text: str) -> Period | None:
    found = re.fullmatch("([0-9]{4})-(?:Q([1-4])|([a-z]+))", text, re.ASCII)
    if not found or int(found[1]) < 1:
        return None
    year = int(found[1])
    if found[2]:
        days = _months(year, int(found[2]) * 3 - 2, 3)
        return Period(days.start, days.end, PeriodKind.QUARTER)
    if found[3] not in SEASONS or (year == date.max.year and found[3] == "winter"):
        return None
    days = _months(year, SEASONS[found[3]][0], 3)
    return Period(days.start, days.end, PeriodKind.SEASON)


def _dates(text: str, year_begins: Month | None) -> Period | None:
    parts = [_one(part.strip()) for part in text.split("/")]
    if len(parts) > 2 or None in parts:
        return None
    first, last = (part for part in (parts[0], parts[-1]) if part is not None)
    if len(parts) == 1:
        return first
    years = first.kind is last.kind is PeriodKind.YEAR
    if not (years and _follow(first.start.year, last.start.year)):
        return Period(first.start, last.end)
    if year_begins is None:
        return Period(first.start, last.end, PeriodKind.SPLIT_YEAR, is_exact=False)
    days = _months(first.start.year, _MONTHS.index(year_begins) + 2, 12)
    return Period(days.start, days.end, PeriodKind.SPLIT_YEAR)


def _follow(first: int, second: int) -> bool:
    return 0 < first == second - 1


def _one(text: str) -> Period | None:
    numbers = text.split("-")
    if len(numbers) > 3 or not all(number.isascii() and number.isdigit() for number in numbers):
        return None
    if [len(number) for number in numbers] != [4, 2, 2][: len(numbers)]:
        return None
    values = [int(number) for number in numbers]
    try:
        return _between(values)
    except ValueError:  # there is no 31 February, and no month 18
        return None


def _between(values: list[int]) -> Period:
    if len(values) == 3:
        day = date(*values)
        return Period(day, day, PeriodKind.DAY)
    if len(values) == 2:
        days = _months(values[0], values[1], 1)
        return Period(days.start, days.end, PeriodKind.MONTH)
    return Period(date(values[0], 1, 1), date(values[0], 12, 31), PeriodKind.YEAR)


def _months(year: int, first: int, count: int) -> Period:
    """Return the first and the last day of some months in a row."""
    start = date(year, first, 1)
    last = year * 12 + first - 1 + count  # the month after the last, counted from year 0
    if last // 12 > date.max.year:
        return Period(start, date.max)
    return Period(start, date(last // 12, last % 12 + 1, 1) - timedelta(days=1))
