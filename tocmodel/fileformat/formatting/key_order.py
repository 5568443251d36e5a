"""The order of keys in the normal form: that of the schema."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from tocmodel.schema import load_schema

_FIRST_SECTION = "place"
"""The first key of a theory that is a section; sections keep the order of their author."""


class KeyOrder:
    """The order of the keys in a part of a theory, and in the parts below it."""

    def __init__(self, rules: Mapping[str, Any]) -> None:
        self._rules = tuple(_alternatives(rules))
        self._below: dict[str, KeyOrder | None] = {}

    @cached_property
    def _keys(self) -> Mapping[str, int]:
        """The place of each key; empty where keys are chosen freely, as ids are."""
        known = (rules["properties"] for rules in self._rules if "properties" in rules)
        return {key: place for place, key in enumerate(next(known, ()))}

    def sorted(self, keys: Iterable[str]) -> list[str]:
        """Return keys in the order of the schema; unknown keys are last and keep their order."""
        return sorted(keys, key=lambda key: self._keys.get(key, len(self._keys)))

    def below(self, key: str) -> "KeyOrder | None":
        """Return the order below a key; ``None`` where there is none."""
        if key not in self._below:
            self._below[key] = self._find(key)
        return self._below[key]

    @cached_property
    def of_items(self) -> "KeyOrder | None":
        """The order in each item of a list."""
        items = (rules["items"] for rules in self._rules if isinstance(rules.get("items"), dict))
        return next(map(KeyOrder, items), None)

    def _find(self, key: str) -> "KeyOrder | None":
        for rules in self._rules:
            found = rules.get("properties", {}).get(key, rules.get("additionalProperties"))
            if isinstance(found, dict):
                return KeyOrder(found)
        return None


class _OfTheory(KeyOrder):
    """The order of the keys of a theory: what is about the whole file comes before the sections."""

    @cached_property
    def _keys(self) -> Mapping[str, int]:
        keys = list(self._rules[0]["properties"])
        return {key: place for place, key in enumerate(keys[: keys.index(_FIRST_SECTION)])}


def theory_order() -> KeyOrder:
    """Return the order of the keys of a theory.

    >>> theory_order().sorted(["outcomes", "links", "title", "groups", "tocmodel"])
    ['tocmodel', 'title', 'outcomes', 'links', 'groups']
    >>> theory_order().below("links").of_items.sorted(["because", "to", "from"])
    ['from', 'to', 'because']
    """
    return _OfTheory(load_schema("theory"))


def _alternatives(rules: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield the rules of a part of the schema, and those of which one may apply in their place."""
    if "$ref" in rules:
        name = rules["$ref"].rpartition("/")[2]
        yield from _alternatives(load_schema("theory")["$defs"][name])
    yield rules
    for inner in (*rules.get("anyOf", ()), *rules.get("oneOf", ()), *rules.get("allOf", ())):
        yield from _alternatives(inner)
    for key in ("then", "else"):
        if isinstance(rules.get(key), dict):
            yield from _alternatives(rules[key])
