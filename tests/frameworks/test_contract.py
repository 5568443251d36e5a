"""The schema of frameworks agrees with the classes."""

from typing import Any

import attrs
import pytest

from tocmodel.diagnostics import Severity
from tocmodel.frameworks import (
    Category,
    Dimension,
    Framework,
    FrameworkCheck,
    Publication,
    Template,
)
from tocmodel.model import ELEMENT_SECTIONS
from tocmodel.schema import load_schema

SCHEMA = load_schema("framework")
PARTS = {
    "source": Publication,
    "dimension": Dimension,
    "category": Category,
    "check": FrameworkCheck,
    "template": Template,
}
HOLDERS = [(SCHEMA, Framework), *((SCHEMA["$defs"][name], kind) for name, kind in PARTS.items())]
EACH = pytest.mark.parametrize(
    ("schema", "kind"), HOLDERS, ids=["framework", *(str(name) for name in PARTS)]
)
ONLY_IN_THE_FILE = {"$schema", "tocmodel_framework"}


def fields_of(kind: type[Any]) -> dict[str, "attrs.Attribute[Any]"]:
    """Return the fields of a class; only a whole framework has its id as a field in the file."""
    return {
        field.name: field for field in attrs.fields(kind) if field.name != "id" or kind is Framework
    }


@EACH
def test_a_class_and_its_schema_have_the_same_names(
    schema: dict[str, Any], kind: type[Any]
) -> None:
    assert set(schema["properties"]) - ONLY_IN_THE_FILE == set(fields_of(kind))


@EACH
def test_a_class_and_its_schema_require_the_same_keys(
    schema: dict[str, Any], kind: type[Any]
) -> None:
    required = {name for name, field in fields_of(kind).items() if field.default is attrs.NOTHING}
    assert set(schema["required"]) - ONLY_IN_THE_FILE == required


@EACH
def test_a_default_in_the_schema_is_the_default_of_the_class(
    schema: dict[str, Any], kind: type[Any]
) -> None:
    fields = fields_of(kind)
    stated = {
        name: rules["default"] for name, rules in schema["properties"].items() if "default" in rules
    }
    held = {name: fields[name].default for name in stated}
    assert stated == {
        name: value.value if isinstance(value, Severity) else value for name, value in held.items()
    }


def test_a_dimension_classifies_sections_of_elements() -> None:
    assert SCHEMA["$defs"]["sectionName"]["enum"] == list(ELEMENT_SECTIONS)


def test_a_check_has_the_severities_of_findings() -> None:
    severities = SCHEMA["$defs"]["check"]["properties"]["severity"]["enum"]
    assert severities == [severity.value for severity in Severity]
