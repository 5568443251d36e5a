"""Boxes pushed apart until none overlaps another, each as little as it can be moved."""

from collections.abc import Sequence

from tocmodel.layout.scene import Point

Size = tuple[float, float]
_ROUNDS = 400
_PATIENCE, _WIDER = 12, 1.06
"""After so many rounds with overlaps, all boxes move apart by this much: dense places need it."""
_PUSH = 0.52
"""How much of an overlap is removed from each of two boxes; more would make them swing."""
_TOUCHING = 0.3
"""Gaps this much narrower than wished are left alone."""


def remove_overlaps(
    places: Sequence[Point], sizes: Sequence[Size], room: Size | None = None
) -> list[Point] | None:
    """Return places near the given ones at which no two boxes overlap; none if there is no room.

    Args:
        places: the middle of each box.
        sizes: the width and height of each, with the gap around it.
        room: the area from (0, 0) that the boxes must stay within.

    >>> remove_overlaps([(0, 0), (4, 1)], [(10, 4), (10, 4)])
    [(0.0, -1.56), (4.0, 2.56)]
    """
    if room and any(width > room[0] or height > room[1] for width, height in sizes):
        return None
    xs, ys = [float(x) for x, _ in places], [float(y) for _, y in places]
    for number in range(1, _ROUNDS + 1):
        moved = _push(xs, ys, sizes)
        if moved and number % _PATIENCE == 0:
            _spread(xs, sizes, 0, room)
            _spread(ys, sizes, 1, room)
        if room:
            _keep_within(xs, ys, sizes, room)
        if not moved:
            return [(round(x, 2), round(y, 2)) for x, y in zip(xs, ys, strict=True)]
    return None


def _push(xs: list[float], ys: list[float], sizes: Sequence[Size]) -> bool:
    """Push every two boxes that overlap along the shorter way apart, one pair after the other."""
    order = sorted(range(len(xs)), key=lambda i: (xs[i] - sizes[i][0] / 2, i))
    starts = [xs[i] - sizes[i][0] / 2 for i in order]
    moved = False
    for place, i in enumerate(order):
        end = starts[place] + sizes[i][0]
        for next_ in range(place + 1, len(order)):
            if starts[next_] > end:
                break
            j = order[next_]
            across = (sizes[i][0] + sizes[j][0]) / 2 - abs(xs[i] - xs[j])
            down = (sizes[i][1] + sizes[j][1]) / 2 - abs(ys[i] - ys[j])
            if across <= _TOUCHING or down <= _TOUCHING:
                continue
            moved = True
            if across < down:
                way = across * _PUSH if (xs[i], i) > (xs[j], j) else -across * _PUSH
                xs[i] += way
                xs[j] -= way
            else:
                way = down * _PUSH if (ys[i], i) > (ys[j], j) else -down * _PUSH
                ys[i] += way
                ys[j] -= way
    return moved


def _spread(at: list[float], sizes: Sequence[Size], side: int, room: Size | None) -> None:
    """Move all boxes a little away from their middle, as far as the room allows."""
    low = min(x - size[side] / 2 for x, size in zip(at, sizes, strict=True))
    high = max(x + size[side] / 2 for x, size in zip(at, sizes, strict=True))
    wider = _WIDER if room is None else min(_WIDER, room[side] / (high - low))
    start = (low + high) / 2 - (high - low) * wider / 2
    if room:
        start = min(max(start, 0.0), room[side] - (high - low) * wider)
    if wider > 1:
        at[:] = [start + (x - low) * wider for x in at]


def _keep_within(xs: list[float], ys: list[float], sizes: Sequence[Size], room: Size) -> None:
    for i, (width, height) in enumerate(sizes):
        xs[i] = min(max(xs[i], width / 2), room[0] - width / 2)
        ys[i] = min(max(ys[i], height / 2), room[1] - height / 2)
