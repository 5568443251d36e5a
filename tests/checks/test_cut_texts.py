"""Texts that YAML cuts off at a ``#`` are asked about."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tocmodel.checks import check
from tocmodel.checks.pages import find_page
from tocmodel.diagnostics import Severity
from tocmodel.fileformat.loading import reads

ASKED = "if it is, put the whole text in quotes: "
CASES = yaml.safe_load(Path(__file__).with_name("cut_texts.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_text_that_may_be_cut_off_is_asked_about(case: dict[str, Any]) -> None:
    document = reads(f"tocmodel: 1\n{case['text']}\n", "x.toc.yaml")
    assert document.findings == ()
    found = check(document, select=["TOC024"])
    assert [
        f"{item.span.line}:{item.span.column} {item.help[len(ASKED) : item.help.index('; if not')]}"
        for item in found
        if item.span
    ] == case["finds"]


def test_the_question_is_a_warning_with_what_to_write() -> None:
    (found,) = check(reads("tocmodel: 1\ntitle: Goal # 2"), select=["text-cut-off"])
    message = "'title' ends before this #, and what follows is read as a comment: is it part of"
    help_ = f'{ASKED}title: "Goal # 2"; if not, write two spaces before the # and one after it'
    assert found.severity is Severity.WARNING
    assert (found.message, found.help) == (f"{message} the text?", help_)


def test_a_waiver_that_lets_a_cut_text_stand_is_in_use() -> None:
    text = "tocmodel: 1\n# tocmodel: ignore[TOC024] a note to ourselves\ntitle: Goal # 2"
    assert check(reads(text), select=["TOC02"]) == ()


def test_in_json_a_hash_is_a_letter() -> None:
    text = '{"tocmodel": 1, "title": "Goal # 2"}'
    assert check(reads(text, "x.toc.json"), select=["TOC024"]) == ()


def test_the_page_says_how_a_comment_is_written() -> None:
    assert "two or more spaces before the #" in find_page("TOC024").text
