"""Workbooks from common programs are read as they look in those programs."""

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import workbooks
import xlsxwriter

from tocmodel.stories import form_bytes
from tocmodel.stories.sheet_form import form_rows
from tocmodel.workbook import WorkbookError, read_sheet

Require = Callable[[bool, str], None]

TITLE = "What came of it"
LINE = "first\nsecond & <third> £"

ROWS: list[list[Any]] = [
    [TITLE],
    [],
    ["story", "cycle", None, "says", "date"],
    ["Gate", "applied", None, LINE, date(2019, 6, 14)],
    [None, 2019, 2.5, -3, 0.1],
    [True, False, None, datetime(2019, 6, 14, 18, 30), time(10, 30)],
    [timedelta(hours=30), "007", "2019-06-14", "_x0041_", 1e22],
]

READ = (
    (TITLE,),
    (),
    ("story", "cycle", "", "says", "date"),
    ("Gate", "applied", "", LINE, "2019-06-14"),
    ("", "2019", "2.5", "-3", "0.1"),
    ("True", "False", "", "2019-06-14", "10:30:00"),
    ("30:00:00", "007", "2019-06-14", "_x0041_", "10000000000000000000000"),
)
"""The rows read from each, whichever program wrote it."""


def by_xlsxwriter() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        page = book.add_worksheet("Story")
        page.merge_range(0, 0, 0, 4, TITLE)
        kinds = {
            date: book.add_format({"num_format": "d mmm yyyy"}),
            datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
            time: book.add_format({"num_format": "hh:mm"}),
            timedelta: book.add_format({"num_format": "[h]:mm:ss"}),
        }
        page.data_validation(3, 1, 20, 1, {"validate": "list", "source": ["applied", "realized"]})
        for number, cells in enumerate(ROWS[1:], 1):
            for place, cell in enumerate(cells):
                if cell is not None:
                    page.write(number, place, cell, kinds.get(type(cell)))
        page.write_blank(200, 3, None, kinds[date])
    return file.getvalue()


def by_openpyxl(*, iso_dates: bool = False) -> bytes:
    book = openpyxl.Workbook()
    book.iso_dates = iso_dates
    page = book.active
    assert page is not None
    page.title = "Story"
    for cells in ROWS:
        page.append([_escaped(cell) for cell in cells])
    page.merge_cells("A1:E1")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _escaped(cell: object) -> object:
    """Escape text that looks like an escaped character, as openpyxl does not."""
    return cell.replace("_x0041_", "_x005F_x0041_") if isinstance(cell, str) else cell


def test_a_workbook_from_xlsxwriter_is_read() -> None:
    assert read_sheet(by_xlsxwriter(), "Story").rows == READ


@pytest.mark.parametrize("iso_dates", [False, True])
def test_a_workbook_from_openpyxl_is_read(*, iso_dates: bool) -> None:
    assert read_sheet(by_openpyxl(iso_dates=iso_dates), "Story").rows == READ


@pytest.mark.parametrize("write", [by_xlsxwriter, by_openpyxl])
def test_a_workbook_saved_again_by_libreoffice_is_read(
    tmp_path: Path, require: Require, write: Callable[[], bytes]
) -> None:
    require(shutil.which("soffice") is not None, "LibreOffice (soffice) is not installed")
    path = tmp_path / "a.xlsx"
    path.write_bytes(write())
    (tmp_path / "out").mkdir()
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=200,
    )
    found = read_sheet((tmp_path / "out" / "a.xlsx").read_bytes(), "Story")
    assert found.rows == READ


def test_our_own_form_is_read_with_its_questions() -> None:
    rows = read_sheet(form_bytes("xlsx"), "Story").rows
    wanted = [tuple(row) for row in form_rows("value-creation")]
    width = len(wanted[0])
    assert [(*row, *[""] * (width - len(row))) for row in rows] == wanted


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<v>43630</v>", "43630"),
        ('<c s="1"><v>43630</v></c>', "2019-06-14"),
        ('<c s="1"><v>-1</v></c>', "-1"),
        ('<c s="1"><v>3000000</v></c>', "3000000"),
        ('<c s="1"><v>2958465.9999999</v></c>', "2958465.9999999"),
        ('<c s="99"><v>1</v></c>', "1"),
        ("<v>1e999</v>", "1e999"),
        ("<v>nan</v>", "nan"),
        ('<c t="e"><v>#N/A</v></c>', "#N/A"),
        ('<c t="b"><v>0</v></c>', "False"),
        ('<c t="d"><v>2019-06-14T10:30:00Z</v></c>', "2019-06-14"),
        ('<c t="str"><v>a_x000D_\n_x0000_</v></c>', "a\r\n_x0000_"),
        (
            '<c t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r><rPh><t>no</t></rPh></is></c>',
            "a b",
        ),
        ('<c t="s"><v>1</v></c>', "two runs"),
    ],
)
def test_each_kind_of_cell_is_read(cell: str, text: str) -> None:
    more = {
        "xl/sharedStrings.xml": f'<sst xmlns="{workbooks.MAIN}"><si><t>one</t></si>'
        "<si><r><t>two </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si></sst>",
        "xl/styles.xml": f'<styleSheet xmlns="{workbooks.MAIN}">'
        '<numFmts><numFmt numFmtId="170" formatCode="d mmm"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    }
    held = cell if cell.startswith("<c ") else f"<c>{cell}</c>"
    assert read_sheet(workbooks.workbook(f"<row>{held}</row>", more)).rows == ((text,),)


def test_a_text_that_is_missing_is_damage() -> None:
    rows = '<row><c t="s"><v>7</v></c></row>'
    data = workbooks.workbook(rows, workbooks.shared("one"))
    with pytest.raises(WorkbookError, match="the text of cell A1 is missing"):
        read_sheet(data)


def test_gaps_are_empty_rows_and_cells() -> None:
    rows = '<row r="3"><c r="C3"><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>'
    assert read_sheet(workbooks.workbook(rows)).rows == ((), (), ("", "", "1", "", "2"), ("3",))


def test_the_sheet_of_the_name_is_read_else_the_first_visible_one() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name in ("First", "Second", "Story"):
            book.add_worksheet(name).write(0, 0, name)
        book.worksheets()[1].activate()
        book.worksheets()[0].hide()
    assert read_sheet(file.getvalue(), "Story").rows == (("Story",),)
    assert read_sheet(file.getvalue(), "Other").name == "Second"


def test_days_count_from_1904_if_the_workbook_does() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "date_1904": True}) as book:
        page = book.add_worksheet("Story")
        page.write_datetime(0, 0, datetime(2019, 6, 14), book.add_format({"num_format": "d mmm"}))
    assert read_sheet(file.getvalue()).rows == (("2019-06-14",),)
