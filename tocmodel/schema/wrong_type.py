"""The messages about a value of the wrong kind, with advice."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from tocmodel.schema.phrases import LONGEST, either, kinds, quoted, value_words, with_article
from tocmodel.schema.respellings import as_id
from tocmodel.schema.vocabulary import needed_keys

_TRUTHS = MappingProxyType(
    dict.fromkeys(("yes", "on", "y", "t", "true", "x", "✓"), "true")
    | dict.fromkeys(("no", "off", "n", "f", "false"), "false")
)
_SEPARATORS = re.compile(r"\s*[,;/&+|]\s*|\s+(?:and|or)\s+")
_MODEL_FILE = re.compile(r"\S+\.(?:ya?ml|json)")
_LONGEST_LIST = 500
_BELOW = "on a line of its own below it, two spaces further in"
_NAMING = ("title", "name", "check")
"""Keys that a bare text may be meant for."""


def wrong_type(name: str, value: Any, types: Any, schema: Mapping[str, Any]) -> tuple[str, str]:
    """Return the message about a value of the wrong kind, with advice.

    Args:
        name: the name of the value.
        value: the value.
        types: the kinds that the schema allows, one or several.
        schema: the part of the schema.
    """
    expected = kinds(types)
    if types == "object" and "title" in schema and not _is_open(schema):
        expected = f"{with_article(schema['title'].lower())}, with fields of its own,"
    hint = ""
    if types == "boolean" and isinstance(value, str) and value.casefold() in _TRUTHS:
        hint = f"; write {_TRUTHS[value.casefold()]}, without quotes"
    allowed = [types] if isinstance(types, str) else [kind for kind in types if kind != "null"]
    message = f"{name} is {value_words(value)} where {expected} is expected{hint}"
    if value is None and name == "'title'":
        return message, "write the words that people will read"
    if name == "the file" and "tocmodel" in schema.get("properties", {}):
        return message, "for a model to follow, run 'tocmodel new NAME.toc.yaml'"
    return message, _help_for(value, allowed, schema)


def _help_for(value: Any, allowed: Sequence[str], schema: Mapping[str, Any]) -> str:
    if value is None and not (allowed == ["object"] and needed_keys(schema)):
        return "write a value, or remove the line"
    if allowed == ["object"]:
        return _as_mapping(value, schema)
    if isinstance(value, list):
        return _out_of_a_list(value, allowed, schema)
    if "array" in allowed and "object" not in allowed:
        return _as_a_list(value, allowed)
    if "boolean" in allowed and isinstance(value, str) and value.casefold() not in _TRUTHS:
        return "write true or false"
    is_bare = isinstance(value, bool | int | float)
    in_quotes = "string" in allowed and "number" not in allowed and is_bare
    return "put it in quotes if text is meant" if in_quotes else ""


def _as_mapping(value: Any, schema: Mapping[str, Any]) -> str:
    if _is_open(schema):
        return _like(schema)
    return _as_entries(value) if "propertyNames" in schema else _as_fields(value, schema)


def _is_open(schema: Mapping[str, Any]) -> bool:
    """Return whether the keys of a mapping each hold words, rather than entries with fields."""
    rules = schema.get("additionalProperties")
    if "propertyNames" not in schema or not isinstance(rules, dict):
        return False
    return rules.get("type") != "object" and rules.get("$ref", "#/$defs/texts") == "#/$defs/texts"


def _like(schema: Mapping[str, Any]) -> str:
    """Give an example of a mapping whose keys each hold words."""
    written = [f"{key}: {_inline(item)}" for key, item in schema["examples"][0].items()]
    return f"write it as in this example: {{{', '.join(written)}}}"


def _inline(value: Any) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else str(value)


def _as_fields(value: Any, schema: Mapping[str, Any]) -> str:
    """Name the field to begin with where a text or a number is in place of a whole entry."""
    known = [*needed_keys(schema), *schema.get("properties", {})]
    if not known:
        return ""
    text = quoted(value)[1:-1] if isinstance(value, str) and value.strip() else ""
    if text and "file" in known and _MODEL_FILE.fullmatch(text):
        return f"write 'file: {text}' {_BELOW}"
    if text and "says" in known:
        return f"write '- cycle: ...' and, on the line below it, 'says: {text}'"
    words = text if known[0] in _NAMING and text else "..."
    return f"write '{known[0]}: {words}' {_BELOW}"


def _out_of_a_list(value: Sequence[Any], allowed: Sequence[str], schema: Mapping[str, Any]) -> str:
    """Show how to write a single value."""
    if "string" in allowed and all(isinstance(item, str) for item in value) and value:
        if "->" in schema.get("pattern", "") and len(value) > 1 and "object" in allowed:
            return f"write {' -> '.join(value)}"
        if "pattern" in schema:
            return f"only one value is allowed here: write {either(value)}"
        text = ", ".join(value)
        shown = f": {text}" if _is_short(text) else ""
        return f"write one text, without brackets or hyphens{shown}"
    if len(value) == 1:
        return "write it without the brackets or the hyphen"
    return "only one value is allowed here; write it without brackets or hyphens"


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST and text.isprintable()


def _as_a_list(value: Any, allowed: Sequence[str]) -> str:
    if isinstance(value, str) and re.fullmatch(r"-?[\w-]+(?: *-> *[\w-]+)+", value):
        return f"write '- {value.removeprefix('-')}', on a line of its own"
    keys = [str(key) for key in value] if isinstance(value, dict) else []
    if keys[:1] == ["from"]:
        return "write a hyphen and a space before 'from', and two more spaces before what follows"
    chains = [key for key in keys if "->" in key]
    if chains:
        ends = [part.strip() for part in chains[0].split("->")]
        return f"write '- from: {ends[0]}' and, on the line below it, 'to: {ends[-1]}'"
    if keys and "string" in allowed and all(as_id(key) == key for key in keys):
        return f"write a list: [{', '.join(keys)}]"
    return "write a list: each item on a line of its own, after a hyphen"


def _as_entries(value: Any) -> str:
    """Show how a list or a text becomes entries with ids, with the first as an example."""
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict) and isinstance(first.get("id"), str) and as_id(first["id"]):
        id_ = as_id(first["id"])
        return f"write '{id_}:' in place of '- id: {first['id']}', and so for each of them"
    if isinstance(first, dict):
        first = first.get("title") or first.get("name")
    if isinstance(first, str) and first.strip():
        words = quoted(pieces_of(first)[0] if value is first else first)[1:-1]
        key, stem = "title", words
        if _MODEL_FILE.fullmatch(words):
            key, stem = "file", words.rpartition("/")[2].partition(".")[0]
        if id_ := as_id(stem):
            return f"give each an id: write '{id_}:' and, on the line below it, '{key}: {words}'"
    return "give each an id, followed by a colon, with its fields on the lines below"


def pieces_of(text: str) -> list[str]:
    """Split a text at commas and the like.

    >>> pieces_of("lead, deliverer and funder")
    ['lead', 'deliverer', 'funder']
    """
    if len(text) > _LONGEST_LIST:
        return [text]
    return [piece for piece in _SEPARATORS.split(text) if piece.strip()] or [text]
