"""Lanes: a band across the columns for each, with its name at the head."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil

from attrs import evolve

from tocmodel.diagram.model import Diagram, Lane
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.palette import LANE, MUTED, PAPER, Tone, tone
from tocmodel.layout.scene import Extent, Path, Primitive, SceneGroup
from tocmodel.layout.shapes import line, rectangle, rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, longest_word, wrap
from tocmodel.layout.text_block import centred

_WIDEST_LANE_SIDE = 130.0
"""The most room beside the lanes: a longer word in a name is broken."""


def lane_lines(diagram: Diagram, sheet: Sheet, width: float) -> tuple[tuple[str, ...], ...]:
    """Return the words of each lane's name, wrapped to a width."""
    return tuple(wrap(lane.title, width, sheet.heading, bold=True) for lane in diagram.lanes)


def with_room_for_lanes(diagram: Diagram, sheet: Sheet) -> Sheet:
    """Return the sheet with enough room beside the lanes for the longest word of a name."""
    names = [lane.title.replace("-", "- ") for lane in diagram.lanes]
    longest = max((longest_word(name, sheet.heading, bold=True) for name in names), default=0.0)
    side = min(ceil(longest) + 13.0, _WIDEST_LANE_SIDE)
    return evolve(sheet, lane_side=side) if side > sheet.lane_side else sheet


def draw_lanes(
    diagram: Diagram, frame: Frame, head: Extent, sheet: Sheet
) -> tuple[SceneGroup, ...]:
    """Return the lanes: a name in the extent ``head``, and white lines between them.

    The white lines cut the bands of the columns into cells, so lanes need no colour. A strand is a
    band of its own across all columns, and a line parts it from the one before.
    """
    groups = []
    room = head[1] - head[0] if not frame.down else 0.0
    for index, (lane, extent) in enumerate(zip(diagram.lanes, frame.lanes, strict=True)):
        last = index == len(diagram.lanes) - 1
        inner = (extent[0] + (2 if index else 0), extent[1] - (0 if last else 2))
        label = frame.bounds(head, inner)
        width = label.width - 12 if frame.down else room - 12
        lines = wrap(lane.title, width, sheet.heading, bold=True)
        height = len(lines) * sheet.heading * LEADING
        shade = _shade(lane, diagram)
        items: list[Primitive] = []
        if index:
            start, end = frame.along
            cut = frame.bounds((start - 1, end + 1), (extent[0] - 2, extent[0] + 2))
            items.append(Path(commands=rectangle(cut), fill=PAPER))
        if lane.colour:
            items += _band(frame, inner, shade)
        if lane.colour and index:
            edge = (frame.at(head[0], extent[0]), frame.at(frame.along[1], extent[0]))
            items.append(Path(commands=line(edge), stroke=MUTED, stroke_width=1.0))
        items.append(Path(commands=rounded(label, 4), fill=shade.pale))
        items += centred(
            lines,
            label.centre[0],
            label.centre[1] - height / 2,
            sheet.heading,
            shade.dark,
            bold=True,
            behind=shade.pale,
        )
        bounds = frame.bounds((head[0], frame.along[1]), extent)
        groups.append(
            SceneGroup(
                id=f"lane:{lane.id}",
                role="lane",
                title=lane.title,
                items=tuple(items),
                bounds=bounds,
            )
        )
    return tuple(groups)


def _shade(lane: Lane, diagram: Diagram) -> Tone:
    """Return the colours of a lane; those of a strand are its group's where boxes have these."""
    if not lane.colour:
        return LANE
    strands = tuple(one.colour for one in diagram.lanes)
    return tone(lane.colour, diagram.colours if lane.colour in diagram.colours else strands)


def _band(frame: Frame, across: Extent, shade: Tone) -> Iterator[Path]:
    """Yield the band of a strand, and a white line between each two columns."""
    yield Path(commands=rectangle(frame.bounds(frame.along, across)), fill=shade.pale)
    extents = sorted(frame.bands.values())
    for (_, end), (start, _) in pairwise(extents):
        middle = (start + end) / 2
        cut = frame.bounds((middle - 1, middle + 1), across)
        yield Path(commands=rectangle(cut), fill=PAPER)
