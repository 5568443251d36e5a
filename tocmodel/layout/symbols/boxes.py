"""Boxes with their words wrapped and measured, before they have a position."""

from collections.abc import Sequence
from math import ceil

from attrs import frozen

from tocmodel.diagram.model import Badge, Box
from tocmodel.diagram.phrases import noun_of
from tocmodel.layout.marks import MARK, badge_mark
from tocmodel.layout.palette import INK, MUTED, PAPER, Tone
from tocmodel.layout.scene import Bounds, Primitive, SceneGroup
from tocmodel.layout.shapes import draw_shape, shape_of
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.change_marks import change_mark, changed_line, draw_tag, tag_height
from tocmodel.layout.symbols.indicator_charts import BAR_ROOM, SHORTEST_BAR, draw_bar_and_chart
from tocmodel.layout.text import LEADING, count_lines, measure, wrap
from tocmodel.layout.text_block import centred, left
from tocmodel.wording import say

LOWEST = 26
"""The least height of a box."""
_SMALL = 8.0
"""Boxes with words no larger than this are as low as their words."""
_BEFORE_BADGES = 4.0
MARK_ROOM = MARK + 4.0
"""From the edge of a badge's mark to its words."""
_CORNER = 2.0
"""From the corner of a box to the middle of the sign of its change."""


@frozen(kw_only=True)
class SizedBox:
    """A box with its lines: its own words, then those of each badge."""

    box: Box
    width: float
    height: float
    lines: tuple[str, ...]
    badges: tuple[tuple[Badge, tuple[str, ...]], ...]
    folded: tuple[tuple[Badge, ...], ...] = ()
    """Rows of badges with only a number each."""


def size_box(box: Box, width: float, sheet: Sheet) -> SizedBox:
    """Wrap the words of a box to a width and work out its height (an even number of points)."""
    room = width - 2 * shape_of(box.kind).inset
    lines = wrap(box.text or box.id, room, sheet.text, bold=True) or (box.id,)
    badges = tuple(
        (badge, wrap(badge.text, room - MARK_ROOM, sheet.small) or ("",))
        for badge in box.badges
        if not badge.folded
    )
    folded = _rows(box, room, sheet)
    small = sum(len(words) for _, words in badges) + len(folded)
    height = _height(box, len(lines), small, sheet)
    return SizedBox(box=box, width=width, height=height, lines=lines, badges=badges, folded=folded)


def _rows(box: Box, room: float, sheet: Sheet) -> tuple[tuple[Badge, ...], ...]:
    """Return the folded badges of a box in rows that fit its width."""
    rows: list[list[Badge]] = []
    used = room
    for badge in box.badges:
        if not badge.folded:
            continue
        wide = _folded_width(badge, sheet)
        if used + wide > room:
            rows.append([])
            used = 0.0
        rows[-1].append(badge)
        used += wide
    return tuple(map(tuple, rows))


def _folded_width(badge: Badge, sheet: Sheet) -> float:
    return MARK + 2.0 + measure(badge.text, sheet.small) + 6.0


def box_height(box: Box, width: float, sheet: Sheet) -> int:
    """Return the height of a box at a width, without keeping its lines."""
    room = width - 2 * shape_of(box.kind).inset
    lines = count_lines(box.text or box.id, room, sheet.text, bold=True) or 1
    small = [
        count_lines(badge.text, room - MARK_ROOM, sheet.small) or 1
        for badge in box.badges
        if not badge.folded
    ]
    return _height(box, lines, sum(small) + len(_rows(box, room, sheet)), sheet)


def _height(box: Box, lines: int, small: int, sheet: Sheet) -> int:
    height = 2 * sheet.above + lines * sheet.text * LEADING + tag_height(box.change, sheet)
    if small:
        height += _BEFORE_BADGES + small * sheet.small * LEADING + _bars(box)
    return max(ceil(height / 2) * 2, LOWEST if sheet.text > _SMALL else 0)


def _bars(box: Box) -> float:
    """Return the room for the bars and charts below the words of badges."""
    return BAR_ROOM * sum(badge.has_drawing for badge in box.badges)


def draw_box(
    sized: SizedBox,
    at: Bounds,
    tone: Tone,
    sheet: Sheet,
    *,
    causes: Sequence[str] = (),
) -> SceneGroup:
    """Return a box as a group: outline, words and badges.

    Args:
        sized: the box.
        at: its place.
        tone: its colours.
        sheet: the sizes of its words.
        causes: the titles of the boxes with arrows to it.
    """
    box = sized.box
    outline, *inner = draw_shape(
        box.kind, at, stroke=tone.dark, fill=PAPER, unwanted=box.unwanted, status=box.status
    )
    items: list[Primitive] = [changed_line(outline, box.change), *inner]
    content = len(sized.lines) * sheet.text * LEADING + tag_height(box.change, sheet)
    content += sum(len(words) for _, words in sized.badges) * sheet.small * LEADING
    content += len(sized.folded) * sheet.small * LEADING
    content += _BEFORE_BADGES + _bars(box) if sized.badges or sized.folded else 0.0
    top = at.y + (at.height - content) / 2
    if sheet.change_signs:
        items += change_mark(box.change, (at.x + _CORNER, at.y + _CORNER), tone.dark)
    else:
        items += draw_tag(box.change, at.centre[0], top, tone.dark, sheet.small)
    top += tag_height(box.change, sheet)
    ink = MUTED if box.change == "removed" else INK
    items += centred(sized.lines, at.centre[0], top, sheet.text, ink, bold=True)
    top += len(sized.lines) * sheet.text * LEADING + _BEFORE_BADGES
    items += _draw_badges(sized, at, top, sheet, tone)
    noun = noun_of(box.kind)
    change = f" ({say(f'change-{box.change}')})" if box.change else ""
    return SceneGroup(
        id=f"box:{box.id}",
        role="box",
        title=f"{noun}: {box.text or box.id}" + change,
        description=_description(box, noun, causes),
        items=tuple(items),
        bounds=at,
        kind=box.kind,
    )


def _description(box: Box, noun: str, causes: Sequence[str]) -> str:
    """Return what a screen reader reads after the title: every badge once, and no kind again."""
    words = box.description.casefold()
    left_out = (
        badge.text
        for badge in box.badges
        if not badge.folded and badge.text.casefold() not in words
    )
    parts = [_after(noun, box.description), *(f"{text}." for text in left_out)]
    if causes:
        quoted = ", ".join(f"“{title}”" for title in dict.fromkeys(causes))
        parts.append(f"{say('come-from' if len(causes) > 1 else 'comes-from', titles=quoted)}.")
    return " ".join(filter(None, parts))


def _after(noun: str, description: str) -> str:
    """Return a description without the kind that it begins with, as the title has it.

    >>> _after("Outcome", "Outcome, short term. Inferred."), _after("Group", "Group of 2 outcomes.")
    ('Short term. Inferred.', 'Group of 2 outcomes.')
    """
    start, mark, rest = description.partition(noun)
    if start or not mark or rest[:1] not in (",", "."):
        return description
    rest = rest[1:].strip()
    return rest[:1].upper() + rest[1:]


def _draw_badges(
    sized: SizedBox, at: Bounds, top: float, sheet: Sheet, tone: Tone
) -> list[Primitive]:
    items: list[Primitive] = []
    leading = sheet.small * LEADING
    lines = [line_ for _, words in sized.badges for line_ in words]
    widest = max((measure(line_, sheet.small) for line_ in lines), default=0.0)
    bar = min(max(widest, SHORTEST_BAR), at.width - 2 * shape_of(sized.box.kind).inset - MARK_ROOM)
    if any(badge.has_drawing for badge, _ in sized.badges):
        widest = max(widest, bar)
    start = at.centre[0] - (widest + MARK_ROOM) / 2
    for badge, words in sized.badges:
        items += badge_mark(badge.kind, start, top + (leading - MARK) / 2, tone.dark)
        items += left(words, start + MARK_ROOM, top, sheet.small, MUTED)
        top += len(words) * leading
        if badge.has_drawing:
            place = Bounds(x=start + MARK_ROOM, y=top, width=bar, height=BAR_ROOM)
            items += draw_bar_and_chart(badge, place, tone)
            top += BAR_ROOM
    for row in sized.folded:
        x = at.centre[0] - (sum(_folded_width(badge, sheet) for badge in row) - 6.0) / 2
        for badge in row:
            items += badge_mark(badge.kind, x, top + (leading - MARK) / 2, tone.dark)
            items += left((badge.text,), x + MARK + 2.0, top, sheet.small, MUTED)
            x += _folded_width(badge, sheet)
        top += leading
    return items
