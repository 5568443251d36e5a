"""Leave out the valid parts of a large file before explaining its errors."""

from collections.abc import Callable, Sequence
from typing import Any

from tocmodel.diagnostics import Pointer

Restore = Callable[[Pointer], Pointer]
"""Turns an address in the part into the address in the whole."""


def only_invalid(
    data: Any, schema: dict[str, Any], places: Sequence[Pointer] | None
) -> tuple[Any, Restore]:
    """Return the part of the data that has errors, and how to find it in the whole.

    Explaining takes a few hundred times as long as finding. Sections without an error are left
    out, and so are the entries without one in the other sections.
    """
    if not places or not isinstance(data, dict):
        return data, _same
    moved: dict[str | int, list[int]] = {}
    part: dict[str, Any] = {}
    for key, value in data.items():
        rules = schema.get("properties", {}).get(key, {})
        inside = [place for place in places if place and place[0] == key]
        if inside and all(len(place) > 1 for place in inside):
            part[key] = _entries(key, value, rules, {place[1] for place in inside}, moved)
        elif inside or not rules or key in schema.get("required", ()):
            part[key] = value
    return part, lambda pointer: _restored(pointer, moved)


def _entries(
    key: str,
    value: Any,
    rules: dict[str, Any],
    wrong: set[str | int],
    moved: dict[str | int, list[int]],
) -> Any:
    """The entries of a section that have errors; the whole of anything else."""
    if isinstance(value, list) and "items" in rules:
        moved[key] = sorted(place for place in wrong if isinstance(place, int))
        return [value[place] for place in moved[key]]
    if isinstance(value, dict) and "propertyNames" in rules:
        return {id_: body for id_, body in value.items() if _either(id_, wrong)}
    return value


def _either(id_: str, wrong: set[str | int]) -> bool:
    """Whether an id has an error; jsonschema-rs gives the id ``03`` as the number 3."""
    digits = id_.removeprefix("+")
    return id_ in wrong or (digits.isdecimal() and len(digits) < 20 and int(digits) in wrong)


def _restored(pointer: Pointer, moved: dict[str | int, list[int]]) -> Pointer:
    if len(pointer) < 2 or pointer[0] not in moved or not isinstance(pointer[1], int):
        return pointer
    return (pointer[0], moved[pointer[0]][pointer[1]], *pointer[2:])


def _same(pointer: Pointer) -> Pointer:
    return pointer
