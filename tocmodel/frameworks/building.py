"""From the plain data of a framework file to a framework."""

from collections.abc import Callable, Mapping
from typing import Any

from tocmodel.frameworks.parts import (
    Category,
    Dimension,
    Framework,
    FrameworkCheck,
    Publication,
    Template,
)
from tocmodel.model.convert import FrozenDict

VERSION_KEY = "tocmodel_framework"
"""The key that says that a file holds a framework, and in which version of the format."""


def build(data: Mapping[str, Any]) -> Framework:
    """Build a framework from data that the schema has passed."""
    own = {key: value for key, value in data.items() if key not in (VERSION_KEY, "$schema")}
    own["dimensions"] = FrozenDict(
        {id_: _dimension(id_, body) for id_, body in data["dimensions"].items()}
    )
    own["sources"] = _parts(Publication, data.get("sources"))
    own["checks"] = _parts(FrameworkCheck, data.get("checks"))
    own["templates"] = _parts(Template, data.get("templates"))
    return Framework(**own)


def _dimension(id_: str, body: Mapping[str, Any]) -> Dimension:
    categories: Mapping[str, Category] = _parts(Category, body["categories"])
    return Dimension(**{**body, "id": id_, "categories": _in_order(categories)})


def _in_order(categories: Mapping[str, Category]) -> FrozenDict:
    """Those with an order first, each by its number; the others as they stand in the file."""
    known = sorted(categories.values(), key=lambda one: (not one.order, one.order))
    return FrozenDict({category.id: category for category in known})


def _parts(kind: Callable[..., object], entries: Mapping[str, Any] | None) -> FrozenDict:
    return FrozenDict({id_: kind(id=id_, **body) for id_, body in (entries or {}).items()})
