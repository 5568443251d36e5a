"""The frame of a picture: the positions of slots, bands, lanes and clusters, in either direction.

All of this is worked out along and across the reading direction; ``Frame.at`` turns it into x and
y, so a picture that reads from top to bottom needs no separate code.
"""

from collections.abc import Mapping

from attrs import evolve, frozen

from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow.constraints import GroupPath, Plan, is_side, is_stacked
from tocmodel.layout.flow.order import Arrangement, spans
from tocmodel.layout.flow.slots import Slots
from tocmodel.layout.scene import Bounds, Extent, Point
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.boxes import SizedBox


@frozen(kw_only=True)
class Frame:
    """The positions of everything; extents are along or across the reading direction.

    Attributes:
        down: the picture reads from top to bottom.
        slots: along, the extent of each slot (of its boxes).
        gaps: along, the room after each slot.
        bands: along, the extent of each column, by id.
        clusters: along and across, the extent of every cluster.
        centres: across, of every item.
        lanes: across, of every lane.
        across: the extent of all content.
        origin: where along and across start on the page.
    """

    down: bool
    slots: tuple[Extent, ...]
    gaps: tuple[float, ...]
    bands: Mapping[str, Extent]
    clusters: Mapping[GroupPath, tuple[Extent, Extent]]
    centres: Mapping[str, float]
    lanes: tuple[Extent, ...]
    across: Extent
    origin: Point = (0.0, 0.0)

    @property
    def along(self) -> Extent:
        """The extent of all bands."""
        return min(a for a, _ in self.bands.values()), max(b for _, b in self.bands.values())

    def at(self, along: float, across: float) -> Point:
        """Return a point of the page."""
        x, y = (across, along) if self.down else (along, across)
        return round(x + self.origin[0], 2), round(y + self.origin[1], 2)

    def bounds(self, along: Extent, across: Extent) -> Bounds:
        """Return a rectangle of the page."""
        (x, y), (right, bottom) = self.at(along[0], across[0]), self.at(along[1], across[1])
        return Bounds(x=x, y=y, width=round(right - x, 2), height=round(bottom - y, 2))

    def moved(self, origin: Point) -> "Frame":
        """Return the same frame elsewhere on the page."""
        return evolve(self, origin=origin)

    def box(self, sized: SizedBox, key: str, slot: int) -> Bounds:
        """Return the rectangle of a box: in the middle of its slot and on its own centre."""
        length, breadth = (sized.height, sized.width) if self.down else (sized.width, sized.height)
        middle = sum(self.slots[slot]) / 2
        centre = self.centres[key]
        return self.bounds(
            (middle - length / 2, middle + length / 2),
            (centre - breadth / 2, centre + breadth / 2),
        )


def make_frame(
    diagram: Diagram,
    plan: Plan,
    arrangement: Arrangement,
    boxes: Mapping[str, SizedBox],
    slots: Slots,
    titles: Mapping[GroupPath, int],
    sheet: Sheet,
) -> Frame:
    """Work out the frame of a diagram, at the origin."""
    down = diagram.top_to_bottom
    found = spans(plan.nodes)
    heads = _heads(found, titles, slots.count) if down else [0.0] * slots.count
    extents = _slot_extents(boxes, slots, heads, plan.gaps, sheet, down=down)
    keep_last = _arcs_at_the_end(plan, slots, arrangement) or _frames_at_the_end(
        diagram, plan, slots
    )
    gaps = (*plan.gaps[:-1], plan.gaps[-1] if keep_last else 0.0)
    bands = {
        column: (
            extents[first][0] - sheet.pad - heads[first],
            extents[last][1] + sheet.pad + (gaps[-1] if last == slots.count - 1 else 0.0),
        )
        for column, (first, last) in slots.columns.items()
    }
    starts = [arrangement.centres[i.key] - i.size / 2 for i in plan.nodes]
    ends = [arrangement.centres[i.key] + i.size / 2 for i in plan.nodes]
    clusters = _clusters(plan, arrangement, extents, titles, down=down)
    for _, (start, end) in clusters.values():
        starts.append(start - 4)
        ends.append(end + 4)
    lanes = arrangement.lanes
    across = (lanes[0][0], lanes[-1][1]) if lanes else (min(starts), max(ends))
    return Frame(
        down=down,
        slots=tuple(extents),
        gaps=gaps,
        bands=bands,
        clusters=clusters,
        centres=arrangement.centres,
        lanes=lanes,
        across=across,
    )


def _arcs_at_the_end(plan: Plan, slots: Slots, arrangement: Arrangement) -> bool:
    """Whether an arrow runs beside the boxes of the last slot."""
    return any(
        slots.of[route.arrow.from_] == slots.count - 1
        and is_side(slots, route)
        and not is_stacked(plan, slots, arrangement.centres, route)
        for route in plan.routes
    )


def _frames_at_the_end(diagram: Diagram, plan: Plan, slots: Slots) -> bool:
    """Whether an arrow from or to a frame has both of its ends in the last slot."""
    last = dict(slots.of)
    for group, (_, slot) in spans(plan.nodes).items():
        last[group[-1].rpartition(" cluster ")[2]] = slot
    frames = {cluster.id for cluster in diagram.clusters}
    return any(
        all(last.get(end) == slots.count - 1 for end in (arrow.from_, arrow.to))
        for arrow in diagram.arrows
        if not frames.isdisjoint((arrow.from_, arrow.to))
    )


def _heads(
    found: Mapping[GroupPath, Extent], titles: Mapping[GroupPath, int], count: int
) -> list[float]:
    """Room before each slot for the names of the clusters that start there."""
    heads = [0.0] * count
    for group, (first, _) in found.items():
        chain = [group[:depth] for depth in range(1, len(group) + 1)]
        room = sum(titles.get(one, 0) for one in chain if one in titles and found[one][0] == first)
        heads[int(first)] = max(heads[int(first)], float(room))
    return heads


def _slot_extents(
    boxes: Mapping[str, SizedBox],
    slots: Slots,
    heads: list[float],
    gaps: tuple[float, ...],
    sheet: Sheet,
    *,
    down: bool,
) -> list[Extent]:
    lengths = [0.0] * slots.count
    for id_, sized in boxes.items():
        length = sized.height if down else sized.width
        lengths[slots.of[id_]] = max(lengths[slots.of[id_]], length)
    extents: list[Extent] = []
    at = sheet.pad
    for length, head, gap in zip(lengths, heads, gaps, strict=True):
        extents.append((at + head, at + head + length))
        at += head + length + gap
    return extents


def _clusters(
    plan: Plan,
    arrangement: Arrangement,
    extents: list[Extent],
    titles: Mapping[GroupPath, int],
    *,
    down: bool,
) -> dict[GroupPath, tuple[Extent, Extent]]:
    """Frames round the members of each cluster, inner ones first."""
    frames: dict[GroupPath, tuple[Extent, Extent]] = {}
    found = spans(plan.nodes)
    for group, (first, last) in sorted(found.items(), key=lambda entry: -len(entry[0])):
        if group not in titles:
            continue
        inner = [frame for other, frame in frames.items() if other[: len(group)] == group]
        spots = [
            (arrangement.centres[i.key] - i.size / 2, arrangement.centres[i.key] + i.size / 2)
            for i in plan.nodes
            if i.group == group
        ]
        across = [*spots, *((start - 3, end + 3) for _, (start, end) in inner)]
        along = [(extents[first][0], extents[last][1]), *(extent for extent, _ in inner)]
        title = titles[group]
        head, side = (title, 4) if down else (5, title - 4)
        frames[group] = (
            (
                min(a for a, _ in along) - (4 if inner else 5) - (head - 5),
                max(b for _, b in along) + (4 if inner else 5),
            ),
            (min(a for a, _ in across) - side, max(b for _, b in across) + 2),
        )
    return frames
