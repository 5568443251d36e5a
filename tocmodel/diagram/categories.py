"""Sorting elements by the categories of a framework, for lanes and colours.

An element that stands in a part of a category stands in that category. One that stands in several
is sorted by the first that it names, and a line in its box names the others.
"""

from collections.abc import Iterable

from tocmodel.diagram.classing import NOT_STATED, Classes, stand_with_what_they_bear_on
from tocmodel.diagram.packs import Sorting
from tocmodel.diagram.parts import Badge
from tocmodel.model import TheoryOfChange


def category_classes(
    theory: TheoryOfChange, sorting: Sorting, ids: Iterable[str], *, nearby: bool = False
) -> Classes:
    """Class elements by the categories of a framework; those that stand nowhere come last.

    With ``nearby`` what bears on something else, as an indicator does, may stand with that.
    """
    places = sorting.places(theory)
    own = {id_: sorting.key(places[id_][0]) if id_ in places else "" for id_ in theory.elements}
    if nearby:
        stand_with_what_they_bear_on(theory, own)
    of = {id_: own[id_] or NOT_STATED for id_ in ids}
    used = set(of.values())
    titles = {sorting.key(id_): one.title for id_, one in sorting.dimension.categories.items()}
    titles[NOT_STATED] = "Not classified"
    return Classes(of, {key: title for key, title in titles.items() if key in used})


def category_badges(
    theory: TheoryOfChange, lanes: Sorting | None, colour: Sorting | None, ids: Iterable[str]
) -> dict[str, tuple[Badge, ...]]:
    """Return the lines that say what a lane does not, and what a colour alone must not."""
    rows = lanes.places(theory) if lanes else {}
    hues = colour.places(theory) if colour and colour != lanes else {}
    found: dict[str, tuple[Badge, ...]] = {}
    for id_ in ids:
        others = rows.get(id_, ())[1:]
        said = [f"also: {lanes.titles(others)}"] if lanes and others else []
        said += [colour.titles(hues[id_])] if colour and id_ in hues else []
        found[id_] = tuple(Badge(kind="category", text=text) for text in said)
    return found
