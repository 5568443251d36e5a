"""Dates in a workbook: numbers that a format shows as a date.

Source: ECMA-376, Part 1, 18.8.30 (numFmt) for the formats with only a number, and 18.17.4
(dates and times) for counting days.
"""

import re
from datetime import date, timedelta
from enum import StrEnum

_BUILT_IN_DATES = frozenset([*range(14, 23), *range(27, 37), *range(50, 59)])
_BUILT_IN_DURATIONS = frozenset((45, 46, 47))
_LAST_DAY = 2_958_466  # the day after 31 December 9999
# Literal parts of a format: in quotes, after a backslash, as wide as a letter, in brackets.
_LITERAL = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]?|AM/PM|A/P', re.IGNORECASE)
_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
_LETTERS = re.compile("[dmyhs]", re.IGNORECASE)


class ShownAs(StrEnum):
    """The kind of value that a format shows for a number."""

    NUMBER = "number"
    DATE = "date"
    DURATION = "duration"


def shown_by(number: int, code: str = "") -> ShownAs:
    """Return the kind of value that a number format shows.

    Args:
        number: the format's id; those below 164 have fixed meanings.
        code: the format itself, if the workbook defines it.

    >>> [shown_by(14).value, shown_by(2).value, shown_by(164, 'd mmm yyyy').value]
    ['date', 'number', 'date']
    >>> [shown_by(164, code).value for code in ('[h]:mm', '0.00" days"', '[Red]0', 'General')]
    ['duration', 'number', 'number', 'number']
    """
    if not code:
        if number in _BUILT_IN_DURATIONS:
            return ShownAs.DURATION
        return ShownAs.DATE if number in _BUILT_IN_DATES else ShownAs.NUMBER
    section = code[:255].partition(";")[0]
    if _ELAPSED.search(section):
        return ShownAs.DURATION
    if section.casefold() == "general":
        return ShownAs.NUMBER
    return ShownAs.DATE if _LETTERS.search(_LITERAL.sub("", section)) else ShownAs.NUMBER


def date_text(days: float, *, from_1904: bool = False) -> str:
    """Return the date of a number, or the time of day below 1; empty for any other number.

    >>> date_text(43630), date_text(43630.75), date_text(0.4375), date_text(-1)
    ('2019-06-14', '2019-06-14', '10:30:00', '')
    >>> date_text(15), date_text(60), date_text(61), date_text(42168, from_1904=True)
    ('1900-01-15', '1900-02-28', '1900-03-01', '2019-06-14')
    """
    if not 0 <= days < _LAST_DAY - (1462 if from_1904 else 0):
        return ""
    day, seconds = divmod(round(days * 86_400), 86_400)
    if not day:
        return _clock(seconds)
    if from_1904:
        first = date(1904, 1, 1)
    else:  # Excel counts a 29 February 1900, which never existed
        first = date(1899, 12, 31) if day < 60 else date(1899, 12, 30)
    return (first + timedelta(days=day)).isoformat() if day < _LAST_DAY else ""


def duration_text(days: float) -> str:
    """Return a duration in hours, minutes and seconds.

    >>> duration_text(1.25)
    '30:00:00'
    """
    return _clock(round(days * 86_400)) if 0 <= days < _LAST_DAY else ""


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
