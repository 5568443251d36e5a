"""Strands: rows of groups, each a band across all columns."""

from itertools import pairwise

import pytest
from geometry import meet
from small_theories import titled

from tocmodel.diagram import to_diagram
from tocmodel.layout import Scene, Text, layout
from tocmodel.layout.palette import LANE, STAGES, tone
from tocmodel.layout.scene import Path
from tocmodel.model import TheoryOfChange, View

OUTCOMES = {
    "a": {"title": "A", "horizon": "short", "group": "north"},
    "b": {"title": "B", "horizon": "long", "group": "south"},
    "c": {"title": "C", "horizon": "impact"},
}
THEORY = TheoryOfChange(
    title="Two strands", groups=titled("north south"), outcomes=OUTCOMES, links=["a -> b -> c"]
)


def drawn(**keys: str) -> Scene:
    return layout(to_diagram(THEORY, View(title="Strands", layout="stages", **keys)))


def fills(scene: Scene) -> list[str]:
    """The colour of each band: the first that is not the white between two."""
    bands = [
        [
            item
            for item in lane.items
            if isinstance(item, Path) and item.fill not in (None, "#ffffff")
        ]
        for lane in scene.find("lane")
    ]
    return [str(band[0].fill) for band in bands]


@pytest.mark.parametrize("direction", ["left-to-right", "top-to-bottom"])
def test_a_strand_has_its_name_a_line_before_it_and_a_band_of_its_own(direction: str) -> None:
    scene = drawn(lanes="group", direction=direction)
    lanes = scene.find("lane")
    words = [" ".join(item.text for item in lane.items if isinstance(item, Text)) for lane in lanes]
    assert words == ["The north", "The south", "Not stated"]
    lines = [
        [item for item in lane.items if isinstance(item, Path) and item.stroke] for lane in lanes
    ]
    assert [len(found) for found in lines] == [0, 1, 1]
    keys = ("group:north", "group:south")
    assert fills(scene) == [*(tone(key, keys).pale for key in keys), STAGES["not-classified"].pale]
    areas = [lane.bounds for lane in lanes if lane.bounds]
    assert not any(meet(one, other) for one, other in pairwise(areas))


def test_a_strand_has_the_colour_of_its_boxes_where_groups_colour_them() -> None:
    picture = to_diagram(THEORY, View(title="Strands", lanes="group", colour="group"))
    assert [lane.colour for lane in picture.lanes[:2]] == ["group:north", "group:south"]
    assert set(picture.colours) >= {"group:north", "group:south"}


def test_other_rows_have_no_colour_of_their_own() -> None:
    assert set(fills(drawn(lanes="level"))) == {LANE.pale}
