"""Whatever people do to a workbook is understood, or reported at its cell."""

import datetime
import io
import zipfile
from typing import Any

import attrs
import pytest
from changed_workbooks import Change, changed
from example_models import model_file

from tocmodel import load, loads
from tocmodel.conversion.workbook.read import read_workbook
from tocmodel.conversion.workbook.write import theory_workbook
from tocmodel.diagnostics import TocModelError

pytest.importorskip("xlsxwriter")

SMALL = loads(
    """
tocmodel: 1
title: A small zone
partners: {staff: {title: The staff}}
interventions: {visits: {title: Home visits, partners: [staff], reach: 40}}
outcomes:
  ready: {title: Children are ready, horizon: short}
  calm: {title: Families are calm, horizon: short}
links:
- {from: visits, to: ready, because: it helps, confidence: high, votes: 3}
- {from: visits, to: calm}
"""
)
BOOK = theory_workbook(SMALL)


def messages(data: bytes) -> list[str]:
    """Return everything that is wrong in a workbook."""
    found = read_workbook(data, "x.xlsx")
    assert (found.theory is None) is bool(found.findings)
    return [finding.message for finding in found.findings]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        (
            {"Links!B2": "Home vists"},
            'Links!B2: there is no element "Home vists"; did you mean "Home visits"?',
        ),
        ({"Links!C2": None}, "Links!B2: item 1 of 'links' has no 'to'"),
        ({"Links!D2": "=1+1"}, "Links!D2: this is a formula"),
        (
            {"Interventions!F2": "The stuff"},
            'Interventions!F2: there is no partner "The stuff"; did you mean "The staff"?',
        ),
        ({"Figures!B2": "Home visit"}, None),
        ({"Figures!C2": "Reech"}, "Figures!C2: 'Reech' is not a figure of this; did you mean"),
        ({"Figures!D2": "about forty"}, "Figures!D2: "),
        ({"Outcomes!B2": None}, "Outcomes!"),
        ({"Figures!B3": "Home visits -> Children are calm"}, "Figures!B3: "),
    ],
)
def test_a_wrong_cell_is_named(cells: dict[str, Any], message: str | None) -> None:
    found = messages(changed(BOOK, cells))
    assert len(found) == 1
    assert message is None or found[0].startswith(message), found


def test_all_wrong_cells_are_reported_at_once() -> None:
    data = changed(BOOK, {"Links!B2": "x", "Links!C3": "y", "Figures!C2": "z"})
    assert [text.partition(":")[0] for text in messages(data)] == [
        "Links!B2",
        "Links!C3",
        "Figures!C2",
    ]


def test_a_finding_has_the_row_and_column_of_its_cell() -> None:
    finding = read_workbook(changed(BOOK, {"Links!B2": "x"}), "x.xlsx").findings[0]
    assert str(finding.span) == "x.xlsx:2:2"


def rename_sheet(book: Any) -> None:
    book["Outcomes"].title = "Ergebnisse"


def hide_sheet(book: Any) -> None:
    book["Outcomes"].sheet_state = "hidden"


def delete_ids(book: Any) -> None:
    for sheet in book.worksheets[1:-1]:
        sheet.delete_cols(1)


def merge(book: Any) -> None:
    book["Outcomes"].merge_cells("B8:D8")


def move_columns(book: Any) -> None:
    sheet = book["Links"]
    sheet.move_range("D1:D9", cols=40)


def leave_a_row_free(book: Any) -> None:
    book["Outcomes"].insert_rows(1)


@pytest.mark.parametrize(
    "change", [rename_sheet, hide_sheet, delete_ids, merge, move_columns, leave_a_row_free]
)
def test_what_a_workbook_looks_like_does_not_matter(change: Change) -> None:
    data = changed(BOOK, change)
    found = read_workbook(data, "x.xlsx")
    assert (found.findings, found.theory) == ((), SMALL)


def test_a_column_that_no_theory_has_is_reported_and_not_lost_in_silence() -> None:
    data = changed(BOOK, {"Outcomes!BA1": "Our comment", "Outcomes!BA2": "nice"})
    found = read_workbook(data, "x.xlsx")
    assert found.theory == SMALL
    assert [str(one.place) for one in found.lost] == ["Outcomes!BA1"]
    assert "Own fields: NAME" in found.lost[0].help


def test_a_column_of_ones_own_is_kept() -> None:
    cells = {"Outcomes!BA1": "Own fields: Our code", "Outcomes!BA2": "007"}
    theory = read_workbook(changed(BOOK, cells), "x.xlsx").theory
    assert theory is not None
    assert theory.outcomes["ready"].fields == {"Our code": "007"}


def test_another_sheet_is_reported() -> None:
    def add(book: Any) -> None:
        book.create_sheet("Notes")["A1"] = "call Ann"

    found = read_workbook(changed(BOOK, add), "x.xlsx")
    assert [one.message for one in found.lost] == ["the sheet 'Notes' is not part of a theory"]


def test_a_renamed_title_keeps_its_id_and_its_links() -> None:
    theory = read_workbook(changed(BOOK, {"Interventions!B2": "Visits at home"}), "x").theory
    assert theory is not None
    assert theory.interventions["visits"].title == "Visits at home"
    assert theory.links == SMALL.links


def test_a_title_that_went_from_one_element_to_another_is_asked_about() -> None:
    cells = {"Outcomes!B2": "Families are calm", "Outcomes!B3": "Children are ready"}
    found = messages(changed(BOOK, cells))
    assert found[0].startswith('Links!C2: "Children are ready" was the title of what is now')


def test_a_row_without_an_id_is_a_new_element() -> None:
    cells = {
        "Outcomes!B4": "Children are fed",
        "Links!B4": "Home visits",
        "Links!C4": "children are fed",
    }
    theory = read_workbook(changed(BOOK, cells), "x").theory
    assert theory is not None
    assert theory.outcomes["children-are-fed"].title == "Children are fed"
    assert (theory.links[-1].from_, theory.links[-1].to) == ("visits", "children-are-fed")


def test_a_copied_row_is_a_new_element() -> None:
    cells = {"Outcomes!A4": "ready", "Outcomes!B4": "Children are eager"}
    found = read_workbook(changed(BOOK, cells), "x")
    assert found.theory is not None
    assert list(found.theory.outcomes) == ["ready", "calm", "children-are-eager"]
    assert len(found.lost) == 1


def delete_outcome(book: Any) -> None:
    book["Outcomes"].delete_rows(3)


def test_links_of_a_removed_row_go_only_if_that_is_asked_for() -> None:
    data = changed(BOOK, delete_outcome)
    assert messages(data) == ['Links!C3: "Families are calm" was removed from its sheet']
    found = read_workbook(data, "x", remove_links=True)
    assert found.theory is not None
    assert [(link.from_, link.to) for link in found.theory.links] == [("visits", "ready")]


def test_true_and_dates_as_a_spreadsheet_writes_them_are_understood() -> None:
    cells = {
        "Partners!BA1": "Lived experience (x)",
        "Theory!C4": True,
        "Theory!C15": datetime.date(2019, 6, 14),
    }
    theory = read_workbook(changed(BOOK, cells), "x").theory
    assert theory is not None
    assert theory.imagined


def test_a_text_too_long_for_excel_is_refused_with_its_cell() -> None:
    theory = loads("tocmodel: 1\ntitle: T\nnotes: x\n")
    with pytest.raises(TocModelError, match=r"'Notes' is too long for a cell .*Theory!C"):
        theory_workbook(attrs.evolve(theory, notes="x" * 40_000))


def test_cells_are_never_formulas() -> None:
    theory = load(model_file("pembury"))
    hostile = attrs.evolve(theory, notes='=HYPERLINK("http://x")', summary="@SUM(A1)")
    data = theory_workbook(hostile)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        pages = [archive.read(name) for name in archive.namelist() if "sheets/" in name]
    assert not any(b"<f>" in page or b"<hyperlink" in page for page in pages)
    assert read_workbook(data, str(model_file("pembury"))).theory == hostile
