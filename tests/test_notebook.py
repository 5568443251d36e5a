"""In a notebook a theory, a diagram and a drawing show their picture, asked as IPython asks."""

import copy
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from example_models import model_file
from IPython.core.formatters import DisplayFormatter

import tocmodel
from tocmodel.diagnostics import TocModelError
from tocmodel.formats import endings
from tocmodel.layout.flow import graphviz as engines
from tocmodel.notebook import shown as shown_words
from tocmodel.result_files import formats_of, to_bytes

THEORY = tocmodel.TheoryOfChange(
    title="Breakfast",
    interventions={"club": {"title": "Breakfast club"}},
    outcomes={"fed": {"title": "Children are not hungry", "horizon": "short"}},
    links=["club -> fed"],
)


@pytest.mark.parametrize(
    "shown",
    [THEORY, tocmodel.to_diagram(THEORY), tocmodel.draw(THEORY)],
    ids=lambda it: type(it).__name__,
)
def test_it_shows_a_picture_and_the_same_in_words(shown: object) -> None:
    data, _ = DisplayFormatter().format(shown)
    assert sorted(data) == ["image/svg+xml", "text/plain"]
    assert data["image/svg+xml"] == tocmodel.draw(THEORY).svg
    assert "Breakfast club" in data["text/plain"]


def test_without_an_engine_the_words_are_left_and_the_reason(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def none(_name: str | None = None) -> Callable[..., object]:
        raise TocModelError("no engine is installed: pip install pygraphviz")

    monkeypatch.setattr(engines, "find_engine", none)
    monkeypatch.setattr("tocmodel.layout.flow.place.find_engine", none, raising=False)
    data, _ = DisplayFormatter().format(THEORY)
    assert list(data) == ["text/plain"]
    assert "Breakfast club" in data["text/plain"]
    assert "(not drawn: no engine is installed: pip install pygraphviz)" in data["text/plain"]


def test_a_theory_whose_view_cannot_be_drawn_says_why() -> None:
    theory = tocmodel.TheoryOfChange(
        title="Breakfast", views={"one": {"title": "One", "focus": "nobody"}}
    )
    data, _ = DisplayFormatter().format(theory)
    assert list(data) == ["text/plain"]
    assert data["text/plain"].startswith("Breakfast (not drawn: ")


EXAMPLE = model_file("uk-coaching")

RESULTS: dict[str, Callable[[], Any]] = {
    "agenda": lambda: tocmodel.agenda(EXAMPLE),
    "analysis": lambda: tocmodel.analyse(EXAMPLE),
    "claims": lambda: tocmodel.claims(EXAMPLE),
    "coverage": lambda: tocmodel.coverage(EXAMPLE, "value-creation"),
    "differences": lambda: tocmodel.diff(EXAMPLE, model_file("pembury")),
    "explanation": lambda: tocmodel.explain(
        model_file("pembury"), next(iter(tocmodel.load(model_file("pembury")).conditions))
    ),
    "findings": lambda: tocmodel.check(EXAMPLE),
    "flows": lambda: tocmodel.value_flows(EXAMPLE),
    "learning loops": lambda: tocmodel.learning_loops(EXAMPLE),
    "loops": lambda: tocmodel.loops(THEORY),
    "narrative": lambda: tocmodel.narrate(EXAMPLE, to=["support-reshaped"]),
    "pathways": lambda: tocmodel.pathways(THEORY, "club", "fed"),
    "portfolio": lambda: tocmodel.portfolio([EXAMPLE, model_file("pembury")]),
    "plans": lambda: tocmodel.plan_rows(EXAMPLE),
    "progress": lambda: tocmodel.progress(EXAMPLE),
    "spaces": lambda: tocmodel.value_by_space(EXAMPLE),
}


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_shows_itself_in_words(name: str) -> None:
    result = RESULTS[name]()
    data, _ = DisplayFormatter().format(result)
    assert data["text/plain"].rstrip() == shown_words(result)["text/plain"].rstrip()
    assert len(repr(result)) < 1100
    assert len(data["text/plain"].split()) > 4
    assert "object at 0x" not in data["text/plain"]
    assert set(data) <= {"text/plain", "text/markdown", "image/svg+xml"}


@pytest.mark.parametrize("name", RESULTS)
def test_a_result_is_saved_in_each_of_its_formats_by_the_ending(name: str, tmp_path: Path) -> None:
    result = RESULTS[name]()
    for format_ in formats_of(result):
        for ending in endings(format_):
            path = tmp_path / f"saved{ending}"
            result.save(path)
            assert path.read_bytes() == to_bytes(result, format_)
    with pytest.raises(TocModelError) as refused:
        result.save(tmp_path / "saved.pptx")
    assert str(refused.value).startswith("unknown file type '.pptx': this is written as .txt")


def test_several_results_are_a_tuple_that_can_be_copied() -> None:
    found = tocmodel.check(EXAMPLE)
    assert found == tuple(found)
    assert pickle.loads(pickle.dumps(found)) == found
    assert copy.copy(found).about is found.about
    assert tocmodel.check(THEORY).about is THEORY


def test_no_other_module_looks_upwards_by_a_name() -> None:
    package = Path(str(tocmodel.__file__)).parent
    users = {
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if "import_module(" in path.read_text(encoding="utf-8")
    }
    assert users == {
        "__init__.py",  # public names, imported when they are first used
        "cli/lazy.py",  # commands
        "formats.py",  # writers
        "extras.py",  # libraries of an extra
        "conversion/readers/__init__.py",  # formats of other programs
        "conversion/writers/__init__.py",
    }
