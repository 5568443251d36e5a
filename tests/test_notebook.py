"""In a notebook a theory, a diagram and a drawing show their picture, asked as IPython asks."""

from collections.abc import Callable

import pytest
from IPython.core.formatters import DisplayFormatter

import tocmodel
from tocmodel.diagnostics import TocModelError
from tocmodel.layout import engines

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
    monkeypatch.setattr("tocmodel.layout.place.find_engine", none, raising=False)
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
