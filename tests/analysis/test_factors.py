"""Factors rise and fall: answers and pictures speak of more and less of them, and of no need."""

from tocmodel import diff, explain
from tocmodel.analysis.theory_kind import kind_of
from tocmodel.diagram import to_diagram
from tocmodel.model import TheoryOfChange
from tocmodel.report.explanation import outline

CITY = TheoryOfChange(
    title="How a city grows",
    factors={
        "people": {"title": "People in the city"},
        "migration": {"title": "Migration to the city"},
        "disease": {"title": "Diseases"},
    },
    outcomes={"happy": {"title": "People are content"}},
    links=[
        "migration -> people -> disease",
        {"from": "disease", "to": "people", "effect": "decreases"},
        "people -> happy",
    ],
)


def test_an_explanation_of_a_factor_asks_what_raises_and_what_lowers_it() -> None:
    lines = [line.text for line in outline(explain(CITY, "people"))]
    assert lines[0] == "What raises or lowers this: People in the city?"
    assert "More of it means more of: Diseases; People are content." in lines
    headings = [text for text in lines if text.endswith("it?")]
    assert headings == ["What raises it?", "What lowers it?", "What raises it?"]
    words = " ".join(lines).casefold()
    assert not any(word in words for word in ("why is it so", "hard", "acted on", "gap"))


def test_a_picture_speaks_of_raising_and_lowering_factors() -> None:
    diagram = to_diagram(CITY)
    assert [arrow.verb for arrow in diagram.arrows] == ["raises", "raises", "lowers", "leads to"]
    texts = {entry.sample: entry.text for entry in diagram.legend}
    assert texts["box:factor"] == "Factor: what can rise or fall"
    assert texts["arrow:causal"] == "Leads to; more of a factor"
    assert texts["arrow:decreases"] == "Lowers: the more of one, the less of the other"


def test_a_map_of_factors_only_has_a_legend_for_factors_only() -> None:
    diagram = to_diagram(CITY, show=["factors"])
    texts = {entry.sample: entry.text for entry in diagram.legend}
    assert texts["arrow:causal"] == "Raises: the more of one, the more of the other"


def test_a_difference_is_about_raising_a_factor() -> None:
    without = TheoryOfChange(title=CITY.title, factors=CITY.factors, links=CITY.links[1:3])
    with_it = TheoryOfChange(title=CITY.title, factors=CITY.factors, links=CITY.links[:3])
    (change,) = diff(without, with_it)
    assert "“Migration to the city” raises “People in the city”" in change.sentence


def test_a_theory_that_is_mostly_factors_is_guessed_to_be_a_system_map() -> None:
    links = ["a -> b"]
    factors = {"a": {"title": "Rents"}, "b": {"title": "Moves"}}
    assert kind_of(TheoryOfChange(title="T", factors=factors, links=links)).kind == "system-map"
