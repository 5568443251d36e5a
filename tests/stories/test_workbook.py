"""The story form as an Excel workbook: its drop-downs, and what comes back from it."""

import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from form_problems import said

from tocmodel.diagnostics import TocModelError
from tocmodel.model import TheoryOfChange
from tocmodel.stories import form_bytes, workbook
from tocmodel.stories.workbook import read_workbook

xlsxwriter = pytest.importorskip("xlsxwriter")
pytest.importorskip("python_calamine")

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


def test_an_empty_form_tells_no_story() -> None:
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
    assert "Names!$C$1:$C$60" in page  # too many for a cell: they stand on a sheet of their own
    assert "school-59" in shared
    assert "<f>" not in page


def test_a_filled_in_workbook_is_read_with_its_cells() -> None:
    data = book(HEAD, ["Gate", "applied", "we stood there", 2019], ["", "realized", "calm"])
    form = read_workbook(data, "a.xlsx")
    [story] = form.stories
    assert story.told["date"].text == "2019"
    assert story.steps[1]["says"].place == "cell C3 of sheet 'Story'"


def test_a_date_is_read_as_a_date() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        page = made.add_worksheet("Story")
        page.write_row(0, 0, HEAD)
        page.write_row(1, 0, ["Gate", "applied", "we stood there"])
        page.write_datetime(1, 3, datetime(2019, 6, 14), made.add_format({"num_format": "d mmm"}))
    [story] = read_workbook(file.getvalue(), "a.xlsx").stories
    assert story.told["date"].text == "2019-06-14"


def test_a_formula_is_refused_with_its_cell() -> None:
    data = book(HEAD, ["Gate", "applied", "=1+1"], strings_to_formulas=True)
    assert said(read_workbook(data, "a.xlsx")) == ["cell C2: a formula stands here"]


def test_another_sheet_is_read_where_there_is_no_story_sheet() -> None:
    data = book(HEAD, ["Gate", "applied", "we stood there"], sheet="Sheet1")
    assert len(read_workbook(data, "a.xlsx").stories) == 1


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"story,cycle\n"])
def test_what_is_no_workbook_is_said_to_be_none(data: bytes) -> None:
    message = ": the file is no workbook of the kind .xlsx; save it as one"
    assert said(read_workbook(data, "a.xlsx")) == [message]


def test_a_workbook_without_its_parts_is_said_to_be_unreadable() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/nothing.xml", "<a/>")
    [problem] = read_workbook(file.getvalue(), "a.xlsx").problems
    assert problem.message.startswith("the workbook cannot be read: ")


def test_a_workbook_that_unfolds_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "LARGEST_CONTENT", 1000)
    message = ": the workbook unfolds to more than any form holds"
    assert said(read_workbook(book(HEAD), "a.xlsx")) == [message]
    monkeypatch.setattr(workbook, "LARGEST_WORKBOOK", 10)
    [problem] = read_workbook(book(HEAD), "a.xlsx").problems
    assert problem.message.startswith("the workbook is larger than ")


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    """A workbook with something else on its first sheet."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(file, "w") as after:
        for item in before.infolist():
            content = before.read(item)
            if item.filename == "xl/worksheets/sheet1.xml":
                assert old in content
                content = content.replace(old, new)
            after.writestr(item, content)
    return file.getvalue()


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (b'r="A1"', b'r="XFD1048576"', "cell XFD1048576"),
        (b'r="A1"', b'r="A1048576"', "cell A1048576"),
        (b'<row r="1"', b'<row r="999999"', "row 999999"),
    ],
)
def test_a_cell_far_out_that_would_fill_the_memory_is_refused(
    old: bytes, new: bytes, place: str
) -> None:
    data = replaced(book(HEAD), old, new)
    assert said(read_workbook(data, "a.xlsx")) == [
        f"{place}: something stands far outside the form"
    ]


def test_a_damaged_workbook_is_said_to_be_damaged() -> None:
    data = bytearray(book(HEAD, ["Gate", "applied", "we stood there"]))
    start = data.index(b"xl/worksheets/sheet1.xml") + 60
    data[start : start + 20] = bytes(20)
    [problem] = read_workbook(bytes(data), "a.xlsx").problems
    assert "save it" in problem.message


def test_without_the_extra_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def gone(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr("importlib.import_module", gone)
    with pytest.raises(TocModelError, match=r"pip install 'tocmodel\[excel\]'"):
        form_bytes("xlsx")
    with pytest.raises(TocModelError, match=r"pip install 'tocmodel\[excel\]'"):
        read_workbook(b"", "a.xlsx")
