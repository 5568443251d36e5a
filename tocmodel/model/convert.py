"""Converters: from the values that a field accepts to the value that it holds."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, ValuesView
from types import MappingProxyType
from typing import Any, TypeVar, overload

from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.model.choices import Answer, Choice

C = TypeVar("C", bound=Choice)
K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)
D = TypeVar("D")

FieldValue = str | int | float | bool
"""A value in a partnership's own column (``fields:``)."""


def text(value: object) -> str:
    """Turn a year, or another number in place of text, into text.

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
    """Return a word of a closed set as its member, and any other text unchanged.

    >>> from tocmodel.model.choices import Tier
    >>> word_or_text(Tier, "universal"), word_or_text(Tier, "resilience/odds")
    (<Tier.UNIVERSAL: 'universal'>, 'resilience/odds')
    """
    try:
        return kind(value)
    except ValueError:
        return text(value)


def together(value: Iterable[str | Iterable[str]] | None) -> tuple[tuple[str, ...], ...]:
    """Alternatives, each of several ids together.

    >>> together([["visits", "clubs"], ["grant"]])
    (('visits', 'clubs'), ('grant',))
    """
    return () if value is None else tuple(map(texts, value))


def own_fields(value: Mapping[str, FieldValue] | None) -> "FrozenDict[str, FieldValue]":
    """A partnership's own columns, frozen."""
    return FrozenDict(value) if value else EMPTY


def own_words(value: Mapping[str, str] | None) -> "FrozenDict[str, str]":
    """Words for headings by their keys, frozen."""
    return FrozenDict({key: text(item) for key, item in value.items()}) if value else EMPTY


def answers(value: Mapping[str, Answer | str] | None) -> "FrozenDict[str, Answer]":
    """Answers by the ids of what was asked about, frozen.

    >>> answers({"staff-stay": "no"})
    FrozenDict({'staff-stay': <Answer.NO: 'no'>})
    """
    if value is not None and not isinstance(value, Mapping):
        raise TypeError(f"not a mapping: {value!r}")
    return FrozenDict({key: Answer(item) for key, item in value.items()}) if value else EMPTY


def text_lists(
    value: Mapping[str, str | Iterable[str]] | None,
) -> "FrozenDict[str, tuple[str, ...]]":
    """A mapping from a word to one or several words, frozen."""
    if value is not None and not isinstance(value, Mapping):
        raise TypeError(f"not a mapping: {value!r}")
    return FrozenDict({key: texts(item) for key, item in value.items()}) if value else EMPTY


class FrozenDict(Mapping[K, V_co]):
    """A mapping that cannot be changed, compares by content and can be pickled.

    A missing key raises an ``UnknownIdError``, whose message names the nearest key.
    """

    __slots__ = ("_items",)
    _items: Mapping[K, V_co]

    def __init__(self, items: Mapping[K, V_co] = MappingProxyType({})) -> None:
        object.__setattr__(self, "_items", dict(items))

    def __getitem__(self, key: K) -> V_co:
        try:
            return self._items[key]
        except KeyError:
            raise UnknownIdError(
                f"no entry '{key}'{did_you_mean(str(key), map(str, self._items))}"
            ) from None

    def __contains__(self, key: object) -> bool:
        return key in self._items

    @overload
    def get(self, key: K, default: None = None, /) -> V_co | None: ...
    @overload
    def get(self, key: K, default: D, /) -> V_co | D: ...
    def get(self, key: K, default: D | None = None, /) -> V_co | D | None:
        """Return the value of a key, without looking for the nearest key if it is missing."""
        return self._items.get(key, default)

    def keys(self) -> KeysView[K]:
        """Return the keys; like those of any dictionary, they cannot change it."""
        return self._items.keys()

    def values(self) -> ValuesView[V_co]:
        """Return the values."""
        return self._items.values()

    def items(self) -> ItemsView[K, V_co]:
        """Return the keys, each with its value."""
        return self._items.items()

    def __iter__(self) -> Iterator[K]:
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


EMPTY: FrozenDict[Any, Any] = FrozenDict()
"""The one empty mapping: most entries have two, and a large theory would hold thousands."""
