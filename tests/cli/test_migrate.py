"""``tocmodel migrate``: explicit, and asking where it must."""

from pathlib import Path

import pytest
from cli_types import Run

from tocmodel.cli import migrate
from tocmodel.fileformat.migration import MigrationChoice

THEORY = """\
tocmodel: 1
title: A circle
frameworks: [value-creation-2011]
spaces: {circle: {title: Circle}}
value_creation:
  joy: {title: Joy counts, cycle: reframing, space: circle}   # ours
"""

NEW = THEORY.replace("value-creation-2011", "value-creation").replace(
    "cycle: reframing", "cycle: transformative, reframes: circle"
)


@pytest.fixture
def circle(folder: Path) -> Path:
    path = folder / "circle.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    return path


def test_a_decision_on_the_command_line_is_carried_out(circle: Path, run: Run) -> None:
    result = run(
        "migrate", "circle.toc.yaml", "--to", "value-creation", "--decide", "joy=transformative"
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "joy: reframing is now transformative\n"
        "frameworks: 'value-creation' for 'value-creation-2011'\n"
        "Wrote circle.toc.yaml\n"
    )
    assert circle.read_text(encoding="utf-8") == NEW


def test_without_a_terminal_what_is_open_is_listed_and_nothing_is_written(
    circle: Path, run: Run
) -> None:
    result = run("migrate", "circle.toc.yaml", "--to", "value-creation")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("  joy (reframing): transformative or strategic or keep\n")
    assert circle.read_text(encoding="utf-8") == THEORY


def test_a_dry_run_says_what_would_be_done(circle: Path, run: Run) -> None:
    result = run(
        "migrate", "circle.toc.yaml", "--to", "value-creation", "--decide", "joy=keep", "--dry-run"
    )
    assert result.stderr == (
        "frameworks: 'value-creation' beside 'value-creation-2011'\n"
        "Kept: joy stays reframing\n"
        "Nothing was written to circle.toc.yaml.\n"
    )
    assert circle.read_text(encoding="utf-8") == THEORY


def test_on_a_terminal_each_value_is_asked_about(
    circle: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def answer(choice: MigrationChoice) -> str:
        asked.append(choice.id)
        return "transformative"

    monkeypatch.setattr(migrate, "_is_terminal", lambda: True)
    monkeypatch.setattr(migrate, "_ask", answer)
    assert run("migrate", "circle.toc.yaml", "--to", "value-creation").exit_code == 0
    assert asked == ["joy"]
    assert circle.read_text(encoding="utf-8") == NEW


def test_the_question_names_the_value_and_takes_one_of_its_options(
    circle: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "_is_terminal", lambda: True)
    result = run(
        "migrate", "circle.toc.yaml", "--to", "value-creation", stdin="x\ntransformative\n"
    )
    assert result.exit_code == 0
    assert "joy is reframing value: Joy counts\nWhat is it now?" in result.stderr
    assert circle.read_text(encoding="utf-8") == NEW


def test_a_decision_is_written_with_an_equals_sign(circle: Path, run: Run) -> None:
    result = run("migrate", "circle.toc.yaml", "--to", "value-creation", "--decide", "joy")
    assert result.exit_code == 2
    assert "--decide is like joy=transformative, not 'joy'" in result.stderr


def test_standard_input_is_no_file_to_change(run: Run) -> None:
    result = run("migrate", "-", "--to", "value-creation")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "standard input cannot be changed" in result.stderr


def test_a_broken_theory_is_explained(broken: Path, run: Run) -> None:
    result = run("migrate", "broken.toc.yaml", "--to", "value-creation")
    assert result.exit_code == 1
    assert "TOC010" in result.stderr
