"""Periods: ``2018``, ``2018-09``, ``2018-09-01``, or two of them joined by ``/``."""

from datetime import date, timedelta
from functools import lru_cache

from tocmodel.values import frozen


@frozen
class Period:
    """A stretch of time, first and last day included.

    ``end`` lies before ``start`` where a text says so: that is for a rule to find.
    """

    start: date
    end: date


@lru_cache(maxsize=1024)
def period(text: str) -> Period | None:
    """Read a period; ``None`` where it is not written as one.

    >>> period("2017/2018")
    Period(start=datetime.date(2017, 1, 1), end=datetime.date(2018, 12, 31))
    >>> period("2018-02").end
    datetime.date(2018, 2, 28)
    >>> period("last summer") is None
    True
    """
    parts = [_one(part.strip()) for part in text.split("/")]
    if len(parts) > 2 or None in parts:
        return None
    known = [part for part in parts if part is not None]
    return Period(known[0].start, known[-1].end)


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
        return Period(day, day)
    if len(values) == 2:
        year, month = values
        following = date(year + month // 12, month % 12 + 1, 1)
        return Period(date(year, month, 1), following - timedelta(days=1))
    return Period(date(values[0], 1, 1), date(values[0], 12, 31))
