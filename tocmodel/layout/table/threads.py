"""Threads over a table: numbered stops, and lines with a direction from each to the next."""

from collections.abc import Sequence
from math import hypot, sqrt

from tocmodel.layout.palette import CATEGORIES, HEADING_INK, PAPER
from tocmodel.layout.scene import Bounds, Path, PathCommand, Point, Primitive, SceneGroup
from tocmodel.layout.shapes import polygon, rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.table.cells import (
    AFTER_BUBBLE,
    BUBBLE,
    BUBBLE_STEP,
    BUBBLE_TEXT,
    reach_of,
    room_of_stops,
)
from tocmodel.layout.table.grid import LEAD, TRACK, Grid
from tocmodel.layout.table.thread_routes import RouteSegment, StopPosition, ThreadRoutes
from tocmodel.layout.text import LEADING
from tocmodel.layout.text_block import centred
from tocmodel.tables.cell_text import thread_words
from tocmodel.tables.matrix import Matrix

NOT_YET = frozenset({"planned", "hoped", "not-said"})
"""The marks of stops not known to have happened: the line to them is dashed."""
DASH = (4.0, 2.5)
WIDTH = 1.6
_PORT = 3.2
_HEAD = 6.0
_CORNER = 4.0
_INKS = tuple(tone.dark for tone in (CATEGORIES[4], CATEGORIES[1], CATEGORIES[6], CATEGORIES[3]))


def ink_of(thread: int) -> str:
    """Return the colour of a thread; its letter also distinguishes it."""
    return _INKS[thread % len(_INKS)]


def draw_threads(
    matrix: Matrix, grid: Grid, routes: ThreadRoutes, origin: Point, sheet: Sheet
) -> tuple[SceneGroup, ...]:
    """Return each thread as a separate group."""
    groups = []
    for place, (thread, description) in enumerate(thread_words(matrix)):
        segments = [segment for segment in routes.segments if segment.thread == place]
        items: list[Primitive] = []
        for segment in segments:
            items += _draw_segment(matrix, segment, grid, origin, sheet)
        for position in routes.positions[place]:
            items += draw_stop(
                position.label, _centre(matrix, position, grid, origin, sheet), place
            )
        words = "; ".join(f"{label}. {words}" for label, words in description)
        title = f"Story: {thread.title}"
        groups.append(
            SceneGroup(
                id=f"thread:{thread.id}",
                role="thread",
                title=title,
                description=words,
                items=tuple(items),
            )
        )
    return tuple(groups)


def draw_stop(label: str, centre: Point, thread: int) -> list[Primitive]:
    """Return the circle with the number of a stop."""
    x, y = centre
    reach, ink = reach_of(label), ink_of(thread)
    box = Bounds(x=x - reach, y=y - BUBBLE, width=2 * reach, height=2 * BUBBLE)
    ground = Path(commands=rounded(box, BUBBLE), fill=ink, stroke=PAPER, stroke_width=1.0)
    top = y - BUBBLE_TEXT * LEADING / 2 - 0.3
    words = centred((label,), x, top, BUBBLE_TEXT, HEADING_INK, bold=True, behind=ink)
    return [ground, *words]


def _centre(
    matrix: Matrix, position: StopPosition, grid: Grid, origin: Point, sheet: Sheet
) -> Point:
    column, row = matrix.columns[position.column], matrix.rows[position.row]
    cell = grid.cells[row.id, column.id]
    line = cell.lines[position.line]
    room = room_of_stops(line.entry for line in cell.lines) - AFTER_BUBBLE
    x = grid.columns[position.column][0] + sheet.pad + room / 2
    y = grid.rows[position.row][0] + sheet.pad + line.top + BUBBLE + 1 + position.turn * BUBBLE_STEP
    return origin[0] + x, origin[1] + y


def _draw_segment(
    matrix: Matrix, segment: RouteSegment, grid: Grid, origin: Point, sheet: Sheet
) -> tuple[Path, ...]:
    start = _centre(matrix, segment.start, grid, origin, sheet)
    end = _centre(matrix, segment.end, grid, origin, sheet)
    points = _points(segment, start, end, grid, origin)
    ink = ink_of(segment.thread)
    (x, y), (before_x, before_y) = points[-1], points[-2]
    length = hypot(x - before_x, y - before_y) or 1.0
    direction = ((x - before_x) / length, (y - before_y) / length)
    stop = (x - direction[0] * (_HEAD - 1), y - direction[1] * (_HEAD - 1))
    line = Path(
        commands=_rounded([*points[:-1], stop]),
        stroke=ink,
        stroke_width=WIDTH,
        dash=DASH if segment.end.mark in NOT_YET else (),
    )
    return line, arrow_head((x, y), direction, ink)


def arrow_head(tip: Point, direction: Point, ink: str) -> Path:
    """Return the head of a line that ends at a point."""
    back = (tip[0] - direction[0] * _HEAD, tip[1] - direction[1] * _HEAD)
    side = (-direction[1] * 3.2, direction[0] * 3.2)
    corners = ((back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1]))
    return Path(commands=polygon((tip, *corners)), fill=ink)


def _points(
    segment: RouteSegment, start: Point, end: Point, grid: Grid, origin: Point
) -> list[Point]:
    if segment.leaving is None:
        return [(start[0], start[1] + BUBBLE), (end[0], end[1] - BUBBLE)]
    out = (start[0] - _side(segment.start), start[1] + _PORT)
    into = (end[0] - _side(segment.end), end[1] - _PORT)
    along = _beside(segment.start.column, segment.leaving, grid, origin)
    if segment.gap is None or segment.arriving is None:
        return [out, (along, out[1]), (along, into[1]), into]
    row, track = segment.gap
    height = origin[1] + _above(row, track, grid)
    other = _beside(segment.end.column, segment.arriving, grid, origin)
    return [out, (along, out[1]), (along, height), (other, height), (other, into[1]), into]


def _side(position: StopPosition) -> float:
    """From the middle of a stop to where a line meets its left side."""
    return reach_of(position.label) - BUBBLE + sqrt(BUBBLE**2 - _PORT**2)


def _beside(column: int, track: int, grid: Grid, origin: Point) -> float:
    return origin[0] + grid.columns[column][0] - LEAD - track * TRACK


def _above(row: int, track: int, grid: Grid) -> float:
    if row < len(grid.rows):
        return grid.rows[row][0] - 2.5 - track * TRACK
    return grid.rows[-1][1] + 2.5 + track * TRACK


def _rounded(points: Sequence[Point]) -> tuple[PathCommand, ...]:
    """Return the path along some points, with rounded corners."""
    commands: list[PathCommand] = [("M", points[0])]
    for (ax, ay), (x, y), (bx, by) in zip(points, points[1:], points[2:], strict=False):
        before, after = hypot(x - ax, y - ay), hypot(bx - x, by - y)
        r = min(_CORNER, before / 2, after / 2)
        if r < 0.1:
            commands.append(("L", (x, y)))
            continue
        one = (x + (ax - x) * r / before, y + (ay - y) * r / before)
        two = (x + (bx - x) * r / after, y + (by - y) * r / after)
        commands += [("L", one), ("C", (x, y, x, y, *two))]
    commands.append(("L", points[-1]))
    return tuple((letter, tuple(round(n, 2) for n in numbers)) for letter, numbers in commands)
