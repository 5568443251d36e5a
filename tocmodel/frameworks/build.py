"""Build a framework from the plain data of its file."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from tocmodel.frameworks.model import (
    Category,
    Dimension,
    Framework,
    FrameworkCheck,
    Publication,
    Template,
)
from tocmodel.model.convert import FrozenDict

T = TypeVar("T")

VERSION_KEY = "tocmodel_framework"
"""The key that marks a framework file and gives the version of the format."""


def build(data: Mapping[str, Any]) -> Framework:
    """Build a framework from data that passed the schema."""
    own = {key: value for key, value in data.items() if key not in (VERSION_KEY, "$schema")}
    own["dimensions"] = FrozenDict(
        {id_: _dimension(id_, body) for id_, body in data["dimensions"].items()}
    )
    own["sources"] = _parts(Publication, data.get("sources"))
    own["checks"] = _parts(FrameworkCheck, data.get("checks"))
    own["templates"] = _parts(Template, data.get("templates"))
    return Framework(**own)


def _dimension(id_: str, body: Mapping[str, Any]) -> Dimension:
    categories = _parts(Category, body["categories"])
    return Dimension(**{**body, "id": id_, "categories": _in_order(categories)})


def _in_order(categories: Mapping[str, Category]) -> Mapping[str, Category]:
    """Sort the categories: first those with an order, by number, then the rest in file order."""
    known = sorted(categories.values(), key=lambda one: (one.order is None, one.order or 0))
    return FrozenDict({category.id: category for category in known})


def _parts(kind: Callable[..., T], entries: Mapping[str, Any] | None) -> Mapping[str, T]:
    return FrozenDict({id_: kind(id=id_, **body) for id_, body in (entries or {}).items()})
