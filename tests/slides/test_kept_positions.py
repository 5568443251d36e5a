"""Slides and draw.io pages keep the order of an earlier picture, as pictures do."""

import io
from collections.abc import Callable
from xml.etree import ElementTree

import pptx
import pytest
from slide_measures import page_area

from tocmodel.drawing import Drawing, draw
from tocmodel.model import TheoryOfChange
from tocmodel.slides.drawio.write import to_drawio
from tocmodel.slides.pictures import to_slides
from tocmodel.slides.powerpoint.write import to_pptx

CROSSED = TheoryOfChange(
    title="Crossed",
    outcomes={
        **{f"a{n}": {"title": f"Cause {n}", "horizon": "short"} for n in range(4)},
        **{f"b{n}": {"title": f"Effect {n}", "horizon": "medium"} for n in range(4)},
    },
    links=[f"a{n} -> b{3 - n}" for n in range(4)],
)
"""A theory whose boxes, in the order of the file, have arrows that cross."""


def on_slide(drawing: Drawing) -> list[str]:
    (slide,) = pptx.Presentation(io.BytesIO(to_pptx([drawing]))).slides
    boxes = [shape for shape in slide.shapes if shape.name.startswith("Outcome: ")]
    return [
        shape.name.removeprefix("Outcome: ")
        for shape in sorted(boxes, key=lambda shape: (shape.left, shape.top))
    ]


def on_page(drawing: Drawing) -> list[str]:
    (page,) = ElementTree.fromstring(to_drawio([drawing]))
    cells = {item.get("id", ""): item for item in page.iterfind("./mxGraphModel/root/*")}
    areas = {
        item.get("title", ""): page_area(cells, id_)
        for id_, item in cells.items()
        if id_.startswith("box:")
    }
    return sorted(areas, key=lambda title: (areas[title].x, areas[title].y))


def on_picture(drawing: Drawing) -> list[str]:
    (slide,) = to_slides(drawing)
    return in_scene(slide)


def in_scene(slide: Drawing) -> list[str]:
    boxes = {
        group.title.removeprefix("Outcome: "): group.bounds for group in slide.scene.find("box")
    }
    areas = {title: area for title, area in boxes.items() if area}
    return sorted(areas, key=lambda title: (areas[title].x, areas[title].y))


@pytest.mark.parametrize("order_in", [on_slide, on_page, on_picture])
def test_boxes_keep_their_order(order_in: Callable[[Drawing], list[str]]) -> None:
    before = draw(CROSSED, order="file")
    assert order_in(draw(CROSSED, keep_positions=before)) == in_scene(before)
    assert order_in(draw(CROSSED)) != in_scene(before)
