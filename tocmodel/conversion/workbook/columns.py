"""The columns of a workbook, from the schema: a new key of the schema is a column without code."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any

from attrs import evolve, frozen

from tocmodel.model import REFERENCES, Reference
from tocmodel.schema.schema_files import load_schema
from tocmodel.schema.vocabulary import current_keys, needed_keys, resolve

KeyPath = tuple[str, ...]
"""The keys from an entry to a value in it: ``("dose", "how_often")``."""

KeyRules = Mapping[str, Any]


class Takes(StrEnum):
    """The values that a cell takes.

    - ``text``: any text; a number is text too.
    - ``number``: a number.
    - ``yes-no``: yes or no.
    - ``own``: text, a number, or yes and no, each kept as it is.
    - ``written``: a mapping as it is written in a file, in braces.
    """

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes-no"
    OWN = "own"
    WRITTEN = "written"


@frozen(kw_only=True)
class SheetColumn:
    """A column of a sheet.

    Attributes:
        path: the keys from an entry to the value.
        heading: its words: the titles of the keys in the schema.
        hint: what belongs in it.
        takes: the values that a cell takes.
        words: the words to choose from.
        depth: how many lists are inside one another: 1 for several values, 2 for alternatives.
        is_needed: whether an entry must have it.
        has_rows: whether some of its values may have rows of their own on another sheet.
        reference: what its ids refer to; ``None`` if it has none.
    """

    path: KeyPath
    heading: str
    hint: str = ""
    takes: Takes = Takes.TEXT
    words: tuple[str, ...] = ()
    depth: int = 0
    is_needed: bool = False
    has_rows: bool = False
    reference: Reference | None = None


@frozen(kw_only=True)
class SheetKey:
    """A key of an entry, in each of the forms that its value may have.

    Attributes:
        column: one cell with its value; for a mapping with free keys, the form of each value.
        inside: its keys, if it may be a mapping with keys of the schema.
        is_free: whether it is a mapping with keys that people make up.
        rows: the definition of its items, if these are mappings and have a sheet of their own.
        in_cell: whether a cell can have its whole value.
    """

    column: SheetColumn
    inside: tuple["SheetKey", ...] = ()
    is_free: bool = False
    rows: str = ""
    in_cell: bool = True

    @property
    def key(self) -> str:
        """The key."""
        return self.column.path[-1]


FIGURE = "figure"
"""The definition of a figure; all figures are on one sheet."""

NOT_IN_CELLS = frozenset(("$schema", "tocmodel"))


@cache
def definition_of(section: str) -> str:
    """Return the name of the definition of a section's entries.

    >>> definition_of("outcomes"), definition_of("links"), definition_of("translations")
    ('outcome', 'link', 'translation')
    """
    rules = load_schema()["properties"][section]
    while "$ref" not in rules:
        rules = rules.get("items") or rules["additionalProperties"]
    return str(rules["$ref"].rpartition("/")[2])


@cache
def fields_of_section(section: str) -> tuple[SheetKey, ...]:
    """Return the keys that an entry of a section may have, in the order of the schema."""
    rules = load_schema()["$defs"][definition_of(section)]
    return tuple(_fields(rules, _Place(section, with_figures=True)))


@cache
def fields_of_rows(definition: str) -> tuple[SheetKey, ...]:
    """Return the keys of the items of a list that has a sheet of its own, such as quotations."""
    place = next(
        (_Place(section, (field.key,)) for section, field in _with_rows(definition)), _Place("")
    )
    return tuple(_fields(load_schema()["$defs"][definition], place))


@cache
def fields_of_theory() -> tuple[SheetKey, ...]:
    """Return the keys of a theory that are not sections."""
    schema = load_schema()
    sections = {name for name in schema["properties"] if is_section(name)}
    kept = {
        key: rules
        for key, rules in schema["properties"].items()
        if key not in NOT_IN_CELLS and key not in sections
    }
    place = _Place("", with_figures=True)
    return tuple(_fields({**schema, "properties": kept}, place))


@cache
def is_section(name: str) -> bool:
    """Return whether a key of a theory has entries.

    >>> is_section("outcomes"), is_section("waivers"), is_section("place"), is_section("words")
    (True, True, False, False)
    """
    rules = load_schema()["properties"].get(name, {})
    return "null" in rules.get("type", ())


@cache
def sections() -> tuple[str, ...]:
    """Return the names of the sections, in the order of the schema."""
    return tuple(name for name in load_schema()["properties"] if is_section(name))


@cache
def usual_keys(section: str) -> frozenset[str]:
    """Return the keys that people fill in first, which examples and editors show."""
    rules = load_schema()["properties"][section]
    shown = (rules, rules.get("items", {}))
    return _usual(load_schema()["$defs"][definition_of(section)], *shown) | _ALWAYS


@cache
def usual_in_rows(definition: str) -> frozenset[str]:
    """Return the same for the items of a list that has a sheet of its own."""
    return _usual(load_schema()["$defs"][definition])


def _usual(entry: KeyRules, *shown: KeyRules) -> frozenset[str]:
    places = (entry, *shown)
    examples = [example for one in places for example in one.get("examples", ())]
    examples += [snippet["body"] for one in places for snippet in one.get("defaultSnippets", ())]
    return frozenset((*needed_keys(entry), *_keys_in(examples)))


_ALWAYS = frozenset(("title", "description", "because", "effect", "assumes", "evidence", "origin"))


def _keys_in(examples: Any) -> Iterator[str]:
    """Yield every key in some examples, at any depth."""
    if isinstance(examples, dict):
        yield from examples
    if isinstance(examples, dict | list):
        for one in examples.values() if isinstance(examples, dict) else examples:
            yield from _keys_in(one)


@cache
def definitions_with_rows() -> tuple[str, ...]:
    """Return the definitions whose items have a sheet of their own, figures first."""
    found = [
        field.rows
        for name in ("links", *sections())
        for field in fields_of_section(name)
        if field.rows
    ]
    inner = [field.rows for name in found for field in fields_of_rows(name) if field.rows]
    return tuple(dict.fromkeys((FIGURE, *found, *inner)))


def columns_of(fields: tuple[SheetKey, ...]) -> Iterator[SheetColumn]:
    """Yield the columns of some keys; a mapping with free keys has none of these."""
    for field in fields:
        if field.in_cell:
            yield field.column
        yield from columns_of(field.inside)


def scalar_columns(fields: tuple[SheetKey, ...]) -> Mapping[KeyPath, SheetColumn]:
    """Return every column that a value may be in, by its path; also those of keys of mappings."""
    found: dict[KeyPath, SheetColumn] = {}
    for field in fields:
        found[field.column.path] = field.column
        found.update(scalar_columns(field.inside))
    return MappingProxyType(found)


def free_columns(fields: tuple[SheetKey, ...]) -> Mapping[KeyPath, SheetColumn]:
    """Return the columns of mappings with free keys, by the path of the mapping."""
    found: dict[KeyPath, SheetColumn] = {}
    for field in fields:
        if field.is_free:
            found[field.column.path] = field.column
        found.update(free_columns(field.inside))
    return MappingProxyType(found)


@frozen
class _Place:
    """Where keys are: the section, the path below its entries, and the words before a heading."""

    section: str
    above: KeyPath = ()
    within: KeyPath = ()
    words: tuple[str, ...] = ()
    with_figures: bool = False

    def below(self, key: str, label: str) -> "_Place":
        return _Place(
            self.section, self.above, (*self.within, key), (*self.words, label), self.with_figures
        )

    def reference(self) -> Reference | None:
        section, path = self.section, (*self.above, *self.within)
        if not section and path:
            section, path = path[0], path[1:]
        return _BY_PLACE.get((section, "/".join(path)))


_BY_PLACE = {(item.section, item.field): item for item in REFERENCES if not item.keys}


def _with_rows(definition: str) -> Iterator[tuple[str, SheetKey]]:
    for section in sections():
        for field in fields_of_section(section):
            if field.rows == definition:
                yield section, field


def _fields(entry: KeyRules, place: _Place) -> Iterator[SheetKey]:
    schema = load_schema()
    needed = needed_keys(entry)
    for key, given in current_keys(entry).items():
        rules = resolve(schema, given)
        inner = place.below(key, rules.get("title", key))
        yield _field(given, rules, inner, is_needed=key in needed and not place.within)


def _field(given: KeyRules, rules: KeyRules, place: _Place, *, is_needed: bool) -> SheetKey:
    schema = load_schema()
    if place.with_figures and _is_figure(given):
        column = _at_depth(_column(rules, place, is_needed=is_needed), int(_name(given) != FIGURE))
        return SheetKey(column=column, rows=FIGURE, in_cell=False)
    items = rules.get("items")
    if items is not None:
        definition = _definition(items)
        several = _column(resolve(schema, items), place, is_needed=is_needed, depth=1)
        several = _with_hint(several, rules)
        if definition and not _is_scalar(resolve(schema, items)):
            return SheetKey(column=_at_depth(several, 0), rows=definition, in_cell=False)
        return SheetKey(column=evolve(several, has_rows=bool(definition)), rows=definition)
    free = rules.get("additionalProperties")
    if isinstance(free, dict) and "properties" not in rules:
        if "properties" in resolve(schema, free):
            column = evolve(_column(rules, place, is_needed=is_needed), takes=Takes.WRITTEN)
            return SheetKey(column=column)
        column = _column(resolve(schema, free), place, is_needed=is_needed)
        return SheetKey(column=_with_hint(column, rules), is_free=True, in_cell=False)
    column = _column(rules, place, is_needed=is_needed)
    inside = tuple(_fields(rules, place)) if "properties" in rules else ()
    return SheetKey(column=column, inside=inside, in_cell=not inside or _types(rules) != {"object"})


def _is_figure(given: KeyRules) -> bool:
    """Return whether a key has figures: one, or a list of them."""
    name = _name(given)
    return name == FIGURE or (
        bool(name) and _name(load_schema()["$defs"][name].get("items", {})) == FIGURE
    )


def _name(rules: KeyRules) -> str:
    return str(rules.get("$ref", "")).rpartition("/")[2]


def _definition(items: KeyRules) -> str:
    """Return the definition that the items of a list have if they are mappings; else nothing."""
    for one in (items, load_schema()["$defs"].get(_name(items), {}).get("then", {})):
        if "properties" in load_schema()["$defs"].get(_name(one), {}):
            return _name(one)
    return ""


def _is_scalar(rules: KeyRules) -> bool:
    return "string" in _types(rules)


def _types(rules: KeyRules) -> set[str]:
    types = rules.get("type", ())
    return {types} if isinstance(types, str) else set(types)


def _column(rules: KeyRules, place: _Place, *, is_needed: bool, depth: int = 0) -> SheetColumn:
    inner = rules.get("items")
    if isinstance(inner, dict):
        found = resolve(load_schema(), inner)
        return _with_hint(_column(found, place, is_needed=is_needed, depth=depth + 1), rules)
    return SheetColumn(
        path=place.within,
        heading=": ".join(place.words),
        hint=str(rules.get("description", "")),
        takes=_takes(rules),
        words=tuple(_words(rules)),
        depth=depth,
        is_needed=is_needed,
        reference=place.reference(),
    )


def _with_hint(column: SheetColumn, rules: KeyRules) -> SheetColumn:
    return evolve(column, hint=str(rules.get("description", column.hint)))


def _at_depth(column: SheetColumn, depth: int) -> SheetColumn:
    return evolve(column, depth=depth)


def _takes(rules: KeyRules) -> Takes:
    types = _types(rules)
    either = rules.get("anyOf", ())
    if {"string", "boolean"} <= types or any(
        _takes(resolve(load_schema(), x)) is Takes.NUMBER for x in either
    ):
        return Takes.OWN
    if "boolean" in types:
        return Takes.YES_NO
    if types & {"number", "integer"} and "string" not in types:
        return Takes.NUMBER
    return Takes.TEXT


def _words(rules: KeyRules) -> Iterator[str]:
    if "enum" in rules:
        yield from map(str, rules["enum"])
        return
    for one in rules.get("anyOf", ()):
        yield from _words(resolve(load_schema(), one))
