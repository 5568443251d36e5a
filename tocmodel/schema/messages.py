"""The words for each way in which a value can differ from its schema."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from tocmodel.diagnostics import Pointer, Problem, did_you_mean
from tocmodel.schema.keys import about_keys
from tocmodel.schema.words import a, kinds, listed, name_of, number, quoted, said, uncapped

Error: TypeAlias = Any
"""A ValidationError of jsonschema; its fields are not typed closely enough to be of use."""


def told(error: Error) -> Iterator[Problem]:
    """Yield what an error comes to, in plain words."""
    pointer = tuple(error.absolute_path)
    if error.validator in ("required", "additionalProperties"):
        yield from about_keys(pointer, error.instance, error.schema)
    elif "propertyNames" in error.absolute_schema_path:
        yield _about_name((*pointer, error.instance), error)
    else:
        yield _about_value(pointer, error)


def _about_value(pointer: Pointer, error: Error) -> Problem:
    message, help_ = _WRITERS.get(str(error.validator), _otherwise)(name_of(pointer), error)
    return Problem(message=message, pointer=pointer, help=help_)


def _about_name(pointer: Pointer, error: Error) -> Problem:
    """A key that is chosen freely, such as an id, but is not written as one."""
    name = error.instance
    if error.validator == "pattern":
        message = f"{quoted(name)} cannot be a key here; {_rule(error)}{_respelt(error)}"
    else:
        message = _WRITERS.get(str(error.validator), _otherwise)(f"the key {quoted(name)}", error)[
            0
        ]
    return Problem(message=message, pointer=pointer, key=True)


def _type(name: str, error: Error) -> tuple[str, str]:
    return _wrong_kind(name, error.instance, error.validator_value, error.schema)


def _wrong_kind(name: str, value: Any, types: Any, schema: Any) -> tuple[str, str]:
    expected = kinds(types)
    if types == "object" and "title" in schema:
        expected = f"{a(schema['title'].lower())} is expected, with its fields below it"
    else:
        expected = f"{expected} is expected"
    return f"{name} is {said(value)} where {expected}", _help_for(value, types, schema)


def _help_for(value: Any, types: Any, schema: Any) -> str:
    allowed = [types] if isinstance(types, str) else types
    if value is None:
        return "write a value after the colon, or remove the line"
    if "string" in allowed and "number" not in allowed and isinstance(value, bool | int | float):
        return "put it in quotes if text is meant"
    if "array" in allowed and "object" not in allowed:
        return "write a list: each item on a line of its own, after a hyphen"
    if types == "object" and isinstance(value, str) and schema.get("required"):
        return f"write '{schema['required'][0]}: ...' on a line of its own below it"
    return ""


_ANSWERS = MappingProxyType({"true": "yes", "false": "no"})


def _enum(name: str, error: Error) -> tuple[str, str]:
    value, words = error.instance, [str(word) for word in error.validator_value]
    known = listed([word for word in words if word != "realised"])
    meant = _ANSWERS.get(str(value).lower(), str(value))
    hint = did_you_mean(meant, words)
    shown = quoted(value) if isinstance(value, str) else said(value)
    return f"{name} is {shown}, which is not one of {known}{hint}", ""


def _const(name: str, error: Error) -> tuple[str, str]:
    return f"{name} is {said(error.instance)} where {error.validator_value!r} is expected", ""


def _pattern(name: str, error: Error) -> tuple[str, str]:
    return f"{name} is {quoted(error.instance)}; {_rule(error)}{_respelt(error)}", ""


def _rule(error: Error) -> str:
    """What the schema says of a pattern in plain words."""
    return uncapped(error.schema.get("patternErrorMessage", "it is not written as it should be"))


def _respelt(error: Error) -> str:
    """What was probably meant, if writing it the usual way makes it right."""
    value = error.instance
    if len(value) > 200:
        return ""
    plain = unicodedata.normalize("NFKD", value).encode("ascii", "ignore").decode().lower()
    hyphens = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    arrows = re.sub(r"\s*(?:→|⟶|➔|=+>|-{2,}>)\s*", " -> ", value)
    for attempt in (hyphens, arrows):
        if len(attempt) <= error.schema.get("maxLength", 200) and re.search(
            error.validator_value, attempt
        ):
            return f"; did you mean '{attempt}'?"
    return ""


def _any_of(name: str, error: Error) -> tuple[str, str]:
    """Of several shapes, speak of the one whose kind of value it is."""
    shapes: dict[Any, list[Error]] = {}
    for inner in error.context or ():
        shapes.setdefault(inner.relative_schema_path[0], []).append(inner)
    wrong_kinds = []
    for errors in shapes.values():
        by_kind = [inner for inner in errors if inner.validator == "type"]
        if not by_kind:
            return _WRITERS.get(str(errors[0].validator), _otherwise)(name, errors[0])
        wrong_kinds.append(by_kind[0].validator_value)
    return _wrong_kind(name, error.instance, wrong_kinds, error.schema)


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
    return f"{name} is empty", "write something below it, or remove the line"


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
        "minProperties": _too_few,
    }
)
