"""The sections, keys and words of a theory file as values, read from its schema."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import frozen

from tocmodel.schema.phrases import kinds, uncapped
from tocmodel.schema.schema_files import load_schema

Rules = Mapping[str, Any]
"""The part of a schema about a value."""

TOP = ""
"""The name of the kind whose keys are at the top of a file."""


@frozen
class Word:
    """A word of a closed set.

    Attributes:
        word: as it is written.
        meaning: its meaning.
    """

    word: str
    meaning: str


@frozen
class Key:
    """A key that a mapping may have.

    Attributes:
        name: as it is written.
        home: the kind of mapping that has it: ``outcomes``, ``figure``, or empty for the top of a
            file.
        description: its purpose.
        takes: the values it takes, in words.
        words: the words to choose from; empty where it takes others.
        holds: the kind of mapping that it may hold, such as ``figure``; empty where there is none.
        needed: a mapping without it is not valid.
        example: a value that it may have.
    """

    name: str
    home: str
    description: str
    takes: str
    words: tuple[Word, ...]
    holds: str
    needed: bool
    example: Any


@frozen
class Kind:
    """A mapping with keys of its own: an entry of a section, or a value such as a figure.

    Attributes:
        name: the name of the section; for a value that several keys may have, the name of the
            value.
        title: the name of one: ``Outcome``.
        section: the purpose of the section; empty where it is not a section.
        description: a description of one.
        keys: the keys that it may have, in the order of the schema.
        example: one, or a section with one.
    """

    name: str
    title: str
    section: str
    description: str
    keys: tuple[Key, ...]
    example: Any


@cache
def vocabulary() -> Mapping[str, Kind]:
    """Return every kind of mapping in a theory file by its name, the top of the file first.

    >>> outcomes = vocabulary()["outcomes"]
    >>> outcomes.title, [key.name for key in outcomes.keys if key.needed]
    ('Outcome', ['title'])
    >>> [word.word for key in outcomes.keys if key.name == "horizon" for word in key.words]
    ['short', 'medium', 'long', 'impact']
    """
    schema = load_schema("theory")
    names = _names(schema)
    found = {TOP: _kind(schema, TOP, schema, {})}
    for key, name in names.items():
        section = schema["properties"].get(name, {})
        found[name] = _kind(schema, name, schema["$defs"][key], resolve(schema, section))
    return MappingProxyType(found)


@cache
def labels(home: str = TOP) -> Mapping[str, str]:
    """Return the label of each key of a kind of mapping, from its title, for tables and lists.

    >>> labels("indicators")["tipping_point"], labels("place")["code"], labels()["fields"]
    ('Tipping point', 'Code', 'Own fields')
    """
    schema = load_schema("theory")
    definitions = {name: key for key, name in _names(schema).items()}
    entry = schema["$defs"][definitions[home]] if home else schema
    return {
        key: resolve(schema, rules).get("title", key) for key, rules in entry["properties"].items()
    }


def kind_of(rules: Rules) -> Kind | None:
    """Return the kind that a piece of the schema describes; ``None`` where it is another schema."""
    for kind in vocabulary().values():
        names = {key.name for key in kind.keys}
        if kind.title == rules.get("title") and names == set(current_keys(rules)):
            return kind
    return None


def _names(schema: Rules) -> dict[str, str]:
    """Name each definition that has keys: by its section, or by its title."""
    sections = {
        held: name
        for name, rules in schema.get("properties", {}).items()
        if (held := _held(schema, rules)) and name != "translations"
    }
    shared = {
        name: rules["title"].casefold()
        for name, rules in schema["$defs"].items()
        if "properties" in rules and name not in sections
    }
    return sections | shared


def _kind(schema: Rules, name: str, entry: Rules, section: Rules) -> Kind:
    return Kind(
        name=name,
        title=entry["title"],
        section=section.get("description", ""),
        description=entry["description"],
        keys=tuple(keys_of(schema, entry, home=name)),
        example=_first_example(section) if section else _mapping(entry),
    )


def keys_of(schema: Rules, entry: Rules, home: str = "") -> Iterator[Key]:
    """Yield the keys that a mapping may have by its schema."""
    names = _names(schema) if "$defs" in schema else {}
    for name, given in current_keys(entry).items():
        rules = resolve(schema, given)
        yield Key(
            name=name,
            home=home,
            description=rules.get("description", ""),
            takes=_takes(schema, given),
            words=tuple(_words(schema, rules)),
            holds=names.get(_held(schema, given), ""),
            needed=name in needed_keys(entry),
            example=_first_example(rules),
        )


def current_keys(entry: Rules) -> Rules:
    """Return the keys that a mapping may have, without the older words for some of them."""
    keys: Rules = entry.get("properties", {})
    return {name: rules for name, rules in keys.items() if not rules.get("deprecated")}


def needed_keys(entry: Rules) -> list[str]:
    """Return the keys that a mapping must have; of several words for one key, the current one."""
    return [*either_key(entry)[:1], *entry.get("required", ())]


def either_key(entry: Rules) -> list[str]:
    """Return the keys that exclude one another, the current one first; one of them is needed."""
    return [key for one in entry.get("oneOf", ()) for key in one.get("required", ())]


def resolve(schema: Rules, rules: Rules) -> Rules:
    """Return rules together with the rules they refer to; their own words come first."""
    if "$ref" not in rules:
        return rules
    own = {key: value for key, value in rules.items() if key != "$ref"}
    return {**resolve(schema, schema["$defs"][_target(rules)]), **own}


def _target(rules: Rules) -> str:
    return str(rules["$ref"].rpartition("/")[2])


def _alternatives(schema: Rules, rules: Rules) -> Iterator[Rules]:
    """Yield the rules for a value, for each shape that it may have and for what it may hold."""
    found = resolve(schema, rules)
    yield found
    for one in _inner(found):
        yield from _alternatives(schema, one)


def _inner(rules: Rules) -> Iterator[Rules]:
    """Yield the rules for each shape of a value, and for its contents."""
    held = [rules.get(key) for key in ("then", "items", "additionalProperties")]
    yield from (one for one in (*held, *rules.get("anyOf", ())) if isinstance(one, dict))


def _held(schema: Rules, rules: Rules) -> str:
    """Return the definition with keys of its own that a value may hold, directly or in a list."""
    if "$ref" in rules and "properties" in schema["$defs"][_target(rules)]:
        return _target(rules)
    found = resolve(schema, rules)
    inner = [found.get(key) for key in ("then", "items", "additionalProperties")]
    held = (
        _held(schema, one) for one in (*inner, *found.get("anyOf", ())) if isinstance(one, dict)
    )
    return next(filter(None, held), "")


def _words(schema: Rules, rules: Rules) -> Iterator[Word]:
    for one in _alternatives(schema, rules):
        if "enum" in one:
            meanings = one.get("enumDescriptions") or [""] * len(one["enum"])
            yield from map(Word, map(str, one["enum"]), meanings)
            return


def _takes(schema: Rules, given: Rules) -> str:
    """Name the values that a key takes: an id, a date, a list of texts, else their kind."""
    rules = resolve(schema, given)
    if "const" in rules:
        return str(rules["const"])
    if "anyOf" in rules:
        return ", or ".join(_takes(schema, one) for one in rules["anyOf"])
    if "enum" in rules:
        return "a word"
    definition = schema["$defs"][_target(given)] if "$ref" in given else {}
    if "pattern" in definition or "array" in definition.get("type", ()):
        return uncapped(definition["description"].partition(". ")[0])
    return kinds(rules.get("type", "object"))


def _mapping(rules: Rules) -> Any:
    """Return the first example that shows keys."""
    return next((one for one in rules.get("examples", ()) if isinstance(one, dict)), None)


def _first_example(rules: Rules) -> Any:
    return next(iter(rules.get("examples", ())), None)
