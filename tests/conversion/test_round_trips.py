"""What a format can hold of a theory comes back from it equal; what it cannot is in the notes."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.characters import one_line
from tocmodel.conversion.choices import Choices
from tocmodel.conversion.convert import convert_bytes
from tocmodel.conversion.writers import left_out
from tocmodel.fileformat.dumping import entry_data, stated_data
from tocmodel.formats import WriterInput, find_format
from tocmodel.model import ELEMENT_SECTIONS, TheoryOfChange

FORMATS = {"edges": "csv", "kumu": "json", "kumu-sheets": "xlsx", "prsm": "prsm"}
OUTLINES = {"outline": "md", "opml": "opml"}

PIECES = [
    *("Trust", "Café", "jobs", "a walk", "Goal", "12", "1.", "£", "😀", "Ŵ"),
    *("=", "+", "-", "@", "#", "*", "_", "[x](y)", "|", ";", ",", '"', "'", "->", "<b>", "&", "\\"),
]


def _is_plain(title: str) -> bool:
    return one_line(title) == title != "" and title[0] != "'"


titles = st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map(" ".join).filter(_is_plain)
sections = st.sampled_from(["factors", "interventions", "outputs", "outcomes", "conditions"])


@st.composite
def elements(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    """Elements with different titles, by section."""
    found: dict[str, dict[str, Any]] = {}
    several = st.lists(titles, min_size=1, max_size=5, unique_by=lambda title: title.casefold())
    for number, title in enumerate(draw(several)):
        section = draw(sections)
        body: dict[str, Any] = {"title": title}
        if section == "outcomes" and draw(st.booleans()):
            body["horizon"] = draw(st.sampled_from(["short", "medium", "long", "impact"]))
        if draw(st.booleans()):
            body["description"] = draw(titles)
        found.setdefault(section, {})[f"e{number}"] = body
    return found


EFFECTS = ["increases", "decreases", "unknown", "changes"]
KINDS = ["cause", "mutual", "association"]


@st.composite
def maps(draw: st.DrawFn) -> TheoryOfChange:
    """A theory whose links go anywhere, at most one from each element to each other."""
    parts = draw(elements())
    ids = [id_ for entries in parts.values() for id_ in entries]
    ends = st.tuples(st.sampled_from(ids), st.sampled_from(ids))
    links = [
        {
            "from": cause,
            "to": effect,
            "effect": draw(st.sampled_from(EFFECTS)),
            "kind": draw(st.sampled_from(KINDS)),
            "because": draw(st.just("") | titles),
        }
        for cause, effect in draw(st.lists(ends, max_size=5, unique=True))
    ]
    return TheoryOfChange(title=draw(titles), links=links, **parts)


@st.composite
def trees(draw: st.DrawFn) -> TheoryOfChange:
    """A theory in which each element leads to one other at most."""
    parts = draw(elements())
    ids = [id_ for entries in parts.values() for id_ in entries]
    links = [
        {
            "from": id_,
            "to": draw(st.sampled_from(ids[:place])),
            "because": draw(st.just("") | titles),
        }
        for place, id_ in enumerate(ids)
        if place and draw(st.booleans())
    ]
    return TheoryOfChange(title=draw(titles), links=links, **parts)


def there_and_back(theory: TheoryOfChange, name: str, ending: str) -> TheoryOfChange:
    data = find_format(name, WriterInput.THEORY).to_bytes(theory)
    return convert_bytes(data, f"a.{ending}", name, Choices()).theory


def shape(theory: TheoryOfChange, name: str) -> tuple[list[Any], list[Any]]:
    """The elements and links of a theory, with what a format holds of them and without ids."""
    module = import_module(find_format(name, WriterInput.THEORY).writer.partition(":")[0])
    holds = (
        getattr(module, "HOLDS", None)
        or import_module("tocmodel.conversion.writers.branches").HOLDS
    )
    found = [
        (section, _held(entry_data(entry), holds.sections[section]))
        for section in ELEMENT_SECTIONS
        for entry in getattr(theory, section).values()
    ]
    title = {id_: entry.title for id_, entry in theory.elements.items()}
    links = [
        (title[link.from_], title[link.to], _held(stated_data(link), holds.links))
        for link in theory.links
    ]
    return sorted(found, key=repr), sorted(links, key=repr)


def _held(data: Mapping[str, Any], keys: frozenset[str]) -> dict[str, Any]:
    return {key: item for key, item in data.items() if key in keys}


@pytest.mark.parametrize("name", FORMATS)
@given(maps())
def test_a_map_comes_back(name: str, theory: TheoryOfChange) -> None:
    again = there_and_back(theory, name, FORMATS[name])
    assert shape(again, name) == shape(theory, name)


@pytest.mark.parametrize("name", OUTLINES)
@given(trees())
def test_a_tree_comes_back(name: str, theory: TheoryOfChange) -> None:
    again = there_and_back(theory, name, OUTLINES[name])
    assert shape(again, name) == shape(theory, name)


@given(maps())
def test_the_title_of_a_map_comes_back(theory: TheoryOfChange) -> None:
    for name in ("kumu", "prsm"):
        assert there_and_back(theory, name, FORMATS[name]).title == theory.title


def test_what_does_not_come_back_is_in_the_notes() -> None:
    theory = TheoryOfChange(
        title="T",
        summary="S",
        outcomes={"a": {"title": "A", "who": "children"}, "b": {"title": "B", "horizon": "long"}},
        reviews={"r": {"title": "R", "date": "2024"}},
        links=[{"from": "a", "to": "b", "confidence": "low", "delay": "a year"}, "a -> outcomes"],
    )
    in_outlines = [
        "1 link beyond the first of each element, or in a circle",
        "of 2 outcomes: who (1)",
        "1 review",
        "1 link to or from what the file does not have",
        "of 1 link: confidence (1), delay (1)",
    ]
    found = {
        name: [note.message for note in left_out(name, theory)] for name in (*FORMATS, *OUTLINES)
    }
    assert found == {
        "edges": [
            "of the theory: title, summary",
            "of 2 outcomes: who (1)",
            "1 review",
            "1 link to or from what the file does not have",
        ],
        "kumu": [
            "1 review",
            "1 link to or from what the file does not have",
            "of 1 link: confidence (1)",
        ],
        "kumu-sheets": [
            "of the theory: title, summary",
            "of 2 outcomes: who (1)",
            "1 review",
            "1 link to or from what the file does not have",
            "of 1 link: confidence (1)",
        ],
        "prsm": [
            "of 2 outcomes: who (1)",
            "1 review",
            "1 link to or from what the file does not have",
            "of 1 link: confidence (1), delay (1)",
        ],
        "outline": in_outlines,
        "opml": in_outlines,
    }
