"""Matrix to scene: headings, cells, shades and threads, each with its place on a page."""

from collections.abc import Mapping, Sequence

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.matrix import Matrix
from tocmodel.diagram.matrix_entries import Entry, Place, entries
from tocmodel.layout import furniture
from tocmodel.layout.legend import place_legend
from tocmodel.layout.lettering import Lettering, lettered
from tocmodel.layout.matrix_drawing import draw_cells, draw_column_heads, draw_row_heads
from tocmodel.layout.matrix_grid import TRACK, make_grid
from tocmodel.layout.matrix_legend import samples_of
from tocmodel.layout.matrix_routes import Routes, find_routes
from tocmodel.layout.matrix_threads import draw_threads
from tocmodel.layout.outlines import outlined
from tocmodel.layout.scene import Group, Scene
from tocmodel.layout.sheet import A3_ROOMY, A4, ENDLESS, Sheet, require_page
from tocmodel.layout.typefaces import Typeface

MOST_CELLS = 40_000
"""A table of more cells is no picture any more."""
MOST_HEADINGS = 5_000
MOST_LINES = 3_000
MOST_STOPS = 1_000
"""Nor is one with more rows and columns, words in its cells or stops, however few its cells are."""
_NARROWEST = 420.0

_A4 = evolve(A4, gap=4, pad=5, heading=9.5, text=9, lane_side=150, widest=150)
_A3 = evolve(A3_ROOMY, gap=4, pad=6, heading=10.5, text=10, small=9, lane_side=150, widest=150)
_ENDLESS = evolve(
    ENDLESS, gap=4, pad=4, heading=10, text=10, small=9, lane_side=270, widest=200, tight=True
)


def _turns(sheet: Sheet) -> tuple[Sheet, ...]:
    """One sheet in several ways: at ease, without what headings mean, closer; upright at last."""
    close = evolve(sheet, tight=True, pad=3, gap=3, margin=18, text=9, heading=9)
    dense = evolve(close, pad=2, gap=2, lane_side=270, widest=215)
    narrow = evolve(dense, lane_side=190)
    ways = (sheet, close, dense, narrow)
    return (*ways, *(way.upright() for way in ways))


_SHEETS = {"A4": _turns(_A4), "A3": _turns(_A3)}


def layout_matrix(
    matrix: Matrix, *, page: str | None = None, typefaces: Sequence[Typeface] = ()
) -> Scene:
    """Place a table on a page; no engine is needed.

    Args:
        matrix: the table.
        page: ``A4`` or ``A3`` for that sheet if the table fits it at all, else the next larger
            one; without it, the smaller of both that works.
        typefaces: fonts that draw what they have; the bundled font draws the rest.

    Raises:
        TocModelError: there is no such page, or the table has more in it than a picture can hold.
    """
    require_page(page)
    _refuse_what_is_too_large(matrix)
    lettering = Lettering(typefaces=tuple(typefaces), language=matrix.language)
    with lettered(lettering):
        return outlined(_place(matrix, page), lettering)


def _place(matrix: Matrix, page: str | None) -> Scene:
    lines = entries(matrix)
    routes = find_routes(matrix, lines)
    names = ("A3",) if page == "A3" else ("A4", "A3")
    for sheet in (sheet for name in names for sheet in _SHEETS[name]):
        scene = _try_sheet(matrix, lines, routes, sheet)
        if scene is not None:
            return scene
    scene = _try_sheet(matrix, lines, routes, _ENDLESS)
    if scene is None:
        raise TocModelError("this table is larger than a picture can be: save it as csv or html")
    return scene


def _refuse_what_is_too_large(matrix: Matrix) -> None:
    rows, columns = len(matrix.rows), len(matrix.columns)
    lines = sum(len(cell.texts) for cell in matrix.cells if cell.texts != cell.marks)
    stops = sum(len(thread.stops) for thread in matrix.threads)
    for count, most, things in (
        (rows * columns, MOST_CELLS, "cells"),
        (rows + columns, MOST_HEADINGS, "rows and columns"),
        (lines, MOST_LINES, "lines in its cells"),
        (stops, MOST_STOPS, "steps of stories"),
    ):
        if count > most:
            raise TocModelError(
                f"this table has {count:,} {things}, and a picture can hold {most:,}: save it as "
                "csv or html, or show fewer rows or columns"
            )


def _try_sheet(
    matrix: Matrix, lines: Mapping[Place, Sequence[Entry]], routes: Routes, sheet: Sheet
) -> Scene | None:
    """Return the scene on a sheet, or nothing when it is too small."""
    grid = make_grid(matrix, lines, routes, sheet)
    if grid is None or grid.height > sheet.height:
        return None
    width = max(grid.width + 2 * sheet.margin, _NARROWEST)
    inner = width - 2 * sheet.margin
    title, high = furniture.draw_title(matrix, sheet.margin, sheet.margin, inner, sheet)
    origin = (sheet.margin, sheet.margin + high + 12)
    body: list[Group] = [
        title,
        *draw_column_heads(matrix, grid, origin, sheet),
        *draw_row_heads(matrix, grid, origin, sheet),
        *draw_cells(matrix, grid, origin, sheet),
        *draw_threads(matrix, grid, routes, origin, sheet),
    ]
    bottom = origin[1] + grid.height + TRACK * routes.above[-1] + 14
    legend, high = place_legend(samples_of(matrix, lines), sheet.margin, bottom, inner, sheet)
    bottom += high + 10 if high else 0.0
    note, high = furniture.draw_note(matrix, sheet.margin, bottom, inner, sheet)
    height = bottom + high + sheet.margin * 0.7
    if height > sheet.height or width > sheet.width:
        return None
    return Scene(
        width=round(width, 2),
        height=round(height, 2),
        page=sheet.page,
        title=matrix.title,
        description=matrix.description,
        language=matrix.language,
        date=matrix.date,
        groups=(*body, *legend, *note),
    )
