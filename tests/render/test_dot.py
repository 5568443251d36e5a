"""Graphviz itself reads the whole diagram from DOT text."""

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import graphviz
import pytest
from diagrams import club, with_changes
from example_models import NAMES, Kept, model_file
from graphviz import quoting
from hypothesis import given
from hypothesis import strategies as st
from odd_labels import ODD, odd_diagram
from small_theories import few, steady, titled
from strategies import theories

from tocmodel.characters import one_line
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram, views
from tocmodel.fileformat.loading import load
from tocmodel.layout.flow.graphviz import GraphvizPure, Pygraphviz
from tocmodel.model import TheoryOfChange, View
from tocmodel.render.dot import dot, quote, to_graphviz

SNAPSHOTS = Path(__file__).parent.parent / "snapshots" / "pictures"

SVG = "{http://www.w3.org/2000/svg}"

Require = Callable[[bool, str], None]
Engine = Callable[[str], dict[str, object]]


def test_pembury_is_written_as_kept(kept: Kept) -> None:
    picture = to_diagram(load(model_file("pembury")), "overview")
    kept(SNAPSHOTS / "pembury.dot", dot(picture).encode())


@pytest.fixture(params=["graphviz-pure", "pygraphviz"])
def engine(request: pytest.FixtureRequest, require: Require) -> Engine:
    """What an engine makes of a text, as Graphviz's own JSON."""
    found = GraphvizPure() if request.param == "graphviz-pure" else Pygraphviz()
    require(found.is_present(), f"{request.param} is not installed")
    return lambda text: json.loads(found.lay_out(text, nodes=1, time_limit=60))


def shown(item: dict[str, object]) -> str:
    """The words that Graphviz draws for a box or a frame."""
    drawn = item.get("_ldraw_", ())
    assert isinstance(drawn, list | tuple)
    # The JSON doubles backslashes; what Graphviz draws has each once.
    return " ".join(step["text"].replace("\\\\", "\\") for step in drawn if step["op"] == "T")


@pytest.mark.parametrize("name", NAMES)
def test_graphviz_draws_every_view_of_every_example(name: str, engine: Engine) -> None:
    theory = load(model_file(name))
    for view in views(theory):
        picture = to_diagram(theory, view)
        found = engine(dot(picture))
        objects = found["objects"]
        assert isinstance(objects, list)
        labels = {item["name"]: shown(item) for item in objects}
        for box in picture.boxes:
            assert labels[box.id].startswith(one_line(box.text))
        for column in picture.columns:
            assert labels[f"cluster_{column.id}"] == column.title
        edges = found.get("edges", [])  # a picture may have none
        assert isinstance(edges, list)
        seen = [edge for edge in edges if edge.get("style") != "invis"]
        assert len(seen) == len(picture.arrows)


@pytest.mark.parametrize("said", ODD)
def test_graphviz_reads_odd_words(said: str, engine: Engine) -> None:
    objects = engine(dot(odd_diagram(said)))["objects"]
    assert isinstance(objects, list)
    assert {item["name"] for item in objects} >= {"end", "style"}


@pytest.mark.parametrize("said", ODD)
def test_graphviz_shows_odd_words_as_they_are(said: str, require: Require) -> None:
    require(Pygraphviz().is_present(), "pygraphviz is not installed")
    import pygraphviz  # noqa: PLC0415  # loads all of Graphviz

    picture = pygraphviz.AGraph(string=dot(odd_diagram(said))).draw(prog="dot", format="svg")
    groups = ElementTree.fromstring(picture).iter(f"{SVG}g")
    box = next(item for item in groups if item.findtext(f"{SVG}title") == "end")
    words = " ".join("".join(text.itertext()) for text in box.iter(f"{SVG}text"))
    assert words.replace("\xa0", " ") == f"{one_line(said)} – {one_line(said)}"


@steady
@given(st.text(max_size=80))
def test_a_quoted_text_is_one_string_and_means_the_text(text: str) -> None:
    quoted = quote(text)
    inside = quoted[1:-1]
    assert quoted[0] == quoted[-1] == '"'
    assert '"' not in inside.replace("\\\\", "").replace('\\"', "")
    assert "\n" not in quoted
    meant = inside.replace("\\\\", "\0").replace('\\"', '"').replace("\0", "\\")
    said = one_line(text).replace("\u00ad", "")
    assert meant.replace("&amp;", "&") == said.replace("&amp;", "&")


@steady
@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0&\\\u00ad"), min_size=1, max_size=40)
)
def test_the_graphviz_package_would_quote_it_the_same(text: str) -> None:
    line = one_line(text) or "x y"
    theirs = quoting.quote(line)
    if theirs.startswith('"'):
        assert quote(line) == theirs


@few
@given(theories())
def test_every_theory_is_written_the_same_way_twice(theory: TheoryOfChange) -> None:
    for view in views(theory):
        picture = to_diagram(theory, view)
        assert dot(picture) == dot(to_diagram(theory, view))
        assert dot(picture).count("{") >= 1 + len(picture.columns)


THEORY = TheoryOfChange(
    title="Breakfast",
    groups={"food": {"title": "Food"}, "hot": {"title": "Hot food", "group": "food"}},
    interventions={"club": {"title": "Breakfast club", "group": "hot"}},
    outcomes={"fed": {"title": "Fed", "horizon": "short", "level": "child"}, **titled("calm")},
    links=["club -> fed", {"from": "fed", "to": "club", "feedback": True}],
)


def frames(text: str, engine: Engine) -> dict[str, str]:
    objects = engine(text)["objects"]
    assert isinstance(objects, list)
    return {item["name"]: item["label"] for item in objects if item["name"].startswith("cluster_")}


def test_groups_are_frames_within_their_column(engine: Engine) -> None:
    assert frames(dot(to_diagram(THEORY)), engine) == {
        "cluster_interventions": "Interventions",
        "cluster_interventions::food": "Food",
        "cluster_interventions::hot": "Hot food",
        "cluster_short": "Short-term outcomes",
        "cluster_untimed-before-short": "Outcomes, time not stated",
    }


def test_lanes_are_frames_within_their_column(engine: Engine) -> None:
    assert frames(dot(to_diagram(THEORY, View(title="v", lanes="level"))), engine) == {
        "cluster_interventions": "Interventions",
        "cluster_interventions:not-stated": "Not stated",
        "cluster_short": "Short-term outcomes",
        "cluster_short:child": "Child",
        "cluster_untimed-before-short": "Outcomes, time not stated",
        "cluster_untimed-before-short:not-stated": "Not stated",
    }


def test_a_graph_of_the_graphviz_package_is_the_same_text() -> None:
    graph = to_graphviz(THEORY)
    assert isinstance(graph, graphviz.Digraph)
    ours = [line.strip() for line in dot(to_diagram(THEORY)).splitlines()]
    assert [line.strip() for line in graph.source.splitlines()] == ours


def test_a_graph_of_an_unknown_view_is_refused() -> None:
    with pytest.raises(TocModelError, match=r"^no view 'x'; there is overview$"):
        to_graphviz(THEORY, "x")


def test_a_difference_is_described_in_words() -> None:
    lines = dot(with_changes(club()))
    assert r'label="A school kitchen\n(added)"' in lines
    assert 'label="? removed"' in lines
