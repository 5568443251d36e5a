"""How far each indicator is on its way, and why it is said to be."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import theories

from tocmodel.analysis.progress import ProgressStatus, progress, progress_of
from tocmodel.model import Indicator, TheoryOfChange

CASES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("progress.yaml").read_text(encoding="utf-8")
)
THEORY = TheoryOfChange(title="T")


@pytest.mark.parametrize("name", CASES)
def test_an_indicator_has_a_status_and_its_reason(name: str) -> None:
    case = CASES[name]
    [found] = progress_of(THEORY, Indicator(title="I", **case["indicator"]))
    assert [found.share, found.status.value, found.reason] == case["is"]


def test_every_status_has_a_case() -> None:
    assert {case["is"][1] for case in CASES.values()} == {*map(str, ProgressStatus)}


def test_groups_and_places_have_series_of_their_own_after_all() -> None:
    seen = [
        {"value": 26, "by": {"sex": "girls"}},
        {"value": 21},
        {"value": 30, "place": "Hackney"},
        {"redacted": True},
    ]
    indicator = Indicator(title="I", better="lower", target=18, observations=seen)
    found = progress_of(THEORY, indicator)
    assert [(item.group, item.place, item.status.value) for item in found] == [
        ("", "", "unclear"),
        ("sex: girls", "", "no-target"),
        ("", "Hackney", "no-target"),
    ]


numbers = st.integers(-20, 20)


@given(start=numbers, now=numbers, end=numbers, better=st.sampled_from(["higher", "lower"]))
def test_the_share_of_the_way_is_right_for_rising_and_falling_indicators(
    start: int, now: int, end: int, better: str
) -> None:
    assume(start != end)
    indicator = Indicator(title="I", better=better, baseline=start, target=end, observations=[now])
    turned = Indicator(
        title="I",
        better="lower" if better == "higher" else "higher",
        baseline=-start,
        target=-end,
        observations=[-now],
    )
    [found], [other] = progress_of(THEORY, indicator), progress_of(THEORY, turned)
    assert found.share == other.share == pytest.approx((now - start) / (end - start))
    assert found.status is other.status
    is_aim = (end > start) == (better == "higher")
    if is_aim:
        met = found.status is ProgressStatus.MET
        assert met is (found.share >= 1)
        assert (found.status is ProgressStatus.WORSE) is (found.share < 0)


@given(
    figures=st.tuples(numbers, numbers, numbers),
    better=st.sampled_from(["higher", "lower"]),
    shift=numbers,
    scale=st.integers(1, 7),
)
def test_neither_another_zero_nor_another_unit_makes_a_difference(
    figures: tuple[int, int, int], better: str, shift: int, scale: int
) -> None:
    """Degrees of Celsius and of Fahrenheit, or pounds and pence, are equally far on the way."""

    def found(*changed: int) -> tuple[float | None, str]:
        start, now, end = changed
        one = Indicator(title="I", better=better, baseline=start, target=end, observations=[now])
        [item] = progress_of(THEORY, one)
        return item.share, str(item.status)

    assert found(*(scale * number + shift for number in figures)) == found(*figures)


@given(theory=theories())
def test_every_indicator_of_any_theory_has_a_status_and_a_reason(theory: TheoryOfChange) -> None:
    found = progress(theory)
    assert {item.indicator.id for item in found} == {*theory.whole.indicators}
    assert all(item.reason for item in found)
