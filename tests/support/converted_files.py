"""Small workbooks and documents of other programs, which tests convert."""

import io
from collections.abc import Callable, Mapping

import docx
import openpyxl


def _workbook(sheets: Mapping[str, list[list[object]]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def kumu_sheets() -> bytes:
    return _workbook(
        {
            "Elements": [
                ["ID", "Label", "Type", "Tags"],
                [1, "Trust", "Factor", "a|b"],
                [2, "Jobs", "Outcome", None],
            ],
            "Connections": [
                ["From", "To", "Type"],
                [1, 2, "+"],
                ["Jobs", "Trust", "-"],
                [3, 1, "-"],
            ],
            "(ignore) notes": [["From", "To"], ["x", "y"]],
            "Budget": [["a sum"]],
        }
    )


def logframe_document() -> bytes:
    document = docx.Document()
    document.add_heading("Logframe of the zone", 0)
    rows = [
        ["Project summary", "Indicators", "Means of verification", "Risks / Assumptions"],
        ["Goal: children are well", "Score", "Survey", ""],
        ["Outcome: help comes early", "Families reached", "Register", "Money stays"],
        ["Outputs\nVisits made", "", "", "Doors open"],
        ["Activities\n- train\n- visit", "", "", ""],
    ]
    table = document.add_table(len(rows), 4)
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    return _saved(document)


def merged_strategies() -> bytes:
    document = docx.Document()
    table = document.add_table(3, 3)
    rows = [
        ["Activity", "Output", "Goal"],
        ["Visits", "Families met", ""],
        ["Clubs", "Clubs held", ""],
    ]
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    table.cell(1, 2).merge(table.cell(2, 2)).text = "Children are well"
    return _saved(document)


def headings() -> bytes:
    document = docx.Document()
    document.add_heading("Our plan", 0)
    document.add_paragraph("It began in spring.")
    document.add_heading("Outcomes", 1)
    document.add_heading("Children are well", 2)
    document.add_paragraph("In body and mind.")
    document.add_paragraph("Trust", style="List Bullet")
    document.add_paragraph("Clubs", style="List Bullet 2")
    document.add_heading("Activities", 1)
    document.add_paragraph("Visits", style="List Number")
    document.add_table(1, 1).cell(0, 0).text = "x"
    return _saved(document)


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()


MADE: Mapping[str, Callable[[], bytes]] = {
    "kumu-sheets.xlsx": kumu_sheets,
    "logframe.docx": logframe_document,
    "merged.docx": merged_strategies,
    "headings.docx": headings,
}
"""Each file by its name."""
