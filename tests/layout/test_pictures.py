"""Every view of every example, and maps made up, are measured against bounds that only tighten."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from attrs import evolve
from diagrams import club
from example_models import NAMES, model_file
from frame_measures import frame_faults
from picture_measures import (
    Measures,
    broken_words,
    crossings,
    measure_picture,
    says_twice,
    shared_runs,
)

from tocmodel.diagram import to_diagram, views
from tocmodel.fileformat.loading import load
from tocmodel.layout import Scene, Text, layout
from tocmodel.layout.marks import row_of_marks
from tocmodel.layout.palette import PAPER
from tocmodel.layout.scene import Bounds, SceneGroup
from tocmodel.layout.scene import Path as Drawn
from tocmodel.layout.shapes import rounded

BOUNDS = Path(__file__).with_name("picture_bounds.yaml")
KEPT = ("crossings", "doubtful", "signs_crossed", "marks_covered")
"""The measures with a bound of their own for each picture; a missing one is zero."""
NEVER = ("faults", "covered", "words_in_the_way", "broken", "said_twice")
"""What no picture has."""


@cache
def bounds() -> dict[str, dict[str, float]]:
    """The kept bounds of each picture."""
    found: dict[str, dict[str, float]] = yaml.safe_load(BOUNDS.read_text(encoding="utf-8"))
    return found


def measured(name: str) -> Iterator[tuple[str, Measures, list[str]]]:
    """The measures of every view of an example, and the faults of its frames."""
    theory = load(model_file(name))
    for view in views(theory):
        diagram = to_diagram(theory, view)
        scene = layout(diagram)
        yield f"{name}/{view.id}", measure_picture(scene), list(frame_faults(diagram, scene))


@pytest.mark.parametrize("name", NAMES)
def test_no_picture_of_an_example_gets_worse(name: str, request: pytest.FixtureRequest) -> None:
    update = request.config.getoption("--update-snapshots")
    for picture, found, frames in measured(name):
        assert not frames, picture
        assert {what: getattr(found, what) for what in NEVER} == dict.fromkeys(NEVER, 0), picture
        assert found.least_contrast >= 4.5
        held = bounds().get(picture, {})
        worse = {
            what: (getattr(found, what), held.get(what, 0))
            for what in KEPT
            if getattr(found, what) > held.get(what, 0)
        }
        if found.text_on("A4") < held.get("text_on_a4", 9.0):
            worse["text_on_a4"] = (found.text_on("A4"), held.get("text_on_a4", 9.0))
        if update:
            tighten(picture, found, is_new=picture not in bounds())
        assert not worse or (update and not held), f"{picture}: measured, and its bound: {worse}"


def tighten(picture: str, found: Measures, *, is_new: bool) -> None:
    """Keep the measures of a picture where they are better than its bounds, or it has none."""
    kept = yaml.safe_load(BOUNDS.read_text(encoding="utf-8")) if BOUNDS.exists() else {}
    held = kept.get(picture, {})
    now = {what: getattr(found, what) for what in KEPT}
    if not is_new:
        now = {what: min(value, held.get(what, 0)) for what, value in now.items()}
    line = {what: value for what, value in now.items() if value}
    text = min(
        9.0,
        found.text_on("A4") if is_new else max(found.text_on("A4"), held.get("text_on_a4", 9.0)),
    )
    if text < 9.0:
        line["text_on_a4"] = text
    kept[picture] = line
    lines = (f"{id_}: {yaml.safe_dump(kept[id_], default_flow_style=True)}" for id_ in sorted(kept))
    BOUNDS.write_text(HEAD + "".join(lines), encoding="utf-8")


HEAD = """\
# What each picture of an example may have at most, and the least size of its words on A4 (below 9).
# Bounds only tighten: --update-snapshots keeps better measures, and never worse ones.
"""


def test_every_bound_is_that_of_a_picture() -> None:
    known = {f"{name}/{view.id}" for name in NAMES for view in views(load(model_file(name)))}
    assert set(bounds()) <= known


@pytest.fixture
def scene() -> Scene:
    """A picture without a fault."""
    return layout(club())


def group_of(scene: Scene, id_: str) -> SceneGroup:
    return next(group for group in scene.groups if group.id == id_)


def with_line(scene: Scene, id_: str, *points: tuple[float, float]) -> Scene:
    """The scene in which an arrow has another line."""
    arrow = group_of(scene, id_)
    steps = tuple(("L" if place else "M", point) for place, point in enumerate(points))
    items = (Drawn(commands=steps, stroke="#000000", stroke_width=1), *arrow.items[1:])
    changed = evolve(arrow, items=items)
    return evolve(scene, groups=tuple(changed if g.id == id_ else g for g in scene.groups))


def test_a_crossing_a_shared_run_and_a_sign_under_a_line_are_counted(scene: Scene) -> None:
    before = measure_picture(scene)
    one = with_line(scene, "arrow:rent--hungry", (10, 10), (60, 60))
    crossed = measure_picture(with_line(one, "arrow:calm--fed", (10, 60), (60, 10)))
    assert crossed.crossings == before.crossings + 1
    assert crossed.doubtful == before.doubtful
    shared = measure_picture(with_line(one, "arrow:calm--fed", (10, 10), (20, 20), (60, 25)))
    assert shared.doubtful == before.doubtful + 1
    mark = group_of(scene, "arrow:singled-out--learn").items[2]
    assert isinstance(mark, Drawn)
    x, y = mark.commands[0][1]
    through = with_line(scene, "arrow:rent--hungry", (x - 20, y), (x + 20, y))
    assert measure_picture(through).signs_crossed == before.signs_crossed + 1


def test_a_mark_of_evidence_that_something_covers_is_seen(scene: Scene) -> None:
    start = (300.0, 300.0)
    ground, *_ = row_of_marks(("evidence",), start, "#000000")
    arrow = group_of(with_line(scene, "arrow:calm--fed", start, (400, 300)), "arrow:calm--fed")
    marked = evolve(arrow, items=(arrow.items[0], ground))
    box = SceneGroup(id="box:odd", role="box", bounds=Bounds(x=305, y=290, width=9, height=9))
    line = evolve(
        marked, id="arrow:odd", items=(Drawn(commands=(("M", (290, 290)), ("L", (310, 310)))),)
    )
    found = [
        measure_picture(evolve(scene, groups=groups)).marks_covered
        for groups in ((marked,), (marked, box), (marked, line), (marked, evolve(marked, id="two")))
    ]
    assert found == [0, 1, 1, 2]


def test_words_of_an_arrow_on_a_box_a_mark_a_line_or_other_words_are_seen(scene: Scene) -> None:
    ground = rounded(Bounds(x=300, y=300, width=40, height=12), 3)
    arrow = group_of(with_line(scene, "arrow:calm--fed", (290, 306), (360, 306)), "arrow:calm--fed")
    worded = evolve(arrow, items=(arrow.items[0], Drawn(commands=ground, fill=PAPER)))
    box = SceneGroup(id="box:odd", role="box", bounds=Bounds(x=335, y=305, width=9, height=9))
    line = Drawn(commands=(("M", (320, 290)), ("L", (320, 330))))
    mark = Drawn(commands=rounded(Bounds(x=310, y=302, width=8, height=8), 2), fill="#000000")
    away = Drawn(commands=(("M", (0, 0)), ("L", (1, 1))))
    found = [
        measure_picture(evolve(scene, groups=groups)).words_in_the_way
        for groups in (
            (worded,),
            (worded, box),
            (worded, evolve(worded, id="arrow:odd", items=(line,))),
            (worded, evolve(worded, id="arrow:odd", items=(away, mark))),
            (worded, evolve(worded, id="arrow:odd", items=(away, *worded.items[1:]))),
        )
    ]
    assert found == [0, 1, 1, 1, 2]  # the line of the one runs through the words of the other


def test_two_arrows_of_one_box_may_share_a_run() -> None:
    lines = {"a": ((0.0, 0.0), (40.0, 0.0)), "b": ((0.0, 0.5), (40.0, 0.5))}
    assert [len(run) for run in shared_runs(lines).values()] == [40]


def test_a_broken_word_and_words_said_twice_are_seen() -> None:
    words = [
        Text(x=0, y=0, text=line, size=9, width=1, colour="#000000")
        for line in ("Well-", "being of neigh", "bours")
    ]
    box = SceneGroup(
        id="box:a", role="box", title="Outcome: Well-being of neighbours", items=tuple(words)
    )
    assert broken_words(box) == 1
    said = "Seen in families who come. Seen in families who come."
    assert [says_twice(evolve(box, description=text)) for text in (said, said[:27])] == [
        True,
        False,
    ]


def test_words_on_words_are_seen(scene: Scene) -> None:
    box = group_of(scene, "box:club")
    word = next(item for item in box.items if isinstance(item, Text))
    note = SceneGroup(id="odd", role="note", items=(evolve(word, text="over it"),))
    assert measure_picture(evolve(scene, groups=(*scene.groups, note))).covered == 1


def test_text_on_a_sheet_is_never_enlarged() -> None:
    found = measure_picture(layout(club()))
    assert found.text_on("A2") == found.text
    wide = evolve(found, width=2 * 841.89, height=100.0)
    assert wide.text_on("A4") == pytest.approx(found.text / 2)


def test_boxes_cover_a_share_of_the_picture(scene: Scene) -> None:
    whole = Bounds(x=0, y=0, width=scene.width, height=scene.height)
    one = evolve(group_of(scene, "box:club"), bounds=whole)
    assert measure_picture(evolve(scene, groups=(one,))).share == 1


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (((0, 10), (40, 10)), 1),
        (((0, 0), (4, 0), (40, -20)), 0),  # they begin together, and part
        (((0, 20), (16, 8), (20, 10), (40, 0)), 1),  # they share a little on the way
    ],
)
def test_lines_that_part_after_a_common_end_do_not_cross(
    other: tuple[tuple[float, float], ...], count: int
) -> None:
    lines = {"one": ((0.0, 0.0), (4.0, 0.0), (40.0, 20.0)), "other": other}
    assert len(crossings(lines, shared_runs(lines))) == count
