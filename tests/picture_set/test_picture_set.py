"""A large map as a set: nothing is lost, every page fits, and every page says where it goes on."""

from collections import Counter

import pytest
from attrs import evolve
from picture_measures import measure_picture
from signed_maps import signed_map

from tocmodel import draw, loads
from tocmodel.diagram.model import Diagram
from tocmodel.drawing import Drawing
from tocmodel.layout import layout
from tocmodel.model import Group, TheoryOfChange
from tocmodel.picture_set import is_large, picture_set
from tocmodel.picture_set.overview import overview_diagram
from tocmodel.picture_set.region_page import region_diagram
from tocmodel.picture_set.regions import MOST_BOXES, overview_parts, region_parts
from tocmodel.slides.part_diagrams import STUB

FOUR = """
tocmodel: 1
title: Rent
kind: system-map
groups: {home: {title: Home}, street: {title: Street}}
factors:
  rents: {title: Rents, group: home}
  moves: {title: Moves, group: home}
  trust: {title: Trust, group: street}
  litter: {title: Litter, group: street}
  rain: {title: Rain}
views: {all: {title: Rent, layout: map}}
links:
- {from: rents, to: trust, effect: decreases}
- {from: rents, to: litter}
- {from: moves, to: trust, effect: decreases}
- {from: moves, to: rents}
- {from: trust, to: rents}
"""


def grouped(theory: TheoryOfChange) -> TheoryOfChange:
    """The same map with two groups of a place, one of them far too large for a page."""
    factors = {
        id_: evolve(factor, group="home" if number % 5 else "street")
        for number, (id_, factor) in enumerate(theory.factors.items())
    }
    groups = {name: Group(title=name.capitalize()) for name in ("home", "street")}
    return evolve(theory, groups=groups, factors=factors)


MAPS = {
    "100 and 300": signed_map(100, 300, loose=3),
    "in two groups": grouped(signed_map(90, 200)),
    "300 and 1,000": signed_map(300, 1000, themes=20),
}


def pages_of(whole: Diagram) -> list[Diagram]:
    parts = region_parts(whole)
    return [region_diagram(whole, parts, place) for place in range(len(parts))]


@pytest.mark.parametrize("name", MAPS)
def test_every_link_is_on_a_page_and_no_page_has_more_arrows_than_links(name: str) -> None:
    whole = draw(MAPS[name]).diagram
    parts = region_parts(whole)
    assert Counter(id_ for part in parts for id_ in part.boxes) == Counter(
        b.id for b in whole.boxes
    )
    shown: Counter[str] = Counter()
    for part, page in zip(parts, pages_of(whole), strict=True):
        own = set(part.boxes)
        assert len(own) <= MOST_BOXES
        touching = {arrow.id for arrow in whole.arrows if {arrow.from_, arrow.to} & own}
        assert len(page.arrows) <= len(touching)
        stubs = [box for box in page.boxes if box.kind == STUB]
        beyond = sum(int(box.text.rpartition("(")[2].rstrip(")")) for box in stubs)
        inside = {arrow.id for arrow in page.arrows if not arrow.beyond}
        assert inside <= touching
        assert len(inside) + beyond == len(touching)
        shown.update(touching)
    assert set(shown) == {arrow.id for arrow in whole.arrows}


def test_a_page_names_the_regions_around_and_merges_the_links_with_each() -> None:
    page = pages_of(draw(loads(FOUR)).diagram)[0]
    assert [(box.id, box.text) for box in page.boxes] == [
        ("rents", "Rents"),
        ("moves", "Moves"),
        ("to-1", "→ Street (3)"),
        ("from-1", "← Street (1)"),
    ]
    assert [(one.from_, one.to, one.effect, one.beyond) for one in page.arrows] == [
        ("moves", "rents", "increases", False),
        ("rents", "to-1", "mixed", True),
        ("moves", "to-1", "decreases", True),
        ("from-1", "rents", "increases", True),
    ]


def test_the_overview_counts_links_by_sign_and_says_what_is_left_out() -> None:
    whole = draw(loads(FOUR)).diagram
    overview = overview_diagram(whole, region_parts(whole))
    assert [(box.text, box.badges[0].text) for box in overview.boxes] == [
        ("Home", "2 elements"),
        ("Street", "2 elements"),
    ]
    (arrow,) = overview.arrows
    assert (arrow.label, arrow.links) == ("1+ 2−", 3)
    assert arrow.description == "3 links from “Home” to “Street”: 1+ 2−."
    assert overview.note.startswith(
        "Not drawn: 1 link, between 1 pair of regions with fewer than 3."
    )


def test_the_overview_does_not_count_an_element_without_a_link() -> None:
    lonely = FOUR.replace("rain: {title: Rain}", "rain: {title: Rain, group: home}")
    whole = draw(loads(lonely)).diagram
    overview = overview_diagram(whole, overview_parts(whole))
    assert [box.badges[0].text for box in overview.boxes] == ["2 elements", "2 elements"]


@pytest.mark.parametrize("regions", [8, 14, 18, 25])
def test_the_overview_fits_a4_with_words_of_9_points(regions: int) -> None:
    drawn = layout(overview_of(regions))
    found = measure_picture(drawn)
    assert (drawn.page, found.text, found.boxes) == ("A4", 9, regions)
    assert (found.faults, found.covered) == (0, 0)


@pytest.mark.parametrize("regions", [20, 25])
def test_an_overview_of_many_regions_shortens_long_names_to_fit_a4(regions: int) -> None:
    overview = overview_of(regions, "{letter}ood and early childhood settings for households")
    drawn = layout(overview)
    found = measure_picture(drawn)
    assert (drawn.page, found.text, found.boxes) == ("A4", 9, regions)
    assert (found.faults, found.covered) == (0, 0)
    assert overview.boxes[1].text == "Bood and early childhood…"
    assert overview.boxes[1].description == "Bood and early childhood settings for households."
    assert "“Bood and early childhood settings for households”" in " ".join(
        arrow.description for arrow in overview.arrows
    )
    assert "Names that end in … are shortened" in overview.note


def test_names_that_would_become_the_same_are_not_shortened() -> None:
    name = "Schools and early childhood settings in district {number}"
    assert (
        overview_of(16, name).boxes[1].text == "Schools and early childhood settings in district 1"
    )


def overview_of(regions: int, name: str = "Region {number}") -> Diagram:
    """The overview of a map whose groups are as large as each other, and closely linked."""
    theory = signed_map(regions * 16, regions * 48, themes=regions)
    factors = {
        id_: evolve(factor, group=f"g{number // 16}")
        for number, (id_, factor) in enumerate(theory.factors.items())
    }
    groups = {
        f"g{n}": Group(title=name.format(number=n, letter=chr(65 + n))) for n in range(regions)
    }
    whole = draw(evolve(theory, groups=groups, factors=factors), layout="map").diagram
    return overview_diagram(whole, overview_parts(whole))


def test_an_overview_with_too_many_arrows_leaves_out_the_weakest_and_says_so() -> None:
    whole = draw(signed_map(200, 600, themes=12, loose=6)).diagram
    overview = overview_diagram(whole, overview_parts(whole))
    assert len(overview.arrows) <= 2 * len(overview.boxes)
    assert "with fewer than 4." in overview.note


def test_a_region_on_several_pages_is_one_box_of_the_overview() -> None:
    whole = draw(MAPS["in two groups"]).diagram
    assert [part.title for part in overview_parts(whole)] == ["Street", "Home"]
    assert len(region_parts(whole)) > 2


def test_a_set_has_clear_names_and_every_page_fits() -> None:
    drawing = draw(signed_map(44, 90, themes=3))
    found = picture_set(drawing)
    names = [picture.name for picture in found]
    kinds = list(dict.fromkeys(name.partition("-")[0] for name in names))
    assert kinds == ["overview", "poster", "region", "around", "loops"]
    assert len(set(names)) == len(names)
    small = [one for one in found if one.name.partition("-")[0] in ("overview", "region", "loops")]
    assert {one.drawing.scene.page.partition(" ")[0] for one in small} <= {"A4", "A3"}
    assert small[0].drawing.scene.page == "A4"
    assert [one.drawing.diagram for one in picture_set(drawing)] == [
        one.drawing.diagram for one in found
    ]


@pytest.mark.parametrize(("factors", "links", "large"), [(40, 70, False), (41, 90, True)])
def test_a_map_of_more_than_forty_boxes_is_a_set(factors: int, links: int, large: bool) -> None:
    assert is_large(draw(signed_map(factors, links))) is large


def test_a_map_of_more_boxes_than_a_picture_can_hold_has_no_poster() -> None:
    names = [one.name for one in picture_set(draw(signed_map(420, 600, themes=20)))]
    assert "poster" not in names
    assert (names[0], names[-1]) == ("overview", "loops")
    assert sum(name.startswith("region-") for name in names) > 10


def test_a_diagram_without_a_theory_still_has_its_regions() -> None:
    diagram = draw(signed_map(44, 90, themes=3)).diagram
    names = {one.name.partition("-")[0] for one in picture_set(Drawing(diagram=diagram))}
    assert names == {"overview", "poster", "region"}
