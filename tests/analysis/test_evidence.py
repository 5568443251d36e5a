"""How evidence bears on what it names."""

from typing import Any

import pytest
from small_theories import titled

from tocmodel.analysis.evidence import NO_EVIDENCE, Bearing, weights_of_evidence
from tocmodel.model import TheoryOfChange


def bearings(claim: Any, **piece: Any) -> list[Bearing]:
    """How one piece of evidence bears on a claim."""
    theory = TheoryOfChange(
        title="Example",
        conditions=titled("hunger"),
        interventions=titled("club"),
        outcomes=titled("fed"),
        assumptions=titled("come"),
        links=["club -> fed"],
        evidence={"survey": {"title": "A survey", **piece}},
    )
    return [bearing for bearing, _ in weights_of_evidence(theory).get(claim, NO_EVIDENCE).pieces]


@pytest.mark.parametrize(
    ("shows", "of_an_outcome", "of_a_need", "of_work"),
    [
        ("change", Bearing.CHANGE, Bearing.SITUATION, Bearing.DELIVERY),
        ("cause", Bearing.CAUSE, Bearing.CAUSE, Bearing.DELIVERY),
        ("situation", Bearing.SITUATION, Bearing.SITUATION, Bearing.SITUATION),
        ("delivery", Bearing.DELIVERY, Bearing.SITUATION, Bearing.DELIVERY),
        ("aim", Bearing.AIM, Bearing.SITUATION, Bearing.AIM),
        ("mixed", Bearing.MIXED, Bearing.MIXED, Bearing.MIXED),
        (None, Bearing.UNSTATED, Bearing.UNSTATED, Bearing.UNSTATED),
    ],
)
def test_evidence_shows_of_a_need_that_it_is_there_and_of_work_that_it_was_done(
    shows: str | None, of_an_outcome: Bearing, of_a_need: Bearing, of_work: Bearing
) -> None:
    supports = ["fed", "hunger", "club"]
    found = [bearings(claim, shows=shows, supports=supports) for claim in supports]
    assert found == [[of_an_outcome], [of_a_need], [of_work]]


@pytest.mark.parametrize("key", ["supports", "contradicts", "about"])
def test_evidence_on_a_link_is_on_neither_of_its_ends(key: str) -> None:
    piece = {"shows": "mixed", key: ["club -> fed"]}
    expected = Bearing.AGAINST if key == "contradicts" else Bearing.MIXED
    assert bearings(("club", "fed"), **piece) == [expected]
    assert bearings("club", **piece) == bearings("fed", **piece) == []


def test_what_is_contradicted_is_so_whatever_the_evidence_shows() -> None:
    assert bearings("fed", shows="no-change", contradicts="fed") == [Bearing.AGAINST]
    assert bearings("fed", shows="no-change", about="fed") == [Bearing.NO_CHANGE]
    assert bearings("fed", shows="change", about="fed") == [Bearing.ABOUT]
