"""Every relation of a theory is an edge, of one kind, with its address."""

from itertools import pairwise

import pytest
from hypothesis import given
from small_theories import few, titled
from strategies import theories

from tocmodel.graph import EDGE_KINDS, NODE_KINDS, Edge, edges, kinds
from tocmodel.graph import relations as module
from tocmodel.model import ELEMENT_SECTIONS, Assumption, Link, TheoryOfChange

EVERYTHING = TheoryOfChange(
    title="One of each",
    partners=titled("school council"),
    conditions=titled("hunger"),
    assets={"hall": {"title": "A hall", "partners": ["council"]}},
    inputs={"money": {"title": "Money", "partners": ["council"]}},
    interventions={
        "club": {
            "title": "Breakfast club",
            "partners": ["school", "council"],
            "uses": ["hall", "money"],
            "addresses": ["hunger"],
        },
        "toast": {"title": "Toast", "part_of": "club"},
    },
    mechanisms=titled("welcome"),
    outcomes=titled("fed attentive"),
    assumptions={"come": {"title": "Children come", "owner": "school"}},
    risks={"closure": {"title": "The hall closes", "threatens": ["club"]}},
    indicators={"plates": {"title": "Plates", "measures": ["fed"]}},
    evidence={
        "survey": {"title": "Survey", "supports": ["club -> fed", "fed"]},
        "count": {"title": "Count", "contradicts": ["club -> fed"]},
        "trial": {"title": "Trial", "shows": "mixed", "about": ["club -> fed", "fed"]},
    },
    spaces={"kitchen": {"title": "Kitchen", "members": ["school"]}},
    value_creation={
        "recipes": {
            "title": "Recipes",
            "cycle": "potential",
            "space": "kitchen",
            "for": ["school"],
            "reframes": "kitchen",
        }
    },
    stories={
        "cook": {
            "title": "The cook's story",
            "teller": "school",
            "space": "kitchen",
            "steps": [
                {"cycle": "potential", "value": "recipes", "indicator": "plates"},
                {"cycle": "realized", "value": "fed", "evidence": ["survey"]},
            ],
        }
    },
    links=[
        {"from": "club", "to": "fed", "via": "welcome", "assumes": "come", "evidence": "survey"},
        "fed -> attentive",
        {"from": "closure", "to": "fed", "effect": "decreases"},
        {"from": "fed", "to": "hunger", "kind": "association"},
        {"from": "club", "to": "attentive", "kind": "mutual", "effect_back": "decreases"},
    ],
)


def test_each_relation_is_an_edge_that_reads_as_a_sentence_and_has_its_place() -> None:
    found = edges(EVERYTHING)
    assert [
        (edge.from_, edge.kind, edge.to, " ".join(map(str, edge.pointer))) for edge in found
    ] == [
        ("club", "causal", "fed", "links 0"),
        ("welcome", "explains", "fed", "links 0 via 0"),
        ("come", "assumes", "fed", "links 0 assumes 0"),
        ("survey", "supports", "fed", "links 0 evidence 0"),
        ("fed", "causal", "attentive", "links 1"),
        ("closure", "threatens", "fed", "links 2"),
        ("fed", "associated", "hunger", "links 3"),
        ("club", "causal", "attentive", "links 4"),
        ("attentive", "causal", "club", "links 4"),
        ("council", "provides", "hall", "assets hall partners 0"),
        ("council", "provides", "money", "inputs money partners 0"),
        ("school", "delivers", "club", "interventions club partners 0"),
        ("council", "delivers", "club", "interventions club partners 1"),
        ("club", "uses", "hall", "interventions club uses 0"),
        ("club", "uses", "money", "interventions club uses 1"),
        ("club", "addresses", "hunger", "interventions club addresses 0"),
        ("school", "owns", "come", "assumptions come owner"),
        ("closure", "threatens", "club", "risks closure threatens 0"),
        ("toast", "part_of", "club", "interventions toast part_of"),
        ("plates", "measures", "fed", "indicators plates measures 0"),
        ("survey", "supports", "fed", "evidence survey supports 0"),
        ("survey", "supports", "fed", "evidence survey supports 1"),
        ("count", "contradicts", "fed", "evidence count contradicts 0"),
        ("trial", "concerns", "fed", "evidence trial about 0"),
        ("trial", "concerns", "fed", "evidence trial about 1"),
        ("school", "joins", "kitchen", "spaces kitchen members 0"),
        ("kitchen", "creates", "recipes", "value_creation recipes space"),
        ("recipes", "benefits", "school", "value_creation recipes for 0"),
        ("recipes", "reframes", "kitchen", "value_creation recipes reframes"),
        ("school", "tells", "cook", "stories cook teller"),
        ("cook", "recalls", "kitchen", "stories cook space"),
        ("cook", "recalls", "recipes", "stories cook steps 0 value"),
        ("cook", "cites", "plates", "stories cook steps 0 indicator"),
        ("cook", "recalls", "fed", "stories cook steps 1 value"),
        ("cook", "cites", "survey", "stories cook steps 1 evidence 0"),
    ]


@pytest.mark.parametrize(
    ("field", "kind"), [("via", "explains"), ("assumes", "assumes"), ("evidence", "supports")]
)
def test_what_a_link_names_is_an_edge_whatever_else_it_names(field: str, kind: str) -> None:
    named = {"via": "mechanisms", "assumes": "assumptions", "evidence": "evidence"}[field]
    theory = TheoryOfChange(
        title="Example",
        outcomes=titled("a b"),
        **{named: titled("x")},
        links=[{"from": "a", "to": "b", field: ["x"]}],
    )
    assert [(edge.from_, edge.kind, edge.about) for edge in edges(theory)] == [
        ("a", "causal", None),
        ("x", kind, ("a", "b")),
    ]


def test_every_kind_of_edge_is_made_and_is_in_the_table() -> None:
    assert {edge.kind for edge in edges(EVERYTHING)} == set(EDGE_KINDS)
    table = str(module.__doc__)
    assert [line.split(" ")[0] for line in table.splitlines() if " -> " in line][1:] == list(
        EDGE_KINDS
    )


def test_an_edge_about_a_link_names_the_link_and_where_it_is_written() -> None:
    link = EVERYTHING.links[0]
    about = [edge for edge in edges(EVERYTHING) if edge.about == ("club", "fed")]
    assert about == [
        Edge(kind=kind, from_=from_, to="fed", pointer=at, link=link, about=("club", "fed"))
        for kind, from_, at in (
            ("explains", "welcome", ("links", 0, "via", 0)),
            ("assumes", "come", ("links", 0, "assumes", 0)),
            ("supports", "survey", ("links", 0, "evidence", 0)),
            ("supports", "survey", ("evidence", "survey", "supports", 0)),
            ("contradicts", "count", ("evidence", "count", "contradicts", 0)),
            ("concerns", "trial", ("evidence", "trial", "about", 0)),
        )
    ]


def test_what_names_nothing_in_the_theory_has_no_edge() -> None:
    theory = TheoryOfChange(
        title="Example",
        outcomes=titled("a"),
        interventions={"do": {"title": "Do it", "partners": ["nobody"]}},
        links=["a -> nowhere", Link(from_="do", to="a", assumes=[{"title": "In place"}])],
    )
    assert [(edge.kind, edge.from_, edge.to) for edge in edges(theory)] == [("causal", "do", "a")]


def test_what_is_written_in_place_has_the_edge_of_its_id_where_it_has_one() -> None:
    come = Assumption(id="come", title="Children come")
    theory = TheoryOfChange(
        title="Example",
        outcomes=titled("a b"),
        assumptions=[come],
        links=[Link(from_="a", to="b", assumes=[come])],
    )
    assert [(edge.kind, edge.from_, edge.to) for edge in edges(theory)] == [
        ("causal", "a", "b"),
        ("assumes", "come", "b"),
    ]


def test_every_section_of_elements_has_a_name_for_its_nodes() -> None:
    assert list(NODE_KINDS) == list(ELEMENT_SECTIONS)
    assert kinds(EVERYTHING)["recipes"] == "value_creation"


def test_the_edges_of_the_same_theory_are_made_once() -> None:
    assert edges(EVERYTHING) is edges(EVERYTHING)


def test_equal_theories_are_not_mistaken_for_one_another() -> None:
    for size in range(1, 6):
        theory = TheoryOfChange(title="Example", outcomes=titled("a b"), links=["a -> b"] * size)
        assert len(edges(theory)) == size
        del theory


@few
@given(theories())
def test_every_edge_joins_two_elements(theory: TheoryOfChange) -> None:
    for edge in edges(theory):
        assert {edge.from_, edge.to} <= theory.elements.keys()
        assert edge.kind in EDGE_KINDS


@pytest.mark.parametrize("claim", ["a", "a->b", " a ->  b ", "a -> b -> c"])
def test_a_claim_names_its_links_however_it_is_spaced(claim: str) -> None:
    ids = [part.strip() for part in claim.split("->")]
    assert module.link_pairs(claim) == tuple(pairwise(ids))
