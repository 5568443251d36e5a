"""What all drawings have in common: fonts, the bytes of a scene, and notes for the user."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tocmodel.formats import Format, WriterInput, find_format, format_of
from tocmodel.layout.poster import smallest_text
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import POSTERS, fits_a2

if TYPE_CHECKING:
    from tocmodel.layout.fonts.typefaces import Typeface

READABLE = 9.0
"""The size of words that are easy to read on paper, in points."""

Fonts = str | Path | Iterable[str | Path]
"""A font file, or several."""


def font_paths(font: Fonts | None) -> tuple[Path, ...]:
    """Return the paths of the font files to use; none for the font that comes with tocmodel."""
    if font is None:
        return ()
    return (Path(font),) if isinstance(font, str | Path) else tuple(map(Path, font))


def typefaces_in(paths: tuple[Path, ...]) -> "tuple[Typeface, ...]":
    """Return the fonts in some files.

    Raises:
        TocModelError: a file is missing, or is no font that can be used.
    """
    if not paths:
        return ()
    from tocmodel.layout.fonts.typefaces import read_typefaces  # noqa: PLC0415  (for the user's own fonts)

    return read_typefaces(paths)


def format_of_file(path: str | Path, names: Sequence[str]) -> str:
    """Return the format that the ending of a file's name asks for.

    Raises:
        TocModelError: the ending is none of these formats.
    """
    return format_of(path, names, writes="save as")


def svg_of(scene: Scene) -> str:
    """Return a scene as the text of an SVG file."""
    return str(find_format("svg", WriterInput.SCENE).write(scene))


def scene_bytes(kind: Format, scene: Scene, dpi: float) -> bytes:
    """Return a scene as a file of a format; ``dpi`` is for png only."""
    if kind.name == "png":
        from tocmodel.render.png import png  # noqa: PLC0415  (resvg is slow to load)

        return png(scene, dpi)
    return kind.to_bytes(scene)


def note_on_letters(scene: Scene) -> tuple[str, ...]:
    """Return a note if no font has some letters, and none otherwise."""
    from tocmodel.render.missing_letters import ADVICE, missing_letters, say_missing  # noqa: PLC0415

    missing = missing_letters(scene)
    if not missing:
        return ()
    viewers = "a viewer draws them in a font of its own, and their width is a guess"
    return (f"{say_missing(missing)}: {viewers}; {ADVICE}",)


def note_on_size(scene: Scene, page: str, what: str, smaller: str) -> tuple[str, ...]:
    """Return a note if a scene does not fit the page that was asked for, and none if it does.

    A poster is as large as its sheet, and gets a note if its words are small.

    Args:
        scene: the scene.
        page: the page that was asked for; empty for any.
        what: what the scene shows, in the note.
        smaller: how to get something smaller, in the note.
    """
    if page in POSTERS:
        smallest = smallest_text(scene)
        if smallest >= READABLE:
            return ()
        return (
            f"the smallest words of the {what} have {smallest:.1f} points on {page}: {smaller}",
        )
    drawn, prints = scene.page, fits_a2(scene.width, scene.height)
    wanted = page or ("A3" if prints else "A2")
    if drawn.startswith(wanted) or (drawn and prints and not page):
        return ()
    if drawn:
        return (f"the {what} does not fit {wanted}, and is made for {drawn}: for print, {smaller}",)
    wide, high = (round(side / 72 * 2.54) for side in (scene.width, scene.height))
    return (f"the {what} is {wide} by {high} cm, larger than {wanted}: for print, {smaller}",)
