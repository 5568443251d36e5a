"""The frames of groups keep apart, and their names lie on nothing."""

from frame_measures import frame_faults
from hypothesis import given
from hypothesis import strategies as st
from small_theories import few

from tocmodel.diagram import to_diagram
from tocmodel.layout import layout
from tocmodel.layout.flow.clusters import parted
from tocmodel.layout.scene import Bounds
from tocmodel.model import TheoryOfChange, View

HORIZONS = ("short", "medium", "long", "impact")


@st.composite
def grouped(draw: st.DrawFn) -> TheoryOfChange:
    """A theory with a ceiling, whose elements are in groups, some of them in another."""
    ids = [f"o{place}" for place in range(draw(st.integers(3, 9)))]
    groups = {"north": {"title": "All that is done in the north of the town"}, "g": {"title": "G"}}
    groups["inner"] = {"title": "Schools and nurseries", "group": "north"}
    outcomes = {
        id_: {
            "title": f"Outcome {id_}",
            "horizon": draw(st.sampled_from(HORIZONS)),
            "group": draw(st.sampled_from([*groups, ""])),
        }
        for id_ in ids
    }
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    links = [
        {"from": min(pair), "to": max(pair)}
        for pair in draw(st.lists(pairs, max_size=10, unique=True))
        if pair[0] != pair[1]
    ]
    return TheoryOfChange(
        title="A town",
        groups=groups,
        outcomes=outcomes,
        links=links,
        ceiling_of_accountability="medium",
    )


@few
@given(grouped())
def test_frames_cut_nothing_and_names_lie_on_nothing(theory: TheoryOfChange) -> None:
    picture = to_diagram(theory, View(title="All", layout="stages"))
    assert list(frame_faults(picture, layout(picture))) == []


@few
@given(grouped())
def test_frames_that_read_downwards_cut_nothing(theory: TheoryOfChange) -> None:
    """Arrows come from above there, and now and then leave no room for a long name."""
    picture = to_diagram(theory, View(title="All", layout="stages", direction="top-to-bottom"))
    faults = frame_faults(picture, layout(picture))
    assert [fault for fault in faults if not fault.startswith("cluster-name")] == []


def test_a_frame_on_both_sides_of_the_ceiling_has_a_gap_there() -> None:
    box = Bounds(x=0, y=0, width=100, height=40)
    right = [point[-2:] for _, point in parted(box, 50, down=False) if point]
    assert not any(45 < x < 55 for x, _ in right)
    assert {x for x, _ in right} >= {0, 45, 55, 100}
    down = [point[-2:] for _, point in parted(box, 20, down=True) if point]
    assert not any(15 < y < 25 for _, y in down)
    assert {y for _, y in down} >= {0, 15, 25, 40}
