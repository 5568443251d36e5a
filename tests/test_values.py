"""Classes of values are attrs classes, made when they are first used."""

import pickle
import subprocess
import sys
from importlib import import_module
from inspect import getmembers, isclass, signature
from pkgutil import walk_packages
from threading import Barrier, Thread

import attrs
import pytest

import tocmodel
from tocmodel.values import field, frozen, optional


def _kinds() -> tuple[type, type]:
    @frozen(kw_only=True)
    class Thing:
        size: int = field(default=1, converter=int)
        name: str

    @frozen(kw_only=True)
    class Part(Thing):
        name: str = "part"
        place: int | None = field(default=None, converter=optional(int))

    return Thing, Part


def _is_unmade(kind: type) -> bool:
    return type(vars(kind)["__init__"]).__name__ == "_Later"


def test_a_class_is_made_with_its_first_value_and_no_sooner() -> None:
    thing, part = _kinds()
    assert _is_unmade(thing)
    assert _is_unmade(part)
    thing(name="a")
    assert not _is_unmade(thing)
    assert _is_unmade(part)


def test_making_a_class_makes_those_it_is_derived_from() -> None:
    thing, part = _kinds()
    value = part(size="2", place="3")
    assert not _is_unmade(thing)
    assert repr(value).endswith("Part(size=2, place=3)")


def test_the_fields_of_a_class_can_be_asked_for_before_it_has_a_value() -> None:
    thing, part = _kinds()
    assert attrs.has(part)
    assert [item.name for item in attrs.fields(part)] == ["size", "name", "place"]
    assert [item.name for item in attrs.fields(thing)] == ["size", "name"]


def test_the_signature_of_a_class_can_be_asked_for_before_it_has_a_value() -> None:
    _thing, part = _kinds()
    assert list(signature(part).parameters) == ["size", "name", "place"]


def test_values_compare_and_can_be_looked_up() -> None:
    _thing, part = _kinds()
    assert part(size=2) == part(size="2")
    assert part(size=2) != part(size=3)
    assert {part(size=2): "found"}[part(size=2)] == "found"


def test_a_value_cannot_be_changed_even_where_its_class_was_not_used_before() -> None:
    _thing, part = _kinds()
    value = object.__new__(part)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.size = 3
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del value.size


def test_a_class_without_comparing_compares_by_identity() -> None:
    @frozen(eq=False)
    class Loose:
        name: str

    assert Loose("a") != Loose("a")
    assert len({Loose("a"), Loose("a")}) == 2


def test_a_derived_class_may_call_the_methods_that_it_replaces() -> None:
    thing, _part = _kinds()

    class Own(thing):  # type: ignore[misc,valid-type]  # a class made in this test
        def __init__(self) -> None:
            super().__init__(size=5, name="own")

    assert Own().size == 5


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


def test_threads_that_meet_over_a_new_class_all_get_values() -> None:
    _thing, part = _kinds()
    together = Barrier(8)
    found: list[object] = []

    def use() -> None:
        together.wait()
        found.append(part(size=4))

    threads = [Thread(target=use) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [part(size=4)] * 8


def test_a_class_that_attrs_cannot_make_says_so_each_time() -> None:
    @frozen
    class Wrong:
        first: int = 1
        second: int

    for _ in range(2):
        with pytest.raises((ValueError, AttributeError)):
            Wrong(second=2)


def _all_kinds() -> set[type]:
    modules = [
        import_module(item.name)
        for item in walk_packages(tocmodel.__path__, "tocmodel.")
        if not item.name.endswith("__main__")
    ]
    return {
        kind
        for module in modules
        for _, kind in getmembers(module, isclass)
        if kind.__module__ == module.__name__ and "__attrs_attrs__" in vars(kind)
    }


def test_attrs_can_make_every_class_of_values() -> None:
    kinds = _all_kinds()
    assert len(kinds) > 100
    assert [kind for kind in kinds if not isinstance(attrs.fields(kind), tuple)] == []


def test_no_class_of_values_is_made_where_it_is_defined() -> None:
    # attrs' own decorator adds slots; ours never does.
    assert [kind.__qualname__ for kind in _all_kinds() if "__slots__" in vars(kind)] == []


def test_checking_a_theory_makes_no_class_of_what_it_does_not_hold() -> None:
    code = (
        "import tocmodel\n"
        "theory = tocmodel.loads('tocmodel: 1\\ntitle: A\\noutcomes:\\n  fed: {title: Fed}\\n')\n"
        "tocmodel.check(theory)\n"
        "for kind in (tocmodel.Outcome, tocmodel.Story, tocmodel.View, tocmodel.Partner):\n"
        "    print(kind.__name__, type(vars(kind)['__init__']).__name__)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "Outcome function",
        "Story _Later",
        "View _Later",
        "Partner _Later",
    ]
