"""A theory and those it includes, as one theory."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import evolve

from tocmodel.model.convert import EMPTY, FrozenDict
from tocmodel.model.elements import Group
from tocmodel.model.renaming import referring
from tocmodel.model.reviews import THEORY, Translation, Translations
from tocmodel.model.theory import SECTIONS, Include, Section, TheoryOfChange

_LEFT_OUT = ("views", "reviews")
"""The sections that belong to their own file: how it is drawn and how it was agreed."""


def joined(theory: TheoryOfChange) -> TheoryOfChange:
    """Return a theory together with those that it includes, and those that these include.

    What comes from an included theory gets that theory's id before its own, and is in a
    group of that id. Its views, reviews, waivers, place and summary stay with its own file.

    >>> from tocmodel.model import Include
    >>> harbour = TheoryOfChange(title="Harbour", outcomes={"ready": {"title": "Ready"}})
    >>> town = TheoryOfChange(
    ...     title="Town", includes=[Include(id="harbour", title="H", file="h", theory=harbour)]
    ... )
    >>> [(outcome.id, outcome.group) for outcome in joined(town).outcomes.values()]
    [('harbour/ready', 'harbour')]
    """
    parts = [_Part(include) for include in theory.includes.values() if include.theory]
    sections: dict[str, Any] = {
        name: Section({**_own(theory, name), **_together(part.entries(name) for part in parts)})
        for name in SECTIONS
        if name not in _LEFT_OUT
    }
    links = [*theory.links, *(link for part in parts for link in part.links())]
    return evolve(
        theory,
        **sections,
        imagined=theory.has_imagined,
        links=links,
        translations=_translations(theory, parts),
    )


def included_ids(theory: TheoryOfChange) -> Iterator[str]:
    """Return the ids of all theories in a theory, however deep they lie: *town*, *town/harbour*."""
    for id_, include in theory.includes.items():
        yield id_
        if include.theory:
            yield from (f"{id_}/{inner}" for inner in included_ids(include.theory))


class _Part:
    """An included theory with other ids."""

    def __init__(self, include: Include) -> None:
        self.id = include.id
        self.title = Group(id=include.id, title=include.title, description=include.description)
        self.theory = include.theory.whole if include.theory else TheoryOfChange(title="")

    def renamed(self, id_: str) -> str:
        """Return an id as other files write it; ``a -> b`` names two."""
        return " -> ".join(f"{self.id}/{part.strip()}" for part in id_.split("->"))

    def entries(self, name: str) -> dict[str, Any]:
        """Return the entries of a section by their new ids."""
        own = {"groups": {self.id: self.title}}.get(name, {})
        return {
            **own,
            **{self.renamed(id_): self._entry(name, id_) for id_ in _section(self.theory, name)},
        }

    def links(self) -> Iterator[Any]:
        """Return the links, in their order."""
        for link in self.theory.links:
            yield referring("links", link, self.renamed)

    def translations(self, language: str) -> dict[str, Any]:
        """Return the words in a language by the new ids."""
        known = dict(self.theory.translations.get(language, EMPTY))
        own = known.pop(THEORY, None)
        title = {self.id: Translation(title=own.title)} if own and own.title else {}
        return {**title, **{self.renamed(id_): words for id_, words in known.items()}}

    def _entry(self, name: str, id_: str) -> Any:
        entry = referring(name, _section(self.theory, name)[id_], self.renamed)
        changes: dict[str, Any] = {"id": self.renamed(id_)}
        if getattr(entry, "group", None) == "":
            changes["group"] = self.id
        return evolve(entry, **changes)


def _own(theory: TheoryOfChange, name: str) -> Mapping[str, Any]:
    """Return the entries of a section that stay as they are: not the theories that are joined."""
    found = _section(theory, name)
    if name != "includes":
        return found
    return {id_: include for id_, include in found.items() if not include.theory}


def _section(theory: TheoryOfChange, name: str) -> Mapping[str, Any]:
    section: Mapping[str, Any] = getattr(theory, name)
    return section


def _together(parts: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {id_: entry for part in parts for id_, entry in part.items()}


def _translations(theory: TheoryOfChange, parts: list[_Part]) -> Translations:
    return FrozenDict(
        {
            language: FrozenDict(
                {**_together(part.translations(language) for part in parts), **words}
            )
            for language, words in theory.translations.items()
        }
    )
