"""The frames around clusters of boxes, and their names."""

from collections.abc import Collection, Iterable, Mapping

from attrs import evolve

from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow.constraints import GroupPath
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.palette import INK, MUTED, PAPER
from tocmodel.layout.scene import Bounds, Path, PathCommand, Point, SceneGroup, Text
from tocmodel.layout.shapes import rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.clearings import points_along
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.text_block import left

_RADIUS = 6.0
_GAP = 5.0
"""The room at each side of the ceiling where it runs through a frame."""
_CLEAR = 3.0
"""The room between a name and a line beside it."""
_NARROWER = (1.0, 0.7, 0.55, 0.4)
"""The shares of its width that a name is wrapped to, until it has room."""


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
    frame: Frame, titles: Mapping[GroupPath, tuple[str, ...]], ceiling: float | None
) -> tuple[SceneGroup, ...]:
    """Return the frames of the clusters, outer ones first; the line of a ceiling parts them."""
    frames = []
    for number, group in enumerate(_outer_first(frame)):
        bounds = frame.bounds(*frame.clusters[group])
        outline = rounded(bounds, _RADIUS)
        if ceiling is not None and is_beyond(bounds, ceiling, down=frame.down):
            outline = parted(bounds, ceiling, down=frame.down)
        frames.append(
            SceneGroup(
                id=f"cluster:{number}",
                role="cluster",
                title=" ".join(titles[group]),
                items=(Path(commands=outline, stroke=MUTED, stroke_width=1.1),),
                bounds=bounds,
                kind=group[-1].split(" cluster ", 1)[1],
            )
        )
    return tuple(frames)


def draw_cluster_names(
    frame: Frame,
    titles: Mapping[GroupPath, tuple[str, ...]],
    lines: Iterable[SceneGroup],
    boxes: Collection[Bounds],
    sheet: Sheet,
) -> tuple[SceneGroup, ...]:
    """Return the names of the clusters, at the head of each where no line runs.

    They are drawn above the arrows, on a white ground.

    Args:
        frame: the frame of the picture.
        titles: the words of each name.
        lines: the arrows, and the ceiling, whose first item is a line.
        boxes: the places of all boxes.
        sheet: the sheet.
    """
    paths = (item for one in lines for item in one.items[:1] if isinstance(item, Path))
    spots = [spot for path in paths for spot in points_along(path.commands)]
    names = []
    for number, group in enumerate(_outer_first(frame)):
        bounds = frame.bounds(*frame.clusters[group])
        words, ground = _name(titles[group], bounds, spots, boxes, sheet)
        text = left(words, ground.x + 4, ground.y + 0.5, sheet.small, INK, bold=True)
        items: tuple[Path | Text, ...] = (Path(commands=rounded(ground, 3), fill=PAPER), *text)
        names.append(SceneGroup(id=f"cluster-name:{number}", role="cluster-name", items=items))
    return tuple(names)


def _outer_first(frame: Frame) -> list[GroupPath]:
    return sorted(frame.clusters, key=lambda group: (len(group), group))


def _name(
    words: tuple[str, ...],
    bounds: Bounds,
    spots: Collection[Point],
    boxes: Collection[Bounds],
    sheet: Sheet,
) -> tuple[tuple[str, ...], Bounds]:
    """Return the lines of a name and its ground: narrower where a line leaves no other room."""
    usual = _ground(words, bounds, sheet)
    for share in _NARROWER:
        lines = words
        if share < 1:
            lines = wrap(" ".join(words), usual.width * share - 8, sheet.small, bold=True)
        if place := _clear(_ground(lines, bounds, sheet), bounds, spots, boxes):
            return lines, place
    return words, usual


def _ground(words: tuple[str, ...], bounds: Bounds, sheet: Sheet) -> Bounds:
    """Return the ground of a name at the top left of its frame."""
    width = max((measure(line, sheet.small, bold=True) for line in words), default=0.0) + 8
    height = len(words) * sheet.small * LEADING + 1
    return Bounds(x=bounds.x + 4, y=bounds.y + 2.5, width=width, height=height)


def _clear(
    ground: Bounds, bounds: Bounds, spots: Iterable[Point], boxes: Iterable[Bounds]
) -> Bounds | None:
    """Return the first place along the head of a frame without a line or a box, if any."""
    start, end = ground.y - _CLEAR, ground.bottom + _CLEAR
    taken = [(x, x) for x, y in spots if start < y < end]
    taken += [
        (box.x, box.right) for box in boxes if box.y < ground.bottom and ground.y < box.bottom
    ]
    at = ground.x
    for begin, stop in sorted(taken):
        if at - _CLEAR < stop and begin < at + ground.width + _CLEAR:
            at = stop + _CLEAR
    return evolve(ground, x=round(at, 2)) if at + ground.width <= bounds.right - 2 else None


def is_beyond(bounds: Bounds, ceiling: float, *, down: bool) -> bool:
    """Whether a frame is on both sides of a ceiling."""
    start, end = (bounds.y, bounds.bottom) if down else (bounds.x, bounds.right)
    return start < ceiling < end


def parted(bounds: Bounds, ceiling: float, *, down: bool) -> tuple[PathCommand, ...]:
    """Return the outline of a frame with a gap where the line of a ceiling runs."""
    before, after = ceiling - _GAP, ceiling + _GAP
    if down:
        first = rounded(evolve(bounds, height=before - bounds.y), _RADIUS, (0, 1))
        low = evolve(bounds, y=after, height=bounds.bottom - after)
        second = rounded(low, _RADIUS, (2, 3))
        opened = (*first[:5], ("M", first[5][1]), ("L", first[0][1]))
        return (*opened, ("M", second[1][1]), *second[2:-1], ("L", second[0][1]))
    first = rounded(evolve(bounds, width=before - bounds.x), _RADIUS, (0, 3))
    right = evolve(bounds, x=after, width=bounds.right - after)
    opened = (*first[:3], ("M", first[3][1]), *first[4:-1], ("L", first[0][1]))
    return (*opened, *rounded(right, _RADIUS, (1, 2))[:-1])
