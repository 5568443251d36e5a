"""The differences between two theories, as text and as data."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from attrs import frozen

from tocmodel.differences import Difference, Differences
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.report.outline import Line
from tocmodel.report.title_lines import title_lines
from tocmodel.wording import count_words, counted, imagined_data

_HEADINGS = {
    "significant": "Significant: the theory makes other claims",
    "minor": "Minor: the theory makes the same claims",
}


SEVERAL = 4
"""This many entries of one kind that are new, or gone, become a list."""

_HAPPENED = {"added": "are new", "removed": "are gone"}


@frozen(kw_only=True)
class Compared:
    """Two theories that were compared: their names and their differences."""

    title: str
    old: str
    new: str
    differences: Differences


def outline(compared: Compared) -> tuple[Line, ...]:
    """Return the differences line by line, the significant ones first."""
    return tuple(_lines(compared))


def _lines(compared: Compared) -> Iterator[Line]:
    found = compared.differences
    yield from title_lines(f"What changed: {compared.title}", found.old, found.new)
    yield Line(0, f"From {compared.old} to {compared.new}: {summary(found)}.")
    for word, items in (("significant", found.significant), ("minor", found.minor)):
        if items:
            yield Line(0, f"{_HEADINGS[word]} ({len(items):,})", "heading")
            yield from points(items)


def points(items: Sequence[Difference], depth: int = 0) -> Iterator[Line]:
    """Yield a line for each difference; many entries that are new, or gone, become one list.

    A change of wording is marked: no program can tell whether the meaning is the same.
    """
    for (section, kind, field), group in groupby(items, key=_sort):
        same = list(group)
        if field or kind not in _HAPPENED or len(same) < SEVERAL or section not in SECTION_NAMES:
            for item in same:
                aside = " (Wording: is the meaning the same?)" if item.wording else ""
                yield Line(depth, f"{item.sentence}{aside}", "point")
        else:
            yield Line(depth, f"{count_words(len(same), section)} {_HAPPENED[kind]}:", "point")
            yield from (Line(depth + 1, item.new or item.old, "point") for item in same)


def _sort(item: Difference) -> tuple[str, str, str]:
    return (item.section, str(item.kind), item.field)


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
    """Return the differences as plain data, as in ``schemas/differences.schema.json``."""
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
