"""One loop as a circle: its elements around it, and an arc from each to the next."""

from collections.abc import Iterator, Sequence
from math import ceil, pi

from attrs import frozen

from tocmodel.layout.loops.angles import cosine_and_sine
from tocmodel.layout.scene import Bounds, PathCommand, Point

_CLEAR = 4.0
"""From a box to where an arc starts or ends."""
_STEP = pi / 720
"""How finely an arc looks for the edge of a box."""
_VISIBLE = 50.0
"""The least length of an arc between two boxes: a head, a sign, and a line that joins them."""
_APART = 36.0
"""The least room between two boxes that follow each other: a head and a sign."""
_SMALLEST, _LARGER = 46.0, 4.0
"""The radius of the smallest circle, and how much larger the next one tried is."""


@frozen(kw_only=True)
class Ring:
    """A circle with boxes on it.

    Attributes:
        centre: its centre.
        radius: its radius.
        boxes: the boxes, clockwise from the top.
    """

    centre: Point
    radius: float
    boxes: tuple[Bounds, ...]

    @property
    def bounds(self) -> Bounds:
        """The rectangle around all that is drawn of it."""
        (x, y), r = self.centre, self.radius
        left = min(x - r, *(box.x for box in self.boxes))
        top = min(y - r, *(box.y for box in self.boxes))
        right = max(x + r, *(box.right for box in self.boxes))
        bottom = max(y + r, *(box.bottom for box in self.boxes))
        return Bounds(x=left, y=top, width=right - left, height=bottom - top)

    def at(self, angle: float) -> Point:
        """Return the point of the circle at an angle, clockwise from the right."""
        (x, y), r = self.centre, self.radius
        cosine, sine = cosine_and_sine(angle)
        return x + r * cosine, y + r * sine

    def arcs(self) -> Iterator[tuple[float, float]]:
        """Yield where each arc starts and ends: from the edge of a box to that of the next."""
        number = len(self.boxes)
        for place, box in enumerate(self.boxes):
            start = angle_of(place, number)
            end = angle_of(place + 1, number)
            yield (
                self._edge(box, start, _STEP),
                self._edge(self.boxes[(place + 1) % number], end, -_STEP),
            )

    def _edge(self, box: Bounds, angle: float, step: float) -> float:
        """Return the first angle from a box's own at which the circle is outside it."""
        for turn in range(round(2 * pi / _STEP)):
            x, y = self.at(angle + turn * step)
            inside = box.x - _CLEAR <= x <= box.right + _CLEAR
            if not (inside and box.y - _CLEAR <= y <= box.bottom + _CLEAR):
                return angle + turn * step
        return angle


def angle_of(place: int, number: int) -> float:
    """Return the angle of one of so many boxes: the first is at the top, the others follow."""
    return -pi / 2 + 2 * pi * place / number


def make_ring(sizes: Sequence[tuple[float, float]], middle: tuple[float, float]) -> Ring:
    """Return the smallest circle, around (0, 0), on which boxes and arcs have room.

    Args:
        sizes: the width and the height of each box.
        middle: the width and the height of what is in the middle.
    """
    radius = _SMALLEST
    while True:
        ring = _ring(sizes, radius)
        if _has_room(ring, middle):
            return ring
        radius += _LARGER


def _ring(sizes: Sequence[tuple[float, float]], radius: float) -> Ring:
    boxes = []
    for place, (width, height) in enumerate(sizes):
        cosine, sine = cosine_and_sine(angle_of(place, len(sizes)))
        x, y = radius * cosine, radius * sine
        boxes.append(Bounds(x=x - width / 2, y=y - height / 2, width=width, height=height))
    return Ring(centre=(0.0, 0.0), radius=radius, boxes=tuple(boxes))


def _has_room(ring: Ring, middle: tuple[float, float]) -> bool:
    half_width, half_height = middle[0] / 2 + 8, middle[1] / 2 + 6
    far = ring.radius - 14
    if half_width * half_width + half_height * half_height > far * far:
        return False
    for box in ring.boxes:
        aside = box.x > half_width or box.right < -half_width
        if not (aside or box.y > half_height or box.bottom < -half_height):
            return False
    following = (*ring.boxes[1:], ring.boxes[0])
    if len(ring.boxes) > 1 and any(
        _gap(*pair) < _APART for pair in zip(ring.boxes, following, strict=True)
    ):
        return False
    return all((end - start) * ring.radius >= _VISIBLE for start, end in ring.arcs())


def _gap(one: Bounds, other: Bounds) -> float:
    """Return how far apart two boxes are, across or along the page."""
    across = max(one.x, other.x) - min(one.right, other.right)
    return max(across, max(one.y, other.y) - min(one.bottom, other.bottom))


def arc(ring: Ring, start: float, end: float) -> tuple[PathCommand, ...]:
    """Return the path along a circle, as curves of at most a quarter of it each.

    >>> arc(_ring([(0, 0)], 10), 0, pi / 2)[0]
    ('M', (10.0, 0.0))
    """
    pieces = max(1, ceil((end - start) / (pi / 2) - 1e-9))
    turn = (end - start) / pieces
    cosine, sine = cosine_and_sine(turn / 4)
    reach = 4 / 3 * sine / cosine * ring.radius
    commands: list[PathCommand] = [("M", _rounded(ring.at(start)))]
    for piece in range(pieces):
        a, b = start + piece * turn, start + (piece + 1) * turn
        (ax, ay), (bx, by) = ring.at(a), ring.at(b)
        (out_x, out_y), (in_x, in_y) = direction_at(a), direction_at(b)
        first = (ax + reach * out_x, ay + reach * out_y)
        second = (bx - reach * in_x, by - reach * in_y)
        numbers = (*_rounded(first), *_rounded(second), *_rounded((bx, by)))
        commands.append(("C", numbers))
    return tuple(commands)


def direction_at(angle: float) -> Point:
    """Return the direction in which a circle runs clockwise at an angle (of length 1)."""
    cosine, sine = cosine_and_sine(angle)
    return -sine, cosine


def _rounded(point: Point) -> Point:
    return round(point[0], 2), round(point[1], 2)
