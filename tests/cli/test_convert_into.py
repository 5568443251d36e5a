"""A workbook that people changed changes the file of its theory, and nothing else there."""

from pathlib import Path

import pytest
from changed_workbooks import changed
from cli_types import Run

pytest.importorskip("xlsxwriter")

FILE = """\
tocmodel: 1
title: A small zone
interventions:
  visits:
    title: Home visits  # since 2019
outcomes:
  ready:
    title: Children are ready
links:
  - visits -> ready
"""


@pytest.fixture
def zone(folder: Path, run: Run) -> Path:
    """A theory, and the workbook that was made from it."""
    path = folder / "zone.toc.yaml"
    path.write_text(FILE, encoding="utf-8")
    assert run("convert", "zone.toc.yaml", "zone.xlsx").exit_code == 0
    return path


def change(zone: Path, cells: dict[str, object]) -> None:
    """Change cells of the workbook."""
    book = zone.with_name("zone.xlsx")
    book.write_bytes(changed(book.read_bytes(), cells))


def test_one_changed_cell_is_one_changed_line(run: Run, zone: Path) -> None:
    change(zone, {"Interventions!B2": "Visits at home"})
    result = run("convert", "zone.xlsx", "--into", "zone.toc.yaml")
    assert (result.exit_code, result.stderr) == (0, "Wrote zone.toc.yaml\n")
    assert zone.read_text() == FILE.replace("Home visits", "Visits at home")


def test_a_dry_run_shows_the_differences_and_writes_nothing(run: Run, zone: Path) -> None:
    change(zone, {"Outcomes!B3": "Families are calm"})
    result = run("convert", "zone.xlsx", "--into", "zone.toc.yaml", "--dry-run")
    assert result.exit_code == 0
    assert "The outcome “Families are calm” is new." in result.stdout
    assert result.stderr == "Nothing was written to zone.toc.yaml.\n"
    assert zone.read_text() == FILE


def test_a_wrong_cell_is_named_and_nothing_is_written(run: Run, zone: Path) -> None:
    change(zone, {"Links!B2": "Home vists"})
    result = run("convert", "zone.xlsx", "--into", "zone.toc.yaml")
    assert result.exit_code == 1
    assert result.stderr == (
        'zone.xlsx:2:2: TOC011 Links!B2: there is no element "Home vists"; '
        'did you mean "Home visits"?\n'
    )
    assert zone.read_text() == FILE


def test_a_workbook_that_nobody_changed_changes_nothing(run: Run, zone: Path) -> None:
    result = run("convert", "zone.xlsx", "--into", "zone.toc.yaml")
    message = "Nothing has changed, so zone.toc.yaml stays as it is.\n"
    assert (result.exit_code, result.stderr) == (0, message)


def test_a_file_that_changed_since_is_left_alone_unless_that_is_forced(
    run: Run, zone: Path
) -> None:
    later = FILE.replace("Children are ready", "Children are eager")
    zone.write_text(later, encoding="utf-8")
    result = run("convert", "zone.xlsx", "--into", "zone.toc.yaml")
    assert result.exit_code == 2
    assert "has changed since the workbook 'zone.xlsx' was made from it" in result.stderr
    assert zone.read_text() == later
    assert run("convert", "zone.xlsx", "--into", "zone.toc.yaml", "--force").exit_code == 0
    assert zone.read_text() == FILE


def test_links_go_with_a_removed_row_only_if_asked(run: Run, zone: Path) -> None:
    change(zone, {"Outcomes!B2": None, "Outcomes!A2": None, "Outcomes!B3": "Families are calm"})
    refused = run("convert", "zone.xlsx", "--into", "zone.toc.yaml")
    assert refused.exit_code == 1
    assert 'Links!C2: "Children are ready" was removed from its sheet' in refused.stderr
    assert refused.stderr.endswith(
        "  help: take it out of this cell, or delete this row too; --remove-links does this for "
        "every row\n"
    )
    done = run("convert", "zone.xlsx", "--into", "zone.toc.yaml", "--remove-links")
    assert done.exit_code == 0
    assert "links" not in zone.read_text()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("other.csv", "--into", "zone.toc.yaml"), "is not a workbook with a theory"),
        (("zone.xlsx", "--dry-run"), "--dry-run goes with --into"),
        (("zone.xlsx", "x.toc.yaml", "--into", "zone.toc.yaml"), "leave out TARGET"),
        (("-", "--into", "zone.toc.yaml"), "--into needs the names of two files"),
    ],
)
def test_what_makes_no_sense_is_refused(
    run: Run, zone: Path, words: tuple[str, ...], message: str
) -> None:
    zone.with_name("other.csv").write_text("From,To\na,b\n")
    result = run("convert", *words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert zone.read_text() == FILE
