"""Ids that are named but stand nowhere: each is told once, with all the places that name it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from tocmodel.diagnostics import Pointer, Problem, did_you_mean
from tocmodel.ids.advice import advice, id_of, wanted
from tocmodel.ids.known import Known
from tocmodel.model import REFERENCES, Reference, TheoryOfChange
from tocmodel.schema.arrows import chain, has_other_arrow
from tocmodel.values import frozen


@frozen
class _Named:
    """A name that leads nowhere, where it stands, and what was looked for."""

    name: str
    at: Pointer
    reference: Reference
    link: bool = False


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
    known = Known(data, included)
    groups: dict[tuple[str, str], list[_Named]] = {}
    for named in _all(data, known):
        groups.setdefault((named.name, wanted(named.reference.targets)), []).append(named)
    for number, (first, *others) in enumerate(groups.values()):
        if number < _MOST_ADVICE:
            message, help_ = (_of_a_link if first.link else _of_an_id)(first, known)
        else:
            noun = "link" if first.link else wanted(first.reference.targets)
            message, help_ = f"no {noun} '{first.name:.200}'", ""
        also = tuple(other.at for other in others)
        yield Problem(message=message, pointer=first.at, help=help_, also=also)


_MOST_ADVICE = 100
"""To look for what is near takes long, and nobody reads more before checking again."""


def explained(problems: Iterable[Problem], data: Any) -> set[Pointer]:
    """Return the places where it need not be said as well that a name is not written as an id."""
    found: set[Pointer] = set()
    for problem in problems:
        for pointer in (problem.pointer, *problem.also):
            found.add(pointer)
            if len(pointer) == len(("links", 0, 1)) and pointer[0] == "links":
                text = data["links"][pointer[1]]
                if isinstance(text, str) and not has_other_arrow(text):
                    found.add(pointer[:2])
    return found


def _of_an_id(named: _Named, known: Known) -> tuple[str, str]:
    return advice(named.name, named.reference, known)


def _of_a_link(named: _Named, known: Known) -> tuple[str, str]:
    """Say what is wrong with a link that is named and is not there."""
    targets = named.reference.targets
    first, last = named.name.split(" -> ")
    meant = id_of(first, targets, known), id_of(last, targets, known)
    if meant != (first, last) and meant in known.links:
        return f"'{named.name}' names a link by titles; write {meant[0]} -> {meant[1]}", ""
    near = did_you_mean(named.name, (f"{a} -> {b}" for a, b in sorted(known.links)))
    if (last, first) in known.links:
        near = f"; did you mean '{last} -> {first}'?"
    help_ = "" if near else "add it under 'links', or correct the ids"
    return f"no link '{named.name}'{near}", help_


_Table = dict[str, list[tuple[tuple[str, ...], Reference]]]


def _tables() -> dict[str, _Table]:
    tables: dict[str, _Table] = {}
    for reference in REFERENCES:
        first, *rest = reference.field.split("/")
        table = tables.setdefault(reference.section, {})
        table.setdefault(first, []).append((tuple(rest), reference))
    return tables


_TABLES = _tables()


def _all(data: Mapping[str, Any], known: Known) -> Iterator[_Named]:
    """Find every name that leads nowhere, in the order of the file."""
    for name, section in data.items():
        table = _TABLES.get(name)
        if table is None:
            continue
        if name in ("place", "revision"):
            yield from _in_entry((name,), section, table, known)
        elif isinstance(section, Mapping) and name not in _LISTS:
            for id_, body in section.items():
                yield from _in_entry((name, id_), body, table, known)
        elif isinstance(section, list) and name in _LISTS:
            for index, item in enumerate(section):
                yield from _in_entry((name, index), item, table, known)


_LISTS = ("links", "waivers")


def _in_entry(at: Pointer, body: Any, table: _Table, known: Known) -> Iterator[_Named]:
    if isinstance(body, str) and at[0] == "links":
        reference = table["from"][0][1]
        for position, id_ in enumerate(chain(body)):
            yield from _unless_known(id_, (*at, position), reference, known)
    if not isinstance(body, Mapping):
        return
    for key, value in body.items():
        if key == "source" and at[0] == "links" and "from" not in body and _is(value, known):
            continue  # the start of the arrow is meant, and asked for elsewhere
        for rest, reference in table.get(key, ()):
            if isinstance(value, str) and known.sections.get(value) in reference.targets:
                continue  # as nearly always: nothing to look into
            yield from _in_value((*at, key), value, rest, reference, known)


def _is(value: Any, known: Known) -> bool:
    return isinstance(value, str) and value in known.sections


def _in_value(
    at: Pointer, value: Any, rest: tuple[str, ...], reference: Reference, known: Known
) -> Iterator[_Named]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _in_value((*at, index), item, rest, reference, known)
    elif rest:
        if isinstance(value, Mapping) and rest[0] in value:
            yield from _in_value((*at, rest[0]), value[rest[0]], rest[1:], reference, known)
    elif isinstance(value, str):
        yield from _unless_known(value, at, reference, known)


def _unless_known(value: str, at: Pointer, reference: Reference, known: Known) -> Iterator[_Named]:
    if reference.links and "->" in value:
        for pair in pairwise(chain(value)):
            if pair not in known.links and not any(map(known.cannot_tell, pair)):
                yield _Named(f"{pair[0]} -> {pair[1]}", at, reference, link=True)
    elif not (
        known.sections.get(value) in reference.targets
        or known.cannot_tell(value)
        or known.respelt.get(value) in reference.targets
    ):
        yield _Named(value, at, reference)
