"""One of the two theories that are compared: its entries by key, its links, its titles.

An assumption or a piece of evidence written directly on a link is an entry like any other here. It
gets a key that no id can have, made of the link and its title, so moving it to a separate section
makes no difference.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from attrs import evolve, fields, frozen

from tocmodel.diagnostics import Pointer
from tocmodel.differences.normalise import clean, fields_of, normalised, references
from tocmodel.model import SECTIONS, Entry, Link, Section, TheoryOfChange

_IN_PLACE = {"assumes": "assumptions", "evidence": "evidence"}
"""The fields of a link that may contain entries, and the section each belongs to."""


@frozen
class KeyedEntry:
    """An entry, its place, and whether it has an id."""

    key: str
    section: str
    entry: Entry
    pointer: Pointer
    in_place: bool = False


@frozen
class KeyedLink:
    """A link that names all its assumptions and evidence by key, and its place."""

    link: Link
    pointer: Pointer

    @property
    def pair(self) -> tuple[str, str]:
        """The ends of the link."""
        return (self.link.from_, self.link.to)


@frozen(eq=False)
class IndexedTheory:
    """A theory on one side of a comparison."""

    theory: TheoryOfChange

    @cached_property
    def items(self) -> Mapping[str, KeyedEntry]:
        """Every entry except views, in the order of the sections; those on links come last."""
        found = {
            id_: KeyedEntry(id_, name, entry, (name, id_))
            for name in SECTIONS
            if name != "views"
            for id_, entry in _section(self.theory, name).items()
        }
        return {**found, **{item.key: item for item in self._lifted[1]}}

    @cached_property
    def views(self) -> Mapping[str, KeyedEntry]:
        """The views, whose ids are separate from all others."""
        return {
            id_: KeyedEntry(id_, "views", view, ("views", id_))
            for id_, view in self.theory.views.items()
        }

    @property
    def links(self) -> tuple[KeyedLink, ...]:
        """The links, in the order of the file."""
        return self._lifted[0]

    @cached_property
    def _lifted(self) -> tuple[tuple[KeyedLink, ...], tuple[KeyedEntry, ...]]:
        found = _in_place(self.theory)
        keys = {item.pointer: item.key for item in found}
        links = []
        for index, link in enumerate(self.theory.links):
            if not (link.assumes or link.evidence):
                links.append(KeyedLink(link, ("links", index)))
                continue
            named = {
                name: tuple(
                    value if isinstance(value, str) else keys["links", index, name, place]
                    for place, value in enumerate(getattr(link, name))
                )
                for name in _IN_PLACE
            }
            whole = evolve(link, assumes=named["assumes"], evidence=named["evidence"])
            links.append(KeyedLink(whole, ("links", index)))
        return tuple(links), found

    @cached_property
    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """For each entry, the entries it refers to and those that refer to it, links included."""
        found: dict[str, set[str]] = {key: set() for key in self.items}
        for one, other in self._pairs():
            if one in found and other in found and one != other:
                found[one].add(other)
                found[other].add(one)
        return {key: frozenset(near) for key, near in found.items()}

    def _pairs(self) -> Iterator[tuple[str, str]]:
        for item in self.items.values():
            for name, value in fields_of(item.entry):
                yield from ((item.key, id_) for id_ in references(item.section, name, value))
        for link in self.links:
            yield link.pair
            for name, value in fields_of(link.link):
                for id_ in references("links", name, value):
                    yield link.link.from_, id_
                    yield link.link.to, id_

    def title(self, key: str) -> str:
        """Return the title for a key, or the key itself where no entry has it."""
        item = self.items.get(key) or self.views.get(key)
        if item is None and "/" in key and key in self.theory.whole.elements:
            return clean(self.theory.whole.elements[key].title) or key
        return clean(item.entry.title if item else "") or key


def _section(theory: TheoryOfChange, name: str) -> Section[Entry]:
    section: Section[Entry] = getattr(theory, name)
    return section


def _in_place(theory: TheoryOfChange) -> tuple[KeyedEntry, ...]:
    """Return the entries written directly on links.

    Several with the same title on one link are told apart by their content, not their order.
    """
    found: dict[str, list[KeyedEntry]] = {}
    for index, link in enumerate(theory.links):
        for name, section in _IN_PLACE.items():
            for place, value in enumerate(getattr(link, name)):
                if not isinstance(value, str):
                    key = f"{link.from_} -> {link.to}: {section}: {clean(value.title)}"
                    at: Pointer = ("links", index, name, place)
                    found.setdefault(key, []).append(
                        KeyedEntry(key, section, value, at, in_place=True)
                    )
    return tuple(numbered for items in found.values() for numbered in _numbered(items))


def _numbered(items: list[KeyedEntry]) -> Iterator[KeyedEntry]:
    """Number the items with the same key; items with the same content share a number."""
    numbers = {content: number for number, content in enumerate(sorted(set(map(_content, items))))}
    for item in items:
        number = numbers[_content(item)]
        yield evolve(item, key=f"{item.key} ({number + 1})") if number else item


def _content(item: KeyedEntry) -> str:
    return repr([normalised(item.section, name, value) for name, value in fields_of(item.entry)])


def theory_fields(theory: TheoryOfChange) -> Iterator[tuple[str, object]]:
    """Yield the keys of a theory that are neither sections of entries nor separate lists."""
    apart = {*SECTIONS, "links", "waivers", "translations", "place", "revision"}
    for attribute in fields(type(theory)):
        if attribute.name not in apart:
            yield attribute.name, getattr(theory, attribute.name)
