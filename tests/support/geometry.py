"""What may be wrong with a picture: boxes, words and arrows in the way of each other."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from tocmodel.layout.palette import PAPER, contrast
from tocmodel.layout.scene import Bounds, Path, Point, Scene, SceneGroup, Text

SLACK = 0.6
_RIM = 1.5
"""What surrounds a mark on its disc."""


def faults(scene: Scene) -> list[str]:
    """Everything that is wrong with a picture, in words."""
    return [
        *_off_the_page(scene),
        *_overlapping(scene),
        *_spilling_words(scene),
        *_crossed_boxes(scene),
        *_words_on_boxes(scene),
        *_outside_the_bands(scene),
        *_headings_away(scene),
        *_pale_words(scene),
    ]


def texts(scene: Scene) -> list[Text]:
    """Every line of text."""
    return [item for group in scene.groups for item in group.items if isinstance(item, Text)]


def points(path: Path, steps: int = 24) -> Iterator[Point]:
    """Points along a path, close together."""
    here = (0.0, 0.0)
    for letter, numbers in path.commands:
        if not numbers:
            continue
        end = (numbers[-2], numbers[-1])
        if letter == "M":
            yield end
        for step in range(1, steps + 1) if letter in "LC" else ():
            yield _on(letter, here, numbers, step / steps)
        here = end


def _on(letter: str, start: Point, numbers: Sequence[float], t: float) -> Point:
    if letter == "L":
        return start[0] + (numbers[0] - start[0]) * t, start[1] + (numbers[1] - start[1]) * t
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    xs, ys = (start[0], *numbers[0::2]), (start[1], *numbers[1::2])
    return (
        sum(w * x for w, x in zip(weights, xs, strict=True)),
        sum(w * y for w, y in zip(weights, ys, strict=True)),
    )


def _within(point: Point, box: Bounds, slack: float = SLACK) -> bool:
    x, y = point
    return box.x + slack < x < box.right - slack and box.y + slack < y < box.bottom - slack


def _off_the_page(scene: Scene) -> Iterator[str]:
    page = Bounds(x=0, y=0, width=scene.width, height=scene.height)
    for group in scene.groups:
        for item in group.items:
            spots = (
                list(points(item))
                if isinstance(item, Path)
                else [
                    (item.left, item.y - item.size * 0.7),
                    (item.left + item.width, item.y + item.size * 0.2),
                ]
            )
            if not all(_within(spot, page, -SLACK) for spot in spots):
                yield f"{group.id} runs off the page"


def _overlapping(scene: Scene) -> Iterator[str]:
    for role in ("box", "column", "lane"):
        for one, other in combinations(scene.find(role), 2):
            if one.bounds and other.bounds and meet(one.bounds, other.bounds):
                yield f"{one.id} overlaps {other.id}"
    for frame in scene.find("cluster"):
        for other in scene.find("box"):
            if frame.bounds and other.bounds and meet(frame.bounds, other.bounds):
                inside = all(
                    _within(corner, frame.bounds, -SLACK) for corner in _corners(other.bounds)
                )
                if not inside:
                    yield f"{frame.id} cuts {other.id}"


def _corners(box: Bounds) -> tuple[Point, Point]:
    return (box.x, box.y), (box.right, box.bottom)


def meet(one: Bounds, other: Bounds) -> bool:
    """Whether two rectangles share more than an edge."""
    return (
        one.x + SLACK < other.right
        and other.x + SLACK < one.right
        and one.y + SLACK < other.bottom
        and other.y + SLACK < one.bottom
    )


def _spilling_words(scene: Scene) -> Iterator[str]:
    for group in scene.find("box"):
        for item in group.items:
            if isinstance(item, Text) and group.bounds:
                ends = (
                    (item.left, item.y - item.size * 0.7),
                    (item.left + item.width, item.y + item.size * 0.2),
                )
                if not all(_within(end, group.bounds, 1.5) for end in ends):
                    yield f"{item.text!r} runs out of {group.id}"


def _crossed_boxes(scene: Scene) -> Iterator[str]:
    boxes = scene.find("box")
    for arrow in scene.find("arrow"):
        assert arrow.ends is not None
        others = [box for box in boxes if box.id.removeprefix("box:") not in arrow.ends]
        for spot in points(_line_of(arrow)):
            for box in others:
                if box.bounds and _within(spot, box.bounds):
                    yield f"{arrow.id} crosses {box.id}"
                    break
            else:
                continue
            break


def _line_of(arrow: SceneGroup) -> Path:
    line = arrow.items[0]
    assert isinstance(line, Path)
    return line


def _words_on_boxes(scene: Scene) -> Iterator[str]:
    """The words beside an arrow are not on any box."""
    for arrow in scene.find("arrow"):
        for item in arrow.items:
            if isinstance(item, Text):
                words = Bounds(
                    x=item.left, y=item.y - item.size * 0.7, width=item.width, height=item.size
                )
                for box in scene.find("box"):
                    if box.bounds and meet(words, box.bounds):
                        yield f"{item.text!r} stands on {box.id}"


def _outside_the_bands(scene: Scene) -> Iterator[str]:
    """Every arrow runs between the first band and the end of the last one."""
    bands = [column.bounds for column in scene.find("column") if column.bounds]
    if not bands:
        return
    x, y = min(band.x for band in bands), min(band.y for band in bands)
    right, bottom = max(band.right for band in bands), max(band.bottom for band in bands)
    whole = Bounds(x=x, y=y, width=right - x, height=bottom - y)
    for arrow in scene.find("arrow"):
        if not all(_within(spot, whole, -SLACK) for spot in points(_line_of(arrow))):
            yield f"{arrow.id} leaves the bands"


def _headings_away(scene: Scene) -> Iterator[str]:
    """A heading is above its column, or beside its row, and contains its words."""
    for column in _with_heading(scene):
        heading = list(points(_heading(column)))
        xs, ys = [x for x, _ in heading], [y for _, y in heading]
        band = column.bounds
        assert band is not None
        over = min(xs) >= band.x - SLACK and max(ys) <= band.y + SLACK
        beside = max(xs) <= band.x + SLACK and abs(min(ys) - band.y) < SLACK
        if not (over or beside):
            yield f"the heading of {column.id} is not at its band"
        for item in column.items:
            if isinstance(item, Text):
                inside = min(xs) + 2 < item.left and item.left + item.width < max(xs) - 2
                if not (inside and min(ys) + 2 < item.y - item.size * 0.7 < item.y < max(ys) - 2):
                    yield f"{item.text!r} is too tight in the heading of {column.id}"


def _with_heading(scene: Scene) -> Iterator[SceneGroup]:
    """The columns with a heading: those of an overview have none."""
    yield from (column for column in scene.find("column") if len(column.items) > 1)


def _heading(column: SceneGroup) -> Path:
    heading = column.items[1]
    assert isinstance(heading, Path)
    return heading


def _pale_words(scene: Scene) -> Iterator[str]:
    for text in texts(scene):
        if contrast(text.colour, text.behind) < 4.5:
            yield f"{text.text!r} has too little contrast"


def covered_marks(scene: Scene) -> list[str]:
    """Marks of evidence on arrows that overlap a box, words or each other; rims may touch."""
    marks = [
        (arrow.id, _bounds(item))
        for arrow in scene.find("arrow")
        for item in arrow.items
        if isinstance(item, Path) and (item.fill, item.stroke_width) == (PAPER, 0.8)
    ]
    on_boxes = [
        f"a mark of {id_} covers {box.id}"
        for id_, mark in marks
        for box in scene.find("box")
        if box.bounds and meet(mark, box.bounds)
    ]
    words = [
        Bounds(x=item.left, y=item.y - item.size * 0.7, width=item.width, height=item.size * 0.7)
        for arrow in scene.find("arrow")
        for item in arrow.items
        if isinstance(item, Text)
    ]
    on_words = [
        f"a mark of {id_} covers words" for id_, mark in marks if any(meet(mark, w) for w in words)
    ]
    return [*on_boxes, *on_words] + [
        f"marks of {one} and {other} overlap"
        for (one, first), (other, second) in combinations(marks, 2)
        if meet(first, second)
    ]


def _bounds(path: Path) -> Bounds:
    xs, ys = zip(*points(path), strict=True)
    x, y, right, bottom = min(xs) + _RIM, min(ys) + _RIM, max(xs) - _RIM, max(ys) - _RIM
    return Bounds(x=x, y=y, width=right - x, height=bottom - y)
