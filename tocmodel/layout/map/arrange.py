"""Where the boxes of a map go on a sheet: near what they are linked to, and none on another."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from attrs import evolve, frozen

from tocmodel.layout.map.overlaps import Size, remove_overlaps
from tocmodel.layout.map.stress import Lengths, find_places, wished_distances
from tocmodel.layout.scene import Bounds, Point

INSIDE, ACROSS, TO_BUSIEST = 1.0, 3.0, 1.3
"""The wished lengths of a link within a region, of one between two, and from the busiest box."""
_STARTS = 8
_PAIRS = 40_000
"""How many pairs of links may be compared for each start; larger maps have fewer starts."""
_TURNS = ((1.0, 0.0), (0.96, 0.28), (0.8, 0.6), (0.6, 0.8), (0.28, 0.96), (0.0, 1.0))
"""The angles a piece may be turned by: fractions, which every machine multiplies alike."""
_STRETCH = (170.0, 120.0)
"""How many points a link within a region may be long, across and down."""


@frozen(kw_only=True)
class PlacedPiece:
    """Boxes that are joined to each other by links, and to no other box.

    Attributes:
        ids: the boxes.
        places: where each would be, in wished lengths.
    """

    ids: tuple[str, ...]
    places: Mapping[str, Point]


_NamedPiece = tuple[PlacedPiece, Sequence[str]]
"""A piece, and the ids of the names of its regions."""


def find_pieces(
    links: Sequence[tuple[str, str]], ids: Sequence[str], regions: Mapping[str, str]
) -> tuple[PlacedPiece, ...]:
    """Return the pieces of a map, the largest first.

    Args:
        links: the ends of every link.
        ids: the boxes.
        regions: the region of each box; empty, or left out, for none.
    """
    groups = _joined(ids, links)
    order = sorted(groups, key=lambda group: (-len(group), ids.index(group[0])))
    return tuple(_piece(group, links, regions) for group in order)


def _joined(ids: Sequence[str], links: Sequence[tuple[str, str]]) -> list[tuple[str, ...]]:
    near: dict[str, list[str]] = {id_: [] for id_ in ids}
    for one, other in links:
        near[one].append(other)
        near[other].append(one)
    seen: set[str] = set()
    groups = []
    for id_ in ids:
        found = {id_}
        left = [id_] if id_ not in seen else []
        while left:
            more = [other for other in near[left.pop()] if other not in found]
            found.update(more)
            left += more
        if id_ not in seen:
            groups.append(tuple(other for other in ids if other in found))
            seen |= found
    return groups


def _piece(
    ids: tuple[str, ...], links: Sequence[tuple[str, str]], regions: Mapping[str, str]
) -> PlacedPiece:
    number = {id_: place for place, id_ in enumerate(ids)}
    pairs = list(
        dict.fromkeys(
            (min(number[a], number[b]), max(number[a], number[b]))
            for a, b in links
            if a in number and b in number and a != b
        )
    )
    wished = wished_distances(len(ids), _lengths(ids, pairs, regions))
    starts = max(1, min(_STARTS, _STARTS * _PAIRS // (len(pairs) ** 2 + 1)))
    if len(ids) > 200:
        starts = 1
    tried = [find_places(len(ids), wished, start) for start in range(1, starts + 1)]
    best = min(tried, key=lambda places: _cost(places, pairs)) if starts > 1 else tried[0]
    return PlacedPiece(ids=ids, places=dict(zip(ids, best, strict=True)))


def _lengths(
    ids: Sequence[str], pairs: Sequence[tuple[int, int]], regions: Mapping[str, str]
) -> Lengths:
    of = [regions.get(id_, "") for id_ in ids]
    inside = [0] * len(ids)
    found: dict[tuple[int, int], float] = {}
    for i, j in pairs:
        same = of[i] == of[j]
        found[i, j] = INSIDE if same else ACROSS
        inside[i] += same
        inside[j] += same
    for region in dict.fromkeys(filter(None, of)):
        members = [place for place, name in enumerate(of) if name == region]
        busiest = max(members, key=lambda place: (inside[place], -place))
        for other in members:
            if other != busiest:
                found.setdefault((min(other, busiest), max(other, busiest)), TO_BUSIEST)
    return found


def _cost(places: Sequence[Point], pairs: Sequence[tuple[int, int]]) -> int:
    """How many links cross."""
    lines = [(one, other, *places[one], *places[other]) for one, other in pairs]
    found = 0
    for (a, b, ax, ay, bx, by), (c, d, cx, cy, dx, dy) in combinations(lines, 2):
        across, down = bx - ax, by - ay
        if (across * (cy - ay) > down * (cx - ax)) == (across * (dy - ay) > down * (dx - ax)):
            continue  # both ends of the second are on one side of the first
        across, down = dx - cx, dy - cy
        apart = (across * (ay - cy) > down * (ax - cx)) != (across * (by - cy) > down * (bx - cx))
        found += apart and a not in (c, d) and b not in (c, d)
    return found


def arrange(
    pieces: Sequence[PlacedPiece],
    sizes: Mapping[str, Size],
    names: Mapping[str, Sequence[str]],
    room: Size,
    fullest: float,
    evening: Sequence[float] = (0.0,),
) -> dict[str, Point] | None:
    """Return the middle of every box within a room; none if the room is too small.

    Args:
        pieces: the pieces of the map.
        sizes: the width and height of each box and name, with the gap around it.
        names: for the id of each region's name, its boxes.
        room: the width and height to fill.
        fullest: how much of it the boxes and the gaps around them may take.
        evening: how evenly the places are spread first: 0 is not at all. If there is no room at the
            first, the next is tried.
    """
    needed = sum(width * height for width, height in sizes.values())
    if needed > fullest * room[0] * room[1]:
        return None
    named = [
        (piece, [name for name, members in names.items() if members[0] in piece.places])
        for piece in pieces
    ]
    areas = _divide(named, sizes, Bounds(x=0, y=0, width=room[0], height=room[1]))
    filled = [(_filled_with_names(*piece, names, sizes, area), area) for piece, area in areas]
    found: dict[str, Point] = {}
    for places, area in filled:
        settled = _settled(places, sizes, (area.width, area.height), evening)
        if settled is None:
            return _settled_together(filled, sizes, room, evening)
        found |= _moved(settled, area)
    return found


def _filled_with_names(
    piece: PlacedPiece,
    own: Sequence[str],
    names: Mapping[str, Sequence[str]],
    sizes: Mapping[str, Size],
    area: Bounds,
) -> dict[str, Point]:
    """The places of a piece that fills an area, and of the names of its regions."""
    places = dict(zip(*_filled(piece, sizes, area), strict=True))
    for name in own:
        places[name] = _above([places[id_] for id_ in names[name] if id_ in piece.places])
    return places


def _settled(
    places: Mapping[str, Point], sizes: Mapping[str, Size], room: Size, evening: Sequence[float]
) -> dict[str, Point] | None:
    """The places without overlaps; none if there is no room."""
    extents = [sizes[id_] for id_ in places]
    tries = (_evened(list(places.values()), extents, room, share) for share in evening)
    settled = next(filter(None, (remove_overlaps(one, extents, room) for one in tries)), None)
    return None if settled is None else dict(zip(places, settled, strict=True))


def _settled_together(
    filled: Sequence[tuple[Mapping[str, Point], Bounds]],
    sizes: Mapping[str, Size],
    room: Size,
    evening: Sequence[float],
) -> dict[str, Point] | None:
    """The same for all pieces in one room, where one of them has too narrow an area."""
    if len(filled) < 2:
        return None
    places = {id_: spot for one, area in filled for id_, spot in _moved(one, area).items()}
    return _settled(places, sizes, room, evening)


def _moved(places: Mapping[str, Point], area: Bounds) -> dict[str, Point]:
    return {id_: (round(x + area.x, 2), round(y + area.y, 2)) for id_, (x, y) in places.items()}


def _evened(
    places: Sequence[Point], sizes: Sequence[Size], room: Size, share: float
) -> list[Point]:
    """Places moved a share of the way to rows of as many boxes, in the order that they are in.

    >>> _evened([(0, 5), (10, 0), (90, 10), (40, 9)], [(40, 10)] * 4, (100, 30), 1.0)
    [(25.0, 7.5), (75.0, 7.5), (75.0, 22.5), (25.0, 22.5)]
    """
    in_row = max(int(room[0] // max(width for width, _ in sizes)), 1)
    rows = -(-len(places) // in_row)
    down = sorted(range(len(places)), key=lambda n: (places[n][1], n))
    found = list(places)
    for row in range(rows):
        first, after = (len(places) * turn // rows for turn in (row, row + 1))
        across = sorted(down[first:after], key=lambda n: (places[n][0], n))
        for turn, n in enumerate(across):
            even = (turn + 0.5) * room[0] / len(across), (row + 0.5) * room[1] / rows
            (x, y) = places[n]
            found[n] = x + (even[0] - x) * share, y + (even[1] - y) * share
    return found


def _above(places: Sequence[Point]) -> Point:
    """The place of a region's name: above its middle."""
    x = sum(x for x, _ in places) / len(places)
    return x, min(y for _, y in places) - 20


def _divide(
    pieces: Sequence[_NamedPiece], sizes: Mapping[str, Size], area: Bounds
) -> list[tuple[_NamedPiece, Bounds]]:
    """Divide an area among pieces by the room that their boxes and names need."""
    if len(pieces) < 2:
        return [(piece, area) for piece in pieces]
    needs = [sum(w * h for w, h in _sizes_of(piece, sizes)) for piece in pieces]
    total, first, cut = sum(needs), 0.0, 0
    while cut < len(pieces) - 1 and (cut == 0 or first + needs[cut] <= total / 2):
        first += needs[cut]
        cut += 1
    parts = pieces[:cut], pieces[cut:]
    if area.width >= area.height:
        width = _share(area.width, first / total, [_widest(part, sizes, 0) for part in parts])
        one = evolve(area, width=width)
        other = evolve(area, x=area.x + width, width=area.width - width)
    else:
        height = _share(area.height, first / total, [_widest(part, sizes, 1) for part in parts])
        one = evolve(area, height=height)
        other = evolve(area, y=area.y + height, height=area.height - height)
    return [*_divide(parts[0], sizes, one), *_divide(parts[1], sizes, other)]


def _sizes_of(piece: _NamedPiece, sizes: Mapping[str, Size]) -> list[Size]:
    return [sizes[id_] for id_ in (*piece[0].ids, *piece[1])]


def _widest(pieces: Sequence[_NamedPiece], sizes: Mapping[str, Size], side: int) -> float:
    return max(size[side] for piece in pieces for size in _sizes_of(piece, sizes))


def _share(whole: float, share: float, least: Sequence[float]) -> float:
    """The first part of a length, of which neither part is less than it needs, if both fit.

    >>> _share(100, 0.5, [10, 20]), _share(100, 0.9, [10, 20])
    (50.0, 80)
    """
    return max(min(whole * share, whole - least[1]), least[0])


def _filled(
    piece: PlacedPiece, sizes: Mapping[str, Size], area: Bounds
) -> tuple[list[str], list[Point]]:
    """A piece turned so that it has the shape of an area, and stretched to fill it."""
    ids = list(piece.ids)
    wide = max(sizes[id_][0] for id_ in ids)
    high = max(sizes[id_][1] for id_ in ids)
    room = max(area.width - wide, 1.0), max(area.height - high, 1.0)
    best, least = [piece.places[id_] for id_ in ids], float("inf")
    for cosine, sine in _TURNS:
        for way in (1, -1):
            turned = [
                (x * cosine - y * sine * way, x * sine * way + y * cosine)
                for x, y in (piece.places[id_] for id_ in ids)
            ]
            width, height = _extent(turned)
            misfit = abs(width * room[1] - height * room[0]) / (width * room[1] + height * room[0])
            if misfit < least - 1e-9:
                best, least = turned, misfit
    width, height = _extent(best)
    across, down = min(room[0] / width, _STRETCH[0]), min(room[1] / height, _STRETCH[1])
    left, top = min(x for x, _ in best), min(y for _, y in best)
    return ids, [((x - left) * across + wide / 2, (y - top) * down + high / 2) for x, y in best]


def _extent(places: Sequence[Point]) -> Size:
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return max(max(xs) - min(xs), 1e-6), max(max(ys) - min(ys), 1e-6)
