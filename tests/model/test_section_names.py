"""One table has what sections and their entries are called, in the words of the schema."""

import re
from pathlib import Path

import tocmodel
from tocmodel.model import SECTIONS
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.schema.vocabulary import labels, vocabulary

PACKAGE = Path(str(tocmodel.__file__)).parent

SHORTER = {"includes": "included theory", "stories": "story"}
"""What the schema calls an include and a value-creation story."""


def test_every_section_with_entries_has_a_name() -> None:
    assert SECTION_NAMES.keys() == {*SECTIONS, "links"}


def test_the_names_are_those_of_the_schema() -> None:
    titles = {name: vocabulary()[name].title.casefold() for name in SECTION_NAMES}
    assert {name: item.one for name, item in SECTION_NAMES.items()} == titles | SHORTER
    headings = {name: item.heading for name, item in SECTION_NAMES.items()}
    assert headings == {name: labels()[name] for name in SECTION_NAMES}


def test_no_other_module_has_a_table_of_them() -> None:
    pair = re.compile(r'"(interventions|conditions|mechanisms)": "(\w+)"', re.IGNORECASE)
    tables = {
        str(path.relative_to(PACKAGE)): path.read_text(encoding="utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
    }
    named = {
        name
        for name, text in tables.items()
        if any(value.casefold().rstrip("s") == key.rstrip("s") for key, value in pair.findall(text))
    }
    assert named == {
        "diagram/stages.py",  # the column in which a picture has each section
        "graph/relations.py",  # the kinds of node, for programs
    }
