"""Pictures in which nothing is in the way of anything else."""

import os
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import diagrams
import pytest
from attrs import evolve
from diagrams import (
    STAGES,
    arrow,
    club,
    downwards,
    made_up,
    with_changes,
    with_clusters,
    with_lanes,
)
from example_models import NAMES, model_file
from geometry import covered_marks, faults, texts
from hypothesis import HealthCheck, given, settings
from picture_measures import covered_words, words_in_the_way
from wordy_theories import wordy_theory

import tocmodel
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Arrow, Box, Column, Diagram
from tocmodel.fileformat.loading import load
from tocmodel.layout import MOST_BOXES, Scene, Text, layout
from tocmodel.model import TheoryOfChange
from tocmodel.starters import TEMPLATES, starter

PATHS = (Path(diagrams.__file__).parent, Path(tocmodel.__file__).parents[1])
HAND_MADE = {
    "club": club(),
    "lanes": with_lanes(club()),
    "clusters": with_clusters(club()),
    "both": with_lanes(with_clusters(club())),
    "changes": with_changes(club()),
    "changes-lanes": downwards(with_lanes(with_changes(club()))),
    "downwards": downwards(club()),
    "downwards-lanes": downwards(with_lanes(club())),
    "downwards-clusters": downwards(with_clusters(club())),
}
VIEWS = [(name, view) for name in NAMES for view in load(model_file(name)).views]
LONG = "Families in the neighbourhood use services they would have missed before"
SHEETS = {
    "A4": (842, 596),
    "A3": (1191, 842),
    "A4 portrait": (596, 842),
    "A3 portrait": (842, 1191),
}


@pytest.mark.parametrize("name", HAND_MADE)
def test_a_picture_has_no_fault(name: str) -> None:
    assert faults(layout(HAND_MADE[name])) == []


@cache
def example(name: str) -> TheoryOfChange:
    """An example, read once."""
    return load(model_file(name))


@cache
def drawn(name: str, view: str) -> tuple[int, Scene]:
    """How many boxes a view of an example has, and its picture."""
    diagram = to_diagram(example(name), view)
    return len(diagram.boxes), layout(diagram)


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_a_view_of_an_example_has_no_fault(name: str, view: str) -> None:
    assert faults(drawn(name, view)[1]) == []


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_a_mark_of_evidence_in_a_view_of_an_example_is_seen_whole(name: str, view: str) -> None:
    assert covered_marks(drawn(name, view)[1]) == []


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_a_view_of_up_to_thirty_boxes_fits_a3_with_text_of_nine_points(
    name: str, view: str
) -> None:
    boxes, scene = drawn(name, view)
    assert boxes <= 30
    width, height = SHEETS[scene.page]
    assert scene.width <= width
    assert scene.height <= height
    assert min(text.size for text in texts(scene)) >= 9


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_fits_a4_when_it_is_asked_for(template: str, tmp_path: Path) -> None:
    path = tmp_path / f"{template}.toc.yaml"
    path.write_text(starter(template, None), encoding="utf-8")
    theory = load(path)
    for view in theory.views:
        scene = layout(to_diagram(theory, view), page="A4")
        assert scene.page in {"A4", "A4 portrait"}
        assert min(text.size for text in texts(scene)) >= 9
        assert faults(scene) == []


def test_no_word_of_a_heading_is_broken_where_others_can_spare_the_width() -> None:
    columns = tuple(Column(id=id_, title=title) for id_, title, _ in STAGES[:8])
    boxes = tuple(
        Box(id=id_, kind="outcome", text="Well" if id_ == "mechanisms" else LONG, column=id_)
        for id_, _, _ in STAGES[:8]
    )
    scene = layout(Diagram(title="Narrow", columns=columns, boxes=boxes), page="A4")
    (heading,) = (group for group in scene.find("column") if group.title == "Mechanisms")
    assert [item.text for item in heading.items if isinstance(item, Text)] == ["5.\u00a0Mechanisms"]


def test_only_the_gap_that_holds_words_is_wider() -> None:
    plain = layout(club())
    wordy = tuple(
        evolve(a, label="two years") if a.id == "fed--learn" else a for a in club().arrows
    )
    scene = layout(evolve(club(), arrows=wordy))
    before, after = (gaps_of(one) for one in (plain, scene))
    assert [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if new > old + 1] == [
        4
    ]


def gaps_of(scene: Scene) -> list[float]:
    """The white between one band and the next."""
    bands = [column.bounds for column in scene.find("column") if column.bounds]
    return [other.x - one.right for one, other in pairwise(bands)]


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(made_up())
def test_no_picture_has_a_fault(diagram: Diagram) -> None:
    scene = layout(diagram)
    assert faults(scene) == []
    assert len(scene.find("box")) == len(diagram.boxes)
    assert len(scene.find("arrow")) == len(diagram.arrows)


@given(made_up())
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_the_words_of_every_arrow_have_room_or_a_number_in_the_key(diagram: Diagram) -> None:
    scene = layout(diagram)
    assert words_in_the_way(scene) == []
    assert all(words_of(scene, one) == squeezed(one.label) for one in diagram.arrows)


@pytest.mark.parametrize("number", range(12))
def test_no_words_on_arrows_are_lost_or_lie_on_anything(number: int) -> None:
    diagram = to_diagram(wordy_theory(number), "all")
    scene = layout(diagram)
    assert (words_in_the_way(scene), covered_words(scene), faults(scene)) == ([], 0, [])
    assert all(words_of(scene, one) == squeezed(one.label) for one in diagram.arrows)


def words_of(scene: Scene, arrow: Arrow) -> str:
    """The words that a picture has for an arrow without a sign: beside it, or in the key."""
    group = next(one for one in scene.find("arrow") if one.id == f"arrow:{arrow.id}")
    words = [item.text for item in group.items if isinstance(item, Text) and item.text != "?"]
    key = {
        entry.id.removeprefix("key:"): [item.text for item in entry.items[1:]]
        for page in (scene, *scene.more)
        for entry in page.find("key")
    }
    return squeezed("".join(key.get("".join(words), words)))


def squeezed(words: str) -> str:
    """Words without the spaces at which they may be broken."""
    return "".join(words.split())


def test_arrows_with_the_same_words_share_a_number_and_a_page_has_the_key() -> None:
    boxes = tuple(
        Box(id=id_, kind="outcome", text=id_, column=column)
        for id_, column in (("a", "short"), ("b", "medium"), ("c", "medium"))
    )
    words = "as long as it takes for everyone to see it, and then some more, over and over again"
    arrows = tuple(arrow("a", to, label=words, delay=words) for to in "bc")
    columns = tuple(Column(id=id_, title=id_) for id_ in ("short", "medium"))
    scene = layout(Diagram(title="Slow", columns=columns, boxes=boxes, arrows=arrows))
    assert [key.id for key in scene.find("key")] == ["key:1"]
    assert [words_of(scene, one) for one in arrows] == [squeezed(words)] * 2


def test_a_box_without_arrows_stays_out_of_the_frames_of_others_and_in_its_own() -> None:
    boxes = with_clusters(club()).boxes
    for number in range(len(boxes)):
        loose = evolve(with_clusters(club()), arrows=(), boxes=boxes[number:] + boxes[:number])
        same_column = evolve(
            loose,
            boxes=tuple(evolve(box, column="interventions") for box in loose.boxes),
            columns=loose.columns[2:3],
        )
        assert (faults(layout(loose)), faults(layout(same_column))) == ([], [])


def test_lanes_are_bands_one_below_the_other() -> None:
    first, second = layout(with_lanes(club())).find("lane")
    assert first.bounds
    assert second.bounds
    assert first.bounds.bottom == pytest.approx(second.bounds.y)
    assert (first.bounds.x, first.bounds.width) == (second.bounds.x, second.bounds.width)


def test_every_box_is_in_its_lane() -> None:
    diagram = with_lanes(club())
    scene = layout(diagram)
    lanes = {lane.id.removeprefix("lane:"): lane.bounds for lane in scene.find("lane")}
    boxes = {group.id.removeprefix("box:"): group.bounds for group in scene.find("box")}
    assert len(boxes) == len(diagram.boxes)
    for box in diagram.boxes:
        lane, place = lanes[box.lane], boxes[box.id]
        assert lane
        assert place
        assert lane.y < place.y < place.bottom < lane.bottom


def test_boxes_of_a_column_are_as_wide_as_each_other() -> None:
    boxes = {group.id: group.bounds for group in layout(club()).find("box")}
    fed, singled_out = boxes["box:fed"], boxes["box:singled-out"]
    assert fed
    assert singled_out
    assert fed.width == singled_out.width


def test_what_leads_back_ends_at_the_far_side_of_an_earlier_box() -> None:
    scene = layout(club())
    back = next(group for group in scene.find("arrow") if group.ends == ("thrive", "club"))
    line = back.items[0]
    assert line.dash
    assert line.commands[0][1][0] > line.commands[-1][1][0]


def test_the_ceiling_is_between_its_column_and_the_next() -> None:
    scene = layout(club())
    bands = {group.id.removeprefix("column:"): group.bounds for group in scene.find("column")}
    (ceiling,) = scene.find("ceiling")
    x = ceiling.items[0].commands[0][1][0]
    assert bands["medium"].right < x < bands["impact"].x


def test_a_diagram_without_boxes_still_has_its_title() -> None:
    scene = layout(Diagram(title="Nothing yet"))
    assert [text.text for text in texts(scene)] == ["Nothing yet"]


def test_a_box_without_a_known_column_gets_a_heading() -> None:
    scene = layout(Diagram(title="x", boxes=(Box(id="a", kind="outcome", text="A", column="odd"),)))
    assert [group.title for group in scene.find("column")] == ["Odd"]


def test_an_arrow_from_a_box_to_itself_is_drawn() -> None:
    diagram = evolve(club(), arrows=(arrow("fed", "fed", feedback=True),))
    assert faults(layout(diagram)) == []


def test_too_much_for_one_picture_is_reported_at_once() -> None:
    boxes = tuple(
        Box(id=f"e{n}", kind="outcome", text="x", column="c") for n in range(MOST_BOXES + 1)
    )
    with pytest.raises(TocModelError, match="this view has 401 boxes and 0 arrows"):
        layout(Diagram(title="x", columns=(Column(id="c", title="C"),), boxes=boxes))


def test_three_hundred_boxes_are_drawn() -> None:
    stages = 8
    boxes = tuple(
        Box(id=f"e{n}", kind="outcome", text=f"Outcome number {n}", column=f"c{n % stages}")
        for n in range(300)
    )
    arrows = tuple(
        arrow(f"e{n}", f"e{(n * 13 + 1) % 300}") for n in range(300) if n % stages < stages - 1
    )
    columns = tuple(Column(id=f"c{n}", title=f"Step {n}") for n in range(stages))
    scene = layout(Diagram(title="Large", columns=columns, boxes=boxes, arrows=arrows))
    assert (scene.page, len(scene.find("box"))) == ("", 300)


def test_an_unknown_page_is_reported() -> None:
    with pytest.raises(TocModelError, match="no page 'A5': choose A4, A3, A2, A1, A0 or slide"):
        layout(club(), page="A5")


def test_one_diagram_has_one_picture_whatever_the_seed_of_hashes() -> None:
    program = (
        "from diagrams import club, with_clusters, with_lanes\n"
        "from tocmodel.layout import layout\n"
        "from tocmodel.render.svg import svg\n"
        "print(svg(layout(with_lanes(with_clusters(club())))))\n"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join(map(str, PATHS)),
            },
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(found) == 1
