"""Find the schema files, wherever tocmodel is installed."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from tocmodel.diagnostics import UnknownIdError

SCHEMAS = ("theory", "framework", "config", "findings", "differences", "explanation", "analysis")
"""The names of the schemas."""


def schema_text(name: str = "theory") -> str:
    """Return a schema as it stands in its file.

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


def _folder() -> Path:
    """``tocmodel/schemas`` in a wheel, the repository's own ``schemas`` in a checkout.

    By the path of this file: importlib.resources takes longer to import than the rest of it.
    """
    package = Path(__file__).parent.parent
    packaged = package / "schemas"
    return packaged if packaged.is_dir() else package.parent / "schemas"
