"""The meaning of each box's colour."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from attrs import frozen

from tocmodel.diagram.categories import classify_by_category
from tocmodel.diagram.evidence import EVIDENCE_COLOURS, evidence_colours
from tocmodel.diagram.lanes import NOT_STATED, Classification, classify
from tocmodel.diagram.model import Badge
from tocmodel.diagram.progress import PROGRESS_COLOURS, progress_colours
from tocmodel.diagram.stages import STAGES
from tocmodel.diagram.view_frameworks import Sorting
from tocmodel.model import ColourBy, TheoryOfChange, View
from tocmodel.wording import say

UNCLASSIFIED = "not-classified"
"""The key of the grey for elements that a framework does not classify."""

MOST = 7
"""How many categories get a colour each: more are hard to tell apart."""

_OTHERS = "categories:others"


@frozen
class Colours:
    """The key of each element's colour, and the meanings of the keys, in palette order.

    A stage's key is that of its column, and needs no words: the heading has them.
    """

    of: Mapping[str, str]
    titles: Mapping[str, str]

    def order(self, used: Collection[str]) -> tuple[str, ...]:
        """Return the keys in use, in palette order."""
        return tuple(key for key in (*STAGES, *self.titles) if key in used)


def colours(
    theory: TheoryOfChange,
    view: View,
    shown: Collection[str],
    stage: Mapping[str, str],
    sorting: Sorting | None,
) -> Colours:
    """Return the colours of the shown elements; with ``sorting``, those of a framework."""
    by = view.colour
    if sorting:
        return _by_category(classify_by_category(theory, sorting, shown), sorting.dimension.title)
    if by is ColourBy.STAGE:
        return Colours({id_: stage[id_] for id_ in shown}, {})
    if by is ColourBy.EVIDENCE:
        return Colours(evidence_colours(theory, shown), EVIDENCE_COLOURS)
    if by is ColourBy.PROGRESS:
        return Colours(progress_colours(theory, shown), PROGRESS_COLOURS)
    found = classify(theory, str(by), shown)
    return Colours(
        {id_: f"{by}:{key}" for id_, key in found.of.items()},
        {f"{by}:{key}": title for key, title in found.titles.items()},
    )


def class_badges(
    view: View, palette: Colours, sorting: Sorting | None, ids: Iterable[str]
) -> dict[str, Badge]:
    """Return a line with the class of each element, where only its colour would show it.

    Frames show groups, and lanes what they sort by.
    """
    by = str(view.colour)
    shown_otherwise = by == str(view.lanes) or (by == "group" and not view.lanes)
    if sorting or view.colour not in _CLASSES or shown_otherwise:
        return {}
    keys = {id_: palette.of[id_] for id_ in ids if not palette.of[id_].endswith(f":{NOT_STATED}")}
    return {id_: Badge(kind="category", text=palette.titles[key]) for id_, key in keys.items()}


_CLASSES = frozenset(ColourBy) - {ColourBy.STAGE, ColourBy.EVIDENCE, ColourBy.PROGRESS}


def _by_category(found: Classification, dimension: str) -> Colours:
    """Give each category a colour; if too many, the largest get one each and the rest share one."""
    titles = {key: title for key, title in found.titles.items() if key != NOT_STATED}
    often = Counter(key for key in found.of.values() if key in titles)
    first = sorted(
        titles, key=lambda key: -often[key]
    )  # where equally large, in the framework's order
    kept = set(first if len(first) <= MOST else first[: MOST - 1])
    of = {
        id_: UNCLASSIFIED if key == NOT_STATED else key if key in kept else _OTHERS
        for id_, key in found.of.items()
    }
    meanings = {key: title for key, title in titles.items() if key in kept}
    meanings[_OTHERS] = say("other-categories", number=len(titles) - len(kept))
    meanings[UNCLASSIFIED] = say("dimension-not-classified", dimension=dimension)
    return Colours(of, meanings)
