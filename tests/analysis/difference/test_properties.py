"""What holds for the differences between any two theories."""

import random
import typing
from typing import Any

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import _World, theories

from tocmodel.analysis.difference import ChangeKind, Difference, diff
from tocmodel.analysis.difference.meaning import fields_of, meaning
from tocmodel.dumping import dumps
from tocmodel.loading import loads
from tocmodel.model import REFERENCES, SECTIONS, Significance, TheoryOfChange

a_few = settings(max_examples=15)
"""To make up a theory takes longer than to compare two."""

REFERRING = {reference.field.split("/")[-1] for reference in REFERENCES}
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


def words(item: Difference) -> tuple[Any, Any]:
    """The old and new value; of a reference, which is named by a title, whether there is one."""
    if item.field in REFERRING:
        return bool(item.old), bool(item.new)
    return item.old, item.new


def mirrored(item: Difference) -> tuple[Any, ...]:
    """A difference as the other direction should tell it.

    The section, which is that of the new theory where an entry moved, stands in the places too.
    """
    kind = MIRRORED.get(item.kind, item.kind)
    old, new = words(item)
    return (kind, item.field, new, old, item.at_new, item.at_old)


def facts(item: Difference) -> tuple[Any, ...]:
    """A difference without its sentence."""
    return (item.kind, item.field, *words(item), item.at_old, item.at_new)


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


@a_few
@given(theories(), theories())
def test_the_other_direction_finds_the_same(one: TheoryOfChange, other: TheoryOfChange) -> None:
    there, back = diff(one, other), diff(other, one)
    assert sorted(map(repr, map(mirrored, there))) == sorted(map(repr, map(facts, back)))


@a_few
@given(theories(), theories())
def test_every_difference_is_a_sentence(one: TheoryOfChange, other: TheoryOfChange) -> None:
    for item in diff(one, other):
        assert item.sentence[-1] in ".!?”"
        assert "\n" not in item.sentence
        assert item.significance in Significance
        assert item.at_old is not None or item.at_new is not None


@st.composite
def edits(draw: st.DrawFn) -> tuple[TheoryOfChange, TheoryOfChange, str, str]:
    """A theory, the same after one field of one entry or link was changed, and which."""
    theory = draw(theories())
    places = [(name, id_) for name in SECTIONS for id_ in getattr(theory, name)]
    places += [("links", index) for index in range(len(theory.links))]
    name, key = draw(st.sampled_from(places))
    entry = getattr(theory, name)[key]
    kind = type(entry)
    attribute = draw(
        st.sampled_from([item for item in attrs.fields(kind) if item.name not in _IDENTITY])
    )
    world = _World(
        {id_: section for section in SECTIONS for id_ in getattr(theory, section)},
        [(link.from_, link.to) for link in theory.links],
    )
    hint = typing.get_type_hints(kind)[attribute.name]
    value = draw(world.field(name, attribute.name, hint, attribute.default))
    changed = attrs.evolve(entry, **{attribute.name: value})
    field = attribute.name.rstrip("_")
    before, now = dict(fields_of(entry))[field], dict(fields_of(changed))[field]
    assume(meaning(name, field, before) != meaning(name, field, now))
    if name == "links":
        section: Any = tuple(changed if i == key else link for i, link in enumerate(theory.links))
    else:
        section = {**getattr(theory, name), key: changed}
    return theory, attrs.evolve(theory, **{name: section}), name, field


_IDENTITY = ("id", "from_", "to", "theory")


@a_few
@given(edits())
def test_a_change_of_one_field_is_found(
    edit: tuple[TheoryOfChange, TheoryOfChange, str, str],
) -> None:
    old, new, section, field = edit
    found = diff(old, new)
    assert {(item.section, item.field.partition("/")[0]) for item in found} == {(section, field)}
