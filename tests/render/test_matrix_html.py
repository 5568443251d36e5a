"""Tables as web pages: real tables, readable by all, printable, and safe with any words."""

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from attrs import evolve
from axe_client import violations
from browser import browser
from example_models import Kept
from hypothesis import given
from hypothesis import strategies as st
from matrices import counted, made_up, marked, told

from tocmodel.render.matrix_html import matrix_html
from tocmodel.tables.matrix import Cell, Heading, Matrix

SNAPSHOTS = Path(__file__).parents[1] / "snapshots" / "pictures"
HAND_MADE = {"told": told(), "counted": counted(), "marked": marked()}
VOID = {"meta"}
TAGS = {"html", "head", "meta", "title", "style", "body", "main", "h1", "p", "div", "table"}
TAGS |= {"caption", "thead", "tbody", "tr", "th", "td", "span", "ul", "li"}


class Reader(HTMLParser):
    """What is in a page: its elements, and the words of each cell, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.cells: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag in {"td", "th"}:
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.cells[-1] += data

    def count(self, tag: str, **wanted: str) -> int:
        """How many elements of a kind have some attributes."""
        return sum(
            name == tag and all(found.get(key) == value for key, value in wanted.items())
            for name, found in self.elements
        )


@pytest.mark.parametrize("name", HAND_MADE)
def test_a_page_stays_as_it_is(name: str, kept: Kept) -> None:
    kept(SNAPSHOTS / f"matrix-{name}.html", matrix_html(HAND_MADE[name]).encode())


@pytest.mark.parametrize("name", HAND_MADE)
def test_nothing_keeps_anyone_from_using_a_page(
    name: str, tmp_path: Path, node_modules: Path, require: Callable[[bool, str], None]
) -> None:
    script = node_modules / "axe-core" / "axe.min.js"
    require(browser() is not None, "no browser is installed")
    require(script.exists(), f"axe-core is not installed in {node_modules}")
    assert violations(matrix_html(HAND_MADE[name]), script, tmp_path) == []


def test_the_checker_sees_what_keeps_people_out(
    tmp_path: Path, node_modules: Path, require: Callable[[bool, str], None]
) -> None:
    script = node_modules / "axe-core" / "axe.min.js"
    require(browser() is not None, "no browser is installed")
    require(script.exists(), f"axe-core is not installed in {node_modules}")
    page = matrix_html(told()).replace('<html lang="en-GB">', "<html>")
    page = page.replace("color: #4a525c", "color: #bbbbbb")
    assert [name for name, _ in violations(page, script, tmp_path)] == [
        "color-contrast",
        "html-has-lang",
    ]


@given(made_up())
def test_a_page_is_a_table_with_a_heading_for_every_row_and_column(matrix: Matrix) -> None:
    page = Reader(matrix_html(matrix))
    assert page.open == []
    assert page.count("table") == page.count("caption") == page.count("h1") == 1
    assert page.count("html", lang="en-GB") == 1
    assert page.count("script") == 0
    assert page.count("th", scope="row") == len(matrix.rows)
    assert page.count("th", scope="col") == len(matrix.columns) + 1


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_any_words_stay_words(words: str) -> None:
    heading = Heading(id="a", title=words, part_of=words, meaning=words)
    cell = Cell(row="a", column="a", texts=(words, words))
    matrix = Matrix(
        title=words,
        subtitle=words,
        description=words,
        corner=words,
        rows=(heading,),
        columns=(heading,),
        cells=(cell,),
        note=words,
    )
    assert {tag for tag, _ in Reader(matrix_html(matrix)).elements} <= TAGS


def test_a_gap_is_reported_and_a_count_is_readable_on_its_shade() -> None:
    page = Reader(matrix_html(counted()))
    assert page.count("td", **{"class": "gap"}) == 1
    assert "gap" in page.cells
    styles = [found.get("style") for tag, found in page.elements if found.get("class") == "count"]
    assert styles[0] == "background: #174a7c; color: #ffffff"


def test_a_story_is_a_list_of_its_stops_in_order() -> None:
    page = matrix_html(told())
    assert page.index("<h2>A. Anna</h2>") < page.index("<h2>B. Ben</h2>")
    assert "<ol><li>Potential, Stories: he met the librarian</li><li>Realized" in page


def test_a_page_says_the_language_of_its_words() -> None:
    assert '<html lang="cy">' in matrix_html(evolve(told(), language="cy"))
