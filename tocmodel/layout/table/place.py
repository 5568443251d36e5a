"""Matrix to scene: headings, cells, shades and threads, each with its position on a page."""

from collections.abc import Mapping, Sequence
from itertools import chain

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.layout.fonts.lettering import Lettering, use_lettering
from tocmodel.layout.fonts.outlines import with_outlines
from tocmodel.layout.fonts.typefaces import Typeface
from tocmodel.layout.legend import place_legend
from tocmodel.layout.poster import on_poster
from tocmodel.layout.scene import Scene, SceneGroup
from tocmodel.layout.sheet import A3_ROOMY, A4, ENDLESS, PAPER_PAGES, POSTERS, Sheet, require_page
from tocmodel.layout.table.cells import is_token
from tocmodel.layout.table.draw import draw_cells, draw_column_heads, draw_row_heads
from tocmodel.layout.table.grid import TRACK, make_grid
from tocmodel.layout.table.legend import samples_of
from tocmodel.layout.table.thread_routes import ThreadRoutes, find_routes
from tocmodel.layout.table.threads import draw_threads
from tocmodel.layout.text import LEADING, width_of_words
from tocmodel.layout.titles import draw_note, draw_title
from tocmodel.tables.cell_lines import CellKey, CellLine, cell_lines
from tocmodel.tables.matrix import Matrix

MOST_CELLS = 40_000
"""The most cells in a picture of a table."""
MOST_HEADINGS = 5_000
MOST_LINES = 3_000
MOST_STOPS = 1_000
"""The most rows and columns, lines in cells, and stops, however few the cells."""
_NARROWEST = 420.0

_A4 = evolve(A4, gap=4, pad=5, heading=9.5, text=9, lane_side=150, widest=150)
_A3 = evolve(A3_ROOMY, gap=4, pad=6, heading=10.5, text=10, small=9, lane_side=150, widest=150)
_ENDLESS = evolve(
    ENDLESS, gap=4, pad=4, heading=10, text=10, small=9, lane_side=270, widest=200, tight=True
)


def _turns(sheet: Sheet) -> tuple[Sheet, ...]:
    """One sheet in several ways: roomy, without meanings of headings, tighter, and last upright."""
    close = evolve(sheet, tight=True, pad=3, gap=3, margin=18, text=9, heading=9)
    dense = evolve(close, pad=2, gap=2, lane_side=270, widest=215)
    narrow = evolve(dense, lane_side=190)
    attempts = (sheet, close, dense, narrow)
    return (*attempts, *(attempt.upright() for attempt in attempts))


_SHEETS = {"A4": _turns(_A4), "A3": _turns(_A3)}
_A2 = evolve(
    _A3,
    page="A2",
    width=1683.78,
    height=1190.55,
    title=20,
    tight=True,
    pad=1,
    gap=1,
    margin=22,
    text=9,
    heading=9,
    lane_side=215,
    widest=215,
)
_A2_DENSE = evolve(_A2, pad=0.3, gap=0.4, margin=16, text=8, heading=8, small=8, widest=150)
_POSTERS = (
    _A2,
    _A2_DENSE,
    evolve(_A2, page="A1", width=2383.94, height=1683.78, title=26),
    evolve(_A2, page="A0", width=3370.39, height=2383.94, title=32),
)
"""Sheets for tables of symbols, such as those of causes and effects; words read badly there."""


def layout_matrix(
    matrix: Matrix, *, page: str | None = None, typefaces: Sequence[Typeface] = ()
) -> Scene:
    """Place a table on a page; no engine is needed.

    Args:
        matrix: the table.
        page: ``A4`` or ``A3`` for that sheet if the table fits it, otherwise the next larger one;
            ``A2``, ``A1`` or ``A0`` for a table as large as that sheet has room for; by default the
            smaller of A4 and A3 that works.
        typefaces: fonts to use for the letters they have; the bundled font draws the rest.

    Raises:
        TocModelError: there is no such page, or the table has too much in it for a picture.
    """
    require_page(page, PAPER_PAGES)
    _refuse_what_is_too_large(matrix)
    lettering = Lettering(typefaces=tuple(typefaces), language=matrix.language)
    with use_lettering(lettering):
        scene = _place(matrix, page)
        return with_outlines(on_poster(scene, page) if page in POSTERS else scene, lettering)


def _place(matrix: Matrix, page: str | None) -> Scene:
    lines = cell_lines(matrix)
    routes = find_routes(matrix, lines)
    rows = _widths_of_rows(matrix, lines)
    names = ("A3",) if page == "A3" else ("A4", "A3")
    is_for_posters = page in POSTERS or all(is_token(found) for found in lines.values())
    posters = _POSTERS if is_for_posters else ()
    for sheet in chain(*(_SHEETS[name] for name in names), posters):
        if not _may_fit(rows, sheet):
            continue
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


def _widths_of_rows(
    matrix: Matrix, lines: Mapping[CellKey, Sequence[CellLine]]
) -> tuple[float, ...]:
    """Return the width of all words in the cells of each row, in units of the text size."""
    widths = {row.id: 0.0 for row in matrix.rows}
    for (row, _), entries in lines.items():
        if row in widths:
            shown = (entry.short for entry in entries if not entry.only_a_mark)
            widths[row] += sum(width_of_words(words, 1) for words in shown)
    return tuple(widths.values())


def _may_fit(rows: Sequence[float], sheet: Sheet) -> bool:
    """Whether a sheet may have room for the words of all rows, however wide each column is.

    A row needs at least the lines that its words would fill across the whole sheet. We count half
    of them, as letters that join take less room. So a table with too many words for a sheet costs
    little time: nobody wraps them to each of the widths that its columns could have.
    """
    lines = sum(max(1.0, width * sheet.text / sheet.width / 2) for width in rows)
    return lines * sheet.text * LEADING + len(rows) * (2 * sheet.pad + sheet.gap) <= sheet.height


def _try_sheet(
    matrix: Matrix, lines: Mapping[CellKey, Sequence[CellLine]], routes: ThreadRoutes, sheet: Sheet
) -> Scene | None:
    """Return the scene on a sheet, or nothing if the sheet is too small."""
    grid = make_grid(matrix, lines, routes, sheet)
    if grid is None or grid.height > sheet.height:
        return None
    width = max(grid.width + 2 * sheet.margin, _NARROWEST)
    inner = width - 2 * sheet.margin
    title, high = draw_title(matrix, sheet.margin, sheet.margin, inner, sheet)
    origin = (sheet.margin, sheet.margin + high + 12)
    body: list[SceneGroup] = [
        title,
        *draw_column_heads(matrix, grid, origin, sheet),
        *draw_row_heads(matrix, grid, origin, sheet),
        *draw_cells(matrix, grid, origin, sheet),
        *draw_threads(matrix, grid, routes, origin, sheet),
    ]
    bottom = origin[1] + grid.height + TRACK * routes.above[-1] + 14
    legend, high = place_legend(samples_of(matrix, lines), sheet.margin, bottom, inner, sheet)
    bottom += high + 10 if high else 0.0
    note, high = draw_note(matrix, sheet.margin, bottom, inner, sheet)
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
