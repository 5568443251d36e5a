"""Which layout a picture has: the one that its view names, or else the one that fits its shape."""

from collections import Counter
from collections.abc import Callable

from attrs import evolve

from tocmodel.diagram.model import Diagram
from tocmodel.diagram.regions import with_regions
from tocmodel.diagram.sentences import sentence
from tocmodel.graph.components import strong_components
from tocmodel.model import Layout, TheoryOfChange, View
from tocmodel.wording import say

_LARGE, _BUSY = 40, 1.3
"""More boxes than this, with more arrows each than this, are a map."""
_MANY = 16
"""Fewer boxes than this in one column are no map, unless they are all factors."""
_AROUND = 8
"""So many boxes that all lead to each other are a large part of a picture that is a third of it."""
_LIST = 30
"""From so many boxes on, a picture whose boxes mostly have no arrow is a table."""


def with_layout(picture: Diagram, theory: TheoryOfChange, view: View) -> Diagram:
    """Return a picture with its layout, and in its note why it has this one."""
    layout, reason = (view.layout, "") if view.layout else _by_shape(picture, view)
    if layout is not Layout.MAP:
        return evolve(picture, layout=str(layout), note=_noted(picture.note, reason))
    picture, regions = with_regions(picture, theory)
    return evolve(
        picture,
        layout=str(layout),
        boxes=tuple(evolve(box, lane="") for box in picture.boxes),
        lanes=(),
        ceiling="",
        ceiling_label="",
        note=_noted(picture.note, reason, regions),
    )


def _noted(note: str, *remarks: str) -> str:
    return " ".join(filter(None, (*(sentence(one) for one in remarks if one), note)))


def _by_shape(picture: Diagram, view: View) -> tuple[Layout, str]:
    ends = {box.id for box in picture.boxes}
    framed = any(arrow.from_ not in ends or arrow.to not in ends for arrow in picture.arrows)
    asks = view.lanes or view.columns or view.why or picture.top_to_bottom
    if asks or framed or picture.ceiling:
        return Layout.STAGES, ""
    for reason, holds in _REASONS.items():
        if holds(picture):
            return Layout.MAP, say("note-map", reason=say(reason))
    if _is_list(picture):
        return Layout.TABLE, say("note-table", reason=say("as-without-arrows"))
    return Layout.STAGES, ""


def _is_all_factors(picture: Diagram) -> bool:
    return len(picture.boxes) > 3 and all(box.kind == "factor" for box in picture.boxes)


def _is_one_column(picture: Diagram) -> bool:
    column = {box.id: box.column for box in picture.boxes}
    if len(column) < _MANY or not picture.arrows:
        return False
    most, number = Counter(column.values()).most_common(1)[0]
    inside = sum(column[arrow.from_] == column[arrow.to] == most for arrow in picture.arrows)
    return 2 * number > len(column) and 2 * inside > len(picture.arrows)


def _goes_round(picture: Diagram) -> bool:
    ids = [box.id for box in picture.boxes]
    causal = [arrow for arrow in picture.arrows if arrow.kind in ("causal", "mutual", "bridged")]
    pairs = [(arrow.from_, arrow.to) for arrow in causal]
    pairs += [(arrow.to, arrow.from_) for arrow in causal if arrow.kind == "mutual"]
    after = {id_: tuple(to for from_, to in pairs if from_ == id_) for id_ in ids}
    largest = max(map(len, strong_components(tuple(ids), after)), default=0)
    return largest >= _AROUND and 3 * largest >= len(ids)


def _is_large(picture: Diagram) -> bool:
    return len(picture.boxes) > _LARGE and len(picture.arrows) > _BUSY * len(picture.boxes)


def _is_list(picture: Diagram) -> bool:
    joined = {end for arrow in picture.arrows for end in (arrow.from_, arrow.to)}
    linked = sum(box.id in joined for box in picture.boxes)
    return len(picture.boxes) >= _LIST and 2 * linked < len(picture.boxes)


_REASONS: dict[str, Callable[[Diagram], bool]] = {
    "as-all-factors": _is_all_factors,
    "as-one-column": _is_one_column,
    "as-going-round": _goes_round,
    "as-large": _is_large,
}
"""What makes a picture a map, by the keys of the words in its note."""
