"""The text keys are those that take text wherever the schema has them."""

from collections.abc import Iterator, Mapping
from typing import Any

from tocmodel.fileformat.loading import loads
from tocmodel.model import TEXT_KEYS, TEXT_KEYS_BELOW, Figure
from tocmodel.schema import load_schema

SCHEMA = load_schema("theory")
NEVER_PLAIN = {
    "$schema": "is for editors",
    "links": "has chains, which are read apart",
    "confidence": "has a percentage as a number, and is a word otherwise",
    "is": "is compared with a cell, in which a number is a number",
    "is_not": "is compared with a cell, in which a number is a number",
}
"""Keys that take text and are no text keys, and why."""


def kinds(rules: Mapping[str, Any]) -> Iterator[str]:
    """The kinds of plain value that a piece of the schema lets through."""
    if "$ref" in rules:
        yield from kinds(SCHEMA["$defs"][rules["$ref"].rpartition("/")[2]])
        return
    given = rules.get("type", ())
    yield from [given] if isinstance(given, str) else given
    yield from ["string"] * ("enum" in rules)
    for one in (*rules.get("anyOf", ()), rules.get("items"), rules.get("then")):
        if isinstance(one, Mapping):
            yield from kinds(one)


def keys() -> Iterator[tuple[str, set[str]]]:
    """Each key, in each place where the schema has it, with the kinds of value it takes there."""
    for holder in (SCHEMA, *SCHEMA["$defs"].values()):
        for name, rules in holder.get("properties", {}).items():
            yield name, set(kinds(rules))


def test_a_key_is_a_text_key_when_the_schema_gives_it_text_everywhere() -> None:
    found = list(keys())
    texts = {name for name, takes in found if "string" in takes}
    numbers = {"number", "integer", "boolean"}
    numeric = {name for name, takes in found if takes & numbers and "string" not in takes}
    assert texts - numeric - NEVER_PLAIN.keys() == TEXT_KEYS


def test_the_ends_of_a_link_are_text_where_those_of_a_range_are_numbers() -> None:
    assert TEXT_KEYS_BELOW["links"] - TEXT_KEYS == {"from", "to"}
    assert TEXT_KEYS_BELOW["votes"] == TEXT_KEYS


def test_a_link_keeps_an_id_that_looks_like_a_number_and_a_range_has_numbers() -> None:
    theory = loads(
        "tocmodel: 1\ntitle: T\noutcomes: {03: {title: A}, 2018: {title: B}}\n"
        "links: [{from: 03, to: 2018}]\n"
        "indicators: {n: {title: N, measures: 03, observations: [{from: 5, to: 10}]}}"
    )
    assert [(link.from_, link.to) for link in theory.links] == [("03", "2018")]
    assert theory.indicators["n"].observations == (Figure(from_=5, to=10),)


def test_a_range_in_a_figure_of_a_link_has_numbers() -> None:
    (link,) = loads(
        "tocmodel: 1\ntitle: T\noutcomes: {2019: {title: A}, b: {title: B}}\n"
        "links: [{from: 2019, to: b, votes: [{from: 5, to: 10}]}]\n"
    ).links
    assert (link.from_, link.votes) == ("2019", (Figure(from_=5, to=10),))


def test_the_amount_of_a_dose_is_text_where_that_of_a_tip_is_a_number() -> None:
    assert TEXT_KEYS_BELOW["dose"] - TEXT_KEYS == {"how_many"}
    theory = loads(
        "tocmodel: 1\ntitle: T\ninterventions: {a: {title: A, dose: {how_many: 5.10}}}\n"
        "trackers:\n"
        "  t:\n"
        "    title: T\n"
        "    data: {file: t.csv, each: pupil, time: term}\n"
        "    signs: {late: {column: late, is: 1}}\n"
        "    tips: {flagged: {any: [late], how_many: 2}}\n"
        "    offers: {talk: {title: 2024, for: [late], given: {column: talk, is: 1}}}\n"
    )
    tracker = theory.trackers["t"]
    assert theory.interventions["a"].dose.how_many == "5.10"
    assert tracker.tips["flagged"].how_many == 2
    assert (tracker.offers["talk"].title, tracker.offers["talk"].given.is_) == ("2024", (1,))
