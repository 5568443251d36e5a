"""Figures and periods in the cells of tables, as people write them."""

import re
from typing import Any

from tocmodel.dates import readings

_VALUE = r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?"
_FIGURE = re.compile(
    rf"""
    (?P<sign>about|approx\.?|c\.|circa|~|at\ least|≥|>=|more\ than|>
        |at\ most|≤|<=|less\ than|<|up\ to)?\s*
    (?P<unit>[£$€])?\s*
    (?P<value>{_VALUE})
    (?:\s*(?:to|-|–)\s*(?P<to>{_VALUE}))?\s*
    (?P<percent>%|per\ ?cent)?
    (?:\s*(?:out\ of|of|/)\s*(?P<of>{_VALUE}))?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_SIGNS = {
    **dict.fromkeys(("about", "approx", "approx.", "c.", "circa", "~"), "about"),
    **dict.fromkeys(("at least", "≥", ">="), "at least"),
    **dict.fromkeys(("more than", ">"), "more than"),
    **dict.fromkeys(("at most", "≤", "<=", "up to"), "at most"),
    **dict.fromkeys(("less than", "<"), "less than"),
}
_YEARS = re.compile(r"\b(20\d\d|19\d\d)\s*[-/–]\s*(\d\d(?:\d\d)?)\b")
_YEAR = re.compile(r"\b(20\d\d|19\d\d)\b")
_LONGEST_FIGURE = 60


def figure(text: str, period: str = "") -> dict[str, Any]:
    """Return the figure in a cell; a cell without one plain number becomes a comment.

    >>> figure("45%", "2024"), figure("about 1,200")
    ({'value': 45, 'period': '2024'}, {'value': 1200, 'qualifier': 'about'})
    >>> figure("12 of 20"), figure("3 to 5"), figure("to be agreed")
    ({'value': 12, 'of': 20}, {'from': 3, 'to': 5}, {'comment': 'to be agreed'})
    """
    words = " ".join(text.split())
    found = _FIGURE.fullmatch(words)
    if not found or len(words) > _LONGEST_FIGURE:
        body: dict[str, Any] = {"comment": words}
    elif found["to"]:
        body = {"from": _number(found["value"]), "to": _number(found["to"])}
    else:
        body = {"value": _number(found["value"])}
    if found and found["sign"] and "comment" not in body:
        body["qualifier"] = _SIGNS[found["sign"].casefold()]
    if found and found["of"] and "value" in body:
        body["of"] = _number(found["of"])
    return {**body, "period": period} if period else body


def unit_of(text: str) -> str:
    """Return the unit that the sign of a figure gives: ``percent``, a currency, or nothing.

    >>> unit_of("45 %"), unit_of("£300"), unit_of("45")
    ('percent', '£', '')
    """
    found = _FIGURE.fullmatch(" ".join(text.split()))
    if not found:
        return ""
    return "percent" if found["percent"] else found["unit"] or ""


def _number(text: str) -> int | float:
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def period_in(heading: str) -> str:
    """Return the period in a heading, as the language writes it; empty if there is none.

    >>> period_in("Target 2024"), period_in("Target 2023/24"), period_in("Year 1")
    ('2024', '2023/2024', '')
    """
    if found := _YEARS.search(heading):
        first, second = found[1], found[2]
        second = second if len(second) == 4 else f"{first[:2]}{second}"
        return f"{first}/{second}" if first < second else first
    if found := _YEAR.search(heading):
        exact = readings(heading.rsplit(":", maxsplit=1)[-1].strip())
        return exact[0] if len(exact) == 1 else found[1]
    return ""
