"""The choice of a sheet: the best of several attempts, by size, crossings and room for arrows."""

from collections.abc import Iterator, Sequence
from math import inf

from tocmodel.layout.flow.attempt import (
    Division,
    Setting,
    SheetAttempt,
    room_for_boxes,
    try_setting,
)
from tocmodel.layout.flow.lanes import with_room_for_lanes
from tocmodel.layout.sheet import Sheet

_SHRINKING = (1.0, 0.84, 0.7, 0.56)
"""The widths of boxes to try in a picture that reads downwards."""
_WORTH_TRYING = 40
"""A picture with more boxes is not squeezed on to a sheet by other divisions of its columns."""
_CALM = 0.6
_CALM_SHARE = 0.04
"""A picture that costs no more than this beyond its sheet, or for each arrow, is good enough."""


def choose(
    divisions: Sequence[Division], families: Sequence[Sequence[Sheet]]
) -> SheetAttempt | None:
    """Return the best picture of a diagram on some sheets; nothing if it fits none.

    Args:
        divisions: the diagram, divided into slots in one way or several, the best one first.
        families: the sheets of each size of paper, the roomiest first.
    """
    best: SheetAttempt | None = None
    for family in families:
        if best is None or best.cost > family[0].cost:
            found = _best_of(family, divisions)
            best = min(filter(None, (best, found)), key=lambda one: one.cost, default=None)
    return best


def _best_of(family: Sequence[Sheet], divisions: Sequence[Division]) -> SheetAttempt | None:
    """Return the best picture on paper of one size.

    What is best on the tightest sheet gets more room if there is any: how often arrows cross
    depends little on the room that they have.
    """
    roomiest, tightest = family[0], family[-1]
    first = _try(divisions[0], roomiest)
    if roomiest is tightest or (first and _is_calm(first)):
        return first
    best, chosen = first, (divisions[0], 1.0)
    for upright in (False, True) if tightest.turns else (False,):
        if upright and (best is not None or len(divisions[0].diagram.boxes) > _WORTH_TRYING):
            break
        for division, narrower in _ways(divisions):
            most = best.cost if best else inf
            found = _try(division, tightest.upright() if upright else tightest, narrower, most)
            if found is not None and found.cost < most:
                best, chosen = found, (division, narrower)
            if best is not None and _is_calm(best):
                break
    if best is None or best is first:
        return best
    for sheet in family[:-1]:
        upright = best.sheet.height > best.sheet.width
        found = _try(chosen[0], sheet.upright() if upright else sheet, chosen[1], best.cost)
        if found is not None:
            return found
    return best


def _ways(divisions: Sequence[Division]) -> Iterator[tuple[Division, float]]:
    """Yield the divisions to try, and how wide boxes in rows may be."""
    diagram = divisions[0].diagram
    widths = _SHRINKING if diagram.top_to_bottom else (1.0,)
    large = len(diagram.boxes) > _WORTH_TRYING
    yield from ((division, w) for division in divisions[: 1 if large else None] for w in widths)


def _try(
    division: Division, sheet: Sheet, narrower: float = 1.0, most: float = inf
) -> SheetAttempt | None:
    sheet = with_room_for_lanes(division.diagram, sheet)
    room = room_for_boxes(division.diagram, sheet)
    setting = Setting(division=division, sheet=sheet, room=room, narrower=narrower)
    return try_setting(setting, most)


def _is_calm(attempt: SheetAttempt) -> bool:
    arrows = len(attempt.scene.find("arrow"))
    return attempt.cost <= attempt.sheet.cost + max(_CALM, arrows * _CALM_SHARE)
