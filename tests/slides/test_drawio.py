"""draw.io files: pages, layers, containers, fixed ends of arrows, and tooltips."""

from functools import cache
from xml.etree import ElementTree as ET

import pytest
from example_models import NAMES, model_file
from slide_measures import drawn_page

from tocmodel.diagnostics import TocModelError
from tocmodel.drawing import draw
from tocmodel.fileformat.loading import load
from tocmodel.model import TheoryOfChange
from tocmodel.slides.drawio.write import to_drawio


@cache
def example(name: str) -> TheoryOfChange:
    """An example, read once."""
    return load(model_file(name))


def cells(page: ET.Element) -> dict[str, tuple[ET.Element, ET.Element]]:
    """The cells of a page by their ids, each with what holds its label."""
    found: dict[str, tuple[ET.Element, ET.Element]] = {}
    for item in page.iterfind("./mxGraphModel/root/*"):
        cell = item if item.tag == "mxCell" else item.find("mxCell")
        assert cell is not None
        assert item.get("id") not in found
        found[item.get("id", "")] = (item, cell)
    return found


def style(cell: ET.Element) -> dict[str, str]:
    parts = (part.partition("=") for part in cell.get("style", "").split(";") if part)
    return {key: value for key, _, value in parts}


def place(known: dict[str, tuple[ET.Element, ET.Element]], id_: str) -> tuple[float, ...]:
    """The left, top, right and bottom of a cell on the page."""
    _, cell = known[id_]
    geometry = cell.find("mxGeometry")
    assert geometry is not None
    x, y, width, height = (float(geometry.get(key, 0)) for key in ("x", "y", "width", "height"))
    parent = cell.get("parent", "")
    if parent in known and known[parent][1].get("vertex"):
        left, top, *_ = place(known, parent)
        x, y = x + left, y + top
    return x, y, x + width, y + height


@pytest.mark.parametrize("name", NAMES)
def test_each_view_is_a_page_whose_cells_hold_together(name: str) -> None:
    theory = example(name)
    drawings = [draw(theory, view) for view in theory.views] or [draw(theory)]
    root = ET.fromstring(to_drawio(drawings))
    assert [page.get("name") for page in root] == [one.diagram.title for one in drawings]
    for page, drawing in zip(root, drawings, strict=True):
        known = cells(page)
        assert drawn_page(page).in_the_way() == []
        assert list(known)[:2] == ["0", "1"]
        for item, cell in known.values():
            assert cell.get("parent") in known or item.get("id") == "0"
            assert cell.get("style") is None or "html=0" in cell.get("style", "").split(";")
        for box in drawing.diagram.boxes:
            item, _ = known[f"box:{box.id}"]
            assert item.get("label", "").partition(": ")[2].startswith(box.text)
        for arrow in drawing.diagram.arrows:
            if f"arrow:{arrow.id}" in known:
                _ends_are_on_their_boxes(known, f"arrow:{arrow.id}")


def _ends_are_on_their_boxes(known: dict[str, tuple[ET.Element, ET.Element]], id_: str) -> None:
    cell = known[id_][1]
    look = style(cell)
    assert {cell.get("source"), cell.get("target")} <= known.keys()
    for side in ("exit", "entry"):
        assert 0 <= float(look[f"{side}X"]) <= 1
        assert 0 <= float(look[f"{side}Y"]) <= 1


def test_a_page_has_three_layers() -> None:
    (page,) = ET.fromstring(to_drawio([draw(example("plus-one"))]))
    layers = [cell.get("value") for _, cell in cells(page).values() if cell.get("parent") == "0"]
    assert layers == ["Columns and lanes", "Arrows", "Boxes and groups"]


def test_a_group_is_a_container_and_its_boxes_are_within() -> None:
    drawing = draw(example("plus-one"))
    (page,) = ET.fromstring(to_drawio([drawing]))
    known = cells(page)
    held = [box for box in drawing.diagram.boxes if box.cluster]
    assert held
    for box in held:
        parent = known[f"box:{box.id}"][1].get("parent", "")
        assert known[parent][0].get("group") == box.cluster
        assert style(known[parent][1])["container"] == "1"
        outer, inner = place(known, parent), place(known, f"box:{box.id}")
        assert outer[0] <= inner[0] < inner[2] <= outer[2]
        assert outer[1] <= inner[1] < inner[3] <= outer[3]


def test_reasons_and_doubts_are_in_the_tooltip_and_the_data_of_an_arrow() -> None:
    theory = TheoryOfChange(
        title="Why",
        outcomes={"a": {"title": "A"}, "b": {"title": "B"}},
        links=[{"from": "a", "to": "b", "because": "x < y & <b>z</b>", "origin": "inferred"}],
    )
    (page,) = ET.fromstring(to_drawio([draw(theory)]))
    ((item, cell),) = [found for id_, found in cells(page).items() if id_.startswith("arrow:")]
    assert "x &lt; y &amp; &lt;b&gt;z&lt;/b&gt;" in item.get("tooltip", "")
    assert (item.get("label"), item.get("origin"), item.get("kind")) == (
        "inferred",
        "inferred",
        "causal",
    )
    assert style(cell)["endFill"] == "0"


def test_the_same_theory_gives_the_same_file() -> None:
    drawings = [[draw(example("pembury"))] for _ in range(2)]
    assert to_drawio(drawings[0]) == to_drawio(drawings[1])


def test_nothing_to_draw_is_reported() -> None:
    with pytest.raises(TocModelError, match="there is nothing to draw"):
        to_drawio([])
