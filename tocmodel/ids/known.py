"""Which ids, titles and links there are."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from typing import Any

from tocmodel.model import SECTIONS, TheoryOfChange
from tocmodel.model.joining import included_ids
from tocmodel.schema.arrows import chain
from tocmodel.values import frozen

_ID = re.compile("[a-z0-9]+(-[a-z0-9]+)*")

SHARED_IDS = tuple(name for name in SECTIONS if name != "views")
"""Views have ids of their own: a picture may be called after what it shows."""


@frozen(eq=False)
class Known:
    """What there is in a file and in the theories that it includes."""

    data: Mapping[str, Any]
    included: Mapping[str, TheoryOfChange]

    @cached_property
    def sections(self) -> Mapping[str, str]:
        """The section of each id; those of included theories have a slash."""
        own = {id_: name for name in ("views", *SHARED_IDS) for id_ in mapping(self.data.get(name))}
        for include, theory in self.included.items():
            whole = theory.whole
            for name in SHARED_IDS:
                own.update((f"{include}/{id_}", name) for id_ in getattr(whole, name))
            own.update((f"{include}/{id_}", "includes") for id_ in included_ids(theory))
        return own

    @cached_property
    def titles(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of all that has a title, by that title as ``folded`` has it."""
        found: dict[str, tuple[str, ...]] = {}
        for id_, title in self._titled():
            if isinstance(title, str):
                found[folded(title)] = (*found.get(folded(title), ()), id_)
        return found

    def _titled(self) -> Iterator[tuple[str, Any]]:
        for name in SHARED_IDS:
            for id_, body in mapping(self.data.get(name)).items():
                yield id_, body if isinstance(body, str) else mapping(body).get("title")
            for include, theory in self.included.items():
                for id_, entry in getattr(theory.whole, name).items():
                    yield f"{include}/{id_}", entry.title

    @cached_property
    def links(self) -> frozenset[tuple[str, str]]:
        """Both ends of each link."""
        own = set(_pairs(self.data.get("links")))
        for include, theory in self.included.items():
            own.update((f"{include}/{x.from_}", f"{include}/{x.to}") for x in theory.whole.links)
        return frozenset(own)

    @cached_property
    def respelt(self) -> Mapping[str, str]:
        """The section of each id that is not written as one, by how it should be written.

        With them the ids that a list has where the section should be a mapping: what is wrong
        with it is reported where it stands.
        """
        misspelt = {as_written(id_): name for id_, name in self.sections.items()}
        listed = {
            id_: name
            for name in SHARED_IDS
            for item in _listed(self.data.get(name))
            if isinstance(id_ := mapping(item).get("id"), str)
        }
        return {**misspelt, **listed}

    def cannot_tell(self, id_: str) -> bool:
        """Say whether an id is one in a theory that could not be read, which is said elsewhere."""
        outer, slash, _ = id_.partition("/")
        includes = mapping(self.data.get("includes"))
        return bool(slash) and outer in includes and outer not in self.included


def as_written(id_: str) -> str:
    """Return an id as it is when it is written as one; the ids of included theories are."""
    if "/" in id_ or _ID.fullmatch(id_):
        return id_
    from tocmodel.schema.respell import as_id  # noqa: PLC0415  # rarely needed

    return as_id(id_)


def mapping(value: Any) -> Mapping[str, Any]:
    """Return a value that is a mapping; an empty one in place of anything else."""
    return value if isinstance(value, Mapping) else {}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def folded(text: str) -> str:
    """Return a title without what people leave out or add when they copy it.

    >>> folded(" “Children read  better.” ") == folded("children read better")
    True
    """
    return " ".join(text.casefold().split()).strip(" .'\"‘’“”")


def _pairs(links: Any) -> Iterator[tuple[str, str]]:
    for item in links if isinstance(links, list) else ():
        if isinstance(item, str):
            yield from pairwise(chain(item))
        elif isinstance(item, Mapping):
            yield str(item.get("from")), str(item.get("to"))
