"""What the colour of each box stands for."""

from collections import Counter
from collections.abc import Collection, Mapping

from tocmodel.diagram.categories import category_classes
from tocmodel.diagram.classing import NOT_STATED, Classes, classes
from tocmodel.diagram.evidence import BY_EVIDENCE, by_evidence
from tocmodel.diagram.packs import Sorting
from tocmodel.diagram.stages import STAGES
from tocmodel.model import ColourBy, TheoryOfChange, View
from tocmodel.values import frozen

UNCLASSIFIED = "not-classified"
"""The key of the grey of what a framework does not classify."""

MOST = 7
"""How many categories have a colour of their own: more are hard to tell apart."""

_OTHERS = "categories:others"


@frozen
class Colours:
    """The key of each element's colour, and what the keys stand for, in palette order.

    A stage's key is that of its column, and needs no words: its heading says it.
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
    """Return the colours of the shown elements; ``sorting`` where they are a framework's."""
    by = view.colour
    if sorting:
        return _by_category(category_classes(theory, sorting, shown), sorting.dimension.title)
    if by is ColourBy.STAGE:
        return Colours({id_: stage[id_] for id_ in shown}, {})
    if by is ColourBy.EVIDENCE:
        return Colours(by_evidence(theory, shown), BY_EVIDENCE)
    found = classes(theory, str(by), shown)
    return Colours(
        {id_: f"{by}:{key}" for id_, key in found.of.items()},
        {f"{by}:{key}": title for key, title in found.titles.items()},
    )


def _by_category(found: Classes, dimension: str) -> Colours:
    """Give each category a colour; of too many, those with most elements, the rest one colour."""
    titles = {key: title for key, title in found.titles.items() if key != NOT_STATED}
    often = Counter(key for key in found.of.values() if key in titles)
    first = sorted(titles, key=lambda key: -often[key])  # of as many, the framework's order
    kept = set(first if len(first) <= MOST else first[: MOST - 1])
    of = {
        id_: UNCLASSIFIED if key == NOT_STATED else key if key in kept else _OTHERS
        for id_, key in found.of.items()
    }
    said = {key: title for key, title in titles.items() if key in kept}
    said[_OTHERS] = f"One of {len(titles) - len(kept)} other categories, which the box names"
    said[UNCLASSIFIED] = f"{dimension}: not classified"
    return Colours(of, said)
