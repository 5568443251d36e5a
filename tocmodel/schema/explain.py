"""Explain in plain words where a file breaks its schema: one problem a place, the best one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any

from attrs import evolve
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from tocmodel.diagnostics import MOST_PROBLEMS, Pointer, Problem
from tocmodel.schema.corrected_keys import Renames, correct_keys
from tocmodel.schema.invalid_parts import only_invalid
from tocmodel.schema.messages import explain_error
from tocmodel.schema.unknown_keys import is_about_keys, keys_meant

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

PlacesOf = Callable[[Any], Sequence[Pointer] | None]
"""Finds the places of errors in data; ``None`` where they are not known."""

ENOUGH = 2 * MOST_PROBLEMS
"""The most problems of a piece that are explained: twice as many as are reported for a file."""

_ORDER = ("type", "const", "enum", "anyOf", "pattern", "minLength", "maxLength")
"""Of several errors about one value, the one to report: its kind before its form."""


def explain(
    data: Any,
    schema: dict[str, Any],
    places_of: PlacesOf | None = None,
    shown: Callable[[Pointer], Pointer] = lambda pointer: pointer,
) -> list[Problem]:
    """Return the problems that data have, in the order of the data.

    The values below a misspelt key are checked too, as if the key were right.

    Args:
        data: plain data, with nothing that JSON could not hold.
        schema: one of the schemas of tocmodel.
        places_of: finds the places of errors, or ``None``; the rest is not explained.
        shown: returns the address for messages, if the data are a piece of others.
    """
    found, renames = problems_and_renames(data, schema, places_of, shown)
    if renames:
        meant = correct_keys(data, renames)
        known = {problem.pointer for problem in found}
        is_right = places_of is not None and places_of(meant.data) == []

        def shown_of_meant(pointer: Pointer) -> Pointer:
            typed = shown(meant.back(pointer))
            pairs = zip(pointer, typed, strict=True)
            return tuple(own if isinstance(own, int) else step for step, own in pairs)

        rest = (
            ()
            if is_right
            else problems_and_renames(meant.data, schema, places_of, shown_of_meant)[0]
        )
        for problem in rest:
            pointer = meant.back(problem.pointer)
            if pointer not in known:  # nor an error that only shows that another key was meant
                found.append(evolve(problem, pointer=pointer))
    order = file_order(data)
    return sorted(found, key=lambda problem: order(problem.pointer))


def problems_and_renames(
    data: Any,
    schema: dict[str, Any],
    places_of: PlacesOf | None,
    shown: Callable[[Pointer], Pointer] = lambda pointer: pointer,
) -> tuple[list[Problem], Renames]:
    """Return the problems, and the keys that were meant in place of others.

    Of very many problems, only the first ``ENOUGH`` in the order of the data are explained.
    """
    part, restore = only_invalid(data, schema, places_of(data) if places_of else None)
    errors = _best_of_each_place(_validator_class()(schema).iter_errors(part))
    found: dict[bool, list[Problem]] = {True: [], False: []}
    renames: dict[Pointer, Mapping[str, str]] = {}
    order = file_order(part)
    for error in sorted(
        _without_consequences(errors), key=lambda error: order(error.absolute_path)
    ):
        pointer = restore(tuple(error.absolute_path))
        instance = _at(data, pointer)
        if _is_about_keys(error) and (meant := keys_meant(instance, _schema_of(error))):
            renames[pointer] = meant
        found[_is_about_keys(error)] += (
            evolve(problem, pointer=(*pointer, *problem.pointer[len(pointer) :]))
            for problem in explain_error(error, shown(pointer), instance, _entry(data, pointer))
        )
        if len(found[True]) + len(found[False]) > ENOUGH:
            break
    explained = {problem.pointer for problem in found[True] if not problem.key}
    rest = [problem for problem in found[False] if problem.pointer not in explained]
    return [*found[True], *rest], renames


def _without_consequences(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """Leave out problems that follow from another reported problem.

    An entry has no title if the title was written as its id, and a value that is not a mapping
    has none of the keys of a mapping.
    """
    known = list(errors)
    misnamed = {(*error.absolute_path, error.instance) for error in known if _is_about_name(error)}
    for error in known:
        if error.validator == "oneOf" and not isinstance(error.instance, Mapping):
            continue
        untitled = error.validator == "required" or error.instance is None
        if not untitled or tuple(error.absolute_path) not in misnamed:
            yield error


def _schema_of(error: ValidationError) -> dict[str, Any]:
    """The part of the schema that an error is about."""
    rules: Any = error.schema
    return dict(rules) if isinstance(rules, Mapping) else {}


def _is_about_keys(error: ValidationError) -> bool:
    return is_about_keys(error.validator)


def _is_about_name(error: ValidationError) -> bool:
    return "propertyNames" in error.absolute_schema_path


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data


def _entry(data: Any, pointer: Pointer) -> dict[str, Any]:
    """The entry of a section that a value belongs to; empty where there is none."""
    value = _at(data, pointer[:2]) if len(pointer) > 1 else None
    return value if isinstance(value, dict) else {}


def _best_of_each_place(errors: Iterable[ValidationError]) -> Iterable[ValidationError]:
    """Keep one error about each value, and one about its keys."""
    best: dict[tuple[Pointer, bool, object], ValidationError] = {}
    for error in errors:
        named = error.instance if _is_about_name(error) else None
        place = (tuple(error.absolute_path), _is_about_keys(error), named)
        if place not in best or _rank(error) < _rank(best[place]):
            best[place] = error
    return best.values()


def _rank(error: ValidationError) -> int:
    return _ORDER.index(error.validator) if error.validator in _ORDER else len(_ORDER)


def file_order(data: Any) -> Callable[[Iterable[str | int]], list[int]]:
    """A key that sorts addresses by their order in the file; the library's order is arbitrary."""
    orders: dict[int, dict[str, int]] = {}

    def place(pointer: Iterable[str | int]) -> list[int]:
        found, value = [], data
        for step in pointer:
            if isinstance(value, dict) and step in value:
                keys = orders.setdefault(id(value), {})
                if not keys:
                    keys.update((key, number) for number, key in enumerate(value))
                found.append(keys[str(step)])
            elif isinstance(step, int):
                found.append(step)
            else:
                break
            value = value[step]
        return found

    return place


@cache
def _validator_class() -> "type[Validator]":
    """The jsonschema library, brought into line with the other engines.

    In Python ``$`` also matches before a last line break, in other engines it does not; and Python
    has numbers that JSON does not.
    """
    checker = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "number": lambda _, value: _is_number(value),
            "integer": lambda _, value: _is_number(value) and value == int(value),
        }
    )
    patched: type[Validator] = extend(  # type: ignore[no-untyped-call]  # the library's own gap
        Draft202012Validator, {"pattern": _pattern}, type_checker=checker
    )
    return patched


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return isinstance(value, int) or isfinite(value)


def _pattern(
    _validator: "Validator", pattern: str, value: object, _schema: object
) -> Iterator[ValidationError]:
    if isinstance(value, str) and not _compiled(pattern).search(value):
        yield ValidationError(f"{value!r:.80} does not match {pattern!r}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\$$", r"\\Z", pattern))
