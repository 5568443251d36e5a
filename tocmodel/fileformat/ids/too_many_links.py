"""Limit the links that lists at their ends make: a short list makes very many pairs."""

from collections.abc import Mapping
from typing import Any

from tocmodel.diagnostics import Problem

MOST_LINKS = 100_000
"""The most links that all lists at the ends of links may make; no theory needs as many."""


def too_many_links(data: Any) -> Problem | None:
    """Return a problem at the first link whose lists, with those before it, exceed the limit.

    >>> ids = [f"a{number}" for number in range(400)]
    >>> too_many_links({"links": [{"from": ids, "to": ids}]}).message
    'the lists at the ends of the links up to here make 160,000 links; the most is 100,000'
    """
    links = data.get("links") if isinstance(data, Mapping) else None
    number = 0
    for place, item in enumerate(links if isinstance(links, list) else ()):
        ends = [item.get("from"), item.get("to")] if isinstance(item, Mapping) else []
        if any(isinstance(end, list) for end in ends):
            number += _length(ends[0]) * _length(ends[1])
        if number > MOST_LINKS:
            return Problem(
                message="the lists at the ends of the links up to here make "
                f"{number:,} links; the most is {MOST_LINKS:,}",
                pointer=("links", place),
                help="link groups of them, or only those that the reason is about",
            )
    return None


def _length(end: Any) -> int:
    return len(end) if isinstance(end, list) else 1
