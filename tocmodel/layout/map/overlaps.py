"""Boxes pushed apart until none overlaps another, each as little as it can be moved."""

from collections.abc import Sequence

from tocmodel.layout.scene import Point

Size = tuple[float, float]
_ROUNDS = 400
_PUSH = 0.55
"""How much of an overlap a round removes from each of two boxes; more would make them swing."""


def remove_overlaps(
    places: Sequence[Point], sizes: Sequence[Size], room: Size | None = None
) -> list[Point] | None:
    """Return places near the given ones at which no two boxes overlap; none if there is no room.

    Args:
        places: the middle of each box.
        sizes: the width and height of each, with the gap around it.
        room: the area from (0, 0) that the boxes must stay within.

    >>> remove_overlaps([(0, 0), (4, 1)], [(10, 4), (10, 4)])
    [(0.0, -1.5), (4.0, 2.5)]
    """
    xs, ys = [float(x) for x, _ in places], [float(y) for _, y in places]
    for _ in range(_ROUNDS):
        moved = _push(xs, ys, sizes)
        if room:
            _keep_within(xs, ys, sizes, room)
        if not moved:
            return [(round(x, 2), round(y, 2)) for x, y in zip(xs, ys, strict=True)]
    return None


def _push(xs: list[float], ys: list[float], sizes: Sequence[Size]) -> bool:
    """Push every two boxes that overlap, along the shorter way apart."""
    order = sorted(range(len(xs)), key=lambda i: (xs[i] - sizes[i][0] / 2, i))
    ends = [xs[i] + sizes[i][0] / 2 for i in order]
    starts = [xs[i] - sizes[i][0] / 2 for i in order]
    moved = False
    moves = [(0.0, 0.0)] * len(xs)
    for place, i in enumerate(order):
        for next_ in range(place + 1, len(order)):
            if starts[next_] > ends[place]:
                break
            j = order[next_]
            across = (sizes[i][0] + sizes[j][0]) / 2 - abs(xs[i] - xs[j])
            down = (sizes[i][1] + sizes[j][1]) / 2 - abs(ys[i] - ys[j])
            if across <= 0.01 or down <= 0.01:
                continue
            moved = True
            if across < down:
                way = (
                    across * _PUSH
                    if xs[i] > xs[j] or (xs[i] == xs[j] and i > j)
                    else -across * _PUSH
                )
                dx, dy = way, 0.0
            else:
                way = down * _PUSH if ys[i] > ys[j] or (ys[i] == ys[j] and i > j) else -down * _PUSH
                dx, dy = 0.0, way
            moves[i] = moves[i][0] + dx, moves[i][1] + dy
            moves[j] = moves[j][0] - dx, moves[j][1] - dy
    for i, (dx, dy) in enumerate(moves):
        xs[i] += dx
        ys[i] += dy
    return moved


def _keep_within(xs: list[float], ys: list[float], sizes: Sequence[Size], room: Size) -> None:
    for i, (width, height) in enumerate(sizes):
        xs[i] = min(max(xs[i], width / 2), room[0] - width / 2)
        ys[i] = min(max(ys[i], height / 2), room[1] - height / 2)
