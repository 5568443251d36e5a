"""What stands around the boxes: lanes, frames of clusters, the ceiling, title and note."""

from collections.abc import Mapping
from math import ceil

from attrs import evolve

from tocmodel.diagram.matrix import Matrix
from tocmodel.diagram.parts import Diagram
from tocmodel.layout.frame import Extent, Frame
from tocmodel.layout.headings import HEADING_GAP
from tocmodel.layout.legend import ceiling_line
from tocmodel.layout.palette import INK, LANE, MUTED, PAPER, RULE
from tocmodel.layout.plan import Group as GroupPath
from tocmodel.layout.scene import Bounds, Group, Item, Path, Text
from tocmodel.layout.shapes import rectangle, rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.words import centred, left

_CEILING = "Ceiling of accountability"

_WIDEST_LANE_SIDE = 130.0
"""The most room beside the lanes: a longer word in the name of one is broken."""


def lane_lines(diagram: Diagram, sheet: Sheet, width: float) -> tuple[tuple[str, ...], ...]:
    """Return the words of each lane's name, wrapped to a width."""
    return tuple(wrap(lane.title, width, sheet.heading, bold=True) for lane in diagram.lanes)


def with_room_for_lanes(diagram: Diagram, sheet: Sheet) -> Sheet:
    """Return the sheet with as much room beside the lanes as the longest word of a name needs."""
    words = (word for lane in diagram.lanes for word in lane.title.replace("-", "- ").split())
    longest = max((measure(word, sheet.heading, bold=True) for word in words), default=0.0)
    side = min(ceil(longest) + 13.0, _WIDEST_LANE_SIDE)
    return evolve(sheet, lane_side=side) if side > sheet.lane_side else sheet


def draw_lanes(diagram: Diagram, frame: Frame, head: Extent, sheet: Sheet) -> tuple[Group, ...]:
    """Return the lanes: a name in the extent ``head``, and white lines between them.

    The white lines cut the bands of the columns into cells, so lanes need no colour of their own.
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
        items: list[Item] = []
        if index:
            start, end = frame.along
            cut = frame.bounds((start - 1, end + 1), (extent[0] - 2, extent[0] + 2))
            items.append(Path(commands=rectangle(cut), fill=PAPER))
        items.append(Path(commands=rounded(label, 4), fill=LANE.pale))
        items += centred(
            lines,
            label.centre[0],
            label.centre[1] - height / 2,
            sheet.heading,
            LANE.dark,
            bold=True,
            behind=LANE.pale,
        )
        bounds = frame.bounds((head[0], frame.along[1]), extent)
        groups.append(
            Group(
                id=f"lane:{lane.id}",
                role="lane",
                title=lane.title,
                items=tuple(items),
                bounds=bounds,
            )
        )
    return tuple(groups)


def cluster_titles(
    diagram: Diagram, widths: Mapping[GroupPath, float], sheet: Sheet
) -> dict[GroupPath, tuple[str, ...]]:
    """Return the words at the head of each cluster, wrapped to its width."""
    names = {cluster.id: cluster.title or cluster.id for cluster in diagram.clusters}
    return {
        group: wrap(names[group[-1].split(" cluster ", 1)[1]], width, sheet.small, bold=True)
        for group, width in widths.items()
    }


def draw_clusters(
    frame: Frame, titles: Mapping[GroupPath, tuple[str, ...]], sheet: Sheet
) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """Return the frames of the clusters, outer ones first, and apart from them their names.

    The names are drawn above the arrows, on a white ground.
    """
    frames, names = [], []
    for number, (group, extents) in enumerate(
        sorted(frame.clusters.items(), key=lambda entry: (len(entry[0]), entry[0]))
    ):
        bounds = frame.bounds(*extents)
        outline = Path(commands=rounded(bounds, 6), stroke=MUTED, stroke_width=1.1)
        frames.append(
            Group(
                id=f"cluster:{number}",
                role="cluster",
                title=" ".join(titles[group]),
                items=(outline,),
                bounds=bounds,
                kind=group[-1].split(" cluster ", 1)[1],
            )
        )
        lines = titles[group]
        width = max((measure(line, sheet.small, bold=True) for line in lines), default=0.0)
        height = len(lines) * sheet.small * LEADING
        ground = Bounds(x=bounds.x + 4, y=bounds.y + 2.5, width=width + 8, height=height + 1)
        words = left(lines, bounds.x + 8, bounds.y + 3, sheet.small, INK, bold=True)
        items: tuple[Path | Text, ...] = (Path(commands=rounded(ground, 3), fill=PAPER), *words)
        names.append(Group(id=f"cluster-name:{number}", role="cluster-name", items=items))
    return tuple(frames), tuple(names)


def draw_ceiling(diagram: Diagram, frame: Frame, heading: float, sheet: Sheet) -> tuple[Group, ...]:
    """Return the ceiling of accountability: a dashed line after its column, and its words."""
    if diagram.ceiling not in frame.bands:
        return ()
    at = _ceiling_place(diagram.ceiling, frame)
    start, end = frame.across[0] - HEADING_GAP - heading - 4, frame.across[1] + 4
    if frame.down:
        start = frame.across[0]
    line = ceiling_line((frame.at(at, start), frame.at(at, end)))
    lines, x = ceiling_words(diagram, frame, sheet)
    y = frame.at(at, start)[1] - 2 - len(lines) * sheet.small * LEADING
    words = left(lines, x, y, sheet.small, MUTED, bold=True)
    title = diagram.ceiling_label or _CEILING
    return (Group(id="ceiling", role="ceiling", title=title, items=(line, *words)),)


def ceiling_words(diagram: Diagram, frame: Frame, sheet: Sheet) -> tuple[tuple[str, ...], float]:
    """Return the words of the ceiling, and the x at which they start."""
    words = diagram.ceiling_label or _CEILING
    if frame.down:
        room = frame.across[1] - frame.across[0]
        return wrap(words, room, sheet.small, bold=True), frame.at(0, frame.across[0])[0] + 2
    first, last = (frame.at(edge, 0)[0] for edge in frame.along)
    lines = wrap(words, max((last - first) / 2, 150.0), sheet.small, bold=True)
    width = max((measure(line, sheet.small, bold=True) for line in lines), default=0.0)
    middle = frame.at(_ceiling_place(diagram.ceiling, frame), 0)[0]
    return lines, max(min(middle - width / 2, last - width), first)


def _ceiling_place(column: str, frame: Frame) -> float:
    _, end = frame.bands[column]
    later = [start for start, _ in frame.bands.values() if start > end]
    if not later:
        return end + 6
    # Beside rows, the words stand between the line and the row above it.
    return end + (min(later) - end) * (0.7 if frame.down else 0.5)


def ceiling_height(diagram: Diagram, frame: Frame, sheet: Sheet, title: Group) -> float:
    """Return the room above the headings that the words of the ceiling need.

    They need none where the title ends to the left of them: they stand beside it.
    """
    if diagram.ceiling not in frame.bands or frame.down:
        return 0.0
    lines, start = ceiling_words(diagram, frame, sheet)
    texts = [item for item in title.items if isinstance(item, Text)]
    if len(lines) == 1 and all(text.left + text.width + 24 < start for text in texts):
        return 2.0
    return len(lines) * sheet.small * LEADING + 8


def draw_title(
    diagram: Diagram | Matrix, x: float, y: float, width: float, sheet: Sheet
) -> tuple[Group, float]:
    """Return the title and the subtitle, and how high they are."""
    lines = wrap(diagram.title, width, sheet.title, bold=True)
    items: list[Item] = [*left(lines, x, y, sheet.title, INK, bold=True)]
    height = len(lines) * sheet.title * LEADING
    if diagram.subtitle:
        small = wrap(diagram.subtitle, width, sheet.heading)
        items += left(small, x, y + height + 2, sheet.heading, MUTED)
        height += 2 + len(small) * sheet.heading * LEADING
    return Group(id="title", role="title", title="", items=tuple(items)), height


def draw_note(
    diagram: Diagram | Matrix, x: float, y: float, width: float, sheet: Sheet
) -> tuple[tuple[Group, ...], float]:
    """Return the line of sources and revision, under a rule, and how high it is."""
    lines = wrap(diagram.note, width, sheet.small)
    if not lines:
        return (), 0.0
    rule = Path(commands=(("M", (x, y)), ("L", (x + width, y))), stroke=RULE, stroke_width=0.75)
    words = left(lines, x, y + 4, sheet.small, MUTED)
    group = Group(id="note", role="note", items=(rule, *words))
    return (group,), 4 + len(lines) * sheet.small * LEADING
