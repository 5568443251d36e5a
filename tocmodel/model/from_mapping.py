"""Values from mappings of their fields, and errors that name the entry, the field and the words."""

from collections.abc import Iterable, Mapping
from keyword import iskeyword
from math import isnan
from typing import Any, TypeVar

from attrs import NOTHING, fields_dict

from tocmodel.diagnostics import InvalidModelError, did_you_mean

T = TypeVar("T")


def make(kind: type[T], body: Mapping[str, Any], where: str = "") -> T:
    """Make a value of a class from its fields, as a file names them.

    The field of a key that is a word of Python, such as ``from``, has a ``_`` after it. An
    empty cell of a table, ``None`` or not a number, counts as left out.

    >>> from tocmodel.model.elements import Outcome
    >>> make(Outcome, {"title": "Children are fed", "horizon": "lng"}, "'fed' in outcomes")
    Traceback (most recent call last):
    tocmodel.diagnostics.InvalidModelError: 'fed' in outcomes: the field 'horizon' is 'lng', \
which is not one of short, medium, long, impact; did you mean 'long'?

    Raises:
        InvalidModelError: the fields do not make one; the message names the field and the values
            that fit.
    """
    given = {
        f"{key}_" if iskeyword(key) else key: value
        for key, value in body.items()
        if isinstance(value, str) or not _is_missing(value)  # most values are text
    }
    try:
        return kind(**given)
    except (TypeError, ValueError) as error:
        place = f"{where}: " if where else ""
        raise InvalidModelError(f"{place}{_reason(kind, given, error)}") from error


def make_each(kind: type[T], items: Iterable[Any] | None, where: str = "") -> tuple[Any, ...]:
    """Make a value of each mapping; leave anything else as it is.

    Raises:
        InvalidModelError: as in ``make``.
    """
    return tuple(
        make(kind, item, where) if isinstance(item, Mapping) else item for item in items or ()
    )


def _is_missing(value: object) -> bool:
    if isinstance(value, float):
        return isnan(value)
    return value is None or type(value).__name__ in ("NAType", "NaTType")  # those of pandas


def _reason(kind: type[Any], given: Mapping[str, Any], error: Exception) -> str:
    known = fields_dict(kind)
    names = [name.rstrip("_") for name in known]
    for name in given:
        if name not in known:
            return f"there is no field '{name}'{did_you_mean(name, names)}"
    for name, field in known.items():
        if field.default is NOTHING and name not in given:
            return f"the field '{name.rstrip('_')}' is missing"
    for name, value in given.items():
        convert: Any = known[name].converter
        if convert is not None:
            try:
                convert(value)
            except (TypeError, ValueError) as reason:
                return f"the field '{name.rstrip('_')}' is {value!r}, {_what_fits(reason)}"
    return str(error)


def _what_fits(reason: Exception) -> str:
    text = str(reason)
    _, is_a_word, words = text.partition(" is not one of ")
    return f"which is not one of {words}" if is_a_word else f"which does not fit ({text})"
