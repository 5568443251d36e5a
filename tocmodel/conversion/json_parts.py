"""Parts of JSON files whose shape nothing guarantees: each as what it should be, or empty."""

import math
from collections.abc import Mapping
from typing import Any

LONGEST_FIELD_NAME = 80


def words(value: Any) -> str:
    """Return a text, a number or a list of these as words; anything else is empty.

    >>> words(" a "), words(3), words(["a", "b"]), words({"a": 1}), words(True)
    ('a', '3', 'a, b', '', 'yes')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float):
        return str(value) if math.isfinite(value) else ""
    if isinstance(value, list):
        return ", ".join(filter(None, map(words, value)))
    return ""


def mapping(value: Any) -> dict[str, Any]:
    """Return a mapping; an empty one in place of anything else."""
    return value if isinstance(value, dict) else {}


def mappings(value: Any) -> list[dict[str, Any]]:
    """Return the mappings of a list; of anything else none."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def place_of(part: Mapping[str, Any], x: str = "x", y: str = "y") -> tuple[float, float] | None:
    """Return a position, if both of its numbers are there.

    >>> place_of({"x": 1, "y": 2.5}), place_of({"x": 1}), place_of({"x": True, "y": 0})
    ((1.0, 2.5), None, None)
    """
    found = [part.get(x), part.get(y)]
    if not all(isinstance(item, int | float) and not isinstance(item, bool) for item in found):
        return None
    across, down = (float(item) for item in found if item is not None)
    return (across, down) if math.isfinite(across) and math.isfinite(down) else None


def own_fields(part: Mapping[str, Any], known: set[str] | frozenset[str]) -> dict[str, Any]:
    """Return the other values of a part as fields of the partnership's own.

    >>> own_fields({"label": "A", "score": 3, "colours": ["red", "blue"], "empty": ""}, {"label"})
    {'score': 3, 'colours': 'red, blue'}
    """
    found: dict[str, Any] = {}
    for key, value in part.items():
        name = " ".join(key.split())[:LONGEST_FIELD_NAME]
        is_plain = isinstance(value, int | float) and math.isfinite(value)
        kept = value if is_plain else words(value)
        if key not in known and name and kept != "":
            found[name] = kept
    return found


def with_fields(keys: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of an entry with fields of the partnership's own, if there are any."""
    return {**keys, "fields": dict(own)} if own else dict(keys)
