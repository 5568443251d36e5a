"""What differs between two theories, said aloud; the cases stand in ``cases.yaml``."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml

from tocmodel.analysis.difference import ChangeKind, Differences, diff
from tocmodel.analysis.difference.meaning import fields_of
from tocmodel.analysis.difference.phrases import LISTS, MARKS, NOUNS, QUESTIONS
from tocmodel.analysis.difference.weights import ENTRIES, EVERYWHERE, FIELDS, MEANINGS, Weight
from tocmodel.loading import loads
from tocmodel.model import SECTIONS, Link, Place, Revision, Significance, TheoryOfChange

CASES: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8")
)
HEAD = {"tocmodel": 1, "title": "A theory"}


def theory(body: dict[str, Any]) -> TheoryOfChange:
    """A theory from what a case gives; through JSON, so that it is read as a file is."""
    return loads(json.dumps({**HEAD, **body}, default=str), "case.toc.json")


def rank(significance: Significance, wording: bool) -> str:
    return "w" if wording else significance.value[0]


@pytest.mark.parametrize("name", CASES)
def test_a_difference_is_said_as_its_case_says(name: str) -> None:
    case = CASES[name]
    found = diff(theory(case["old"]), theory(case["new"]))
    said = [[rank(item.significance, item.wording), item.sentence] for item in found]
    assert said == case["says"]


def test_differences_count_and_part_by_what_they_matter() -> None:
    old = theory({"outcomes": {"a": {"title": "A", "horizon": "short", "notes": "x"}}})
    new = theory({"outcomes": {"a": {"title": "A", "horizon": "long"}}})
    found = diff(old, new)
    assert (len(found), len(found.significant), len(found.minor)) == (2, 1, 1)
    assert found.significance is Significance.SIGNIFICANT
    assert diff(new, new) == Differences()
    assert diff(new, new).significance is None


def test_a_difference_says_where_it_stands_on_both_sides() -> None:
    old = theory({"outcomes": {"a": {"title": "A"}, "b": {"title": "B"}}, "links": ["a -> b"]})
    new = theory(
        {
            "outcomes": {"a": {"title": "A", "horizon": "long"}, "b": {"title": "B"}},
            "links": ["b -> a", {"from": "a", "to": "b", "delay": "a year"}],
        }
    )
    places = [(item.about, item.field, item.at_old, item.at_new) for item in diff(old, new)]
    assert places == [
        ("a", "horizon", ("outcomes", "a"), ("outcomes", "a", "horizon")),
        ("b -> a", "", None, ("links", 0)),
        ("a -> b", "delay", ("links", 0), ("links", 1, "delay")),
    ]


def test_what_was_renamed_is_known_by_its_old_id() -> None:
    old = theory({"outcomes": {"ready": {"title": "School ready"}}})
    new = theory({"outcomes": {"school-ready": {"title": "School ready"}}})
    found = diff(old, new)
    assert [item.kind for item in found] == [ChangeKind.RENAMED]
    assert dict(found.renamed) == {"ready": "school-ready"}


def test_values_stand_without_quotation_marks_by_themselves() -> None:
    old = theory({"outcomes": {"a": {"title": "A", "who": "children"}}})
    new = theory({"outcomes": {"a": {"title": "A", "who": "all"}}})
    assert [(item.old, item.new) for item in diff(old, new)] == [("children", "all")]


def _kinds() -> list[tuple[str, type]]:
    return [*SECTIONS.items(), ("links", Link), ("place", Place), ("revision", Revision)]


@pytest.mark.parametrize(("section", "kind"), _kinds(), ids=str)
def test_every_field_of_the_language_has_a_weight(section: str, kind: type) -> None:
    known = {*FIELDS.get(section, {}), *EVERYWHERE}
    names = {attribute.name.rstrip("_") for attribute in attrs.fields(kind) if attribute.eq}
    assert names - {"id", "from", "to"} - known == set()


@pytest.mark.parametrize(("section", "kind"), _kinds(), ids=str)
def test_every_field_of_the_language_has_words(section: str, kind: type) -> None:
    words = {*NOUNS, *QUESTIONS, *LISTS, *MARKS, "horizon", "agreed", "fields"}
    names = {attribute.name.rstrip("_") for attribute in attrs.fields(kind) if attribute.eq}
    missing = {
        name for name in names - {"id", "from", "to"} if not {name, f"{section}/{name}"} & words
    }
    assert missing == set()


def test_every_key_of_a_theory_has_a_weight() -> None:
    keys = {item.name for item in attrs.fields(TheoryOfChange)}
    apart = {"place", "revision"}
    assert keys - set(ENTRIES) - set(FIELDS["theory"]) - apart == set()


def test_the_tables_of_weights_name_fields_that_there_are() -> None:
    kinds: dict[str, type] = dict(_kinds())
    for section, kind in kinds.items():
        names = {attribute.name.rstrip("_") for attribute in attrs.fields(kind)}
        assert set(FIELDS.get(section, {})) <= names
    assert set(MEANINGS) == set(Weight)


def test_what_a_field_holds_is_compared_unless_it_says_which_entry_it_is() -> None:
    names = [name for name, _ in fields_of(Link(from_="a", to="b"))]
    assert "because" in names
    assert not {"from", "to", "id"} & set(names)
