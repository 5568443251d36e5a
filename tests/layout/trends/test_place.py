"""Pictures of small charts in which every word can be read, and no shape needs its colour."""

from itertools import combinations
from typing import Any

import pytest
from geometry import meet
from hypothesis import given, settings
from hypothesis import strategies as st
from table_faults import area_of, faults

from tocmodel.analysis.progress import ProgressStatus, progress
from tocmodel.analysis.trend_points import PointKind
from tocmodel.diagnostics import TocModelError
from tocmodel.layout.marks import badge_mark
from tocmodel.layout.palette import NEUTRAL, STAGES
from tocmodel.layout.scene import Path, Scene, Text
from tocmodel.layout.trends import place
from tocmodel.layout.trends.place import layout_trends
from tocmodel.layout.trends.plot import draw_point
from tocmodel.model import TheoryOfChange
from tocmodel.tables.trends import Trend, Trends, to_trends

ABSENT = {
    "title": "Pupils who are often absent",
    "unit": "percent",
    "better": "lower",
    "baseline": {"value": 30, "period": 2021},
    "target": {"value": 18, "period": 2025},
    "observations": [
        {"value": 27, "period": 2022},
        {"value": 21, "period": 2023},
        {"value": 20, "period": 2024, "basis": "forecast"},
    ],
}


def scene_of(*, as_lines: bool = False, **indicators: Any) -> Scene:
    theory = TheoryOfChange(title="Harbour", indicators=indicators)
    return layout_trends(to_trends(progress(theory)), as_lines=as_lines)


def words_of(scene: Scene, role: str) -> list[str]:
    return [
        item.text for group in scene.find(role) for item in group.items if isinstance(item, Text)
    ]


@pytest.mark.parametrize("as_lines", [False, True])
def test_a_chart_has_its_status_and_its_reason_in_words(as_lines: bool) -> None:
    scene = scene_of(absent=ABSENT, as_lines=as_lines)
    [chart] = scene.find("trend")
    assert chart.title == "Pupils who are often absent: on the way, 75% of it"
    assert chart.description.endswith(
        "Figures: baseline 30% (2021); observed 27% (2022); "
        "observed 21% (2023); forecast: 20% (2024); target 18% (2025)."
    )
    words = " ".join(words_of(scene, "trend"))
    assert "on the way, 75% of it" in words
    assert "from 30% to 21%; the target is 18% (2025)" in words
    assert words_of(scene, "legend") == [
        "baseline",
        "counted",
        "forecast, not a result",
        "target; the dashed line is at the last",
    ]
    assert scene.page == "A4"
    assert faults(scene) == []


def test_the_numbers_that_matter_are_beside_their_shapes() -> None:
    words = words_of(scene_of(absent=ABSENT), "trend")
    assert {"30%", "21%", "20%", "18%"} <= set(words)
    assert "27%" not in words


def test_only_dates_join_numbers() -> None:
    def longest(*observations: Any) -> int:
        scene = scene_of(a={"title": "A", "observations": list(observations)})
        [chart] = scene.find("trend")
        paths = [item for item in chart.items if isinstance(item, Path) and not item.fill]
        return max(len(path.commands) for path in paths)

    dated = [{"value": number, "period": 2020 + number} for number in (1, 2, 4)]
    assert longest(*dated) == 3
    assert longest({"value": 1}, *dated) == 2


number = st.integers(-(10**6), 10**6) | st.floats(-100, 100).map(lambda n: round(n, 2))
figure = st.fixed_dictionaries(
    {"value": number},
    optional={"period": st.integers(2010, 2030), "basis": st.just("forecast")},
)
title = st.text("abc defghij-", min_size=1, max_size=60)
indicator = st.fixed_dictionaries(
    {"title": title, "observations": st.lists(figure, max_size=4)},
    optional={
        "baseline": figure,
        "target": st.lists(figure, max_size=2),
        "unit": st.sampled_from(["percent", "GBP", "people who came to every session"]),
        "better": st.sampled_from(["higher", "lower"]),
    },
)


@settings(max_examples=25, deadline=None)
@given(st.lists(indicator, min_size=1, max_size=7), st.booleans())
def test_no_picture_has_a_fault(made: list[dict[str, Any]], as_lines: bool) -> None:
    scene = scene_of(as_lines=as_lines, **{f"i{n}": item for n, item in enumerate(made)})
    assert faults(scene) == []
    charts = scene.find("trend")
    assert len(charts) == len(made)
    bounds = [chart.bounds for chart in charts if chart.bounds]
    assert not any(meet(one, other) for one, other in combinations(bounds, 2))
    for chart in charts:
        texts = [item for item in chart.items if isinstance(item, Text)]
        assert min(item.size for item in texts) >= 9
        assert not any(meet(area_of(a), area_of(b)) for a, b in combinations(texts, 2))


def test_every_status_and_every_number_has_a_shape_of_its_own() -> None:
    marks = {status: badge_mark(f"progress:{status}", 0, 0, "#000000") for status in ProgressStatus}
    assert len(set(marks.values())) == len(ProgressStatus)
    assert {f"progress:{status}" for status in ProgressStatus} <= STAGES.keys()
    shapes = {
        (path.commands, bool(path.stroke))
        for kind in PointKind
        for path in [draw_point(kind, (0.0, 0.0), NEUTRAL)]
    }
    assert len(shapes) == len(PointKind)


def test_more_charts_than_anyone_can_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "MOST_CHARTS", 1)
    many = Trends(title="T", trends=(Trend(id="a", title="A"), Trend(id="b", title="B")))
    with pytest.raises(TocModelError, match="there are 2 series of figures, and a picture can"):
        layout_trends(many)


def test_a_long_picture_has_no_page() -> None:
    many = {f"i{n}": ABSENT for n in range(60)}
    assert scene_of(**many).page == ""
