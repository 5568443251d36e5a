"""The legend names every sign of a picture, and no other."""

import pytest
from example_models import NAMES, model_file

from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Diagram
from tocmodel.fileformat.loading import load
from tocmodel.model import TheoryOfChange


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
