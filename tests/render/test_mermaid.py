"""Mermaid itself reads the whole diagram from Mermaid text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from browser import browser
from diagrams import club, with_changes
from example_models import FOLDER, NAMES, Kept, model_file
from hypothesis import given
from hypothesis import strategies as st
from mermaid_client import rendered
from odd_labels import ODD, odd_diagram
from small_theories import few, steady
from strategies import theories

from tocmodel.characters import one_line
from tocmodel.diagram import to_diagram, views
from tocmodel.diagram.phrases import speaking_as
from tocmodel.fileformat.loading import load
from tocmodel.model import TheoryOfChange
from tocmodel.render.mermaid import accessible_text, label, mermaid, names_for, titled

SNAPSHOTS = Path(__file__).parent.parent / "snapshots" / "pictures"


def squeezed(words: object) -> str:
    return re.sub(r"[\s\u2060]+", "", str(words))


def test_pembury_is_written_as_kept(kept: Kept) -> None:
    picture = to_diagram(load(model_file("pembury")), "overview")
    kept(SNAPSHOTS / "pembury.mmd", mermaid(picture).encode())


@pytest.fixture
def drawn(
    require: Callable[[bool, str], None], node_modules: Path, tmp_path: Path
) -> Callable[[list[str]], list[dict[str, object]]]:
    script = node_modules / "mermaid" / "dist" / "mermaid.min.js"
    require(script.is_file(), f"mermaid is not installed in {node_modules}")
    require(browser() is not None, "no Chromium on PATH")
    return lambda texts: rendered(texts, script, tmp_path)


def test_mermaid_draws_every_view_of_every_example(
    drawn: Callable[[list[str]], list[dict[str, object]]],
) -> None:
    pictures = [
        to_diagram(load(model_file(name)), view)
        for name in NAMES
        for view in load(model_file(name)).views
    ]
    assert FOLDER.is_dir()
    assert pictures
    for picture, answer in zip(pictures, drawn([mermaid(item) for item in pictures]), strict=True):
        assert "error" not in answer
        assert answer["title"] == accessible_text(titled(picture))
        assert answer["description"] == accessible_text(picture.description)
        assert answer["arrows"] == len(picture.arrows)
        boxes = [
            "\n".join([box.text, *(f"– {b.text}" for b in box.badges)]) for box in picture.boxes
        ]
        ends = {end for arrow in picture.arrows for end in (arrow.from_, arrow.to)}
        boxes += [f"Something in “{one.title}”" for one in picture.clusters if one.id in ends]
        assert sorted(map(squeezed, answer["boxes"])) == sorted(map(squeezed, boxes))
        columns = [column.title for column in picture.columns]
        assert sorted(map(squeezed, answer["columns"])) == sorted(map(squeezed, columns))


def test_mermaid_shows_odd_words_as_they_are(
    drawn: Callable[[list[str]], list[dict[str, object]]],
) -> None:
    answers = drawn([mermaid(odd_diagram(words)) for words in ODD])
    wanted = [
        {
            "title": accessible_text(words),
            "description": accessible_text(words),
            "boxes": sorted(
                [squeezed(words), squeezed(f"{words} – {words}")],
            ),
            "columns": [squeezed(words), squeezed(words)],
            "arrows": 2,
            "alive": 0,
        }
        for words in ODD
    ]
    for words, answer, expected in zip(ODD, answers, wanted, strict=True):
        found = {
            **answer,
            "boxes": sorted(map(squeezed, answer.get("boxes", ()))),
            "columns": [*map(squeezed, answer.get("columns", ()))],
        }
        assert found == expected, words


@steady
@given(st.lists(st.text(max_size=60), min_size=1, max_size=3))
def test_a_label_holds_no_sign_but_its_own(lines: list[str]) -> None:
    inside = label(lines)[1:-1]
    for part in inside.split("<br/>"):
        plain = re.sub(r"#\d+;", "", part)
        assert re.fullmatch(r"[^\"#;<>&`\\\[\]{}|\n\r:%@$*~]*", plain)


@steady
@given(st.lists(st.text(min_size=1, max_size=12), unique=True, max_size=20))
def test_every_id_has_a_name_of_its_own(ids: list[str]) -> None:
    names = names_for(ids)
    assert list(names) == ids
    assert len(set(names.values())) == len(ids)
    assert all(re.fullmatch(r"n_\w*", name, re.ASCII) for name in names.values())


@few
@given(theories())
def test_every_theory_is_written(theory: TheoryOfChange) -> None:
    for view in views(theory):
        picture = to_diagram(theory, view)
        text = mermaid(picture)
        assert text == mermaid(picture)
        assert text.count("\n  subgraph ") == text.count("\n  end\n") == len(picture.columns)
        with speaking_as(picture):  # "a -> b" is said in words
            title = accessible_text(titled(picture))
        assert f"\n  accTitle: {title}\n" in text
        assert one_line(text.splitlines()[1]) == text.splitlines()[1]


def test_a_difference_is_described_in_words() -> None:
    lines = mermaid(with_changes(club()))
    assert '"A school kitchen<br/>(added)"' in lines
    assert 'n_club -->|"?, removed"| n_singled_out' in lines
