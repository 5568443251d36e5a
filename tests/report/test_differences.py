"""Differences and change logs as they are read."""

import json
from typing import Any

from tocmodel.differences import diff
from tocmodel.differences.changelog import KeptVersion, change_log
from tocmodel.fileformat.loading import loads
from tocmodel.model import TheoryOfChange
from tocmodel.report import changelog
from tocmodel.report.differences import SEVERAL, Compared, outline
from tocmodel.report.outline import Line, to_markdown, to_text


def theory(**body: Any) -> TheoryOfChange:
    return loads(json.dumps({"tocmodel": 1, "title": "Breakfast", **body}), "a.toc.json")


def compared(old: TheoryOfChange, new: TheoryOfChange) -> tuple[Line, ...]:
    return outline(Compared(title=new.title, old="a", new="b", differences=diff(old, new)))


def indicators(number: int) -> dict[str, Any]:
    return {f"i{place}": {"title": f"Sign {place}"} for place in range(number)}


def test_many_new_entries_become_a_list() -> None:
    lines = compared(theory(), theory(indicators=indicators(SEVERAL)))
    assert [(line.depth, line.text) for line in lines[-5:]] == [
        (0, "4 indicators are new:"),
        (1, "Sign 0"),
        (1, "Sign 1"),
        (1, "Sign 2"),
        (1, "Sign 3"),
    ]


def test_a_few_are_listed_one_by_one() -> None:
    lines = compared(theory(indicators=indicators(SEVERAL - 1)), theory())
    assert [line.text for line in lines[-3:]] == [
        f"The indicator “Sign {place}” is no longer part of the theory." for place in range(3)
    ]


def test_wording_is_left_to_people_to_judge() -> None:
    old = theory(outcomes={"fed": {"title": "Children are fed"}})
    new = theory(outcomes={"fed": {"title": "No children are fed"}})
    assert compared(old, new)[-1].text == (
        "The outcome “Children are fed” is now called “No children are fed”. "
        "(Wording: is the meaning the same?)"
    )


def test_markup_in_titles_stays_words() -> None:
    lines = compared(theory(), theory(outcomes={"a": {"title": "<b>*A*</b>\u202e"}}))
    assert "\n- The outcome “\\<b\\>\\*A\\*\\</b\\>�” is new.\n" in to_markdown(lines)
    assert "\u202e" not in to_text(lines)


def logged(*states: KeptVersion, since: KeptVersion | None = None) -> list[str]:
    log = change_log(states, since=since)
    last = states[-1].theory
    assert last is not None
    return [line.text for line in changelog.outline(last, log)]


REVIEW = {"date": "2019-03-14", "decided": "to wait", "changed": ["fed"], "significance": "minor"}
FED = {"fed": {"title": "Children are fed", "horizon": "short"}}
LATER = {"fed": {"title": "Children are fed", "horizon": "long"}}


def test_reviews_alone_have_the_latest_first() -> None:
    reviews = {"a": {"date": "2018-01", "title": "First"}, "b": {"date": "2019-01"}}
    assert logged(KeptVersion(theory=theory(reviews=reviews))) == [
        "Change log: Breakfast",
        "No date is set for the next review.",
        "2019-01: Review",
        "2018-01: First",
    ]


def test_a_review_that_calls_minor_what_is_significant_is_pointed_out() -> None:
    text = logged(
        KeptVersion(theory=theory(outcomes=FED), date="2018-01-01", note="Begin"),
        KeptVersion(
            theory=theory(outcomes=LATER, reviews={"r": REVIEW}), date="2019-03-15", note="Wait"
        ),
    )
    assert text[2:] == [
        "2019-03-14: Review (minor)",
        "Decided: to wait.",
        "Changed: Children are fed.",
        "Committed on 2019-03-15 (Wait): 1 significant difference.",
        "The review calls this minor; some of it is significant.",
        (
            "The outcome “Children are fed” is now expected in the long term; "
            "it was in the short term."
        ),
        "2018-01-01: Begin",
        "The first version on record.",
    ]


def test_a_state_that_changed_no_meaning_and_one_that_cannot_be_read_are_passed_over() -> None:
    text = logged(
        KeptVersion(theory=theory(outcomes=FED), date="2018-01-01", note="Begin"),
        KeptVersion(theory=None, date="2018-02-01", note="Break"),
        KeptVersion(theory=theory(outcomes=FED), date="2018-03-01", note="Sort"),
    )
    assert text[2:] == ["2018-01-01: Begin", "The first version on record."]


def test_a_review_that_was_altered_later_is_told_as_a_difference() -> None:
    first = theory(outcomes=FED, reviews={"r": REVIEW})
    second = theory(outcomes=FED, reviews={"r": {**REVIEW, "decided": "to go on"}})
    text = logged(
        KeptVersion(theory=second, date="2020-01-01", note="Mend"), since=KeptVersion(theory=first)
    )
    assert text[2:] == [
        "2020-01-01: Mend",
        "1 minor difference.",
        "What the review “r” decided: now “to go on”, before “to wait”.",
    ]
