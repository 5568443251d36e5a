"""Progress in a picture: a line, a bar and a mark in the box, and the colour of the box."""

from typing import Any

import pytest
from geometry import faults

from tocmodel.analysis.progress import ProgressStatus
from tocmodel.analysis.publication import published
from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Badge, Box, Diagram
from tocmodel.diagram.progress import PROGRESS_COLOURS
from tocmodel.drawing import draw, draw_diagram
from tocmodel.layout.palette import STAGES
from tocmodel.layout.scene import Path, SceneGroup
from tocmodel.layout.symbols.indicator_charts import BAR_ROOM
from tocmodel.model import TheoryOfChange
from tocmodel.render.svg import svg

EXCLUDED = {
    "title": "Exclusions",
    "measures": ["settled"],
    "better": "lower",
    "baseline": {"value": 21, "period": 2018},
    "target": {"value": 0, "period": 2022},
    "observations": [{"value": 6, "period": 2020}],
}


def theory(*indicators: dict[str, Any], **more: Any) -> TheoryOfChange:
    return TheoryOfChange(
        title="Harbour",
        interventions={"club": {"title": "Breakfast club"}},
        outcomes={"settled": {"title": "Pupils are settled", "horizon": "short"}},
        links=["club -> settled"],
        indicators={f"i{number}": item for number, item in enumerate(indicators)},
        **more,
    )


def box_of(picture: Diagram, id_: str = "settled") -> Box:
    return next(box for box in picture.boxes if box.id == id_)


def lines(picture: Diagram, id_: str = "settled") -> list[tuple[str, str, float | None]]:
    return [(badge.kind, badge.text, badge.share) for badge in box_of(picture, id_).badges]


def test_a_box_has_the_way_of_its_indicator_and_a_bar() -> None:
    picture = to_diagram(theory(EXCLUDED), show_progress=True)
    words = "Exclusions: 21\u00a0→\u00a06, target 0 by 2022: on the way, 71% of it"
    assert lines(picture) == [("progress:on-the-way", words, pytest.approx(15 / 21))]
    assert words in box_of(picture).description
    assert [entry.text for entry in picture.legend if entry.sample.startswith("badge:")] == [
        "On the way to its target"
    ]


def test_a_view_that_does_not_ask_has_the_usual_figure() -> None:
    assert lines(to_diagram(theory(EXCLUDED))) == [("indicator", "Exclusions: 6 (2020)", None)]


def test_of_many_indicators_those_that_need_most_care_come_first() -> None:
    met = {**EXCLUDED, "title": "Late", "target": {"value": 7, "period": 2022}}
    missed = {**EXCLUDED, "title": "Away", "target": {"value": 0, "period": 2020}}
    bare = {"title": "Calm", "measures": ["settled"]}
    picture = to_diagram(theory(bare, met, missed), show_progress=True, colour="progress")
    assert [kind for kind, *_ in lines(picture)] == [
        "progress:missed",
        "progress:met",
        "indicator",
    ]
    assert lines(picture)[-1][1] == "and 1 more indicator"
    assert box_of(picture).colour == "progress:missed"
    assert box_of(picture, "club").colour == "progress:none"


def test_a_colour_has_its_mark_in_the_box_and_in_the_legend() -> None:
    picture = to_diagram(theory(EXCLUDED), colour="progress")
    assert lines(picture)[0] == ("progress:on-the-way", "on the way, 71% of it", None)
    samples = [entry.sample for entry in picture.legend]
    assert "colour:progress:on-the-way" in samples
    assert "badge:progress:on-the-way" not in samples
    assert "On the way to its target" in svg(draw_diagram(picture).scene)


def test_an_indicator_with_a_box_of_its_own_has_the_line_there() -> None:
    picture = to_diagram(
        theory(EXCLUDED), show_progress=True, show=["outcomes", "indicators"], indicators="nodes"
    )
    assert lines(picture) == []
    [(kind, words, _)] = lines(picture, "i0")
    assert (kind, words) == (
        "progress:on-the-way",
        "21\u00a0→\u00a06, target 0 by 2022: on the way, 71% of it",
    )


def test_figures_of_the_surroundings_are_no_progress_of_an_outcome() -> None:
    picture = to_diagram(theory({**EXCLUDED, "kind": "context"}), show_progress=True)
    assert lines(picture) == []


def test_a_collapsed_group_counts_what_is_in_it() -> None:
    other = {"calm": {"title": "Mornings are calm", "horizon": "short", "group": "children"}}
    made = TheoryOfChange(
        title="Harbour",
        groups={"children": {"title": "Children"}},
        outcomes={
            "settled": {"title": "Settled", "horizon": "short", "group": "children"},
            **other,
        },
        indicators={"i": EXCLUDED, "j": {"title": "Calm", "measures": ["calm"]}},
    )
    picture = to_diagram(made, collapse=["children"], show_progress=True, colour="progress")
    [box] = picture.boxes
    assert [badge.text for badge in box.badges] == [
        "2 outcomes",
        "on the way to its target: 1; nothing counted yet: 1",
    ]
    assert box.colour == "progress:on-the-way"


def bar_of(share: float) -> tuple[SceneGroup, list[Path]]:
    figures = [{"value": 10 + 10 * share, "period": 2020}]
    way = {**EXCLUDED, "better": "higher", "baseline": 10, "target": 20, "observations": figures}
    drawing = draw(theory(way), show_progress=True)
    assert faults(drawing.scene) == []
    box = next(group for group in drawing.scene.find("box") if group.id == "box:settled")
    bars = [item for item in box.items if isinstance(item, Path) and item.commands[-1][0] == "Z"]
    return box, [bar for bar in bars if _height(bar) < BAR_ROOM / 2 + 0.1]


def _height(path: Path) -> float:
    ys = [y for _, numbers in path.commands for y in numbers[1::2]]
    return max(ys) - min(ys)


def _width(path: Path) -> float:
    xs = [x for _, numbers in path.commands for x in numbers[0::2]]
    return max(xs) - min(xs)


@pytest.mark.parametrize(("share", "filled"), [(0.5, 0.5), (1.4, 1.0), (0.25, 0.25)])
def test_a_bar_is_filled_as_far_as_the_way_has_been_gone(share: float, filled: float) -> None:
    _, bars = bar_of(share)
    frame, done = bars[-2:]
    assert _width(done) / _width(frame) == pytest.approx(filled, abs=0.01)


def test_nothing_is_filled_on_the_wrong_side_of_the_baseline() -> None:
    with_none, with_some = bar_of(-0.5)[1], bar_of(0.5)[1]
    assert len(with_none) == len(with_some) - 1


# A small chart of the figures over time.

RISING = [{"value": value, "period": 2020 + year} for year, value in enumerate((30, 34, 41))]
READING = {
    "title": "Readers",
    "measures": ["settled"],
    "better": "higher",
    "baseline": {"value": 24, "period": 2019},
    "target": {"value": 60, "period": 2025},
    "observations": RISING,
}


def badge_of(**changes: Any) -> Badge:
    return box_of(to_diagram(theory({**READING, **changes}), show_progress=True)).badges[0]


def test_a_box_has_a_chart_of_its_figures_in_the_order_of_time() -> None:
    badge = badge_of(observations=RISING[::-1])
    assert [(point.period, point.value) for point in badge.trend] == [
        ("2019", 24),
        ("2020", 30),
        ("2021", 34),
        ("2022", 41),
        ("2025", 60),
    ]
    assert badge.trend_words == "rising from 2019 to 2022: 24, 30, 34, 41"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ((41, 34, 34), "falling from 2020 to 2022: 41, 34, 34"),
        ((34, 41, 30), "rising and falling from 2020 to 2022: 34, 41, 30"),
        ((34, 34, 34), "unchanged from 2020 to 2022: 34, 34, 34"),
    ],
)
def test_a_direction_is_named_only_if_no_figure_goes_against_it(
    values: tuple[int, ...], words: str
) -> None:
    seen = [{**figure, "value": value} for figure, value in zip(RISING, values, strict=True)]
    assert badge_of(observations=seen, baseline=[]).trend_words == words


@pytest.mark.parametrize(
    "doubt",
    [
        {"period": ""},
        {"period": 2021},
        {"period": "2022-03"},
        {"qualifier": "about"},
        {"of": 100, "of_qualifier": "about"},
        {"overlaps": True},
        {"spread": {"ci": [30, 52]}},
        {"value": None, "from": 40, "to": 42},
        {"unit": "books"},
        {"value": None, "redacted": True},
    ],
    ids=str,
)
def test_a_figure_in_doubt_leaves_out_the_chart(doubt: dict[str, Any]) -> None:
    seen = [*RISING[:2], {**RISING[2], **doubt}]
    badge = badge_of(observations=seen)
    assert (badge.trend, badge.trend_words) == ((), "")


def test_two_figures_are_no_trend() -> None:
    assert badge_of(observations=RISING[:1]).trend == ()
    assert badge_of(observations=RISING[:2]).trend != ()


def test_no_chart_runs_over_a_number_that_is_left_out_for_publication() -> None:
    dipped = [RISING[0], {"value": 4, "period": 2021}, RISING[2]]
    kept = theory({**READING, "observations": dipped}, place={"name": "Port"})
    drawn = {
        name: box_of(to_diagram(made, show_progress=True))
        for name, made in {"home": kept, "out": published(kept, suppress_below=10).theory}.items()
    }
    assert [len(box.badges[0].trend) for box in drawn.values()] == [5, 0]
    assert "24, 30, 4, 41" in drawn["home"].description
    assert "rising" not in drawn["out"].description


def chart_in(box: SceneGroup) -> list[Path]:
    return [item for item in box.items if isinstance(item, Path) and item.dash]


def test_a_chart_is_within_its_box_which_is_no_taller_for_it() -> None:
    boxes = []
    for seen in (RISING[:1], RISING):
        scene = draw(theory({**READING, "observations": seen}), show_progress=True).scene
        assert faults(scene) == []
        boxes.append(next(group for group in scene.find("box") if group.id == "box:settled"))
    without, with_chart = boxes
    assert [len(chart_in(box)) for box in boxes] == [0, 1]
    assert without.bounds is not None
    assert with_chart.bounds is not None
    assert with_chart.bounds.height == without.bounds.height
    target, course, *dots = with_chart.items[with_chart.items.index(chart_in(with_chart)[0]) :]
    assert isinstance(target, Path)
    assert isinstance(course, Path)
    assert target.bounds.y < course.bounds.y
    assert course.bounds.bottom <= with_chart.bounds.bottom
    assert len(dots) == 4


def test_a_chart_is_said_once_to_those_who_cannot_see_it() -> None:
    drawing = draw(theory(READING), show_progress=True)
    words = "Rising from 2019 to 2022: 24, 30, 34, 41."
    assert svg(drawing.scene).count(words) == 1
    assert [entry.text for entry in drawing.diagram.legend if entry.sample == "line:trend"] == [
        "Figures over time; the dashed line is the target"
    ]


def test_every_status_has_a_meaning_and_a_colour() -> None:
    assert {f"progress:{status}" for status in ProgressStatus} | {"progress:none"} == {
        *PROGRESS_COLOURS
    }
    assert PROGRESS_COLOURS.keys() <= STAGES.keys()
