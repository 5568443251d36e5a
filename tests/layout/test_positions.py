"""Where boxes were, in a picture and in its SVG file; and pictures that keep their places."""

from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest
from attrs import evolve
from diagrams import arrow, club
from example_models import model_file

from tocmodel import TheoryOfChange, draw
from tocmodel.diagram.model import Box, Diagram
from tocmodel.drawing import Drawing, draw_diagram
from tocmodel.drawing.earlier import read_picture
from tocmodel.layout import Bounds
from tocmodel.layout.positions import Positions, positions_in

VIEWS = (
    ("imagined-zone", "overview"),
    ("imagined-zone", "causes"),
    ("blackpool-resilience-revolution", "schools-and-pupils"),
    ("county-lines-partnership", "overview"),
    ("county-lines-partnership", "who-does-what"),
    ("pembury", "plain-words"),
    ("education-goal", "overview"),
    ("zones-of-the-united-kingdom", "wales"),
)
"""A spread of pictures in columns: with lanes, frames, loose boxes, and one in rows."""

MAPS = ("city-growth", "derby-inequality-impact", "imagined-zone")

NEW = "a-new-box"


def example(name: str, view: str, **keys: Any) -> Diagram:
    """A view of an example."""
    return draw(model_file(name), view, **keys).diagram


def with_a_link(diagram: Diagram, seed: int) -> Diagram:
    """The diagram with one more arrow, between two boxes that had none."""
    joined = {frozenset((one.from_, one.to)) for one in diagram.arrows}
    place = {column.id: number for number, column in enumerate(diagram.columns)}
    pairs = [
        (one.id, other.id)
        for one in diagram.boxes
        for other in diagram.boxes
        if one is not other
        and frozenset((one.id, other.id)) not in joined
        and place[one.column] <= place[other.column]
    ]
    return evolve(diagram, arrows=(*diagram.arrows, arrow(*Random(seed).choice(pairs))))


def with_a_box(diagram: Diagram, seed: int) -> Diagram:
    """The diagram with one more box beside another, and an arrow from a third."""
    beside = Random(seed).choice(diagram.boxes)
    box = Box(
        id=NEW,
        kind=beside.kind,
        text="What was added in June",
        column=beside.column,
        lane=beside.lane,
        cluster=beside.cluster,
    )
    more = arrow(diagram.boxes[0].id, NEW)
    return evolve(diagram, boxes=(*diagram.boxes, box), arrows=(*diagram.arrows, more))


CHANGES: Mapping[str, Callable[[Diagram, int], Diagram]] = {
    "a link": with_a_link,
    "a box": with_a_box,
}


def keeping(diagram: Diagram, earlier: Drawing, folder: Path) -> Drawing:
    """A drawing of the diagram that keeps the positions in the SVG file of an earlier one."""
    path = folder / "earlier.svg"
    earlier.save(path)
    return evolve(draw_diagram(diagram), earlier=read_picture(path))


def where(drawing: Drawing) -> Positions:
    """Where the boxes of a drawing are."""
    return positions_in(drawing.scene, drawing.diagram)


def passed(one: Positions, other: Positions) -> int:
    """How many pairs of one slot are in another order, or no longer in one slot."""
    places = {
        id_: (number, place)
        for number, slot in enumerate(other.slots(other.boxes))
        for place, id_ in enumerate(slot)
    }
    return sum(
        places[above][0] != places[below][0] or places[above] > places[below]
        for slot in one.slots(one.boxes)
        for number, above in enumerate(slot)
        for below in slot[number + 1 :]
    )


def moved(one: Positions, other: Positions) -> float:
    """How far boxes of a map moved on average, as a share of its width."""
    ways = [
        (one.boxes[id_].centre, other.boxes[id_].centre) for id_ in one.boxes if id_ in other.boxes
    ]
    sizes = one.width, other.width
    total: float = sum(
        ((x / sizes[0] - x2 / sizes[1]) ** 2 + (y / sizes[0] - y2 / sizes[1]) ** 2) ** 0.5
        for (x, y), (x2, y2) in ways
    )
    return total / len(ways)


def test_a_picture_and_its_file_have_the_same_positions(tmp_path: Path) -> None:
    for drawing in (draw_diagram(club()), draw_diagram(example("city-growth", "overview"))):
        path = tmp_path / "a.svg"
        drawing.save(path)
        read, own = positions_in(read_picture(path), drawing.diagram), where(drawing)
        assert (read.keep(own), own.keep(read)) == (True, True)
        assert set(read.boxes) == {box.id for box in drawing.diagram.boxes}
        assert (read.page, read.down, read.in_columns) == (own.page, own.down, own.in_columns)


def test_a_box_in_another_column_or_lane_has_no_former_place() -> None:
    before = example("imagined-zone", "causes")
    first, second, *others = before.boxes
    elsewhere = next(one.id for one in before.columns if one.id != first.column)
    lane = next(one.id for one in before.lanes if one.id != second.lane)
    after = evolve(
        before,
        boxes=(evolve(first, column=elsewhere), evolve(second, lane=lane), *others[1:]),
    )
    found = positions_in(draw_diagram(before).scene, after)
    assert found.moved == (first.id, second.id)
    assert found.gone == (others[0].text,)
    assert set(found.boxes) == {box.id for box in others[1:]}


def test_an_id_that_no_file_can_hold_is_known_by_its_title(tmp_path: Path) -> None:
    box = Box(id="harbour/ready", kind="outcome", text="Children are ready", column="short")
    diagram = evolve(club(), boxes=(*club().boxes, box))
    path = tmp_path / "a.svg"
    draw_diagram(diagram).save(path)
    found = positions_in(read_picture(path), diagram)
    assert (set(found.boxes), found.gone) == ({one.id for one in diagram.boxes}, ())


@pytest.mark.parametrize(("name", "view"), VIEWS)
def test_an_unchanged_diagram_is_drawn_byte_for_byte_the_same(
    name: str, view: str, tmp_path: Path
) -> None:
    drawing = draw_diagram(example(name, view))
    assert keeping(drawing.diagram, drawing, tmp_path).svg == drawing.svg


@pytest.mark.parametrize("change", CHANGES)
def test_no_box_passes_another_of_its_slot(change: str, tmp_path: Path) -> None:
    counts = {}
    for number, (name, view) in enumerate(VIEWS):
        before = draw_diagram(example(name, view))
        after = CHANGES[change](before.diagram, number)
        kept = keeping(after, before, tmp_path)
        usual = passed(where(before), where(draw_diagram(after)))
        counts[name, view] = passed(where(before), where(kept)), usual
        assert where(kept).page == where(before).page, (name, view)
        again = keeping(after, kept, tmp_path)
        assert again.svg == kept.svg, (name, view)  # however often it is drawn over
    assert {key: kept for key, (kept, _) in counts.items()} == dict.fromkeys(counts, 0)
    assert sum(usual for _, usual in counts.values()) > 5


@pytest.mark.parametrize("change", CHANGES)
def test_the_boxes_of_a_map_stay_where_they_are(change: str, tmp_path: Path) -> None:
    for number, name in enumerate(MAPS):
        before = draw_diagram(example(name, "overview", layout="map"))
        after = CHANGES[change](before.diagram, number)
        kept, usual = keeping(after, before, tmp_path), draw_diagram(after)
        assert moved(where(before), where(kept)) < 0.01, name
        assert moved(where(before), where(usual)) > 0.03, name
        assert keeping(after, kept, tmp_path).svg == kept.svg, name
        assert keeping(before.diagram, before, tmp_path).svg == before.svg, name


def test_the_order_of_the_file_comes_before_that_of_a_picture() -> None:
    theory = model_file("pembury")
    before = draw(theory, "plain-words")
    kept = draw(theory, "plain-words", order="file", keep_positions=before)
    ranks = {box.id: box.rank for box in kept.diagram.boxes}
    slots = where(kept).slots(ranks)
    in_file = [sorted(slot, key=lambda id_: ranks[id_] or 0) for slot in slots]
    assert [list(slot) for slot in slots] == in_file
    assert [len(slot) for slot in slots] == [len(slot) for slot in where(before).slots(ranks)]


def test_a_picture_keeps_its_columns_where_it_would_become_a_map() -> None:
    words = (
        "in a chain of changes, each with a title that takes three lines, too long for one column"
    )
    few = {f"o{n}": {"title": f"Change {n} {words}"} for n in range(15)}
    links = [f"o{n} -> o{n + 1}" for n in range(14)]
    before = draw(TheoryOfChange(title="Long", outcomes=few, links=links))
    more = {**few, "o15": {"title": "Change 15"}, "o16": {"title": "Change 16"}}
    after = TheoryOfChange(title="Long", outcomes=more, links=[*links, "o14 -> o15"])
    kept = draw(after, keep_positions=before)
    assert (before.diagram.layout, draw(after).diagram.layout) == ("stages", "map")
    assert kept.diagram.layout == "stages"
    assert passed(where(before), where(kept)) == 0
    assert kept.notes_on_positions == (
        (
            "15 boxes keep their places; new: ‘Change 16’, ‘Change 15’; the layout is kept too: "
            "without the earlier picture this would be a map (--layout map)"
        ),
    )
    assert draw(after, layout="map", keep_positions=before).notes == (
        (
            "no positions are kept: the earlier picture has columns, and this view asks for a map; "
            "leave out --layout map, or ‘layout’ of the view, to keep them"
        ),
    )


def test_the_page_of_positions_is_the_smallest_sheet() -> None:
    sizes = ((840, 590), (590, 840), (842, 590), (3000, 2000), (4000, 4000))
    assert [Positions(width=w, height=h).page for w, h in sizes] == [
        *("A4", "A4 portrait", "A3", "A0", ""),
    ]


def test_boxes_in_line_are_one_slot() -> None:
    def box(x: float, y: float) -> Bounds:
        return Bounds(x=x, y=y, width=10, height=10)

    found = Positions(
        width=100, height=100, boxes={"c": box(0, 30), "a": box(0.4, 0), "b": box(20, 0)}
    )
    assert found.slots(found.boxes) == (("a", "c"), ("b",))
    assert evolve(found, down=True).slots(found.boxes) == (("a", "b"), ("c",))
