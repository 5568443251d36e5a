"""Scene to PDF: text that can be searched and copied, in the bundled font, on a sheet of paper."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from tocmodel.diagnostics import TocModelError
from tocmodel.layout.palette import PAPER
from tocmodel.layout.scene import Path, Scene, Text
from tocmodel.layout.text import FONT_FILES, has_glyph

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

_FONTS = {False: "LiberationSans", True: "LiberationSans-Bold"}
_SHEETS = {
    "A4": (841.89, 595.28),
    "A3": (1190.55, 841.89),
    "A4 portrait": (595.28, 841.89),
    "A3 portrait": (841.89, 1190.55),
}


def pdf(scene: Scene) -> bytes:
    """Return a scene as the bytes of a PDF file with one page.

    The picture stands in the middle of its sheet, at the top; a picture larger than A3 gets a page
    of its own size.

    Raises:
        TocModelError: a text has letters that the bundled font lacks.
    """
    _refuse_unknown_letters(scene)
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  (needed for this format only)

    _register_fonts()
    width, height = _SHEETS.get(scene.page, (scene.width, scene.height))
    file = io.BytesIO()
    # invariant: no date and no random number, so that one scene has one file
    canvas = Canvas(
        file, pagesize=(width, height), invariant=1, pageCompression=1, lang=scene.language
    )
    canvas.setTitle(scene.title)
    canvas.setSubject(scene.description[:500])
    canvas.setCreator("tocmodel")
    canvas.setAuthor("")
    # PDF counts y from the foot of the page.
    canvas.translate((width - scene.width) / 2, height)
    canvas.scale(1, 1)
    _paper(canvas, width, height, scene)
    for group in scene.groups:
        for item in group.items:
            if isinstance(item, Path):
                _draw_path(canvas, item)
            else:
                _draw_text(canvas, item)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _refuse_unknown_letters(scene: Scene) -> None:
    texts = (item for group in scene.groups for item in group.items if isinstance(item, Text))
    unknown = {letter for text in texts for letter in text.text if not has_glyph(letter)}
    unknown = {letter for letter in unknown if letter.isprintable()}
    if unknown:
        sample = " ".join(sorted(unknown)[:5])
        raise TocModelError(
            f"the font of pdf files has no letters for: {sample}; save as svg or png instead"
        )


def _register_fonts() -> None:
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import (  # type: ignore[import-untyped]  # noqa: PLC0415
        TTFont,
    )

    known = pdfmetrics.getRegisteredFontNames()
    for bold, name in _FONTS.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(FONT_FILES[bold])))


def _paper(canvas: Canvas, width: float, height: float, scene: Scene) -> None:
    canvas.setFillColor(PAPER)
    canvas.rect(-(width - scene.width) / 2, -height, width, height, stroke=0, fill=1)


def _draw_path(canvas: Canvas, path: Path) -> None:
    drawn = canvas.beginPath()
    for letter, numbers in path.commands:
        flipped = [-n if index % 2 else n for index, n in enumerate(numbers)]
        if letter == "M":
            drawn.moveTo(*flipped)
        elif letter == "L":
            drawn.lineTo(*flipped)
        elif letter == "C":
            drawn.curveTo(*flipped)
        else:
            drawn.close()
    if path.stroke:
        canvas.setStrokeColor(path.stroke)
        canvas.setLineWidth(path.stroke_width)
        canvas.setDash(list(path.dash))
    if path.fill:
        canvas.setFillColor(path.fill)
    canvas.drawPath(drawn, stroke=int(bool(path.stroke)), fill=int(bool(path.fill)))


def _draw_text(canvas: Canvas, text: Text) -> None:
    canvas.setFillColor(text.colour)
    canvas.setFont(_FONTS[text.bold], text.size)
    words = "".join(letter for letter in text.text if letter.isprintable())
    if not text.turned:
        canvas.drawString(text.left, -text.y, words)
        return
    canvas.saveState()
    canvas.translate(text.x, -text.y)
    canvas.rotate(90)
    canvas.drawString(0, 0, words)
    canvas.restoreState()
