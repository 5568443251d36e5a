"""Measures of a picture: how much is in the way of what, and how large its words are in print.

``geometry`` lists faults that no picture may have. This module counts what a picture should have as
little of as it can. All lengths are in points.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import dist, hypot

from attrs import frozen
from geometry import faults, meet, points

from tocmodel.layout.palette import PAPER, contrast
from tocmodel.layout.scene import Bounds, Path, Point, Scene, SceneGroup, Text

SHEETS: Mapping[str, tuple[float, float]] = {
    "A4": (841.89, 595.28),
    "A3": (1190.55, 841.89),
    "A2": (1683.78, 1190.55),
}
"""The longer and the shorter side of sheets of paper."""
SHARED = 6.0
"""Two arrows that share more than this, and no end, cannot be told apart."""
CLEAR = 1.5
"""A crossing is at least this far from the ends of lines, and from where they share a run."""
_NEAR = 0.9
"""How far apart two lines still look like one."""
_STEP = 1.0
_CELL = 24.0
SIGN = 4.6
"""The radius of the disc behind a sign."""

Line = tuple[Point, ...]


@frozen(kw_only=True)
class Measures:
    """What a picture is, in numbers.

    Attributes:
        boxes, arrows: how many there are.
        width, height: of the picture.
        faults: what ``geometry.faults`` finds: overlaps, words outside boxes, arrows through boxes.
        covered: lines of words that lie on other words, and signs on words or signs.
        words_in_the_way: words on arrows that lie on a box, another arrow, a mark or each other.
        crossings: places where two lines cross.
        doubtful: pairs of arrows without a common end that share a run.
        signs: how many signs there are.
        signs_crossed: signs that the line of another arrow runs through.
        marks_covered: marks of evidence on a box, a head or another mark, or that the line of
            another arrow runs through.
        broken: words broken where they have no hyphen.
        said_twice: descriptions that say a sentence twice.
        share: the part of the picture that boxes cover.
        least_contrast: of any words with what is behind them.
        text: the size of the smallest words, as drawn.
    """

    boxes: int
    arrows: int
    width: float
    height: float
    faults: int
    covered: int
    words_in_the_way: int
    crossings: int
    doubtful: int
    signs: int
    signs_crossed: int
    marks_covered: int
    broken: int
    said_twice: int
    share: float
    least_contrast: float
    text: float

    def text_on(self, sheet: str) -> float:
        """The size of the smallest words when the picture is printed on a sheet, never enlarged."""
        long, short = SHEETS[sheet]
        across, down = max(self.width, self.height), min(self.width, self.height)
        return round(self.text * min(1.0, long / across, short / down), 2)


def measure_picture(scene: Scene) -> Measures:
    """Measure a picture."""
    lines = {arrow.id: line_of(arrow) for arrow in scene.find("arrow")}
    ends = {arrow.id: frozenset(arrow.ends or ()) for arrow in scene.find("arrow")}
    shared = shared_runs(lines)
    words = [item for group in scene.groups for item in group.items if isinstance(item, Text)]
    discs = {arrow.id: list(signs_of(arrow)) for arrow in scene.find("arrow")}
    boxes = [box.bounds for box in scene.find("box") if box.bounds]
    return Measures(
        boxes=len(boxes),
        arrows=len(lines),
        width=scene.width,
        height=scene.height,
        faults=len(faults(scene)),
        covered=covered_words(scene),
        words_in_the_way=len(words_in_the_way(scene)),
        crossings=len(crossings(lines, shared)),
        doubtful=sum(
            len(run) * _STEP > SHARED and not ends[one] & ends[other]
            for (one, other), run in shared.items()
        ),
        signs=sum(map(len, discs.values())),
        signs_crossed=sum(
            any(
                _distance(spot, *piece) < SIGN - 0.6
                for id_, line in lines.items()
                if id_ != own
                for piece in pairwise(line)
            )
            for own, spots in discs.items()
            for spot in spots
        ),
        marks_covered=len(list(covered_marks(scene, lines))),
        broken=sum(map(broken_words, scene.find("box"))),
        said_twice=sum(map(says_twice, scene.groups)),
        share=round(sum(b.width * b.height for b in boxes) / (scene.width * scene.height), 3),
        least_contrast=min((contrast(w.colour, w.behind) for w in words), default=21.0),
        text=min((w.size for w in words), default=0.0),
    )


def line_of(arrow: SceneGroup) -> Line:
    """The line of an arrow as straight pieces, without its head."""
    path = arrow.items[0]
    assert isinstance(path, Path)
    return tuple(dict.fromkeys(points(path, 16)))


def signs_of(arrow: SceneGroup) -> Iterator[Point]:
    """The middles of the signs of an arrow: what stands in a white disc with an outline."""
    for item in arrow.items:
        if isinstance(item, Path) and (item.fill, item.stroke_width) == (PAPER, 1.1):
            xs, ys = zip(*points(item, 4), strict=True)
            yield (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def marks_of(arrow: SceneGroup) -> Iterator[Bounds]:
    """The areas of the marks of evidence of an arrow: each row has a white ground."""
    for item in arrow.items:
        if isinstance(item, Path) and (item.fill, item.stroke_width) == (PAPER, 0.8):
            yield item.bounds


def covered_marks(scene: Scene, lines: Mapping[str, Line]) -> Iterator[str]:
    """The arrows with a mark of evidence that something else is in the way of."""
    marks = [(arrow.id, area) for arrow in scene.find("arrow") for area in marks_of(arrow)]
    solid = [(box.id, box.bounds) for box in scene.find("box") if box.bounds]
    solid += [
        (f"head of {arrow.id}", head) for arrow in scene.find("arrow") for head in heads(arrow)
    ]
    for id_, area in marks:
        others = (other for name, other in (*solid, *marks) if other is not area)
        half = min(area.width, area.height) / 2 - 1
        if any(meet(area, other) for other in others) or any(
            _distance(area.centre, *piece) < half
            for name, line in lines.items()
            if name != id_
            for piece in pairwise(line)
        ):
            yield id_


def heads(arrow: SceneGroup) -> Iterator[Bounds]:
    """The area of the head of an arrow: what is drawn next after its line, once or twice."""
    paths = [item for item in arrow.items if isinstance(item, Path)]
    rest = [path for path in paths if path.commands != paths[0].commands]
    if rest and rest[0].bounds not in marks_of(arrow):
        yield rest[0].bounds


def shared_runs(lines: Mapping[str, Line]) -> dict[tuple[str, str], list[Point]]:
    """For each pair of arrows, the points of the one, a step apart, that lie on the other."""
    cells: dict[tuple[int, int], list[tuple[str, Point]]] = defaultdict(list)
    found: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for id_, line in lines.items():
        mine = list(_steps(line))
        for spot in mine:
            x, y = int(spot[0] // _STEP), int(spot[1] // _STEP)
            near: dict[str, None] = {}
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    for other, at in cells.get((x + dx, y + dy), ()):
                        if other not in near and dist(at, spot) <= _NEAR:
                            near[other] = None
            for other in near:
                found[other, id_].append(spot)
        for spot in mine:
            cells[int(spot[0] // _STEP), int(spot[1] // _STEP)].append((id_, spot))
    return found


def crossings(
    lines: Mapping[str, Line], shared: Mapping[tuple[str, str], Sequence[Point]]
) -> list[tuple[str, str, Point]]:
    """Every place where two lines cross, away from their ends and from what they share."""
    cells: dict[tuple[int, int], list[tuple[str, Point, Point]]] = defaultdict(list)
    for id_, line in lines.items():
        for a, b in pairwise(line):
            for cell in _cells_of(a, b):
                cells[cell].append((id_, a, b))
    met: dict[tuple[str, str], list[Point]] = defaultdict(list)
    for pieces in cells.values():
        for (one, a, b), (other, c, d) in combinations(pieces, 2):
            if one != other and (spot := _crossing(a, b, c, d)):
                pair = (one, other) if one < other else (other, one)
                if all(dist(spot, known) > CLEAR for known in met[pair]):
                    met[pair].append(spot)
    found = []
    for (one, other), spots in met.items():
        run = shared.get((one, other)) or shared.get((other, one)) or ()
        away = [lines[id_][end] for id_ in (one, other) for end in (0, -1)]
        away += run if len(run) * _STEP > SHARED else _from_an_end(run, away)
        found += [
            (one, other, spot) for spot in spots if all(dist(spot, known) > CLEAR for known in away)
        ]
    return found


def _from_an_end(run: Sequence[Point], ends: Sequence[Point]) -> Iterator[Point]:
    """The first and the last points of a short run that begins, or ends, where the lines do."""
    for points_ in (run, run[::-1]):
        before = next((end for end in ends if points_ and dist(end, points_[0]) <= CLEAR), None)
        for spot in points_ if before else ():
            if before and dist(spot, before) > CLEAR:
                break
            yield spot
            before = spot


def covered_words(scene: Scene) -> int:
    """How many pairs of words, or of signs and words, lie on each other."""
    cells: dict[tuple[int, int], list[tuple[str, Bounds]]] = defaultdict(list)
    for group in scene.groups:
        areas = [area_of(item) for item in group.items if isinstance(item, Text)]
        if group.role == "arrow":
            areas += [Bounds(x=x - 4, y=y - 4, width=8, height=8) for x, y in signs_of(group)]
        for area in areas:
            corner = (area.right, area.bottom)
            for cell in _cells_in((area.x, area.y), corner):
                cells[cell].append((group.id, area))
    met = {
        (id(first), id(second))
        for areas in cells.values()
        for (one, first), (other, second) in combinations(areas, 2)
        if one != other and meet(first, second)
    }
    return len(met)


def words_in_the_way(scene: Scene) -> list[tuple[str, str]]:
    """The arrows whose words cover something, each with what they cover."""
    arrows = scene.find("arrow")
    lines = {arrow.id: line_of(arrow) for arrow in arrows}
    grounds = [(arrow.id, ground) for arrow in arrows for ground in grounds_of(arrow)]
    others = [
        *((arrow.id, area) for arrow in arrows for area in drawn_on(arrow)),
        *((box.id, box.bounds) for box in scene.find("box") if box.bounds),
        *((name.id, _area(name.items[0])) for name in scene.find("cluster-name")),
    ]
    return [
        *((one, other) for one, ground in grounds for other, area in others if meet(ground, area)),
        *(
            (one, other)
            for (one, first), (other, second) in combinations(grounds, 2)
            if meet(first, second)
        ),
        *(
            (one, other)
            for one, ground in grounds
            for other, line in lines.items()
            if other != one and any(_runs_through(ground, *piece) for piece in pairwise(line))
        ),
    ]


def grounds_of(arrow: SceneGroup) -> list[Bounds]:
    """The white areas behind the words of an arrow."""
    return [
        _area(item)
        for item in arrow.items
        if isinstance(item, Path) and item.fill == PAPER and not item.stroke
    ]


def drawn_on(arrow: SceneGroup) -> list[Bounds]:
    """The areas of the heads, signs and other marks of an arrow: all but its line and its words."""
    line = arrow.items[0]
    assert isinstance(line, Path)
    return [
        _area(item)
        for item in arrow.items
        if isinstance(item, Path)
        and item.commands != line.commands
        and not (item.fill == PAPER and not item.stroke)
    ]


def _area(item: object) -> Bounds:
    assert isinstance(item, Path)
    xs, ys = zip(*points(item, 4), strict=True)
    return Bounds(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys))


def _runs_through(ground: Bounds, start: Point, end: Point) -> bool:
    """Whether a straight piece of a line runs through an area, and does not only touch its rim."""
    steps = max(int(dist(start, end) / _STEP), 1)
    spots = (
        (
            start[0] + (end[0] - start[0]) * step / steps,
            start[1] + (end[1] - start[1]) * step / steps,
        )
        for step in range(steps + 1)
    )
    rim = CLEAR
    return any(
        ground.x + rim < x < ground.right - rim and ground.y + rim < y < ground.bottom - rim
        for x, y in spots
    )


def area_of(text: Text) -> Bounds:
    """The area that the letters of a line of words cover, without what hangs below."""
    if text.rotated:
        return Bounds(
            x=text.x - text.size * 0.7,
            y=text.y - text.width,
            width=text.size * 0.7,
            height=text.width,
        )
    return Bounds(x=text.left, y=text.y - text.size * 0.7, width=text.width, height=text.size * 0.7)


def broken_words(box: SceneGroup) -> int:
    """How many words of a box are broken between two lines where they have no hyphen."""
    known = {_plain(word) for word in f"{box.title} {box.description}".split()}
    lines = [
        item.text.split() for item in box.items if isinstance(item, Text) and item.text.strip()
    ]
    return sum(
        _plain(above[-1] + below[0]) in known and not above[-1].endswith("-")
        for above, below in pairwise(lines)
        if _plain(above[-1]) not in known
    )


def _plain(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word.replace("\u00ad", "")).casefold()


def says_twice(group: SceneGroup) -> bool:
    """Whether the words for a screen reader have a sentence twice."""
    said = [part.strip(" .").lower() for part in re.split(r"(?<=[.;])\s", group.description)]
    said = [part for part in said if part]
    title = group.title.lower()
    return len(said) != len(set(said)) or any(len(part) > 20 and part in title for part in said)


def _steps(line: Line) -> Iterator[Point]:
    """Points along a line, a step apart."""
    left = 0.0
    for (x, y), (x2, y2) in pairwise(line):
        length = hypot(x2 - x, y2 - y)
        while left < length:
            yield x + (x2 - x) * left / length, y + (y2 - y) * left / length
            left += _STEP
        left -= length


def _cells_of(a: Point, b: Point) -> Iterable[tuple[int, int]]:
    count = int(max(abs(a[0] - b[0]), abs(a[1] - b[1])) // _CELL) + 1
    found: dict[tuple[int, int], None] = {}
    for part in range(count):
        first, last = (
            (a[0] + (b[0] - a[0]) * share / count, a[1] + (b[1] - a[1]) * share / count)
            for share in (part, part + 1)
        )
        found |= dict.fromkeys(_cells_in(first, last))
    return found


def _cells_in(a: Point, b: Point) -> Iterator[tuple[int, int]]:
    xs, ys = sorted((a[0], b[0])), sorted((a[1], b[1]))
    for x in range(int(xs[0] // _CELL), int(xs[1] // _CELL) + 1):
        for y in range(int(ys[0] // _CELL), int(ys[1] // _CELL) + 1):
            yield x, y


def _crossing(a: Point, b: Point, c: Point, d: Point) -> Point | None:
    """The point where two straight pieces cross; none if they are parallel."""
    ux, uy, vx, vy = b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]
    across = ux * vy - uy * vx
    if abs(across) < 1e-9:
        return None
    wx, wy = c[0] - a[0], c[1] - a[1]
    s, t = (wx * vy - wy * vx) / across, (wx * uy - wy * ux) / across
    if not (0 <= s <= 1 and 0 <= t <= 1):
        return None
    return a[0] + ux * s, a[1] + uy * s


def _distance(spot: Point, a: Point, b: Point) -> float:
    """The distance of a point from a straight piece."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    square = dx * dx + dy * dy
    along = ((spot[0] - a[0]) * dx + (spot[1] - a[1]) * dy) / square if square else 0.0
    along = min(1.0, max(0.0, along))
    return hypot(spot[0] - a[0] - dx * along, spot[1] - a[1] - dy * along)
