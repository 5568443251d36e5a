"""Diagram to scene as a table: a row for each group, a column for each stage, boxes in the cells.

It is for logic models that are lists: most boxes have no arrow. The arrows that there are go round
boxes as in a map.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain

from attrs import evolve, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Column, Diagram
from tocmodel.layout.map.arrows import draw_arrows
from tocmodel.layout.map.sheets import A2, A3, A4, ENDLESS
from tocmodel.layout.palette import HEADING_INK, INK, LANE, tone
from tocmodel.layout.scene import Bounds, Path, Primitive, Scene, SceneGroup
from tocmodel.layout.shapes import rectangle, rounded
from tocmodel.layout.sheet import Sheet, Turns
from tocmodel.layout.symbols.boxes import SizedBox, size_box
from tocmodel.layout.symbols.icons import with_icons
from tocmodel.layout.symbols.whole import draw_boxes, finish_scene
from tocmodel.layout.text import LEADING, wrap
from tocmodel.layout.text_block import centred, left
from tocmodel.layout.titles import draw_title
from tocmodel.wording import say

_HEAD = 88.0
"""The width of the names of rows."""
_ABOVE = 4.0
"""From the line above a row to its boxes."""
_MOST_BESIDE = 4


def _close(sheet: Sheet) -> Sheet:
    return evolve(sheet, gap=11, space=8, above=3)


def _closest(sheet: Sheet) -> Sheet:
    return evolve(
        sheet, text=7, small=7, heading=8, gap=9, space=5, above=1.2, narrowest=54, title=13
    )


_TRIED = (
    _close(A4),
    _close(A3),
    evolve(_close(A3), text=8, small=8),
    _closest(A3),
    _close(A2),
    _closest(A2),
)


@frozen(kw_only=True)
class _Grid:
    """The table on a sheet.

    Attributes:
        columns: the stages with boxes.
        rows: the ids of groups, with their titles; empty for what is in none.
        width: of each column.
        beside: how many boxes are side by side in each column.
        boxes: the boxes at the width of their column.
        cells: the boxes of each row and column.
    """

    columns: tuple[Column, ...]
    rows: Mapping[str, str]
    width: float
    beside: Mapping[str, int]
    boxes: Mapping[str, SizedBox]
    cells: Mapping[tuple[str, str], tuple[str, ...]]

    def height(self, row: str, sheet: Sheet) -> float:
        """The height of a row."""
        lead = len(_row_title(self.rows[row], sheet)) * sheet.heading * LEADING + 10
        cells = (
            _cell_height(
                [self.boxes[i] for i in self.cells.get((row, one.id), ())],
                self.beside[one.id],
                sheet,
            )
            for one in self.columns
        )
        return max(lead, *cells) + _ABOVE


def place_table(diagram: Diagram, turns: Turns) -> Scene:
    """Return a diagram as a table, on the smallest sheet that has room for it.

    Args:
        diagram: the diagram.
        turns: the sheets for a picture in columns; their pages are those asked for.
    """
    smallest = min(sheet.width for turn in turns for size in turn for sheet in size)
    tried = (sheet for sheet in _TRIED if sheet.width >= smallest)
    for sheet in chain(tried, (_close(ENDLESS),)):
        scene = _try_sheet(diagram, sheet)
        if scene is not None:
            return scene
    raise TocModelError("this view is larger than a picture can be: draw a smaller one")


def _try_sheet(diagram: Diagram, sheet: Sheet) -> Scene | None:
    width = sheet.width if sheet.page else A2.width
    grid = _grid(diagram, width, sheet)
    title, high = draw_title(diagram, sheet.margin, sheet.margin, width - 2 * sheet.margin, sheet)
    top = sheet.margin + high + 8
    head = max(len(_heading(one, grid.width, sheet)) for one in grid.columns)
    head_height = head * sheet.heading * LEADING + 8
    heights = [grid.height(row, sheet) for row in grid.rows]
    tops = [top + head_height + 8 + used for used in accumulate(heights, initial=0.0)]
    if tops[-1] > sheet.height:
        return None
    places = _places(grid, tops, sheet)
    arrows = [one for one in diagram.arrows if one.from_ in places and one.to in places]
    body = [
        title,
        *_bands(diagram, grid, (top, head_height, tops[-1]), sheet),
        *_row_names(grid, tops, width, sheet),
        *draw_arrows(arrows, places, {}, sheet, close=True),
        *draw_boxes(diagram, grid.boxes, places, sheet),
    ]
    return finish_scene(diagram, body, tops[-1] + 8, width, sheet)


def _grid(diagram: Diagram, width: float, sheet: Sheet) -> _Grid:
    used = {box.column for box in diagram.boxes}
    columns = tuple(one for one in diagram.columns if one.id in used)
    outer = _outermost(diagram)
    row = {box.id: outer.get(box.cluster, "") for box in diagram.boxes}
    titles = {one.id: one.title or one.id for one in diagram.clusters if not one.parent}
    rows = {id_: title for id_, title in titles.items() if id_ in set(row.values())}
    if "" in row.values():
        rows[""] = say("lane-no-group") if rows else ""
    room = (width - 2 * sheet.margin - _HEAD) / len(columns)
    beside = {one.id: _beside(diagram, one, row, room, sheet) for one in columns}
    boxes = {
        box.id: size_box(box, _box_width(room, beside[box.column], sheet), sheet)
        for box in diagram.boxes
    }
    cells: dict[tuple[str, str], tuple[str, ...]] = {}
    for box in diagram.boxes:
        key = (row[box.id], box.column)
        cells[key] = (*cells.get(key, ()), box.id)
    return _Grid(columns=columns, rows=rows, width=room, beside=beside, boxes=boxes, cells=cells)


def _outermost(diagram: Diagram) -> dict[str, str]:
    parents = {one.id: one.parent for one in diagram.clusters}
    found: dict[str, str] = {}
    for id_ in parents:
        outer = id_
        while parents.get(outer):
            outer = parents[outer]
        found[id_] = outer
    return found


def _box_width(room: float, beside: int, sheet: Sheet) -> float:
    return round((room - sheet.gap) / beside - sheet.gap, 1)


def _beside(
    diagram: Diagram, column: Column, row: Mapping[str, str], room: float, sheet: Sheet
) -> int:
    """How many boxes side by side make a column lowest."""
    best, least = 1, float("inf")
    for beside in range(1, _MOST_BESIDE + 1):
        width = _box_width(room, beside, sheet)
        if width < sheet.narrowest and beside > 1:
            break
        groups: dict[str, list[SizedBox]] = {}
        for box in diagram.boxes:
            if box.column == column.id:
                groups.setdefault(row[box.id], []).append(size_box(box, width, sheet))
        height = sum(_cell_height(group, beside, sheet) for group in groups.values())
        if height < least:
            best, least = beside, height
    return best


def _cell_height(boxes: Sequence[SizedBox], beside: int, sheet: Sheet) -> float:
    lines = [boxes[start : start + beside] for start in range(0, len(boxes), beside)]
    return sum(max(box.height for box in line) + sheet.space for line in lines)


def _places(grid: _Grid, tops: Sequence[float], sheet: Sheet) -> dict[str, Bounds]:
    found: dict[str, Bounds] = {}
    for row, top in zip(grid.rows, tops, strict=False):
        for number, column in enumerate(grid.columns):
            x = sheet.margin + _HEAD + number * grid.width + sheet.gap
            y = top + _ABOVE
            ids = grid.cells.get((row, column.id), ())
            beside = grid.beside[column.id]
            for start in range(0, len(ids), beside):
                line = [grid.boxes[id_] for id_ in ids[start : start + beside]]
                for place, box in enumerate(line):
                    found[box.box.id] = Bounds(
                        x=round(x + place * (box.width + sheet.gap), 2),
                        y=round(y, 2),
                        width=box.width,
                        height=box.height,
                    )
                y += max(box.height for box in line) + sheet.space
    return found


def _heading(column: Column, width: float, sheet: Sheet) -> tuple[str, ...]:
    return wrap(column.title, width - 16, sheet.heading, bold=True) or (column.id,)


def _row_title(title: str, sheet: Sheet) -> tuple[str, ...]:
    return wrap(title, _HEAD - 12, sheet.heading, bold=True)


def _bands(
    diagram: Diagram, grid: _Grid, extent: tuple[float, float, float], sheet: Sheet
) -> list[SceneGroup]:
    """The columns: a pale band each, with its heading above."""
    top, height, bottom = extent
    groups = []
    for number, column in enumerate(grid.columns):
        x = sheet.margin + _HEAD + number * grid.width + 2
        shade = tone(column.id, diagram.colours)
        head = Bounds(x=x, y=top, width=grid.width - 4, height=height)
        band = Bounds(x=x - 2, y=top + height + 2, width=grid.width, height=bottom - top - height)
        lines = _heading(column, grid.width, sheet)
        start = top + (height - len(lines) * sheet.heading * LEADING) / 2
        words = centred(
            lines, head.centre[0], start, sheet.heading, HEADING_INK, bold=True, behind=shade.dark
        )
        items: tuple[Primitive, ...] = (
            Path(commands=rectangle(band), fill=shade.pale),
            Path(commands=rounded(head, 4), fill=shade.dark),
            *words,
        )
        groups.append(
            SceneGroup(
                id=f"column:{column.id}",
                role="column",
                title=column.title,
                items=items,
                bounds=band,
            )
        )
    return list(with_icons(groups)) if diagram.icons else groups


def _row_names(grid: _Grid, tops: Sequence[float], width: float, sheet: Sheet) -> list[SceneGroup]:
    """The names of rows, each under a line across the page."""
    groups = []
    for row, top, bottom in zip(grid.rows, tops, tops[1:], strict=False):
        lines = _row_title(grid.rows[row], sheet)
        area = Bounds(x=sheet.margin, y=top, width=width - 2 * sheet.margin, height=bottom - top)
        rule = Path(
            commands=(("M", (area.x, top)), ("L", (area.right, top))),
            stroke=LANE.dark,
            stroke_width=0.8,
        )
        words = left(lines, area.x, top + 5, sheet.heading, INK, bold=True)
        groups.append(
            SceneGroup(
                id=f"lane:{row or 'none'}",
                role="lane",
                title=grid.rows[row],
                items=(rule, *words),
                bounds=area,
            )
        )
    return groups
