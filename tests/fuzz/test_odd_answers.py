"""Whatever valid theories say, they are compared, counted, and taken to another edition."""

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from odd_labels import ODD
from strategies import theories

from tocmodel.analysis.changelog import State, change_log
from tocmodel.analysis.coverage import coverage
from tocmodel.analysis.difference import diff
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.coverage_matrix import to_matrix
from tocmodel.diagram.difference import to_difference_diagram
from tocmodel.dumping import dumps
from tocmodel.frameworks import FRAMEWORKS
from tocmodel.loading import reads
from tocmodel.migration import KEEP, choices, migrate
from tocmodel.model import Cycle, TheoryOfChange
from tocmodel.render import find_matrix_writer
from tocmodel.telling import changelog, differences
from tocmodel.telling.outline import to_text

EXAMPLES = int(os.environ.get("TOCMODEL_FUZZ_EXAMPLES", "8"))

odd = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@odd
@given(old=theories(), new=theories())
def test_any_two_theories_are_compared(old: TheoryOfChange, new: TheoryOfChange) -> None:
    found = diff(old, new)
    assert all(item.sentence for item in found)
    assert found == diff(old, new)
    assert not diff(new, new)
    compared = differences.Compared(title=new.title, old="old", new="new", differences=found)
    assert to_text(differences.outline(compared))
    assert to_difference_diagram(old, new) == to_difference_diagram(old, new)
    log = change_log([State(theory=old, date="2019-01-01"), State(theory=new)])
    assert to_text(changelog.outline(new, log))


@odd
@given(theory=theories())
def test_any_theory_is_held_against_every_framework_supplied(theory: TheoryOfChange) -> None:
    for name in FRAMEWORKS:
        found = coverage(theory, name)
        assert found == coverage(theory, name)
        for heat in (False, True):
            matrix = to_matrix(found, heat=heat)
            for format_ in ("text", "csv", "html"):
                written = find_matrix_writer(format_)(matrix)
                assert written
                assert written == find_matrix_writer(format_)(matrix)


@st.composite
def circles(draw: st.DrawFn, cycles: tuple[Cycle, ...]) -> TheoryOfChange:
    """Values of some cycles, stories and views that name them, titles that look like YAML."""
    titles, cycle = st.sampled_from(ODD), st.sampled_from(cycles)
    pack = draw(st.sampled_from(["value-creation", "value-creation-2011"]))
    values: dict[str, Any] = {
        f"v{place}": {
            "title": draw(titles)[:300],
            "cycle": draw(cycle),
            "space": draw(st.sampled_from(["", "one", "two"])),
            "reframes": draw(st.sampled_from(["", "one"])),
            "classified_as": draw(st.sampled_from([{}, {pack: ["potential", "reframing"]}])),
        }
        for place in range(draw(st.integers(1, 4)))
    }
    steps = [
        {"cycle": draw(cycle), "says": draw(titles), "value": draw(st.sampled_from(["", *values]))}
        for _ in range(draw(st.integers(0, 3)))
    ]
    return TheoryOfChange(
        title=draw(titles),
        frameworks=draw(st.sampled_from([(), (pack,), ("resilience", pack)])),
        spaces={"one": {"title": "One"}, "two": {"title": draw(titles)}},
        value_creation=values,
        stories={"s": {"title": draw(titles), "steps": steps}},
        views={"w": {"title": "W", "where": draw(st.sampled_from([{}, {pack: ["applied"]}]))}},
    )


@pytest.mark.parametrize("to", ["value-creation", "value-creation-2011"])
@odd
@given(data=st.data())
def test_migration_there_and_back_loses_nothing_or_is_refused(data: st.DataObject, to: str) -> None:
    back = {"value-creation": "value-creation-2011", "value-creation-2011": "value-creation"}[to]
    foreign = [Cycle.REFRAMING] if to == "value-creation" else [Cycle.STRATEGIC, Cycle.ENABLING]
    theory = data.draw(circles((Cycle.POTENTIAL, *foreign)))
    refusal = ""
    for edition in (to, back):
        document = reads(dumps(theory), "a.toc.yaml")
        asked = choices(document, edition)
        decided = {item.id: data.draw(st.sampled_from(item.options)) for item in asked}
        try:
            found = migrate(document, edition, decided)
        except TocModelError as error:  # there is nothing to do, or something would be lost
            refusal = str(error)
            break
        moved = reads(found.text, "a.toc.yaml").theory
        assert moved is not None
        assert {id_: item.title for id_, item in moved.whole.elements.items()} == {
            id_: item.title for id_, item in theory.whole.elements.items()
        }
        for id_, word in decided.items():
            if id_ in moved.value_creation and word != KEEP:
                assert moved.value_creation[id_].cycle == word
        theory = moved
    assert "cannot be changed safely" not in refusal  # as we wrote the file ourselves
