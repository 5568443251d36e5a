"""Examples as prose, word for word: whoever changes a sentence reads all of it again."""

from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from example_models import NAMES, model_file

from tocmodel.analysis.pathways import pathways
from tocmodel.fileformat.loading import load
from tocmodel.narrative import narrate
from tocmodel.report.narrative import narrative_data, narrative_outline
from tocmodel.report.outline import to_text
from tocmodel.report.pathways import pathways_data
from tocmodel.schema import load_schema

Kept = Callable[[Path, bytes], None]
HERE = Path(__file__).parent / "snapshots"

TOLD = (
    "blackpool-resilience-revolution",
    "city-growth",
    "com-b",
    "imagined-zone",
    "pembury",
    "reimagine-and-can",
    "uk-coaching",
)


@pytest.mark.parametrize("name", TOLD)
def test_an_example_is_told_as_it_was_read_aloud(name: str, kept: Kept) -> None:
    told = to_text(narrative_outline(narrate(load(model_file(name)))), width=100)
    kept(HERE / f"{name}.txt", told.encode())


@pytest.mark.parametrize("name", ["imagined-zone", "pembury"])
def test_an_example_is_told_in_plain_words(name: str, kept: Kept) -> None:
    told = to_text(narrative_outline(narrate(load(model_file(name)), plain=True)), width=100)
    kept(HERE / f"{name}-plain.txt", told.encode())


def test_an_example_is_told_in_another_language(kept: Kept) -> None:
    told = narrate(load(model_file("imagined-zone")), language="cy", to=["belong"])
    kept(HERE / "imagined-zone-cy.txt", to_text(narrative_outline(told), width=100).encode())


LONGEST = 60
"""The most words of a sentence; only lists of names and figures are longer than a breath."""


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_is_too_long_to_say_and_none_is_torn(name: str) -> None:
    for sentence in narrate(load(model_file(name))).sentences:
        text = sentence.text
        names = len(sentence.elements)
        assert len(text.split()) <= LONGEST or names > 3, text
        assert "  " not in text
        assert " ," not in text
        assert " ." not in text
        assert ".." not in text
        assert text[0].isupper() or not text[0].isalpha()


@pytest.mark.parametrize("name", NAMES)
def test_no_sentence_comes_twice_in_a_paragraph(name: str) -> None:
    for section in narrate(load(model_file(name))).sections:
        for paragraph in section.paragraphs:
            texts = [sentence.text for sentence in paragraph.sentences if len(sentence.text) > 60]
            assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", TOLD)
def test_the_data_of_an_example_are_as_their_schema_describes(name: str) -> None:
    story = narrate(load(model_file(name)))
    data = narrative_data(story, "0.1.0")
    jsonschema.validate(data, load_schema("narrative"))
    texts = [
        sentence["text"]
        for section in data["sections"]
        for paragraph in section["paragraphs"]
        for sentence in paragraph
    ]
    assert texts == [sentence.text for sentence in story.sentences]


def test_the_pathways_of_an_example_are_as_their_schema_describes() -> None:
    found = pathways(load(model_file("pembury")), "working-groups", "life-chances")
    jsonschema.validate(pathways_data(found, "0.1.0"), load_schema("pathways"))
    assert len(found.paths) == 2
