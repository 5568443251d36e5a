"""Drawings: any format by its ending, laid out once, and shown in a notebook."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from diagrams import club
from example_models import model_file
from matrices import marked, told
from pypdf import PdfReader

import tocmodel
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Box, Column, Diagram
from tocmodel.drawing import (
    FORMATS,
    MATRIX_FORMATS,
    MATRIX_SUFFIXES,
    SUFFIXES,
    Drawing,
    draw,
    draw_diagram,
    draw_matrix,
    to_pdf,
)
from tocmodel.fileformat.loading import load
from tocmodel.layout.flow import graphviz as engines

STARTS = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF-", "pptx": b"PK", "dot": b"digraph"}


@pytest.fixture
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a machine on which no engine is installed."""
    monkeypatch.setattr(engines, "ENGINES", ())
    monkeypatch.delenv("TOCMODEL_ENGINE", raising=False)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_ending_of_a_name_gives_the_format(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"picture{suffix.upper()}"
    draw_diagram(club()).save(path)
    assert path.read_bytes().startswith(STARTS.get(SUFFIXES[suffix], b""))
    assert path.read_bytes() == draw_diagram(club()).to_bytes(SUFFIXES[suffix])


def test_an_unknown_ending_is_reported(tmp_path: Path) -> None:
    with pytest.raises(TocModelError, match=r"^unknown file type '\.gif': save as \.svg, "):
        draw_diagram(club()).save(tmp_path / "a.gif")


@pytest.mark.parametrize("name", ["zone.toc.yaml", "zone.toc.json"])
def test_a_theory_is_not_written_over_by_its_picture(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text("tocmodel: 1\n")
    for drawing in (draw_diagram(club()), draw_matrix(told())):
        with pytest.raises(TocModelError, match=rf"^'{name}' is the name of a theory: save as "):
            drawing.save(path)
    assert path.read_text() == "tocmodel: 1\n"


def test_drawings_become_the_pages_of_one_pdf() -> None:
    made = to_pdf([draw_diagram(club()), draw_matrix(told())], title="Both", bookmarks=["A", "B"])
    reader = PdfReader(io.BytesIO(made))
    assert [mark.title for mark in reader.outline] == ["A", "B"]
    assert (len(reader.pages), reader.trailer["/Info"]["/Title"]) == (2, "Both")
    with pytest.raises(TocModelError, match=r"^there is nothing to draw$"):
        to_pdf([])


def test_an_unknown_format_is_reported() -> None:
    with pytest.raises(TocModelError, match="no format 'gif': choose one of svg, png, pdf"):
        draw_diagram(club()).to_bytes("gif")


def test_a_drawing_is_laid_out_once() -> None:
    drawing = draw_diagram(club())
    assert drawing.scene is drawing.scene


def test_a_view_is_drawn_by_its_name() -> None:
    theory = load(model_file("pembury"))
    assert draw(theory, "overview").diagram.title == theory.views["overview"].title


def test_an_unknown_view_is_reported() -> None:
    with pytest.raises(TocModelError, match="no view 'overvew'; did you mean 'overview'"):
        draw(load(model_file("pembury")), "overvew")


@pytest.mark.usefixtures("no_engine")
@pytest.mark.parametrize("format_", ["dot", "mermaid", "text"])
def test_text_needs_no_engine(format_: str) -> None:
    assert draw_diagram(club()).to_bytes(format_)


@pytest.mark.usefixtures("no_engine")
def test_without_an_engine_a_picture_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(TocModelError, match="run 'pip install pygraphviz'"):
        draw_diagram(club()).save(tmp_path / "a.svg")
    assert list(tmp_path.iterdir()) == []


def test_a_notebook_shows_the_picture_and_its_words() -> None:
    bundle = draw_diagram(club())._repr_mimebundle_(include=None, exclude=None)
    assert bundle["image/svg+xml"] == draw_diagram(club()).svg
    assert "Children are not hungry" in bundle["text/plain"]


@pytest.mark.usefixtures("no_engine")
def test_a_notebook_without_an_engine_shows_the_words() -> None:
    bundle = draw_diagram(club())._repr_mimebundle_()
    assert list(bundle) == ["text/plain"]
    assert "Children are not hungry" in bundle["text/plain"]
    assert "run 'pip install pygraphviz'" in bundle["text/plain"]


def test_a_picture_that_fits_needs_no_note() -> None:
    assert draw_diagram(club()).notes == ()


def test_a_picture_that_does_not_fit_the_page_asked_for_says_so() -> None:
    boxes = tuple(
        Box(id=f"e{n}", kind="outcome", text="Families use more", column=f"c{n % 4}")
        for n in range(80)
    )
    columns = tuple(Column(id=f"c{n}", title=f"Step {n}") for n in range(4))
    diagram = Diagram(title="Many", columns=columns, boxes=boxes)
    smaller = "for print, draw a smaller view (focus on one element, or collapse groups)"
    assert draw_diagram(diagram, page="A4").notes == (
        f"the picture does not fit A4, and is made for A3: {smaller}",
    )
    assert draw_diagram(diagram).notes == ()
    assert draw_diagram(diagram, page="A3").notes == ()


def test_a_picture_larger_than_any_sheet_says_its_size() -> None:
    boxes = tuple(
        Box(id=f"e{n}", kind="outcome", text="Families use more", column="c") for n in range(60)
    )
    diagram = Diagram(title="Tall", columns=(Column(id="c", title="Changes"),), boxes=boxes)
    (note,) = draw_diagram(diagram, page="A4").notes
    scene = draw_diagram(diagram).scene
    wide, high = (round(side / 72 * 2.54) for side in (scene.width, scene.height))
    assert note.startswith(f"the picture is {wide} by {high} cm, larger than A4: for print")


@pytest.mark.parametrize("suffix", MATRIX_SUFFIXES)
def test_a_table_is_saved_in_the_format_of_its_ending(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"table{suffix}"
    draw_matrix(told()).save(path)
    starts = {
        **STARTS,
        "html": b"<!doctype html>",
        "csv": b'\xef\xbb\xbf"Cycle"',
        "text": b"Value",
        "xlsx": b"PK",
    }
    assert path.read_bytes().startswith(starts[MATRIX_SUFFIXES[suffix]])
    assert path.read_bytes() == draw_matrix(told()).to_bytes(MATRIX_SUFFIXES[suffix])


def test_every_format_of_a_table_has_an_ending() -> None:
    assert set(MATRIX_SUFFIXES.values()) == set(MATRIX_FORMATS)


def test_an_unknown_format_of_a_table_is_reported(tmp_path: Path) -> None:
    with pytest.raises(TocModelError, match="no format 'dot' for a table: choose one of svg, png"):
        draw_matrix(told()).to_bytes("dot")
    with pytest.raises(TocModelError, match=r"^unknown file type '\.dot': save as \.svg, "):
        draw_matrix(told()).save(tmp_path / "a.dot")


def test_a_table_shows_itself_in_a_notebook() -> None:
    bundle = draw_matrix(told())._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "image/svg+xml"}
    assert told()._repr_mimebundle_() == bundle


def test_a_table_needs_no_engine(no_engine: None) -> None:
    drawing = draw_matrix(told())
    assert drawing.svg.startswith("<?xml")
    assert drawing.html.startswith("<!doctype html>")
    assert drawing.notes == ()


def test_a_table_larger_than_the_sheet_asked_for_says_so() -> None:
    (note,) = draw_matrix(marked(45), page="A4").notes
    assert note == (
        "the table does not fit A4, and is made for A3: for print, show fewer rows or columns, or "
        "use html"
    )


def test_a_drawing_takes_the_format_of_every_writer() -> None:
    assert set(SUFFIXES.values()) == set(FORMATS)
    assert isinstance(draw_diagram(club()), Drawing)


def test_drawing_to_svg_imports_nothing_heavy() -> None:
    heavy = ["cattrs", "graphviz", "jsonschema", "networkx", "reportlab", "resvg_py", "rich"]
    program = (
        "import sys, tocmodel\n"
        f"tocmodel.draw(tocmodel.load({str(model_file('pembury'))!r})).svg\n"
        f"print([name for name in {heavy} if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_keys_change_a_view_for_one_picture() -> None:
    theory = tocmodel.TheoryOfChange(
        title="Reading",
        interventions={"club": {"title": "A club"}},
        outcomes={"joy": {"title": "Joy"}, "rest": {"title": "Rest"}},
        links=["club -> joy -> rest"],
        views={"all": {"title": "Everything", "colour": "level"}},
    )

    def drawn(**keys: object) -> tuple[str, list[str]]:
        picture = tocmodel.draw(theory, **keys).diagram
        return picture.title, sorted(box.id for box in picture.boxes)

    assert drawn() == ("Everything", ["club", "joy", "rest"])
    assert drawn(focus="joy", upstream=1, downstream=0) == ("Reading", ["club", "joy"])
    assert drawn(view="all", focus="rest", upstream=0) == ("Everything", ["rest"])


@pytest.mark.parametrize(
    ("keys", "message"),
    [
        ({"page": "A5"}, "no page 'A5': choose A4, A3, A2, A1, A0 or slide"),
        ({"fcus": "joy"}, "the view: there is no field 'fcus'; did you mean 'focus'?"),
        (
            {"direction": "up"},
            (
                "the view: the field 'direction' is 'up', which is not one of left-to-right, "
                "top-to-bottom"
            ),
        ),
        ({"focus": "jy"}, "no element 'jy' for the view 'Reading'; did you mean 'joy'?"),
        (
            {"where": {"levl": ["child"]}},
            "the view 'Reading': no element has a field 'levl'; did you mean 'level'?",
        ),
        (
            {"where": {"level": ["famly"]}},
            "the view 'Reading': 'famly' is not a word for 'level'; did you mean 'family'?",
        ),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_laid_out(
    keys: dict[str, Any], message: str
) -> None:
    theory = tocmodel.TheoryOfChange(title="Reading", outcomes={"joy": {"title": "Joy"}})
    with pytest.raises(TocModelError) as refused:
        tocmodel.draw(theory, **keys)
    assert str(refused.value) == message


def test_a_link_to_what_is_not_there_is_refused() -> None:
    theory = tocmodel.TheoryOfChange(
        title="Reading", outcomes={"joy": {"title": "Joy"}}, links=["joy -> jo"]
    )
    with pytest.raises(TocModelError) as refused:
        tocmodel.draw(theory)
    assert str(refused.value) == "no element 'jo' for the link 'joy -> jo'; did you mean 'joy'?"
