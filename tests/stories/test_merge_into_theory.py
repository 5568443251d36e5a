"""Merge a form into a theory: names are looked up, and unknown ones reported."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from small_theories import few
from strategies import theories

from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.ids.new_ids import new_id
from tocmodel.fileformat.loading import reads
from tocmodel.model import Story, StoryStep, TheoryOfChange
from tocmodel.stories import merge_into_theory
from tocmodel.stories.insert import insert_stories
from tocmodel.stories.sheet_form import read_csv
from tocmodel.stories.text_form import read_text

THEORY = TheoryOfChange(
    title="T",
    partners={"schools": {"title": "Five schools"}},
    spaces={"circle": {"title": "Reading circle"}},
    value_creation={"idea": {"title": "An idea", "cycle": "potential"}},
    outcomes={"calm": {"title": "Calm mornings"}},
    indicators={"late": {"title": "Late arrivals"}},
    evidence={"letter": {"title": "A letter"}, "note": {"title": "A note"}},
    stories={"gate": {"title": "At the gate"}},
)

WHOLE = """\
Story: In the yard
Teller: five schools
Role: a teacher
Date: 2019-06
Space: circle
Cycle: Realised
Status: Hoped for
Says: mornings will be calm
Period: 2019/2020
Value: Calm mornings
Indicator: late
Evidence: letter; a note
"""


def problems(text: str) -> list[str]:
    found = merge_into_theory([read_text(text, "a.txt")], THEORY).problems
    return [f"{item.place}: {item.message}" for item in found]


def test_names_are_found_by_id_and_by_title() -> None:
    assert merge_into_theory([read_text(WHOLE, "a.txt")], THEORY).stories == {
        "in-the-yard": Story(
            id="in-the-yard",
            title="In the yard",
            teller="schools",
            role="a teacher",
            date="2019-06",
            space="circle",
            steps=(
                StoryStep(
                    cycle="realized",
                    says="mornings will be calm",
                    value="calm",
                    status="hoped",
                    period="2019/2020",
                    indicator="late",
                    evidence=("letter", "note"),
                ),
            ),
        )
    }


def test_a_status_that_is_left_out_stays_left_out() -> None:
    found = merge_into_theory([read_text("Story: A\nCycle: applied\nSays: b\n", "a.txt")], THEORY)
    assert found.stories["a"].steps[0].status is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "Story: A\nTeller: schols\nCycle: applied\nSays: b\n",
            "line 2: there is no partner 'schols' in the theory; did you mean 'schools'?",
        ),
        (
            "Story: A\nCycle: aplied\nSays: b\n",
            "line 2: there is no cycle 'aplied'; did you mean 'applied'?",
        ),
        (
            "Story: A\nCycle: applied\nStatus: maybe\nSays: b\n",
            "line 3: the status 'maybe' is not known",
        ),
        (
            "Story: A\nDate: last summer\nCycle: applied\nSays: b\n",
            "line 2: 'last summer' is no date",
        ),
        (
            "Story: A\nDate: 2019-02-31\nCycle: applied\nSays: b\n",
            "line 2: '2019-02-31' is no date",
        ),
        (
            "Story: A\nDate: 04/07/2024\nCycle: applied\nSays: b\n",
            "line 2: '04/07/2024' can be read as 2024-07-04 or as 2024-04-07",
        ),
        (
            "Story: A\nDate: Summer 2019\nCycle: applied\nSays: b\n",
            "line 2: 'Summer 2019' is no date; did you mean 2019?",
        ),
        (
            "Story: A\nDate: 2018/19\nCycle: applied\nSays: b\n",
            "line 2: '2018/19' is no date",
        ),
        (
            "Story: A\nCycle: applied\nSays: b\nPeriod: Q1 2019\n",
            "line 4: 'Q1 2019' can be read as 2019-01/2019-03 or as 2019-04/2019-06",
        ),
        (
            "Story: A\nCycle: applied\nSays: b\nPeriod: soon\n",
            "line 4: 'soon' is no time",
        ),
        (
            "Story: A\nCycle: applied\nSays: b\nEvidence: letter, diary\n",
            "line 4: there is no evidence 'diary' in the theory",
        ),
        (
            "Story: At the Gate\nCycle: applied\nSays: b\n",
            "line 1: there is a story of this title already (gate)",
        ),
        ("Teller: schools\nCycle: applied\nSays: b\n", "line 1: the story has no title"),
        ("Story: A\nTeller: schools\n", "line 1: no question is answered"),
        (
            f"Story: {'long ' * 61}\nCycle: applied\nSays: b\n",
            "line 1: the title is longer than 300 characters",
        ),
        ("# nothing yet\n", ": nobody has filled this form in yet"),
        (
            f"Story: A\nCycle: applied\nSays: {'long ' * 5000}\n",
            "line 3: the answer is longer than 20,000 characters",
        ),
    ],
)
def test_an_unusable_answer_is_reported_with_its_place(text: str, problem: str) -> None:
    assert problems(text) == [problem]


@pytest.mark.parametrize(
    ("date", "period", "story_date", "step_period"),
    [
        ("14/07/2024", "Jul-24", "2024-07-14", "2024-07"),
        ("Jul-24", "2018/19", "2024-07", "2018/2019"),
        ("1 September 2019", "Sept to Dec 2019", "2019-09-01", "2019-09/2019-12"),
    ],
)
def test_dates_as_a_british_excel_saves_them_are_read(
    date: str, period: str, story_date: str, step_period: str
) -> None:
    form = read_csv(
        f"story,date,cycle,says,period\nIn the yard,{date},applied,we greet,{period}\n", "a.csv"
    )
    [story] = merge_into_theory([form], THEORY).stories.values()
    assert (story.date, story.steps[0].period) == (story_date, step_period)


def test_two_forms_with_one_title_are_one_too_many() -> None:
    forms = [read_text("Story: A\nCycle: applied\nSays: b\n", name) for name in ("a", "b")]
    found = merge_into_theory(forms, THEORY)
    assert list(found.stories) == ["a"]
    assert [item.path for item in found.problems] == ["b"]


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Café!", "cafe"),
        ("Gate", "gate-2"),
        ("2019", "story-2019"),
        ("読書", "story"),
        ("One two three four five six seven", "one-two-three-four-five-six"),
    ],
)
def test_an_id_is_made_of_the_title_and_is_new(title: str, id_: str) -> None:
    assert new_id(title, {"gate"}) == id_


# Into the text of a file.

STORY = Story(
    id="yard",
    title="In the yard: # no remark",
    teller="schools",
    steps=({"cycle": "applied", "says": '=1+1 "q" {b}', "status": "happened"},),
)

HEAD = "tocmodel: 1\ntitle: T\npartners: {schools: {title: S}}\n"

PLACES: Mapping[str, str] = {
    "no section": "",
    "no line end": "notes: the last line",
    "an empty section": "stories:   # to come\nnotes: after\n",
    "an empty section in braces": "stories: {}  # to come\nnotes: after\n",
    "lines": "stories:\n    one:\n        title: One   # first\n\n# after\nnotes: after\n",
    "braces": "stories: {one: {title: 'a }'}, }  # more\nnotes: after\n",
    "braces over lines": "stories: {\n  one: {title: One}\n}\nnotes: after\n",
    "lines that end in braces": (
        "stories:\n  one: {title: One,\n    steps: [\n    {cycle: applied}\n    ]\n  }\n"
        "notes: after\n"
    ),
    "a text of several lines": (
        "stories:\n  one:\n    title: One\n    notes: |\n      a\n\n      b\n\nnotes: after\n"
    ),
    "the last section": "stories:\n  one:\n    title: One\n    notes: >-\n      a\n      b\n# end",
}


@pytest.mark.parametrize("below", PLACES.values(), ids=PLACES)
def test_a_story_is_added_and_everything_else_stays_the_same(below: str) -> None:
    document = reads(HEAD + below, "a.toc.yaml")
    text = insert_stories(document, {"yard": STORY})
    theory = reads(text, "a.toc.yaml").theory
    assert theory is not None
    assert theory.stories["yard"] == STORY
    kept = iter(text)
    assert all(character in kept for character in document.tree.text)  # in the same order


def test_a_story_goes_into_json() -> None:
    text = '{"tocmodel": 1, "title": "T", "partners": {"schools": {"title": "S"}}}\n'
    for _ in range(2):
        document = reads(text, "a.toc.json")
        text = insert_stories(document, {f"yard-{len(text)}": STORY})
    theory = reads(text, "a.toc.json").theory
    assert theory is not None
    assert len(theory.stories) == 2


def test_a_text_without_a_safe_place_is_left_alone() -> None:
    kept = "stories:\n  one:\n    title: One\n    notes: |+\n      a\n\n\nnotes: after\n"
    with pytest.raises(TocModelError, match="nothing was written"):
        insert_stories(reads(HEAD + kept, "a.toc.yaml"), {"yard": STORY})


@few
@given(theories())
def test_a_story_goes_into_any_theory(theory: Any) -> None:
    for format_ in ("yaml", "json"):
        document = reads(dumps(theory, format_), f"a.toc.{format_}")
        story = Story(id="zz-new-story", title="New")
        read = reads(insert_stories(document, {"zz-new-story": story}), f"a.toc.{format_}").theory
        assert read is not None
        assert read.stories["zz-new-story"] == story
