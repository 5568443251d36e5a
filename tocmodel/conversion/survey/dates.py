"""Dates as surveys write them: with a time, with the month first, or as Excel's number of a day."""

import re

from attrs import frozen

from tocmodel.dates import readings
from tocmodel.workbook.dates import date_text

_TIME_AFTER = re.compile(r"[ T,]+[0-9]{1,2}:[0-9]{2}.*$")
_SERIAL = re.compile(r"[0-9]{5}(\.[0-9]+)?")
_FIGURES = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-][0-9]{2,4}")
_TWELVE = 12


@frozen
class ReadDate:
    """A date, or why it cannot be read.

    Attributes:
        date: the date in the notation of the language; empty where it cannot be read.
        message: the problem.
        help: what to do about it.
    """

    date: str = ""
    message: str = ""
    help: str = ""


def read_date(text: str, dates: str = "") -> ReadDate:
    """Read a date from a survey; one with two readings is read only if the map decides it.

    Args:
        text: the date, perhaps with a time after it.
        dates: ``day-first``, ``month-first`` or ``excel``; empty where the map does not state it.

    >>> read_date("2024-03-01T10:00:00.000+01:00").date, read_date("3/25/24 10:02:11").date
    ('2024-03-01', '2024-03-25')
    >>> read_date("03/04/2024").message
    "'03/04/2024' can be read as 2024-04-03 or as 2024-03-04"
    >>> read_date("03/04/2024", "month-first").date, read_date("45385.42", "excel").date
    ('2024-03-04', '2024-04-03')
    >>> read_date("45385").help
    "it may be Excel's number for 2024-04-03: if so, write 'dates: excel' in the map"
    >>> read_date("25/12/2024", "month-first").message
    "'25/12/2024' has the day first, and the map states 'dates: month-first'"
    """
    plain = _TIME_AFTER.sub("", text.strip())
    return _serial(plain, dates) if _SERIAL.fullmatch(plain) else _written(plain, dates)


def _serial(number: str, dates: str) -> ReadDate:
    day = date_text(float(number))
    if dates == "excel":
        return ReadDate(day)
    help_ = f"it may be Excel's number for {day}: if so, write 'dates: excel' in the map"
    return ReadDate(message=f"'{number}' is no date", help=help_)


def _written(plain: str, dates: str) -> ReadDate:
    found = readings(plain)
    figures = _FIGURES.fullmatch(plain)
    if len(found) == 1 and figures and (against := _against(figures, dates)):
        return ReadDate(message=f"'{plain}' has {against}, and the map states 'dates: {dates}'")
    if len(found) == 1 and "/" not in found[0]:
        return ReadDate(found[0])
    if len(found) > 1 and figures and dates in ("day-first", "month-first"):
        return ReadDate(found[0] if dates == "day-first" else found[1])
    if len(found) > 1:
        help_ = "write 'dates: day-first' or 'dates: month-first' in the map"
        return ReadDate(
            message=f"'{plain:.60}' can be read as {' or as '.join(found)}",
            help=help_ if figures else "write the one that is meant",
        )
    return ReadDate(message=f"'{plain:.60}' is no date", help="write it as 2024-07-14")


def _against(figures: re.Match[str], dates: str) -> str:
    """Return what contradicts the map in a date that has only one reading."""
    first, second = int(figures[1]), int(figures[2])
    if dates == "month-first" and first > _TWELVE:
        return "the day first"
    return "the month first" if dates == "day-first" and second > _TWELVE else ""
