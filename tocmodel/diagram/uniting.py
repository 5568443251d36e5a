"""Two theories as one: the new one, with what was removed put back."""

from collections.abc import Mapping
from typing import Any

from attrs import evolve, fields

from tocmodel.analysis.difference import Differences
from tocmodel.model import ELEMENT_SECTIONS, REFERENCES, Entry, Link, TheoryOfChange

_REFERRING = frozenset((item.section, item.field) for item in REFERENCES)


def united(old: TheoryOfChange, new: TheoryOfChange, found: Differences) -> TheoryOfChange:
    """Return the new theory together with the elements, groups and links of the old one alone.

    What was renamed keeps its new id, and what comes from the old theory refers to it by that.
    """
    look = found.renamed
    sections: dict[str, Any] = {}
    for name in ("groups", *ELEMENT_SECTIONS):
        gone = {
            id_: _looked_up(name, entry, look)
            for id_, entry in getattr(old, name).items()
            if id_ not in look and id_ not in new.elements and id_ not in new.groups
        }
        if gone:
            sections[name] = {**gone, **getattr(new, name)}
    there = {(link.from_, link.to) for link in new.links}
    links = [_link(link, look) for link in old.links]
    gone_links = [link for link in links if (link.from_, link.to) not in there]
    return evolve(new, links=(*new.links, *gone_links), **sections)


def _looked_up(section: str, entry: Entry, look: Mapping[str, str]) -> Entry:
    """Return an old entry whose references have the new names."""
    changed: dict[str, Any] = {}
    for attribute in fields(type(entry)):
        value = getattr(entry, attribute.name)
        if (section, attribute.name.rstrip("_")) not in _REFERRING or not value:
            continue
        if isinstance(value, str):
            changed[attribute.name] = look.get(value, value)
        else:
            changed[attribute.name] = tuple(_claim(id_, look) for id_ in value)
    return evolve(entry, **changed)


def _claim(id_: str, look: Mapping[str, str]) -> str:
    parts = (part.strip() for part in id_.split("->"))
    return " -> ".join(look.get(part, part) for part in parts)


def _link(link: Link, look: Mapping[str, str]) -> Link:
    return evolve(
        link,
        from_=look.get(link.from_, link.from_),
        to=look.get(link.to, link.to),
        via=tuple(look.get(id_, id_) for id_ in link.via),
        assumes=tuple(look.get(x, x) if isinstance(x, str) else x for x in link.assumes),
        evidence=tuple(look.get(x, x) if isinstance(x, str) else x for x in link.evidence),
    )
