"""Story forms: empty ones are written, and completed ones read, whatever people type."""

import csv
import io
from pathlib import Path

import pytest
from form_problems import messages_of

from tocmodel.diagnostics import TocModelError
from tocmodel.model import TheoryOfChange
from tocmodel.stories import FilledField, form_bytes
from tocmodel.stories.questions import QUESTIONS
from tocmodel.stories.read_form import read_form
from tocmodel.stories.sheet_form import COLUMNS, cell_name, read_csv, read_rows
from tocmodel.stories.text_form import read_text

THEORY = TheoryOfChange(
    title="T",
    frameworks=["value-creation-2011"],
    partners={"schools": {"title": "Five schools\nof the town"}},
    value_creation={"idea": {"title": "An idea", "cycle": "potential"}},
)


# Writing.


@pytest.mark.parametrize("edition", QUESTIONS)
@pytest.mark.parametrize("format_", ["text", "csv"])
def test_an_empty_form_asks_each_question_and_has_no_story(format_: str, edition: str) -> None:
    text = form_bytes(format_, edition=edition).decode("utf-8-sig")
    assert all(question.text in text for question in QUESTIONS[edition])
    form = read_text(text, "a.txt") if format_ == "text" else read_csv(text, "a.csv")
    assert (form.stories, form.problems) == ((), ())


def test_the_five_questions_of_the_first_edition_end_in_reframing() -> None:
    cycles = [question.cycle.value for question in QUESTIONS["value-creation-2011"]]
    assert cycles == ["immediate", "potential", "applied", "realized", "realized", "reframing"]


def test_a_form_for_a_theory_has_its_edition_and_lists_its_names() -> None:
    text = form_bytes("text", theory=THEORY).decode()
    assert "Cycle: reframing" in text
    assert "#   schools  Five schools of the town\n" in text
    assert "#   idea  An idea\n" in text
    assert read_text(text, "a.txt").stories == ()


def test_the_columns_of_a_sheet_are_in_its_first_row() -> None:
    rows = list(csv.reader(io.StringIO(form_bytes("csv").decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_there_is_no_form_of_another_kind() -> None:
    with pytest.raises(TocModelError, match="no form 'doc': choose one of text, csv, xlsx"):
        form_bytes("doc")


# Reading text.


def test_an_answer_may_run_over_lines_and_hold_colons_and_marks() -> None:
    text = (
        "# a note\n\nStory: At the gate\nTeller: schools\nCycle: applied\n"
        "Status: happened\nSays: we said: hello\n Value: of no field, as it begins with a space\n"
        'and more, "really"\n'
    )
    [story] = read_text(text, "a.txt").stories
    assert story.fields == {
        "story": FilledField("At the gate", "line 3"),
        "teller": FilledField("schools", "line 4"),
    }
    assert story.steps == (
        {
            "cycle": FilledField("applied", "line 5"),
            "status": FilledField("happened", "line 6"),
            "says": FilledField(
                'we said: hello Value: of no field, as it begins with a space and more, "really"',
                "line 7",
            ),
        },
    )


def test_one_form_may_hold_several_stories() -> None:
    text = "Story: One\nCycle: applied\nSays: a\nStory: Two\nCycle: realized\nSays: b\n"
    assert [story.fields["story"].text for story in read_text(text, "a").stories] == ["One", "Two"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Stroy: One\n", "line 1: there is no field 'Stroy'"),
        ("hello\n", "line 1: this line belongs to no field"),
        ("Story: One\nSays: early\n", "line 2: 'Says' comes before the first step"),
        (
            "Story: One\nCycle: applied\nSays: a\nSays: b\n",
            "line 4: 'Says' appears again here",
        ),
        (
            "Story: One\nCycle: applied\nStatus: happened\n",
            "line 3: a status without an answer",
        ),
        ("x" * (1024 * 1024 + 1), ": the form is larger than 1 MiB"),
    ],
)
def test_a_problem_in_a_text_is_reported_with_its_line(text: str, problem: str) -> None:
    assert messages_of(read_text(text, "a.txt")) == [problem]


def test_a_word_and_a_colon_in_an_answer_are_not_taken_for_a_field() -> None:
    text = "Story: One\nCycle: applied\nSays: we asked\nWhy: because it was late\n"
    form = read_text(text, "a.txt")
    assert form.problems == ()
    assert form.stories[0].steps[0]["says"].text == "we asked Why: because it was late"


# Reading sheets.


def test_rows_are_steps_and_a_new_title_begins_a_story() -> None:
    text = "story,teller,cycle,says\nOne,schools,applied,a\n,,realized,b\nTwo,,applied,c\n"
    one, two = read_csv(text, "a.csv").stories
    assert one.fields["teller"] == FilledField("schools", "cell B2")
    assert [step["says"].text for step in one.steps] == ["a", "b"]
    assert [step["says"].text for step in two.steps] == ["c"]


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_cells_may_be_separated_as_in_any_country(mark: str) -> None:
    text = "\r\n".join(
        mark.join(row) for row in (["story", "cycle", "says"], ["A", "applied", "b"])
    )
    [story] = read_csv(text, "a.csv").stories
    assert story.steps[0]["says"] == FilledField("b", "cell C2")


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", [": the sheet is empty"]),
        (
            "story,cycle,sais\nA,applied,b\n",
            [
                "cell C1: there is no column 'sais'; did you mean 'says'?",
                "row 1: there is no column 'says'",
            ],
        ),
        (
            "story,cycle,says,cycle\nA,applied,b,c\n",
            ["cell D1: the column 'cycle' appears again here"],
        ),
        (
            'story,cycle,says\nA,applied,"=HYPERLINK(""x"")"\n',
            ["cell C2: there is a formula here"],
        ),
        (
            'story,cycle,says\nA,applied,"open\n',
            [": the form cannot be read as CSV: unexpected end of data"],
        ),
    ],
)
def test_a_problem_in_a_sheet_is_reported_with_its_cell(text: str, problems: list[str]) -> None:
    form = read_csv(text, "a.csv")
    assert messages_of(form) == problems


def test_an_endless_sheet_is_refused() -> None:
    rows = [["story", "cycle", "says"], *([["A", "applied", "b"]] * 5000)]
    assert messages_of(read_rows(rows, "a.csv")) == [": the sheet has more than 5,000 rows"]


def test_the_question_column_is_for_the_teller_only() -> None:
    text = "story,question,cycle,says\nA,=what?,applied,b\n"
    assert messages_of(read_csv(text, "a.csv")) == ["cell B2: there is a formula here"]
    [story] = read_csv(text.replace("=", ""), "a.csv").stories
    assert "question" not in story.steps[0]


def test_cells_are_named_as_spreadsheets_name_them() -> None:
    assert [cell_name(0, place) for place in (0, 25, 26, 701, 702)] == [
        "cell A1",
        "cell Z1",
        "cell AA1",
        "cell ZZ1",
        "cell AAA1",
    ]


# Reading files.


def test_files_are_read_by_their_ending_and_in_the_encodings_people_have(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("story,cycle,says\nCafé,applied,ja\n".encode("cp1252"))
    assert read_form(path).stories[0].fields["story"].text == "Café"
    path = tmp_path / "a.story.txt"
    path.write_bytes("\ufeffStory: Café\r\nCycle: applied\r\nSays: ja\r\n".encode())
    assert read_form(path).stories[0].fields["story"].text == "Café"
    path.write_bytes(b"Story: \0\1\2")
    assert messages_of(read_form(path)) == [": the form is not text; save it as UTF-8 or as .xlsx"]


def test_a_theory_is_not_a_form(tmp_path: Path) -> None:
    with pytest.raises(TocModelError, match="is a theory, not a form; name it with --into"):
        read_form(tmp_path / "a.toc.yaml")
