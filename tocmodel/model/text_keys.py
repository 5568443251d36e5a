"""The keys whose values are always text, whatever they look like.

``title: 2018`` is the text "2018", ``at: 5.10`` keeps its last digit and ``year: 2019`` is the name
of a year, not a count. A key is one of them if it holds text, or a word of a closed set, wherever
the classes have it.
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, get_args, get_origin

from attrs import fields, has

from tocmodel.model.convert import FrozenDict
from tocmodel.model.figure import Figure
from tocmodel.model.theory import TheoryOfChange


def text_keys_of(whole: type) -> frozenset[str]:
    """Return the text keys of a class of files, such as that of a theory or a framework."""
    texts: set[str] = set()
    numbers: set[str] = set()
    for kind in _held(whole, {}):
        for item in fields(kind):
            held = set(_classes(item.type)) if item.eq else set()  # only what a file has
            name = item.name.rstrip("_")
            if any(issubclass(one, str) for one in held):
                texts.add(name)
            if not held.isdisjoint((int, float, bool, Figure)):
                numbers.add(name)
    return frozenset(texts - numbers - {"id"})


def _held(kind: type, known: dict[type, None]) -> dict[type, None]:
    """Return a class and all the classes that its fields hold, directly or further in."""
    if kind not in known:
        known[kind] = None
        for item in fields(kind):
            for one in _classes(item.type):
                if has(one):
                    _held(one, known)
    return known


@cache
def _classes(hint: Any) -> tuple[type, ...]:
    """Return the classes in an annotation; of a mapping, only those that have fields in turn."""
    if get_origin(hint) is FrozenDict:
        return tuple(one for one in _classes(get_args(hint)[1]) if has(one))
    if get_origin(hint) is Mapping:
        return _classes(get_args(hint)[1])
    if arguments := get_args(hint):
        return tuple(one for argument in arguments for one in _classes(argument))
    return (hint,) if isinstance(hint, type) else ()


TEXT_KEYS = text_keys_of(TheoryOfChange) | {"rule"}  # the older word for the `check` of a waiver

_OF_DATA = frozenset(
    ("title", "file", "sheet", "connection", "table", "column", "time", "each", "by", "condition")
)

TEXT_KEYS_BELOW: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "fields": frozenset(),
        "links": TEXT_KEYS | {"from", "to"},
        "votes": TEXT_KEYS,
        "data": _OF_DATA,
        "signs": _OF_DATA,
        "dose": TEXT_KEYS | {"how_many"},
    }
)
"""The keys below these do not follow the text keys.

``fields`` has the partnership's own columns, where a number is a number. ``from`` and ``to``
name elements in a link, but are the numbers of a range in a figure, such as the votes for a link.
Data have columns that people named, such as ``year``, whose numbers are numbers. The ``how_many``
of a dose is text, though that of a tipping point is a number.
"""
