"""Measures of slides as PowerPoint and draw.io show them: what lies in the way of what.

A file is read again, and measured as it was written: a slide by its shapes, and a page of draw.io
by its cells. All lengths are in points.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from math import dist
from typing import Any
from xml.etree import ElementTree

from attrs import frozen
from geometry import meet
from lxml import etree

from tocmodel.layout.scene import Bounds, Point
from tocmodel.layout.text import LEADING, longest_word, measure, wrap

POINT = 12700
"""A point in the units of PowerPoint."""
LEAST = 12.0
"""The size of the smallest letters on a slide."""
_HEAD = 8.0
"""How long the head of an arrow is."""
_RIM = 1.5
_STEP = 1.0
_WORDS = ("Beside the arrow ", "Number of the arrow ")
_MARK = "Takes time: "
_ARROW = "Arrow: "

Line = tuple[Point, ...]


@frozen(kw_only=True)
class DrawnSlide:
    """What is on a slide.

    Attributes:
        words: the areas of the words beside arrows, by the id of the arrow.
        marks: the areas of the marks of delays, by the id of the arrow.
        lines: the lines of arrows, by their ids.
        heads: the areas of the heads of arrows.
        solid: the areas that nothing on an arrow may cover, with their names.
        sizes: of all letters.
        broken: the names of shapes that are narrower than a word in them.
    """

    words: tuple[tuple[str, Bounds], ...]
    marks: tuple[tuple[str, Bounds], ...]
    lines: Mapping[str, Line]
    heads: tuple[tuple[str, Bounds], ...]
    solid: tuple[tuple[str, Bounds], ...]
    sizes: tuple[float, ...]
    broken: tuple[str, ...]

    def in_the_way(self) -> list[tuple[str, str]]:
        """The words and marks on arrows that cover something, each with what they cover."""
        on_arrows = (*self.words, *self.marks)
        others = (*self.solid, *self.heads)
        return [
            *((id_, name) for id_, area in on_arrows for name, one in others if meet(area, one)),
            *((one, other) for (one, a), (other, b) in combinations(on_arrows, 2) if meet(a, b)),
            *(
                (id_, other)
                for id_, area in on_arrows
                for other, line in self.lines.items()
                if other != id_ and runs_through(area, line)
            ),
        ]


def head_of(line: Line) -> Bounds:
    """The area of the head at the end of a line."""
    (x, y), (end_x, end_y) = line[-2], line[-1]
    share = min(_HEAD / (dist(line[-2], line[-1]) or 1.0), 1.0) / 2
    middle = end_x + (x - end_x) * share, end_y + (y - end_y) * share
    return Bounds(x=middle[0] - 3, y=middle[1] - 3, width=6, height=6)


def runs_through(area: Bounds, line: Line) -> bool:
    """Whether a line runs through an area, and does not only touch its rim."""
    for start, end in pairwise(line):
        steps = max(int(dist(start, end) / _STEP), 1)
        for step in range(steps + 1):
            x = start[0] + (end[0] - start[0]) * step / steps
            y = start[1] + (end[1] - start[1]) * step / steps
            if area.x + _RIM < x < area.right - _RIM and area.y + _RIM < y < area.bottom - _RIM:
                return True
    return False


def drawn_slide(slide: Any) -> DrawnSlide:
    """Read a slide of PowerPoint."""
    words, marks, heads, solid = [], [], [], []
    lines: dict[str, Line] = {}
    for shape in slide.shapes:
        name, area = shape.name, _area(shape)
        prefix = next((one for one in _WORDS if name.startswith(one)), "")
        if prefix:
            words.append((name.removeprefix(prefix), area))
        elif name.startswith(_MARK):
            marks.append((name.removeprefix(_MARK), area))
        elif name.startswith(_ARROW):
            lines[name.removeprefix(_ARROW)] = _line(shape, area)
            heads.append((f"head of {name.removeprefix(_ARROW)}", _head(shape, area)))
        elif name.startswith("Frame: "):
            solid.append((name, _name_of_frame(shape, area)))
        elif shape.has_text_frame and shape.text_frame.text:
            solid.append((name, area))
    sizes = [int(size) / 100 for size in slide._element.xpath(".//p:spTree//a:rPr/@sz")]
    return DrawnSlide(
        words=tuple(words),
        marks=tuple(marks),
        lines=lines,
        heads=tuple(heads),
        solid=tuple(solid),
        sizes=tuple(sizes),
        broken=tuple(shape.name for shape in slide.shapes if _breaks_a_word(shape)),
    )


def _breaks_a_word(shape: Any) -> bool:
    """Whether a shape is too narrow for its longest word."""
    runs = shape._element.xpath(".//a:r")
    insets = shape._element.xpath(".//a:bodyPr/@lIns | .//a:bodyPr/@rIns")
    if not runs or shape.is_placeholder:
        return False
    room = _area(shape).width - sum(map(int, insets)) / POINT
    size = max(int(found) / 100 for found in shape._element.xpath(".//a:rPr/@sz"))
    bold = "1" in shape._element.xpath(".//a:rPr/@b")
    words = shape.text_frame.text.replace("-", "- ")
    return longest_word(words, size, bold=bold) > room


def _name_of_frame(shape: Any, area: Bounds) -> Bounds:
    """The area of the name of a frame, which is within its insets."""
    left, top, right = (
        int(shape._element.xpath(f".//a:bodyPr/@{side}")[0]) / POINT
        for side in ("lIns", "tIns", "rIns")
    )
    lines = wrap(shape.text_frame.text, area.width - left - right, LEAST, bold=True)
    width = max(measure(line, LEAST, bold=True) for line in lines)
    height = len(lines) * LEAST * LEADING
    return Bounds(x=area.x + left, y=area.y + top, width=width, height=height)


def _area(shape: Any) -> Bounds:
    left, top, width, height = (
        float(number or 0) / POINT for number in (shape.left, shape.top, shape.width, shape.height)
    )
    return Bounds(x=left, y=top, width=width, height=height)


def _line(shape: Any, area: Bounds) -> Line:
    """The line of an arrow: from end to end, or along the first path of a freeform."""
    if shape._element.tag.endswith("cxnSp"):
        ends = ((shape.begin_x, shape.begin_y), (shape.end_x, shape.end_y))
        return tuple((x / POINT, y / POINT) for x, y in ends)
    return _path(shape._element.find(".//{*}path"), area)


def _head(shape: Any, area: Bounds) -> Bounds:
    """The area of the head of an arrow: at its end, or the second path of a freeform."""
    paths = shape._element.findall(".//{*}path")
    if len(paths) < 2:
        return head_of(_line(shape, area))
    xs, ys = zip(*_path(paths[1], area), strict=True)
    return Bounds(x=min(xs), y=min(ys), width=max(xs) - min(xs), height=max(ys) - min(ys))


def _path(path: etree._Element, area: Bounds) -> Line:
    return tuple((area.x + x / POINT, area.y + y / POINT) for x, y in _spots(path))


def _spots(path: etree._Element, steps: int = 16) -> Iterator[Point]:
    here = (0.0, 0.0)
    for step in path:
        points = [(float(point.get("x")), float(point.get("y"))) for point in step]
        if step.tag.endswith("cubicBezTo"):
            yield from (_on((here, *points), n / steps) for n in range(1, steps + 1))
        else:
            yield from points
        here = points[-1] if points else here


def _on(points: Sequence[Point], t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (
        sum(w * point[axis] for w, point in zip(weights, points, strict=True)) for axis in (0, 1)
    )
    return x, y


def drawn_page(page: ElementTree.Element) -> DrawnSlide:
    """Read a page of draw.io, whose words beside arrows have places relative to their lines."""
    cells = {item.get("id", ""): item for item in page.iterfind("./mxGraphModel/root/*")}
    words, marks, heads, solid = [], [], [], []
    lines: dict[str, Line] = {}
    for id_, item in cells.items():
        cell = _cell(item)
        if cell.get("edge") and cell.get("source"):
            arrow = id_.removeprefix("arrow:")
            lines[arrow] = _square_line(cells, item)
            heads.append((f"head of {arrow}", head_of(lines[arrow])))
            if label := item.get("label"):
                words.append((arrow, _label_area(label, _beside(cell, lines[arrow]))))
    for id_, item in cells.items():
        cell, words_in = _cell(item), item.get("label") or item.get("value")
        if id_.startswith("delay:"):
            arrow = id_.removeprefix("delay:")
            x, y = _beside(cell, lines[arrow])
            marks.append((arrow, Bounds(x=x - 5, y=y - 5, width=10, height=10)))
        elif cell.get("vertex") and words_in and cell.get("connectable") != "0":
            area = page_area(cells, id_)
            style = _style_of(cell)
            solid.append((id_, _name_in(words_in, area, style) if "container" in style else area))
    return DrawnSlide(
        words=tuple(words),
        marks=tuple(marks),
        lines=lines,
        heads=tuple(heads),
        solid=tuple(solid),
        sizes=(),
        broken=(),
    )


def _cell(item: ElementTree.Element) -> ElementTree.Element:
    inner = item.find("mxCell")
    return item if inner is None else inner


def _style_of(cell: ElementTree.Element) -> dict[str, str]:
    parts = (part.partition("=") for part in cell.get("style", "").split(";") if part)
    return {key: value for key, _, value in parts}


def _numbers(item: ElementTree.Element | None, *names: str) -> tuple[float, ...]:
    return tuple(0.0 if item is None else float(item.get(name, 0)) for name in names)


def page_area(cells: Mapping[str, ElementTree.Element], id_: str) -> Bounds:
    """The place of a cell on the page: that in its container, if it has one."""
    cell = _cell(cells[id_])
    x, y, width, height = _numbers(cell.find("mxGeometry"), "x", "y", "width", "height")
    parent = cell.get("parent", "")
    if parent in cells and _cell(cells[parent]).get("vertex"):
        outer = page_area(cells, parent)
        x, y = x + outer.x, y + outer.y
    return Bounds(x=x, y=y, width=width, height=height)


def _square_line(cells: Mapping[str, ElementTree.Element], item: ElementTree.Element) -> Line:
    """The line of an arrow from one side of a box to another, round its bends."""
    cell = _cell(item)
    style = _style_of(cell)
    ends = []
    for side, end in (("exit", "source"), ("entry", "target")):
        box = page_area(cells, cell.get(end, ""))
        x, y = float(style[f"{side}X"]), float(style[f"{side}Y"])
        ends.append((box.x + x * box.width, box.y + y * box.height))
    bends = [_numbers(point, "x", "y") for point in cell.iterfind("mxGeometry/Array/mxPoint")]
    return (ends[0], *((x, y) for x, y in bends), ends[1])


def _beside(cell: ElementTree.Element, line: Line) -> Point:
    """The middle of what has a place relative to a line."""
    geometry = cell.find("mxGeometry")
    (along,) = _numbers(geometry, "x")
    offset = cell.find("mxGeometry/mxPoint[@as='offset']")
    dx, dy = _numbers(offset, "x", "y")
    left = (along + 1) / 2 * sum(dist(*piece) for piece in pairwise(line))
    for start, end in pairwise(line):
        length = dist(start, end)
        if left <= length or end == line[-1]:
            share = left / length if length else 0.0
            break
        left -= length
    x, y = (a + (b - a) * share for a, b in zip(start, end, strict=True))
    return x + dx, y + dy


_LETTERS = 11.0
"""The size of the letters in draw.io."""


def _label_area(label: str, at: Point) -> Bounds:
    lines = label.split("\n")
    width = max(measure(line, _LETTERS) for line in lines)
    height = len(lines) * _LETTERS * LEADING
    return Bounds(x=at[0] - width / 2, y=at[1] - height / 2, width=width, height=height)


def _name_in(name: str, area: Bounds, style: Mapping[str, str]) -> Bounds:
    """The area of the name of a container, between its rims."""
    left, top, right = (float(style.get(f"spacing{side}", 0)) for side in ("Left", "Top", "Right"))
    lines = wrap(name, area.width - left - right, _LETTERS, bold=True)
    width = max(measure(line, _LETTERS, bold=True) for line in lines)
    height = len(lines) * _LETTERS * LEADING
    return Bounds(x=area.x + left, y=area.y + top, width=width, height=height)
