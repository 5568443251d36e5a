"""Figures and times as other programs write them."""

import re
from typing import Any

from tocmodel.characters import one_line
from tocmodel.model.period import period

_PLAIN = re.compile(r"([-+]?[0-9]{1,3}(?:,[0-9]{3})+|[-+]?[0-9]{1,15})(\.[0-9]{1,10})?\s*(%?)")


def figure_of(text: str, when: str = "", note: str = "") -> dict[str, Any]:
    """Return a figure with these words: a number if they are nothing else, else a comment.

    >>> figure_of("1,250", "2024")
    {'value': 1250, 'period': '2024'}
    >>> figure_of("N=35; P=55")
    {'comment': 'N=35; P=55'}
    """
    words = one_line(text)
    found: dict[str, Any] = {}
    number = number_of(words)
    if number is not None:
        found["value"] = number
    elif words:
        found["comment"] = words
    if when and period(when):
        found["period"] = when
    if note := one_line(note):
        found["note"] = note
    return found


def number_of(text: str) -> int | float | None:
    """Return the number that a text is, with or without a sign for per cent.

    >>> number_of("35%"), number_of("2.50"), number_of("1,250"), number_of("N=3")
    (35, 2.5, 1250, None)
    """
    found = _PLAIN.fullmatch(text.strip())
    if not found:
        return None
    number = float(found[1].replace(",", "") + (found[2] or ""))
    return int(number) if number.is_integer() and not found[2] else number


def span_of(start: str, end: str) -> str:
    """Return a period from its first and last day, as years or months if they are whole.

    >>> span_of("2024-01-01", "2024-12-31"), span_of("2024-01-01", "2025-12-31")
    ('2024', '2024/2025')
    >>> span_of("2024-04-01", "2025-03-31"), span_of("", "2024-06-30"), span_of("soon", "")
    ('2024-04/2025-03', '2024-06-30', '')
    """
    first, last = start[:10], end[:10]
    known = [day for day in (first, last) if day and period(day)]
    if len(known) < 2:
        return known[0] if known else ""
    for length in (4, 7):
        short = first[:length], last[:length]
        whole = period("/".join(short))
        if whole and (whole.start.isoformat(), whole.end.isoformat()) == (first, last):
            return short[0] if short[0] == short[1] else "/".join(short)
    return first if first == last else f"{first}/{last}"
