"""All engines give the same layout; an engine's failure is reported in a sentence."""

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from diagrams import club, with_lanes
from example_models import NAMES, model_file
from geometry import covered_marks, faults

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.diagram.model import Diagram
from tocmodel.fileformat.loading import load
from tocmodel.layout import Scene, layout
from tocmodel.layout.flow import graphviz
from tocmodel.layout.flow.graphviz import ENGINES, DotProgram, GraphvizPure, find_engine, positions
from tocmodel.layout.scene import SceneGroup
from tocmodel.render.svg import svg

SMALL = 'digraph{node[shape=box,fixedsize=true,label=""];a->b;a->c}'
LARGE = "digraph{" + ";".join(f"a{i % 40}->b{i * 7 % 90}" for i in range(400)) + "}"
INSTALLED = {
    "graphviz-pure": Path(sys.executable).with_name("graphviz-pure").exists()
    or Path(sys.executable).with_name("graphviz-pure.exe").exists(),
    "pygraphviz": importlib.util.find_spec("pygraphviz") is not None,
}
SAME_SINCE = (13, 1)
"""The release of Graphviz from which on all give the same picture, byte for byte."""
Require = Callable[[bool, str], None]
each_example = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(params=[engine.name for engine in ENGINES])
def engine(
    request: pytest.FixtureRequest,
    require: Require,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """Each engine in turn; without Graphviz on the PATH, graphviz-pure replaces its dot."""
    name = str(request.param)
    if name == "dot" and shutil.which("dot") is None:
        require(INSTALLED["graphviz-pure"], "neither dot nor graphviz-pure is installed")
        (tmp_path / "dot").symlink_to(Path(sys.executable).with_name("graphviz-pure"))
        monkeypatch.setenv("PATH", str(tmp_path))
    else:
        require(INSTALLED.get(name, True), f"{name} is not installed")
    return name


def test_an_engine_gives_positions(engine: str) -> None:
    found = positions(find_engine(engine), SMALL, nodes=3, time_limit=30)
    assert sorted(found) == ["a", "b", "c"]
    assert found["b"][1] == found["c"][1] < found["a"][1]


def test_every_engine_draws_every_box(engine: str) -> None:
    scene = layout(with_lanes(club()), engine)
    assert len(scene.find("box")) == 9


@each_example
def test_the_two_engines_that_pip_installs_draw_the_same_pictures(
    name: str, require: Require
) -> None:
    for engine in ("graphviz-pure", "pygraphviz"):
        require(INSTALLED[engine], f"{engine} is not installed")
    for diagram in diagrams(name):
        assert svg(layout(diagram, "graphviz-pure")) == svg(layout(diagram, "pygraphviz"))


@pytest.mark.parametrize("name", NAMES if shutil.which("dot") else NAMES[::8])
@pytest.mark.parametrize("engine", ["dot"], indirect=True)
def test_dot_draws_the_same_pictures_or_if_it_is_old_the_same_in_another_order(
    name: str, engine: str
) -> None:
    for diagram in diagrams(name):
        usual, found = layout(diagram), layout(diagram, engine)
        assert shown(found) == shown(usual)
        assert faults(found) == []
        if version_of_dot() >= SAME_SINCE:
            assert svg(found) == svg(usual)


@each_example
def test_whatever_order_an_engine_finds_a_picture_shows_the_same_and_has_no_fault(
    name: str, monkeypatch: pytest.MonkeyPatch, require: Require
) -> None:
    require(INSTALLED["graphviz-pure"], "graphviz-pure is not installed")
    drawn = [(diagram, layout(diagram)) for diagram in diagrams(name) if has_groups(diagram)]
    monkeypatch.setattr(graphviz, "ENGINES", (Contrary(),))
    for diagram, usual in drawn:
        found = layout(diagram, "contrary")
        assert shown(found) == shown(usual)
        assert [*faults(found), *covered_marks(found)] == []


def test_the_contrary_engine_does_find_another_order(monkeypatch: pytest.MonkeyPatch) -> None:
    diagram = next(filter(has_groups, diagrams("communities-of-practice-impact")))
    usual = layout(diagram)
    monkeypatch.setattr(graphviz, "ENGINES", (Contrary(),))
    assert svg(layout(diagram, "contrary")) != svg(usual)


class Contrary(GraphvizPure):
    """An engine that finds another order as good: that of graphviz-pure from its end.

    Older releases of Graphviz do so where a picture has lanes or frames. The order that a second
    run is asked to keep, it keeps.
    """

    name = "contrary"

    def lay_out(self, dot: str, *, nodes: int, time_limit: float) -> str:
        """Return Graphviz's JSON, mirrored where nothing asks for an order."""
        answer = json.loads(super().lay_out(dot, nodes=nodes, time_limit=time_limit))
        if "subgraph cluster" in dot:
            for item in answer["objects"]:
                if "pos" in item:
                    x, y = item["pos"].split(",")
                    item["pos"] = f"{-float(x)},{y}"
        return json.dumps(answer)


def diagrams(name: str) -> list[Diagram]:
    """Every view of an example."""
    theory = load(model_file(name))
    return [to_diagram(theory, view) for view in theory.views or (None,)]


def has_groups(diagram: Diagram) -> bool:
    """Whether a diagram has lanes or frames, whose order an engine is asked for first."""
    return bool(diagram.lanes or diagram.clusters)


def shown(scene: Scene) -> tuple[object, ...]:
    """What a picture shows, in whichever order: all that it has, and what is in which band.

    Which small lines go from tall boxes to the key depends on how wide the boxes are.
    """
    return (
        (scene.title, scene.description),
        sorted((group.role, group.id) for group in scene.groups if group.role != "key"),
        [held_by(band, scene) for role in ("column", "lane") for band in scene.find(role)],
    )


def held_by(band: SceneGroup, scene: Scene) -> tuple[str, list[str]]:
    """The boxes whose middle is in a column or a lane."""
    assert band.bounds is not None
    x, y, right, bottom = band.bounds.x, band.bounds.y, band.bounds.right, band.bounds.bottom
    middles = {box.id: box.bounds.centre for box in scene.find("box") if box.bounds}
    return band.id, sorted(i for i, (a, b) in middles.items() if x < a < right and y < b < bottom)


def version_of_dot() -> tuple[int, ...]:
    """The release of Graphviz that the program ``dot`` belongs to, or is a copy of."""
    program = os.environ.get("TOCMODEL_DOT") or "dot"
    done = subprocess.run([program, "-V"], capture_output=True, text=True, check=True)
    words = (done.stdout + done.stderr).lower()
    found = re.search(r"graphviz (?:version )?(\d+)\.(\d+)", words)
    assert found is not None, done
    return int(found[1]), int(found[2])


def test_a_layout_that_takes_too_long_is_given_up(engine: str) -> None:
    with pytest.raises(TocModelError) as caught:
        positions(find_engine(engine), LARGE, nodes=130, time_limit=0.000001)
    assert "drawing took longer than 1e-06 seconds: draw a smaller view" in str(caught.value)


def test_text_that_is_no_dot_is_reported(engine: str) -> None:
    with pytest.raises(TocModelError, match=f"the drawing engine '{engine}' failed"):
        positions(find_engine(engine), "digraph{", nodes=100, time_limit=30)


def test_the_fastest_engine_is_preferred(monkeypatch: pytest.MonkeyPatch, require: Require) -> None:
    require(INSTALLED["graphviz-pure"], "graphviz-pure is not installed")
    monkeypatch.delenv("TOCMODEL_ENGINE", raising=False)
    assert find_engine().name == "graphviz-pure"


def test_the_environment_may_choose(monkeypatch: pytest.MonkeyPatch, require: Require) -> None:
    require(INSTALLED["pygraphviz"], "pygraphviz is not installed")
    monkeypatch.setenv("TOCMODEL_ENGINE", "pygraphviz")
    assert find_engine().name == "pygraphviz"


def test_an_unknown_engine_is_reported() -> None:
    with pytest.raises(TocModelError) as caught:
        find_engine("neato")
    assert str(caught.value) == (
        "no drawing engine 'neato': choose one of graphviz-pure, pygraphviz, dot"
    )


def test_without_any_engine_the_one_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOCMODEL_ENGINE", raising=False)
    monkeypatch.setattr(GraphvizPure, "is_present", lambda _: False)
    monkeypatch.setattr(DotProgram, "is_present", lambda _: False)
    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    with pytest.raises(TocModelError) as caught:
        find_engine()
    assert str(caught.value) == (
        "nothing here can draw: run 'pip install pygraphviz' (dot and mermaid text need no engine)"
    )


def test_dot_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TOCMODEL_DOT", str(tmp_path / "no-such-dot"))
    with pytest.raises(TocModelError, match="install Graphviz, or choose another"):
        find_engine("dot")
