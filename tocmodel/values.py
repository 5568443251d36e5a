"""Classes of values: ``attrs.frozen``, at a lower price for a program that starts often.

attrs writes and compiles the methods of a class where the class is defined, which takes most of a
millisecond. tocmodel has two hundred such classes, and checking or drawing one theory makes values
of some thirty. So ``frozen`` only notes what attrs is to do; the first value of the class, or the
first look at its fields, lets attrs do it. Comparing and printing are written once, for all.
In all else a class is what attrs makes of it, without slots.
"""

from collections.abc import Callable, Sized
from enum import EnumMeta
from functools import cache
from operator import attrgetter
from threading import RLock
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:  # type checkers know attrs, and what they know of it holds
    from attrs import field, frozen
    from attrs.converters import optional
else:
    field = attrs.field

    def frozen(cls=None, /, *, kw_only=False, eq=True):
        """Make a class of frozen values, as ``attrs.frozen`` does, later and without slots."""

        def put_off(unmade):
            making = _Making(unmade, kw_only=kw_only)
            for name in _LATER:
                setattr(unmade, name, _Later(making, name))
            if "__repr__" not in vars(unmade):
                unmade.__repr__ = _shown
            if eq:
                unmade.__eq__ = _is_equal
                unmade.__hash__ = _hashed
            unmade.__doc__ = _Documented(unmade.__doc__ or "")
            return unmade

        return put_off if cls is None else put_off(cls)

    def optional(converter):
        """Convert what is not ``None``; attrs' own would first inspect the converter."""

        def convert(value):
            return None if value is None else converter(value)

        return convert


__all__ = ["field", "frozen", "optional"]

_LONGEST_SHOWN = 200
"""How many characters of one field are shown: a theory is read in its file, not here."""

_LATER = ("__attrs_attrs__", "__init__", "__setattr__", "__delattr__")
_LOCK = RLock()


class _Making:
    """What attrs is to make of a class, until it has been made."""

    __slots__ = ("begun", "cls", "kw_only")

    def __init__(self, cls: type, *, kw_only: bool) -> None:
        self.cls = cls
        self.kw_only = kw_only
        self.begun = False

    def finish(self, name: str) -> Any:
        """Return what attrs makes under this name; a second thread waits until it is there."""
        with _LOCK:
            if not self.begun:
                self.begun = True
                attrs.frozen(
                    self.cls,
                    slots=False,  # with slots attrs returns another class than it was given
                    auto_attribs=True,
                    auto_detect=False,  # it would take what stands there until now for our own
                    kw_only=self.kw_only,
                    eq=False,
                    repr=False,
                )
                _annotate(self.cls)
            made = vars(self.cls)[name]
        if isinstance(made, _Later):
            raise AttributeError(f"{name} of {self.cls.__name__} is asked for while it is made")
        return made


class _Documented(str):
    """The docstring of a class; when it is read, the attributes of its bases are added.

    ``help`` shows the docstring of a class and not those of its bases, so that nobody would learn
    there of the title of an outcome.
    """

    __slots__ = ()

    def __get__(self, _value: object, owner: type) -> str:
        from inspect import cleandoc  # noqa: PLC0415  # these two only for who reads it

        from tocmodel.docstrings import attributes  # noqa: PLC0415

        text = cleandoc(self)
        for kind, listed in attributes(owner).items():
            if kind is not owner:
                lines = "".join(f"\n    {name}: {meaning}" for name, meaning in listed.items())
                text += f"\n\nAttributes of {kind.__name__}:{lines}"
        return text


def _annotate(kind: type[Any]) -> None:
    """Say in the signature what fields take whose converter does not say it.

    Where it takes a word of a closed set, the word as a text will do.
    """
    said = kind.__init__.__annotations__
    for item in attrs.fields(kind):
        if item.init and item.alias not in said and item.type is not None:
            kinds = getattr(item.type, "__args__", (item.type,))
            is_word = any(isinstance(one, EnumMeta) for one in kinds)
            said[item.alias] = item.type | str if is_word else item.type


class _Later:
    """Stands for a method or attribute of a class until attrs has made it."""

    __slots__ = ("making", "name")

    def __init__(self, making: _Making, name: str) -> None:
        self.making = making
        self.name = name

    def __get__(self, value: object, owner: type) -> Any:
        made: Any = self.making.finish(self.name)
        bind: Callable[..., Any] | None = getattr(made, "__get__", None)
        return bind(value, owner) if bind else made


def _is_equal(self: Any, other: object) -> Any:
    compared = _compared(self.__class__)
    if other.__class__ is not self.__class__:
        return NotImplemented
    return compared(self) == compared(other)


def _hashed(self: Any) -> int:
    return hash((self.__class__, _compared(self.__class__)(self)))


def _shown(self: Any) -> str:
    """Return the name of the class and the fields that are not as they are where left out."""
    shown = (
        (item.name, getattr(self, item.name))
        for item in attrs.fields(self.__class__)
        if item.repr and not _is_left_out(getattr(self, item.name), item.default)
    )
    fields = ", ".join(f"{name}={_brief(value)}" for name, value in shown)
    return f"{self.__class__.__qualname__.rpartition('>.')[2]}({fields})"


def _brief(value: object) -> str:
    """Return a value as Python writes it, or what it is where that would be long.

    >>> _brief("a short text"), _brief(tuple(range(100)))
    ("'a short text'", '<100 items>')
    """
    text = repr(value)
    if len(text) <= _LONGEST_SHOWN:
        return text
    if isinstance(value, str):
        return f"{text[: _LONGEST_SHOWN - 1]}…"
    return f"<{len(value)} items>" if isinstance(value, Sized) else f"<{type(value).__name__}>"


def _is_left_out(value: object, default: Any) -> bool:
    if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, though not typed so
        return not value
    return type(value) is type(default) and bool(value == default)


@cache
def _compared(kind: type[Any]) -> Callable[[Any], Any]:
    names = [item.name for item in attrs.fields(kind) if item.eq]
    return attrgetter(*names) if names else lambda _value: ()
