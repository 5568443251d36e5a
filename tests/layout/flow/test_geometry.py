"""The checker of pictures sees what is wrong with a picture that is made wrong on purpose."""

import pytest
from attrs import evolve
from diagrams import club
from geometry import faults

from tocmodel.layout import Scene, layout
from tocmodel.layout.scene import Path, SceneGroup, Text


def with_group(scene: Scene, id_: str, changed: SceneGroup) -> Scene:
    """The scene with one group changed."""
    groups = tuple(changed if group.id == id_ else group for group in scene.groups)
    return evolve(scene, groups=groups)


@pytest.fixture
def scene() -> Scene:
    """A picture without a fault."""
    return layout(club())


def group_of(scene: Scene, id_: str) -> SceneGroup:
    return next(group for group in scene.groups if group.id == id_)


def test_a_box_on_another_is_seen(scene: Scene) -> None:
    other = group_of(scene, "box:rent").bounds
    wrong = with_group(scene, "box:hungry", evolve(group_of(scene, "box:hungry"), bounds=other))
    assert "box:rent overlaps box:hungry" in faults(wrong)


def test_an_arrow_through_a_box_is_seen(scene: Scene) -> None:
    arrow = group_of(scene, "arrow:rent--hungry")
    club_box = group_of(scene, "box:club").bounds
    assert club_box
    x, y = club_box.centre
    line = Path(commands=(("M", (x - 200, y)), ("L", (x + 200, y))), stroke="#000000")
    wrong = with_group(scene, arrow.id, evolve(arrow, items=(line, *arrow.items[1:])))
    assert "arrow:rent--hungry crosses box:club" in faults(wrong)


def test_words_that_are_too_wide_or_too_pale_are_seen(scene: Scene) -> None:
    box = group_of(scene, "box:club")
    items = tuple(
        evolve(item, width=900.0, colour="#cccccc") if isinstance(item, Text) else item
        for item in box.items
    )
    found = faults(with_group(scene, box.id, evolve(box, items=items)))
    assert "'A breakfast' runs out of box:club" in found
    assert "'A breakfast' has too little contrast" in found
    assert "box:club runs off the page" in found


def test_a_heading_over_another_column_is_seen(scene: Scene) -> None:
    first, second, *_ = scene.find("column")
    wrong = with_group(scene, first.id, evolve(first, bounds=second.bounds))
    assert f"the heading of {first.id} is not at its band" in faults(wrong)
