"""``tocmodel matrix``: the links as a table of signs."""

from pathlib import Path

import openpyxl
import pytest
from cli_types import Run

THEORY = """\
tocmodel: 1
title: Rent
kind: system-map
factors:
  rents: {title: Rents}
  stay: {title: Families who stay}
links:
  - {from: rents, to: stay, effect: decreases}
translations: {cy: {rents: {title: Rhenti}}}
"""


@pytest.fixture(autouse=True)
def zone(folder: Path) -> Path:
    """A theory in the current folder."""
    path = folder / "zone.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    return path


def test_a_cell_has_the_sign_of_the_link(run: Run) -> None:
    rows = run("matrix", "zone.toc.yaml", "-f", "csv").stdout_bytes.decode("utf-8-sig").splitlines()
    assert rows == ['"Cause","Families who stay"', '"Rents","-"']


def test_a_workbook_has_the_same_table(run: Run, folder: Path) -> None:
    pytest.importorskip("xlsxwriter")
    assert run("matrix", "zone.toc.yaml", "-o", "signs.xlsx").exit_code == 0
    page = openpyxl.load_workbook(folder / "signs.xlsx").worksheets[0]
    rows = list(page.iter_rows(min_row=4, max_row=5, values_only=True))
    assert rows == [("Cause", "Families who stay"), ("Rents", "-")]


def test_titles_are_in_another_language_if_that_is_asked_for(run: Run) -> None:
    assert "Rhenti" in run("matrix", "zone.toc.yaml", "--language", "cy").stdout
    done = run("matrix", "zone.toc.yaml", "--language", "fr")
    assert (done.exit_code, "no words in 'fr'" in done.stderr) == (2, True)
