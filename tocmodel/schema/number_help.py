"""Advice on a text in place of a number."""

import re
from collections.abc import Collection, Mapping
from typing import Any

from tocmodel.diagnostics import Pointer
from tocmodel.schema.phrases import LONGEST
from tocmodel.schema.typed_numbers import NumberValue, TypedAmount, amount

_PLAIN = re.compile(r"[^\W\d_](?:[\w '’./£%+()-]*[\w’.)%+])?")
_WORDS_OF_YAML = {"true", "false", "null", "yes", "no", "on", "off"}
_PERCENT = {"percent", "per cent", "percentage", "%"}
_NOT_YET = {"tbc", "tbd", "to be agreed", "to be confirmed", "to be decided", "to follow"}


_WITHHELD = {"", "x", "redacted", "suppressed", "withheld", "confidential"}


def number_help(
    text: str,
    pointer: Pointer,
    kinds: Collection[str],
    entry: Mapping[str, Any],
    or_a_word: bool = False,
) -> str:
    """Return what to write for a text where a number is expected; empty where nothing fits.

    Args:
        text: the text in the file.
        pointer: its address.
        kinds: the kinds of value that are allowed there; a figure may be an ``object``.
        entry: the entry that the figure belongs to, for its unit.
        or_a_word: whether a word is allowed there as well as a number.

    >>> number_help("85%", ("indicators", "n", "baseline", "value"), ["number"], {})
    "write 'value: 85', and 'unit: percent' for the indicator"
    >>> number_help("over 500", ("indicators", "n", "baseline"), ["number", "object"], {})
    "write 'baseline: {value: 500, qualifier: more than}'"
    >>> number_help("High", ("indicators", "n", "baseline", "value"), ["number"], {})
    "leave 'value' out, and write 'comment: High'"
    """
    if re.fullmatch("0[0-9]{2}", text) and isinstance(pointer[-1], int):
        return "a comma begins a new item: write 1,000 as 1000"
    whole = "object" in kinds
    found = amount(text)
    if found is None or (found.unit == "percent" and pointer[:1] in _ONLY_COUNTS):
        return "" if or_a_word else _in_words(text, pointer, whole)
    if whole:
        return _as_figure(pointer, _fields(found, entry)) + _unit(found, pointer, entry)
    key = next((step for step in reversed(pointer) if isinstance(step, str)), "")
    if key == "value":
        return _as_value(_fields(found, entry)) + _unit(found, pointer, entry)
    return _as_number(key, found)


_ONLY_COUNTS = (("interventions",), ("place",))
"""Where figures have no unit of their own."""


def _as_value(fields: Mapping[str, Any]) -> str:
    written = _listed([f"'{name}: {item}'" for name, item in fields.items()])
    return f"write {written}" if "value" in fields else f"write {written} in place of 'value'"


def _as_number(key: str, found: TypedAmount) -> str:
    if found.value is None:
        return f"write one number after '{key}:'"
    if key == "confidence" and found.of:
        return f"write '{key}: {_percentage(found.value, found.of)}'"
    doubt = f" and '{key}_qualifier: {found.qualifier}'" if key == "of" and found.qualifier else ""
    return f"write '{key}: {found.value}'{doubt}"


def _fields(found: TypedAmount, entry: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a figure; a share becomes a percentage where the unit is per cent."""
    value = found.value
    if value is not None and found.of and found.unit != "percent" and _is_percent(entry):
        value = _percentage(value, found.of)
    fields = {
        "value": value,
        "from": found.low,
        "to": found.high,
        "qualifier": found.qualifier,
        "of": found.of,
        "of_qualifier": found.of_qualifier,
        "of_what": found.of_what,
        "period": found.period,
        "spread": found.spread,
    }
    return {name: item for name, item in fields.items() if item not in (None, "")}


def _percentage(value: NumberValue, of: NumberValue) -> NumberValue:
    share = round(100 * value / of, 1)
    return int(share) if share == int(share) else share


def _as_figure(pointer: Pointer, fields: Mapping[str, Any]) -> str:
    inside = ", ".join(f"{name}: {item}" for name, item in fields.items())
    written = str(fields["value"]) if list(fields) == ["value"] else f"{{{inside}}}"
    last = pointer[-1] if pointer else ""
    return f"write '{last}: {written}'" if isinstance(last, str) else f"write '{written}'"


def _unit(found: TypedAmount, pointer: Pointer, entry: Mapping[str, Any]) -> str:
    """Show where the unit goes, unless it is there already, and ask about anything unclear."""
    asks = f"; {found.asks}" if found.asks else ""
    return _of_unit(found, pointer, entry) + asks


def _of_unit(found: TypedAmount, pointer: Pointer, entry: Mapping[str, Any]) -> str:
    section = pointer[0] if pointer else ""
    if section == "inputs" and found.currency and entry.get("currency") != found.currency:
        return f", and 'currency: {found.currency}' for the input"
    if section != "indicators" or not found.unit:
        return ""
    if found.unit == "percent" and _is_percent(entry):
        return ""
    if str(entry.get("unit", "")).casefold() == found.unit:
        return ""
    return f", and 'unit: {found.unit}' for the indicator"


def _is_percent(entry: Mapping[str, Any]) -> bool:
    return str(entry.get("unit", "")).strip().casefold() in _PERCENT


def _in_words(text: str, pointer: Pointer, whole: bool) -> str:
    """Text without a number is a comment; a target that is not agreed yet is a note."""
    last = pointer[-1] if pointer else ""
    if not whole and last != "value":
        return f"leave '{last}' out where there is no number"
    if not text.strip():
        return f"leave '{last}' out where there is no number"
    if text.strip(" []()*").casefold() in _WITHHELD:
        figure = f"'{last}: {{redacted: true}}'" if whole else "'redacted: true' in place of it"
        return f"write {figure} where the source withholds the number"
    target = "target" in pointer and text.strip().casefold() in _NOT_YET
    name, note_or_comment = ("note", "to be agreed") if target else ("comment", _written(text))
    if not whole:
        return f"leave 'value' out, and write '{name}: {note_or_comment}'"
    figure = f"{{{name}: {note_or_comment}}}"
    written = f"{last}: {figure}" if isinstance(last, str) else figure
    return f"a figure without a number has words: write '{written}'"


def _written(text: str) -> str:
    """A text as YAML takes it, in quotes where it needs them."""
    line = " ".join(text.split())
    if len(line) > LONGEST:
        return "..."
    plain = _PLAIN.fullmatch(line) and line.casefold() not in _WORDS_OF_YAML
    return line if plain else '"{}"'.format(line.replace("\\", "\\\\").replace('"', '\\"'))


def _listed(items: list[str]) -> str:
    *before, last = items
    return f"{', '.join(before)} and {last}" if before else last
