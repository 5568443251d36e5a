"""Two theories as one: the new one, with the removed elements put back."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve, fields

from tocmodel.differences import Differences
from tocmodel.graph.relations import is_end
from tocmodel.model import ELEMENT_SECTIONS, REFERENCES, Entry, Include, Link, TheoryOfChange
from tocmodel.model.links import with_new_ends

_REFERRING = frozenset((item.section, item.field) for item in REFERENCES)


def merge_versions(old: TheoryOfChange, new: TheoryOfChange, found: Differences) -> TheoryOfChange:
    """Return the new theory with the elements, groups and links that only the old one has.

    Renamed elements keep their new ids, and entries from the old theory refer to them by these.
    """
    new_ids = found.renamed
    sections: dict[str, Any] = {}
    for name in ("groups", *ELEMENT_SECTIONS):
        gone = {
            id_: _with_new_ids(name, entry, new_ids)
            for id_, entry in getattr(old, name).items()
            if id_ not in new_ids and id_ not in new.elements and id_ not in new.groups
        }
        if gone:
            sections[name] = {**gone, **getattr(new, name)}
    kept = {(link.from_, link.to) for link in new.links}
    links = [_link(link, new_ids) for link in old.links]
    gone_links = [link for link in links if (link.from_, link.to) not in kept]
    sections["includes"] = {**_includes(old, new, gone_links), **new.includes}
    return evolve(new, links=(*new.links, *gone_links), **sections)


def _includes(
    old: TheoryOfChange, new: TheoryOfChange, gone_links: Iterable[Link]
) -> dict[str, Include]:
    """Return the removed theories that are only a box: nobody described them, or a link ends there.

    The elements of a described one are not put back.
    """
    ends = {end for link in gone_links for end in (link.from_, link.to)}
    return {
        id_: evolve(include, theory=None)
        for id_, include in old.includes.items()
        if not is_end(new, id_) and (id_ in ends or not include.theory)
    }


def _with_new_ids(section: str, entry: Entry, new_ids: Mapping[str, str]) -> Entry:
    """Return an old entry with the new names in its references."""
    changed: dict[str, Any] = {}
    for attribute in fields(type(entry)):
        value = getattr(entry, attribute.name)
        if (section, attribute.name.rstrip("_")) not in _REFERRING or not value:
            continue
        if isinstance(value, str):
            changed[attribute.name] = new_ids.get(value, value)
        else:
            changed[attribute.name] = tuple(_claim(item, new_ids) for item in value)
    return evolve(entry, **changed)


def _claim(item: str | tuple[str, ...], new_ids: Mapping[str, str]) -> str | tuple[str, ...]:
    if not isinstance(item, str):  # the causes that an outcome needs together
        return tuple(new_ids.get(id_, id_) for id_ in item)
    parts = (part.strip() for part in item.split("->"))
    return " -> ".join(new_ids.get(part, part) for part in parts)


def _link(link: Link, new_ids: Mapping[str, str]) -> Link:
    return evolve(
        with_new_ends(link, lambda id_: new_ids.get(id_, id_)),
        via=tuple(new_ids.get(id_, id_) for id_ in link.via),
        assumes=tuple(new_ids.get(x, x) if isinstance(x, str) else x for x in link.assumes),
        evidence=tuple(new_ids.get(x, x) if isinstance(x, str) else x for x in link.evidence),
    )
