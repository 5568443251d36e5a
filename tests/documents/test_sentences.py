"""What a report states about links, assumptions and evidence is what the theory states."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tocmodel import TheoryOfChange
from tocmodel.analysis.titles import words_for
from tocmodel.documents.blocks import Block, TextTable, plain_text, texts_of
from tocmodel.documents.chapters import CHAPTERS
from tocmodel.documents.chapters.pathways import link_line
from tocmodel.documents.subject import ReportSubject


def subject(**parts: object) -> ReportSubject:
    return ReportSubject(words_for(TheoryOfChange(title="Breakfast", **parts), "", plain=False))


OUTCOMES = {"fed": {"title": "Children are fed"}, "calm": {"title": "Mornings are calm"}}


CASES = yaml.safe_load(Path(__file__).with_name("links.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["link"]))
def test_a_link_is_a_sentence_with_everything_that_limits_it(case: dict[str, Any]) -> None:
    about = subject(outcomes=OUTCOMES, links=[{"from": "fed", "to": "calm", **case["link"]}])
    assert plain_text(link_line(about, about.theory.links[0])) == case["words"]


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [text for block in blocks for text in texts_of(block)]


def chapter(name: str, **parts: object) -> list[str]:
    return texts(CHAPTERS[name].blocks(subject(**parts)))


def test_an_assumption_that_nobody_watches_is_called_so() -> None:
    words = chapter("assumptions", assumptions={"come": {"title": "Children come", "holds": "no"}})
    row = words[words.index("Children come") :]
    assert row == [
        "Children come",
        "No",
        "Does not hold",
        "No link names it",
        "Nobody is named",
    ]


def test_the_register_has_assumptions_that_are_written_on_a_link() -> None:
    link = {"from": "fed", "to": "calm", "assumes": [{"title": "Children come"}]}
    words = chapter("assumptions", outcomes=OUTCOMES, links=[link])
    assert "Children come" in words
    assert "“Children are fed” leads to “Mornings are calm”" in words


def test_each_outcome_is_listed_by_the_strongest_evidence_for_it() -> None:
    evidence = {
        "plan": {"title": "The plan", "shows": "aim", "supports": ["fed", "calm"]},
        "survey": {"title": "The survey", "shows": "change", "supports": ["fed"]},
        "doubt": {"title": "A doubt", "contradicts": ["fed"]},
    }
    words = chapter("evidence", outcomes=OUTCOMES, evidence=evidence)
    assert words[1:4] == [
        "Evidence of a change: 1. “Children are fed”.",
        "Stated only as an aim: 1. “Mornings are calm”.",
        "Evidence speaks against: “Children are fed”.",
    ]


def test_a_quotation_without_a_source_stays_out_of_a_report() -> None:
    evidence = {
        "open": {"title": "Open", "quote": "Published words", "source": "letter"},
        "closed": {"title": "Closed", "quote": "Private words"},
    }
    words = " ".join(
        chapter("evidence", sources={"letter": {"title": "A letter"}}, evidence=evidence)
    )
    assert "“Published words”" in words
    assert "Private words" not in words


def test_an_outcome_without_an_indicator_is_in_the_monitoring_framework() -> None:
    words = chapter("monitoring", outcomes=OUTCOMES)
    assert words.count("no indicator yet") == 2


def test_value_that_is_hoped_for_never_reads_like_a_result() -> None:
    story = {"title": "At the gate", "steps": [{"cycle": "realized", "status": "hoped"}]}
    values = {"trust": {"title": "Trust", "cycle": "realized", "status": "hoped"}}
    words = chapter("value", value_creation=values, stories={"gate": story})
    assert "Trust (hoped for)" in words
    assert "Realised value (hoped for). The story has no words for this step." in words


def test_the_glossary_explains_only_the_doubts_that_occur() -> None:
    plain = chapter("glossary", outcomes=OUTCOMES)
    inferred = chapter(
        "glossary",
        outcomes=OUTCOMES,
        links=[{"from": "fed", "to": "calm", "origin": "inferred"}],
    )
    assert not any(line.startswith("Inferred.") for line in plain)
    assert any(line.startswith("Inferred.") for line in inferred)


def test_a_source_leads_only_to_the_web() -> None:
    sources = {
        "good": {"title": "Good", "url": "https://example.org/a"},
        "bad": {"title": "Bad", "url": "javascript:alert(1)"},
    }
    blocks = CHAPTERS["sources"].blocks(subject(sources=sources))
    links = [run.link for block in blocks for item in block.items for run in item if run.link]  # type: ignore[union-attr]
    assert links == ["https://example.org/a"]


def test_every_table_has_a_name_and_full_rows(
    example: TheoryOfChange,
) -> None:
    about = ReportSubject(words_for(example.whole, "", plain=False))
    for found in CHAPTERS.values():
        for block in found.blocks(about):
            if isinstance(block, TextTable):
                assert block.title
                assert {len(row) for row in block.rows} <= {len(block.columns)}
