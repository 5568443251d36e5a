"""Maps on paper: what is near what, nothing on anything else, and the same picture every time."""

import os
import subprocess
import sys
from functools import cache
from itertools import pairwise
from pathlib import Path

import diagrams
import pytest
from attrs import evolve
from geometry import faults, texts
from hypothesis import given, settings
from hypothesis import strategies as st
from picture_measures import Measures, measure_picture
from signed_maps import signed_map

import tocmodel
from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Diagram
from tocmodel.layout import Scene, layout
from tocmodel.layout.map.arrange import arrange, find_pieces
from tocmodel.layout.map.detour import way_round
from tocmodel.layout.map.field import CostField, samples
from tocmodel.layout.map.making_way import moved_aside
from tocmodel.layout.map.overlaps import remove_overlaps
from tocmodel.layout.map.ports import spread_out
from tocmodel.layout.map.regions import outline
from tocmodel.layout.map.routes import apart, route_of
from tocmodel.layout.map.stress import find_places, wished_distances
from tocmodel.layout.scene import Bounds, Text
from tocmodel.model import TheoryOfChange
from tocmodel.render.svg import svg

PATHS = (Path(diagrams.__file__).parent, Path(tocmodel.__file__).parents[1])
MAPS = {"small": (40, 70, 5, 3), "large": (100, 300, 8, 4)}
"""Maps made up: factors, links, themes, factors without a link."""


@cache
def drawn(name: str) -> tuple[Scene, Measures]:
    """A map and its measures."""
    factors, links, themes, loose = MAPS[name]
    scene = layout(to_diagram(signed_map(factors, links, themes=themes, loose=loose)))
    return scene, measure_picture(scene)


@pytest.mark.parametrize(
    ("name", "page", "crossings", "doubtful", "crossed_signs"),
    [("small", "A3", 35, 0, 0), ("large", "A2", 1339, 46, 0)],
)
def test_a_map_fits_its_sheet_and_can_be_read(
    name: str, page: str, crossings: int, doubtful: int, crossed_signs: int
) -> None:
    scene, found = drawn(name)
    assert scene.page == page
    assert scene.width > scene.height
    assert found.text_on(page) >= 9
    assert (found.faults, found.covered, found.broken, found.said_twice) == (0, 0, 0, 0)
    assert found.crossings <= crossings
    assert found.doubtful <= doubtful
    assert found.signs_crossed <= crossed_signs
    assert found.least_contrast >= 4.5


def test_every_element_and_every_link_is_there_and_unlinked_ones_are_only_named() -> None:
    scene, _ = drawn("small")
    assert len(scene.find("box")) == 40
    assert len(scene.find("arrow")) == 70
    outlined = [box for box in scene.find("box") if len(box.items) > 0 and box.items[0].stroke]
    assert len(outlined) == 37
    words = [text.text for text in texts(scene)]
    assert "Named, not yet linked" in words


def test_a_small_map_of_the_large_size_takes_seconds() -> None:
    assert len(drawn("large")[0].find("box")) == 100


def test_pieces_of_a_map_stand_side_by_side() -> None:
    theory = TheoryOfChange(
        title="Pieces",
        factors={f"f{n}": {"title": f"Factor {n}"} for n in range(24)},
        links=[f"f{n} -> f{n + 1}" for n in range(23) if n % 4 != 3],
    )
    found = measure_picture(layout(to_diagram(theory)))
    assert found.faults == 0
    assert found.share > 0.07
    assert found.width <= 842


def test_a_small_piece_beside_a_large_one_has_room_for_its_boxes() -> None:
    found = measure_picture(layout(to_diagram(signed_map(60, 100, loose=2))))
    assert found.faults == 0


def test_a_long_way_round_boxes_meets_none_where_it_ends() -> None:
    found = measure_picture(layout(to_diagram(signed_map(150, 400, themes=10, loose=5))))
    assert found.faults == 0


def test_boxes_wider_than_their_room_have_no_places() -> None:
    assert remove_overlaps([(0, 0), (0, 40)], [(90, 30), (90, 30)], (80, 300)) is None


def test_links_both_ways_and_to_oneself_are_drawn_apart() -> None:
    theory = TheoryOfChange(
        title="Both ways",
        factors={id_: {"title": id_.capitalize()} for id_ in ("sleep", "stress", "work", "rest")},
        links=["sleep -> stress", "stress -> sleep", "stress -> work", "work -> rest"],
    )
    found = measure_picture(layout(to_diagram(theory)))
    assert (found.faults, found.crossings, found.doubtful) == (0, 0, 0)


def test_regions_are_groups_where_there_are_groups() -> None:
    theory = signed_map(24, 40, themes=3)
    grouped = evolve(
        theory,
        groups={"one": {"title": "Home"}, "two": {"title": "School"}},  # type: ignore[arg-type]
        factors={
            id_: evolve(factor, group="one" if int(id_[1:]) < 12 else "two")
            for id_, factor in theory.factors.items()
        },
    )
    scene = layout(to_diagram(grouped))
    assert [region.title for region in scene.find("region")] == ["Home", "School"]
    assert faults(scene) == []


def test_a_map_has_one_picture_whatever_the_engine_and_the_seed_of_hashes() -> None:
    program = (
        "from signed_maps import signed_map\n"
        "from tocmodel.diagram import to_diagram\n"
        "from tocmodel.layout import layout\n"
        "from tocmodel.render.svg import svg\n"
        "print(svg(layout(to_diagram(signed_map(40, 70, themes=5, loose=3)), {engine!r})), end='')"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program.format(engine=engine)],
            env={
                **os.environ,
                "PYTHONHASHSEED": seed,
                "PYTHONPATH": os.pathsep.join(map(str, PATHS)),
            },
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed, engine in (("1", "pygraphviz"), ("2", None))
    }
    assert found == {svg(drawn("small")[0])}


def test_a_list_of_240_elements_fits_a3_as_a_table() -> None:
    scene = layout(listed(240))
    found = measure_picture(scene)
    assert scene.page == "A3"
    assert (found.boxes, found.faults, found.covered) == (240, 0, 0)
    assert found.text_on("A3") >= 7
    assert found.crossings <= 20


def listed(number: int) -> Diagram:
    """A logic model that is a list: strands, stages, and few links."""
    words = "families children schools trust support reading belonging housing".split()
    sections = ("inputs", "interventions", "outputs", "outcomes", "outcomes")
    theory: dict[str, dict[str, dict[str, str]]] = {}
    for place in range(number):
        entry = {
            "title": f"{words[place % 8].capitalize()} and {words[place * 5 % 8]} in place {place}",
            "group": f"g{place // 5 % 8}",
        }
        if place % 5 > 2:
            entry["horizon"] = "short" if place % 5 == 3 else "long"
        theory.setdefault(sections[place % 5], {})[f"e{place}"] = entry
    return to_diagram(
        TheoryOfChange(
            title="A list",
            groups={f"g{n}": {"title": f"Strand {word}"} for n, word in enumerate(words)},
            links=[f"e{n} -> e{n + 1}" for n in range(1, number - 1, 11) if n % 5 != 4],
            **theory,  # type: ignore[arg-type]
        )
    )


boxes = st.lists(
    st.tuples(st.integers(0, 400), st.integers(0, 300), st.integers(10, 120), st.integers(8, 60)),
    min_size=1,
    max_size=30,
)


@settings(max_examples=30)
@given(boxes)
def test_boxes_never_overlap_where_there_is_room(drawn_: list[tuple[int, int, int, int]]) -> None:
    places = [(float(x), float(y)) for x, y, _, _ in drawn_]
    sizes = [(float(w), float(h)) for _, _, w, h in drawn_]
    settled = remove_overlaps(places, sizes)
    assert settled is not None
    for one, (x, y) in enumerate(settled):
        for other, (x2, y2) in enumerate(settled[:one]):
            apart = (
                abs(x - x2) - (sizes[one][0] + sizes[other][0]) / 2,
                abs(y - y2) - (sizes[one][1] + sizes[other][1]) / 2,
            )
            assert max(apart) > -0.4


@given(st.lists(st.floats(0, 99.9), min_size=1, max_size=12))
def test_ends_on_a_box_stay_in_order_and_apart(wishes: list[float]) -> None:
    places = spread_out(sorted(wishes), 200.0)
    gaps = [after - place for place, after in pairwise(places)]
    assert all(gap > 11.9 for gap in gaps)


def test_places_are_as_far_apart_as_links_are_long() -> None:
    ring = {(n, (n + 1) % 6): 1.0 for n in range(5)} | {(0, 5): 1.0}
    places = find_places(6, wished_distances(6, ring), 1)
    sides = [
        ((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5
        for a, b in ring
    ]
    assert min(sides) > 0.8
    assert max(sides) < 1.3


def test_a_region_stays_away_from_boxes_that_are_not_in_it() -> None:
    inside = [Bounds(x=0, y=0, width=40, height=20), Bounds(x=100, y=0, width=40, height=20)]
    other = Bounds(x=52, y=0, width=36, height=20)
    spots = [step[1][-2:] for step in outline(inside, [other]) if step[1]]
    assert not any(52 < x < 88 and 0 < y < 20 for x, y in spots)
    joined = [step[1][-2:] for step in outline(inside[:1], []) if step[1]]
    assert min(x for x, _ in joined) < -2


def test_a_region_is_in_one_piece_unless_a_box_of_another_is_in_the_way_or_it_is_far() -> None:
    def pieces(inside: list[Bounds], outside: list[Bounds]) -> int:
        return sum(name == "M" for name, _ in outline(inside, outside))

    def box(x: float, y: float) -> Bounds:
        return Bounds(x=x, y=y, width=60, height=20)

    apart = [box(0, 0), box(250, 0), box(250, 180), box(0, 400)]
    assert pieces(apart[:3], []) == 1
    assert pieces(apart[:3], [box(130, 10)]) == 2
    assert pieces(apart, []) == 2


def test_a_map_without_a_link_has_only_the_list_of_what_is_not_linked() -> None:
    factors = {"rents": {"title": "Rents"}, "moves": {"title": "Moves"}}
    scene = layout(to_diagram(TheoryOfChange(title="No links", factors=factors), layout="map"))
    notes = [
        item.text for one in scene.find("note") for item in one.items if isinstance(item, Text)
    ]
    assert notes == ["Named, not yet linked"]
    assert [group.id for group in scene.find("box")] == ["box:rents", "box:moves"]


def test_names_that_are_not_linked_are_apart_also_in_several_rows() -> None:
    scene = layout(to_diagram(signed_map(60, 40, loose=25)))
    assert "Named, not yet linked" in [text.text for text in texts(scene)]
    assert faults(scene) == []


def test_a_line_goes_round_the_sign_of_another_and_back() -> None:
    spots = [(0.0, 0.0), (200.0, 0.0)]
    straight = route_of([("M", spots[0]), ("L", spots[1])])
    for route in moved_aside(straight, (100.0, 1.0)):
        assert (route.points[0], route.tip) == (spots[0], spots[1])
        assert min(apart(point, (100.0, 1.0)) for point in route.points) > 4.5
        assert route.unit == pytest.approx((1.0, 0.0), abs=0.02)


def test_a_link_that_takes_time_is_marked_and_the_legend_says_how_long() -> None:
    theory = TheoryOfChange(
        title="Rent",
        factors={id_: {"title": id_.capitalize()} for id_ in ("rents", "moves", "trust", "help")},
        links=[
            {"from": "rents", "to": "moves", "delay": "two years"},
            {"from": "moves", "to": "trust", "delay": "a term"},
            {"from": "trust", "to": "help"},
        ],
    )
    diagram = to_diagram(theory)
    assert ("line:delay", "Takes time: two years; a term") in [
        (entry.sample, entry.text) for entry in diagram.legend
    ]
    bars = {
        arrow.ends: sum(getattr(item, "stroke_width", 0) == 1.4 for item in arrow.items)
        for arrow in layout(diagram).find("arrow")
    }
    assert bars == {("rents", "moves"): 2, ("moves", "trust"): 2, ("trust", "help"): 0}


def test_words_of_arrows_lie_on_no_box_and_are_never_left_out() -> None:
    theory = TheoryOfChange(
        title="Loops",
        factors={f"f{n}": {"title": f"Factor {n}"} for n in range(12)},
        links=[f"f{n} -> f{(n + step) % 12}" for n in range(12) for step in (1, 5)],
    )
    diagram = to_diagram(theory)
    labelled = evolve(
        diagram, arrows=tuple(evolve(arrow, label="12+ 3−") for arrow in diagram.arrows)
    )
    scene = layout(labelled)
    words = [
        item for arrow in scene.find("arrow") for item in arrow.items if isinstance(item, Text)
    ]
    assert len(words) == len(diagram.arrows)
    assert faults(scene) == []
    assert measure_picture(scene).covered == 0


def test_a_way_round_boxes_goes_through_no_box_but_its_own() -> None:
    boxes = {
        "start": Bounds(x=0, y=100, width=40, height=20),
        "wall": Bounds(x=80, y=20, width=20, height=180),
        "end": Bounds(x=140, y=100, width=40, height=20),
    }
    field = CostField(boxes, 2.0)
    way = way_round((50.0, 110.0), (130.0, 110.0), ("start", "end"), field)
    assert len(way) > 2
    assert not [x for (x, y), _ in samples(way) if 80 <= x <= 100 and 20 <= y <= 200]


def test_a_way_round_boxes_goes_round_a_sign_as_well() -> None:
    field = CostField({"far": Bounds(x=0, y=300, width=40, height=20)}, 2.0)
    way = way_round((20.0, 50.0), (180.0, 50.0), (), field, (100.0, 51.0))
    assert (way[0], way[-1]) == ((20.0, 50.0), (180.0, 50.0))
    assert min(apart(spot, (100.0, 51.0)) for spot, _ in samples(way)) > 5


@pytest.mark.parametrize("walled", [0, 1])
def test_a_way_to_or_from_a_walled_in_place_is_not_sought_all_over_the_sheet(walled: int) -> None:
    walls = {
        f"wall {n}": Bounds(x=x, y=y, width=width, height=height)
        for n, (x, y, width, height) in enumerate(
            [(0, 0, 120, 20), (0, 100, 120, 20), (0, 0, 20, 120), (100, 0, 20, 120)]
        )
    }
    field = CostField(walls, 2.0)
    ends = [(60.0, 60.0), (1600.0, 900.0)]
    start, end = ends[walled], ends[1 - walled]
    assert way_round(start, end, (), field) == [start, end]
    assert len(field.blocked) < 12_000


def test_a_small_piece_has_room_for_the_name_of_its_region() -> None:
    ids = [f"f{n}" for n in range(24)]
    links = [*pairwise(ids[:22]), ("f22", "f23")]
    region = {id_: "large" if n < 22 else "small" for n, id_ in enumerate(ids)}
    names = {"name of large": ids[:22], "name of small": ids[22:]}
    sizes = dict.fromkeys(ids, (60.0, 40.0)) | dict.fromkeys(names, (150.0, 26.0))
    found = arrange(find_pieces(links, ids, region), sizes, names, (560.0, 400.0), 0.7)
    assert found is not None
    assert set(found) == set(sizes)
