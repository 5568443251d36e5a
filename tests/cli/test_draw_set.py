"""``tocmodel draw`` of a theory that is too large for a sheet: a set, and advice that works."""

import re
import shlex
from pathlib import Path

import pytest
from attrs import evolve
from cli_types import Run
from pypdf import PdfReader
from signed_maps import signed_map

from tocmodel import dumps

A3 = (841.9, 1190.6)


@pytest.fixture
def map_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("our map.toc.yaml")
    path.write_text(dumps(signed_map(44, 80, themes=3)), encoding="utf-8")
    return path


def test_all_pictures_of_a_large_map_are_files_with_clear_names(run: Run, map_file: Path) -> None:
    result = run("draw", str(map_file), "--all", "-o", "pictures")
    assert result.exit_code == 0
    assert "Note" not in result.stderr
    names = sorted(path.name for path in Path("pictures").iterdir())
    kinds = {re.sub(r"(region|around)-.*", r"\1", name.removeprefix("our map-")) for name in names}
    assert kinds == {
        "around",
        "loops.svg",
        "matrix.csv",
        "matrix.svg",
        "matrix.xlsx",
        "overview.svg",
        "poster.svg",
        "region",
    }


def test_a_matrix_that_fits_no_sheet_is_said_to_be_in_the_tables(
    run: Run, map_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tocmodel.layout.table.place.MOST_CELLS", 100)
    left_out = (
        "Note: the matrix has no picture, as its 31 rows and 36 columns fit no sheet up to A2"
    )
    result = run("draw", str(map_file), "--all", "-o", "pictures")
    assert result.stderr.splitlines()[-3:] == [
        f"Drew {Path('pictures/our map-matrix.csv')}",
        f"Drew {Path('pictures/our map-matrix.xlsx')}",
        f"{left_out}: the csv and xlsx files have all of it",
    ]
    result = run("draw", str(map_file), "--all", "-o", "pages.pdf")
    command = "tocmodel matrix 'our map.toc.yaml' -o matrix.xlsx"
    assert f"{left_out}: '{command}' writes all of it" in result.stderr.splitlines()
    again = run(*shlex.split(command)[1:])
    assert (again.exit_code, Path("matrix.xlsx").exists()) == (0, True)


def test_each_command_that_a_note_names_gives_pages_that_fit(run: Run, map_file: Path) -> None:
    result = run("draw", str(map_file), "--page", "A4", "-o", "one.svg")
    commands = re.findall(r"'tocmodel (draw .*?(?:summary|\.pdf|\d))'(?= draws)", result.stderr)
    assert len(commands) == 3
    for command in commands:
        words = shlex.split(command)
        assert words[1] == str(map_file)
        target = words[words.index("-o") + 1] if "-o" in words else "step.pdf"
        again = run(*words, *([] if "-o" in words else ["-o", target]))
        assert again.exit_code == 0
        for page in PdfReader(target).pages:
            sides = sorted((float(page.mediabox.width), float(page.mediabox.height)))
            assert sides[0] <= A3[0]
            assert sides[1] <= A3[1]


def test_a_command_of_a_note_names_the_view_and_draws_what_fits(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    theory = signed_map(44, 80, themes=3)
    views = [{"id": "few", "title": "Few", "focus": "f1"}, {"id": "whole", "title": "Whole"}]
    path = Path("two views.toc.yaml")
    path.write_text(dumps(evolve(theory, views=views)), encoding="utf-8")
    result = run("draw", str(path), "--view", "whole", "--page", "A4", "-o", "one.svg")
    (command,) = re.findall(
        r"'tocmodel (draw [^']*'[^']*' --view whole [^']*)' draws", result.stderr
    )
    again = run(*shlex.split(command), "-o", "step.pdf")
    assert (again.exit_code, "Note" in again.stderr) == (0, False)
