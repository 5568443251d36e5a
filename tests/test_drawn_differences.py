"""Pictures of what changed: on a sheet of A3, with words that people can read."""

import pytest
from attrs import evolve
from example_models import FOLDER
from geometry import faults

from tocmodel.diagram import views
from tocmodel.diagram.difference import to_difference_diagram
from tocmodel.diagram.simpler import simpler_pictures
from tocmodel.drawing import Drawing, draw_diagram, draw_difference
from tocmodel.fileformat.loading import load
from tocmodel.layout.poster import smallest_text
from tocmodel.model import TheoryOfChange

PLACE = FOLDER / "blackpool-resilience-revolution"


def then_and_now() -> tuple[TheoryOfChange, TheoryOfChange]:
    """Return a real theory at two times."""
    name = "blackpool-resilience-revolution"
    old, new = (load(PLACE / f"{name}{year}.toc.yaml") for year in ("-2016", ""))
    return old, new


def made_up(count: int, *, changed: int) -> tuple[TheoryOfChange, TheoryOfChange]:
    """Return two theories with a chain of work and its effects; in the second some are new."""
    horizons = ("short", "medium", "long")
    work = {
        f"w{number}": {"title": f"Weekly sessions of kind {number} for families"}
        for number in range(count // 3)
    }
    outcomes = {
        f"o{number}": {
            "title": f"Families in the area do better in way {number}",
            "horizon": horizons[number % 3],
        }
        for number in range(count - len(work))
    }
    links = [
        *(
            {"from": f"w{n}", "to": f"o{n * 3 % len(outcomes)}", "because": "so"}
            for n in range(len(work))
        ),
        *(f"o{n} -> o{n + 1}" for n in range(len(outcomes) - 1) if n % 3 < 2),
    ]
    new = TheoryOfChange(title="Sessions", interventions=work, outcomes=outcomes, links=links)
    gone = {f"o{number}" for number in range(changed)}
    kept = [link for link in new.links if not gone.intersection((link.from_, link.to))]
    fewer = {id_: one for id_, one in outcomes.items() if id_ not in gone}
    return evolve(new, outcomes=fewer, links=kept), new


def assert_readable(drawing: Drawing) -> None:
    scene = drawing.scene
    assert scene.page.removesuffix(" portrait") in ("A4", "A3")
    assert smallest_text(scene) >= 8.5
    assert faults(scene) == []


def test_all_that_changed_in_a_real_theory_fits_a3() -> None:
    drawing = draw_difference(*then_and_now())
    assert_readable(drawing)
    assert len(drawing.diagram.boxes) == 28
    assert drawing.diagram.note.startswith(
        "The small lines in the boxes, and the frames, are left out. "
    )


@pytest.mark.parametrize("view", [view.id for view in views(then_and_now()[1])])
def test_what_changed_in_each_view_of_a_real_theory_fits_a3(view: str) -> None:
    assert_readable(draw_difference(*then_and_now(), view))


def test_small_lines_go_before_the_boxes_round_what_changed() -> None:
    old = load(FOLDER / "pembury" / "pembury.toc.yaml")
    calm = {"title": "Mornings at home are calm and unhurried", "horizon": "short"}
    talk = {"title": "Parents talk and play more with their children", "horizon": "medium"}
    outcomes = {**old.outcomes, "calm": {**calm, "level": "family"}, "talk": talk}
    more = ("family-support -> calm", "calm -> talk", "talk -> school-ready")
    new = evolve(old, outcomes=outcomes, links=[*old.links, *more])
    whole = to_difference_diagram(old, new, "by-level")
    drawing = draw_difference(old, new, "by-level")
    assert_readable(drawing)
    assert draw_diagram(whole).scene.page == ""
    assert len(drawing.diagram.boxes) == len(whole.boxes) == 19
    assert drawing.diagram.note.startswith("The small lines in the boxes are left out. ")


@pytest.mark.parametrize(("count", "changed"), [(12, 3), (20, 6), (30, 8), (30, 18), (60, 8)])
def test_what_changed_in_a_theory_of_some_size_fits_a3(count: int, changed: int) -> None:
    drawing = draw_difference(*made_up(count, changed=changed))
    assert_readable(drawing)
    added = [box for box in drawing.diagram.boxes if box.change == "added"]
    assert len(added) == changed


def test_signs_of_changes_take_the_place_of_words_in_simpler_pictures() -> None:
    drawing = draw_difference(*made_up(12, changed=3))
    texts = [
        item.text
        for box in drawing.scene.find("box")
        for item in box.items
        if hasattr(item, "text")
    ]
    assert texts.count("+ added") == 3
    signs = list(simpler_pictures(drawing.diagram))[1]
    scene = evolve(drawing, diagram=signs).scene
    assert [
        box
        for box in scene.find("box")
        for item in box.items
        if getattr(item, "text", "") == "+ added"
    ] == []
    assert sum("(added)" in box.title for box in scene.find("box")) == 3
