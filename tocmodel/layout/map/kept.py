"""A map that keeps the places of an earlier one: only what is new looks for a place.

A new box takes the free place that is nearest to what it is linked to. Nothing else moves unless it
has become too large for its place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import frozen

from tocmodel.layout.map.overlaps import Size, remove_overlaps
from tocmodel.layout.positions import Positions
from tocmodel.layout.scene import Point
from tocmodel.layout.sheet import POSTERS, Sheet, Turns

_STEP = 6.0
"""How far apart the places are that a new box tries."""
_FULLER = 1.2
"""How much fuller the former sheet may be than a new one, before a larger one is taken."""
_ABOVE = 20.0
"""From the highest box of a region to a new name of it."""


@frozen(kw_only=True)
class KeptRoom:
    """The room for the boxes of a map on a sheet, and what they keep.

    Attributes:
        earlier: where they were.
        origin: where the room begins on the page.
        size: its width and height.
        scale: how many times as large as the former sheet the sheet is.
    """

    earlier: Positions
    origin: Point
    size: Size
    scale: float

    def places(self, ids: Iterable[str], names: Mapping[str, str]) -> dict[str, Point]:
        """Return the former places in the room: of boxes, and of the names of regions."""
        found = {id_: self.earlier.boxes[id_].centre for id_ in ids if id_ in self.earlier.boxes}
        known = self.earlier.names
        found |= {name: known[id_] for name, id_ in names.items() if id_ in known}
        (left, top), scale = self.origin, self.scale
        return {id_: (x * scale - left, y * scale - top) for id_, (x, y) in found.items()}


def kept_sheets(sheets: Iterable[Sheet], turns: Turns, earlier: Positions) -> tuple[Sheet, ...]:
    """Return the sheets to try, those as wide as the earlier picture first.

    A poster was made larger after it was placed, so its size does not show its sheet.
    """
    asked = {sheet.page for size in turns[-1] for sheet in size}
    first = () if asked & set(POSTERS) else (earlier.width,)
    return tuple(sorted(sheets, key=lambda sheet: not any(abs(sheet.width - w) < 1 for w in first)))


def arrange_kept(
    links: Sequence[tuple[str, str]],
    sizes: Mapping[str, Size],
    regions: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
    room: KeptRoom,
    fullest: float,
) -> dict[str, Point] | None:
    """Return the middle of every box and name within a room; none if the room is too small.

    Args:
        links: the ends of every link.
        sizes: the width and height of each box and name, with the gap around it.
        regions: for the id of each region's name, its boxes.
        names: for the id of each region's name, the id of the region.
        room: the room, and the places to keep.
        fullest: how much of it the boxes and the gaps around them may take.
    """
    needed = sum(width * height for width, height in sizes.values())
    if needed > fullest * (_FULLER if room.scale == 1 else 1) * room.size[0] * room.size[1]:
        return None
    found = room.places((id_ for id_ in sizes if id_ not in regions), names)
    found = _within(found, sizes)
    for id_, near in _new_boxes(
        links, [id_ for id_ in sizes if id_ not in regions], found, regions
    ):
        found[id_] = _free_place(_mean(near, room.size), sizes[id_], found, sizes, room.size)
    for name, members in regions.items():
        if name not in found:
            x, _ = _mean([found[id_] for id_ in members], room.size)
            above = x, min(found[id_][1] for id_ in members) - _ABOVE
            found[name] = _free_place(above, sizes[name], found, sizes, room.size)
    ids = list(sizes)
    settled = remove_overlaps([found[id_] for id_ in ids], [sizes[id_] for id_ in ids], room.size)
    return None if settled is None else dict(zip(ids, settled, strict=True))


def _within(found: Mapping[str, Point], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """Return the places moved together, so that none is left of the room or above it."""
    left = min((x - sizes[id_][0] / 2 for id_, (x, _) in found.items()), default=0.0)
    top = min((y - sizes[id_][1] / 2 for id_, (_, y) in found.items()), default=0.0)
    return {id_: (x - min(left, 0.0), y - min(top, 0.0)) for id_, (x, y) in found.items()}


def _new_boxes(
    links: Sequence[tuple[str, str]],
    ids: Sequence[str],
    found: Mapping[str, Point],
    regions: Mapping[str, Sequence[str]],
) -> Iterator[tuple[str, list[Point]]]:
    """Yield the new boxes, that with most known neighbours next, and the places of these.

    A box without any is near its region.
    """
    near: dict[str, list[str]] = {id_: [] for id_ in ids}
    for one, other in links:
        near[one].append(other)
        near[other].append(one)
    beside = {id_: members for members in regions.values() for id_ in members}
    waiting = [id_ for id_ in ids if id_ not in found]
    while waiting:
        next_ = max(waiting, key=lambda one: sum(other in found for other in near[one]))
        waiting.remove(next_)
        known = [found[other] for other in near[next_] if other in found]
        yield next_, known or [found[one] for one in beside.get(next_, ()) if one in found]


def _mean(places: Sequence[Point], room: Size) -> Point:
    """Return the middle of some places; without any, that of the room."""
    if not places:
        return room[0] / 2, room[1] / 2
    return sum(x for x, _ in places) / len(places), sum(y for _, y in places) / len(places)


def _free_place(
    wish: Point, size: Size, found: Mapping[str, Point], sizes: Mapping[str, Size], room: Size
) -> Point:
    """Return the place nearest to a wish where a box overlaps no other; the wish if none is."""
    taken = [(place, sizes[id_]) for id_, place in found.items()]
    for ring in range(int(max(room) // _STEP) + 1):
        free = [
            (x, y)
            for x, y in _ring(wish, ring)
            if size[0] / 2 <= x <= room[0] - size[0] / 2
            and size[1] / 2 <= y <= room[1] - size[1] / 2
            and not any(
                abs(x - x2) < (size[0] + wide) / 2 and abs(y - y2) < (size[1] + high) / 2
                for (x2, y2), (wide, high) in taken
            )
        ]
        if free:
            return min(free, key=lambda one: (one[0] - wish[0]) ** 2 + (one[1] - wish[1]) ** 2)
    return wish


def _ring(middle: Point, number: int) -> Iterator[Point]:
    """Yield places on a square round a place."""
    for across in range(-number, number + 1):
        edge = abs(across) == number
        for down in range(-number, number + 1) if edge else (-number, number):
            yield middle[0] + across * _STEP, middle[1] + down * _STEP
