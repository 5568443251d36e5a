"""SVG: valid, accessible, self-contained, with every word in it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from attrs import evolve
from diagrams import club, downwards, with_clusters, with_lanes
from example_models import Kept
from hypothesis import given
from hypothesis import strategies as st
from matrices import counted, marked, told

from tocmodel.diagram.model import Box, Column, Diagram
from tocmodel.layout import layout
from tocmodel.layout.table.place import layout_matrix
from tocmodel.render.svg import escape, svg

SNAPSHOTS = Path(__file__).parents[1] / "snapshots" / "pictures"
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = {
    "club": club(),
    "lanes": with_lanes(club()),
    "clusters": with_clusters(club()),
    "downwards": downwards(club()),
}


@pytest.fixture(scope="module")
def tree() -> ElementTree.Element:
    """The club as a parsed file."""
    return ElementTree.fromstring(svg(layout(club())))


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_the_kept_one(name: str, kept: Kept) -> None:
    kept(SNAPSHOTS / f"{name}.svg", svg(layout(PICTURES[name])).encode())


def test_the_whole_has_a_title_a_description_and_a_language(tree: ElementTree.Element) -> None:
    assert tree.attrib["lang"] == tree.attrib["{http://www.w3.org/XML/1998/namespace}lang"]
    assert tree.attrib["role"] == "graphics-document document"
    assert tree.attrib["lang"] == "en-GB"
    named = {tree.attrib[f"aria-{part}"]: part for part in ("labelledby", "describedby")}
    found = {
        named[child.attrib["id"]]: child.text for child in tree if child.attrib.get("id") in named
    }
    assert found == {
        "labelledby": "How breakfast helps",
        "describedby": "A breakfast club feeds children, who can then learn.",
    }


def test_every_box_and_every_arrow_is_a_named_group(tree: ElementTree.Element) -> None:
    groups = {group.attrib["id"]: group for group in tree.iter(f"{SVG}g") if "id" in group.attrib}
    diagram = club()
    for box in diagram.boxes:
        found = groups[f"box-{box.id}"]
        assert found.findtext(f"{SVG}title") == f"{box.kind.capitalize()}: {box.text}"
        assert found.attrib["role"] == "graphics-object group"
    for arrow in diagram.arrows:
        found = groups[f"arrow-{arrow.id}"]
        assert found.findtext(f"{SVG}title") == arrow.description
        assert found.attrib["role"] == "listitem"


def test_the_arrows_that_start_in_a_box_are_its_list(tree: ElementTree.Element) -> None:
    lists = {
        box.attrib["id"]: set(owned.attrib["aria-owns"].split())
        for box in tree.iter(f"{SVG}g")
        for owned in box.findall(f"{SVG}g[@role='list']")
    }
    started: dict[str, set[str]] = {}
    for arrow in club().arrows:
        started.setdefault(f"box-{arrow.from_}", set()).add(f"arrow-{arrow.id}")
    assert lists == started


def test_a_box_comes_after_the_boxes_that_lead_to_it(tree: ElementTree.Element) -> None:
    ids = [group.attrib.get("id", "") for group in tree.iter(f"{SVG}g")]
    for arrow in club().arrows:
        if not arrow.feedback and arrow.kind == "causal":
            assert ids.index(f"box-{arrow.from_}") < ids.index(f"box-{arrow.to}")


def test_the_words_that_a_name_says_are_hidden_from_screen_readers(
    tree: ElementTree.Element,
) -> None:
    named = [group for group in tree.iter(f"{SVG}g") if "role" in group.attrib]
    texts = [text for group in named for text in group.findall(f"{SVG}text")]
    assert texts
    assert {text.attrib.get("aria-hidden") for text in texts} == {"true"}


def test_no_two_things_have_one_id(tree: ElementTree.Element) -> None:
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))


def test_every_line_is_held_to_its_measured_width(tree: ElementTree.Element) -> None:
    lines = list(tree.iter(f"{SVG}text"))
    assert lines
    assert {line.attrib.get("lengthAdjust") for line in lines} == {"spacingAndGlyphs"}
    assert all(float(line.attrib["textLength"]) > 0 for line in lines)


def test_nothing_is_fetched_and_nothing_runs(tree: ElementTree.Element) -> None:
    tags = {element.tag.removeprefix(SVG) for element in tree.iter()}
    assert tags == {"svg", "title", "desc", "rect", "g", "path", "text"}
    attributes = {name for element in tree.iter() for name in element.attrib}
    assert not [name for name in attributes if "href" in name or name.startswith("on")]


@given(st.text(max_size=40))
def test_any_text_gives_a_file_that_can_be_read(text: str) -> None:
    parsed = ElementTree.fromstring(f'<a b="{escape(text)}">{escape(text)}</a>')
    assert parsed.text in {None, parsed.attrib["b"]} or parsed.text == parsed.attrib["b"]


@pytest.mark.parametrize(
    "text", ["</text><script>alert(1)</script>", 'a" onload="b', "\x00\x1b[0m"]
)
def test_hostile_words_stay_words(text: str) -> None:
    box = Box(id='x"><y', kind="outcome", text=text, column="short")
    diagram = Diagram(
        title=text, boxes=(box,), columns=(Column(id="short", title=text),), description=text
    )
    parsed = ElementTree.fromstring(svg(layout(evolve(diagram, language=text))))
    assert {element.tag.removeprefix(SVG) for element in parsed.iter()} <= {
        "svg",
        "title",
        "desc",
        "rect",
        "g",
        "path",
        "text",
    }


def test_what_stays_english_in_a_translated_picture_is_marked_as_such() -> None:
    picture = svg(layout(evolve(club(), language="cy")))
    assert 'lang="cy"' in picture.splitlines()[1]
    assert '<g id="column-impact" class="toc-column" lang="en" xml:lang="en"' in picture
    assert '<g id="box-club" class="toc-box" role' in picture
    assert 'xml:lang="en"' not in svg(layout(club())).replace('xml:lang="en-GB"', "")


@pytest.mark.parametrize("name", ["told", "counted", "marked"])
def test_a_table_is_drawn_as_it_was_kept(name: str, kept: Kept) -> None:
    matrix = {"told": told(), "counted": counted(), "marked": marked()}[name]
    kept(SNAPSHOTS / f"matrix-{name}.svg", svg(layout_matrix(matrix)).encode())


def test_every_row_cell_and_thread_of_a_table_is_named() -> None:
    root = ElementTree.fromstring(svg(layout_matrix(told())))
    names = [group.findtext(f"{SVG}title") for group in root.iter(f"{SVG}g")]
    assert "Immediate" in names
    assert "Applied, Aspirations: Books go home [hoped for]" in names
    assert "Story: Anna" in names
    assert not list(root.iter(f"{SVG}script"))


def test_words_that_run_upwards_are_turned_round_their_place() -> None:
    root = ElementTree.fromstring(svg(layout_matrix(marked())))
    turned = [text for text in root.iter(f"{SVG}text") if text.get("transform")]
    assert turned
    for text in turned:
        assert text.get("transform") == f"rotate(-90 {text.get('x')} {text.get('y')})"
