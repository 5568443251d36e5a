"""Links that start or end at wholes: groups, included theories, sections, and parts of elements."""

import re
from typing import Any

import pytest

from tocmodel.analysis.causes import acted_on_by_wholes
from tocmodel.analysis.goals import aims
from tocmodel.analysis.pathways import pathways
from tocmodel.analysis.summary import analyse
from tocmodel.diagram import to_diagram
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import loads
from tocmodel.graph import causal_graph, edges, forward_graph
from tocmodel.graph.passing import (
    caused,
    causing,
    passing_forward_graph,
    passing_graph,
    reached,
)
from tocmodel.graph.relations import whole_edges
from tocmodel.graph.wholes import circles_of_parts, members, outermost, parts, title_of
from tocmodel.model import TheoryOfChange
from tocmodel.report.pathways import pathways_outline

SCHOOLS = """
tocmodel: 1
title: Two stages
groups:
  early: {title: Early years}
  nursery: {title: Nursery, group: early}
  school: {title: School years}
interventions:
  visits: {title: Home visits, group: nursery}
  reading: {title: Reading aloud, group: early}
  tutors: {title: Tutors, group: school}
outcomes:
  talk: {title: Children talk, group: early, horizon: short}
  read: {title: Children read, group: school, horizon: short}
  stay: {title: Pupils stay on, group: school, horizon: long}
  job: {title: Young people find work, horizon: impact}
links:
  - visits -> talk
  - early -> school
  - school -> job
"""


def theory(**sections: Any) -> TheoryOfChange:
    return TheoryOfChange(title="Example", **sections)


def titled(ids: str, **keys: Any) -> dict[str, dict[str, Any]]:
    return {id_: {"title": id_.capitalize(), **keys} for id_ in ids.split()}


def test_a_link_between_wholes_is_no_link_between_members() -> None:
    found = loads(SCHOOLS)
    assert [(edge.from_, edge.to) for edge in edges(found)] == [("visits", "talk")]
    assert [(edge.from_, edge.kind, edge.to) for edge in whole_edges(found)] == [
        ("early", "causal", "school"),
        ("school", "causal", "job"),
    ]
    assert list(causal_graph(found).edges) == [("visits", "talk")]


def test_what_is_in_a_whole_leads_on_through_its_links_and_not_to_the_other_members() -> None:
    found = loads(SCHOOLS)
    graph = passing_graph(found)
    assert list(reached(found, graph, ["visits"])) == [
        "visits",
        "talk",
        *"tutors read stay job".split(),
    ]
    assert list(reached(found, graph, ["tutors"])) == ["tutors", "job"]


def test_what_a_whole_leads_to_has_a_cause_and_what_leads_on_from_it_has_an_effect() -> None:
    found = loads(SCHOOLS)
    assert sorted(caused(found)) == ["job", "read", "stay", "talk", "tutors"]
    assert sorted(causing(found)) == ["read", "reading", "stay", "talk", "tutors", "visits"]


def test_a_theory_without_wholes_has_the_graph_of_its_links() -> None:
    plain = theory(outcomes=titled("a b"), links=["a -> b"])
    assert passing_graph(plain) is causal_graph(plain)
    assert passing_forward_graph(plain) is forward_graph(plain)


def test_a_pathway_names_the_wholes_that_it_passes() -> None:
    found = pathways(loads(SCHOOLS), "visits", "job")
    assert found.paths == (
        ("visits", "early", "school", "job"),
        ("visits", "talk", "early", "school", "job"),
    )
    assert pathways_outline(found)[3].text == (
        "Home visits → something in Early years → something in School years → "
        "Young people find work"
    )


def test_outcomes_without_a_horizon_are_in_columns_by_the_links_of_their_groups() -> None:
    text = re.sub(", horizon: [a-z]+", "", SCHOOLS)
    columns = {box.id: box.column for box in to_diagram(loads(text)).boxes}
    assert [columns[id_] for id_ in ("talk", "read", "stay", "job")] == [
        "outcomes-1",
        "outcomes-2",
        "outcomes-2",
        "outcomes-3",
    ]


def test_feedback_from_a_whole_is_not_followed_forwards() -> None:
    back = theory(
        groups=titled("early"),
        outcomes={**titled("a", group="early"), **titled("b")},
        links=[{"from": "b", "to": "early", "feedback": True}],
    )
    assert caused(back) == frozenset()
    assert list(reached(back, passing_graph(back), ["b"])) == ["b", "a"]
    assert list(reached(back, passing_forward_graph(back), ["b"])) == ["b"]


@pytest.mark.parametrize(
    ("name", "title", "inside"),
    [
        ("early", "Early years", ("visits", "reading", "talk")),
        ("nursery", "Nursery", ("visits",)),
        ("outcomes", "Outcomes", ("talk", "read", "stay", "job")),
        ("value-creation", "Value creation", ()),
        ("visits", "Home visits", ()),
        ("nowhere", "nowhere", ()),
    ],
)
def test_a_whole_has_a_title_and_members(name: str, title: str, inside: tuple[str, ...]) -> None:
    found = loads(SCHOOLS)
    assert title_of(found, name) == title
    assert members(found, name) == inside


def test_an_element_with_the_name_of_a_section_comes_first() -> None:
    found = theory(outcomes=titled("inputs a"), inputs=titled("money"), links=["inputs -> a"])
    assert [(edge.from_, edge.to) for edge in edges(found)] == [("inputs", "a")]
    assert whole_edges(found) == ()


def test_a_section_of_a_file_is_that_section_alone_also_where_theories_are_included() -> None:
    zone = theory(
        inputs=titled("grant"), interventions=titled("club"), links=["inputs -> interventions"]
    )
    town = theory(
        includes={"zone": {"title": "Zone", "theory": zone}},
        inputs=titled("levy"),
        interventions=titled("plan"),
        links=["inputs -> interventions", "zone/interventions -> plan"],
    ).whole
    graph = passing_graph(town)
    assert list(reached(town, graph, ["levy"])) == ["levy", "plan"]
    assert list(reached(town, graph, ["zone/grant"])) == ["zone/grant", "zone/club", "plan"]
    assert title_of(town, "zone/interventions") == "Interventions of Zone"


def test_an_included_theory_that_nobody_described_passes_links_on_and_does_work() -> None:
    town = theory(
        includes={"others": {"title": "Three more zones", "count": 3}},
        outcomes={**titled("ready"), **titled("attain", horizon="long")},
        links=["ready -> others -> attain"],
    )
    assert town.whole is town
    assert list(reached(town, passing_graph(town), ["ready"])) == ["ready", "attain"]
    assert analyse(town)["goals-reached"].value == 1
    assert analyse(town)["outcomes-through-wholes"].about == ("attain",)


def test_a_part_leads_to_what_the_whole_leads_to_and_is_led_to_with_it() -> None:
    found = theory(
        interventions={**titled("strategy start"), **titled("visits clubs", part_of="strategy")},
        outcomes=titled("fed well"),
        links=["start -> strategy -> well", "visits -> fed"],
    )
    graph = passing_graph(found)
    assert list(reached(found, graph, ["clubs"])) == ["strategy", "clubs", "well"]
    assert sorted(reached(found, graph, ["start"])) == sorted(
        ["start", "strategy", "visits", "clubs", "well", "fed"]
    )
    assert sorted(caused(found)) == ["clubs", "fed", "strategy", "visits", "well"]


def test_a_strategy_and_its_parts_count_once() -> None:
    parted = theory(
        interventions={**titled("strategy"), **titled("visits clubs", part_of="strategy")},
        outcomes=titled("fed"),
        links=["visits -> fed", "clubs -> fed"],
    )
    apart = theory(
        interventions=titled("visits clubs"),
        outcomes=titled("fed"),
        links=["visits -> fed", "clubs -> fed"],
    )
    assert (analyse(parted)["outcomes-on-one"].value, analyse(apart)["outcomes-on-one"].value) == (
        1,
        0,
    )


def test_a_broader_outcome_is_reached_where_a_part_of_it_is() -> None:
    found = theory(
        interventions=titled("club"),
        outcomes={**titled("thrive", horizon="impact"), **titled("fed", part_of="thrive")},
        links=["club -> fed"],
    )
    assert analyse(found)["goals-reached"].value == 1
    assert analyse(found)["longest-pathway"].about == ("club", "fed", "thrive")
    assert analyse(found)["longest-pathway"].value == 1


def test_a_part_is_no_aim_beside_what_it_is_part_of() -> None:
    found = theory(outcomes={**titled("thrive"), **titled("fed", part_of="thrive")})
    assert aims(found) == ("thrive",)
    assert aims(loads(SCHOOLS.replace(", horizon: long", "").replace(", horizon: impact", ""))) == (
        "job",
    )


def test_elements_that_are_part_of_themselves_are_parts_of_nothing() -> None:
    found = theory(
        outcomes={
            "a": {"title": "A", "part_of": "b"},
            "b": {"title": "B", "part_of": "a"},
            "c": {"title": "C", "part_of": "a"},
            "d": {"title": "D", "part_of": "d"},
            "e": {"title": "E", "part_of": "c"},
        }
    )
    assert circles_of_parts(found) == (("a", "b"), ("d",))
    assert parts(found) == {"a": ("c",), "c": ("e",)}
    assert outermost(found) == {"c": "a", "e": "a"}


def test_something_in_a_whole_acts_on_what_the_whole_leads_to() -> None:
    found = theory(
        groups=titled("mornings hard"),
        conditions={**titled("hunger", group="hard"), **titled("noise")},
        interventions=titled("club", group="mornings"),
        links=["mornings -> hard"],
    )
    assert acted_on_by_wholes(found) == {"hunger"}
    assert analyse(found)["coverage"].value == 1
    assert analyse(found)["coverage"].parts == {"by something in a whole": 1}
    assert analyse(found)["coverage"].about == ("noise",)


def test_what_rests_on_a_whole_alone_is_counted_and_named() -> None:
    found = analyse(loads(SCHOOLS))["outcomes-through-wholes"]
    assert (found.value, found.of, found.about) == (3, 4, ("read", "stay", "job"))
    assert analyse(theory(outcomes=titled("a")))["outcomes-through-wholes"].value is None


def test_an_input_for_all_is_one_statement_and_not_one_for_each_intervention() -> None:
    found = theory(inputs=titled("money", **{"for": "all"}), interventions=titled("a b c"))
    assert edges(found) == ()
    assert [(edge.from_, edge.kind, edge.to) for edge in whole_edges(found)] == [
        ("all", "uses", "money")
    ]


def test_wholes_are_written_out_as_they_were_read() -> None:
    text = SCHOOLS + "  - outcomes -> value-creation\n"
    assert loads(dumps(loads(text))) == loads(text)
    assert "- outcomes -> value-creation" in dumps(loads(text))
