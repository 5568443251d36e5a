"""Whatever a valid theory says, its value creation is told, and no hope counts as a fact."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from small_theories import few
from strategies import theories

from tocmodel.analysis.value.claims import claims
from tocmodel.analysis.value.flows import value_flows
from tocmodel.analysis.value.loops import learning_loops
from tocmodel.analysis.value.spaces import value_by_space
from tocmodel.diagram.value_matrix import value_matrix
from tocmodel.model import Cycle, TheoryOfChange, ValueStatus
from tocmodel.render import find_matrix_writer
from tocmodel.telling.outline import to_text
from tocmodel.telling.value import account, claims_outline
from tocmodel.telling.value_table import claims_table


@st.composite
def circles(draw: st.DrawFn) -> TheoryOfChange:
    """Values of one or two spaces, linked anyhow, and stories that tell of them."""
    size = draw(st.integers(1, 8))
    status = st.sampled_from([None, *ValueStatus])
    values: dict[str, Any] = {
        f"v{place}": {
            "title": f"V{place}",
            "cycle": draw(st.sampled_from(Cycle)),
            "space": draw(st.sampled_from(["", "one", "two"])),
            "status": draw(status),
            "reframes": draw(st.sampled_from(["", "", "one"])),
        }
        for place in range(size)
    }
    node = st.sampled_from([*values, "one", "two", "o"])
    links = draw(st.lists(st.tuples(node, node, st.booleans()), max_size=2 * size))
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


@few
@given(theories())
def test_value_creation_of_any_theory_is_told_and_laid_out(theory: TheoryOfChange) -> None:
    found = claims(theory)
    assert len(found) == len(theory.value_creation)
    assert to_text(account(theory))
    assert to_text(claims_outline(theory, found))
    assert claims_table(theory, found).count(b"\n") >= len(found)
    assert find_matrix_writer("text")(value_matrix(theory))


@few
@given(circles())
def test_each_value_stands_once_in_its_space_cycle_and_status(theory: TheoryOfChange) -> None:
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


@few
@given(circles())
def test_a_flow_has_no_value_twice_and_what_happened_of_it_did_happen(
    theory: TheoryOfChange,
) -> None:
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


@few
@given(circles())
def test_the_way_back_of_a_loop_follows_links_and_no_hope(theory: TheoryOfChange) -> None:
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


@few
@given(circles())
def test_an_answer_never_turns_a_hope_into_a_fact(theory: TheoryOfChange) -> None:
    steps = theory.stories["s"].steps
    for claim in claims(theory):
        happened = [
            step
            for step in steps
            if step.value == claim.value and step.status is ValueStatus.HAPPENED
        ]
        assert claim.told.answer.value != "yes" or happened
