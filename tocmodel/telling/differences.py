"""The differences between two theories, as they are read and as data."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from tocmodel.analysis.difference import Difference, Differences
from tocmodel.telling.heading import headed
from tocmodel.telling.outline import Line
from tocmodel.values import frozen
from tocmodel.wording import SECTION_WORDS, counted, imagined_data

_HEADINGS = {
    "significant": "Significant: the theory claims something else",
    "minor": "Minor: the theory claims the same",
}


SEVERAL = 4
"""So many entries of one kind that are new, or gone, are told as a list."""

_HAPPENED = {"added": "are new", "removed": "are gone"}

_WORDS = {**SECTION_WORDS, "links": ("link", "links")}


@frozen(kw_only=True)
class Compared:
    """Two theories that were compared: what they are called, and how they differ."""

    title: str
    old: str
    new: str
    differences: Differences


def outline(compared: Compared) -> tuple[Line, ...]:
    """Return the differences line by line, the significant ones first."""
    return tuple(_lines(compared))


def _lines(compared: Compared) -> Iterator[Line]:
    found = compared.differences
    yield from headed(f"What changed: {compared.title}", found.old, found.new)
    yield Line(0, f"From {compared.old} to {compared.new}: {summary(found)}.")
    for word, items in (("significant", found.significant), ("minor", found.minor)):
        if items:
            yield Line(0, f"{_HEADINGS[word]} ({len(items):,})", "heading")
            yield from points(items)


def points(items: Sequence[Difference], depth: int = 0) -> Iterator[Line]:
    """Give a line for each difference; many entries that are new, or gone, become one list.

    What changed in wording alone says so, as no program can tell whether the meaning is the same.
    """
    for (section, kind, field), group in groupby(items, key=_sort):
        same = list(group)
        if field or kind not in _HAPPENED or len(same) < SEVERAL or section not in _WORDS:
            for item in same:
                aside = " (Wording: is the meaning the same?)" if item.wording else ""
                yield Line(depth, f"{item.sentence}{aside}", "point")
        else:
            yield Line(depth, f"{_many(section, len(same))} {_HAPPENED[kind]}:", "point")
            yield from (Line(depth + 1, item.new or item.old, "point") for item in same)


def _sort(item: Difference) -> tuple[str, str, str]:
    return (item.section, str(item.kind), item.field)


def _many(section: str, number: int) -> str:
    one, several = _WORDS[section]
    return counted(number, one, several)


def summary(found: Differences) -> str:
    """Return how many differences there are.

    >>> summary(Differences())
    'no difference in meaning'
    """
    if not found.items:
        return "no difference in meaning"
    parts = (
        counted(len(found.significant), "significant difference") if found.significant else "",
        counted(len(found.minor), "minor difference") if found.minor else "",
    )
    return " and ".join(part for part in parts if part)


def to_data(compared: Compared, version: str) -> dict[str, Any]:
    """Return the differences as plain data, as ``schemas/differences.schema.json`` says."""
    found = compared.differences
    return {
        "tool": {"name": "tocmodel", "version": version},
        "title": compared.title,
        **imagined_data(found.old, found.new),
        "old": compared.old,
        "new": compared.new,
        "differences": [_difference(item) for item in found],
        "summary": {"significant": len(found.significant), "minor": len(found.minor)},
    }


def _difference(item: Difference) -> dict[str, Any]:
    return {
        "kind": str(item.kind),
        "section": item.section,
        "about": item.about,
        "field": item.field,
        "old": item.old,
        "new": item.new,
        "sentence": item.sentence,
        "significance": str(item.significance),
        "wording": item.wording,
        "at_old": None if item.at_old is None else list(item.at_old),
        "at_new": None if item.at_new is None else list(item.at_new),
    }
