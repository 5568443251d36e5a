"""The table of what is checked and where it comes from names checks that there are."""

from pathlib import Path

import yaml

from tocmodel.checks.rules import RULES

FILE = Path(__file__).resolve().parent.parent / "docs" / "questions.yaml"
QUESTIONS = [
    question
    for theme in yaml.safe_load(FILE.read_text(encoding="utf-8")).values()
    for question in theme
]


def test_every_question_names_checks_that_there_are_or_says_why_none_is_needed() -> None:
    known = {rule.name for rule in RULES}
    assert [name for item in QUESTIONS for name in item["checks"] if name not in known] == []
    assert [item["ask"] for item in QUESTIONS if not item["checks"] and not item.get("why")] == []


def test_no_question_is_asked_twice_and_no_check_answers_two() -> None:
    asked = [item["ask"] for item in QUESTIONS]
    named = [name for item in QUESTIONS for name in item["checks"]]
    assert len(set(asked)) == len(asked)
    assert len(set(named)) == len(named)
