"""Sorting elements by the categories of a framework, for lanes and colours.

An element in a part of a category is in that category. An element in several is sorted by the first
that it names, and a line in its box names the others.
"""

from collections.abc import Iterable

from tocmodel.diagram.lanes import NOT_STATED, Classification, inherit_classes
from tocmodel.diagram.model import Badge
from tocmodel.diagram.view_frameworks import Sorting
from tocmodel.model import TheoryOfChange
from tocmodel.wording import say


def classify_by_category(
    theory: TheoryOfChange, sorting: Sorting, ids: Iterable[str], *, nearby: bool = False
) -> Classification:
    """Class elements by the categories of a framework; those in none come last.

    With ``nearby`` an element that bears on another, such as an indicator, may go with that one.
    """
    places = sorting.places(theory)
    own = {id_: sorting.key(places[id_][0]) if id_ in places else "" for id_ in theory.elements}
    if nearby:
        inherit_classes(theory, own)
    of = {id_: own[id_] or NOT_STATED for id_ in ids}
    used = set(of.values())
    titles = {sorting.key(id_): one.title for id_, one in sorting.dimension.categories.items()}
    titles[NOT_STATED] = say("lane-not-classified")
    return Classification(of, {key: title for key, title in titles.items() if key in used})


def category_badges(
    theory: TheoryOfChange, lanes: Sorting | None, colour: Sorting | None, ids: Iterable[str]
) -> dict[str, tuple[Badge, ...]]:
    """Return the lines that add what a lane leaves out, and what colour alone must not convey."""
    rows = lanes.places(theory) if lanes else {}
    hues = colour.places(theory) if colour and colour != lanes else {}
    found: dict[str, tuple[Badge, ...]] = {}
    for id_ in ids:
        others = rows.get(id_, ())[1:]
        texts = [say("also", categories=lanes.titles(others))] if lanes and others else []
        texts += [colour.titles(hues[id_])] if colour and id_ in hues else []
        found[id_] = tuple(Badge(kind="category", text=text) for text in texts)
    return found
