"""What is absent looks the same everywhere: see *Absence* in docs/architecture.md."""

import inspect
import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from typing import Any, NamedTuple

import attrs
from public_classes import public_classes

import tocmodel

PUBLIC = {name: getattr(tocmodel, name) for name in tocmodel.__all__}


def _options(hint: Any) -> tuple[Any, ...]:
    """The types of a union, or the only one."""
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return typing.get_args(hint)
    return (hint,)


def _is_text(hint: Any) -> bool:
    return str in _options(hint) and not any(
        isinstance(one, type) and issubclass(one, Enum) for one in _options(hint)
    )


def _is_several(hint: Any) -> bool:
    return any(
        isinstance(origin := typing.get_origin(one) or one, type)
        and issubclass(origin, Sequence | Mapping)
        and not issubclass(origin, str | bytes)
        for one in _options(hint)
    )


class Held(NamedTuple):
    where: str
    hint: Any
    default: Any = attrs.NOTHING


def _fields() -> Iterator[Held]:
    for name, kind in public_classes().items():
        hints = typing.get_type_hints(kind)
        for item in attrs.fields(kind):
            if not item.name.startswith("_"):
                yield Held(f"{name}.{item.name}", hints[item.name], item.default)


def _returned() -> Iterator[Held]:
    for name, kind in public_classes().items():
        for member, value in vars(kind).items():
            function = getattr(value, "fget", None) or getattr(value, "func", None) or value
            if inspect.isfunction(function) and not member.startswith("_"):
                yield Held(f"{name}.{member}", inspect.signature(function).return_annotation)
    for name, value in PUBLIC.items():
        if inspect.isfunction(value):
            yield Held(name, inspect.signature(value).return_annotation)


def _parameters() -> Iterator[Held]:
    functions = {name: value for name, value in PUBLIC.items() if inspect.isfunction(value)}
    for kind_name, kind in public_classes().items():
        for name, value in vars(kind).items():
            if inspect.isfunction(value) and not name.startswith("_"):
                functions[f"{kind_name}.{name}"] = value
    for name, function in functions.items():
        for parameter in inspect.signature(function).parameters.values():
            if parameter.default is not parameter.empty:
                yield Held(f"{name}({parameter.name})", parameter.annotation, parameter.default)


HELD = [*_fields(), *_returned()]


def test_the_test_sees_the_public_surface() -> None:
    assert {"Outcome.who", "Box.id", "Coverage.gaps", "explain"} <= {held.where for held in HELD}


def test_a_text_and_a_list_are_never_none() -> None:
    found = {
        held.where
        for held in HELD
        if type(None) in _options(held.hint) and (_is_text(held.hint) or _is_several(held.hint))
    }
    assert found == set(ONE_VALUE)


ONE_VALUE = {
    "Spread.ci": "two numbers",
    "Spread.range": "two numbers",
    "Figure.bounds": "two numbers",
    "SceneGroup.ends": "two ids",
    "Difference.at_old": "a pointer, which is empty for the whole theory",
    "Difference.at_new": "a pointer, which is empty for the whole theory",
}
"""What is a tuple and yet one value, so that it is ``None`` where it is absent."""


def test_only_a_text_is_left_out_as_an_empty_text() -> None:
    left_out = [held for held in HELD if held.default == "" and not isinstance(held.default, Enum)]
    assert [held.where for held in left_out if not _is_text(held.hint)] == []


def test_only_what_may_be_none_is_left_out_as_none() -> None:
    left_out = [held for held in HELD if held.default is None and held.hint is not Any]
    assert [held.where for held in left_out if type(None) not in _options(held.hint)] == []


def test_a_parameter_that_is_left_out_is_none_or_an_empty_list() -> None:
    assert [held.where for held in _parameters() if held.default == ""] == []
