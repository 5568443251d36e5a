"""SVG pictures as a browser gives them to screen readers: each text once, arrows in their boxes."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_client import violations_in
from devtools import Tab
from diagrams import club
from example_models import NAMES, model_file
from spoken import repeated, spoken

from tocmodel import draw, load
from tocmodel.layout import layout
from tocmodel.render.svg import svg

Require = Callable[[bool, str], None]
PAGE = '<!doctype html><html lang="en"><title>A page</title><main><h1>A page</h1>{}</main></html>'


def test_a_screen_reader_finds_the_arrows_of_a_box_in_it(
    opened: Callable[..., Tab], tmp_path: Path
) -> None:
    picture = tmp_path / "club.svg"
    picture.write_text(svg(layout(club())), encoding="utf-8")
    diagram = club()
    tree = opened(picture).send("Accessibility.getFullAXTree")["nodes"]
    nodes = {node["nodeId"]: node for node in tree}

    def inside(id_: str) -> Iterator[str]:
        for child in nodes[id_].get("childIds", ()):
            if nodes[child]["role"]["value"] == "listitem":
                yield nodes[child]["name"]["value"]
            yield from inside(child)

    found = {
        node["name"]["value"]: sorted(inside(node["nodeId"]))
        for node in tree
        if node["role"]["value"] == "graphics-object"
    }
    assert found == {
        f"{box.kind.capitalize()}: {box.text}": sorted(
            arrow.description for arrow in diagram.arrows if arrow.from_ == box.id
        )
        for box in diagram.boxes
    }


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_said_twice(name: str, opened: Callable[..., Tab], tmp_path: Path) -> None:
    picture = tmp_path / f"{name}.svg"
    picture.write_bytes(draw(load(model_file(name))).to_bytes("svg"))
    tab = opened(picture)
    assert len(spoken(tab)) > 5
    assert repeated(tab) == []


@pytest.mark.parametrize("name", ["blackpool-resilience-revolution", "city-growth", "pembury"])
def test_nothing_keeps_anyone_from_reading_a_picture(
    name: str, opened: Callable[..., Tab], tmp_path: Path, node_modules: Path, require: Require
) -> None:
    script = node_modules / "axe-core" / "axe.min.js"
    require(script.exists(), f"axe-core is not installed in {node_modules}")
    picture = draw(load(model_file(name))).to_bytes("svg").decode().partition("?>")[2]
    page = tmp_path / f"{name}.html"
    page.write_text(PAGE.format(picture), encoding="utf-8")
    assert violations_in(opened(page), script) == []
