"""The differences between two theories, as text and as data."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any

from attrs import frozen

from tocmodel.differences import Difference, Differences
from tocmodel.differences.prompts import new_reviews, prompting, reviews_of_changes
from tocmodel.model import Review
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.report.learning_log import review_heading
from tocmodel.report.outline import Line
from tocmodel.report.prompts import prompt_words
from tocmodel.report.title_lines import title_lines
from tocmodel.wording import count_words, counted, remark_data

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
    reviews = new_reviews(found)
    by_change = reviews_of_changes(reviews)
    for word, items in (("significant", found.significant), ("minor", found.minor)):
        if items:
            yield Line(0, f"{_HEADINGS[word]} ({len(items):,})", "heading")
            yield from points(items, by_change=by_change)
    if found.new is not None and any(review.prompted_by for review in reviews):
        yield Line(0, "What prompted the reviews", "heading")
        for review in reviews:
            if prompts := "; ".join(prompt_words(found.new, review)):
                yield Line(0, f"{review_heading(review)}: {prompts}", "point")


def points(
    items: Sequence[Difference],
    depth: int = 0,
    by_change: Mapping[str, tuple[Review, ...]] = MappingProxyType({}),
) -> Iterator[Line]:
    """Yield a line for each difference; many entries that are new, or gone, become one list.

    A change of wording is marked: no program can tell whether the meaning is the same.

    Args:
        items: the differences.
        depth: how far the lines are indented.
        by_change: the new reviews that name each changed entry or link.
    """
    for (section, kind, field), group in groupby(items, key=_sort):
        same = list(group)
        if field or kind not in _HAPPENED or len(same) < SEVERAL or section not in SECTION_NAMES:
            for item in same:
                aside = " (Wording: is the meaning the same?)" if item.wording else ""
                yield Line(depth, f"{item.sentence}{aside}{_agreed_in(item, by_change)}", "point")
        else:
            yield Line(depth, f"{count_words(len(same), section)} {_HAPPENED[kind]}:", "point")
            yield from (Line(depth + 1, item.new or item.old, "point") for item in same)


def _agreed_in(item: Difference, by_change: Mapping[str, tuple[Review, ...]]) -> str:
    """Return in which new reviews a difference was agreed; empty for none."""
    held = [review.title or review.date for review in prompting(item, by_change)]
    return f" (Review: {', '.join(held)}.)" if held else ""


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
    by_change = reviews_of_changes(new_reviews(found))
    return {
        "tool": {"name": "tocmodel", "version": version},
        "title": compared.title,
        **remark_data(found.old, found.new),
        "old": compared.old,
        "new": compared.new,
        "differences": [_difference(item, prompting(item, by_change)) for item in found],
        "summary": {"significant": len(found.significant), "minor": len(found.minor)},
    }


def _difference(item: Difference, reviews: Sequence[Review]) -> dict[str, Any]:
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
        "reviews": [review.id for review in reviews],
        "prompted_by": list(dict.fromkeys(text for one in reviews for text in one.prompted_by)),
        "at_old": None if item.at_old is None else list(item.at_old),
        "at_new": None if item.at_new is None else list(item.at_new),
    }
