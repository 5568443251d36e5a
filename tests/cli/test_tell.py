"""``tocmodel tell``."""

import json
from pathlib import Path

import pytest
from cli_types import Run

from tocmodel.schema import load_schema

STREET = """\
tocmodel: 1
title: A street
interventions:
  club: {title: A breakfast club}
outcomes:
  fed: {title: Children are not hungry, plain: Children have eaten., horizon: short}
  learn: {title: Children learn, horizon: long}
links:
  - {from: club, to: fed, because: it is free, main: true}
  - {from: fed, to: learn, main: true, origin: inferred}
translations:
  cy:
    theory: {title: Stryd}
    fed: {title: Mae plant wedi bwyta}
"""


@pytest.fixture(autouse=True)
def street(folder: Path) -> None:
    """A theory of two steps."""
    (folder / "street.toc.yaml").write_text(STREET, encoding="utf-8")


def test_a_theory_is_told_in_paragraphs_below_headings(run: Run) -> None:
    result = run("tell", "street.toc.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("A street\n\nWhat it is for\n\nThe long-term aim is that ")
    assert (
        "The story starts with a breakfast club. This work should mean that children are not\n"
        "hungry, because it is free. This should mean that children learn."
    ) in result.stdout


def test_only_what_leads_to_an_element_is_told(run: Run) -> None:
    told = run("tell", "street.toc.yaml", "--to", "fed").stdout
    assert "children are not" in told
    assert "children learn" not in told
    told = run("tell", "street.toc.yaml", "--from", "fed").stdout
    assert "breakfast" not in told
    assert "children learn" in told


def test_nothing_to_tell_is_reported(run: Run) -> None:
    result = run("tell", "street.toc.yaml", "--from", "learn", "--to", "club")
    assert (result.exit_code, result.stdout) == (0, "A street\n")
    assert result.stderr == (
        "Note: no link leads from the one to the other, so there is nothing to tell\n"
    )


def test_a_theory_without_elements_is_reported(run: Run, folder: Path) -> None:
    (folder / "new.toc.yaml").write_text("tocmodel: 1\ntitle: New\n", encoding="utf-8")
    result = run("tell", "new.toc.yaml")
    assert (result.exit_code, result.stdout) == (0, "New\n")
    assert result.stderr == "Note: the theory has no elements yet, so there is nothing to tell\n"


def test_plain_words_are_used_if_asked_for(run: Run) -> None:
    told = run("tell", "street.toc.yaml", "--plain").stdout
    assert "We think this means that children have eaten." in " ".join(told.split())
    assert "This is why: it is free." in " ".join(told.split())


def test_in_another_language_the_connecting_words_are_said_to_be_english(run: Run) -> None:
    told = " ".join(run("tell", "street.toc.yaml", "--language", "cy").stdout.split())
    assert told.startswith("Stryd ")
    assert "the words that connect them are in English" in told
    assert "should lead to “Mae plant wedi bwyta”" in told


def test_data_are_as_their_schema_describes(run: Run) -> None:
    data = json.loads(run("tell", "street.toc.yaml", "-f", "json").stdout)
    assert set(load_schema("narrative")["required"]) <= set(data)
    [story] = [section for section in data["sections"] if section["id"] == "story"]
    assert story["paragraphs"][1][1] == {
        "text": "This work should mean that children are not hungry, because it is free.",
        "elements": ["fed"],
        "links": [{"from": "club", "to": "fed"}],
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--to", "feed"), "no element 'feed'; did you mean 'fed'?"),
        (("--to", "x1"), "no element 'x1'; 'tocmodel show street.toc.yaml' lists them"),
        (("--language", "fr"), "the theory has no words in 'fr'; it has en-GB, cy"),
        (
            ("-o", "story.docx"),
            (
                "unknown file type '.docx': this command writes .txt, .md or .json; "
                "'tocmodel report' writes .docx"
            ),
        ),
    ],
)
def test_a_mistake_is_one_sentence(run: Run, arguments: tuple[str, ...], message: str) -> None:
    result = run("tell", "street.toc.yaml", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {message}\n")
