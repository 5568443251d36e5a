"""Where the boxes of a diagram were in an earlier picture, so that a new one can keep their places.

What was drawn is the record: a box is known by the id of its element, and a column or a lane by its
own. A box that is in another column or lane now has no former place.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from attrs import field, frozen

from tocmodel.diagram.model import Box, Diagram
from tocmodel.layout.scene import Bounds, Path, Point, Scene, SceneGroup, Text
from tocmodel.layout.sheet import PAPER_SIZES
from tocmodel.layout.text import ASCENT, LEADING
from tocmodel.self_describing import SelfDescribing

_DOT = 10.0
"""What is narrower is no box, but the dot before a name in a list."""
_SAME_SLOT = 1.0
"""How far apart the middles of boxes in one slot may be, in points."""
_SAME_PLACE = 0.5
"""How far a box of a map may be from its former place, in points."""


@frozen(kw_only=True)
class Positions(SelfDescribing):
    """Where the boxes of a diagram were in an earlier picture, in points from its top left corner.

    Attributes:
        width, height: the size of that picture, without a logo.
        boxes: by the id of an element, the rectangle of its box, if it may have that place again.
        names: by the id of a region of a map, the middle of its name.
        moved: the ids of boxes that are in another column or lane now.
        gone: the titles of boxes that the diagram no longer has.
        named: the ids of boxes that were only names in a list.
        in_columns: whether the picture has columns, or rows; a map has none.
        down: whether its columns are rows, one below the other.
    """

    width: float
    height: float
    boxes: Mapping[str, Bounds] = field(factory=dict)
    names: Mapping[str, Point] = field(factory=dict)
    moved: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    in_columns: bool = True
    down: bool = False

    @property
    def page(self) -> str:
        """The smallest sheet of paper that holds the picture; empty if none does.

        >>> Positions(width=800, height=590).page, Positions(width=590, height=800).page
        ('A4', 'A4 portrait')
        """
        for name, (long, short) in PAPER_SIZES.items():
            if self.width <= long and self.height <= short:
                return name
            if self.width <= short and self.height <= long:
                return f"{name} portrait"
        return ""

    def along(self, id_: str) -> float:
        """Return where the middle of a box is in the reading direction."""
        return self.boxes[id_].centre[self.down]

    def across(self, id_: str) -> float:
        """Return where the middle of a box is across the reading direction."""
        return self.boxes[id_].centre[not self.down]

    def slots(self, ids: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return boxes as they stand: those in line with each other together, in their order.

        >>> box = Bounds(x=0, y=40, width=90, height=30)
        >>> boxes = {"late": box, "fed": Bounds(x=0, y=0, width=90, height=30)}
        >>> Positions(width=800, height=500, boxes=boxes).slots(boxes)
        (('fed', 'late'),)
        """
        found: list[list[str]] = []
        for id_ in sorted(ids, key=lambda one: (self.along(one), one)):
            if not found or self.along(id_) - self.along(found[-1][-1]) > _SAME_SLOT:
                found.append([])
            found[-1].append(id_)
        return tuple(tuple(sorted(slot, key=lambda one: (self.across(one), one))) for slot in found)

    def keep(self, earlier: "Positions") -> bool:
        """Whether every box that an earlier picture has too is in the same place as there.

        In columns, a place is a slot and the order in it; on a map, it is a point of the sheet.
        """
        if (self.page, self.down, self.in_columns) != (
            earlier.page,
            earlier.down,
            earlier.in_columns,
        ):
            return False
        both = [id_ for id_ in self.boxes if id_ in earlier.boxes]
        if self.in_columns:
            return self.slots(both) == earlier.slots(both)
        pairs = [(self.boxes[id_].centre, earlier.boxes[id_].centre) for id_ in both]
        pairs += [
            (self.names[id_], earlier.names[id_]) for id_ in self.names.keys() & earlier.names
        ]
        return all(max(abs(x - x2), abs(y - y2)) <= _SAME_PLACE for (x, y), (x2, y2) in pairs)


def has_places(diagram: Diagram) -> bool:
    """Whether boxes have places to keep: in a table, these follow from the order of the file."""
    return bool(diagram.boxes) and diagram.layout in ("stages", "map")


def can_keep(diagram: Diagram, earlier: Positions) -> bool:
    """Whether a diagram can keep positions: both have columns, or both are maps."""
    return has_places(diagram) and earlier.in_columns == (diagram.layout == "stages")


def positions_in(scene: Scene, diagram: Diagram) -> Positions:
    """Return where the boxes of a diagram are in a picture, which may be an earlier one.

    Args:
        scene: the picture.
        diagram: the diagram as it is now.
    """
    titles = {box.id: box.text or box.id for box in diagram.boxes}
    every = dict(_known(scene.find("box"), titles))
    drawn = [group for group in scene.find("box") if _is_outlined(group)]
    found = {id_: group for id_, group in every.items() if _is_outlined(group)}
    columns = dict(_known(scene.find("column"), {one.id: one.title for one in diagram.columns}))
    lanes = dict(_known(scene.find("lane"), {one.id: one.title for one in diagram.lanes}))
    down = _is_down(list(columns.values()))
    column_at, lane_at = _finder(columns, along=down), _finder(lanes, along=not down)
    boxes: dict[str, Bounds] = {}
    moved: list[str] = []
    for box in diagram.boxes:
        if box.id not in found:
            continue
        at = _outline(found[box.id])
        if columns and (column_at(at), lane_at(at)) != (box.column, _lane(box, diagram)):
            moved.append(box.id)
        else:
            boxes[box.id] = at
    ids = {id(group) for group in found.values()}
    return Positions(
        width=scene.width,
        height=_lowest(scene),
        boxes=boxes,
        names=dict(_names(scene)),
        moved=tuple(moved),
        gone=tuple(_title(group) for group in drawn if id(group) not in ids),
        named=tuple(id_ for id_ in every if id_ not in found),
        in_columns=bool(scene.find("column")),
        down=down,
    )


def _known(
    groups: Sequence[SceneGroup], titles: Mapping[str, str]
) -> Iterator[tuple[str, SceneGroup]]:
    """Yield the group of each thing with a title: by its id, or by the title if a file has no id.

    An id with a slash or a space is a number in an SVG.
    """
    by_id = {group.id.partition(":")[2]: group for group in reversed(groups)}
    by_title = {_title(group): group for group in reversed(groups)}
    for id_, title in titles.items():
        group = by_id.get(id_) or by_title.get(title)
        if group is not None:
            yield id_, group


def _title(group: SceneGroup) -> str:
    """Return the words of a group without its kind: ``Outcome: Children are fed``."""
    _, colon, title = group.title.partition(": ")
    return title if colon and group.role == "box" else group.title


def _is_outlined(group: SceneGroup) -> bool:
    """Whether a group is a box, and not a name with a dot."""
    return _outline(group).width > _DOT


def _outline(group: SceneGroup) -> Bounds:
    """Return the rectangle of the first path of a group: an outline, or a band."""
    paths = (item.bounds for item in group.items if isinstance(item, Path))
    return next(paths, Bounds(x=0.0, y=0.0, width=0.0, height=0.0))


def _is_down(columns: Sequence[SceneGroup]) -> bool:
    """Whether columns are rows: one below the other."""
    tops = [_outline(column).y for column in columns]
    return bool(tops) and max(tops) - min(tops) > _SAME_SLOT


def _finder(groups: Mapping[str, SceneGroup], *, along: bool) -> Callable[[Bounds], str]:
    """Return a function for the band that a box is in; empty where it is in none.

    Args:
        groups: the bands.
        along: whether they are one below the other, and not side by side.
    """
    extents = {}
    for id_, group in groups.items():
        areas = [item.bounds for item in group.items if isinstance(item, Path)]
        sides = [(one.y, one.bottom) if along else (one.x, one.right) for one in areas]
        extents[id_] = min(a for a, _ in sides), max(b for _, b in sides)

    def find(box: Bounds) -> str:
        middle = box.centre[along]
        return next((id_ for id_, (a, b) in extents.items() if a < middle < b), "")

    return find


def _lane(box: Box, diagram: Diagram) -> str:
    """Return the lane that a box is drawn in: without one of its own, the last."""
    known = [lane.id for lane in diagram.lanes]
    return box.lane if box.lane in known else known[-1] if known else ""


def _lowest(scene: Scene) -> float:
    groups = (group for group in scene.groups if group.role != "logo")
    areas = (item.bounds for item in chain.from_iterable(group.items for group in groups))
    return max((area.bottom for area in areas), default=0.0)


def _names(scene: Scene) -> Iterator[tuple[str, Point]]:
    """Yield the middle of the name of each region."""
    for group in scene.find("region-name"):
        lines = [item for item in group.items if isinstance(item, Text)]
        if lines:
            first, size = lines[0], lines[0].size
            middle = first.y - size * ASCENT + len(lines) * size * LEADING / 2
            yield group.id.partition(":")[2], (first.x, middle)
