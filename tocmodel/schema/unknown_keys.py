"""Unknown keys and missing keys, reported together."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice, takewhile
from typing import Any

from tocmodel.dates import suggestions
from tocmodel.diagnostics import MOST_PROBLEMS, Pointer, Problem
from tocmodel.schema.arrows import chain
from tocmodel.schema.number_help import number_help
from tocmodel.schema.phrases import either, listed, name_of, quoted, uncapped, with_article
from tocmodel.schema.synonyms import ELSEWHERE, KEYS, MEANINGS, folded, known_by_synonym, meant
from tocmodel.schema.typed_numbers import amount
from tocmodel.schema.vocabulary import current_keys, either_key, kind_of, needed_keys

MOST_UNKNOWN = MOST_PROBLEMS + 1
"""Unknown keys of one mapping that are explained: one more than is reported for a whole file.

To find what was meant takes a few hundred times as long as to see that a key is unknown.
"""


def about_keys(
    pointer: Pointer, instance: dict[str, Any], schema: dict[str, Any], entry: Mapping[str, Any]
) -> Iterator[Problem]:
    """Yield a problem for each unknown key of a mapping, and each missing one.

    A misspelt key is reported once, and not again as missing.
    """
    known = schema.get("properties", {})
    given = [key for key in either_key(schema) if key in instance]
    missing = [key for key in needed_keys(schema) if key not in instance]
    if given:
        yield from (_second(pointer, given[0], key) for key in given[1:])
        missing = [key for key in missing if key not in either_key(schema)]
    if missing == ["from", "to"] and len(instance) == 1:
        yield from _as_chain(pointer, *instance.items())
        return
    if schema.get("additionalProperties") is False:
        absent = [key for key in known if key not in instance]
        cut = _cut_off(instance, known)
        for key, rest in cut.items():
            yield _with_comma((*pointer, key), instance[key], rest, entry)
        cut_keys = {key for rest in cut.values() for key in rest}
        unknown = (key for key in instance if key not in known and key not in cut_keys)
        for key in islice(unknown, MOST_UNKNOWN):
            near = _free(key, missing, absent, known)
            if near in missing:
                missing.remove(near)
            is_elsewhere = _is_written_elsewhere(key, known)
            in_use = None if near or is_elsewhere else meant(key, known, KEYS)
            yield _unknown((*pointer, key), near, in_use, schema, instance[key])
    for key in missing:
        yield _missing(pointer, key, schema, instance)


def is_about_keys(validator: object) -> bool:
    """Return whether a rule of a schema is about the keys of a mapping."""
    return validator in ("required", "additionalProperties", "oneOf")


def keys_meant(instance: dict[str, Any], schema: dict[str, Any]) -> dict[str, str]:
    """Return the keys of the language that were meant, by the unknown keys of a mapping."""
    known = schema.get("properties", {})
    found: dict[str, str] = {}
    words = (key for key in instance if key not in known and not key[:1].isdigit())
    for key in islice(words, MOST_UNKNOWN):
        if schema.get("additionalProperties") is False:
            free = [name for name in known if name not in instance]
            required = [name for name in needed_keys(schema) if name in free]
            near = _free(key, required, free, known)
            if near and near not in found.values():
                found[key] = near
    return found


def _free(
    key: str, missing: Iterable[str], absent: Iterable[str], known: Iterable[str]
) -> str | None:
    """Return the key that was meant, out of those not in use.

    A key that is merely spelt alike does not count if the word is another name for a key in use.
    """
    found = meant(key, missing, KEYS) or known_by_synonym(key, absent, KEYS)
    if found or known_by_synonym(key, known, KEYS) or _is_written_elsewhere(key, known):
        return found
    return meant(key, absent, KEYS)


def _is_written_elsewhere(key: str, known: Iterable[str]) -> bool:
    """Return whether an element has a key for something that has its own place in a theory."""
    names = set(known)
    is_element = {"title", "fields"} <= names and "tocmodel" not in names
    return is_element and folded(key) in ELSEWHERE and known_by_synonym(key, names, KEYS) is None


def _second(pointer: Pointer, key: str, older: str) -> Problem:
    """Two words for one key."""
    message = f"{name_of(pointer)} has both '{key}' and '{older}'"
    help_ = f"remove '{older}', which is the older word for '{key}'"
    return Problem(message=message, pointer=(*pointer, older), help=help_, key=True)


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
    """Find parts of numbers that a comma cuts off: ``{value: 1,200}`` has a key ``200``."""

    def is_rest(key: str) -> bool:
        return bool(_REST.fullmatch(key)) and instance[key] is None

    keys = list(instance)
    found = {
        key: list(takewhile(is_rest, islice(keys, place + 1, None)))
        for place, key in enumerate(keys)
        if _holds_a_number(known.get(key, {}))
    }
    return {
        key: rest for key, rest in found.items() if rest and amount(_joined(instance[key], rest))
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


_SEVERAL = ("baseline", "observations", "reach", "target")
_NUMBERS = ("value", "from", "to", "of", "respondents")


def _unknown(
    pointer: Pointer, near: str | None, in_use: str | None, schema: dict[str, Any], value: Any
) -> Problem:
    """An unknown key; ``there`` is a similar key that is already in use."""
    key, noun = str(pointer[-1]), schema.get("title", "mapping").lower()
    hint = f"; did you mean '{near}'?" if near else ""
    help_ = MEANINGS.get(key.casefold(), "") if near == "outcomes" else ""
    if in_use:
        hint = f"; there is '{in_use}' already: did you mean to add to it?"
    elif not near and _is_written_elsewhere(key, schema["properties"]):
        help_ = ELSEWHERE[folded(key)].format(id=pointer[-2] if len(pointer) > 1 else "...")
    elif noun == "figure" and (figure := _dated_figure(key, value)):
        help_ = figure
    elif not near:
        help_ = f"{with_article(noun)} may have {listed(sorted(current_keys(schema)), 40)}"
        if "fields" in schema["properties"]:
            help_ += "; a column of your own goes below 'fields'"
        help_ += _described(schema)
    message = f"no key {quoted(key)} in {with_article(noun)}{hint}"
    return Problem(message=message, pointer=pointer, help=help_, key=True)


def _dated_figure(key: str, value: Any) -> str:
    """Show how to write ``2019: 5`` as a figure; empty for anything else."""
    found = amount(str(value)) if isinstance(value, int | float | str) else None
    periods = suggestions(key)
    if found is None or found.value is None or not periods:
        return ""
    several = f"; the period is {either(periods)}" if len(periods) > 1 else ""
    period = "..." if several else periods[0]
    unit = f", and 'unit: {found.unit}' for the indicator" if found.unit else ""
    return f"write '- {{value: {found.value}, period: {period}}}'{unit}{several}"


def _described(schema: Mapping[str, Any]) -> str:
    """Name the command that describes the keys of a theory; empty for other schemas."""
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
