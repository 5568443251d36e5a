"""Invisible text over words that a PDF draws as outlines, so that they can be searched."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tocmodel.characters import UNSAFE
from tocmodel.layout.fonts.bidi import is_right_to_left, levels, visual_order
from tocmodel.layout.scene import Scene, Text

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas  # type: ignore[import-untyped]

_UNITS = 1000
_WIDTH = 500
_MIRRORED = dict(zip("()[]{}<>«»", ")(][}{><»«", strict=True))
"""Brackets as they look in text read from right to left."""
_UNSEEN = 3
"""The mode for invisible text."""


def register_unseen_font(scenes: Iterable[Scene]) -> str:
    """Make a font of empty letters for all hidden words and return its name, or an empty one."""
    letters = {
        letter
        for scene in scenes
        for text in _hidden(scene)
        for letter in _as_it_stands(text.text, scene.language)
    }
    if not letters:
        return ""
    from reportlab.pdfbase import pdfmetrics  # type: ignore[import-untyped]  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import (  # type: ignore[import-untyped]  # noqa: PLC0415
        TTFont,
    )

    ordered = "".join(sorted(letters))
    name = f"Unseen-{hashlib.sha256(ordered.encode()).hexdigest()[:12]}"
    if name not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(name, io.BytesIO(_empty_font(name, ordered))))
    return name


def write_unseen(canvas: Canvas, text: Text, font: str, language: str) -> None:
    """Write hidden words over their outlines, each letter roughly where a reader sees it."""
    words = _as_it_stands(text.text, language)
    if not words:
        return
    canvas.saveState()
    canvas.translate(text.x if text.rotated else text.left, -text.y)
    if text.rotated:
        canvas.rotate(90)
    written = canvas.beginText(0, 0)
    written.setFont(font, text.size)
    written.setTextRenderMode(_UNSEEN)
    written.setHorizScale(100 * text.width / (len(words) * text.size * _WIDTH / _UNITS))
    written.textOut(words)
    canvas.drawText(written)
    canvas.restoreState()


def _hidden(scene: Scene) -> Iterable[Text]:
    return (
        item
        for group in scene.groups
        for item in group.items
        if isinstance(item, Text) and item.hidden
    )


def _as_it_stands(text: str, language: str) -> str:
    """The letters from left to right, as programs that read a PDF expect them.

    What nobody sees is left out: it would act on whoever copies the words, or on their terminal.
    """
    text = UNSAFE.sub("", text)
    found = levels(text, right_to_left=is_right_to_left(text, language))
    letters = [
        _MIRRORED.get(letter, letter) if level % 2 else letter
        for letter, level in zip(text, found, strict=True)
    ]
    return "".join(letters[index] for index in visual_order(found))


def _empty_font(name: str, letters: Sequence[str]) -> bytes:
    """Return a TrueType font with an empty letter for each of these."""
    from fontTools.fontBuilder import (  # type: ignore[import-untyped]  # noqa: PLC0415  (an extra)
        FontBuilder,
    )
    from fontTools.ttLib.tables._g_l_y_f import (  # type: ignore[import-untyped]  # noqa: PLC0415
        Glyph,
    )

    names = [".notdef", *(f"u{ord(letter):04X}" for letter in letters)]
    builder = FontBuilder(_UNITS, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):04X}" for letter in letters})
    builder.setupGlyf({name: Glyph() for name in names})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (_WIDTH, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    # reportlab keeps the data of a font by this name
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    builder.setupPost()
    builder.updateHead(created=0, modified=0)
    file = io.BytesIO()
    builder.save(file)
    return file.getvalue()
