"""Ids that are named but stand nowhere, and ids that stand twice.

Works on plain data, so that a file with other mistakes in it is looked through all the same.
"""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from tocmodel.diagnostics import Pointer, Problem, did_you_mean
from tocmodel.model import REFERENCES, SECTIONS, Reference, TheoryOfChange
from tocmodel.model.joining import included_ids
from tocmodel.values import frozen

_SINGULAR = {
    "sources": "source",
    "includes": "included theory",
    "groups": "group",
    "partners": "partner",
    "conditions": "condition",
    "assets": "asset",
    "inputs": "input",
    "mechanisms": "mechanism",
    "outcomes": "outcome",
    "assumptions": "assumption",
    "indicators": "indicator",
    "evidence": "piece of evidence",
    "spaces": "space",
    "value_creation": "value",
}

_SHARED_IDS = tuple(name for name in SECTIONS if name != "views")
"""Views have ids of their own: a picture may be called after what it shows."""


@frozen
class _Known:
    """Which ids there are, and in which section each stands."""

    sections: Mapping[str, str]
    links: frozenset[tuple[str, str]]
    unread: frozenset[str] = frozenset()

    def cannot_tell(self, id_: str) -> bool:
        """Say whether an id is one in a theory that could not be read, which is said elsewhere."""
        outer, slash, _ = id_.partition("/")
        return bool(slash) and outer in self.unread


def unknown_ids(
    data: Any, included: Mapping[str, TheoryOfChange] = MappingProxyType({})
) -> Iterator[Problem]:
    """Yield a problem for each id that nothing has, or that names the wrong kind of thing.

    Args:
        data: the plain data of a file.
        included: the theories that it includes, by the ids of their includes.
    """
    if not isinstance(data, Mapping):
        return
    known = _known(data, included)
    for name, table in _TABLES.items():
        section = data.get(name)
        if name in ("place", "revision"):
            yield from _in_entry((name,), section, table, known)
        elif isinstance(section, Mapping):
            for id_, body in section.items():
                yield from _in_entry((name, id_), body, table, known)
        elif isinstance(section, list):
            for index, item in enumerate(section):
                yield from _in_entry((name, index), item, table, known)


def doubled_ids(data: Any) -> Iterator[Problem]:
    """Yield a problem for each id that stands in a second section."""
    if not isinstance(data, Mapping):
        return
    first: dict[str, str] = {}
    for name in _SHARED_IDS:
        for id_ in _mapping(data.get(name)):
            if id_ in first:
                yield Problem(
                    message=f"the id '{id_}' is taken: it stands in {first[id_]} too",
                    pointer=(name, id_),
                    help="ids are unique in the whole file; give one of the two another id",
                    key=True,
                )
            else:
                first[id_] = name


def _known(data: Mapping[str, Any], included: Mapping[str, TheoryOfChange]) -> _Known:
    sections = {id_: name for name in ("views", *_SHARED_IDS) for id_ in _mapping(data.get(name))}
    links = set(_pairs(data.get("links")))
    unread = {id_ for id_ in _mapping(data.get("includes")) if id_ not in included}
    for include, theory in included.items():
        whole = theory.whole
        for name in _SHARED_IDS:
            sections.update((f"{include}/{id_}", name) for id_ in getattr(whole, name))
        sections.update((f"{include}/{id_}", "includes") for id_ in included_ids(theory))
        links.update((f"{include}/{link.from_}", f"{include}/{link.to}") for link in whole.links)
    return _Known(sections, frozenset(links), frozenset(unread))


_Table = dict[str, list[tuple[tuple[str, ...], Reference]]]


def _tables() -> dict[str, _Table]:
    tables: dict[str, _Table] = {}
    for reference in REFERENCES:
        first, *rest = reference.field.split("/")
        table = tables.setdefault(reference.section, {})
        table.setdefault(first, []).append((tuple(rest), reference))
    return tables


_TABLES = _tables()


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _pairs(links: Any) -> Iterator[tuple[str, str]]:
    for item in links if isinstance(links, list) else ():
        if isinstance(item, str):
            ids = _chain(item)
            yield from pairwise(ids)
        elif isinstance(item, Mapping):
            yield str(item.get("from")), str(item.get("to"))


def _chain(text: str) -> list[str]:
    return [part.strip() for part in text.split("->")]


def _in_entry(at: Pointer, body: Any, table: _Table, known: _Known) -> Iterator[Problem]:
    if isinstance(body, str) and at[0] == "links":
        reference = table["from"][0][1]
        for position, id_ in enumerate(_chain(body)):
            yield from _named(id_, (*at, position), reference, known)
    if not isinstance(body, Mapping):
        return
    for key, value in body.items():
        for rest, reference in table.get(key, ()):
            if isinstance(value, str) and known.sections.get(value) in reference.targets:
                continue  # as nearly always: nothing to look into
            yield from _in_value((*at, key), value, rest, reference, known)


def _in_value(
    at: Pointer, value: Any, rest: tuple[str, ...], reference: Reference, known: _Known
) -> Iterator[Problem]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _in_value((*at, index), item, rest, reference, known)
    elif rest:
        if isinstance(value, Mapping) and rest[0] in value:
            yield from _in_value((*at, rest[0]), value[rest[0]], rest[1:], reference, known)
    elif isinstance(value, str):
        yield from _named(value, at, reference, known)


def _named(value: str, at: Pointer, reference: Reference, known: _Known) -> Iterator[Problem]:
    if reference.links and "->" in value:
        ids = _chain(value)
        for pair in pairwise(ids):
            if pair not in known.links and not any(map(known.cannot_tell, pair)):
                written = f"{pair[0]} -> {pair[1]}"
                near = did_you_mean(written, (f"{a} -> {b}" for a, b in sorted(known.links)))
                yield Problem(message=f"no link '{written}'{near}", pointer=at)
        return
    section = known.sections.get(value)
    if section in reference.targets or known.cannot_tell(value):
        return
    wanted = _wanted(reference.targets)
    if section is not None:
        article = "an" if wanted[0] in "aeiou" else "a"
        message = f"'{value}' stands in {section}, where {article} {wanted} is expected"
    else:
        choices = (id_ for id_, name in known.sections.items() if name in reference.targets)
        message = f"no {wanted} '{value}'{did_you_mean(value, choices)}"
    yield Problem(message=message, pointer=at)


def _wanted(targets: tuple[str, ...]) -> str:
    if len(targets) > 3:
        return "element"
    return " or ".join(_SINGULAR.get(target, target) for target in targets)
