"""Turn a drawing of shapes and lines, of draw.io or PowerPoint, into a sketch.

A drawing has no kinds and no groups, only looks. What people usually mean by them is guessed, in
one place, and each guess is reported:

- a shape with words is a box; words outside any shape are a box only if a line touches them;
- a shape around others is a group, or the heading of what is in it;
- the words of a legend ("Outcome" in a green shape) name the kind of all shapes that look so;
- a heading above a column ("Outcomes") names the kind of the shapes below it;
- a line whose end is on a shape but not glued to it belongs to that shape.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.labels import arrow_words, box_words, kind_word
from tocmodel.conversion.sketch import Remark, Sketch, SketchBox, SketchLine
from tocmodel.conversion.tally import Tally
from tocmodel.wording.theories import IMAGINED

MOST_COMPARED = 1_500
"""The most shapes of one page whose places are compared with one another."""

_LONGEST_LABEL = 120
_NEAR = 12.0  # points from the edge of a shape at which a line still touches it


@frozen
class Rectangle:
    """A rectangle: its left top corner and its size, in points."""

    x: float
    y: float
    width: float
    height: float

    def has(self, x: float, y: float, slack: float = 0) -> bool:
        """Whether a point is in it, or near its edge."""
        return (
            self.x - slack <= x <= self.x + self.width + slack
            and self.y - slack <= y <= self.y + self.height + slack
        )

    def holds(self, other: "Rectangle") -> bool:
        """Whether another one is within it, and is smaller."""
        return (
            self.area > other.area
            and self.has(other.x, other.y, 1)
            and self.has(other.x + other.width, other.y + other.height, 1)
        )

    def is_above(self, other: "Rectangle") -> bool:
        """Whether another one lies below it, in the same column."""
        overlap = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        return self.y + self.height / 2 <= other.y and overlap >= min(self.width, other.width) / 2

    @property
    def area(self) -> float:
        """Its area."""
        return self.width * self.height


@frozen(kw_only=True)
class DrawnShape:
    """A shape of a drawing.

    Attributes:
        key: its name for lines, unique in the file.
        words: its words; lines apart.
        form: the program's word for its form, such as ``ellipse``.
        colour: the colour that fills it; empty if none does.
        is_text: whether it is words without a shape around them.
        frame: its place on its page.
        group: the title of the group that the program itself has it in.
        description: its description, such as a tooltip.
        page: the name of its page.
        place: the place for messages.
        fields: its own fields.
    """

    key: str
    words: str
    form: str = ""
    colour: str = ""
    is_text: bool = False
    frame: Rectangle | None = None
    group: str = ""
    description: str = ""
    page: str = ""
    place: str = ""
    fields: Mapping[str, Any] = field(factory=dict)


@frozen(kw_only=True)
class DrawnLine:
    """A line of a drawing.

    Attributes:
        start: the key of the shape to which its start is glued; empty if to none.
        end: the key of the shape to which its end is glued.
        start_at: where it starts, for a guess.
        end_at: where it ends.
        heads: whether it has an arrow head at its start and at its end.
        words: its words.
        is_dashed: whether its line is dashed.
        page: the name of its page.
        place: the place for messages.
    """

    start: str = ""
    end: str = ""
    start_at: tuple[float, float] | None = None
    end_at: tuple[float, float] | None = None
    heads: tuple[bool, bool] = (False, True)
    words: str = ""
    is_dashed: bool = False
    page: str = ""
    place: str = ""


def drawing_sketch(
    title: str, shapes: Sequence[DrawnShape], lines: Sequence[DrawnLine], tally: Tally
) -> Sketch:
    """Return the sketch in a drawing; what was guessed or lost is added to the notes."""
    is_imagined = any(shape.is_text and shape.words.startswith(IMAGINED) for shape in shapes)
    shapes, lines = _labelled(shapes, lines)
    by_page: dict[str, list[DrawnShape]] = {}
    for shape in shapes:
        by_page.setdefault(shape.page, []).append(shape)
    glued = tuple(_links(lines, by_page, tally))
    linked = {end for line in glued for end in (line.cause, line.effect)}
    boxes: list[SketchBox] = []
    for page in by_page.values():
        boxes += _boxes(page, linked, tally)
    return Sketch(
        title=title,
        boxes=tuple(boxes),
        lines=glued,
        theory_keys={"imagined": True} if is_imagined else {},
        notes=tally.notes(),
    )


# Lines.


def _labelled(
    shapes: Sequence[DrawnShape], lines: Sequence[DrawnLine]
) -> tuple[Sequence[DrawnShape], Sequence[DrawnLine]]:
    """Give a line the short words that are on it; such words are no shape any more."""
    found: dict[int, str] = {}
    used: set[str] = set()
    ends = {end for line in lines for end in (line.start, line.end)}
    free = [
        (place, line)
        for place, line in enumerate(lines)
        if line.start_at is not None and line.end_at is not None and not line.words
    ]
    if len(shapes) > MOST_COMPARED or len(free) > MOST_COMPARED:
        return shapes, lines
    for shape in shapes:
        is_label = shape.is_text and shape.frame and shape.key not in ends
        if not is_label or shape.frame is None or kind_word(one_line(shape.words)):
            continue
        middle = shape.frame.x + shape.frame.width / 2, shape.frame.y + shape.frame.height / 2
        near = (
            (_distance(middle, line), place)
            for place, line in free
            if line.page == shape.page and place not in found
        )
        distance, nearest = min(near, default=(_NEAR, -1))
        if distance < _NEAR and len(shape.words) <= _LONGEST_LABEL:
            found[nearest] = shape.words
            used.add(shape.key)
    named = [evolve(line, words=found.get(place, line.words)) for place, line in enumerate(lines)]
    return [shape for shape in shapes if shape.key not in used], named


def _distance(point: tuple[float, float], line: DrawnLine) -> float:
    """Return how far a point is from the straight way between the ends of a line."""
    (x, y), (x1, y1), (x2, y2) = point, line.start_at or (0, 0), line.end_at or (0, 0)
    square = (x2 - x1) ** 2 + (y2 - y1) ** 2
    along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / square if square else 0.0
    along = min(max(along, 0.0), 1.0)
    return math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1))


def _links(
    lines: Sequence[DrawnLine], pages: Mapping[str, Sequence[DrawnShape]], tally: Tally
) -> Iterator[SketchLine]:
    unglued = sum(not (line.start and line.end) for line in lines)
    for line in lines:
        shapes = pages.get(line.page, ()) if unglued <= MOST_COMPARED else ()
        start = line.start or _touched(line.start_at, shapes)
        end = line.end or _touched(line.end_at, shapes)
        if not start or not end or start == end:
            if start or end or line.words:
                tally.lost("{} without an element at both ends", "line")
            continue
        if not line.start or not line.end:
            tally.guessed("{} not glued to a box read as a link between what it touches", "line")
        if line.is_dashed:
            tally.lost("the dashes of {}", "line")
        yield _link(line, start, end, tally)


def _link(line: DrawnLine, start: str, end: str, tally: Tally) -> SketchLine:
    read = arrow_words(line.words, tally)
    keys = dict(read.keys)
    if line.heads == (True, True):
        keys["kind"] = "mutual"
    elif line.heads == (False, False):
        keys["kind"] = "association"
        tally.guessed("{} without an arrow head read as an association", "line")
    elif line.heads == (True, False):
        start, end = end, start
    return SketchLine(
        cause=start, effect=end, sign=read.sign, because=read.because, keys=keys, place=line.place
    )


def _touched(point: tuple[float, float] | None, shapes: Sequence[DrawnShape]) -> str:
    """Return the smallest shape at a point."""
    if point is None or len(shapes) > MOST_COMPARED:
        return ""
    found = (
        (shape.frame.area, shape.key)
        for shape in shapes
        if shape.frame is not None and shape.words and shape.frame.has(*point, _NEAR)
    )
    return min(found, default=(0, ""))[1]


# Shapes.


def _boxes(shapes: Sequence[DrawnShape], linked: set[str], tally: Tally) -> Iterator[SketchBox]:
    """Yield the boxes of one page."""
    shapes = [shape for shape in shapes if shape.words or shape.key in linked]
    kinds, groups, used = _around(shapes, linked, tally)
    legend = {} if len(shapes) > MOST_COMPARED else _legend(shapes, linked, used)
    used |= {shape.key for shape in legend.values()}
    headings = _headings(shapes, linked, used)
    style_of = _styles([shape for shape in shapes if shape.key not in used])
    counts: Counter[tuple[str, str]] = Counter()
    below: set[str] = set()
    for shape in shapes:
        if shape.key in used or any(shape is heading for heading in headings):
            continue
        if shape.is_text and shape.key not in linked:
            words = one_line(shape.words)
            tally.note(Remark.LOST, f"the words '{words[:80]}' outside any box", shape.place)
            continue
        named = legend.get(_looks(shape))
        heading = None if named or shape.key in kinds else _above(shape, headings)
        if named:
            counts["the legend", named.words] += 1
        elif heading:
            counts["a heading", heading.words] += 1
            below.add(heading.key)
        word = named or heading
        style = kinds.get(shape.key) or (one_line(word.words) if word else style_of[shape.key])
        yield _box(shape, style, groups.get(shape.key, ""))
    for heading in headings:
        if heading.key not in below:
            yield _box(heading, style_of[heading.key], groups.get(heading.key, ""))
    for (where, words), number in counts.items():
        tally.guessed(f"kind of {{}} read from {where}, '{one_line(words)[:60]}'", "box", number)


def _box(shape: DrawnShape, style: str, group: str) -> SketchBox:
    title, remarks = box_words(shape.words)
    description = "\n".join(filter(None, (remarks, shape.description)))
    return SketchBox(
        key=shape.key,
        title=title,
        style=style,
        group=shape.group or group,
        description=description,
        position=(shape.frame.x, shape.frame.y) if shape.frame else None,
        place=shape.place,
        keys={"fields": dict(shape.fields)} if shape.fields else {},
    )


def _around(
    shapes: Sequence[DrawnShape], linked: set[str], tally: Tally
) -> tuple[dict[str, str], dict[str, str], set[str]]:
    """Find shapes around others: the kinds and groups of those inside, and those around."""
    kinds: dict[str, str] = {}
    groups: dict[str, str] = {}
    used: set[str] = set()
    if len(shapes) > MOST_COMPARED:
        return kinds, groups, used
    placed = [shape for shape in shapes if shape.frame]
    for outer in sorted(placed, key=lambda shape: -(shape.frame.area if shape.frame else 0)):
        if outer.key in linked or outer.is_text or outer.frame is None:
            continue
        frame = outer.frame
        inside = [other for other in placed if other.frame and frame.holds(other.frame)]
        if not inside:
            continue
        used.add(outer.key)
        title = one_line(outer.words)
        word = kind_word(title)
        for other in inside:
            (kinds if word else groups)[other.key] = word or title
        if word:
            tally.guessed(f"kind of {{}} read from the frame '{title[:60]}'", "box", len(inside))
        else:
            tally.guessed("{} around others read as a group", "shape")
    return kinds, groups, used


def _looks(shape: DrawnShape) -> tuple[str, str]:
    return shape.form, shape.colour


def _legend(
    shapes: Sequence[DrawnShape], linked: set[str], used: set[str]
) -> dict[tuple[str, str], DrawnShape]:
    """Return the shapes that name the kind of their looks, by these looks."""
    looks = Counter(_looks(shape) for shape in shapes if shape.key not in used)
    named: dict[tuple[str, str], list[DrawnShape]] = {}
    for shape in shapes:
        is_free = shape.key not in linked and shape.key not in used and not shape.is_text
        if is_free and kind_word(one_line(shape.words)):
            named.setdefault(_looks(shape), []).append(shape)
    return {
        key: found[0]
        for key, found in named.items()
        if len(found) == 1 and looks[key] > 1 and len(looks) > 1
    }


def _headings(shapes: Sequence[DrawnShape], linked: set[str], used: set[str]) -> list[DrawnShape]:
    """Return the shapes and words that name a kind and that no line touches."""
    if len(shapes) > MOST_COMPARED:
        return []
    return [
        shape
        for shape in shapes
        if shape.key not in linked | used and shape.frame and kind_word(one_line(shape.words))
    ]


def _above(shape: DrawnShape, headings: Sequence[DrawnShape]) -> DrawnShape | None:
    """Return the nearest heading above a shape, in its column."""
    frame = shape.frame
    if frame is None:
        return None
    over = [head for head in headings if head.frame and head.frame.is_above(frame)]
    return max(over, key=lambda head: head.frame.y if head.frame else 0, default=None)


def _styles(shapes: Sequence[DrawnShape]) -> dict[str, str]:
    """Return the word for the looks of each shape: only what differs between them."""
    forms = {shape.form for shape in shapes}
    colours = {shape.colour for shape in shapes}
    found = {}
    for shape in shapes:
        parts = (shape.form if len(forms) > 1 else "", shape.colour if len(colours) > 1 else "")
        found[shape.key] = " ".join(filter(None, parts)) or shape.form or shape.colour
    return found
