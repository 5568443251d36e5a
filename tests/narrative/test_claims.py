"""Each kind of link in words: what it claims, why, and what it needs."""

from pathlib import Path
from typing import Any

import pytest

from tocmodel.analysis.titles import words_for
from tocmodel.model import TheoryOfChange
from tocmodel.narrative.grammar import ProperNames, TitleForm, as_thing, form_of
from tocmodel.narrative.speaker import Speaker
from tocmodel.narrative.steps import step
from tocmodel.narrative.teller import Teller
from tocmodel.syntax import parse

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = parse(
    (HERE / "claims.yaml").read_text(encoding="utf-8"), "claims.yaml"
).data
TITLES: dict[str, list[str]] = parse(
    (HERE / "titles.yaml").read_text(encoding="utf-8"), "titles.yaml"
).data


def theory_of(case: dict[str, Any]) -> TheoryOfChange:
    """The theory that a case is about: two elements and a link."""
    sections: dict[str, dict[str, Any]] = {}
    for end, kind in zip(("from", "to"), case["in"], strict=True):
        unwanted = kind == "unwanted"
        entry = {"title": case["link"][end]} | ({"valence": kind} if unwanted else {})
        sections.setdefault("outcomes" if unwanted else kind, {})[end] = entry
    link = {**case["link"], "from": "from", "to": "to"}
    return TheoryOfChange(title="Example", links=[link], **sections)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"][0])
def test_a_link_is_told_in_these_sentences(case: dict[str, Any]) -> None:
    theory = theory_of(case)
    teller = Teller(Speaker(words_for(theory, "", plain=False, numbers=False)))
    assert [sentence.text for sentence in step(teller, theory.links[0])] == case["says"]


@pytest.mark.parametrize(
    ("form", "title"), [(form, title) for form, titles in TITLES.items() for title in titles]
)
def test_a_title_is_a_clause_a_thing_or_only_a_label(form: str, title: str) -> None:
    assert form_of(title, statement=True) is TitleForm(form)


@pytest.mark.parametrize(
    ("title", "thing"),
    [
        ("Improve attendance", "Improving attendance"),
        ("Run a breakfast club", "Running a breakfast club"),
        ("Support for pupils", "Support for pupils"),
        ("Support the parents", "Supporting the parents"),
        ("Raise", "Raise"),
        ("Share of pupils", "Share of pupils"),
    ],
)
def test_an_instruction_becomes_a_thing_that_people_do(title: str, thing: str) -> None:
    assert as_thing(title) == thing


@pytest.mark.parametrize(
    ("title", "lowered"),
    [
        ("Schools open their doors", "schools open their doors"),
        ("Pembury residents", "Pembury residents"),
        ("Porth Dychymyg thrives", "Porth Dychymyg thrives"),
        ("Early Years specialists", "Early Years specialists"),
        ("NHS services", "NHS services"),
        ("Young Roma stay at school", "young Roma stay at school"),
        ("Young Schools Group", "Young Schools Group"),
        ("Learning in the region is joined up", "learning in the region is joined up"),
        ("I can ask", "I can ask"),
        ("A known face", "a known face"),
        ("Peabody's letter", "Peabody's letter"),
        ("already lower", "already lower"),
    ],
)
def test_a_title_loses_its_capital_unless_it_begins_with_a_name(title: str, lowered: str) -> None:
    names = ProperNames(["People in Pembury, the schools and I"], ["Porth Dychymyg", "Peabody"])
    assert names.lowered(title) == lowered
