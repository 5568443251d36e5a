"""Each engine lays out the same; what goes wrong with one is said in a sentence."""

import importlib.util
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from diagrams import club, with_lanes
from example_models import NAMES, model_file

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.layout import Scene, layout
from tocmodel.layout.engines import ENGINES, Dot, GraphvizPure, find_engine, positions
from tocmodel.loading import load

SMALL = 'digraph{node[shape=box,fixedsize=true,label=""];a->b;a->c}'
LARGE = "digraph{" + ";".join(f"a{i % 40}->b{i * 7 % 90}" for i in range(400)) + "}"
INSTALLED = {
    "graphviz-pure": Path(sys.executable).with_name("graphviz-pure").exists()
    or Path(sys.executable).with_name("graphviz-pure.exe").exists(),
    "pygraphviz": importlib.util.find_spec("pygraphviz") is not None,
}
Require = Callable[[bool, str], None]


@pytest.fixture(params=[engine.name for engine in ENGINES])
def engine(
    request: pytest.FixtureRequest,
    require: Require,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> str:
    """Each engine in turn; without Graphviz on the PATH, graphviz-pure stands in for its dot."""
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


def test_the_two_engines_that_pip_installs_draw_the_same_picture(require: Require) -> None:
    for name in ("graphviz-pure", "pygraphviz"):
        require(INSTALLED[name], f"{name} is not installed")
    for diagram in (club(), with_lanes(club())):
        assert layout(diagram, "graphviz-pure") == layout(diagram, "pygraphviz")


@pytest.mark.parametrize("name", NAMES[::4])  # each engine is slow to start
@pytest.mark.parametrize("engine", ["graphviz-pure", "dot"], indirect=True)
def test_the_first_view_of_an_example_looks_the_same_with_every_engine(
    engine: str, name: str, require: Require
) -> None:
    require(INSTALLED["pygraphviz"], "pygraphviz is not installed")
    diagram = to_diagram(load(model_file(name)))
    wanted, found = layout(diagram, "pygraphviz"), layout(diagram, engine)
    assert found.page == wanted.page
    assert [group.id for group in found.groups] == [group.id for group in wanted.groups]
    assert moved(wanted, found) < 1.0


def moved(one: Scene, other: Scene) -> float:
    """How far the box that lies farthest from its twin lies from it, in points."""
    pairs = zip(one.find("box"), other.find("box"), strict=True)
    return max(
        abs(a.bounds.centre[0] - b.bounds.centre[0]) + abs(a.bounds.centre[1] - b.bounds.centre[1])
        for a, b in pairs
        if a.bounds and b.bounds
    )


def test_a_layout_that_takes_too_long_is_given_up(engine: str) -> None:
    with pytest.raises(TocModelError) as caught:
        positions(find_engine(engine), LARGE, nodes=130, time_limit=0.000001)
    assert "drawing took longer than 1e-06 seconds: draw a smaller view" in str(caught.value)


def test_text_that_is_no_dot_is_said(engine: str) -> None:
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


def test_an_unknown_engine_is_said() -> None:
    with pytest.raises(TocModelError) as caught:
        find_engine("neato")
    assert str(caught.value) == (
        "no drawing engine 'neato': choose one of graphviz-pure, pygraphviz, dot"
    )


def test_without_any_engine_the_one_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TOCMODEL_ENGINE", raising=False)
    monkeypatch.setattr(GraphvizPure, "is_present", lambda _: False)
    monkeypatch.setattr(Dot, "is_present", lambda _: False)
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
