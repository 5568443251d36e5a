"""Classes of values: ``attrs.frozen``, whose methods are made when a class is first used.

attrs writes and compiles the methods of a class where the class is defined, which takes most of a
millisecond. tocmodel has two hundred such classes, and checking or drawing one theory makes values
of some twenty. So ``frozen`` only notes what attrs is to do; the first value of the class, or the
first look at its fields, lets attrs do it. In all else a class is what attrs makes of it.
"""

from collections.abc import Callable
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
            making = _Making(unmade, kw_only=kw_only, eq=eq)
            for name in _NAMES + _COMPARING if eq else _NAMES:
                setattr(unmade, name, _Later(making, name))
            return unmade

        return put_off if cls is None else put_off(cls)

    def optional(converter):
        """Convert what is not ``None``; attrs' own would first inspect the converter."""

        def convert(value):
            return None if value is None else converter(value)

        return convert


__all__ = ["field", "frozen", "optional"]

_NAMES = ("__attrs_attrs__", "__init__", "__repr__", "__setattr__", "__delattr__")
_COMPARING = ("__eq__", "__ne__", "__hash__")
_LOCK = RLock()


class _Making:
    """What attrs is to make of a class, until it has been made."""

    __slots__ = ("begun", "cls", "eq", "kw_only")

    def __init__(self, cls: type, *, kw_only: bool, eq: bool) -> None:
        self.cls = cls
        self.kw_only = kw_only
        self.eq = eq
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
                    eq=self.eq,
                )
            made = vars(self.cls)[name]
        if isinstance(made, _Later):
            raise AttributeError(f"{name} of {self.cls.__name__} is asked for while it is made")
        return made


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
