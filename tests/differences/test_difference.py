"""Differences between two theories in sentences; the cases are in ``cases.yaml``."""

import json
from pathlib import Path
from typing import Any, get_args

import attrs
import pytest
import yaml
from example_models import Kept

from tocmodel.differences import ChangeKind, Difference, Differences, diff
from tocmodel.differences.keys import KINDS, find_key, noun_for
from tocmodel.differences.normalise import fields_of
from tocmodel.differences.significance import (
    MEANINGS,
    entry_weights,
    field_weights,
    shared_weights,
    weight,
)
from tocmodel.fileformat.dumping import to_data
from tocmodel.fileformat.loading import loads
from tocmodel.model import SECTIONS, Link, Significance, TheoryOfChange, Waiver
from tocmodel.model.keys import Weight, keys_of

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
def test_a_difference_reads_as_in_its_case(name: str) -> None:
    case = CASES[name]
    found = diff(theory(case["old"]), theory(case["new"]))
    said = [[rank(item.significance, item.wording), item.sentence] for item in found]
    assert said == case["says"]


def whole(item: Difference) -> str:
    """A difference but for its sentence, which the case has."""
    places = (
        "-" if place is None else " ".join(map(str, place)) for place in (item.at_old, item.at_new)
    )
    what = f"{item.kind} {item.section} [{item.about}] {item.field}".rstrip()
    return f"{what}: ‘{item.old}’ → ‘{item.new}’ @ {' → '.join(places)}"


def test_every_difference_of_the_cases_has_its_values_and_places(kept: Kept) -> None:
    lines = []
    for name, case in CASES.items():
        found = diff(theory(case["old"]), theory(case["new"]))
        lines += [name, *(f"  {whole(item)}" for item in found)]
    kept(Path(__file__).with_name("values.txt"), "\n".join([*lines, ""]).encode())


@pytest.mark.parametrize("name", CASES)
def test_every_place_of_a_difference_is_in_the_file_or_would_be(name: str) -> None:
    case = CASES[name]
    for item in diff(theory(case["old"]), theory(case["new"])):
        for side, pointer in (("old", item.at_old), ("new", item.at_new)):
            found: Any = to_data(theory(case[side]))
            for key in (pointer or ())[:-1]:  # the last may hold its default, which is not written
                found = found[key]


def test_differences_are_counted_by_significance() -> None:
    old = theory({"outcomes": {"a": {"title": "A", "horizon": "short", "notes": "x"}}})
    new = theory({"outcomes": {"a": {"title": "A", "horizon": "long"}}})
    found = diff(old, new)
    assert (len(found), len(found.significant), len(found.minor)) == (2, 1, 1)
    assert found.significance is Significance.SIGNIFICANT
    assert diff(new, new) == Differences()
    assert diff(new, new).significance is None


def test_a_difference_says_where_it_is_on_both_sides() -> None:
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


def test_values_by_themselves_have_no_quotation_marks() -> None:
    old = theory({"outcomes": {"a": {"title": "A", "who": "children"}}})
    new = theory({"outcomes": {"a": {"title": "A", "who": "all"}}})
    assert [(item.old, item.new) for item in diff(old, new)] == [("children", "all")]


@pytest.mark.parametrize("section", KINDS)
def test_every_key_of_the_language_has_a_weight(section: str) -> None:
    kind = KINDS[section]
    names = {attribute.name.rstrip("_") for attribute in attrs.fields(kind) if attribute.eq}
    say_which_it_is = {"id", "from", "to", "check"} | ({"at"} if kind is Waiver else set())
    compared_by_their_parts = {"place", "revision"} if kind is TheoryOfChange else set()
    unweighed = names - keys_of(kind).keys()
    assert unweighed - say_which_it_is == compared_by_their_parts


@pytest.mark.parametrize("section", KINDS)
def test_a_key_has_one_phrase_at_most(section: str) -> None:
    several = [
        name
        for name, key in keys_of(KINDS[section]).items()
        if sum(map(bool, (key.noun, key.question, key.verb, key.mark, key.item))) > 1
    ]
    assert several == []


def test_every_weight_has_its_meaning() -> None:
    assert set(MEANINGS) == set(get_args(Weight))


def test_a_section_has_the_weight_of_its_entries() -> None:
    assert entry_weights().keys() == {*SECTIONS, "links", "waivers", "translations"}
    assert (weight("outcomes"), weight("views")) == ("significant", "minor")


def test_a_key_that_a_section_lacks_is_the_key_of_another() -> None:
    # An entry that moves to another section takes its keys along.
    assert find_key("outputs", "who") == find_key("outcomes", "who")
    assert weight("outputs", "who") == "significant"
    assert find_key("outputs", "colour-of-the-door") is None
    assert noun_for("outputs", "door_colour") == "a value for ‘door colour’"


def test_a_key_without_a_phrase_is_called_by_its_title_in_the_schema() -> None:
    assert noun_for("indicators", "tipping_point") == "a tipping point"
    assert noun_for("theory", "summary") == "a summary"
    assert noun_for("spaces", "domain") == "a shared interest"
    assert noun_for("outcomes", "domain") == "an area of life"


def test_what_a_field_holds_is_compared_unless_it_says_which_entry_it_is() -> None:
    names = [name for name, _ in fields_of(Link(from_="a", to="b"))]
    assert "because" in names
    assert not {"from", "to", "id"} & set(names)


def test_the_weights_of_sections_and_keys_are_kept_as_a_table(kept: Kept) -> None:
    tables = {"entries": entry_weights(), "every section": shared_weights(), **field_weights()}
    lines = (
        line
        for name, weights in tables.items()
        for line in (name, *(f"  {key}: {weight}" for key, weight in weights.items()))
    )
    kept(Path(__file__).with_name("weights.txt"), "\n".join([*lines, ""]).encode())
