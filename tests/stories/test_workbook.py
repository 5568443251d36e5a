"""The story form as an Excel workbook: its drop-downs, and reading it back."""

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from form_problems import messages_of

from tocmodel.diagnostics import TocModelError
from tocmodel.model import TheoryOfChange
from tocmodel.stories import form_bytes
from tocmodel.stories.workbook import read_workbook

xlsxwriter = pytest.importorskip("xlsxwriter")

THEORY = TheoryOfChange(
    title="T",
    partners={f"school-{number}": {"title": "=1+1"} for number in range(60)},
    spaces={"circle": {"title": "Circle"}},
)


def book(*rows: list[Any], sheet: str = "Story", **settings: Any) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, **settings}) as made:
        page = made.add_worksheet(sheet)
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                page.write(number, place, cell)
    return file.getvalue()


HEAD = ["story", "cycle", "says", "date"]


def test_an_empty_form_has_no_story() -> None:
    form = read_workbook(form_bytes("xlsx", theory=THEORY), "a.xlsx")
    assert (form.stories, form.problems) == ((), ())


def test_the_same_theory_gives_the_same_bytes() -> None:
    assert form_bytes("xlsx", theory=THEORY) == form_bytes("xlsx", theory=THEORY)


def test_the_form_offers_cycles_statuses_and_the_names_of_the_theory() -> None:
    with zipfile.ZipFile(io.BytesIO(form_bytes("xlsx", theory=THEORY))) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
        shared = archive.read("xl/sharedStrings.xml").decode()
    assert page.count("<dataValidation ") == 4  # cycle, status, teller, space
    assert "happened,planned,hoped" in page
    assert "Names!$C$1:$C$60" in page  # too many for a cell, so on a separate sheet
    assert "school-59" in shared
    assert "<f>" not in page


def test_a_filled_in_workbook_is_read_with_its_cells() -> None:
    data = book(HEAD, ["Gate", "applied", "we stood there", 2019], ["", "realized", "calm"])
    form = read_workbook(data, "a.xlsx")
    [story] = form.stories
    assert story.fields["date"].text == "2019"
    assert story.steps[1]["says"].place == "cell C3 of sheet 'Story'"


def test_a_date_is_read_as_a_date() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        page = made.add_worksheet("Story")
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ["Gate", "applied", "we stood there"])
        page.write_datetime(1, 3, datetime(2019, 6, 14), made.add_format({"num_format": "d mmm"}))
    [story] = read_workbook(file.getvalue(), "a.xlsx").stories
    assert story.fields["date"].text == "2019-06-14"


def test_a_formula_is_refused_with_its_cell() -> None:
    data = book(HEAD, ["Gate", "applied", "=1+1"], strings_to_formulas=True)
    assert messages_of(read_workbook(data, "a.xlsx")) == [
        "cell C2 of sheet 'Story': this is a formula"
    ]


def test_another_sheet_is_read_if_there_is_no_story_sheet() -> None:
    data = book(HEAD, ["Gate", "applied", "we stood there"], sheet="Sheet1")
    assert len(read_workbook(data, "a.xlsx").stories) == 1


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"story,cycle\n"])
def test_a_file_that_is_not_a_workbook_is_reported(data: bytes) -> None:
    message = ": the file is not an .xlsx workbook; save it as one"
    assert messages_of(read_workbook(data, "a.xlsx")) == [message]


def test_without_the_extra_one_sentence_explains_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("tocmodel.extras.import_module", gone)
    with pytest.raises(TocModelError, match=r"pip install 'tocmodel\[excel\]'"):
        form_bytes("xlsx")
