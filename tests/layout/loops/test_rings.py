"""Loops on a page: rings with room for boxes, heads, signs and names, in rows."""

from math import cos, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.drawing import draw
from tocmodel.layout.loops.angles import cosine_and_sine
from tocmodel.layout.loops.ring import make_ring
from tocmodel.layout.scene import Bounds, Text
from tocmodel.model import TheoryOfChange
from tocmodel.render.svg import svg

SIZES = st.lists(st.tuples(st.floats(30, 100), st.floats(20, 80)), min_size=1, max_size=6)


def overlap(one: Bounds, other: Bounds) -> bool:
    across = min(one.right, other.right) > max(one.x, other.x)
    return across and min(one.bottom, other.bottom) > max(one.y, other.y)


@given(sizes=SIZES, middle=st.tuples(st.floats(10, 92), st.floats(20, 70)))
def test_any_boxes_have_room_on_a_ring(
    sizes: list[tuple[float, float]], middle: tuple[float, float]
) -> None:
    ring = make_ring(sizes, middle)
    words = Bounds(x=-middle[0] / 2, y=-middle[1] / 2, width=middle[0], height=middle[1])
    areas = [*ring.boxes, words]
    assert not [1 for n, one in enumerate(areas) for other in areas[:n] if overlap(one, other)]
    assert all((end - start) * ring.radius >= 50 for start, end in ring.arcs())


def many(title: str, size: int) -> TheoryOfChange:
    ids = [f"f{n}" for n in range(size)]
    pairs = [(a, b) for n, a in enumerate(ids) for b in (ids[n - 1], ids[n - 2])]
    return TheoryOfChange(
        title="Many loops",
        factors={id_: {"title": f"{title} {id_}"} for id_ in ids},
        links=[{"from": a, "to": b, "effect": "decreases"} for a, b in pairs],
    )


def test_six_loops_are_drawn_apart_and_the_rest_are_counted() -> None:
    drawing = draw(many("Hours of paid work", 8), show_loops=True)
    scene = drawing.scene
    rings = [group.bounds for group in scene.find("loop") if group.bounds]
    assert len(rings) == 6
    assert not [1 for n, one in enumerate(rings) for other in rings[:n] if overlap(one, other)]
    boxes = [group.bounds for group in scene.find("box") if group.bounds]
    assert not [1 for one in rings for other in boxes if overlap(one, other)]
    assert all(one.x >= 0 and one.right <= scene.width for one in rings)
    words = [
        item.text for group in scene.find("note") for item in group.items if isinstance(item, Text)
    ]
    assert f"6 of {drawing.diagram.loops_note.split()[2]} loops of at most 6 links" in words


def test_a_loop_is_one_thing_with_a_name_for_a_screen_reader() -> None:
    theory = TheoryOfChange(
        title="T",
        factors={"a": {"title": "A & co"}, "b": {"title": "B"}},
        links=["a -> b", {"from": "b", "to": "a", "effect": "decreases"}],
    )
    drawn = svg(draw(theory, show_loops=True).scene)
    assert 'class="toc-loop"' in drawn
    assert "Loop B1: Balancing: A &amp; co" in drawn.replace("\u00a0", " ")


@given(angle=st.floats(-20, 20))
def test_sine_and_cosine_are_those_of_the_c_library_to_twelve_digits(angle: float) -> None:
    assert cosine_and_sine(angle) == pytest.approx((cos(angle), sin(angle)), abs=1e-12)
