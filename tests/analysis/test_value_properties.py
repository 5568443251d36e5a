"""The value of any valid theory can be shown, and no hope counts as a fact."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from branches import rarely_drawn, record
from hypothesis import given
from hypothesis import strategies as st
from small_theories import few, steady
from strategies import theories

from tocmodel.analysis.value.claims import claims
from tocmodel.analysis.value.flows import value_flows
from tocmodel.analysis.value.loops import learning_loops
from tocmodel.analysis.value.spaces import value_by_space
from tocmodel.formats import WriterInput, find_format
from tocmodel.model import Cycle, TheoryOfChange, ValueStatus, ValueValence
from tocmodel.report.outline import to_text
from tocmodel.report.value import claims_outline, value_outline
from tocmodel.report.value_table import claims_table
from tocmodel.tables.value import value_matrix

ORDER = list(Cycle)


@st.composite
def circles(draw: st.DrawFn) -> TheoryOfChange:
    """Values of one or two spaces, most linked as value builds, some back, and stories of them."""
    cycles = sorted(draw(st.lists(st.sampled_from(Cycle), min_size=1, max_size=8)), key=ORDER.index)
    status = st.sampled_from([None, *ValueStatus, ValueStatus.HAPPENED, ValueStatus.HAPPENED])
    values: dict[str, Any] = {
        f"v{place}": {
            "title": f"V{place}",
            "cycle": cycle,
            "space": draw(st.sampled_from(["", "one", "one", "two"])),
            "status": draw(status),
            "reframes": draw(st.sampled_from(["", "", "one"])),
        }
        for place, cycle in enumerate(cycles)
    }
    often = st.sampled_from([True, False, False])
    links = [(*pair, False) for pair in combinations(values, 2) if draw(often)]
    node = st.sampled_from([*values, "one", "two", "o"])
    links += draw(st.lists(st.tuples(node, node, st.booleans()), max_size=4))
    step = st.builds(
        lambda value, told: {"cycle": values[value]["cycle"], "value": value, "status": told},
        st.sampled_from(list(values)),
        status,
    )
    steps = draw(st.lists(step, max_size=5))
    return TheoryOfChange(
        title="T",
        spaces={"one": {"title": "One"}, "two": {"title": "Two"}},
        outcomes={"o": {"title": "O"}},
        value_creation=values,
        links=[{"from": a, "to": b, "feedback": back} for a, b, back in links],
        stories={"s": {"title": "S", "steps": steps}},
    )


BRANCHES = (
    "no flow",
    "several flows",
    "a flow of three values or more",
    "a flow of which all happened",
    "a flow of which some happened",
    "a value on no flow",
    "a loop closed by links",
    "a loop closed by reframing",
    "a loop of which all happened",
    *(f"an answer {word}" for word in ("yes", "no", "unknown")),
)


def branches_of_loops(theory: TheoryOfChange) -> Iterator[str]:
    for loop in learning_loops(theory):
        if loop.way_back:
            yield "a loop closed by links"
        elif theory.value_creation[loop.value].reframes:
            yield "a loop closed by reframing"
        if loop.status is ValueStatus.HAPPENED:
            yield "a loop of which all happened"


def branches_of_value(theory: TheoryOfChange) -> Iterator[str]:
    """The flows and loops, each happened, hoped for or in part."""
    found = value_flows(theory, limit=50)
    if len(found.flows) != 1:
        yield "several flows" if found.flows else "no flow"
    for flow in found.flows:
        if len(flow.steps) > 2:
            yield "a flow of three values or more"
        if flow.happened:
            some = flow.status is not ValueStatus.HAPPENED
            yield f"a flow of which {'some' if some else 'all'} happened"
    if found.alone:
        yield "a value on no flow"
    yield from branches_of_loops(theory)
    for claim in claims(theory):
        yield f"an answer {claim.told.answer.value}"


def test_the_values_that_are_drawn_flow_and_loop_in_every_way() -> None:
    assert rarely_drawn(circles(), branches_of_value, BRANCHES) == {}


@few
@given(theories())
def test_value_creation_of_any_theory_is_listed_and_drawn(theory: TheoryOfChange) -> None:
    found = claims(theory)
    wanted = [one for one in theory.value_creation.values() if one.valence is ValueValence.WANTED]
    assert len(found) == len(wanted)  # nobody claims unwanted value, or none
    assert to_text(value_outline(theory))
    assert to_text(claims_outline(theory, found))
    assert len(claims_table(theory, found).rows) == len(found) + 1
    assert find_format("text", WriterInput.MATRIX).write(value_matrix(theory))


@steady
@given(circles())
def test_each_value_occurs_once_in_its_space_cycle_and_status(theory: TheoryOfChange) -> None:
    record(branches_of_value(theory))
    told = [
        (told.space, at, id_)
        for told in value_by_space(theory)
        for at in told.values
        for id_ in at.values
    ]
    assert sorted(id_ for _, _, id_ in told) == sorted(theory.value_creation)
    for space, at, id_ in told:
        value = theory.value_creation[id_]
        assert (value.space, value.cycle, value.status) == (space, at.cycle, at.status)


@steady
@given(circles())
def test_a_flow_has_no_value_twice_and_what_happened_of_it_did_happen(
    theory: TheoryOfChange,
) -> None:
    record(branches_of_value(theory))
    found = value_flows(theory, limit=50)
    for flow in found.flows:
        ids = [step.value for step in flow.steps]
        assert len(ids) == len(set(ids)) > 1
        assert all(step.status is ValueStatus.HAPPENED for step in flow.happened)
        assert (flow.status is ValueStatus.HAPPENED) == (flow.happened == flow.steps)
    carried = {step.value for flow in found.flows for step in flow.steps}
    assert not carried & set(found.alone)
    if not found.truncated:
        assert carried | set(found.alone) == set(theory.value_creation)


@steady
@given(circles())
def test_the_way_back_of_a_loop_follows_links_and_no_hope(theory: TheoryOfChange) -> None:
    record(branches_of_value(theory))
    linked = {(link.from_, link.to) for link in theory.links}
    for loop in learning_loops(theory):
        steps = list(zip(loop.way_back, loop.way_back[1:], strict=False))
        reframing = theory.value_creation[loop.value].reframes
        assert reframing or all(step in linked for step in steps)
        if loop.status is ValueStatus.HAPPENED:
            passed = [
                theory.value_creation[id_]
                for id_ in loop.way_back[1:]
                if id_ in theory.value_creation
            ]
            assert all(item.status in (ValueStatus.HAPPENED, None) for item in passed)


@steady
@given(circles())
def test_an_answer_never_turns_a_hope_into_a_fact(theory: TheoryOfChange) -> None:
    record(branches_of_value(theory))
    steps = theory.stories["s"].steps
    for claim in claims(theory):
        happened = [
            step
            for step in steps
            if step.value == claim.value and step.status is ValueStatus.HAPPENED
        ]
        assert claim.told.answer.value != "yes" or happened
