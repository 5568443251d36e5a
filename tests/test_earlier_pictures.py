"""An earlier picture as a file: what is read of it, and what is refused."""

from pathlib import Path

import pytest
from attrs import evolve
from diagrams import club

from tocmodel import TheoryOfChange, draw
from tocmodel.diagnostics import TocModelError
from tocmodel.drawing import draw_diagram
from tocmodel.drawing.earlier import PictureLimits, note_on_positions, read_picture
from tocmodel.layout.positions import Positions, positions_in

BOX = '<g id="box-fed" class="toc-box"><path d="M0 0L90 0L90 30L0 30Z" fill="none"/></g>'
PICTURE = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 500">{BOX}</svg>'


def saved(folder: Path, text: str) -> Path:
    """A file with a text."""
    path = folder / "march.svg"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_smallest_picture_is_read(tmp_path: Path) -> None:
    scene = read_picture(saved(tmp_path, PICTURE))
    assert (scene.width, scene.height) == (800, 500)
    (box,) = scene.find("box")
    assert (box.id, [item.bounds.width for item in box.items]) == ("box:fed", [90.0])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a picture",
        "<svg",
        PICTURE.replace("svg", "page"),
        PICTURE.replace("toc-box", "toc-arrow"),
        PICTURE.replace(' viewBox="0 0 800 500"', ""),
        PICTURE.replace("0 0 800 500", "0 0 800"),
        PICTURE.replace("0 0 800 500", "0 0 1e9 nan"),
        PICTURE.replace("0 0 800 500", "0 0 0 500"),
        PICTURE.replace("M0 0", "M0 0 0"),
        PICTURE.replace("M0 0", "M0 inf"),
        PICTURE.replace("M0 0", "M0 99999999999"),
        PICTURE.replace("M0 0", "M\u0660 0"),
        PICTURE.replace("M0 0L90 0L90 30L0 30Z", "Z"),
        PICTURE.replace("<path", '<text x="1" y="2"/><path'),
        f'<!DOCTYPE svg SYSTEM "file:///etc/passwd">{PICTURE}',
        f'<!DOCTYPE svg [<!ENTITY a "b">]>{PICTURE}',
        f'<?xml version="1.0" encoding="shift_jis"?>{PICTURE}',
        PICTURE.replace("<g ", "<g>" * 20 + "<g ").replace("</g>", "</g>" * 21),
    ],
)
def test_no_other_file_is_taken_for_a_picture(tmp_path: Path, text: str) -> None:
    path = saved(tmp_path, text)
    with pytest.raises(TocModelError) as found:
        read_picture(path)
    assert str(found.value) == (
        f"cannot keep the positions of '{path}', as tocmodel did not draw it as an SVG: "
        "draw the theory once without --keep-positions, as svg, and keep that picture"
    )


def test_a_picture_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = saved(tmp_path, PICTURE)
    with pytest.raises(TocModelError, match="it is larger than"):
        read_picture(path, PictureLimits(size=50))
    with pytest.raises(TocModelError, match="tocmodel did not draw it as an SVG"):
        read_picture(path, PictureLimits(tags=2))


def test_what_a_picture_could_do_is_not_done(tmp_path: Path) -> None:
    acts = (
        '<script>alert(1)</script><image href="http://example.org/a.png"/>'
        '<g class="toc-box" onload="alert(1)"/><use href="#box-fed"/>'
    )
    text = PICTURE.replace("</svg>", f"{acts}</svg>")
    scene = read_picture(saved(tmp_path, text))
    assert [(group.role, len(group.items)) for group in scene.groups] == [("box", 1), ("box", 0)]


def test_a_note_says_what_keeps_its_place_and_what_does_not() -> None:
    first, second, *others = club().boxes
    before = draw_diagram(evolve(club(), boxes=(first, *others)))
    after = evolve(club(), boxes=(second, *others, evolve(first, column="impact")))
    found = evolve(draw_diagram(after), earlier=before.scene).notes_on_positions
    (note,) = found
    assert note == (
        f"{len(others)} boxes keep their places; new: ‘{second.text}’; "
        f"in another column or lane: ‘{first.text}’"
    )
    less = evolve(club(), boxes=tuple(others[:1]))
    gone = positions_in(before.scene, less)
    assert note_on_positions(less, gone).startswith("1 box keeps its place; gone: ‘")
    assert note_on_positions(less, gone).endswith("’ and 1 more")


def test_a_note_says_where_nothing_can_be_kept() -> None:
    positions = Positions(width=800, height=500)
    assert note_on_positions(evolve(club(), layout="table"), positions) == (
        "no positions are kept: a table or a picture of loops has the order of its file"
    )
    assert note_on_positions(evolve(club(), layout="map"), positions) == (
        "no positions are kept: the earlier picture has columns, and this view asks for a map; "
        "leave out --layout map, or ‘layout’ of the view, to keep them"
    )


def test_a_picture_of_another_theory_keeps_nothing(tmp_path: Path) -> None:
    theory = TheoryOfChange(title="Calm", outcomes={"calm": {"title": "Mornings are calm"}})
    with pytest.raises(TocModelError) as found:
        draw(theory, keep_positions=saved(tmp_path, PICTURE))
    assert str(found.value) == (
        "the earlier picture has no box of ‘Calm’: name a picture of this view"
    )
