"""Values that people meet print briefly, compare by content and cannot be changed."""

import pickle
import subprocess
import sys
from functools import cached_property
from importlib import import_module
from inspect import getmembers, isclass, signature
from pkgutil import walk_packages

import attrs
import pytest
from attrs import field, frozen
from attrs.converters import optional
from public_classes import public_classes

import tocmodel
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Thing(SelfDescribing):
    """A thing.

    Attributes:
        size: how large it is.
        name: how it is called.
    """

    size: int = field(default=1, converter=int)
    name: str


@frozen(kw_only=True)
class Part(Thing):
    """A part of a thing.

    Attributes:
        name: the name of the part.
        place: where it is.
        horizon: when it is needed.
    """

    name: str = "part"
    place: int | None = field(default=None, converter=optional(int))
    horizon: tocmodel.Horizon | None = field(default=None, converter=optional(tocmodel.Horizon))


def test_a_value_shows_only_what_differs_from_the_defaults() -> None:
    assert repr(Part(size="2", place="3")) == "Part(size=2, place=3)"
    assert repr(Part()) == "Part()"
    assert repr(Part(name="x" * 300)) == f"Part(name='{'x' * 198}…)"


def test_a_class_keeps_a_repr_of_its_own_and_hands_it_down() -> None:
    @frozen
    class Own(SelfDescribing):
        def __repr__(self) -> str:
            return "<own>"

    @frozen
    class Derived(Own):
        name: str = ""

    assert repr(Own()) == "<own>"
    assert repr(Derived(name="a")) == "<own>"


def test_help_of_a_class_lists_the_attributes_of_its_bases_and_the_words_they_take() -> None:
    assert Part.__doc__ == (
        "A part of a thing.\n\nAttributes:\n"
        "    name: the name of the part.\n"
        "    place: where it is.\n"
        "    horizon: when it is needed.\n\n"
        "Attributes of Thing:\n"
        "    size: how large it is.\n"
        "    name: how it is called.\n\n"
        "Words allowed:\n"
        "    horizon: short, medium, long, impact"
    )


def test_the_signature_says_what_each_field_takes() -> None:
    found = {name: one.annotation for name, one in signature(Part).parameters.items()}
    assert found == {
        "size": int,
        "name": str,
        "place": int | None,
        "horizon": tocmodel.Horizon | None | str,
    }


def test_values_compare_and_can_be_looked_up() -> None:
    assert Part(size=2) == Part(size="2")
    assert Part(size=2) != Part(size=3)
    assert {Part(size=2): "found"}[Part(size=2)] == "found"


def test_a_value_cannot_be_changed() -> None:
    value = Part()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.size = 3  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del value.size


def test_values_that_are_read_in_another_process_are_equal_to_those_made_there() -> None:
    value = tocmodel.Link(from_="a", to="b", because="so it is")
    code = (
        "import pickle, sys, tocmodel\n"
        f"read = pickle.loads({pickle.dumps(value)!r})\n"
        "assert read == tocmodel.Link(from_='a', to='b', because='so it is')\n"
        "print(repr(read))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == repr(value)


def _classes() -> set[type]:
    modules = [
        import_module(item.name)
        for item in walk_packages(tocmodel.__path__, "tocmodel.")
        if not item.name.endswith("__main__")
    ]
    return {
        kind
        for module in modules
        for _, kind in getmembers(module, isclass)
        if kind.__module__ == module.__name__ and attrs.has(kind)
    }


CHANGED_IN_PLACE = {"Chain", "Draft"}
"""The classes of a search that changes what it works on: they are no values."""


def test_every_class_of_values_is_frozen() -> None:
    classes = {kind for kind in _classes() if kind.__qualname__ not in CHANGED_IN_PLACE}
    assert len(classes) > 100
    setters = {kind.__qualname__: kind.__setattr__.__name__ for kind in classes}
    assert setters == dict.fromkeys(setters, "_frozen_setattrs")


def test_every_class_that_people_meet_describes_itself() -> None:
    kinds = public_classes().values()
    assert len(kinds) > 60
    assert [kind for kind in kinds if not issubclass(kind, SelfDescribing)] == []


@pytest.mark.parametrize("name", ["Coverage", "Document", "Framework", "Matrix", "TheoryOfChange"])
def test_a_public_class_keeps_its_cached_properties(name: str) -> None:
    # In a class with slots attrs replaces them, and help would not show them.
    assert any(isinstance(one, cached_property) for one in vars(getattr(tocmodel, name)).values())
