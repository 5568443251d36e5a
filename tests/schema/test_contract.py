"""The theory schema and the classes say the same, and every property says what it is for."""

import types
import typing
from collections.abc import Iterator
from typing import Any

import attrs
import jsonschema
import jsonschema_rs
import pytest

from tocmodel.diagram.stages import NAMED
from tocmodel.model import (
    ELEMENT_SECTIONS,
    REFERENCES,
    SECTIONS,
    Agreement,
    Amount,
    Choice,
    Confidence,
    Consent,
    Cycle,
    CyclePlan,
    Dose,
    Figure,
    Link,
    Monitoring,
    Place,
    Quotation,
    Rating,
    Revision,
    SpacePlan,
    Spread,
    StoryStep,
    TheoryOfChange,
    Translation,
    Voice,
    Waiver,
)
from tocmodel.schema import SCHEMAS, load_schema
from tocmodel.schema.vocabulary import current_keys, either_key, needed_keys

THEORY = load_schema("theory")
CLASSES = {
    "agreement": Agreement,
    "amount": Amount,
    "consent": Consent,
    "cyclePlan": CyclePlan,
    "dose": Dose,
    "figure": Figure,
    "link": Link,
    "monitoring": Monitoring,
    "place": Place,
    "quotation": Quotation,
    "rating": Rating,
    "spacePlan": SpacePlan,
    "revision": Revision,
    "spread": Spread,
    "storyStep": StoryStep,
    "translation": Translation,
    "voice": Voice,
    "waiver": Waiver,
} | {
    THEORY["properties"][name]["additionalProperties"]["$ref"].rpartition("/")[2]: kind
    for name, kind in SECTIONS.items()
}
"""Each class of the model by the place where the schema describes it."""

HOLDERS = [(THEORY, TheoryOfChange)] + [(THEORY["$defs"][name], CLASSES[name]) for name in CLASSES]
KINDS = [kind.__name__ for _, kind in HOLDERS]
ONLY_IN_THE_FILE = {"tocmodel", "$schema"}


def resolved(rules: dict[str, Any], schema: dict[str, Any] = THEORY) -> dict[str, Any]:
    """A property with what its ``$ref`` says; what stands beside the ``$ref`` goes first."""
    if "$ref" not in rules:
        return rules
    target: Any = schema
    for step in rules["$ref"].removeprefix("#/").split("/"):
        target = target[step]
    return resolved(target, schema) | {k: v for k, v in rules.items() if k != "$ref"}


def mappings(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every subschema that has properties."""
    if isinstance(node, dict):
        if isinstance(node.get("properties"), dict):
            yield path, node
        for key, value in node.items():
            if key not in ("examples", "defaultSnippets", "enum", "const"):
                yield from mappings(value, f"{path}/{key}")


def properties() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Every property of every schema: its address, its rules, its schema."""
    for name in SCHEMAS:
        schema = load_schema(name)
        for path, mapping in mappings(schema):
            for key, rules in mapping["properties"].items():
                yield f"{name}{path}/{key}", resolved(rules, schema), schema


PROPERTIES = list(properties())


def fields_of(kind: type) -> dict[str, "attrs.Attribute[Any]"]:
    """The fields of a class by their names in a file."""
    return {
        field.name.rstrip("_"): field
        for field in attrs.fields(kind)
        if field.name != "id" and field.eq
    }


def choice_of(hint: Any) -> type[Choice] | None:
    """The closed set that a field takes its words from."""
    if isinstance(hint, type) and issubclass(hint, Choice):
        return hint
    if isinstance(hint, types.UnionType) or typing.get_origin(hint) is not None:
        found = [choice_of(part) for part in typing.get_args(hint)]
        return next(filter(None, found), None)
    return None


def words_of(rules: dict[str, Any]) -> list[str] | None:
    """The words that a property is limited to."""
    if "anyOf" in rules:
        return words_of(resolved(rules["anyOf"][0]))
    return rules.get("enum")


@pytest.mark.parametrize(("schema", "kind"), HOLDERS, ids=KINDS)
def test_a_class_and_its_schema_have_the_same_names(schema: dict[str, Any], kind: type) -> None:
    assert set(current_keys(schema)) - ONLY_IN_THE_FILE == set(fields_of(kind))


@pytest.mark.parametrize(("schema", "kind"), HOLDERS, ids=KINDS)
def test_a_class_and_its_schema_require_the_same_keys(schema: dict[str, Any], kind: type) -> None:
    required = {name for name, field in fields_of(kind).items() if field.default is attrs.NOTHING}
    assert set(needed_keys(schema)) - ONLY_IN_THE_FILE == required


@pytest.mark.parametrize(("schema", "kind"), HOLDERS, ids=KINDS)
def test_a_class_and_its_schema_have_the_same_closed_sets(
    schema: dict[str, Any], kind: type
) -> None:
    hints = typing.get_type_hints(kind)
    sets = {name: choice_of(hints[field.name]) for name, field in fields_of(kind).items()}
    in_class = {
        name: [str(word) for word in choice] for name, choice in sets.items() if choice is not None
    }
    in_schema = {
        name: [word for word in words if word != "realised"]
        for name, rules in schema["properties"].items()
        if (words := words_of(of_values(resolved(rules)))) is not None
    }
    assert in_schema == in_class


def of_values(rules: dict[str, Any]) -> dict[str, Any]:
    """The rules of the values of a mapping with free keys, or the rules themselves."""
    values = rules.get("additionalProperties")
    return resolved(values) if isinstance(values, dict) else rules


@pytest.mark.parametrize(("schema", "kind"), HOLDERS, ids=KINDS)
def test_a_class_and_its_schema_have_the_same_true_and_false(
    schema: dict[str, Any], kind: type
) -> None:
    hints = typing.get_type_hints(kind)
    in_class = {
        name for name, field in fields_of(kind).items() if hints[field.name] in (bool, bool | None)
    }
    in_schema = {
        name for name in schema["properties"] if property_of(schema, name).get("type") == "boolean"
    }
    assert in_schema == in_class


@pytest.mark.parametrize(("schema", "kind"), HOLDERS, ids=KINDS)
def test_a_default_in_the_schema_is_the_default_of_the_class(
    schema: dict[str, Any], kind: type
) -> None:
    fields = fields_of(kind)
    stated = {
        name: property_of(schema, name)["default"]
        for name in schema["properties"]
        if "default" in property_of(schema, name)
    }
    assert stated == {name: fields[name].default for name in stated}
    assumed = {name for name, field in fields.items() if isinstance(field.default, Choice)}
    assert assumed <= set(stated)


def test_an_older_key_takes_what_the_current_one_takes() -> None:
    taken = ("type", "maxLength", "pattern", "patternErrorMessage", "examples")
    found = []
    for schema, _ in HOLDERS:
        for older in either_key(schema)[1:]:
            current = schema["properties"][either_key(schema)[0]]
            found.append(
                (older, [schema["properties"][older][key] == current[key] for key in taken])
            )
    assert found == [("rule", [True] * len(taken))]


def property_of(schema: dict[str, Any], name: str) -> dict[str, Any]:
    return resolved(schema["properties"][name])


def test_the_sections_stand_in_the_schema_in_the_order_of_the_classes() -> None:
    order = [name for name in THEORY["properties"] if name not in ONLY_IN_THE_FILE]
    assert order == list(fields_of(TheoryOfChange))


def test_british_realised_is_the_only_second_spelling() -> None:
    words = THEORY["$defs"]["cycle"]["enum"]
    assert set(words) - {str(cycle) for cycle in Cycle} == {"realised"}


def test_a_view_shows_sections_of_elements_and_the_columns_of_a_diagram() -> None:
    assert THEORY["$defs"]["sectionName"]["enum"] == list(ELEMENT_SECTIONS)
    assert set(THEORY["$defs"]["stage"]["enum"]) == set(NAMED)


def test_confidence_takes_the_words_of_its_class() -> None:
    assert THEORY["$defs"]["confidence"]["enum"] == [str(word) for word in Confidence]


@pytest.mark.parametrize("reference", REFERENCES, ids=lambda one: f"{one.section}/{one.field}")
def test_a_field_that_refers_takes_ids_only_and_an_end_of_a_link_titles_too(
    reference: Any,
) -> None:
    node = resolved(THEORY["properties"][reference.section])
    for rules in ("additionalProperties", "items"):
        if isinstance(node.get(rules), dict):
            node = resolved(node[rules])
    for step in reference.field.split("/"):
        node = resolved(node)
        if "items" in node:
            node = resolved(node["items"])
        if "then" in node and "properties" not in node:
            node = resolved(node["then"])
        node = resolved(node["additionalProperties"] if step == "*" else node["properties"][step])
    validator = jsonschema.Draft202012Validator({"$defs": THEORY["$defs"], **node})
    shapes = ("school-ready", ["school-ready"], [["school-ready"]], {"school-ready": "yes"})
    assert any(map(validator.is_valid, shapes))
    is_end = (reference.section, reference.field) in (("links", "from"), ("links", "to"))
    assert validator.is_valid("School Ready") == is_end
    assert validator.is_valid("a -> b") == (reference.links or is_end)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(load_schema(name))
    jsonschema_rs.meta.validate(load_schema(name))


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_part_of_a_schema_has_a_title_and_a_description(name: str) -> None:
    parts = {"": load_schema(name)} | load_schema(name).get("$defs", {})
    assert [key for key, part in parts.items() if not part.get("title")] == []
    assert [key for key, part in parts.items() if not part.get("description")] == []


def test_a_property_says_what_it_is_for() -> None:
    silent = [
        path
        for path, rules, _ in PROPERTIES
        if not rules["title"][0].isupper()
        or not rules["description"].endswith(".")
        or not rules["examples"]
    ]
    assert silent == []


def test_the_examples_of_a_property_are_valid() -> None:
    wrong = [
        (path, example)
        for path, rules, schema in PROPERTIES
        for example in rules["examples"]
        if not jsonschema_rs.is_valid({**rules, "$defs": schema.get("$defs", {})}, example)
    ]
    assert wrong == []


def test_each_word_of_a_closed_set_says_what_it_means() -> None:
    unequal = [
        path
        for path, rules, _ in PROPERTIES
        if len(rules.get("enumDescriptions", ())) != len(rules.get("enum", ()))
    ]
    assert unequal == []


def test_a_pattern_says_in_words_what_it_asks_for() -> None:
    wordless = [
        path
        for path, rules, _ in PROPERTIES
        if ("pattern" in rules) != ("patternErrorMessage" in rules)
    ]
    assert wordless == []


@pytest.mark.parametrize("name", ["theory", "framework", "config"])
def test_a_mapping_of_known_keys_refuses_all_others(name: str) -> None:
    open_ones = [
        path
        for path, mapping in mappings(load_schema(name))
        if mapping.get("additionalProperties") is not False
    ]
    assert open_ones == []


def test_each_section_offers_a_new_entry() -> None:
    offers = {
        name: [snippet["label"] for snippet in rules.get("defaultSnippets", [])]
        for name, rules in THEORY["properties"].items()
        if name in (*SECTIONS, "links", "waivers")
    }
    assert [name for name, labels in offers.items() if not labels] == []
