"""Replace the titles at the ends of links with ids."""

from collections.abc import Mapping
from operator import is_
from types import MappingProxyType
from typing import Any

from tocmodel.fileformat.ids.known_ids import KnownIds, as_mapping
from tocmodel.model import TheoryOfChange

_NONE: Mapping[str, TheoryOfChange] = MappingProxyType({})


def with_ids(data: Any, included: Mapping[str, TheoryOfChange] = _NONE) -> Any:
    """Return the plain data of a file with ids for the titles at the ends of its links.

    A name that is no id, and not the title of one entry alone, stays as it is.

    >>> data = {"outcomes": {"fed": {"title": "Children are fed"}}}
    >>> with_ids({**data, "links": ["club -> children  are fed"]})["links"]
    ['club -> fed']

    Args:
        data: the plain data of a file.
        included: the theories that it includes, by the ids of their includes.
    """
    links = as_mapping(data).get("links")
    if not isinstance(links, list):
        return data
    known = KnownIds(data, included)
    written = [_with_ids(item, known) for item in links]
    is_as_before = all(map(is_, written, links))
    return data if is_as_before else {**data, "links": written}


def _with_ids(item: Any, known: KnownIds) -> Any:
    """Return a link with ids for titles; the same object where there is no title."""
    if isinstance(item, str):
        names = [name.strip() for name in item.split("->")]
        ids = [_id(name, known) for name in names]
        return item if ids == names else " -> ".join(ids)
    if not isinstance(item, Mapping):
        return item
    cause, effect = item.get("from"), item.get("to")
    new_cause, new_effect = _end(cause, known), _end(effect, known)
    if new_cause is cause and new_effect is effect:
        return item
    return {**item, "from": new_cause, "to": new_effect}


def _end(value: Any, known: KnownIds) -> Any:
    if isinstance(value, str):
        return _id(value, known)
    if not isinstance(value, list):
        return value
    ends = [_end(name, known) for name in value]
    return value if ends == value else ends


def _id(name: str, known: KnownIds) -> str:
    """Return the id for a name; a name that is an id, as most are, needs no other look."""
    return name if name in known.sections else known.end_meant(name) or name
