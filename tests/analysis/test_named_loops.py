"""Named loops: compared with the links, and named in answers and in the text of pictures."""

import random

import pytest

from tocmodel import analyse, check, diff, explain
from tocmodel.analysis.loops import loops
from tocmodel.analysis.named_loops import named_loops
from tocmodel.analysis.pathways import pathways
from tocmodel.diagram import to_diagram
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import loads
from tocmodel.model import TheoryOfChange
from tocmodel.render.dot import dot
from tocmodel.report.explanation import outline

FACTORS = {
    "people": {"title": "People in the city"},
    "modern": {"title": "Modernisation"},
    "migration": {"title": "Migration into the city"},
}


def city(*links: object, **loop: object) -> TheoryOfChange:
    named = {"title": "Attraction", "through": ["people", "modern", "migration"], **loop}
    return TheoryOfChange(title="T", factors=FACTORS, links=links, loops={"attraction": named})


CIRCLE = ("people -> modern -> migration", {"from": "migration", "to": "people", "feedback": True})


@pytest.mark.parametrize(
    ("last", "sign"),
    [
        ({}, "reinforcing"),
        ({"effect": "decreases"}, "balancing"),
        ({"effect": "disputed"}, "undetermined"),
        ({"effect": "changes"}, "undetermined"),
        ({"kind": "mutual", "effect_back": "decreases"}, "reinforcing"),
        ({"kind": "association"}, None),
    ],
)
def test_the_links_decide_what_a_named_loop_does(last: dict[str, str], sign: str | None) -> None:
    theory = city("people -> modern -> migration", {"from": "migration", "to": "people", **last})
    (found,) = named_loops(theory)
    assert (found.sign and found.sign.value) == sign
    assert found.missing == (() if sign else (("migration", "people"),))


def test_several_links_of_one_pair_count_once_and_leave_a_loop_undetermined_if_they_differ() -> (
    None
):
    again = {"from": "people", "to": "modern", "because": "they ask for it"}
    other = {**again, "effect": "decreases"}
    assert [found.sign for found in named_loops(city(*CIRCLE, again))] == ["reinforcing"]
    assert [found.sign for found in named_loops(city(*CIRCLE, other))] == ["undetermined"]
    assert len(loops(city(*CIRCLE, again))) == 1


def test_a_mutual_link_is_followed_both_ways_and_an_association_is_not() -> None:
    theory = city(
        {"from": "people", "to": "modern", "kind": "mutual"},
        {"from": "modern", "to": "migration", "kind": "association"},
    )
    assert [loop.elements for loop in loops(theory)] == [("people", "modern")]
    assert pathways(theory, "modern", "people").paths == (("modern", "people"),)
    assert pathways(theory, "people", "migration").paths == ()


def test_an_explanation_names_the_loops_that_an_element_is_part_of() -> None:
    lines = [
        line.text
        for line in outline(explain(city(*CIRCLE, claimed="balancing", because="x"), "modern"))
    ]
    place = lines.index("Named loops that it is part of")
    path = "People in the city -> Modernisation -> Migration into the city -> People in the city"
    words = f"Attraction: {path} (reinforcing, but claimed to be balancing)"
    assert lines[place + 1 : place + 3] == [words, "because x"]


def test_the_text_of_a_picture_names_a_loop_only_if_all_of_it_is_shown() -> None:
    whole, part = to_diagram(city(*CIRCLE)), to_diagram(city(*CIRCLE), focus="people", downstream=0)
    words = "Loop “Attraction”, reinforcing: People in the city, Modernisation, Migration into the"
    assert words in whole.description
    assert "Attraction" not in part.description


def test_an_analysis_counts_named_loops_by_what_their_links_make_them() -> None:
    found = analyse(city(*CIRCLE, claimed="balancing"))["named-loops"]
    assert (found.value, found.parts) == (1, {"reinforcing": 1, "not as claimed": 1})
    assert found.about == ("attraction",)


def test_a_named_loop_that_passes_something_else_is_a_difference() -> None:
    old, new = city(*CIRCLE), city(*CIRCLE, through=["people", "modern"])
    assert [change.field for change in diff(old, new)] == ["through"]


def test_a_generated_map_of_400_factors_checks_and_is_written_as_data() -> None:
    draws = random.Random(1)
    ids = [f"f{number}" for number in range(400)]
    effects = ["increases", "decreases", "disputed"]
    kinds = ["cause"] * 8 + ["mutual", "association"]
    links = [
        dict(zip(("from", "to"), draws.sample(ids, 2), strict=True))
        | {"effect": draws.choice(effects), "kind": draws.choice(kinds)}
        for _ in range(1200)
    ]
    theory = TheoryOfChange(
        title="A map", factors={id_: {"title": id_.upper()} for id_ in ids}, links=links
    )
    assert loads(dumps(theory)) == theory
    assert {finding.severity.value for finding in check(theory)} == {"warning", "advice"}
    assert dot(to_diagram(theory)).count(" [label=") >= len(ids)
