"""``tocmodel value``: words, tables and pictures of value creation."""

import csv
import io
from pathlib import Path

import pytest
from cli_types import Run

CIRCLE = """\
tocmodel: 1
title: A reading circle
partners: {staff: {title: Staff}}
spaces:
  circle: {title: Circle, difference: children read}
value_creation:
  idea: {title: Idea, cycle: potential, space: circle, status: happened}
  tried: {title: =1+1, cycle: applied, space: circle, status: happened}
  calm: {title: Calm, cycle: realized, for: [staff], status: hoped}
links: [idea -> tried -> calm]
stories:
  gate: {title: Gate, space: circle, steps: [{cycle: applied, value: tried, status: happened}]}
"""


@pytest.fixture
def circle(folder: Path) -> Path:
    path = folder / "circle.toc.yaml"
    path.write_text(CIRCLE, encoding="utf-8")
    return path


def test_value_is_described_in_words(circle: Path, run: Run) -> None:
    result = run("value", "circle.toc.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "Value creation: A reading circle\n"
        "Uses the eight cycles of 'value-creation'.\n"
        "\n"
        "Circle (circle)\n"
        "The difference it cares to make: children read\n"
        "- Potential, happened\n"
        "  Idea (idea)\n"
        "- Applied, happened\n"
        "  =1+1 (tried)\n"
        "\n"
        "Value of no stated space\n"
        "- Realised, hoped for\n"
        "  Calm (calm)\n"
        "\n"
        "How value is carried from cycle to cycle\n"
        "Flows: 1, each counted by its least certain value.\n"
        "Long ones, which reach a difference beyond the space: hoped for 1.\n"
        "Short ones, which stay near it: none.\n"
        "- idea -> tried -> calm\n"
        "  long; happened as far as tried (applied), then hoped for: calm (realised)\n"
        "\n"
        "Learning loops: back to those who learn\n"
        "Hoped for: 0 closed, 1 open\n"
        "- Open, hoped for: Calm (calm)\n"
        "  no link leads back (circle)\n"
    )


def test_claims_are_shown_with_their_data_and_the_four_answers(circle: Path, run: Run) -> None:
    result = run("value", "circle.toc.yaml", "--claims", "--space", "circle")
    assert (result.exit_code, result.stderr) == (0, "")
    told = result.stdout.partition("- =1+1 (tried)\n")[2]
    assert told == (
        "  applied, happened; has contribution data only: no indicator shows it\n"
        "  1. Does an indicator show the change? No: no indicator measures it\n"
        "  2. Does a story come to it from an earlier cycle? No: gate: the story names nothing\n"
        "  earlier that led to it\n"
        "  3. Do indicator and story agree in time, people and direction? Not known: an indicator\n"
        "  and a story are needed to compare\n"
        "  4. Was another source of the change considered? No: no link that leads to it names one\n"
    )


def test_claims_as_csv_are_one_table_without_formulas(circle: Path, run: Run) -> None:
    run("value", "circle.toc.yaml", "--claims", "-o", "claims.csv")
    rows = list(csv.DictReader(io.StringIO(Path("claims.csv").read_text(encoding="utf-8-sig"))))
    assert [(row["value"], row["title"], row["plausible"]) for row in rows] == [
        ("idea", "Idea", "no"),
        ("tried", "'=1+1", "no"),
        ("calm", "Calm", "no"),
    ]
    shown = run("value", "circle.toc.yaml", "--claims", "-f", "csv").stdout_bytes
    assert shown == Path("claims.csv").read_bytes()


@pytest.mark.parametrize("ending", ["txt", "csv", "html", "svg", "png", "pdf"])
def test_the_matrix_is_written_in_every_format(circle: Path, run: Run, ending: str) -> None:
    result = run("value", "circle.toc.yaml", "--matrix", "-o", f"matrix.{ending}")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (0, f"Wrote matrix.{ending}")
    begins = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF", "html": b"<!doctype html>"}
    data = Path(f"matrix.{ending}").read_bytes()
    assert data.startswith(begins.get(ending, b""))
    if ending in ("txt", "csv", "html", "svg"):
        assert b"=1+1" in data


def test_one_story_is_shown_by_itself(circle: Path, run: Run) -> None:
    shown = run("value", "circle.toc.yaml", "--story", "gate").stdout
    assert "1. Applied, Stories" in shown
    assert run("value", "circle.toc.yaml", "--story", "gote").stderr.startswith(
        "Error: there is no story 'gote'; did you mean 'gate'?"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--space", "circel"], "Error: there is no space 'circel'; did you mean 'circle'?"),
        (["--space", "xyz"], "Error: there is no space 'xyz'; there are: circle"),
        (
            ["--claims", "-f", "svg"],
            "Error: claims are written as text, markdown, csv or xlsx, not svg",
        ),
        (["-o", "a.doc"], "Error: unknown file type '.doc': this command writes .txt, .md, .csv,"),
    ],
)
def test_a_question_without_an_answer_is_reported(
    circle: Path, run: Run, arguments: list[str], message: str
) -> None:
    result = run("value", "circle.toc.yaml", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)


def test_a_theory_without_value_says_so(zone: Path, run: Run) -> None:
    assert "The file has no learning space and no value." in run("value", "zone.toc.yaml").stdout
    assert run("value", "zone.toc.yaml", "--claims").exit_code == 0


def test_a_broken_model_is_explained(broken: Path, run: Run) -> None:
    result = run("value", "broken.toc.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "broken.toc.yaml:4:43: error TOC010" in result.stderr
