"""Scene to PNG, drawn with the bundled font, so that no machine's fonts matter."""

from math import sqrt

from attrs import evolve

from tocmodel.layout.bundled_font import FONT_FAMILY, FONT_FILES
from tocmodel.layout.scene import Path, Scene
from tocmodel.render.letters import refuse_missing_letters
from tocmodel.render.svg import svg

MOST_PIXELS = 40_000_000
"""A picture has at most so many pixels; a larger one is made with fewer dots to the inch."""
_POINTS = 72


def png_dpi(scene: Scene, dpi: float) -> float:
    """Return the dots to the inch that a picture really gets: fewer where it would be too large.

    >>> png_dpi(Scene(width=720, height=72, title=""), 144)
    144
    """
    pixels = scene.width * scene.height * (dpi / _POINTS) ** 2
    return dpi if pixels <= MOST_PIXELS else dpi * sqrt(MOST_PIXELS / pixels)


def _as_seen(scene: Scene) -> Scene:
    """The picture without words that nobody sees; nobody can search them here."""
    groups = (
        evolve(group, items=tuple(i for i in group.items if isinstance(i, Path) or not i.hidden))
        for group in scene.groups
    )
    return evolve(scene, groups=tuple(groups))


def png(scene: Scene, dpi: float = 144) -> bytes:
    """Return a scene as the bytes of a PNG file.

    Raises:
        TocModelError: a text has letters that the bundled font lacks.
    """
    refuse_missing_letters(scene)
    import resvg_py  # noqa: PLC0415  (needed for this format only)

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg(_as_seen(scene)).replace('pt"', '"', 2),
            font_files=[str(path) for path in FONT_FILES.values()],
            skip_system_fonts=True,
            font_family=FONT_FAMILY,
            sans_serif_family=FONT_FAMILY,
            zoom=png_dpi(scene, dpi) / _POINTS,
        )
    )
