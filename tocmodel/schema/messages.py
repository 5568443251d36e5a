"""The messages for each way in which a value can break its schema."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from tocmodel.diagnostics import Pointer, Problem
from tocmodel.schema.arrows import has_other_arrow
from tocmodel.schema.number_help import number_help
from tocmodel.schema.phrases import either, listed, name_of, number, quoted, uncapped, value_words
from tocmodel.schema.respellings import date_help, is_date, is_id, respellings
from tocmodel.schema.synonyms import KEYS, WORDS, meant
from tocmodel.schema.unknown_keys import about_keys, is_about_keys
from tocmodel.schema.vocabulary import vocabulary
from tocmodel.schema.wrong_type import pieces_of, wrong_type

Error: TypeAlias = Any
"""A ValidationError of jsonschema; its fields are not typed closely enough to be of use."""


def explain_error(
    error: Error, pointer: Pointer, instance: Any, entry: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield the problems behind an error, in plain words.

    Args:
        error: the error of the library.
        pointer: the address of the value in the whole of the data.
        instance: the value itself, as the library may have seen only a part of it.
        entry: the entry of a section that holds it; empty where there is none.
    """
    if is_about_keys(error.validator):
        yield from about_keys(pointer, instance, error.schema, entry)
    elif "propertyNames" in error.absolute_schema_path:
        yield _about_name((*pointer, error.instance), error, instance)
    else:
        yield _about_value(pointer, error, entry)


def _about_value(pointer: Pointer, error: Error, entry: Mapping[str, Any]) -> Problem:
    message, help_ = _WRITERS.get(str(error.validator), _otherwise)(name_of(pointer), error)
    kinds_ = _expected(error)
    if isinstance(error.instance, str) and not kinds_.isdisjoint(("number", "integer")):
        in_words = error.validator == "anyOf"  # a confidence may be a word
        help_ = help_ or number_help(error.instance, pointer, kinds_, entry, in_words)
    if error.validator in ("enum", "anyOf") and not help_ and "did you mean" not in message:
        help_ = _meanings_of(pointer)
    return Problem(message=message, pointer=pointer, help=help_)


def _expected(error: Error) -> set[str]:
    """The kinds of value that are allowed in place of another kind."""
    if error.validator == "type":
        types = error.validator_value
        return {types} if isinstance(types, str) else set(types)
    return set().union(*map(_expected, error.context or ()))


def _about_name(pointer: Pointer, error: Error, holder: Any) -> Problem:
    """A key that is chosen freely, such as an id, but is not written as one."""
    name, help_ = error.instance, ""
    if error.validator == "pattern":
        message = f"{quoted(name)} cannot be a key here; {_rule(error)}{_respelt(error)}"
        body = holder.get(name)
        untitled = body is None or (isinstance(body, dict) and "title" not in body)
        if is_id(error.validator_value) and untitled:
            help_ = f"the words are the title: write 'title: {quoted(name)[1:-1]}' below the id"
    else:
        message = _WRITERS.get(str(error.validator), _otherwise)(f"the key {quoted(name)}", error)[
            0
        ]
    return Problem(message=message, pointer=pointer, help=help_, key=True)


def _type(name: str, error: Error) -> tuple[str, str]:
    return wrong_type(name, error.instance, error.validator_value, error.schema)


def _enum(name: str, error: Error) -> tuple[str, str]:
    value, words = error.instance, [str(word) for word in error.validator_value]
    known = listed([word for word in words if word != "realised"])
    if value is None:
        return f"{name} is empty where one of {known} is expected", ""
    several = _several(str(value), words)
    near = None if several else meant(str(value), words, WORDS) or meant(str(value), words, KEYS)
    hint = f"; did you mean '{near}'?" if near else ""
    shown = quoted(value) if isinstance(value, str) else value_words(value)
    help_ = f"write only one: {either(several)}{_LINKED.get(name, '')}" if several else ""
    return f"{name} is {shown}, which is not one of {known}{hint}", help_


def _meanings_of(pointer: Pointer) -> str:
    """Return a hint on how to look up the words of a key."""
    key = next((step for step in reversed(pointer) if isinstance(step, str)), "")
    known = any(
        one.words and one.name == key for kind in vocabulary().values() for one in kind.keys
    )
    return f"'tocmodel describe {key}' explains each word" if known else ""


def _several(text: str, words: Sequence[str]) -> list[str]:
    """The words of a text that lists several where only one is allowed: ``lead, deliverer``."""
    pieces = pieces_of(text)
    found = [meant(piece, words, WORDS) for piece in pieces[:_MOST_PIECES]]
    return [word for word in dict.fromkeys(found) if word] if len(pieces) > 1 and all(found) else []


_MOST_PIECES = 5

_LINKED = {
    "'level'": "; links between a child's settings are the mesosystem, so add "
    "'classified_as: {childrens-zone: mesosystem}'"
}
"""What to add where two words of a key together mean a third thing."""


def _const(name: str, error: Error) -> tuple[str, str]:
    return (
        f"{name} is {value_words(error.instance)} where {error.validator_value!r} is expected",
        "",
    )


def _pattern(name: str, error: Error) -> tuple[str, str]:
    hint, help_ = _respelt(error), ""
    if is_date(error.validator_value) and not hint:
        help_ = date_help(error.instance, name)
    elif "->" in error.validator_value and has_other_arrow(error.instance) and not hint:
        help_ = "write -> for an arrow, and an id or a title at both ends of it"
    return f"{name} is {quoted(error.instance)}; {_rule(error)}{hint}", help_


def _rule(error: Error) -> str:
    """The schema's own plain words for a pattern."""
    return uncapped(error.schema.get("patternErrorMessage", "it is not in the right form"))


def _respelt(error: Error) -> str:
    """Ask whether another spelling was meant, if one is right; for a date there may be several."""
    pattern, most = error.validator_value, error.schema.get("maxLength", 200)
    fitting = [
        attempt
        for attempt in respellings(error.instance, pattern)
        if len(attempt) <= most and re.search(pattern, attempt)
    ]
    chosen = fitting if is_date(pattern) else fitting[:1]
    return f"; did you mean {either([quoted(attempt) for attempt in chosen])}?" if chosen else ""


def _any_of(name: str, error: Error) -> tuple[str, str]:
    """Of several shapes, explain the one for this kind of value; if there are two, explain both."""
    shapes: dict[Any, list[Error]] = {}
    for inner in error.context or ():
        shapes.setdefault(inner.relative_schema_path[0], []).append(inner)
    wrong_kinds: list[Any] = []
    near: list[Error] = []
    for errors in shapes.values():
        by_kind = [inner for inner in errors if inner.validator == "type"]
        wrong_kinds += [inner.validator_value for inner in by_kind[:1]]
        near += [] if by_kind else errors[:1]
    if not near:
        return wrong_type(name, error.instance, wrong_kinds, error.schema)
    message, help_ = _WRITERS.get(str(near[0].validator), _otherwise)(name, near[0])
    others = (_rule(one) for one in near[1:] if one.validator == "pattern")
    return message, help_ or next(others, "")


def _min_length(name: str, error: Error) -> tuple[str, str]:
    return f"{name} is empty", "write something, or remove the line"


def _max_length(name: str, error: Error) -> tuple[str, str]:
    long, most = len(error.instance), error.validator_value
    return f"{name} is {long:,} characters long; at most {most:,} are allowed", ""


def _minimum(name: str, error: Error) -> tuple[str, str]:
    return f"{name} is {number(error.instance)}; the least is {error.validator_value}", ""


def _maximum(name: str, error: Error) -> tuple[str, str]:
    return f"{name} is {number(error.instance)}; the most is {error.validator_value}", ""


def _too_few(name: str, error: Error) -> tuple[str, str]:
    if error.instance:
        return _wrong_number(name, error)
    return f"{name} is empty", "write something below it, or remove the line"


def _wrong_number(name: str, error: Error) -> tuple[str, str]:
    given, wanted = len(error.instance), error.validator_value
    values = "value" if given == 1 else "values"
    return f"{name} has {given} {values} where {wanted} are expected", ""


def _otherwise(name: str, error: Error) -> tuple[str, str]:
    return f"{name} is not as its schema describes it: {error.message:.200}", ""


_WRITERS: Mapping[str, Callable[[str, Error], tuple[str, str]]] = MappingProxyType(
    {
        "type": _type,
        "enum": _enum,
        "const": _const,
        "pattern": _pattern,
        "anyOf": _any_of,
        "minLength": _min_length,
        "maxLength": _max_length,
        "minimum": _minimum,
        "maximum": _maximum,
        "minItems": _too_few,
        "maxItems": _wrong_number,
        "minProperties": _too_few,
    }
)
