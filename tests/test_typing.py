"""What type checkers know of the public names: mypy reads this file, and pytest runs it."""

from collections.abc import Mapping
from typing import assert_type

import tocmodel
from tocmodel.model.convert import FrozenDict

THEORY = tocmodel.TheoryOfChange(
    title="Breakfast",
    interventions={"club": {"title": "Breakfast club", "partners": ["school"]}},
    outcomes={"fed": {"title": "Children are fed", "classified_as": {"resilience": ["basics"]}}},
    partners={"school": {"title": "The school", "fields": {"pupils": 310}}},
    links=[{"from": "club", "to": "fed"}],
    translations={"cy": {"fed": {"title": "Mae plant yn cael eu bwydo"}}},
)


def test_an_entry_of_a_section_is_of_its_class() -> None:
    assert_type(THEORY.outcomes, tocmodel.Section[tocmodel.Outcome])
    assert assert_type(THEORY.outcomes["fed"], tocmodel.Outcome).title == "Children are fed"
    assert assert_type(THEORY.outcomes["fed"].horizon, tocmodel.Horizon | None) is None
    assert assert_type(THEORY.partners.get("police"), tocmodel.Partner | None) is None
    for id_, intervention in THEORY.interventions.items():
        assert assert_type(id_, str) == "club"
        assert assert_type(intervention.partners, tuple[str, ...]) == ("school",)


def test_a_frozen_mapping_has_types_of_its_own() -> None:
    categories = THEORY.outcomes["fed"].classified_as
    assert assert_type(categories, FrozenDict[str, tuple[str, ...]])["resilience"] == ("basics",)
    own = assert_type(THEORY.partners["school"].fields, FrozenDict[str, str | int | float | bool])
    assert own.get("pupils", 0) == 310
    words = assert_type(THEORY.translations["cy"], FrozenDict[str, tocmodel.Translation])
    assert words["fed"].title == "Mae plant yn cael eu bwydo"


def test_a_function_returns_what_it_says() -> None:
    assert assert_type(tocmodel.check(THEORY), tocmodel.Findings)
    elements = assert_type(THEORY.elements, Mapping[str, tocmodel.Element])
    assert assert_type(elements["fed"].tags, tuple[str, ...]) == ()
    found = tocmodel.coverage(THEORY, "resilience")
    assert assert_type(found.share, float) > 0
