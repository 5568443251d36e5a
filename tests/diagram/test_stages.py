"""The column of each element."""

import pytest
from small_theories import outcomes_linked, titled

from tocmodel.diagram.stages import NAMED, STAGES, columns, stages
from tocmodel.model import Cycle, Horizon, TheoryOfChange


def test_each_section_has_its_column() -> None:
    theory = TheoryOfChange(
        title="Example",
        partners=titled("p"),
        conditions=titled("c"),
        assets=titled("a"),
        inputs=titled("i"),
        interventions=titled("do"),
        outputs=titled("o"),
        mechanisms=titled("m"),
        spaces=titled("s"),
        stories=titled("t"),
    )
    assert stages(theory, theory.elements) == {
        "p": "partners",
        "c": "context",
        "a": "assets",
        "i": "assets",
        "do": "interventions",
        "o": "outputs",
        "m": "mechanisms",
        "s": "spaces",
        "t": "stories",
    }


def placed(horizons: dict[str, str | None], *links: str) -> dict[str, str]:
    outcomes = {id_: {"title": id_, "horizon": horizon} for id_, horizon in horizons.items()}
    theory = TheoryOfChange(title="Example", outcomes=outcomes, links=links)
    return stages(theory, theory.elements)


@pytest.mark.parametrize("horizon", [str(horizon) for horizon in Horizon])
def test_an_outcome_is_at_its_horizon(horizon: str) -> None:
    assert placed({"a": horizon}) == {"a": horizon}


@pytest.mark.parametrize(
    ("before", "after", "column"),
    [
        ("short", "long", "untimed-before-medium"),
        ("short", "medium", "untimed-before-medium"),
        ("short", "impact", "untimed-before-medium"),
        ("medium", "impact", "untimed-before-long"),
        ("long", "short", "untimed-before-impact"),
        ("short", None, "untimed-before-medium"),
        ("long", None, "untimed-before-impact"),
        ("impact", None, "untimed-after-impact"),
        (None, "impact", "untimed-before-short"),
        (None, "short", "untimed-before-short"),
    ],
)
def test_an_outcome_without_a_horizon_is_given_none(
    before: str | None, after: str | None, column: str
) -> None:
    horizons = {
        "here": None,
        **({"before": before} if before else {}),
        **({"after": after} if after else {}),
    }
    links = [*(["before -> here"] if before else []), *(["here -> after"] if after else [])]
    assert placed(horizons, *links)["here"] == column
    assert STAGES[column] == "Outcomes, time not stated"


def test_outcomes_without_a_horizon_share_a_column_where_arrows_can_still_lead_on() -> None:
    horizons: dict[str, str | None] = {"s": "short", "i": "impact", "a": None, "b": None, "c": None}
    assert placed(horizons, "s -> a -> b -> i", "c -> i") == {
        "s": "short",
        "i": "impact",
        "a": "untimed-before-medium",
        "b": "untimed-before-medium",
        "c": "untimed-before-medium",
    }


def test_an_outcome_that_nothing_places_is_given_no_horizon() -> None:
    assert placed({"a": "short", "b": None})["b"] == "untimed-before-short"


def test_horizons_reach_through_what_is_no_outcome() -> None:
    theory = TheoryOfChange(
        title="Example",
        mechanisms=titled("m"),
        outcomes={"a": {"title": "a", "horizon": "medium"}, "b": {"title": "b"}},
        links=["a -> m -> b"],
    )
    assert stages(theory, ["b"]) == {"b": "untimed-before-long"}


def test_feedback_places_nothing() -> None:
    outcomes = {"a": {"title": "a"}, "b": {"title": "b", "horizon": "impact"}}
    links = ["a -> b", {"from": "b", "to": "a", "feedback": True}]
    theory = TheoryOfChange(title="Example", outcomes=outcomes, links=links)
    assert stages(theory, ["a"]) == {"a": "untimed-before-short"}


def test_no_horizon_is_claimed_where_the_theory_has_none() -> None:
    theory = outcomes_linked("a -> b -> c -> d -> e")
    assert stages(theory, theory.elements) == {
        "a": "outcomes-1",
        "b": "outcomes-2",
        "c": "outcomes-3",
        "d": "outcomes-4",
        "e": "outcomes-4",
    }
    assert set(stages(outcomes_linked(), "abcde").values()) == {"outcomes"}


VALUE = TheoryOfChange(
    title="Example",
    outcomes=titled("result"),
    value_creation={str(cycle): {"title": "v", "cycle": cycle} for cycle in Cycle},
)
CYCLES = [str(cycle) for cycle in Cycle]


def test_value_alone_has_a_column_for_each_cycle() -> None:
    assert stages(VALUE, CYCLES) == {cycle: cycle for cycle in CYCLES}


def test_value_beside_outcomes_shares_a_column() -> None:
    assert set(stages(VALUE, [*CYCLES, "result"]).values()) == {"value", "outcomes"}


def test_value_shares_a_column_where_that_column_is_asked_for() -> None:
    assert set(stages(VALUE, CYCLES, ["value"]).values()) == {"value"}


def test_what_bears_on_something_is_beside_it() -> None:
    theory = TheoryOfChange(
        title="Example",
        interventions=titled("do"),
        outcomes={
            "early": {"title": "early", "horizon": "short"},
            "late": {"title": "late", "horizon": "long"},
        },
        assumptions=titled("come unused"),
        risks={"storm": {"title": "Storm", "threatens": ["late"]}},
        indicators={"count": {"title": "Count", "measures": ["late"]}},
        evidence={"survey": {"title": "Survey", "supports": ["early -> late"]}},
        links=["do -> early", {"from": "early", "to": "late", "assumes": "come"}],
    )
    found = stages(theory, theory.elements)
    assert {id_: found[id_] for id_ in ("come", "unused", "storm", "count", "survey")} == {
        "come": "short",
        "unused": "assumptions",
        "storm": "short",
        "count": "long",
        "survey": "long",
    }


def test_columns_are_in_reading_order_or_as_asked_for() -> None:
    used = {"long", "context", "short"}
    assert [column.id for column in columns(used)] == ["context", "short", "long"]
    assert [column.id for column in columns(used, ["long", "impact"])] == [
        "long",
        "context",
        "short",
    ]


def test_a_column_without_a_time_is_before_the_horizon_that_it_precedes() -> None:
    used = {"short", "untimed-before-medium", "medium", "context"}
    assert [column.id for column in columns(used, ["context", "short", "medium"])] == [
        "context",
        "short",
        "untimed-before-medium",
        "medium",
    ]


def test_every_column_that_can_be_asked_for_has_a_heading() -> None:
    assert set(STAGES) > NAMED
