"""Report each unknown id once, with all the places that use it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

from attrs import frozen

from tocmodel.diagnostics import MOST_SUGGESTIONS, Pointer, Problem, did_you_mean
from tocmodel.fileformat.ids.advice import advice, expected_words, of_an_arrow
from tocmodel.fileformat.ids.known_ids import KnownIds
from tocmodel.model import REFERENCES, Reference, TheoryOfChange
from tocmodel.schema.arrows import chain, has_other_arrow


@frozen
class _UnknownName:
    """A name without an entry, its place, and the kind of entry expected."""

    name: str
    at: Pointer
    reference: Reference
    link: bool = False
    arrow: bool = False


def unknown_ids(
    data: Any, included: Mapping[str, TheoryOfChange] = MappingProxyType({})
) -> Iterator[Problem]:
    """Yield a problem for each id that does not exist or has the wrong kind of entry.

    Args:
        data: the plain data of a file.
        included: the theories that it includes, by the ids of their includes.
    """
    if not isinstance(data, Mapping):
        return
    known = KnownIds(data, included)
    groups: dict[tuple[str, str], list[_UnknownName]] = {}
    for named in _all(data, known):
        groups.setdefault((named.name, expected_words(named.reference.targets)), []).append(named)
    for number, (first, *others) in enumerate(groups.values()):
        if number < MOST_SUGGESTIONS:
            message, help_ = _advice(first, known)
        else:
            noun = "link" if first.link else expected_words(first.reference.targets)
            message, help_ = f"no {noun} '{first.name:.200}'", ""
        also = tuple(other.at for other in others)
        key = first.reference.keys
        yield Problem(message=message, pointer=first.at, help=help_, key=key, also=also)


def places_already_explained(problems: Iterable[Problem], data: Any) -> set[Pointer]:
    """Return the places whose names need not be reported as malformed ids too."""
    found: set[Pointer] = set()
    for problem in problems:
        for pointer in (problem.pointer, *problem.also):
            found.add(pointer)
            if len(pointer) == len(("links", 0, 1)) and pointer[0] == "links":
                text = data["links"][pointer[1]]
                if isinstance(text, str) and not has_other_arrow(text):
                    found.add(pointer[:2])
    return found


def _advice(named: _UnknownName, known: KnownIds) -> tuple[str, str]:
    if named.arrow:
        return of_an_arrow(named.name, known)
    return _of_a_link(named, known) if named.link else advice(named.name, named.reference, known)


def _of_a_link(named: _UnknownName, known: KnownIds) -> tuple[str, str]:
    """Return the message and help for a missing link."""
    targets = named.reference.targets
    first, last = named.name.split(" -> ")
    meant = known.meant(first, targets), known.meant(last, targets)
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


def _all(data: Mapping[str, Any], known: KnownIds) -> Iterator[_UnknownName]:
    """Find every name without an entry, in file order."""
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


def _in_entry(at: Pointer, body: Any, table: _Table, known: KnownIds) -> Iterator[_UnknownName]:
    if isinstance(body, str) and at[0] == "links":
        yield from _in_chain(at, body, table["from"][0][1], known)
    if not isinstance(body, Mapping):
        return
    for key, value in body.items():
        if key == "source" and at[0] == "links" and "from" not in body and _is(value, known):
            continue  # this means the start of the arrow, which is reported elsewhere
        for rest, reference in table.get(key, ()):
            if isinstance(value, str) and known.sections.get(value) in reference.targets:
                continue  # the usual case: nothing to report
            yield from _in_value((*at, key), value, rest, reference, known)


def _in_chain(
    at: Pointer, text: str, reference: Reference, known: KnownIds
) -> Iterator[_UnknownName]:
    names = known.chain(text)
    found = [
        named
        for place, name in enumerate(names)
        for named in _unless_known(name, (*at, place), reference, known)
    ]
    if found:
        has_arrow = known.title_in_chain(text) is not None
    else:  # the names are known, but not by the arrows that the model knows
        other = has_other_arrow(text) and not known.is_chain(text)
        has_arrow = other and _is_chain_by_schema(text)
    if has_arrow:
        yield _UnknownName(text, at, reference, arrow=True)
    else:
        yield from found


def _is_chain_by_schema(text: str) -> bool:
    """Return whether the schema accepts a chain; it refuses one without any ``->``."""
    from tocmodel.schema.schema_files import load_schema  # noqa: PLC0415  # rarely needed

    return re.search(load_schema("theory")["$defs"]["link"]["pattern"], text) is not None


def _is(value: Any, known: KnownIds) -> bool:
    return isinstance(value, str) and value in known.sections


def _in_value(
    at: Pointer, value: Any, rest: tuple[str, ...], reference: Reference, known: KnownIds
) -> Iterator[_UnknownName]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _in_value((*at, index), item, rest, reference, known)
    elif reference.keys:
        for key in value if isinstance(value, Mapping) else ():
            yield from _unless_known(str(key), (*at, key), reference, known)
    elif rest[:1] == ("*",):
        for name in value if isinstance(value, Mapping) else ():
            yield from _in_value((*at, name), value[name], rest[1:], reference, known)
    elif rest:
        if isinstance(value, Mapping) and rest[0] in value:
            yield from _in_value((*at, rest[0]), value[rest[0]], rest[1:], reference, known)
    elif isinstance(value, str):
        yield from _unless_known(value, at, reference, known)


def _takes_titles(reference: Reference) -> bool:
    return reference.section == "links" and reference.field in ("from", "to")


def _unless_known(
    value: str, at: Pointer, reference: Reference, known: KnownIds
) -> Iterator[_UnknownName]:
    if reference.links and "->" in value:
        for pair in pairwise(chain(value)):
            if pair not in known.links and not any(map(known.cannot_tell, pair)):
                yield _UnknownName(f"{pair[0]} -> {pair[1]}", at, reference, link=True)
    elif not (
        known.sections.get(value) in reference.targets
        or known.is_word(value, reference)
        or (_takes_titles(reference) and known.end_meant(value))
        or known.cannot_tell(value)
        or known.respelt.get(value) in reference.targets
    ):
        yield _UnknownName(value, at, reference)
