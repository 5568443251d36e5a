"""Scene to PNG, drawn with the bundled font, so the machine's own fonts do not matter."""

from math import sqrt

from attrs import evolve

from tocmodel.layout.fonts.bundled_font import FONT_FAMILY, FONT_FILES
from tocmodel.layout.scene import Scene, Text
from tocmodel.render.missing_letters import refuse_missing_letters
from tocmodel.render.svg import svg

MOST_PIXELS = 40_000_000
"""The most pixels in a picture; a larger one gets fewer dots per inch."""
_POINTS = 72


def png_dpi(scene: Scene, dpi: float) -> float:
    """Return the actual dots per inch of a picture: fewer where it would be too large.

    >>> png_dpi(Scene(width=720, height=72, title=""), 144)
    144
    """
    pixels = scene.width * scene.height * (dpi / _POINTS) ** 2
    return dpi if pixels <= MOST_PIXELS else dpi * sqrt(MOST_PIXELS / pixels)


def _as_seen(scene: Scene) -> Scene:
    """The picture without hidden words, which cannot be searched in this format."""
    groups = (
        evolve(
            group, items=tuple(i for i in group.items if not isinstance(i, Text) or not i.hidden)
        )
        for group in scene.groups
    )
    return evolve(scene, groups=tuple(groups))


def png(scene: Scene, dpi: float = 144) -> bytes:
    """Return a scene as the bytes of a PNG file.

    Raises:
        TocModelError: a text has letters that the bundled font lacks.
        MemoryError: there is not enough memory for the picture.
    """
    refuse_missing_letters(scene)
    import resvg_py  # noqa: PLC0415  (needed for this format only)

    zoom = png_dpi(scene, dpi) / _POINTS
    _make_sure_of_memory(scene.width * scene.height * zoom**2)
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg(_as_seen(scene)).replace('pt"', '"', 2),
            font_files=[str(path) for path in FONT_FILES.values()],
            skip_system_fonts=True,
            font_family=FONT_FAMILY,
            sans_serif_family=FONT_FAMILY,
            zoom=zoom,
        )
    )


def _make_sure_of_memory(pixels: float) -> None:
    """Ask for the memory that the library will need: it would end the whole program without it.

    Nothing is written there, so the system need not find the memory yet.
    """
    bytearray(_FOR_FONTS + int(_COPIES * 4 * pixels))


_FOR_FONTS = 32 * 1024 * 1024
"""How many bytes the library takes for any picture."""
_COPIES = 3
"""The picture as it is drawn, as it is saved, and the file."""
