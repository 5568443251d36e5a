"""The legend names every sign of a picture, and no other."""

import pytest
from attrs import evolve
from example_models import NAMES, model_file

from tocmodel.diagram import to_diagram, views
from tocmodel.diagram.model import Diagram
from tocmodel.fileformat.loading import load
from tocmodel.model import ColourBy, TheoryOfChange


def in_boxes_and_on_arrows(diagram: Diagram) -> set[str]:
    """The kinds of small mark that a picture shows."""
    in_boxes = {badge.kind for box in diagram.boxes for badge in box.badges}
    return in_boxes | {kind for arrow in diagram.arrows for kind in arrow.evidence}


@pytest.mark.parametrize("name", NAMES)
def test_every_mark_of_an_example_is_in_its_legend_and_no_other(name: str) -> None:
    theory = load(model_file(name))
    for view in theory.views:
        diagram = to_diagram(theory, view)
        samples = [entry.sample.split(":", 1) for entry in diagram.legend]
        shown = in_boxes_and_on_arrows(diagram)
        explained = {kind for what, kind in samples if what in {"badge", "value", "arrow"}}
        assert shown - explained == set()
        assert {kind for what, kind in samples if what == "badge"} - shown == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_kind_of_box_of_an_example_is_in_its_legend(name: str) -> None:
    theory = load(model_file(name))
    for view in theory.views:
        diagram = to_diagram(theory, view)
        named = {entry.sample for entry in diagram.legend}
        expected = {
            f"value:{box.status}" if box.kind == "value_creation" else f"box:{box.kind}"
            for box in diagram.boxes
        }
        assert expected - named == set()


@pytest.mark.parametrize("name", NAMES)
def test_an_arrow_that_somebody_told_is_in_the_legend_only_where_there_is_one(name: str) -> None:
    theory = load(model_file(name))
    for view in theory.views:
        diagram = to_diagram(theory, view)
        leading = [
            arrow
            for arrow in diagram.arrows
            if (arrow.kind, arrow.feedback) == ("causal", False) and arrow.effect != "decreases"
        ]
        samples = {entry.sample for entry in diagram.legend}
        assert ("arrow:causal" in samples) == any(not arrow.guess for arrow in leading)


EVIDENCE = {"evidence", "against", "neither", "situation", "delivery", "aim", "unstated"}


def without_colour(diagram: Diagram) -> dict[str, set[frozenset[str]]]:
    """For each colour of the boxes, what else tells which one it is, box by box."""
    found: dict[str, set[frozenset[str]]] = {}
    for box in diagram.boxes:
        if box.kind not in ("group", "undescribed"):  # these have an outline of their own
            marks = {badge.kind for badge in box.badges}
            said = {badge.text for badge in box.badges if badge.kind == "category"}
            doing = {kind for kind in marks if kind.startswith("progress:")}
            told = said | doing | ((marks & EVIDENCE) if "evidence" in box.colour else set())
            found.setdefault(box.colour, set()).add(frozenset(told))
    return found


@pytest.mark.parametrize("by", sorted(set(ColourBy) - {ColourBy.STAGE, ColourBy.GROUP}))
@pytest.mark.parametrize("name", NAMES)
def test_boxes_of_different_colours_can_be_told_apart_in_grey(name: str, by: ColourBy) -> None:
    theory = load(model_file(name))
    for view in views(theory):
        told = without_colour(to_diagram(theory, evolve(view, colour=by, lanes=None)))
        seen = [marks for each in told.values() for marks in each]
        assert len(set(seen)) == len(seen), view.id


def test_an_effect_that_nobody_knows_is_a_sign_that_the_legend_explains() -> None:
    theory = TheoryOfChange(
        title="Doubt",
        outcomes={"calm": {"title": "Calm"}, "sleep": {"title": "Sleep"}},
        links=[{"from": "calm", "to": "sleep", "effect": "unknown"}],
    )
    diagram = to_diagram(theory)
    meanings = {entry.sample: entry.text for entry in diagram.legend}
    assert [arrow.label for arrow in diagram.arrows] == [""]
    assert meanings["arrow:unknown"] == "Effect is not known"


@pytest.mark.parametrize("layout", ["stages", "map"])
def test_the_legend_has_no_kind_that_is_only_listed_by_name(layout: str) -> None:
    theory = TheoryOfChange(
        title="A wall",
        conditions={"rents": {"title": "Rents rise"}, "fear": {"title": "Fear"}},
        assets={"hall": {"title": "A hall"}, "choir": {"title": "A choir"}, "park": {"title": "A"}},
        links=["rents -> fear"],
    )
    picture = to_diagram(theory, layout=layout)
    assert len(picture.boxes) == 5
    assert [one.text for one in picture.legend] == [
        "Condition: a need or a cause",
        *(["Asset: a strength of the place"] if layout == "stages" else []),
        "Leads to",
    ]
