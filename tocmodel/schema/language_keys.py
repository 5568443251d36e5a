"""The keys of the language, and the places for a person's own words."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from tocmodel.diagnostics import Pointer
from tocmodel.schema.schema_files import load_schema

_CLOSED = ("enum", "const", "pattern", "format", "propertyNames")


def is_prose(pointer: Pointer) -> bool:
    """Return whether an address of a theory takes any text.

    The ends of a link do not: they are ids and titles, and one that was cut off is unknown.

    >>> is_prose(("outcomes", "fed", "title")), is_prose(("outcomes", "fed", "horizon"))
    (True, False)
    >>> is_prose(("partners", "council", "role")), is_prose(("stories", "gate", "role"))
    (False, True)
    >>> is_prose(("outcomes", "fed", "fields", "ref")), is_prose(("links", 0, "because"))
    (True, True)
    >>> is_prose(("links", 0, "assumes", 0, "title")), is_prose(("links", 0))
    (True, False)
    >>> is_prose(("links", 0, "from")), is_prose(("links", 0, "to", 1))
    (False, False)
    """
    if pointer[:1] == ("links",) and pointer[2:3] in (("from",), ("to",)):
        return False
    schema = load_schema("theory")
    rules = [schema]
    for step in pointer:
        rules = [inner for outer in rules for inner in _inside(outer, step, schema)]
    return any(_is_free(one) for one in rules)


@cache
def known_keys() -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys at the top of a theory, and those that its entries may have.

    >>> top, fields = known_keys()
    >>> "outcomes" in top, "outcomes" in fields, "who" in fields
    (True, False, True)
    """
    schema = load_schema("theory")
    described = [entry.get("properties", {}) for entry in schema["$defs"].values()]
    return frozenset(schema["properties"]), frozenset(key for keys in described for key in keys)


def _inside(rules: dict[str, Any], step: str | int, schema: dict[str, Any]) -> Iterator[Any]:
    """Yield the rules in the schema for a key or an item of a value with these rules."""
    if isinstance(step, int):
        inner = rules.get("items")
    else:
        inner = rules.get("properties", {}).get(step, rules.get("additionalProperties"))
    if isinstance(inner, dict):
        yield from _alternatives(inner, schema)


def _alternatives(rules: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in rules:
        yield from _alternatives(schema["$defs"][rules["$ref"].rpartition("/")[2]], schema)
        return
    yield rules
    for one in (rules.get("then"), *rules.get("anyOf", ()), *rules.get("oneOf", ())):
        if one is not None:
            yield from _alternatives(one, schema)


def _is_free(rules: dict[str, Any]) -> bool:
    types = rules.get("type", ())
    is_text = "string" in ((types,) if isinstance(types, str) else types)
    items = rules.get("items", {})
    return is_text and not any(key in rules or key in items for key in _CLOSED)
