"""The schemas are found."""

import json

import pytest

from tocmodel.diagnostics import UnknownIdError
from tocmodel.schema import SCHEMAS, load_schema, schema_text


@pytest.mark.parametrize("name", SCHEMAS)
def test_each_schema_is_found_and_names_itself(name: str) -> None:
    schema = load_schema(name)
    assert schema["$id"] == f"urn:tocmodel:schema:{name}:1"
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(schema_text(name)) == schema


def test_an_unknown_schema_is_refused_with_the_names_of_the_known_ones() -> None:
    message = (
        "no schema 'theories'; there are theory, framework, config, findings, differences, "
        "explanation, narrative, pathways, analysis"
    )
    with pytest.raises(UnknownIdError, match=message):
        schema_text("theories")
