"""The guide without a terminal: lines go in, and a theory comes out."""

import json
from pathlib import Path

import pytest
from attrs import evolve

from tocmodel.checks import check
from tocmodel.diagnostics import Severity
from tocmodel.fileformat.loading import reads
from tocmodel.guide import STEPS, Guide, answer, begin, new_draft, questions, reread, unanswered
from tocmodel.guide.edits import theory_of
from tocmodel.guide.question import LONGEST_ANSWER, LONGEST_NAME
from tocmodel.schema import schema_text


def started(title: str = "Harbour") -> Guide:
    """The guide at the first question of a new draft."""
    return begin(reads(new_draft(title), "harbour.toc.yaml"))


def after(guide: Guide, *lines: str) -> Guide:
    """The guide after some lines."""
    for line in lines:
        guide = answer(guide, line)
    return guide


WHOLE = {
    "title": ["Harbour Family Zone"],
    "place": ["The harbour estate"],
    "conditions": ["Some children start school behind"],
    "causes of some-children-start-school": ["Families do not trust services"],
    "people": ["Families with young children"],
    "goal": ["Children thrive"],
    "who of children-thrive": ["1"],
    "before children-thrive": ["Children start school ready"],
    "before children-start-school-ready": ["Families ask early"],
    "horizon of children-start-school-ready": ["2"],
    "horizon of families-ask-early": ["1"],
    "who of families-ask-early": ["parents of young children"],
    "activities for families-ask-early": ["Home visits"],
    "needs of home-visits": ["1 and 2"],
    "because of home-visits -> families-ask-early": ["they have met someone"],
    "response to home-visits": ["It feels safe to ask"],
    "resource of it-feels-safe-to-ask": ["a known face"],
    "assumptions of home-visits -> families-ask-early": ["Staff stay"],
    "partners": ["The schools"],
    "partners of home-visits": ["2"],
    "assets": ["A family centre"],
    "uses of a-family-centre": ["1"],
    "risks": ["Rents rise"],
    "threats of rents-rise": ["2"],
    "harms": ["Families feel singled out"],
    "causes of harm families-feel-singled-out": ["1"],
    "ceiling": ["2"],
    "signs of families-ask-early": ["Families who ask"],
    "evidence": ["Nine in ten came back"],
    "support from nine-in-ten-came-back": ["2"],
    "doubts": ["1"],
    "missing links": ["1 -> 3"],
    "summary": ["Teachers visit, and families ask."],
}
"""An answer to each question of a small theory, by the id of the question."""


def completed() -> Guide:
    """The guide at its end, with each question answered as above."""
    guide = started()
    while guide.at:
        at = guide.at
        for line in WHOLE.get(at, ()):
            guide = answer(guide, line)
        if guide.at == at:
            guide = answer(guide, "")
    return guide


def test_answers_become_a_theory_with_comments_and_without_errors() -> None:
    guide = completed()
    expected = Path(__file__).with_name("harbour.toc.yaml")
    assert guide.text == expected.read_text(encoding="utf-8")
    found = check(guide.document)
    assert [one for one in found if one.severity is Severity.ERROR] == []


def test_every_question_can_be_skipped_and_the_title_alone_is_a_theory() -> None:
    guide = started()
    asked = []
    while guide.at:
        asked.append(guide.at)
        guide = answer(guide, "")
    assert guide.text == new_draft("Harbour")
    assert asked[:4] == ["title", "place", "conditions", "people"]
    assert guide.document.theory is not None


def test_the_guide_goes_on_after_the_last_answer_in_the_file() -> None:
    guide = after(started(), "Zone", "", "Need", "", "", "People", "")
    assert guide.at == "goal"
    again = begin(reads(guide.text, "harbour.toc.yaml"))
    assert (again.at, again.text) == ("goal", guide.text)


def test_a_theory_whose_last_question_has_an_answer_begins_at_its_first_gap() -> None:
    end = answer(answer(started(), "step 10"), "In short.")
    assert (end.at, begin(end.document).at) == ("", "place")


def test_a_draft_without_answers_begins_with_its_title() -> None:
    assert started().at == "title"


def test_back_next_and_step_move_between_questions_and_change_nothing() -> None:
    guide = started()
    there = [guide := answer(guide, line) for line in ("next", "back", "step 9", "step 1", "BACK")]
    assert [one.at for one in there] == ["people", "conditions", "evidence", "title", "title"]
    assert there[-1].said == ("This is the first question.",)
    assert {one.text for one in there} == {started().text}


def test_after_the_last_step_next_is_the_end_and_back_returns() -> None:
    end = answer(answer(started(), "step 10"), "next")
    assert (end.at, end.question, answer(end, "back").at) == ("", None, "summary")
    assert answer(started(), "step 12").said == ("The steps have the numbers 1 to 10.",)


def test_show_lists_what_there_is_and_stays_at_the_question() -> None:
    shown = answer(after(started(), "Zone", "", "Need", "", ""), "show")
    assert (shown.said, shown.at) == (("Zone", "Conditions:", "  - Need"), "people")


def test_stop_and_its_other_words_end_the_guide() -> None:
    assert [answer(started(), word).is_stopped for word in ("stop", "quit", "exit", "help")] == [
        True,
        True,
        True,
        False,
    ]


def test_an_answer_given_again_is_used_again() -> None:
    guide = after(started(), "", "", "Need", "need.")
    assert guide.said == ("That is there already.",)
    assert list(theory_of(guide.document).conditions) == ["need"]


def test_a_new_answer_replaces_the_only_one_of_its_kind() -> None:
    guide = after(started(), "Zone", "Here", "back", "back", "Another zone", "There")
    theory = theory_of(guide.document)
    assert (theory.title, theory.place.name if theory.place else "") == ("Another zone", "There")


@pytest.mark.parametrize(
    ("at", "line", "said"),
    [
        ("goal", "2", "there is no list to choose from here; write it in words"),
        ("who of children-thrive", "7", "there is no number 7 in the list"),
        ("who of children-thrive", "1 2", "choose one number, or write it in words"),
        (
            "horizon of families-ask-early",
            "soon",
            "type one or more numbers from 1 to 3, such as: 1",
        ),
        ("uses of a-family-centre", "all", "type 1, or nothing to go on"),
        (
            "missing links",
            "1",
            "write two numbers from 1 to 5 with an arrow between them, such as: 1 -> 2",
        ),
        ("missing links", "1 -> 1", "a link joins two different things"),
        ("missing links", "2 -> 1", "an activity comes before a change: swap the two numbers"),
    ],
)
def test_an_answer_that_cannot_be_used_is_explained_and_asked_again(
    at: str, line: str, said: str
) -> None:
    guide = Guide(document=completed().document, at=at)
    again = answer(guide, line)
    assert (again.said, again.at, again.text) == ((f"Not yet: {said}",), at, guide.text)


@pytest.mark.parametrize(("at", "longest"), [("title", LONGEST_NAME), ("goal", LONGEST_ANSWER)])
def test_a_text_that_is_too_long_is_refused_and_the_question_stays(at: str, longest: int) -> None:
    guide = evolve(started(), at=at)
    again = answer(guide, "x" * (longest + 1))
    said = f"That has {longest + 1:,} characters, and {longest:,} fit here; use fewer words."
    assert (again.said, again.at, again.text) == ((said,), at, guide.text)


def test_an_answer_too_long_for_a_title_is_kept_whole_as_a_description() -> None:
    long = " ".join(["word"] * (LONGEST_ANSWER // 5))
    (goal,) = theory_of(answer(evolve(started(), at="goal"), long).document).outcomes.values()
    assert (len(goal.title), goal.title[-5:], goal.description) == (120, "word…", long)


def test_the_limit_of_a_title_is_that_of_the_schema() -> None:
    limits = json.loads(schema_text("theory"))["$defs"]
    who, name = (limits[kind]["properties"] for kind in ("outcome", "place"))
    assert {limits["title"]["maxLength"], who["who"]["maxLength"], name["name"]["maxLength"]} == {
        LONGEST_NAME
    }


@pytest.mark.parametrize(
    "title",
    [
        'Our "zone": what #1 said',
        "- a list? [no] {no} & *no* !no |no >no %no @no `no`",
        "'single' \\ back \\n",
        "null",
        "12:30",
        "Joy 😀 and 👩‍👩‍👧",
        "أطفالنا يقرؤون",
        "子どもたち",
        "Plant Cymru’n ffynnu",
        "a -> b",
    ],
)
def test_any_words_are_kept_as_they_are(title: str) -> None:
    guide = after(started(), title, title, title, "", "", title, "", title, "")
    theory = theory_of(guide.document)
    assert theory.place is not None
    assert [theory.title, theory.place.name] == [title, title]
    for section in (theory.conditions, theory.partners, theory.outcomes):
        assert [entry.title for entry in section.values()] == [title]
    assert guide.document.findings == ()


def test_titles_without_latin_letters_get_numbered_ids() -> None:
    guide = after(started(), "", "", "ألف", "باء")
    assert list(theory_of(guide.document).conditions) == ["condition", "condition-2"]


def test_keys_that_a_terminal_sends_are_no_part_of_an_answer() -> None:
    guide = answer(started(), "\x1b[A Zone\t\x00of \ud800 hope\x1b[D\r\n")
    assert theory_of(guide.document).title == "Zone of ? hope"


def test_a_file_that_changed_keeps_the_question_if_it_is_still_there() -> None:
    guide = after(started(), "", "", "Need", "")
    assert guide.at == "causes of need"
    changed = guide.text.replace("Need", "A greater need")
    assert reread(guide, reads(changed, "harbour.toc.yaml")).at == "causes of need"
    gone = reread(guide, reads(new_draft("Harbour"), "harbour.toc.yaml"))
    assert gone.at == "title"


def test_comments_and_additions_of_a_person_stay() -> None:
    guide = after(started(), "Zone", "", "Need", "")
    own = guide.text.replace("    title: Need\n", "    title: Need  # ours\n    level: family\n")
    again = begin(reads(own, "harbour.toc.yaml"))
    again = after(again, "A cause", "", "People")
    assert "    title: Need  # ours\n    level: family\n  a-cause:\n" in again.text


def test_the_questions_without_an_answer_are_counted_by_step() -> None:
    assert unanswered(started()) == {1: 2, 2: 1, 3: 1, 8: 5, 9: 1, 10: 1}


def test_ids_of_questions_are_unique_and_each_step_has_a_reason() -> None:
    ids = [question.id for _, question in questions(completed().document)]
    assert len(ids) == len(set(ids))
    assert all(step.title and step.about.endswith(".") for step in STEPS)
