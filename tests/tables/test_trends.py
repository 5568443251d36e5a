"""What small charts show: only numbers that can be compared, in the order of time."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from tocmodel.analysis.progress import progress
from tocmodel.model import TheoryOfChange
from tocmodel.tables.trends import Trend, to_trends

CASES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("trends.yaml").read_text(encoding="utf-8")
)


def trend_of(**indicator: Any) -> Trend:
    theory = TheoryOfChange(
        title="T", year_begins="september", indicators={"i": {"title": "I", **indicator}}
    )
    return to_trends(progress(theory)).trends[0]


@pytest.mark.parametrize("name", CASES)
def test_a_chart_has_the_numbers_that_can_be_compared(name: str) -> None:
    case = CASES[name]
    found = trend_of(**case["indicator"])
    assert [
        [str(point.kind), point.value, point.words, point.day and str(date.fromordinal(point.day))]
        for point in found.points
    ] == case["points"]
    assert list(found.left_out) == case.get("left out", [])
    assert found.is_dated is case["dated"]


def test_a_picture_says_in_words_what_its_charts_show() -> None:
    theory = TheoryOfChange(
        title="Harbour",
        imagined=True,
        indicators={
            "a": {
                "title": "Late",
                "better": "lower",
                "baseline": 9,
                "target": 3,
                "observations": [6, {"value": 7, "by": {"sex": "girls"}}],
            },
            "b": {"title": "Calm"},
        },
    )
    found = to_trends(progress(theory))
    assert (found.title, found.subtitle) == (
        "Progress: Harbour",
        "An imagined example · on the way: 1; no target: 1; no data yet: 1",
    )
    assert found.description == (
        "Late: on the way, 50% of it (from 9 to 6; the target is 3). "
        "Figures: baseline 9; observed 6; target 3. "
        "Late (sex: girls): no target. Figures: observed 7 (sex: girls). "
        "Calm: no data yet."
    )
