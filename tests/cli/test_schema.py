"""``tocmodel schema``."""

import pytest
from cli_types import Run

from tocmodel.schema import SCHEMAS, schema_text


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_printed_as_it_stands(run: Run, name: str) -> None:
    assert run("schema", name).stdout == schema_text(name)


def test_the_schema_of_theories_is_the_usual_one(run: Run) -> None:
    assert run("schema").stdout == schema_text("theory")
