"""Spreadsheets of LibreOffice are read as those of Excel, and within the same limits."""

import pytest
from ods_files import HOSTILE, cell, page, row, spreadsheet

from tocmodel.workbook import CellKind, WorkbookError, read_sheets

CELLS = {
    "text": (cell("<text:p>a<text:span>b</text:span>c</text:p>"), "abc", CellKind.TEXT),
    "lines": (cell("<text:p>a</text:p><text:p>b</text:p>"), "a\nb", CellKind.TEXT),
    "spaces": (
        cell('<text:p>a<text:s text:c="3"/>b<text:tab/></text:p>'),
        "a   b\t",
        CellKind.TEXT,
    ),
    "a break": (cell("<text:p>a<text:line-break/>b</text:p>"), "a\nb", CellKind.TEXT),
    "a number": (
        cell("<text:p>1.1</text:p>", 'office:value-type="float" office:value="1.10"'),
        "1.1",
        CellKind.NUMBER,
    ),
    "a whole number": (
        cell("<text:p>2,019</text:p>", 'office:value-type="float" office:value="2019"'),
        "2019",
        CellKind.NUMBER,
    ),
    "a date": (
        cell("", 'office:value-type="date" office:date-value="2019-06-14T00:00:00"'),
        "2019-06-14",
        CellKind.DATE,
    ),
    "truth": (
        cell("", 'office:value-type="boolean" office:boolean-value="true"'),
        "True",
        CellKind.BOOLEAN,
    ),
    "an error": (
        cell("<text:p>#N/A</text:p>", 'office:value-type="string" calcext:value-type="error"'),
        "#N/A",
        CellKind.ERROR,
    ),
    "a remark beside the cell": (
        cell("<office:annotation><text:p>why?</text:p></office:annotation><text:p>a</text:p>"),
        "a",
        CellKind.TEXT,
    ),
}


@pytest.mark.parametrize("name", CELLS)
def test_a_cell_has_the_content_that_people_see(name: str) -> None:
    text, shown, kind = CELLS[name]
    (sheet,) = read_sheets(spreadsheet(page(row(text))))
    ((number, (found,)),) = sheet.rows
    assert (number, found.column, found.text, found.kind) == (1, 1, shown, kind)
    assert not found.has_formula


def test_a_formula_is_seen() -> None:
    attributes = 'table:formula="of:=1+1" office:value-type="float" office:value="2"'
    (sheet,) = read_sheets(spreadsheet(page(row(cell("<text:p>2</text:p>", attributes)))))
    assert sheet.rows[0][1][0].has_formula


def test_empty_rows_and_cells_that_stand_for_many_are_passed_over() -> None:
    text = "<text:p>x</text:p>"
    rows = (
        row(cell("", 'table:number-columns-repeated="3"'), cell(text))
        + row(cell(), attributes='table:number-rows-repeated="1000"')
        + "<table:table-row-group>"
        + row(cell(text, 'table:number-columns-repeated="2"'))
        + "</table:table-row-group>"
        + row(
            cell("", 'table:number-columns-repeated="16384"'),
            attributes='table:number-rows-repeated="1048000"',
        )
    )
    (sheet,) = read_sheets(spreadsheet(page(rows)))
    places = [(number, [found.column for found in cells]) for number, cells in sheet.rows]
    assert places == [(1, [4]), (1002, [1, 2])]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_harmful_spreadsheet_is_refused(name: str) -> None:
    make, place, message = HOSTILE[name]
    with pytest.raises(WorkbookError) as caught:
        read_sheets(make())
    assert (caught.value.place, str(caught.value)) == (place, message)
