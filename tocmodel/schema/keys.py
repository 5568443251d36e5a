"""Keys that are not known, and keys that are missing, told together."""

from collections.abc import Iterator
from typing import Any

from tocmodel.diagnostics import Pointer, Problem, nearest
from tocmodel.schema.words import a, listed, name_of, quoted, uncapped


def about_keys(
    pointer: Pointer, instance: dict[str, Any], schema: dict[str, Any]
) -> Iterator[Problem]:
    """Yield a problem for each key that a mapping should not have, and each that it lacks.

    A key that is misspelt is told once, not a second time as missing.
    """
    known = schema.get("properties", {})
    missing = [key for key in schema.get("required", ()) if key not in instance]
    if schema.get("additionalProperties") is False:
        absent = [key for key in known if key not in instance]
        for key in instance:
            if key not in known:
                near = nearest(key, missing) or nearest(key, absent)
                if near in missing:
                    missing.remove(near)
                there = nearest(key, known) if near is None else None
                yield _unknown((*pointer, key), near, there, schema)
    for key in missing:
        yield _missing(pointer, key, schema)


def _unknown(
    pointer: Pointer, near: str | None, there: str | None, schema: dict[str, Any]
) -> Problem:
    """A key that is not known; ``there`` is a key it is like that is already in use."""
    noun = schema.get("title", "mapping").lower()
    hint = f"; did you mean '{near}'?" if near else ""
    if there:
        hint = f"; there is '{there}' already: did you mean to add to it?"
    return Problem(
        message=f"no key {quoted(str(pointer[-1]))} in {a(noun)}{hint}",
        pointer=pointer,
        help=""
        if near or there
        else f"{a(noun)} may have {listed(sorted(schema['properties']), 40)}",
        key=True,
    )


def _missing(pointer: Pointer, key: str, schema: dict[str, Any]) -> Problem:
    named = pointer and isinstance(pointer[-1], str)
    noun = schema.get("title", "mapping").lower()
    subject = f"{noun} {quoted(str(pointer[-1]))}" if named else name_of(pointer)
    if noun == str(pointer[-1] if pointer else ""):
        subject = f"'{noun}'"
    rules = schema["properties"].get(key, {})
    meaning = uncapped(rules.get("description", ""))
    example = f"{key}: {rules['const']}" if "const" in rules else key
    help_ = f"add '{example}': {meaning}" if meaning else f"add '{example}'"
    return Problem(
        message=f"{subject} has no '{key}'", pointer=pointer, help=help_, key=bool(pointer)
    )
