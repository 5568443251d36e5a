"""The arrows of a map: dark within a region, pale between two, each sign at a place of its own."""

from collections.abc import Iterator, Mapping, Sequence

from tocmodel.diagram.model import Arrow
from tocmodel.layout.map.field import CostField
from tocmodel.layout.map.routes import MapRoute, RouteFinder
from tocmodel.layout.map.signs import SIGN, SignPlaces, place_signs
from tocmodel.layout.marks import row_bounds, row_of_marks
from tocmodel.layout.scene import Bounds, PathCommand, Point, Primitive, SceneGroup
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.arrow_style import (
    DELAY,
    Stroke,
    arrow_group,
    at_start,
    delay_mark,
    draft_mark,
    head,
    line_end,
    mark,
    shaft,
    stroke_between,
    stroke_of,
)
from tocmodel.layout.symbols.arrow_words import draw_label, label_lines, label_size
from tocmodel.layout.symbols.change_marks import change_mark, changed_line

_WORDS = 76.0
"""The width of the words of an arrow."""


def draw_arrows(
    arrows: Sequence[Arrow],
    boxes: Mapping[str, Bounds],
    regions: Mapping[str, str],
    sheet: Sheet,
    *,
    close: bool = False,
) -> tuple[SceneGroup, ...]:
    """Return every arrow as a group: those between regions first, below the others.

    Args:
        arrows: the arrows whose two ends are among the boxes.
        boxes: every box and every name of a region, by id.
        regions: the region of each box.
        sheet: the sizes of text.
        close: the boxes are close together, and lines may come near to them.
    """
    field = CostField(boxes, 0.6, 1.2) if close else CostField(boxes, 2.0)
    signed = {n for n, one in enumerate(arrows) if stroke_of(one).mark}
    finder = RouteFinder([(one.from_, one.to) for one in arrows], boxes, field, sideways=close)
    finder.choose_all(signed)
    places, signs = place_signs(finder, signed)
    routes = finder.routes
    across = [
        regions.get(one.from_, "") != regions.get(one.to, "") and bool(regions) for one in arrows
    ]
    order = sorted(range(len(arrows)), key=lambda n: (len(routes[n].points), n))
    drawn = {
        n: _draw(arrows[n], n, routes[n], signs.get(n), places, sheet, is_across=across[n])
        for n in order
    }
    return tuple(drawn[n] for n in sorted(drawn, key=lambda n: (not across[n], arrows[n].main, n)))


def _draw(
    arrow: Arrow,
    number: int,
    route: MapRoute,
    sign: Point | None,
    places: SignPlaces,
    sheet: Sheet,
    *,
    is_across: bool,
) -> SceneGroup:
    stroke = stroke_of(arrow)
    line = stroke_between(stroke) if is_across and not arrow.main else stroke
    commands = _shortened(route, line)
    items: list[Primitive] = [
        *(changed_line(path, arrow.change) for path in shaft(line, commands)),
        *head(line, route.tip, route.unit),
    ]
    if stroke.tail:
        items += head(at_start(line), route.commands[0][1], route.start_unit)  # type: ignore[arg-type]
    if sign is not None:
        items += mark(stroke, sign)
    items += _marks(arrow, number, route, stroke, places)
    items += _words(arrow, number, route, places, sheet)
    return arrow_group(arrow, items)


def _marks(
    arrow: Arrow, number: int, route: MapRoute, stroke: Stroke, places: SignPlaces
) -> Iterator[Primitive]:
    """Draw what is on an arrow besides its sign."""

    def place(size: tuple[float, float], *, back: bool = False) -> Point:
        found = places.find(number, route.points, size, back=back)
        return found or places.least_crossed(number, route.points, size, back=back)[0]

    if arrow.delay:
        yield from delay_mark(stroke, *places.on_line(number, route.points, (DELAY, DELAY)))
    if stroke.tail_mark:
        yield from mark(at_start(stroke), place(SIGN, back=True))
    if stroke.guess == "drafted":
        yield from draft_mark(stroke, place((11.0, 9.0)))
    if arrow.evidence:
        area = row_bounds(arrow.evidence, (0.0, 0.0))
        at = place((area.width, area.height), back=True)
        yield from row_of_marks(arrow.evidence, at, stroke.colour)
    if arrow.change:
        yield from change_mark(arrow.change, place((11.0, 11.0), back=True), stroke.colour)


def _words(
    arrow: Arrow, number: int, route: MapRoute, places: SignPlaces, sheet: Sheet
) -> Iterator[Primitive]:
    lines = label_lines(arrow, _WORDS, sheet)
    if lines:
        spot, _ = places.on_line(number, route.points, label_size(lines, sheet))
        yield from draw_label(lines, spot, sheet)


def _shortened(route: MapRoute, stroke: Stroke) -> tuple[PathCommand, ...]:
    """The line of a route without the part that its head covers, at both ends."""
    back = line_end(stroke)
    (x, y), (dx, dy) = route.tip, route.unit
    letter, numbers = route.commands[-1]
    end = (round(x - dx * back, 2), round(y - dy * back, 2))
    commands = [*route.commands[:-1], (letter, (*numbers[:-2], *end))]
    if stroke.tail:
        off = line_end(at_start(stroke))
        (x, y), (dx, dy) = route.points[0], route.start_unit
        commands[0] = ("M", (round(x - dx * off, 2), round(y - dy * off, 2)))
    return tuple(commands)
