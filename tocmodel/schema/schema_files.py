"""Find the schema files, wherever tocmodel is installed."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from tocmodel.diagnostics import UnknownIdError

SCHEMAS = (
    "theory",
    "framework",
    "config",
    "findings",
    "differences",
    "explanation",
    "narrative",
    "pathways",
    "analysis",
    "indicators",
    "progress",
    "collected",
    "agenda",
    "learning-log",
    "portfolio",
    "value-plan",
    "survey-map",
    "tracked",
)
"""The names of the schemas."""


def schema_text(name: str = "theory") -> str:
    """Return the text of a schema file.

    Raises:
        UnknownIdError: there is no schema with this name.
    """
    if name not in SCHEMAS:
        raise UnknownIdError(f"no schema '{name}'; there are {', '.join(SCHEMAS)}")
    return (_folder() / f"{name}.schema.json").read_text(encoding="utf-8")


@cache
def load_schema(name: str = "theory") -> dict[str, Any]:
    """Return a schema as plain data; it is shared, so do not change it.

    >>> load_schema("theory")["title"]
    'Theory of change'

    Raises:
        UnknownIdError: there is no schema with this name.
    """
    schema: dict[str, Any] = json.loads(schema_text(name))
    return schema


@cache
def key_names(name: str = "theory") -> frozenset[str]:
    """Return the names of all keys in a schema."""
    found: set[str] = set()
    waiting: list[Any] = [load_schema(name)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            properties = part.get("properties")
            found.update(properties if isinstance(properties, dict) else ())
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return frozenset(found)


def _folder() -> Path:
    """``tocmodel/schemas`` in a wheel, the repository's own ``schemas`` in a checkout.

    Found by the path of this file: importing importlib.resources takes longer than the rest.
    """
    package = Path(__file__).parent.parent
    packaged = package / "schemas"
    return packaged if packaged.is_dir() else package.parent / "schemas"
