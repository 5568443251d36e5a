"""Scene to a PDF of several sheets that are glued together to a poster."""

from __future__ import annotations

import io
from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from attrs import frozen

from tocmodel.characters import one_line
from tocmodel.layout.scene import Bounds, Scene
from tocmodel.layout.sheet import PAPER_SIZES
from tocmodel.render.missing_letters import refuse_missing_letters

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

EDGE = 28.35
"""The edge of a sheet that is left white, in points (10 mm): many printers cannot print on it."""

OVERLAP = 28.35
"""How much of the picture two neighbours both have, in points (10 mm), to glue one on the other."""

_FOR_PAPER = (
    "Sheets to be glued together. To read the picture with a screen reader, draw it as PDF without "
    "--tile, or as a web page."
)
"""What the file says of itself: a sheet has only parts of the words, which nobody can follow."""

_MARK = 12.0
_SMALL = 9.0


@frozen(kw_only=True)
class Tile:
    """One sheet of a poster.

    Attributes:
        row, column: its place, counted from 1.
        area: the part of the picture on it, in points of the picture.
    """

    row: int
    column: int
    area: Bounds


@frozen(kw_only=True)
class Tiling:
    """All sheets of a poster.

    Attributes:
        width, height: of each sheet.
        rows, columns: how many there are.
        tiles: the sheets, row by row.
    """

    width: float
    height: float
    rows: int
    columns: int
    tiles: tuple[Tile, ...]


def tiling(width: float, height: float, sheet: str) -> Tiling:
    """Divide a picture among sheets, landscape or upright, whichever takes fewer.

    Args:
        width: of the picture, in points.
        height: the same.
        sheet: ``A4`` or ``A3``.

    >>> found = tiling(1600, 1100, "A4")
    >>> found.columns, found.rows, found.tiles[1].area.x
    (4, 2, 510.23)
    """
    across, down = PAPER_SIZES[sheet]
    found = [_tiling(width, height, size) for size in ((across, down), (down, across))]
    return min(found, key=lambda one: one.rows * one.columns)


def _tiling(width: float, height: float, size: tuple[float, float]) -> Tiling:
    starts = [
        _starts(length, side - 2 * EDGE) for length, side in zip((width, height), size, strict=True)
    ]
    room = (size[0] - 2 * EDGE, size[1] - 2 * EDGE)
    tiles = tuple(
        Tile(
            row=row,
            column=column,
            area=Bounds(x=x, y=y, width=min(room[0], width - x), height=min(room[1], height - y)),
        )
        for row, y in enumerate(starts[1], 1)
        for column, x in enumerate(starts[0], 1)
    )
    return Tiling(
        width=size[0],
        height=size[1],
        rows=len(starts[1]),
        columns=len(starts[0]),
        tiles=tiles,
    )


def _starts(length: float, room: float) -> list[float]:
    """Return where each sheet of a row starts: neighbours share at least ``OVERLAP``."""
    number = max(1, ceil((length - OVERLAP) / (room - OVERLAP)))
    return [round(place * (room - OVERLAP), 2) for place in range(number)]


def pdf_tiles(scene: Scene, sheet: str) -> bytes:
    """Return a picture in its own size as a PDF of sheets to be glued together.

    Each sheet has marks where its neighbours begin, and its place in the poster in words.

    Args:
        scene: the picture.
        sheet: ``A4`` or ``A3``.

    Raises:
        TocModelError: a text has letters that the bundled font lacks.
    """
    refuse_missing_letters(scene)
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  (needed for this format only)

    from tocmodel.render.pdf import draw_items, register_fonts  # noqa: PLC0415  (as above)
    from tocmodel.render.pdf_hidden_text import register_unseen_font  # noqa: PLC0415
    from tocmodel.render.pdf_information import Information  # noqa: PLC0415

    register_fonts()
    unseen = register_unseen_font((scene,))
    file = io.BytesIO()
    # invariant: no clock and no random number, so the same scene always gives the same file
    canvas = Canvas(file, invariant=1, pageCompression=1, lang=scene.language)
    canvas._doc.info = Information(title=one_line(scene.title), subject=_FOR_PAPER, date=scene.date)
    found = tiling(scene.width, scene.height, sheet)
    for tile in found.tiles:
        canvas.setPageSize((found.width, found.height))
        name = f"row {tile.row} of {found.rows}, column {tile.column} of {found.columns}"
        canvas.bookmarkPage(name)
        canvas.addOutlineEntry(name.capitalize(), name)
        canvas.saveState()
        _clip(canvas, tile.area, found.height)
        canvas.translate(EDGE - tile.area.x, found.height - EDGE + tile.area.y)
        for group in scene.groups:
            draw_items(canvas, group.items, unseen, scene.language)
        canvas.restoreState()
        _draw_edge(canvas, found, tile, f"{one_line(scene.title)[:80]}: {name}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _clip(canvas: Canvas, area: Bounds, height: float) -> None:
    path = canvas.beginPath()
    path.rect(EDGE, height - EDGE - area.height, area.width, area.height)
    canvas.clipPath(path, stroke=0, fill=0)


def _draw_edge(canvas: Canvas, found: Tiling, tile: Tile, words: str) -> None:
    """Draw the marks where the neighbours begin, and the name of the sheet, on its white edge."""
    canvas.setStrokeColor("#4a525c")
    canvas.setLineWidth(0.6)
    canvas.setDash([])
    for line in _marks(found, tile):
        canvas.line(*line)
    canvas.setFillColor("#4a525c")
    canvas.setFont("LiberationSans", _SMALL)
    canvas.drawString(EDGE, EDGE / 2 - 3, words)


def _marks(found: Tiling, tile: Tile) -> Iterator[tuple[float, float, float, float]]:
    """Yield short lines beside the picture where the sheet on the right, or below, begins."""
    across = found.width - 2 * EDGE - OVERLAP
    down = found.height - 2 * EDGE - OVERLAP
    if tile.column < found.columns:
        x = EDGE + across
        for y in (found.height - EDGE + 2, found.height - EDGE - tile.area.height - 2 - _MARK):
            yield x, y, x, y + _MARK
    if tile.row < found.rows:
        y = found.height - EDGE - down
        for x in (EDGE - 2 - _MARK, EDGE + tile.area.width + 2):
            yield x, y, x + _MARK, y
