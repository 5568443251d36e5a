"""The reference matches the current schemas, checks and program, and is complete."""

import enum
import inspect
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

import attrs
import pytest

import tocmodel

REPOSITORY = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(REPOSITORY / "docs"))

import docstrings  # noqa: E402  # these three are with the documentation, which is made by them
import generate  # noqa: E402
import library_pages  # noqa: E402

Kept = Callable[[Path, bytes], None]
PUBLIC = {name: getattr(tocmodel, name) for name in tocmodel.__all__}
VALUES = {
    name: value for name, value in PUBLIC.items() if isinstance(value, type) and attrs.has(value)
}
SETS = {
    name: value
    for name, value in PUBLIC.items()
    if isinstance(value, type) and issubclass(value, enum.Enum) and list(value)
}


def test_every_page_of_the_reference_is_as_it_is_made(
    kept: Kept, pytestconfig: pytest.Config
) -> None:
    """``python docs/generate.py`` makes them anew, and so does ``--update-snapshots``."""
    made = generate.reference()
    there = {path.relative_to(generate.REFERENCE) for path in generate.REFERENCE.rglob("*.md")}
    left_over = there - {Path(name) for name in made}
    if pytestconfig.getoption("--update-snapshots"):
        while left_over:
            (generate.REFERENCE / left_over.pop()).unlink()
    for name, page in made.items():
        kept(generate.REFERENCE / name, page)
    assert left_over == set()


def test_the_architecture_page_has_the_tree_and_the_layers_of_today(kept: Kept) -> None:
    page = generate.architecture()
    kept(generate.ARCHITECTURE, page.encode())
    assert "    rules/  " in page
    assert "  __main__\n" in page


def test_no_page_shows_what_differs_between_pythons() -> None:
    for name, page in generate.reference().items():
        text = page.decode()
        assert not [
            mark for mark in (" at 0x", "typing.", "<class '", "NOTHING") if mark in text
        ], name


def test_every_public_name_has_its_place_on_one_page() -> None:
    pages = library_pages.pages().items()
    headings = [line for name, page in pages if name != "api.md" for line in page.splitlines()]
    assert {name: headings.count(f"## {name}") for name in PUBLIC} == dict.fromkeys(PUBLIC, 1)


@pytest.mark.parametrize("name", VALUES)
def test_every_attribute_of_every_public_class_is_documented(name: str) -> None:
    said = docstrings.attributes(VALUES[name])
    fields = {item.name for item in attrs.fields(VALUES[name]) if not item.name.startswith("_")}
    assert fields - {key for key, meaning in said.items() if meaning} == set()


@pytest.mark.parametrize("name", VALUES)
def test_no_class_documents_an_attribute_that_it_has_not(name: str) -> None:
    known = {item.name for item in attrs.fields(VALUES[name])}
    assert set(docstrings.attributes(VALUES[name])) <= known


@pytest.mark.parametrize("name", VALUES)
def test_every_property_and_method_of_every_public_class_is_documented(name: str) -> None:
    members = library_pages.members(VALUES[name])
    assert [member for member, value in members.items() if not value.__doc__] == []


@pytest.mark.parametrize("name", SETS)
def test_every_word_of_every_closed_set_has_a_meaning(name: str) -> None:
    meanings = library_pages.meanings_of(SETS[name])
    assert set(meanings) == {member.name for member in SETS[name]}
    assert all(meanings.values())


@pytest.mark.parametrize("name", VALUES)
def test_help_of_a_class_says_what_all_its_attributes_are(name: str) -> None:
    described = inspect.getdoc(VALUES[name]) or ""
    fields = [item.name for item in attrs.fields(VALUES[name]) if not item.name.startswith("_")]
    assert [field for field in fields if field not in described] == []


@pytest.mark.parametrize("name", VALUES)
def test_help_of_a_class_lists_the_words_that_its_fields_take(name: str) -> None:
    listed = docstrings.read(VALUES[name].__doc__).listed.get("Words allowed", {})
    sets = {
        item.name: [one for one in (item.type, *get_args(item.type)) if one in SETS.values()]
        for item in attrs.fields(VALUES[name])
    }
    assert listed == {
        field: ", ".join(str(word) for kind in kinds for word in kind)
        for field, kinds in sets.items()
        if kinds
    }


_UNIT = re.compile(r"how many|the most seconds|per cent|unit|from [01]|percentage")


@pytest.mark.parametrize("name", VALUES)
def test_each_number_has_a_unit(name: str) -> None:
    meanings = docstrings.attributes(VALUES[name])
    numbers = [
        item.name
        for item in attrs.fields(VALUES[name])
        if {int, float} & {item.type, *get_args(item.type)}
    ]
    assert [field for field in numbers if not _UNIT.search(meanings[field])] == []


@pytest.mark.parametrize("name", VALUES)
def test_the_signature_of_a_class_has_its_types(name: str) -> None:
    parameters = inspect.signature(VALUES[name]).parameters.values()
    assert [one.name for one in parameters if one.annotation is one.empty] == []


def test_the_signature_of_a_class_takes_words_where_it_holds_a_closed_set() -> None:
    parameters = inspect.signature(tocmodel.Outcome).parameters
    assert library_pages.typed(parameters["horizon"].annotation) == "Horizon | str | None"
    assert library_pages.typed(parameters["valence"].annotation) == "Valence | str"
    assert library_pages.typed(parameters["title"].annotation) == "str"


def test_help_of_a_check_is_less_than_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    help(tocmodel.check)
    shown = capsys.readouterr().out
    assert "= RULES," in shown
    assert len(shown) < 2_000
    assert len(shown.splitlines()) < 50


def test_a_rule_shows_its_code_and_its_name() -> None:
    assert repr(tocmodel.RULES[0]) == "<TOC101 no-goal>"


@pytest.mark.parametrize(
    ("annotation", "written"),
    [
        (None, "None"),
        (str | None, "str | None"),
        (tuple[int, ...], "tuple[int, ...]"),
        (Callable[[str], None], "Callable[[str], None]"),
        ("Framework | None", "Framework | None"),
        (dict[str, tocmodel.Outcome], "dict[str, Outcome]"),
    ],
)
def test_a_type_is_written_by_its_own_name(annotation: object, written: str) -> None:
    assert library_pages.typed(annotation) == written
