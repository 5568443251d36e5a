"""Boxes with many small lines: the last of them are numbers, and the key has the words."""

import pytest
from example_models import NAMES, model_file

from tocmodel import load
from tocmodel.diagram import to_diagram, views
from tocmodel.diagram.model import Badge, Box, Column, Diagram
from tocmodel.diagram.without_badges import states_doubt
from tocmodel.layout import Scene, Text, layout
from tocmodel.layout.scene import SceneGroup
from tocmodel.layout.symbols.tall_boxes import MOST_LINES, lines_in

RISK = Badge(kind="risk", text="risk: Families move away from the area before any change can show")
GUESS = Badge(kind="inferred", text="inferred")
FIGURE = Badge(kind="indicator", text="Families who say that it makes a difference: 95%")


def drawn(*badges: Badge) -> Scene:
    box = Box(id="a", kind="outcome", text="Families stay", column="short", badges=badges)
    short = Column(id="short", title="Short")
    return layout(Diagram(title="Change", boxes=(box,), columns=(short,)))


def words(scene: Scene, role: str) -> list[str]:
    """Return the lines of words in the groups of a role."""
    groups = scene.find(role)
    return [item.text for group in groups for item in group.items if isinstance(item, Text)]


def many(count: int) -> list[Badge]:
    return [
        Badge(kind="assumption", text=f"assumes: condition {n} holds there") for n in range(count)
    ]


def test_a_box_with_few_lines_keeps_its_words() -> None:
    assert words(drawn(FIGURE, GUESS, RISK), "key") == []


def test_what_is_last_in_a_tall_box_is_a_number_and_the_key_has_its_words() -> None:
    scene = drawn(FIGURE, *many(8), GUESS, RISK)
    (box,) = scene.find("box")
    assert lines_in(box) <= MOST_LINES
    assert "1" in words(scene, "box")
    assert "inferred" in words(scene, "box")
    assert RISK.text in " ".join(words(scene, "key"))
    assert RISK.text in box.description


def test_what_states_a_doubt_stays_in_a_tall_box() -> None:
    doubts = [Badge(kind="against", text=f"evidence against: report {n}") for n in range(12)]
    scene = drawn(*doubts)
    assert words(scene, "key") == []
    assert lines_in(scene.find("box")[0]) > MOST_LINES


@pytest.mark.parametrize("name", NAMES)
def test_no_box_of_an_example_has_lines_that_the_key_could_have_beyond_ten(name: str) -> None:
    theory = load(model_file(name))
    for view in views(theory):
        diagram = to_diagram(theory, view)
        badges = {f"box:{box.id}": box.badges for box in diagram.boxes}
        tall = [box for box in layout(diagram).find("box") if lines_in(box) > MOST_LINES]
        left = [
            f"{view.id}, {box.title}: {badge.text}"
            for box in tall
            for badge in badges[box.id]
            if not states_doubt(badge) and badge.share is None and badge.text in _words(box)
        ]
        assert left == []


def _words(box: SceneGroup) -> str:
    return " ".join(item.text for item in box.items if isinstance(item, Text))
