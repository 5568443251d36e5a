"""A base for public attrs classes: a short ``repr``, and a ``help`` that lists everything."""

from collections.abc import Iterable, Iterator, Sized
from enum import EnumMeta
from inspect import cleandoc
from typing import Any

from attrs import Factory, fields

__all__ = ["SelfDescribing"]

_LONGEST_SHOWN = 200
"""The most characters shown of one field: a theory is read in its file, not here."""


class SelfDescribing:
    """A base for attrs classes with a brief ``repr`` and a complete ``help``."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        # attrs does not write a __repr__ for a class that has its own.
        super().__init_subclass__()
        cls.__repr__ = cls.__repr__  # type: ignore[method-assign]

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        # attrs calls this when a class is complete.
        parts = [cleandoc(cls.__doc__ or ""), *_inherited_attributes(cls), *_words_allowed(cls)]
        cls.__doc__ = "\n\n".join(parts)
        _annotate(cls)

    def __repr__(self) -> str:
        """Return the name of the class, and the fields that differ from their defaults."""
        shown = (
            (item.name, getattr(self, item.name))
            for item in fields(type(self))  # type: ignore[arg-type]
            if item.repr and not _is_default(getattr(self, item.name), item.default)
        )
        listed = ", ".join(f"{name}={_brief(value)}" for name, value in shown)
        return f"{type(self).__qualname__.rpartition('>.')[2]}({listed})"


def _inherited_attributes(kind: type) -> Iterator[str]:
    """Yield the attributes listed in the bases' docstrings, which ``help`` does not show."""
    for base in kind.__mro__[1:]:
        _, heading, listed = (vars(base).get("__doc__") or "").partition("\n\nAttributes:\n")
        own, _, _ = listed.partition("\n\n")
        if heading:
            yield f"Attributes of {base.__name__}:\n{own}"


def _words_allowed(kind: type[Any]) -> Iterator[str]:
    """Yield the allowed words of each field with a closed set of words."""
    sets = {item.name: _closed_set(item.type) for item in fields(kind)}
    lines = [f"    {name}: {', '.join(words)}" for name, words in sets.items() if words]
    if lines:
        yield "\n".join(["Words allowed:", *lines])


def _closed_set(hint: Any) -> tuple[str, ...]:
    kinds = getattr(hint, "__args__", (hint,))
    sets: list[Iterable[Any]] = [one for one in kinds if isinstance(one, EnumMeta)]
    return tuple(str(word) for one in sets for word in one)


def _annotate(kind: type[Any]) -> None:
    """Show in the signature the values that a field takes, if its converter does not show them.

    A field with a closed set of words also takes the word as text.
    """
    annotations = kind.__init__.__annotations__
    for item in fields(kind):
        if item.init and item.alias not in annotations and item.type is not None:
            annotations[item.alias] = item.type | str if _closed_set(item.type) else item.type


def _brief(value: object) -> str:
    """Return a value as Python writes it, or a summary if that would be long.

    >>> _brief("a short text"), _brief(tuple(range(100)))
    ("'a short text'", '<100 items>')
    """
    text = repr(value)
    if len(text) <= _LONGEST_SHOWN:
        return text
    if isinstance(value, str):
        return f"{text[: _LONGEST_SHOWN - 1]}…"
    return f"<{len(value)} items>" if isinstance(value, Sized) else f"<{type(value).__name__}>"


def _is_default(value: object, default: Any) -> bool:
    if isinstance(default, Factory):  # type: ignore[arg-type]  # a class, though not typed so
        return not value
    return type(value) is type(default) and bool(value == default)
