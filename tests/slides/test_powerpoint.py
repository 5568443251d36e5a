"""PowerPoint files: shapes that people can edit, read again by python-pptx and LibreOffice."""

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pptx
import pytest
from example_models import NAMES, model_file
from lxml import etree

import tocmodel
from tocmodel.diagram.model import Diagram
from tocmodel.drawing import Drawing, draw, draw_diagram
from tocmodel.fileformat.loading import load
from tocmodel.layout.scene import Bounds
from tocmodel.layout.text import measure
from tocmodel.model import TheoryOfChange
from tocmodel.slides.deck import lay_out_slides
from tocmodel.slides.glue import Glue, crosses
from tocmodel.slides.powerpoint.template import plain_canvas
from tocmodel.slides.powerpoint.write import to_pptx

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@cache
def example(name: str) -> TheoryOfChange:
    """An example, read once."""
    return load(model_file(name))


@cache
def zone() -> bytes:
    """The imagined zone as slides."""
    return to_pptx([draw(example("imagined-zone"))])


def opened(data: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(data))


def glued(slide: Any) -> list[tuple[str, str]]:
    """The names of the shapes at both ends of each connector."""
    names = {shape.shape_id: shape.name for shape in slide.shapes}
    ends = [shape._element.xpath(".//a:stCxn/@id | .//a:endCxn/@id") for shape in slide.shapes]
    return [(names[int(pair[0])], names[int(pair[1])]) for pair in ends if len(pair) == 2]


def description(shape: Any) -> str:
    return "".join(shape._element.xpath(".//p:cNvPr/@descr"))


def is_decoration(shape: Any) -> bool:
    return bool(shape._element.findall(".//{*}decorative"))


def test_the_boxes_of_a_slide_are_rounded_rectangles_with_their_kind_before_their_name() -> None:
    (slide,) = opened(zone()).slides
    boxes = [shape for shape in slide.shapes if shape.name.startswith("Outcome: Children come")]
    assert [shape.text_frame.text for shape in boxes] == [
        "Outcome: Children come to school every day"
    ]
    assert boxes[0].auto_shape_type == pptx.enum.shapes.MSO_SHAPE.ROUNDED_RECTANGLE
    assert slide.shapes.title.text == "How the zone is meant to work"


def test_a_delay_is_marked_on_its_arrow_clear_of_the_boxes_and_explained_in_the_legend() -> None:
    theory = TheoryOfChange(
        title="Slow",
        interventions={"club": {"title": "Breakfast club"}},
        outcomes={"fed": {"title": "Children are fed", "horizon": "short"}},
        links=[{"from": "club", "to": "fed", "delay": "a year"}],
    )
    deck = opened(to_pptx([draw(theory)]))
    slide = deck.slides[0]
    areas = {s.name: (s.left, s.top, s.left + s.width, s.top + s.height) for s in slide.shapes}
    left, top, right, bottom = areas["Takes time: club--fed"]
    boxes = [a for name, a in areas.items() if name.startswith(("Intervention:", "Outcome:"))]
    assert len(boxes) == 2
    assert all(right <= a or c <= left or bottom <= b or d <= top for a, b, c, d in boxes)
    assert "a year" in [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    legend = [s.text_frame.text for s in slide.slide_layout.shapes if s.has_text_frame]
    assert "Takes time" in legend


def test_every_shape_has_a_text_for_screen_readers_or_is_decoration() -> None:
    for name in ("imagined-zone", "pembury", "plus-one"):
        for slide in opened(to_pptx([draw(example(name))])).slides:
            for shape in slide.shapes:
                if shape != slide.shapes.title and not shape.is_placeholder:
                    assert is_decoration(shape) != bool(description(shape)), shape.name


def test_boxes_are_read_in_the_order_of_causes_each_followed_by_its_arrows() -> None:
    (slide,) = opened(zone()).slides
    read = [description(shape) for shape in slide.shapes if not is_decoration(shape)]
    first = next(i for i, words in enumerate(read) if words.startswith("Intervention: Visits"))
    assert "Visits at home before school starts" in read[first + 1]
    goal = next(i for i, words in enumerate(read) if words.startswith("Outcome: Porth Dychymyg"))
    causes = [
        i for i, words in enumerate(read) if words.startswith(("Intervention:", "Mechanism:"))
    ]
    assert max(causes) < goal


def test_doubt_is_in_words() -> None:
    theory = TheoryOfChange(
        title="Doubt",
        outcomes={id_: {"title": f"Change {id_}"} for id_ in "abcdef"},
        links=[
            {"from": "a", "to": "b", "origin": "inferred"},
            {"from": "b", "to": "c", "effect": "decreases"},
            {"from": "c", "to": "d", "effect": "unknown"},
            {"from": "d", "to": "e", "effect": "disputed"},
            {"from": "e", "to": "f"},
        ],
    )
    (slide,) = opened(to_pptx([draw(theory)])).slides
    words = [s.text_frame.text for s in slide.shapes if s.name.startswith("Beside the arrow")]
    assert sorted(words) == ["?", "disputed", "inferred", "reduces"]


def test_words_beside_arrows_are_in_the_language_of_the_picture() -> None:
    theory = TheoryOfChange(
        title="Amheuaeth",
        language="cy",
        outcomes={id_: {"title": f"Newid {id_}"} for id_ in "abcd"},
        links=[
            {"from": "a", "to": "b", "origin": "inferred"},
            {"from": "b", "to": "c", "effect": "decreases"},
            {"from": "c", "to": "d", "effect": "disputed"},
        ],
    )
    (slide,) = opened(to_pptx([draw(theory)])).slides
    words = [s.text_frame.text for s in slide.shapes if s.name.startswith("Beside the arrow")]
    assert sorted(words) == ["dadl", "wedi’i gasglu", "yn lleihau"]


def test_where_most_arrows_are_guesses_the_slide_says_so_once() -> None:
    theory = TheoryOfChange(
        title="Guesses",
        outcomes={id_: {"title": f"Change {id_}"} for id_ in "abcde"},
        links=[
            *({"from": one, "to": two, "origin": "inferred"} for one, two in ("ab", "bc", "cd")),
            {"from": "d", "to": "e"},
        ],
    )
    (slide,) = opened(to_pptx([draw(theory)])).slides
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
    assert "Arrows are inferred (our own reading), except those marked ‘stated’." in texts
    assert texts.count("stated") == 1


def test_an_imagined_theory_is_marked_on_the_slide_and_in_its_notes() -> None:
    presentation = opened(zone())
    (slide,) = presentation.slides
    assert "An imagined example" in " ".join(
        shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
    )
    assert "An imagined example" in slide.notes_slide.notes_text_frame.text
    assert "imagined" in presentation.core_properties.subject


def test_every_slide_of_an_imagined_theory_is_marked_in_one_line_below_its_title() -> None:
    outcomes = {f"o{n}": {"title": f"Change {n}"} for n in range(20)}
    theory = TheoryOfChange(
        title="A long title that takes nearly all of the line below the title of each slide, " * 2,
        imagined=True,
        outcomes=outcomes,
        links=[f"o{n} -> o{n + 1}" for n in range(19)],
    )
    slides = opened(to_pptx([draw(theory, layout="stages")])).slides
    below = [shape for slide in slides for shape in slide.shapes if shape.name == "Subtitle"]
    assert len(below) == len(slides) > 1
    words = [shape.text_frame.text for shape in below]
    assert {text.startswith("An imagined example") for text in words} == {True}
    assert max(measure(text, 12) for text in words) < 960


def test_the_notes_hold_what_the_slide_leaves_out() -> None:
    drawing = draw(example("blackpool-resilience-revolution"))
    notes = [slide.notes_slide.notes_text_frame.text for slide in opened(to_pptx([drawing])).slides]
    words = "\n".join(notes)
    for box in drawing.diagram.boxes:
        assert box.text in words
        assert all(badge.text in words for badge in box.badges)


def test_a_line_that_is_not_glued_is_named_in_the_notes() -> None:
    for slide in opened(to_pptx([draw(example("pembury"))])).slides:
        loose = [
            shape
            for shape in slide.shapes
            if shape.name.startswith("Arrow: ") and not shape._element.tag.endswith("cxnSp")
        ]
        notes = slide.notes_slide.notes_text_frame.text
        assert ("not glued to their boxes" in notes) == bool(loose)
        for shape in loose:
            assert description(shape) in notes


def test_the_legend_is_on_the_layout_of_the_slides() -> None:
    (layout,) = opened(zone()).slide_layouts
    words = [shape.text_frame.text for shape in layout.shapes if shape.has_text_frame]
    assert [word for word in words if word in ("Leads to", "Main story", "Feeds back")] == [
        "Leads to",
        "Main story",
        "Feeds back",
    ]


def test_colours_and_fonts_are_those_of_the_theme() -> None:
    with zipfile.ZipFile(io.BytesIO(zone())) as archive:
        slide = archive.read("ppt/slides/slide1.xml").decode()
    assert "srgbClr" not in slide
    assert "typeface" not in slide


def test_the_same_theory_gives_the_same_bytes_at_any_time() -> None:
    code = (
        "import sys, tocmodel, tocmodel.slides.powerpoint.write as w\n"
        f"sys.stdout.buffer.write(w.to_pptx([tocmodel.draw({str(model_file('imagined-zone'))!r})]))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == zone()
    with zipfile.ZipFile(io.BytesIO(zone())) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_several_views_are_sections_of_one_file_with_their_slides_numbered_through() -> None:
    theory = example("imagined-zone")
    drawings = [draw(theory, view) for view in theory.views]
    data = to_pptx(drawings)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("ppt/presentation.xml"))
    names = [item.get("name") for item in root.iter("{*}section")]
    assert names == [drawing.diagram.title for drawing in drawings]
    ids = [item.get("id") for item in root.iter("{*}sldId")]
    assert len(ids) == 2 * len(opened(data).slides)


def test_words_that_mean_harm_stay_words() -> None:
    bad = '</a:t><script>=HYPERLINK("http://x") & \x07 \ud800 \u202e _x0041_'
    theory = TheoryOfChange(
        title=bad, outcomes={"a": {"title": bad}, "b": {"title": "B"}}, links=["a -> b"]
    )
    (slide,) = opened(to_pptx([draw(theory)])).slides
    shown = slide.shapes.title.text
    assert shown == '</a:t><script>=HYPERLINK("http://x") & � � � _x0041_'
    assert not any(rel.is_external for rel in slide.part.rels.values())


def test_right_to_left_words_are_marked_as_such() -> None:
    theory = TheoryOfChange(
        title="نظریہ تبدیلی",
        language="ur",
        outcomes={"a": {"title": "بچے پرسکون ہیں"}, "b": {"title": "بچے سیکھتے ہیں"}},
        links=["a -> b"],
    )
    (slide,) = opened(to_pptx([draw(theory)])).slides
    (box,) = [
        shape
        for shape in slide.shapes
        if shape.has_text_frame
        and "پرسکون" in shape.text_frame.text
        and shape.name.startswith("Outcome")
    ]
    assert box._element.xpath(".//a:rPr/@lang") == ["en-GB", "ur"]
    assert slide.shapes.title._element.xpath(".//a:pPr/@rtl") == ["1"]


SOME = [(name, view) for name in NAMES for view in load(model_file(name)).views]


def _placed() -> Iterator[tuple[Any, Bounds]]:
    area = plain_canvas().area
    for name, view in SOME:
        for chapter in lay_out_slides([draw(example(name), view)], ["x"], area):
            yield from ((slide, area) for slide in chapter.slides)


def test_most_arrows_of_all_views_are_glued_and_none_of_these_crosses_a_box() -> None:
    arrows = found = 0
    for slide, _ in _placed():
        assert slide.scene.page
        boxes = {group.id: group.bounds for group in slide.scene.find("box")}
        for group in slide.scene.find("arrow"):
            arrows += 1
            glue: Glue | None = slide.glue.get(group.id)
            if glue is None:
                continue
            found += 1
            ends = {f"box:{end}" for end in group.ends}
            others = [bounds for id_, bounds in boxes.items() if id_ not in ends]
            assert not any(crosses(glue, bounds) for bounds in others), group.id
    assert arrows > 1500
    assert found / arrows > 0.85


@pytest.mark.parametrize(
    ("name", "view"),
    [(name, id_) for name, id_ in SOME if load(model_file(name)).views[id_].lanes],
)
def test_a_view_with_rows_is_written_with_names_of_its_rows(name: str, view: str) -> None:
    drawing = draw(example(name), view)
    shapes = [shape for slide in opened(to_pptx([drawing])).slides for shape in slide.shapes]
    names = {shape.name for shape in shapes if shape.name.startswith("Lane: ")}
    assert names <= {f"Lane: {lane.title}" for lane in drawing.diagram.lanes}
    bands = {shape.name for shape in shapes if shape.name.startswith("Band: ")}
    has_bands = any(lane.colour for lane in drawing.diagram.lanes)
    assert bands == ({name.replace("Lane: ", "Band: ") for name in names} if has_bands else set())
    grounds = [shape for shape in shapes if shape.name.startswith("Band: ")]
    colours = {str(shape.fill.fore_color.theme_color) for shape in grounds}
    assert len(colours) > 1 or not has_bands


# Templates.


def template(change: Callable[[Any], None] = lambda presentation: None) -> bytes:
    """A template of a council, with two slides of its own."""
    presentation = pptx.Presentation()
    for layout in (presentation.slide_layouts[0], presentation.slide_layouts[5]):
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = "Lorem ipsum"
    change(presentation)
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def small() -> Drawing:
    theory = TheoryOfChange(
        title="Small", outcomes={"a": {"title": "A"}, "b": {"title": "B"}}, links=["a -> b"]
    )
    return draw(theory)


def test_a_template_gives_its_size_its_layout_and_its_theme_but_not_its_slides() -> None:
    made = opened(to_pptx([small()], template=template()))
    assert (made.slide_width, made.slide_height) == (9144000, 6858000)
    (slide,) = made.slides
    assert slide.slide_layout.name == "Title Only"
    assert slide.shapes.title.text == "Small"
    bottom = max(shape.top + shape.height for shape in slide.shapes if not shape.is_placeholder)
    assert bottom <= made.slide_height


def _in_verdana(presentation: Any) -> None:
    for part in presentation.part.package.iter_parts():
        if str(part.partname).startswith("/ppt/theme/"):
            part._blob = part.blob.replace(b'latin typeface="Calibri"', b'latin typeface="Verdana"')


def test_boxes_have_room_for_the_letters_of_a_wider_font() -> None:
    areas = []
    for change in (lambda presentation: None, _in_verdana):
        (slide,) = opened(to_pptx([small()], template=template(change))).slides
        (box,) = [shape for shape in slide.shapes if shape.name == "Outcome: A"]
        areas.append(box.height)
        assert box._element.xpath(".//a:rPr/@sz") == ["1200", "1200"]
    assert areas[1] > areas[0]


def test_the_letters_of_a_long_title_shrink_before_a_wider_font_would_break_it() -> None:
    """Blackpool's title fills the line: a computer without Arial would need two."""
    view = "What each part of resilience gets, and whether it changes the odds"
    theory = example("blackpool-resilience-revolution")
    name = next(key for key, view_ in theory.views.items() if view_.title == view)
    title = opened(to_pptx([draw(theory, view=name)])).slides[0].shapes.title
    [run] = title.text_frame.paragraphs[0].runs
    assert (run.text, run.font.size.pt < 24) == (f"{view}: overview", True)


def test_a_potx_file_is_a_template_too() -> None:
    parts = _parts(template())
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        b"presentationml.presentation.main+xml", b"presentationml.template.main+xml"
    )
    assert len(opened(to_pptx([small()], template=_zip(parts))).slides) == 1


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def _without_title_only(presentation: Any) -> None:
    for layout in list(presentation.slide_layouts):
        if layout.name == "Title Only":
            for slide in list(presentation.slides._sldIdLst):
                presentation.part.drop_rel(slide.rId)
                presentation.slides._sldIdLst.remove(slide)
            presentation.slide_layouts.remove(layout)


BOMB = {"ppt/media/image1.png": b"\0" * (300 * 1024 * 1024)}
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    b'<p:presentation xmlns:p="x">&b;</p:presentation>'
)
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "words": (lambda: b"not a presentation", "the file is not a PowerPoint file"),
    "macros": (
        lambda: _zip({**_parts(template()), "ppt/vbaProject.bin": b"x"}),
        "the template has macros",
    ),
    "no layout": (
        lambda: template(_without_title_only),
        "the template has no layout ‘Title Only’, with a title and nothing else; it has ‘Title S",
    ),
    "bomb": (lambda: _zip({**_parts(template()), **BOMB}), "the template unpacks to more than"),
    "entities": (
        lambda: _zip({**_parts(template()), "ppt/presentation.xml": ENTITIES}),
        "the template is damaged",
    ),
    "a workbook": (lambda: _zip({"[Content_Types].xml": b"<x/>"}), "is not a PowerPoint file"),
    "empty": (lambda: b"", "the file is not a PowerPoint file"),
    "half": (lambda: template()[:5000], "the file is not a PowerPoint file"),
    "no master": (
        lambda: _zip({**_parts(template()), "ppt/slideMasters/slideMaster1.xml": b"<a/>"}),
        "the template is damaged",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_template_that_cannot_be_used_is_refused(case: str) -> None:
    made, message = REFUSED[case]
    with pytest.raises(tocmodel.TocModelError) as refused:
        to_pptx([small()], template=made())
    assert message in str(refused.value)


def test_nothing_to_draw_is_reported() -> None:
    with pytest.raises(tocmodel.TocModelError, match="there is nothing to draw"):
        to_pptx([])


def test_the_extra_is_named_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(tocmodel.TocModelError, match=r"pip install 'tocmodel\[office\]'"):
        small().to_bytes("pptx")


def test_a_view_without_boxes_is_a_slide_too() -> None:
    assert len(opened(to_pptx([draw_diagram(Diagram(title="Nothing yet"))])).slides) == 1


# LibreOffice.


@pytest.fixture
def office(require: Callable[[bool, str], None]) -> Callable[[Path, str], Path]:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    require(program is not None, "LibreOffice is not installed")

    def convert(path: Path, ending: str) -> Path:
        folder = path.parent / "converted"
        profile = f"-env:UserInstallation=file://{path.parent}/profile"
        command = [str(program), profile, "--headless", "--convert-to", ending, "--outdir"]
        subprocess.run([*command, str(folder), str(path)], check=True, capture_output=True)
        return folder / f"{path.stem}.{ending}"

    return convert


def test_libreoffice_keeps_shapes_glue_and_notes(
    office: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    path = tmp_path / "zone.pptx"
    path.write_bytes(zone())
    (before,), (after,) = opened(zone()).slides, opened(office(path, "pptx").read_bytes()).slides
    words = [
        {shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}
        for slide in (before, after)
    ]
    assert words[0] - {""} <= words[1]
    assert len(glued(after)) == len(glued(before)) > 10
    assert (
        after.notes_slide.notes_text_frame.text.split()
        == before.notes_slide.notes_text_frame.text.split()
    )
