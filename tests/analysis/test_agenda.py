"""What the next review looks at, and why."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import tocmodel
from tocmodel.analysis.agenda import Agenda, AgendaTopic, agenda
from tocmodel.analysis.agenda.draft import draft_review

CASES: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("agenda.yaml").read_text(encoding="utf-8")
)


def about(case: dict[str, Any]) -> Agenda:
    theory = tocmodel.from_data({"tocmodel": 1, "title": "T", **case["theory"]})
    return agenda(theory, case["day"])


@pytest.mark.parametrize("name", CASES)
def test_each_item_has_its_topic_and_its_reason(name: str) -> None:
    found = about(CASES[name])
    assert [[item.topic.value, item.about, item.reason] for item in found] == CASES[name]["is"]


def test_every_topic_has_a_case() -> None:
    assert {item[0] for case in CASES.values() for item in case["is"]} == {*map(str, AgendaTopic)}


def test_every_item_is_at_what_it_is_about() -> None:
    for case in CASES.values():
        found = about(case)
        for item in found:
            section, key = item.pointer
            held = getattr(found.about, str(section))[key]
            assert item.about == (held.id if hasattr(held, "id") else f"{held.from_} -> {held.to}")


def test_the_day_is_that_of_the_next_review_unless_another_is_named() -> None:
    theory = {"title": "T", "revision": {"next_review": "2025-07"}}
    made = tocmodel.TheoryOfChange(**theory)
    assert (agenda(made).day, agenda(made, "2025-09").day) == ("2025-07", "2025-09")
    assert agenda(tocmodel.TheoryOfChange(title="T")).day == ""


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("4/7/2025", "'4/7/2025' is no date; did you mean 2025-07-04 or 2025-04-07?"),
        ("soon", "'soon' is no date; write it as 2025-07-04 or 2025-07"),
    ],
)
def test_a_day_that_is_no_date_is_refused(text: str, message: str) -> None:
    with pytest.raises(tocmodel.TocModelError) as raised:
        agenda(tocmodel.TheoryOfChange(title="T"), text)
    assert str(raised.value) == message


def test_a_review_starts_with_what_prompts_it_and_what_to_look_at() -> None:
    case = CASES["targets that were missed, or passed without a figure, also of a group"]
    theory = {**case["theory"], "assumptions": {"stay": {"title": "Staff stay"}}}
    assert draft_review(about({"theory": theory, "day": "2025"})) == {
        "date": "2025",
        "took_part": [],
        "prompted_by": ["absent"],
        "expected": "",
        "saw": "",
        "learned": "",
        "still_true": {"stay": "unknown"},
        "decided": "",
        "changed": [],
        "next_question": "",
    }
