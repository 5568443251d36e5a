"""One loop drawn: boxes on a ring, an arrow from each to the next, and the name in the middle."""

from collections.abc import Iterator

from attrs import evolve, frozen

from tocmodel.diagram.model import Arrow, LoopCircle
from tocmodel.layout.loops.ring import Ring, arc, direction_at, make_ring
from tocmodel.layout.palette import INK, MUTED, tone
from tocmodel.layout.scene import Bounds, Path, Point, Primitive, SceneGroup
from tocmodel.layout.shapes import shape_of
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.arrow_style import (
    HEAD,
    Stroke,
    delay_mark,
    head,
    line_end,
    mark,
    shaft,
    stroke_of,
)
from tocmodel.layout.symbols.boxes import SizedBox, draw_box, size_box
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.text_block import centred
from tocmodel.wording import say

_WIDEST = 100.0
"""How wide a box on a ring may be."""
_MIDDLE = 92.0
"""How wide the words in the middle may be."""
_BEFORE_HEAD = 9.0
"""From the head of an arrow to the middle of its sign."""


@frozen(kw_only=True)
class SizedLoop:
    """A loop whose words are measured, around (0, 0).

    Attributes:
        loop: the loop.
        boxes: its boxes.
        ring: their places.
        code_size: the size of its code.
        words: its name in the middle, wrapped.
    """

    loop: LoopCircle
    boxes: tuple[SizedBox, ...]
    ring: Ring
    code_size: float
    words: tuple[str, ...]

    @property
    def bounds(self) -> Bounds:
        """The rectangle around all that is drawn of it."""
        return self.ring.bounds


def size_loop(loop: LoopCircle, sheet: Sheet) -> SizedLoop:
    """Wrap the words of a loop, and find the smallest ring on which all has room."""
    boxes = tuple(_narrowed(size_box(box, _WIDEST, sheet), sheet) for box in loop.boxes)
    words = wrap(loop.heading, _MIDDLE, sheet.small)
    code_size = sheet.title
    width = max(measure(one, sheet.small) for one in words)
    height = (code_size + len(words) * sheet.small) * LEADING
    ring = make_ring([(box.width, box.height) for box in boxes], (width, height))
    return SizedLoop(loop=loop, boxes=boxes, ring=ring, code_size=code_size, words=words)


def _narrowed(sized: SizedBox, sheet: Sheet) -> SizedBox:
    """Return a box no wider than its words need."""
    longest = max(measure(words, sheet.text, bold=True) for words in sized.lines)
    inset = shape_of(sized.box.kind).inset
    return evolve(sized, width=round(min(_WIDEST, longest + 2 * inset), 2))


def draw_loop(
    sized: SizedLoop, centre: Point, colours: tuple[str, ...], sheet: Sheet
) -> Iterator[SceneGroup]:
    """Yield the name of a loop, its arrows and its boxes, as groups at a place."""
    ring = _moved(sized.ring, centre)
    loop = sized.loop
    yield SceneGroup(
        id=f"loop:{loop.code}",
        role="loop",
        title=say("described-circle", code=loop.code, loop=loop.description),
        items=tuple(_middle(sized, centre, sheet)),
        bounds=ring.bounds,
        kind=loop.sign,
    )
    for arrow, (start, end) in zip(loop.arrows, ring.arcs(), strict=True):
        yield _arrow(loop, arrow, ring, start, end)
    for one, place in zip(sized.boxes, ring.boxes, strict=True):
        shade = tone(one.box.colour or one.box.column, colours)
        group = draw_box(one, place, shade, sheet)
        yield evolve(
            group, id=f"loop-box:{loop.code}:{one.box.id}", role="loop-box", description=""
        )


def _moved(ring: Ring, centre: Point) -> Ring:
    x, y = centre
    boxes = tuple(evolve(box, x=round(box.x + x, 2), y=round(box.y + y, 2)) for box in ring.boxes)
    return evolve(ring, centre=centre, boxes=boxes)


def _middle(sized: SizedLoop, centre: Point, sheet: Sheet) -> Iterator[Primitive]:
    x, y = centre
    height = (sized.code_size + len(sized.words) * sheet.small) * LEADING
    top = y - height / 2
    yield from centred((sized.loop.code,), x, top, sized.code_size, INK, bold=True)
    yield from centred(sized.words, x, top + sized.code_size * LEADING, sheet.small, MUTED)


def _arrow(loop: LoopCircle, arrow: Arrow, ring: Ring, start: float, end: float) -> SceneGroup:
    """Return an arrow along the ring, with its sign before the head, and its delay mark."""
    stroke = _stroke(arrow)
    tip = ring.at(end)
    before = end - line_end(stroke) / ring.radius
    sign = end - (HEAD + _BEFORE_HEAD) / ring.radius
    items = [
        *shaft(stroke, arc(ring, start, before)),
        *head(stroke, _point(tip), direction_at(end - HEAD / 2 / ring.radius)),
        *mark(stroke, _point(ring.at(sign))),
        *(_delay(stroke, ring, start + (sign - start) * 0.42) if arrow.delay else ()),
    ]
    return SceneGroup(
        id=f"loop-arrow:{loop.code}:{arrow.from_}--{arrow.to}",
        role="loop-arrow",
        title=arrow.description or f"{arrow.from_} to {arrow.to}",
        items=tuple(items),
        kind=arrow.kind,
    )


def _stroke(arrow: Arrow) -> Stroke:
    """Return the look of an arrow in a loop, in which every arrow has a sign."""
    stroke = stroke_of(evolve(arrow, feedback=False))
    return evolve(stroke, mark=stroke.mark or ("+" if arrow.effect == "increases" else "?"))


def _delay(stroke: Stroke, ring: Ring, angle: float) -> tuple[Path, ...]:
    return delay_mark(stroke, ring.at(angle), direction_at(angle))


def _point(point: Point) -> Point:
    return round(point[0], 2), round(point[1], 2)
