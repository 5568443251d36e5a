"""Keys that are not known, and keys that are missing, told together."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile
from typing import Any

from tocmodel.dates import suggestions
from tocmodel.diagnostics import Pointer, Problem
from tocmodel.schema.amounts import amount
from tocmodel.schema.arrows import chain
from tocmodel.schema.figures import number_help
from tocmodel.schema.synonyms import ELSEWHERE, KEYS, MEANINGS, called, folded, meant
from tocmodel.schema.vocabulary import kind_of
from tocmodel.schema.words import a, either, listed, name_of, quoted, uncapped


def about_keys(
    pointer: Pointer, instance: dict[str, Any], schema: dict[str, Any], entry: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield a problem for each key that a mapping should not have, and each that it lacks.

    A key that is misspelt is told once, not a second time as missing.
    """
    known = schema.get("properties", {})
    missing = [key for key in schema.get("required", ()) if key not in instance]
    if missing == ["from", "to"] and len(instance) == 1:
        yield from _as_chain(pointer, *instance.items())
        return
    if schema.get("additionalProperties") is False:
        absent = [key for key in known if key not in instance]
        cut = _cut_off(instance, known)
        for key, rest in cut.items():
            yield _with_comma((*pointer, key), instance[key], rest, entry)
        told = {key for rest in cut.values() for key in rest}
        for key, value in instance.items():
            if key not in known and key not in told:
                near = _free(key, missing, absent, known)
                if near in missing:
                    missing.remove(near)
                is_elsewhere = _is_written_elsewhere(key, known)
                there = None if near or is_elsewhere else meant(key, known, KEYS)
                yield _unknown((*pointer, key), near, there, schema, value)
    for key in missing:
        yield _missing(pointer, key, schema, instance)


def keys_meant(instance: dict[str, Any], schema: dict[str, Any]) -> dict[str, str]:
    """Return the keys of the language that are meant, by those that a mapping should not have."""
    known = schema.get("properties", {})
    found: dict[str, str] = {}
    for key in instance:
        is_word = key not in known and not key[:1].isdigit()
        if is_word and schema.get("additionalProperties") is False:
            free = [name for name in known if name not in instance]
            required = [name for name in schema.get("required", ()) if name in free]
            near = _free(key, required, free, known)
            if near and near not in found.values():
                found[key] = near
    return found


def _free(
    key: str, missing: Iterable[str], absent: Iterable[str], known: Iterable[str]
) -> str | None:
    """Return the key that is meant, of those that are not in use.

    One that is merely spelt alike is not meant where the key is another name for one in use.
    """
    found = meant(key, missing, KEYS) or called(key, absent, KEYS)
    if found or called(key, known, KEYS) or _is_written_elsewhere(key, known):
        return found
    return meant(key, absent, KEYS)


def _is_written_elsewhere(key: str, known: Iterable[str]) -> bool:
    """Say whether an element has a key for what has a place of its own in a theory."""
    names = set(known)
    is_element = {"title", "fields"} <= names and "tocmodel" not in names
    return is_element and folded(key) in ELSEWHERE and called(key, names, KEYS) is None


def _as_chain(pointer: Pointer, ends: tuple[str, Any]) -> Iterator[Problem]:
    """A link that is written as ``- cause: effect``, or ``- cause -> effect: reason``."""
    cause, effect = ends
    message = f"{name_of(pointer)} has neither 'from' nor 'to'"
    if len(names := chain(cause)) > 1:
        reason = "'because' with the reason"
        if isinstance(effect, dict) and effect:
            reason = f"'{next(iter(effect))}'"
        help_ = f"write 'from: {names[-2]}', 'to: {names[-1]}' and {reason}, each on its own line"
        yield Problem(message=message, pointer=pointer, help=help_, key=True)
        return
    words = isinstance(effect, str) and effect
    help_ = f"write '{cause} -> {effect}'" if words else "write 'from: ...' and 'to: ...'"
    yield Problem(message=message, pointer=pointer, help=help_, key=True)


def _cut_off(instance: dict[str, Any], known: Mapping[str, Any]) -> dict[str, list[str]]:
    """Find what commas within brackets cut off numbers: ``{value: 1,200}`` has a key ``200``."""

    def is_rest(key: str) -> bool:
        return bool(_REST.fullmatch(key)) and instance[key] is None

    keys = list(instance)
    found = {key: list(takewhile(is_rest, keys[place + 1 :])) for place, key in enumerate(keys)}
    return {
        key: rest
        for key, rest in found.items()
        if rest and _holds_a_number(known.get(key, {})) and amount(_joined(instance[key], rest))
    }


_REST = re.compile(r"[0-9]{1,3}(?:%| \D+)?")


def _holds_a_number(rules: Mapping[str, Any]) -> bool:
    ref = str(rules.get("$ref", "")).rpartition("/")[2]
    return ref in ("figure", "figures") or rules.get("type") in ("number", "integer")


def _joined(value: Any, rest: list[str]) -> str:
    return ",".join([str(value), *rest])


def _with_comma(pointer: Pointer, value: Any, rest: list[str], entry: Mapping[str, Any]) -> Problem:
    key, written = pointer[-1], _joined(value, rest)
    kinds = {"number"} if key in _NUMBERS else {"number", "object"}
    help_ = number_help(written, pointer, kinds, entry)
    if key in _SEVERAL and min(map(len, rest)) < len("000"):
        help_ = f"write '{key}: [{', '.join([str(value), *rest])}]'"
    return Problem(
        message=f"within brackets a comma ends the value: '{key}: {written}' is read as "
        f"'{key}: {value}'",
        pointer=pointer,
        help=help_,
    )


_SEVERAL = ("observations", "reach")
_NUMBERS = ("value", "from", "to", "of", "respondents")


def _unknown(
    pointer: Pointer, near: str | None, there: str | None, schema: dict[str, Any], value: Any
) -> Problem:
    """A key that is not known; ``there`` is a key it is like that is already in use."""
    key, noun = str(pointer[-1]), schema.get("title", "mapping").lower()
    hint = f"; did you mean '{near}'?" if near else ""
    help_ = MEANINGS.get(key.casefold(), "") if near == "outcomes" else ""
    if there:
        hint = f"; there is '{there}' already: did you mean to add to it?"
    elif not near and _is_written_elsewhere(key, schema["properties"]):
        help_ = ELSEWHERE[folded(key)].format(id=pointer[-2] if len(pointer) > 1 else "...")
    elif noun == "figure" and (figure := _dated_figure(key, value)):
        help_ = figure
    elif not near:
        help_ = f"{a(noun)} may have {listed(sorted(schema['properties']), 40)}"
        if "fields" in schema["properties"]:
            help_ += "; a column of your own goes below 'fields'"
        help_ += _described(schema)
    message = f"no key {quoted(key)} in {a(noun)}{hint}"
    return Problem(message=message, pointer=pointer, help=help_, key=True)


def _dated_figure(key: str, value: Any) -> str:
    """Say how to write ``2019: 5`` as a figure; empty where it is not that."""
    found = amount(str(value)) if isinstance(value, int | float | str) else None
    periods = suggestions(key)
    if found is None or found.value is None or not periods:
        return ""
    several = f"; the period is {either(periods)}" if len(periods) > 1 else ""
    period = "..." if several else periods[0]
    unit = f", and 'unit: {found.unit}' for the indicator" if found.unit else ""
    return f"write '- {{value: {found.value}, period: {period}}}'{unit}{several}"


def _described(schema: Mapping[str, Any]) -> str:
    """Say how to see more of the keys of a theory; nothing of those of another schema."""
    kind = kind_of(schema)
    if kind is None:
        return ""
    name = f" {kind.name.replace(' ', '-')}" if kind.name else ""
    return f"; 'tocmodel describe{name}' describes them"


def _missing(
    pointer: Pointer, key: str, schema: dict[str, Any], instance: Mapping[str, Any]
) -> Problem:
    named = pointer and isinstance(pointer[-1], str)
    noun = schema.get("title", "mapping").lower()
    subject = f"{noun} {quoted(str(pointer[-1]))}" if named else name_of(pointer)
    if noun == str(pointer[-1] if pointer else ""):
        subject = f"'{noun}'"
    rules = schema["properties"].get(key, {})
    meaning = uncapped(rules.get("description", ""))
    example = f"{key}: {rules['const']}" if "const" in rules else key
    help_ = f"add '{example}': {meaning}" if meaning else f"add '{example}'"
    for other in instance:
        if noun == "link" and other in schema["properties"] and key in KEYS.get(other, ()):
            help_ += f"; '{other}' means something else here"
    return Problem(
        message=f"{subject} has no '{key}'", pointer=pointer, help=help_, key=bool(pointer)
    )
