"""Boxes with their words wrapped and measured, before they have a place."""

from collections.abc import Callable, Mapping
from math import ceil
from types import MappingProxyType

from attrs import frozen

from tocmodel.diagram.parts import Badge, Box
from tocmodel.layout.palette import INK, MUTED, PAPER, Tone
from tocmodel.layout.scene import Bounds, Group, Item, Path
from tocmodel.layout.shapes import circle, draw_shape, line, polygon, rectangle, rounded, shape_of
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.words import centred, left

_BEFORE_BADGES = 4.0
_MARK = 8.0
MARK_ROOM = _MARK + 4.0
"""From the edge of a badge's mark to its words."""


@frozen(kw_only=True)
class SizedBox:
    """A box whose lines are known: its own words, then those of each badge."""

    box: Box
    width: float
    height: float
    lines: tuple[str, ...]
    badges: tuple[tuple[Badge, tuple[str, ...]], ...]


def size_box(box: Box, width: float, sheet: Sheet) -> SizedBox:
    """Wrap the words of a box to a width and work out its height (an even number of points)."""
    room = width - 2 * shape_of(box.kind).inset
    lines = wrap(box.text or box.id, room, sheet.text) or (box.id,)
    badges = tuple(
        (badge, wrap(badge.text, room - MARK_ROOM, sheet.small) or ("",)) for badge in box.badges
    )
    height = 2 * sheet.above + len(lines) * sheet.text * LEADING
    if badges:
        count = sum(len(words) for _, words in badges)
        height += _BEFORE_BADGES + count * sheet.small * LEADING
    return SizedBox(
        box=box, width=width, height=max(ceil(height / 2) * 2, 26), lines=lines, badges=badges
    )


def draw_box(sized: SizedBox, at: Bounds, tone: Tone, sheet: Sheet, *, kind_word: str) -> Group:
    """Return a box as a group: outline, words and badges."""
    box = sized.box
    items: list[Item] = [
        *draw_shape(box.kind, at, stroke=tone.dark, fill=PAPER, unwanted=box.unwanted)
    ]
    content = len(sized.lines) * sheet.text * LEADING
    content += sum(len(words) for _, words in sized.badges) * sheet.small * LEADING
    content += _BEFORE_BADGES if sized.badges else 0.0
    top = at.y + (at.height - content) / 2
    items += centred(sized.lines, at.centre[0], top, sheet.text, INK)
    top += len(sized.lines) * sheet.text * LEADING + _BEFORE_BADGES
    items += _draw_badges(sized, at, top, sheet, tone)
    return Group(
        id=f"box:{box.id}",
        role="box",
        title=f"{kind_word}: {box.text or box.id}",
        description=". ".join(filter(None, (box.description, *(b.text for b in box.badges)))),
        items=tuple(items),
        bounds=at,
        kind=box.kind,
    )


def _draw_badges(sized: SizedBox, at: Bounds, top: float, sheet: Sheet, tone: Tone) -> list[Item]:
    items: list[Item] = []
    leading = sheet.small * LEADING
    lines = [line_ for _, words in sized.badges for line_ in words]
    widest = max((measure(line_, sheet.small) for line_ in lines), default=0.0)
    start = at.centre[0] - (widest + MARK_ROOM) / 2
    for badge, words in sized.badges:
        items += badge_mark(badge.kind, start, top + (leading - _MARK) / 2, tone.dark)
        items += left(words, start + MARK_ROOM, top, sheet.small, MUTED)
        top += len(words) * leading
    return items


def badge_mark(kind: str, x: float, y: float, colour: str) -> tuple[Path, ...]:
    """Return the small drawing before the words of a badge; its top left corner is given."""
    return _MARKS.get(kind, _dot)(x, y, colour)


def _dot(x: float, y: float, colour: str) -> tuple[Path, ...]:
    return (Path(commands=circle(x + 4, y + 4, 2.2), fill=colour),)


def _chart(x: float, y: float, colour: str) -> tuple[Path, ...]:
    bars = ((0.5, 4.5), (3.0, 2.5), (5.5, 0.5))
    return tuple(
        Path(
            commands=rectangle(Bounds(x=x + left_, y=y + top, width=2.0, height=7.5 - top)),
            fill=colour,
        )
        for left_, top in bars
    )


def _tick(x: float, y: float, colour: str) -> tuple[Path, ...]:
    commands = line(((x + 0.8, y + 4.4), (x + 3.2, y + 7), (x + 7.4, y + 1.2)))
    return (Path(commands=commands, stroke=colour, stroke_width=1.6),)


def _ring(x: float, y: float, colour: str) -> tuple[Path, ...]:
    ring = circle(x + 4, y + 4, 3.2)
    return (Path(commands=ring, stroke=colour, stroke_width=1.2, dash=(1.8, 1.3)),)


def _warning(x: float, y: float, colour: str) -> tuple[Path, ...]:
    triangle = polygon(((x + 4, y + 0.3), (x + 7.9, y + 7.5), (x + 0.1, y + 7.5)))
    stem = line(((x + 4, y + 2.9), (x + 4, y + 5.0)))
    foot = line(((x + 4, y + 5.8), (x + 4, y + 6.7)))
    return (
        Path(commands=triangle, fill=colour),
        Path(commands=stem, stroke=PAPER, stroke_width=1.1),
        Path(commands=foot, stroke=PAPER, stroke_width=1.1),
    )


def _cross(x: float, y: float, colour: str) -> tuple[Path, ...]:
    strokes = (((x + 1, y + 1), (x + 7, y + 7)), ((x + 7, y + 1), (x + 1, y + 7)))
    return tuple(Path(commands=line(ends), stroke=colour, stroke_width=1.8) for ends in strokes)


def _pill(x: float, y: float, colour: str) -> tuple[Path, ...]:
    pill = rounded(Bounds(x=x + 0.4, y=y + 1.8, width=7.2, height=4.6), 2.3)
    return (Path(commands=pill, stroke=colour, stroke_width=1.2),)


def _sheets(x: float, y: float, colour: str) -> tuple[Path, ...]:
    front = rectangle(Bounds(x=x + 0.6, y=y + 2.4, width=5.2, height=5.0))
    back = line(((x + 2.4, y + 0.6), (x + 7.6, y + 0.6), (x + 7.6, y + 5.6)))
    return (
        Path(commands=front, stroke=colour, stroke_width=1.1),
        Path(commands=back, stroke=colour, stroke_width=1.1),
    )


def _person(x: float, y: float, colour: str) -> tuple[Path, ...]:
    body = rounded(Bounds(x=x + 1.0, y=y + 4.3, width=6.0, height=3.4), 2.6, (0, 1))
    return (
        Path(commands=circle(x + 4, y + 2.2, 1.8), fill=colour),
        Path(commands=body, fill=colour),
    )


_MARKS: Mapping[str, Callable[[float, float, str], tuple[Path, ...]]] = MappingProxyType(
    {
        "indicator": _chart,
        "evidence": _tick,
        "assumption": _ring,
        "risk": _warning,
        "mechanism": _pill,
        "partner": _person,
        "collapsed": _sheets,
        "gap": _cross,
    }
)
