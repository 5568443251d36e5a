"""Which arrows can be one straight line between the middles of two sides, and cross no other box.

Such a line can be glued to its boxes: it follows when somebody moves one. PowerPoint and
LibreOffice agree about straight lines only, so any other arrow keeps the route of the picture.
"""

from collections.abc import Iterator, Mapping
from math import hypot

from attrs import evolve, frozen

from tocmodel.layout.scene import Bounds, Path, Point, Scene, SceneGroup
from tocmodel.self_describing import SelfDescribing
from tocmodel.slides.line_ends import spots_of

CLEAR = 3.0
"""The distance that a line keeps from the boxes that it passes, in points."""
_TOP, _LEFT, _BOTTOM, _RIGHT = range(4)
_OUTWARDS: Mapping[int, Point] = {_TOP: (0, -1), _LEFT: (-1, 0), _BOTTOM: (0, 1), _RIGHT: (1, 0)}
"""The directions out of a box, by the numbers of the sides of a rounded rectangle."""
_STEEP = 0.05
"""The least part of a line's length that leads straight out of a box."""
_UNUSUAL = 1.3
"""How much shorter a line between other sides must be than one that reads on."""
_HIDDEN = 3.0
"""How much shorter a line that starts behind its box must be than one that does not."""


@frozen(kw_only=True)
class Glue(SelfDescribing):
    """A straight line between two boxes.

    Attributes:
        from_side, to_side: the sides of the boxes: 0 top, 1 left, 2 bottom, 3 right.
        start, end: the points in the middle of these sides.
        behind: it starts behind its own box, and comes out at another side.
    """

    from_side: int
    to_side: int
    start: Point
    end: Point
    behind: bool = False


def find_glue(scene: Scene) -> dict[str, Glue]:
    """Return the straight line of each arrow that can have one, by the id of its group."""
    boxes = {group.id.removeprefix("box:"): group.bounds for group in scene.find("box")}
    known = {id_: bounds for id_, bounds in boxes.items() if bounds is not None}
    names = [area_of(group) for group in scene.find("cluster-name")]
    found: dict[str, Glue] = {}
    used: set[tuple[Point, Point]] = set()
    for group in scene.find("arrow"):
        if group.ends is None or not set(group.ends) <= known.keys():
            continue
        from_, to = group.ends
        others = [*(known[id_] for id_ in known if id_ not in (from_, to)), *names]
        for glue in _lines(known[from_], known[to]):
            if glue.behind and group.kind == "mutual":  # it has a head at its start too
                continue
            ends = (min(glue.start, glue.end), max(glue.start, glue.end))
            if ends not in used and not any(crosses(glue, other) for other in others):
                used.add(ends)
                found[group.id] = glue
                break
    return found


def _lines(one: Bounds, other: Bounds) -> Iterator[Glue]:
    """Yield the straight lines that reach the other box from outside, the best first."""
    lines = (
        Glue(from_side=a, to_side=b, start=_middle(one, a), end=_middle(other, b))
        for a in _OUTWARDS
        for b in _OUTWARDS
    )
    reaching = (line for line in lines if _faces(line, line.to_side, -1.0))
    known = (evolve(line, behind=not _faces(line, line.from_side, 1.0)) for line in reaching)
    yield from sorted(known, key=_cost)


def _middle(box: Bounds, side: int) -> Point:
    x, y = _OUTWARDS[side]
    return box.centre[0] + x * box.width / 2, box.centre[1] + y * box.height / 2


def _faces(line: Glue, side: int, way: float) -> bool:
    """Whether a line runs out of a side, or from outside into it, and not along it."""
    length = _length(line)
    if length < 1:
        return False
    out = _OUTWARDS[side]
    x, y = line.end[0] - line.start[0], line.end[1] - line.start[1]
    return way * (x * out[0] + y * out[1]) / length >= _STEEP


def _cost(line: Glue) -> float:
    reads_on = (line.from_side, line.to_side) in {(_RIGHT, _LEFT), (_LEFT, _RIGHT)}
    return _length(line) * (1.0 if reads_on else _UNUSUAL) * (_HIDDEN if line.behind else 1.0)


def _length(line: Glue) -> float:
    return hypot(line.end[0] - line.start[0], line.end[1] - line.start[1])


def crosses(line: Glue, box: Bounds, clear: float = CLEAR) -> bool:
    """Whether a line comes closer to a box than it should (Liang and Barsky, 1984).

    >>> line = Glue(from_side=3, to_side=1, start=(0, 0), end=(100, 0))
    >>> crosses(line, Bounds(x=40, y=-5, width=20, height=10))
    True
    >>> crosses(line, Bounds(x=40, y=5, width=20, height=10))
    False
    """
    first, last = 0.0, 1.0
    (x, y), (end_x, end_y) = line.start, line.end
    for start, way, low, high in (
        (x, end_x - x, box.x - clear, box.right + clear),
        (y, end_y - y, box.y - clear, box.bottom + clear),
    ):
        if not way:
            if not low < start < high:
                return False
            continue
        enters, leaves = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, enters), min(last, leaves)
        if first >= last:
            return False
    return True


def area_of(group: SceneGroup) -> Bounds:
    """Return the area of all the paths of a group."""
    paths = [item.commands for item in group.items if isinstance(item, Path)]
    spots = [spot for path in paths for spot in spots_of(path)]
    (left, right), (top, bottom) = (
        (min(spot[axis] for spot in spots), max(spot[axis] for spot in spots)) for axis in (0, 1)
    )
    return Bounds(x=left, y=top, width=right - left, height=bottom - top)
