"""A project's own colours and logo: what is refused, and how they look in each format."""

import re
from base64 import b64decode
from pathlib import Path
from zlib import compress, crc32

import pytest
from running_commands import run_command

from tocmodel import draw, draw_matrix, dumps
from tocmodel.config import BrandSettings, find_config
from tocmodel.contrast import FOR_WORDS, contrast, dark_enough, ground_for
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.brand import Brand, Logo
from tocmodel.drawing.logo import LARGEST_LOGO, brand_of, read_logo
from tocmodel.layout.palette import tone
from tocmodel.layout.scene import Image
from tocmodel.model import TheoryOfChange
from tocmodel.model.convert import FrozenDict
from tocmodel.tables.matrix import Heading, Matrix

THEORY = TheoryOfChange(
    title="Club",
    interventions={"club": {"title": "A club"}},
    outcomes={"fed": {"title": "Children are fed", "horizon": "short"}},
    links=["club -> fed"],
)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 30">{}</svg>'
SQUARE = SVG.format('<rect width="60" height="30" fill="#8a1c4a"/>')


def png(width: int, height: int) -> bytes:
    """A black PNG of a size."""

    def part(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4) + kind + data + crc32(kind + data).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + b"\x08\x00\x00\x00\x00"
    rows = compress(bytes((width + 1) * height)) if width * height < 10_000 else b""
    signature = b"\x89PNG\r\n\x1a\n"
    return signature + part(b"IHDR", head) + part(b"IDAT", rows) + part(b"IEND", b"")


def settings(folder: Path, text: str) -> None:
    (folder / "tocmodel.toml").write_text(text)


def test_the_colours_and_the_logo_are_read_from_the_settings(tmp_path: Path) -> None:
    settings(
        tmp_path,
        '[brand]\nlogo = "logo.svg"\nlogo_text = "The club"\n'
        '[brand.colours]\ninterventions = "#00664F"\n',
    )
    (tmp_path / "logo.svg").write_text(SQUARE)
    config = find_config(tmp_path)
    brand = brand_of(config)
    assert config.brand == BrandSettings(
        colours=FrozenDict({"interventions": "#00664F"}),
        logo=tmp_path / "logo.svg",
        logo_text="The club",
    )
    assert brand is not None
    assert brand.colours == {"interventions": "#00664f"}
    assert brand.logo is not None
    assert (brand.logo.width, brand.logo.height, brand.logo.text) == (480, 240, "The club")


def test_without_a_brand_pictures_have_the_usual_look(tmp_path: Path) -> None:
    settings(tmp_path, "")
    assert brand_of(find_config(tmp_path)) is None


def test_a_pale_colour_is_refused_with_the_nearest_that_will_do(tmp_path: Path) -> None:
    settings(tmp_path, '[brand.colours]\nimpact = "#ffcc00"\n')
    with pytest.raises(TocModelError, match=r"colour #ffcc00 of 'impact'.*1\.51:1.*is #8e7200$"):
        find_config(tmp_path)


@pytest.mark.parametrize("colour", ["#ffcc00", "#ffffff", "#00664f", "#000000", "#767676"])
def test_words_can_be_read_on_every_shade_of_a_colour(colour: str) -> None:
    dark = dark_enough(colour)
    pairs = [(dark, "#ffffff"), (dark, ground_for(dark))]
    assert all(contrast(*pair) >= FOR_WORDS for pair in pairs)


@pytest.mark.parametrize("path", ["../logo.svg", "/etc/logo.svg"])
def test_a_logo_from_outside_the_project_is_refused(tmp_path: Path, path: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "logo.svg").write_text(SQUARE)
    settings(inside, f'[brand]\nlogo = "{path}"\nlogo_text = "The club"\n')
    with pytest.raises(TocModelError, match="cannot use the logo"):
        find_config(inside)


HOSTILE = {
    "a script": SVG.format("<script>alert(1)</script>"),
    "a script under a prefix": SVG.format(
        '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>'
    ),
    "an action": SVG.format('<rect onload="alert(1)"/>'),
    "an image": SVG.format('<image href="file:///etc/passwd"/>'),
    "an address": SVG.format('<linearGradient id="a" href="https://example.org/a"/>'),
    "a style": SVG.format("<style>@import url(https://example.org)</style>"),
    "a fill from elsewhere": SVG.format('<rect fill="url(https://example.org#a)"/>'),
    "shapes used again": SVG.format('<use href="#a"/>'),
    "a document type": f'<!DOCTYPE svg [<!ENTITY a "b">]>{SQUARE}',
    "many elements": SVG.format("<g/>" * 5_001),
    "no shapes at all": "hello",
    "another language": "<html><body/></html>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_an_svg_that_does_more_than_draw_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / "logo.svg"
    path.write_text(HOSTILE[name])
    with pytest.raises(TocModelError, match="cannot use the logo"):
        read_logo(path, "The club")


@pytest.mark.parametrize(
    "data",
    [png(60_000, 60_000), png(900, 10), b"\x89PNG\r\n\x1a\n", b"\xff" * 100, b" " * 600_000],
    ids=["vast", "long", "cut", "noise", "large"],
)
def test_a_file_that_is_no_small_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(data)
    assert LARGEST_LOGO < 600_000
    with pytest.raises(TocModelError, match="cannot use the logo"):
        read_logo(path, "The club")


def test_a_missing_logo_is_told(tmp_path: Path) -> None:
    with pytest.raises(TocModelError, match="cannot read the logo"):
        read_logo(tmp_path / "logo.png", "The club")


BRAND = Brand(
    colours={"interventions": "#00664f"},
    logo=Logo(png=png(60, 30), width=60, height=30, text="The club’s logo"),
)


def test_boxes_and_headings_have_the_own_colour_and_no_other_group_has() -> None:
    usual, own = draw(THEORY).scene, draw(THEORY, brand=BRAND).scene
    changed = {
        after.id for before, after in zip(usual.groups, own.groups, strict=False) if before != after
    }
    assert changed == {"box:club", "column:interventions"}


def test_the_logo_is_in_nobodys_way() -> None:
    scene = draw(THEORY, brand=BRAND).scene
    (group,) = scene.find("logo")
    (image,) = group.items
    title = [text for text in scene.find("title")[0].items if not isinstance(text, Image)]
    assert isinstance(image, Image)
    assert image.width == 2 * image.height
    assert image.x > max(text.left + text.width for text in title)  # type: ignore[union-attr]
    assert image.x + image.width <= scene.width


def test_a_logo_that_has_no_room_at_the_top_is_below() -> None:
    long = TheoryOfChange(title="A very long title " * 20, outcomes=THEORY.outcomes)
    plain, scene = draw(long).scene, draw(long, brand=BRAND).scene
    (image,) = scene.find("logo")[0].items
    assert isinstance(image, Image)
    assert scene.height > plain.height
    assert image.y + image.height <= scene.height


def test_every_format_has_the_logo_with_its_words() -> None:
    drawing = draw(THEORY, brand=BRAND)
    svg, page = drawing.svg, drawing.to_bytes("html").decode()
    data = re.search(r'href="data:image/png;base64,([^"]+)"', svg)
    assert data is not None
    assert b64decode(data[1]) == png(60, 30)
    assert "<title>The club’s logo</title>" in svg
    assert 'role="img" aria-label="The club’s logo"' in page
    assert b"/Image" in drawing.pdf()
    assert drawing.png() != draw(THEORY).png()


@pytest.mark.parametrize("format_", ["dot", "mermaid", "drawio"])
def test_formats_that_others_lay_out_have_the_own_colours(format_: str) -> None:
    usual, own = (draw(THEORY, brand=brand).to_bytes(format_).decode() for brand in (None, BRAND))
    blue = tone("interventions", ())
    assert blue.dark in usual
    assert blue.dark not in own
    assert "#00664f" in own
    assert own.replace("#00664f", blue.dark).replace(ground_for("#00664f"), blue.pale) == usual


def test_own_colours_do_not_replace_those_that_mean_something_else() -> None:
    own = draw(THEORY, brand=BRAND, colour="evidence").to_bytes("dot").decode()
    assert "#00664f" not in own


def test_a_table_has_the_own_colours_of_its_stages_and_the_logo() -> None:
    stage = Heading(id="interventions", title="What we do")
    other = Heading(id="harbour", title="Harbour")
    table = Matrix(
        title="T", corner="C", rows=(stage, other), columns=(Heading(id="a", title="A"),)
    )
    usual, own = draw_matrix(table).scene, draw_matrix(table, brand=BRAND).scene
    changed = [
        after.id for before, after in zip(usual.groups, own.groups, strict=False) if before != after
    ]
    assert changed == ["row:interventions"]
    assert own.groups[-1].role == "logo"


def test_a_command_that_writes_a_table_takes_the_colours_from_the_settings() -> None:
    value = {"v": {"title": "Fun", "cycle": "immediate", "status": "happened"}}
    files = {
        "club.toc.yaml": dumps(TheoryOfChange(title="T", value_creation=value)).encode(),
        "tocmodel.toml": b'[brand.colours]\nimmediate = "#00664f"\n',
    }
    words = ("value", "club.toc.yaml", "--matrix", "-f", "svg", "-o", "-")
    assert b"#00664f" in run_command(words, files).answer
