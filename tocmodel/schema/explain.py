"""Say in plain words what a file has against its schema: one problem a place, the best one."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any

from attrs import evolve
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from tocmodel.diagnostics import Pointer, Problem
from tocmodel.schema.keys import keys_meant
from tocmodel.schema.messages import told
from tocmodel.schema.narrow import narrowed
from tocmodel.schema.renaming import Meant, Renames, renamed

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

PlacesOf = Callable[[Any], Sequence[Pointer] | None]
"""Tells where in data there are errors; ``None`` where that is not known."""

_ORDER = ("type", "const", "enum", "anyOf", "pattern", "minLength", "maxLength")
"""Of several errors about one value, the one that is told: what it is before how it looks."""


def explain(data: Any, schema: dict[str, Any], places_of: PlacesOf | None = None) -> list[Problem]:
    """Return the problems that data have, in the order of the data.

    What stands below a misspelt key is looked at as well, as if the key were right.

    Args:
        data: plain data, nothing that JSON could not hold.
        schema: one of the schemas of tocmodel.
        places_of: tells where in data there are errors, or ``None``: the rest is not looked at.
    """
    found, renames = _explained(data, schema, places_of)
    if renames:
        meant = renamed(data, renames)
        known = {problem.pointer for problem in found}
        is_right = places_of is not None and places_of(meant.data) == []
        for problem in () if is_right else _explained(meant.data, schema, places_of)[0]:
            pointer = meant.back(problem.pointer)
            if pointer not in known:  # nor what only shows that another key was meant
                found.append(evolve(problem, pointer=pointer))
    return sorted(found, key=_file_order(data))


def as_meant(data: Any, schema: dict[str, Any], places_of: PlacesOf | None = None) -> Meant:
    """Return data with their misspelt keys put right."""
    return renamed(data, _explained(data, schema, places_of)[1])


def _explained(
    data: Any, schema: dict[str, Any], places_of: PlacesOf | None
) -> tuple[list[Problem], Renames]:
    """Return the problems, and the keys that are meant where others stand."""
    part, restore = narrowed(data, schema, places_of(data) if places_of else None)
    errors = _best_of_each_place(_validator_class()(schema).iter_errors(part))
    found: dict[bool, list[Problem]] = {True: [], False: []}
    renames: dict[Pointer, Mapping[str, str]] = {}
    for error in _without_consequences(errors):
        pointer = restore(tuple(error.absolute_path))
        instance = _at(data, pointer)
        if _is_about_keys(error) and (meant := keys_meant(instance, _schema_of(error))):
            renames[pointer] = meant
        problems = told(error, pointer, instance, _entry(data, pointer))
        found[_is_about_keys(error)].extend(problems)
    said = {problem.pointer for problem in found[True] if not problem.key}
    rest = [problem for problem in found[False] if problem.pointer not in said]
    return [*found[True], *rest], renames


def _without_consequences(errors: Iterable[ValidationError]) -> Iterator[ValidationError]:
    """Leave out that an entry has no title where the title was written as its id."""
    known = list(errors)
    misnamed = {(*error.absolute_path, error.instance) for error in known if _is_about_name(error)}
    for error in known:
        untitled = error.validator == "required" or error.instance is None
        if not untitled or tuple(error.absolute_path) not in misnamed:
            yield error


def _schema_of(error: ValidationError) -> dict[str, Any]:
    """The part of the schema that an error is about."""
    rules: Any = error.schema
    return dict(rules) if isinstance(rules, Mapping) else {}


def _is_about_keys(error: ValidationError) -> bool:
    return error.validator in ("required", "additionalProperties")


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
    """Keep one error about each value; what its keys are is told apart from what it is."""
    best: dict[tuple[Pointer, bool, object], ValidationError] = {}
    for error in errors:
        named = error.instance if _is_about_name(error) else None
        place = (tuple(error.absolute_path), _is_about_keys(error), named)
        if place not in best or _rank(error) < _rank(best[place]):
            best[place] = error
    return best.values()


def _rank(error: ValidationError) -> int:
    return _ORDER.index(error.validator) if error.validator in _ORDER else len(_ORDER)


def _file_order(data: Any) -> Callable[[Problem], list[int]]:
    """A key that sorts problems as they stand in the file; the library's order is by chance."""
    orders: dict[int, dict[str, int]] = {}

    def place(problem: Problem) -> list[int]:
        found, value = [], data
        for step in problem.pointer:
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

    In Python ``$`` also matches before a last line break, in every other engine it does not; and
    Python has numbers that are no numbers in JSON.
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
