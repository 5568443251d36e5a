"""Scene to PDF: text that can be searched and copied, in the bundled font, on a sheet of paper."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from tocmodel.characters import one_line
from tocmodel.layout.fonts.bundled_font import (
    BLANKS,
    FONT_FILES,
    STAND_INS,
    has_glyph,
    is_unseen,
    width_in_bundled_font,
)
from tocmodel.layout.palette import PAPER
from tocmodel.layout.scene import Image, Path, Point, Primitive, Scene, Text
from tocmodel.layout.sheet import PAPER_SIZES
from tocmodel.render.missing_letters import refuse_missing_letters
from tocmodel.render.pdf_hidden_text import register_unseen_font, write_unseen

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

_FONTS = {False: "LiberationSans", True: "LiberationSans-Bold"}
_AS_DRAWN = str.maketrans(STAND_INS | dict.fromkeys(BLANKS, " "))
_NON_ZERO = 1
"""Parts of a letter may overlap, and both are filled."""
_SHEETS = {
    **PAPER_SIZES,
    **{f"{page} portrait": (short, long) for page, (long, short) in PAPER_SIZES.items()},
    "slide": (960.0, 540.0),
}


def pdf(scene: Scene) -> bytes:
    """Return a scene as the bytes of a PDF file with one page.

    The picture is at the top of its sheet, centred; a picture larger than A3 gets a page of its own
    size. The date of the file is that of the theory, if it has one.

    Raises:
        TocModelError: a text has letters that the bundled font lacks.
    """
    return pdf_pages((scene,))


def pdf_pages(scenes: Sequence[Scene], title: str = "", bookmarks: Sequence[str] = ()) -> bytes:
    """Return scenes as one PDF file with a page and a bookmark for each, tagged for screen readers.

    Args:
        scenes: the scenes to draw, at least one; each page has the size of its own sheet.
        title: the title of the file; by default that of the first scene.
        bookmarks: the name of each page; by default the title of its scene.

    Raises:
        TocModelError: a text has letters that the bundled font lacks.
    """
    if bookmarks:
        bookmarks = [name for name, s in zip(bookmarks, scenes, strict=True) for _ in (s, *s.more)]
    scenes = [page for scene in scenes for page in (scene, *scene.more)]
    for scene in scenes:
        refuse_missing_letters(scene)
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  (needed for this format only)

    from tocmodel.render.pdf_information import Information  # noqa: PLC0415  (as above)
    from tocmodel.render.pdf_tags import write_tags  # noqa: PLC0415  (as above)

    register_fonts()
    unseen = register_unseen_font(scenes)
    first, titles = scenes[0], [scene.title for scene in scenes]
    file = io.BytesIO()
    # invariant: no clock and no random number, so the same scenes always give the same file
    canvas = Canvas(file, invariant=1, pageCompression=1, lang=first.language)
    canvas._doc.info = Information(
        title=one_line(title or first.title),
        subject=one_line(first.description)[:500] if len(scenes) == 1 else "",
        date=max(scene.date for scene in scenes),
    )
    for number, scene in enumerate(scenes):
        if len(scenes) > 1:
            canvas.bookmarkPage(f"page-{number}")
            canvas.addOutlineEntry(one_line((bookmarks or titles)[number]), f"page-{number}")
        _draw_page(canvas, scene, unseen)
    write_tags(canvas, [(scene, _corner(scene)) for scene in scenes])
    canvas.save()
    return file.getvalue()


def _corner(scene: Scene) -> Point:
    """Return where the top left corner of a scene is on its sheet; PDF counts from the foot."""
    width, height = _size(scene)
    return (width - scene.width) / 2, height


def _size(scene: Scene) -> tuple[float, float]:
    return _SHEETS.get(scene.page, (scene.width, scene.height))


def _draw_page(canvas: Canvas, scene: Scene, unseen: str) -> None:
    from tocmodel.render.pdf_tags import (  # noqa: PLC0415  (needed for this format only)
        ARTIFACT,
        CLOSING,
        marked_parts,
    )

    canvas.setPageSize(_size(scene))
    canvas.translate(*_corner(scene))
    canvas._code.append(ARTIFACT)
    _paper(canvas, scene)
    canvas._code.append(CLOSING)
    for part in marked_parts(scene):
        canvas._code.append(part.opening)
        draw_items(canvas, part.items, unseen, scene.language)
        canvas._code.append(CLOSING)
    canvas.showPage()


def draw_items(canvas: Canvas, items: Iterable[Primitive], unseen: str, language: str) -> None:
    """Draw paths and texts below and to the right of where the canvas is.

    Args:
        canvas: the page.
        items: what to draw.
        unseen: the name of the font for hidden words; see ``register_unseen_font``.
        language: of the words.
    """
    for item in items:
        if isinstance(item, Path):
            _draw_path(canvas, item)
        elif isinstance(item, Image):
            _draw_image(canvas, item)
        elif item.hidden:
            write_unseen(canvas, item, unseen, language)
        else:
            _draw_text(canvas, item)


def register_fonts() -> None:
    """Make the bundled fonts known to reportlab."""
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import (  # type: ignore[import-untyped]  # noqa: PLC0415
        TTFont,
    )

    known = pdfmetrics.getRegisteredFontNames()
    for bold, name in _FONTS.items():
        if name not in known:
            pdfmetrics.registerFont(TTFont(name, str(FONT_FILES[bold])))


def _paper(canvas: Canvas, scene: Scene) -> None:
    width, height = _size(scene)
    canvas.setFillColor(PAPER)
    canvas.rect(-_corner(scene)[0], -height, width, height, stroke=0, fill=1)


def _draw_image(canvas: Canvas, image: Image) -> None:
    from reportlab.lib.utils import (  # type: ignore[import-untyped]  # noqa: PLC0415
        ImageReader,
    )

    dots = ImageReader(io.BytesIO(image.png))
    foot = -(image.y + image.height)
    canvas.drawImage(dots, image.x, foot, image.width, image.height, mask="auto")


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
    stroke, fill = int(bool(path.stroke)), int(bool(path.fill))
    canvas.drawPath(drawn, stroke=stroke, fill=fill, fillMode=_NON_ZERO)


def _draw_text(canvas: Canvas, text: Text) -> None:
    canvas.setFillColor(text.colour)
    canvas.setFont(_FONTS[text.bold], text.size)
    canvas.saveState()
    canvas.translate(text.x if text.rotated else text.left, -text.y)
    if text.rotated:
        canvas.rotate(90)
    for start, words in _pieces(text):
        canvas.drawString(start, 0, words)
    canvas.restoreState()


def _pieces(text: Text) -> Iterator[tuple[float, str]]:
    """The words in the font's characters, and where each piece of the line begins.

    A space that the font lacks is drawn as a common one, and the next piece begins after the width
    of the real one. Invisible characters are left out, and an accent is drawn with its letter if
    the font has both in one.
    """
    start = 0.0
    for piece in re.split(f"(?<=[{''.join(BLANKS)}])", text.text):
        words = "".join(letter for letter in piece if not is_unseen(letter))
        yield start, _composed(words).translate(_AS_DRAWN)
        start += text.size * width_in_bundled_font(piece, bold=text.bold)


def _composed(words: str) -> str:
    composed = unicodedata.normalize("NFC", words)
    return composed if all(map(has_glyph, composed)) else words
