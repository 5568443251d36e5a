"""What holds for the differences between any two theories."""

import random
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from branches import rarely_drawn, record
from edits import EDITS, FieldChange, Pair, edited, field_changes
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import theories

from tocmodel.differences import ChangeKind, Difference, diff
from tocmodel.differences.normalise import normalised
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import loads
from tocmodel.model import SECTIONS, TheoryOfChange

a_few = settings(max_examples=min(15, settings.default.max_examples // 4))
"""To make up a theory takes longer than to compare two."""

MIRRORED = {ChangeKind.ADDED: ChangeKind.REMOVED, ChangeKind.REMOVED: ChangeKind.ADDED}


def shuffled(theory: TheoryOfChange, seed: int) -> TheoryOfChange:
    """The theory with all of its entries, links and waivers in another order."""
    order = random.Random(seed)
    changed: dict[str, Any] = {}
    for name in (*SECTIONS, "links", "waivers"):
        section = getattr(theory, name)
        items = list(section if isinstance(section, tuple) else section.values())
        order.shuffle(items)
        changed[name] = items
    return attrs.evolve(theory, **changed)


def mirrored(item: Difference) -> tuple[Any, ...]:
    """A difference as the other direction should report it.

    The section, which is that of the new theory where an entry moved, is in the places too.
    """
    kind = MIRRORED.get(item.kind, item.kind)
    return (kind, item.field, item.new, item.old, item.at_new, item.at_old)


def facts(item: Difference) -> tuple[Any, ...]:
    """A difference without its sentence."""
    return (item.kind, item.field, item.old, item.new, item.at_old, item.at_new)


SECTIONS_APART = ("views", "links", "theory", "waivers", "translations")
EXPECTED = {
    "retitled": ["field of an entry changed"],
    "renamed": ["entry renamed"],
    "added": ["entry added"],
    "dropped": ["entry removed"],
    "moved": ["entry moved", "field of an entry changed"],
    "changed": ["field of an entry changed", "nothing"],
    "link changed": ["field of links changed"],
    "listed anew": ["field of an entry added", "field of an entry removed"],
    "linked": ["links added"],
    "unlinked": ["links removed"],
    "reworded": ["field of theory changed"],
    "waived": ["waivers added", "waivers removed", "field of waivers changed"],
    "translated": ["field of translations changed"],
}


def branches_of_edit(pair: Pair) -> Iterator[str]:
    """Which kinds of difference there are between a theory and its edit."""
    found = diff(*pair)
    if not found:
        yield "nothing"
    for item in found:
        where = item.section if item.section in SECTIONS_APART else "entry"
        where = "theory" if item.section in ("place", "revision") else where
        if not item.field or item.field == "id":
            yield f"{where} {item.kind}"
        else:
            yield f"field of {'an entry' if where == 'entry' else where} {item.kind}"


@pytest.mark.parametrize("edit", EDITS)
def test_each_kind_of_edit_makes_the_differences_it_should(edit: str) -> None:
    strategy = edited(only=edit)
    assert rarely_drawn(strategy, branches_of_edit, EXPECTED[edit], draws=30, least=1) == {}


@a_few
@given(theories())
def test_a_theory_does_not_differ_from_itself(theory: TheoryOfChange) -> None:
    assert diff(theory, theory).items == ()


@a_few
@given(theories(), st.integers(0, 9))
def test_the_order_of_a_file_makes_no_difference(theory: TheoryOfChange, seed: int) -> None:
    assert diff(theory, shuffled(theory, seed)).items == ()


@a_few
@given(theories())
def test_writing_and_reading_makes_no_difference(theory: TheoryOfChange) -> None:
    assert diff(theory, loads(dumps(theory))).items == ()


def differ_the_same_both_ways(pair: Pair) -> bool:
    there, back = diff(*pair), diff(*reversed(pair))
    return sorted(map(repr, map(mirrored, there))) == sorted(map(repr, map(facts, back)))


def is_well_told(item: Difference) -> bool:
    has_a_place = item.at_old is not None or item.at_new is not None
    return item.sentence[-1] in ".!?”" and "\n" not in item.sentence and has_a_place


@given(edited())
def test_the_other_direction_of_an_edit_finds_the_same(pair: Pair) -> None:
    record(branches_of_edit(pair))
    assert differ_the_same_both_ways(pair)


@given(edited())
def test_every_difference_that_an_edit_makes_is_a_sentence(pair: Pair) -> None:
    record(branches_of_edit(pair))
    assert all(map(is_well_told, diff(*pair)))


@a_few
@given(theories(), theories())
def test_any_two_theories_differ_the_same_both_ways(
    one: TheoryOfChange, other: TheoryOfChange
) -> None:
    assert differ_the_same_both_ways((one, other))
    assert all(map(is_well_told, diff(one, other)))


@a_few
@given(field_changes())
def test_a_change_of_one_field_is_found(change: FieldChange) -> None:
    section, field = change.section, change.field
    assume(normalised(section, field, change.before) != normalised(section, field, change.now))
    record([f"a field of {'a link' if section == 'links' else 'an entry'}"])
    found = diff(change.old, change.new)
    assert {(item.section, item.field.partition("/")[0]) for item in found} == {(section, field)}
