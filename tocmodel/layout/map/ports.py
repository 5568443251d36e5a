"""Where arrows leave and reach the boxes of a map: apart, and in the order of their other ends."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from tocmodel.layout.scene import Bounds, Point

_CORNER = 7.0
"""No arrow ends so near a corner, which many boxes round or cut off."""
_APART = 12.0
"""Between two ends on one box, if it has room."""


@frozen
class Port:
    """A point on the edge of a box, and the direction out of it there."""

    at: Point
    out: Point


Ends = tuple[str, str]


def find_ports(
    arrows: Sequence[Ends], boxes: Mapping[str, Bounds], *, sideways: bool = False
) -> dict[tuple[int, int], Port]:
    """Return the port of each end of each arrow: of (2, 0) the start of the third arrow.

    Args:
        arrows: the ends of each.
        boxes: where the ends are.
        sideways: an arrow to a box in another column leaves at the left or the right, as there is
            no room for it between boxes that are close above one another.
    """
    ends: dict[str, list[tuple[float, int, int, int]]] = {}
    for number, pair in enumerate(arrows):
        for side in (0, 1):
            box, other = boxes[pair[side]], boxes[pair[1 - side]]
            wish = _towards(box, other.centre, sideways=sideways)
            turn = number if pair[side] < pair[1 - side] else -number  # so that two do not cross
            ends.setdefault(pair[side], []).append((wish, turn, number, side))
    found: dict[tuple[int, int], Port] = {}
    for id_, wishes in ends.items():
        wishes.sort()
        edge = _length(boxes[id_])
        spread = spread_out([wish for wish, *_ in wishes], edge)
        for place, (_, _, number, side) in zip(spread, wishes, strict=True):
            found[number, side] = _port(boxes[id_], place)
    return found


def side_ports(box: Bounds) -> tuple[Port, ...]:
    """Return ports in the middle of each side of a box and at quarters of it."""
    wide, high = (size / 4 for size in _sides(box))
    x, y = box.centre
    return tuple(
        port
        for part in (0, -1, 1)
        for port in (
            _at(x + part * wide, box.y, (0.0, -1.0)),
            _at(box.right, y + part * high, (1.0, 0.0)),
            _at(x + part * wide, box.bottom, (0.0, 1.0)),
            _at(box.x, y + part * high, (-1.0, 0.0)),
        )
    )


def spread_out(wishes: Sequence[float], around: float) -> list[float]:
    """Return places on a closed line, near the wished ones and apart from each other.

    >>> spread_out([1, 2, 50], 100)
    [-4.5, 7.5, 50.0]
    """
    count = len(wishes)
    apart = min(_APART, around / count)
    gaps = [after - wish for wish, after in pairwise((*wishes, wishes[0] + around))]
    first = (max(range(count), key=lambda place: (gaps[place], -place)) + 1) % count
    order = [*range(first, count), *range(first)]
    straight = [wishes[i] + (around if i < first else 0.0) for i in order]
    blocks: list[tuple[float, float]] = []
    for number, wish in enumerate(straight):
        mean, size = wish - number * apart, 1.0
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean, size = (before * many + mean * size) / (many + size), many + size
        blocks.append((mean, size))
    spread = [mean for mean, size in blocks for _ in range(int(size))]
    places = [mean + place * apart for place, mean in enumerate(spread)]
    found = [0.0] * count
    for i, place in zip(order, places, strict=True):
        found[i] = place - (around if i < first else 0.0)
    return found


def _sides(box: Bounds) -> tuple[float, float]:
    return max(box.width - 2 * _CORNER, 2.0), max(box.height - 2 * _CORNER, 2.0)


def _length(box: Bounds) -> float:
    return 2 * sum(_sides(box))


def _towards(box: Bounds, spot: Point, *, sideways: bool) -> float:
    """Where on the edge a line from the middle of a box to a spot leaves it, clockwise."""
    x, y = box.centre
    dx, dy = spot[0] - x, spot[1] - y
    wide, high = _sides(box)
    beside = sideways and abs(dx) > box.width / 2
    if beside or abs(dx) * box.height > abs(dy) * box.width:
        along = dy / abs(dx) * box.width / 2
        most = high / 2 - 0.01  # where the left side ends, the top begins
        along = min(max(along, -most), most)
        return wide + high / 2 + along if dx > 0 else 2 * wide + high + high / 2 - along
    across = dx / (abs(dy) or 1.0) * box.height / 2
    across = min(max(across, -wide / 2), wide / 2)
    return wide / 2 + across if dy < 0 else wide + high + wide / 2 - across


def _port(box: Bounds, place: float) -> Port:
    wide, high = _sides(box)
    place %= 2 * (wide + high)
    x, y = box.centre
    if place <= wide:
        return _at(x - wide / 2 + place, box.y, (0.0, -1.0))
    place -= wide
    if place <= high:
        return _at(box.right, y - high / 2 + place, (1.0, 0.0))
    place -= high
    if place <= wide:
        return _at(x + wide / 2 - place, box.bottom, (0.0, 1.0))
    return _at(box.x, y + high / 2 - (place - wide), (-1.0, 0.0))


def _at(x: float, y: float, out: Point) -> Port:
    return Port((round(x, 2), round(y, 2)), out)
