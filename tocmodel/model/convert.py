"""Converters: what may be given for a field, and what the field then holds."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from tocmodel.model.choices import Choice

C = TypeVar("C", bound=Choice)

FieldValue = str | int | float | bool
"""A value in a partnership's own column (``fields:``)."""


def text(value: object) -> str:
    """Turn a year or another number given where text is meant into text.

    >>> text(2018)
    '2018'
    """
    return value if isinstance(value, str) else str(value)


def texts(value: str | Iterable[str] | None) -> tuple[str, ...]:
    """One text or several, as a tuple.

    >>> texts("wellbeing")
    ('wellbeing',)
    """
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    return tuple(value)


def word_or_text(kind: type[C], value: C | str) -> C | str:
    """A word of a closed set, where it is one of its words; any other text as it is.

    >>> from tocmodel.model.choices import Tier
    >>> word_or_text(Tier, "universal"), word_or_text(Tier, "resilience/odds")
    (<Tier.UNIVERSAL: 'universal'>, 'resilience/odds')
    """
    try:
        return kind(value)
    except ValueError:
        return text(value)


def own_fields(value: Mapping[str, FieldValue] | None) -> "FrozenDict":
    """A partnership's own columns, frozen."""
    return FrozenDict(value) if value else EMPTY


def text_lists(value: Mapping[str, str | Iterable[str]] | None) -> "FrozenDict":
    """A mapping from a word to one or several words, frozen."""
    if value is not None and not isinstance(value, Mapping):
        raise TypeError(f"not a mapping: {value!r}")
    return FrozenDict({key: texts(item) for key, item in value.items()}) if value else EMPTY


class FrozenDict(Mapping[str, Any]):
    """A mapping that cannot be changed, compares by content and can be pickled."""

    __slots__ = ("_items",)
    _items: Mapping[str, Any]

    def __init__(self, items: Mapping[str, Any] = MappingProxyType({})) -> None:
        object.__setattr__(self, "_items", dict(items))

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of a key without looking for the nearest key where there is none."""
        return self._items.get(key, default)

    def __iter__(self) -> Any:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Mapping):
            return dict(self._items) == dict(other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset(self._items))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({dict(self._items)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (dict(self._items),))


EMPTY = FrozenDict()
"""The one empty mapping: most entries have two, and a large theory would hold thousands."""
