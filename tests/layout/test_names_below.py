"""Boxes that nothing in the theory is linked to are a list of names below the columns."""

from attrs import evolve
from geometry import faults

from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Badge, Diagram
from tocmodel.diagram.names_below import with_names_below
from tocmodel.layout import Text, layout
from tocmodel.layout.scene import Scene
from tocmodel.model import Element, Horizon, Intervention, Link, Outcome, TheoryOfChange, View

LOOSE = ("Parents know each other", "Children sleep better", "Evenings are calmer")


def wall(**titles: str) -> TheoryOfChange:
    """A workshop's wall: a club that leads to a meal, and outcomes that nothing leads to."""
    outcomes: list[Element] = [Outcome(id="fed", title="Children are fed", horizon=Horizon.SHORT)]
    outcomes += [
        Outcome(id=id_, title=title, horizon=Horizon.SHORT) for id_, title in titles.items()
    ]
    return TheoryOfChange(
        title="A wall",
        interventions=[Intervention(id="club", title="Breakfast club")],
        outcomes=outcomes,
        links=[Link(from_="club", to="fed")],
    )


def words_of(scene: Scene, id_: str) -> str:
    group = next(group for group in scene.groups if group.id == id_)
    return " ".join(item.text for item in group.items if isinstance(item, Text))


def pictured(diagram: Diagram) -> tuple[list[str], list[str]]:
    """The boxes, and the names below them."""
    found = with_names_below(diagram)
    return [box.id for box in found.boxes], [box.id for box in found.unlinked]


def test_names_without_a_link_are_listed_below_with_their_stage_and_no_box() -> None:
    diagram = to_diagram(wall(a=LOOSE[0], b=LOOSE[1], c=LOOSE[2]))
    scene = layout(diagram)
    assert words_of(scene, "unlinked") == "Named, not yet linked"
    assert [words_of(scene, f"box:{id_}") for id_ in "abc"] == [
        f"{title} (Short-term outcomes)" for title in LOOSE
    ]
    assert len(scene.find("box")) == len(diagram.boxes)
    bottom = max(column.bounds.bottom for column in scene.find("column") if column.bounds)
    assert all(
        item.y > bottom
        for id_ in "abc"
        for group in scene.groups
        if group.id == f"box:{id_}"
        for item in group.items
        if isinstance(item, Text)
    )
    assert faults(scene) == []


def test_one_or_two_names_without_a_link_are_boxes() -> None:
    assert pictured(to_diagram(wall(a=LOOSE[0], b=LOOSE[1]))) == (["club", "fed", "a", "b"], [])


def test_a_column_of_nothing_but_names_keeps_its_boxes() -> None:
    theory = wall(a=LOOSE[0], b=LOOSE[1], c=LOOSE[2])
    late = [
        evolve(one, horizon=Horizon.LONG) for one in theory.outcomes.values() if one.id != "fed"
    ]
    diagram = to_diagram(evolve(theory, outcomes=[theory.outcomes["fed"], *late]))
    assert pictured(diagram) == (["club", "fed", "a", "b", "c"], [])


def test_a_box_with_more_than_a_name_stays_a_box() -> None:
    diagram = to_diagram(wall(a=LOOSE[0], b=LOOSE[1], c=LOOSE[2], d="Neighbours say hello"))
    doubt = (Badge(kind="inferred", text="inferred"),)
    boxes = tuple(evolve(box, badges=doubt) if box.id == "d" else box for box in diagram.boxes)
    assert pictured(evolve(diagram, boxes=boxes)) == (["club", "fed", "d"], ["a", "b", "c"])


def test_a_box_whose_links_a_view_hides_is_not_said_to_have_none() -> None:
    theory = wall(a=LOOSE[0], b=LOOSE[1], c=LOOSE[2])
    led = [Link(from_="club", to=id_) for id_ in ("fed", "a", "b", "c")]
    view = View(title="Outcomes", show=("outcomes",))
    assert pictured(to_diagram(evolve(theory, links=led), view)) == (["fed", "a", "b", "c"], [])
