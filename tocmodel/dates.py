"""Dates in people's notation, and in that of the language.

Files and story forms share it. A date with one reading is read; for a date with several, such as
04/07/2024, all are returned, so that the writer can be asked.
"""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_NAMES = {name[:length]: number for number, name in enumerate(_MONTHS, 1) for length in (3, 9)} | {
    "sept": 9
}
_MONTH = rf"(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})\.?"
_YEAR = "(?P<year>[0-9]{4}|['’]?[0-9]{2})"
_DAY = "(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_WRITTEN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_DAY}[ -]{_MONTH}[ ,-]+{_YEAR}",  # 14 July 2024, 14-Jul-24
        rf"{_MONTH}[ -]{_DAY}[ ,]+{_YEAR}",  # July 14, 2024
        rf"{_MONTH}[ ,-]+{_YEAR}",  # July 2024, Jul-24
        rf"(?P<year>[0-9]{{4}})[ -]{_MONTH}",  # 2024 July
    )
)
_FIGURES = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4}|[0-9]{2})")
_YEAR_FIRST = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{4})")
_SHORT = re.compile(r"([0-9]{4})[./-]([0-9]{1,2})")
_QUARTER = re.compile(r"(?:q([1-4])|quarter ([1-4])),? ([0-9]{4})|([0-9]{4})[ -]q([1-4])")
_SEASON = re.compile(r"(spring|summer|autumn|fall|winter)( term)?,? ([0-9]{4})")
_A_YEAR = re.compile(r"\b[0-9]{4}\b")
_TIME = re.compile(r"(?<=[0-9]{4}-[0-9]{2}-[0-9]{2})[t ][0-9:.]+z?$")
_BETWEEN = re.compile(r"\s*(?:/|–|—|-|\bto\b|\buntil\b|\band\b)\s*")
_AFTER_TWO_YEARS = re.compile(r" (?:academic|school|financial) year$")
_OF_TWO_YEARS = re.compile(r"^(?:the )?(?:(?:academic|school|financial) year |fy ?|between |from )")
_LANGUAGE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""The first and the last month of each season, as the Met Office counts it (metoffice.gov.uk)."""

TERMS = {"spring": (1, 4), "summer": (4, 7), "autumn": (9, 12)}
"""The first and the last month, with terms as in schools in England and Wales."""

_CENTURY = 50
"""Two digits below this are of this century."""

_FIRST_YEAR = 1000
_LONGEST = 60


def readings(text: str) -> tuple[str, ...]:
    """Return the dates and periods that a text may mean, in the notation of the language.

    A text in the notation of the language is its only reading. If there are several, the British
    reading is first, with the day before the month. Nothing is guessed: "early 2019" is not 2019,
    and only the writer knows which months were summer.

    >>> readings("14/07/2024"), readings("Jul-24"), readings("1 September 2019")
    (('2024-07-14',), ('2024-07',), ('2019-09-01',))
    >>> readings("04/07/2024")
    ('2024-07-04', '2024-04-07')
    >>> readings("2016–17"), readings("2016/17"), readings("Sept 2018 - July 2019")
    (('2016/2017',), ('2016/2017',), ('2018-09/2019-07',))
    >>> readings("Q1 2019"), readings("Summer 2019")
    (('2019-01/2019-03', '2019-04/2019-06'), ())
    >>> readings("2018-09"), readings("early 2019"), readings("31/02/2019"), readings("24-Jul")
    (('2018-09',), (), (), ())
    """
    plain = _TIME.sub("", " ".join(text.casefold().split()))
    if len(plain) > _LONGEST:
        return ()
    two = _AFTER_TWO_YEARS.sub("", _OF_TWO_YEARS.sub("", plain))
    return tuple(
        dict.fromkeys(_one(plain) or _two(two) or [item for item in _one(two) if "/" in item])
    )


def suggestions(text: str) -> tuple[str, ...]:
    """Return possible replacements for a text: its readings, a season's months, its year.

    >>> suggestions("Summer 2019"), suggestions("c. 2019"), suggestions("last year")
    (('2019-06/2019-08', '2019-04/2019-07', '2019'), ('2019',), ())
    """
    found = readings(text)
    if found or len(text) > _LONGEST:
        return found
    years = tuple(dict.fromkeys(year for year in _A_YEAR.findall(text) if _is_real(year)))
    seasons = tuple(_season(" ".join(text.casefold().split())))
    in_words = any(letter.isalpha() or letter == "?" for letter in text)
    return seasons + (years if in_words and len(years) == 1 else ())


def _one(text: str) -> list[str]:
    """Read one stretch of time, however it is written."""
    if _LANGUAGE.fullmatch(text) and _is_real(text):
        return [text]
    for read in (_in_figures, _in_words, _of_year, _quarter):
        found = [item for item in read(text) if all(map(_is_real, item.split("/")))]
        if found:
            return found
    return []


def _two(text: str) -> list[str]:
    """Read a beginning and an end; a shared part, as in ``1 to 5 May 2019``, occurs once."""
    for between in _BETWEEN.finditer(text):
        first, last = text[: between.start()], text[between.end() :]
        starts = _one(first) or _one(f"{first} {last.partition(' ')[2]}")
        ends = [item for item in _one(last) if "/" not in item]
        starts = [item for item in starts if "/" not in item]
        found = [f"{start}/{end}" for start, end in product(starts, ends)]
        if found:
            return found
    return []


def _in_figures(text: str) -> Iterator[str]:
    if found := _YEAR_FIRST.fullmatch(text):
        yield _written(found[1], int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(text):
        yield _written(found[3], int(found[2]), int(found[1]))
        yield _written(found[3], int(found[1]), int(found[2]))
    if found := _MONTH_FIRST.fullmatch(text):
        yield _written(found[2], int(found[1]))


def _in_words(text: str) -> Iterator[str]:
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(text):
            parts = found.groupdict()
            day = parts.get("day")
            yield _written(parts["year"], _NAMES[parts["name"]], int(day) if day else None)


def _of_year(text: str) -> Iterator[str]:
    """Read 2016-17 as two years; if the second number can also be a month, return both readings."""
    found = _SHORT.fullmatch(text.replace("–", "-").replace("—", "-"))
    if not found:
        return
    first = int(found[1])
    if len(found[2]) == len("17") and (first + 1) % 100 == int(found[2]):
        yield f"{first}/{first + 1}"
    yield _written(found[1], int(found[2]))


def _quarter(text: str) -> Iterator[str]:
    """Quarters of the calendar, and of a financial year that begins in April."""
    if found := _QUARTER.fullmatch(text):
        number = int(found[1] or found[2] or found[5])
        year = int(found[3] or found[4])
        yield _months(year, 3 * number - 2, 3 * number)
        yield _months(year, 3 * number + 1, 3 * number + 3)


def _season(text: str) -> Iterator[str]:
    """The months of a season, and those of a school term with that name."""
    if found := _SEASON.fullmatch(text):
        name, year = found[1].replace("fall", "autumn"), int(found[3])
        if not found[2]:
            first, last = SEASONS[name]
            yield _months(year, first, last if last > first else last + 12)
        if name in TERMS:
            yield _months(year, *TERMS[name])


def _months(year: int, first: int, last: int) -> str:
    """A stretch of months, numbered on into the following year."""
    return "/".join(
        _written(str(year + (number - 1) // 12), (number - 1) % 12 + 1) for number in (first, last)
    )


def _written(year: str, month: int, day: int | None = None) -> str:
    year = year.lstrip("'’")
    if len(year) == len("24"):
        year = f"{'20' if int(year) < _CENTURY else '19'}{year}"
    return f"{year}-{month:02}" if day is None else f"{year}-{month:02}-{day:02}"


def _is_real(text: str) -> bool:
    """Whether a date is in the calendar; years have four digits.

    >>> _is_real("2019-02-28"), _is_real("2019-02-31"), _is_real("2019-13")
    (True, False, False)
    """
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return year >= _FIRST_YEAR
