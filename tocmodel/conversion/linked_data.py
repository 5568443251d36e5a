"""The objects of a JSON-LD file, by their addresses and with their names without prefixes.

This is not a whole JSON-LD processor: it reads no context, which could be anywhere on the web. It
understands what programs write: lists, graphs, and objects inside one another.
"""

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from tocmodel.conversion.faults import unreadable

MOST_OBJECTS = 50_000


@frozen
class Thing:
    """An object.

    Attributes:
        id: its address; one without an address has a number instead.
        kinds: its types, without prefixes.
        properties: the values of each property; of an object inside it, the address.
    """

    id: str
    kinds: tuple[str, ...] = ()
    properties: dict[str, list[Any]] = field(factory=dict)

    def text(self, *names: str) -> str:
        """Return the first text or number of these properties; empty if there is none."""
        for name in names:
            for value in self.properties.get(name, ()):
                if isinstance(value, str | int | float) and not isinstance(value, bool):
                    return str(value).strip()
        return ""

    def ids(self, *names: str) -> list[str]:
        """Return the addresses in these properties."""
        values = (value for name in names for value in self.properties.get(name, ()))
        return [value for value in values if isinstance(value, str)]


def read_things(data: Any, name: str) -> dict[str, Thing]:
    """Return all objects by their addresses, in the order of the file.

    >>> things = read_things({"@id": "#a", "cids:hasOutput": {"@id": "#b", "@type": "Output"}}, "")
    >>> things["#a"].properties, things["#b"].kinds
    ({'hasOutput': ['#b']}, ('Output',))

    Raises:
        ForeignFileError: there are too many.
    """
    collector = _Collector(name)
    waiting: list[Any] = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            waiting.extend(reversed(list(collector.add(item))))
    return collector.things


def local_name(name: Any) -> str:
    """Return a name without its prefix or address.

    >>> local_name("cids:Outcome"), local_name("https://ontology.commonapproach.org/cids#Outcome")
    ('Outcome', 'Outcome')
    """
    return str(name).rpartition("#")[2].rpartition("/")[2].rpartition(":")[2]


@frozen
class _Collector:
    name: str
    things: dict[str, Thing] = field(factory=dict)
    numbers: list[int] = field(factory=lambda: [0])

    def add(self, item: dict[str, Any]) -> Iterator[Any]:
        """Add an object; yield what is inside it."""
        kinds = tuple(map(local_name, _listed(item.get("@type", item.get("type")))))
        if "@graph" in item:
            yield item["@graph"]
            if not kinds:
                return
        thing = self._thing(self._id(item), kinds)
        for key, value in item.items():
            if key.startswith("@"):
                continue
            values = thing.properties.setdefault(local_name(key), [])
            for part in _listed(value):
                if isinstance(part, dict) and "@value" not in part:
                    values.append(self._id(part))
                    yield part
                else:
                    values.append(part["@value"] if isinstance(part, dict) else part)

    def _thing(self, id_: str, kinds: tuple[str, ...]) -> Thing:
        before = self.things.get(id_, Thing(id_))
        if len(self.things) >= MOST_OBJECTS:
            raise unreadable(self.name, f"the file has more than {MOST_OBJECTS:,} objects")
        self.things[id_] = Thing(id_, before.kinds or kinds, before.properties)
        return self.things[id_]

    def _id(self, item: dict[str, Any]) -> str:
        """Return the address of an object; one without gets a number, and keeps it."""
        id_ = item.get("@id", item.get("id"))
        if not isinstance(id_, str) or not id_:
            self.numbers[0] += 1
            id_ = item["@id"] = f"object {self.numbers[0]}"
        return id_


def _listed(value: Any) -> list[Any]:
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    return value if isinstance(value, list) else [] if value is None else [value]
