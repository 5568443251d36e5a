"""Diagram to scene as a map: every element once, near what it is linked to, in shaded regions."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from math import ceil, sqrt

from attrs import evolve, field, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Arrow, Box, Cluster, Diagram
from tocmodel.layout.loops.place import draw_loops
from tocmodel.layout.map.arrange import PlacedPiece, arrange, find_pieces
from tocmodel.layout.map.arrows import draw_arrows
from tocmodel.layout.map.boxes import fit_box
from tocmodel.layout.map.kept import KeptRoom, arrange_kept, kept_sheets
from tocmodel.layout.map.overlaps import Size
from tocmodel.layout.map.regions import outline
from tocmodel.layout.map.sheets import ENDLESS, sheets_to_try
from tocmodel.layout.palette import CATEGORIES, Tone
from tocmodel.layout.positions import Positions
from tocmodel.layout.scene import Bounds, Path, Point, Scene, SceneGroup
from tocmodel.layout.sheet import Sheet, Turns
from tocmodel.layout.symbols.arrow_style import HEAD
from tocmodel.layout.symbols.arrow_words import label_lines, label_size
from tocmodel.layout.symbols.boxes import SizedBox
from tocmodel.layout.symbols.diagram_legend import draw_legend
from tocmodel.layout.symbols.unlinked import draw_unlinked
from tocmodel.layout.symbols.whole import draw_boxes, finish_scene
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.text_block import centred
from tocmodel.layout.titles import draw_note, draw_title

_NARROWEST = 420.0
_NAME_WIDTH = 130.0
_MOST_WORDS = 48.0
"""No wider room than this is kept for words of arrows between two boxes."""
_EVENING = (0.0, 0.35, 0.7, 1.0)
"""How evenly the boxes of a map with words are spread, so that it fits a sheet."""
_LITTLE_EVENING = (0.0, 0.15)
"""The same without words, whose arrows lie on one another where boxes are in rows."""
_LOWEST = 60.0
"""Less room than this between the title and the legend is none."""


@frozen(kw_only=True)
class _Map:
    """What a map shows, apart from any sheet.

    Attributes:
        diagram: the diagram.
        linked, unlinked: the boxes with and without an arrow.
        arrows: the arrows between linked boxes, or names of regions.
        region: the region of each linked box.
        regions: those with a linked box.
        links: the ends of every arrow, a box of a region for the region.
        earlier: where the boxes were in an earlier picture, which they keep.
    """

    diagram: Diagram
    linked: tuple[Box, ...]
    unlinked: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    region: Mapping[str, str]
    regions: tuple[Cluster, ...]
    links: tuple[tuple[str, str], ...]
    earlier: Positions | None = None
    _fitted: dict[Sheet, Mapping[str, SizedBox]] = field(factory=dict, init=False, eq=False)

    @cached_property
    def pieces(self) -> tuple[PlacedPiece, ...]:
        """The places of the linked boxes, in wished lengths."""
        return find_pieces(self.links, [box.id for box in self.linked], self.region)

    def boxes(self, sheet: Sheet) -> Mapping[str, SizedBox]:
        """The linked boxes on a sheet; those of larger sheets with the same words are the same."""
        words = evolve(sheet, page="", width=0.0, height=0.0, title=0.0, heading=0.0, margin=0.0)
        if words not in self._fitted:
            self._fitted[words] = {box.id: fit_box(box, sheet) for box in self.linked}
        return self._fitted[words]

    def members(self, region: str) -> tuple[str, ...]:
        """The linked boxes of a region."""
        return tuple(box.id for box in self.linked if self.region.get(box.id) == region)


def place_map(diagram: Diagram, turns: Turns, earlier: Positions | None = None) -> Scene:
    """Return a diagram as a map, on the smallest sheet that has room for it.

    Args:
        diagram: the diagram.
        turns: the sheets for a picture in columns; their pages are those asked for.
        earlier: where its boxes were in an earlier picture, which they keep.
    """
    seen = evolve(_see(diagram), earlier=earlier)
    sheets: Iterable[Sheet] = sheets_to_try(turns)
    if earlier is not None:
        sheets = kept_sheets(sheets, turns, earlier)
    for sheet in chain(sheets, (ENDLESS,)):
        scene = _try_sheet(seen, sheet)
        if scene is not None:
            return scene
    raise TocModelError("this view is larger than a picture can be: draw a smaller one")


def _see(diagram: Diagram) -> _Map:
    known = {box.id for box in diagram.boxes}
    outermost = _outermost(diagram)
    region = {box.id: outermost[box.cluster] for box in diagram.boxes if box.cluster in outermost}
    named = {cluster.id for cluster in diagram.clusters}
    ends = known | named
    arrows = tuple(
        evolve(
            one,
            from_=outermost.get(one.from_, one.from_),
            to=outermost.get(one.to, one.to),
        )
        for one in diagram.arrows
        if one.from_ in ends and one.to in ends
    )
    joined = {end for one in arrows for end in (one.from_, one.to)}
    held = {id_ for id_, name in region.items() if name in joined}
    linked = tuple(box for box in diagram.boxes if box.id in joined or box.id in held)
    ids = [box.id for box in linked]
    first = {
        name: next(id_ for id_ in ids if region.get(id_) == name) for name in sorted(named & joined)
    }
    links = tuple((first.get(one.from_, one.from_), first.get(one.to, one.to)) for one in arrows)
    used = {region[id_] for id_ in ids if id_ in region}
    return _Map(
        diagram=diagram,
        linked=linked,
        unlinked=tuple(box for box in diagram.boxes if box.id not in set(ids)),
        arrows=arrows,
        region=region,
        regions=tuple(one for one in diagram.clusters if one.id in used and not one.parent),
        links=links,
    )


def _outermost(diagram: Diagram) -> dict[str, str]:
    parents = {cluster.id: cluster.parent for cluster in diagram.clusters}
    found: dict[str, str] = {}
    for id_ in parents:
        outer = id_
        while parents.get(outer):
            outer = parents[outer]
        found[id_] = outer
    return found


def _name_of(region: str) -> str:
    """The id of the name of a region among the boxes; no element has an id with a space."""
    return f"name of {region}"


@frozen(kw_only=True)
class _Sizes:
    """The parts of a map on a sheet, before they have places.

    Attributes:
        sheet: the sheet.
        width: of the page.
        title: the title at the top, which ends at ``top``.
        boxes: the linked boxes.
        names: the lines of the name of each region, by the id of the name.
        extents: of each box and name, the width and height with the gap around it.
    """

    sheet: Sheet
    width: float
    title: SceneGroup
    top: float
    boxes: Mapping[str, SizedBox]
    names: Mapping[str, tuple[str, ...]]
    extents: Mapping[str, tuple[float, float]]

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.sheet.margin


def _try_sheet(seen: _Map, sheet: Sheet) -> Scene | None:
    """Return the scene on a sheet, or nothing if the sheet is too small."""
    sizes = _sizes(seen, sheet)
    room = (sizes.inner, sheet.height - sizes.top - _height_below(seen, sizes) - sheet.margin - 14)
    if not sheet.page:
        room = _endless_room(sizes.extents)
    if room[1] < _LOWEST:
        return None
    middles = _middles(seen, sizes, room)
    return None if middles is None else _compose(seen, sizes, middles)


def _middles(seen: _Map, sizes: _Sizes, room: Size) -> dict[str, Point] | None:
    """Return the middle of every box and name within a room; none if the room is too small."""
    members = {_name_of(one.id): seen.members(one.id) for one in seen.regions}
    if seen.earlier is None:
        evening = _EVENING if _has_words(seen.arrows) else _LITTLE_EVENING
        return arrange(seen.pieces, sizes.extents, members, room, _fullest(seen), evening)
    kept = KeptRoom(
        earlier=seen.earlier,
        origin=(sizes.sheet.margin, sizes.top),
        size=room,
        scale=sizes.width / seen.earlier.width,
    )
    names = {_name_of(one.id): one.id for one in seen.regions}
    return arrange_kept(seen.links, sizes.extents, members, names, kept, _fullest(seen))


def _sizes(seen: _Map, sheet: Sheet) -> _Sizes:
    boxes = seen.boxes(sheet)
    names = {_name_of(one.id): _name_lines(one, sheet) for one in seen.regions}
    words = _room_for_words(seen.arrows, sheet)
    extents = {
        id_: (one.width + max(sheet.gap, words[0]), one.height + max(sheet.space, words[1]))
        for id_, one in boxes.items()
    }
    width = sheet.width if sheet.page else _endless_room(extents)[0] + 2 * sheet.margin
    for id_, lines in names.items():
        wide = max(measure(line, sheet.heading, bold=True) for line in lines)
        extents[id_] = (_even(wide) + 18, len(lines) * sheet.heading * LEADING + 14)
    title, high = draw_title(
        seen.diagram, sheet.margin, sheet.margin, width - 2 * sheet.margin, sheet
    )
    return _Sizes(
        sheet=sheet,
        width=width,
        title=title,
        top=sheet.margin + high + 10,
        boxes=boxes,
        names=names,
        extents=extents,
    )


def _even(length: float) -> float:
    """Return an even length, so that a file has the middle of a name to the last digit."""
    return 2.0 * ceil(length / 2)


def _room_for_words(arrows: Sequence[Arrow], sheet: Sheet) -> tuple[float, float]:
    """The gap between boxes that the words of most arrows need; most maps have none."""
    if not _has_words(arrows):
        return 0.0, 0.0
    sizes = [label_size(label_lines(one, _MOST_WORDS, sheet), sheet) for one in arrows if one.label]
    across = max((width for width, _ in sizes), default=0.0)
    down = max((height for _, height in sizes), default=0.0)
    return min(across, _MOST_WORDS) + 2 * HEAD, down + 2 * HEAD


def _has_words(arrows: Sequence[Arrow]) -> bool:
    """Whether most arrows have words, as those of an overview do."""
    worded = sum(bool(one.label) for one in arrows)
    return worded > 0 and 2 * worded >= len(arrows)


def _height_below(seen: _Map, sizes: _Sizes) -> float:
    """The height of the list, the legend, the loops and the note."""
    sheet, inner, diagram = sizes.sheet, sizes.inner, seen.diagram
    heights = (
        draw_unlinked(seen.unlinked, diagram, _area(sheet.margin, 0, inner), sheet)[1],
        draw_legend(diagram, sheet.margin, 0, inner, sheet)[1],
        draw_loops(diagram, (sheet.margin, 0), inner, sheet)[1],
        draw_note(diagram, sheet.margin, 0, inner, sheet)[1],
    )
    return sum(height + 16 for height in heights if height)


def _fullest(seen: _Map) -> float:
    """How much of its room boxes and gaps may take: the less, the more arrows each box has."""
    arrows = len(seen.arrows) / max(len(seen.linked), 1)
    most = 0.8 if _has_words(seen.arrows) else 0.38  # room for words is room for arrows
    return most * min(1.0, 2.2 / max(arrows, 0.1))


def _endless_room(sizes: Mapping[str, tuple[float, float]]) -> tuple[float, float]:
    """A room of the shape of a sheet with eight times the area of the boxes."""
    area = 8 * sum(w * h for w, h in sizes.values())
    width = max(_NARROWEST, float(round(sqrt(area * 1.414))))
    return width, max(300.0, float(round(area / width)))


def _area(x: float, y: float, width: float) -> Bounds:
    return Bounds(x=x, y=y, width=width, height=0.0)


def _name_lines(region: Cluster, sheet: Sheet) -> tuple[str, ...]:
    return wrap(region.title or region.id, _NAME_WIDTH, sheet.heading, bold=True) or (region.id,)


def _compose(seen: _Map, sizes: _Sizes, middles: Mapping[str, Point]) -> Scene | None:
    diagram, sheet = seen.diagram, sizes.sheet
    left, right, high, low = _extent(middles, sizes.extents)
    if seen.earlier is not None:  # they have their places on the page, and not among each other
        left, right, high = 0.0, sizes.inner, 0.0
    spare = max(sizes.inner - (right - left), 0.0) if sheet.page else 0.0
    shift = (sheet.margin - left + spare / 2, sizes.top - high)
    boxes = {
        id_: _bounds(middles[id_], (one.width, one.height), shift)
        for id_, one in sizes.boxes.items()
    }
    labels = {}
    for id_ in sizes.names:
        wide, tall = sizes.extents[id_]
        labels[id_] = _bounds(middles[id_], (wide - 12, tall - 10), shift)
    tones = {one.id: CATEGORIES[n % len(CATEGORIES)] for n, one in enumerate(seen.regions)}
    inside = {**seen.region, **{_name_of(one.id): one.id for one in seen.regions}}
    arrows = draw_arrows(
        [_between_names(one, seen) for one in seen.arrows], {**boxes, **labels}, inside, sheet
    )
    bottom = sizes.top + low - high + 8
    listed, tall = draw_unlinked(
        seen.unlinked, diagram, _area(sheet.margin, bottom, sizes.inner), sheet
    )
    body = [
        sizes.title,
        *(_region(one, seen.members(one.id), boxes, labels, tones[one.id]) for one in seen.regions),
        *arrows,
        *draw_boxes(evolve(diagram, boxes=seen.linked), sizes.boxes, boxes, sheet),
        *(
            _name(
                one, sizes.names[_name_of(one.id)], labels[_name_of(one.id)], tones[one.id], sheet
            )
            for one in seen.regions
        ),
        *listed,
    ]
    return finish_scene(diagram, body, bottom + tall + (12 if tall else 4), sizes.width, sheet)


def _between_names(arrow: Arrow, seen: _Map) -> Arrow:
    """An arrow whose ends at whole regions are the names of these."""
    named = {one.id for one in seen.regions}
    ends = [_name_of(end) if end in named else end for end in (arrow.from_, arrow.to)]
    return evolve(arrow, from_=ends[0], to=ends[1])


def _extent(
    middles: Mapping[str, Point], sizes: Mapping[str, tuple[float, float]]
) -> tuple[float, float, float, float]:
    if not middles:  # nothing is linked: the page has only the list of what is not
        return 0.0, 0.0, 0.0, 0.0
    xs = [(x - sizes[id_][0] / 2, x + sizes[id_][0] / 2) for id_, (x, _) in middles.items()]
    ys = [(y - sizes[id_][1] / 2, y + sizes[id_][1] / 2) for id_, (_, y) in middles.items()]
    return (
        min(a for a, _ in xs),
        max(b for _, b in xs),
        min(a for a, _ in ys),
        max(b for _, b in ys),
    )


def _bounds(middle: Point, size: tuple[float, float], shift: Point) -> Bounds:
    width, height = size
    return Bounds(
        x=round(middle[0] + shift[0] - width / 2, 2),
        y=round(middle[1] + shift[1] - height / 2, 2),
        width=round(width, 2),
        height=round(height, 2),
    )


def _region(
    region: Cluster,
    members: Sequence[str],
    boxes: Mapping[str, Bounds],
    labels: Mapping[str, Bounds],
    tone: Tone,
) -> SceneGroup:
    name = _name_of(region.id)
    inside = [*(boxes[id_] for id_ in members), labels[name]]
    outside = [box for id_, box in {**boxes, **labels}.items() if id_ not in (*members, name)]
    return SceneGroup(
        id=f"region:{region.id}",
        role="region",
        title=region.title or region.id,
        items=(Path(commands=outline(inside, outside), fill=tone.pale),),
        kind=region.id,
    )


def _name(
    region: Cluster, lines: tuple[str, ...], at: Bounds, tone: Tone, sheet: Sheet
) -> SceneGroup:
    top = at.y + (at.height - len(lines) * sheet.heading * LEADING) / 2
    words = centred(lines, at.centre[0], top, sheet.heading, tone.dark, bold=True, behind=tone.pale)
    return SceneGroup(id=f"region-name:{region.id}", role="region-name", items=tuple(words))
