"""The logo of a project: read from a PNG or an SVG file, and refused if it could do harm.

An SVG is drawn once, to dots. So nothing in it reaches a file that tocmodel writes: no script, and
no address of anything elsewhere.
"""

from pathlib import Path
from struct import unpack
from typing import Any
from xml.parsers import expat

from tocmodel.config import Config
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.brand import Brand, Logo
from tocmodel.system.reading import read_at_most

LARGEST_LOGO = 512 * 1024
"""The most bytes of the file of a logo."""
MOST_DOTS = 4_000_000
"""The most dots of a logo."""
MOST_ELEMENTS = 5_000
"""The most elements of a logo in SVG."""
_HIGH = 240
"""How many dots high an SVG is drawn."""
_LONGEST = 8
"""How many times as wide as high a logo may be, and the other way round."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_SVG = "http://www.w3.org/2000/svg"
_ALLOWED = frozenset(
    (
        *("svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title"),
        *("desc", "defs", "linearGradient", "radialGradient", "stop", "clipPath", "metadata"),
    )
)
"""The elements of SVG that only draw; those that editors add draw nothing."""


def brand_of(config: Config) -> Brand | None:
    """Return the look of the pictures of a project; nothing if it has none of its own.

    Raises:
        TocModelError: the logo cannot be read or used.
    """
    wanted = config.brand
    if not wanted.colours and wanted.logo is None:
        return None
    logo = read_logo(wanted.logo, wanted.logo_text) if wanted.logo else None
    return Brand(colours={key: hue.lower() for key, hue in wanted.colours.items()}, logo=logo)


def read_logo(path: Path, text: str) -> Logo:
    """Return the logo in a file.

    Raises:
        TocModelError: it cannot be read, is too large, or is no PNG or SVG that only draws.
    """
    try:
        data = read_at_most(path, LARGEST_LOGO)
    except OSError as error:
        raise TocModelError(f"cannot read the logo '{path}': {error.strerror}") from error
    if len(data) > LARGEST_LOGO:
        raise _refused(path, f"it has more than {LARGEST_LOGO // 1024} KiB")
    png = data if data.startswith(_SIGNATURE) else _drawn(data, path)
    width, height = _size(png, path)
    return Logo(png=png, width=width, height=height, text=text)


def _refused(path: Path, why: str) -> TocModelError:
    return TocModelError(
        f"cannot use the logo '{path}': {why}; save it as a small PNG, or as an SVG of plain shapes"
    )


def _size(png: bytes, path: Path) -> tuple[int, int]:
    """Return the size of a PNG in dots, from its first part."""
    if len(png) < 33 or png[12:16] != b"IHDR":
        raise _refused(path, "it is no PNG or SVG file")
    width, height = unpack(">II", png[16:24])
    if not width or not height or width * height > MOST_DOTS:
        raise _refused(path, f"it has {width:,} by {height:,} dots")
    if max(width, height) > _LONGEST * min(width, height):
        raise _refused(path, f"it is more than {_LONGEST} times as long as it is wide")
    return width, height


def _drawn(data: bytes, path: Path) -> bytes:
    """Return an SVG as a PNG."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused(path, "it is no PNG or SVG file") from error
    _refuse_more_than_shapes(text, path)
    import resvg_py  # noqa: PLC0415  (few projects have a logo)

    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=text, height=_HIGH, skip_system_fonts=True))
    except ValueError as error:
        raise _refused(path, "it cannot be drawn") from error


def _refuse_more_than_shapes(text: str, path: Path) -> None:
    """Refuse an SVG that could do more than draw shapes, or take long to draw."""
    count = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > MOST_ELEMENTS:
            raise _refused(path, f"it has more than {MOST_ELEMENTS:,} elements")
        space, _, local = name.rpartition(" ")
        if space in ("", _SVG) and local not in _ALLOWED:
            raise _refused(path, f"it has an element '{local[:40]}'")
        for key, value in attributes.items():
            _refuse_attribute(key, value, path)

    def declare(*_: Any) -> None:
        raise _refused(path, "it has a document type")

    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = begin
    parser.StartDoctypeDeclHandler = declare
    try:
        parser.Parse(text, True)
    except expat.ExpatError as error:
        raise _refused(path, "it is no PNG or SVG file") from error


def _refuse_attribute(key: str, value: str, path: Path) -> None:
    """Refuse an attribute that acts, or points to anything outside the file."""
    outside = value.replace(" ", "").replace("url(#", "")
    local = key.rpartition(" ")[2]
    if local.lower().startswith("on") or "url(" in outside or "\\" in value:
        raise _refused(path, f"it has an attribute '{local[:40]}' that does more than draw")
    if local == "href" and not value.startswith("#"):
        raise _refused(path, "it points to something outside the file")
