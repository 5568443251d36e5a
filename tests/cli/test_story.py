"""``tocmodel story``: a form for the teller, and back into the theory."""

from pathlib import Path

import pytest
import workbooks
from cli_types import Run

THEORY = """\
# ours
tocmodel: 1
title: A circle
partners: {staff: {title: Staff of the school}}
spaces: {circle: {title: Circle}}
"""

FORM = "Story: At the gate\nTeller: staff\nSpace: Circle\nCycle: applied\nStatus: happened\nSays: a"


@pytest.fixture
def circle(folder: Path) -> Path:
    path = folder / "circle.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    return path


def test_a_form_goes_to_standard_output_or_to_a_file(circle: Path, run: Run) -> None:
    shown = run("story", "form", "--for", "circle.toc.yaml").stdout
    assert shown.startswith("# A value-creation story\n")
    assert "#   staff  Staff of the school\n" in shown
    result = run("story", "form", "--for", "circle.toc.yaml", "-o", "a.story.txt")
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path("a.story.txt").read_text(encoding="utf-8") == shown
    assert "tocmodel story read a.story.txt --into circle.toc.yaml" in result.stderr


def test_new_writes_the_form_too_and_never_over_another(run: Run) -> None:
    assert run("new", "gate", "--template", "story").exit_code == 0
    assert run("new", "gate.csv", "--template", "story").exit_code == 0
    assert Path("gate.story.txt").read_text(encoding="utf-8") == run("story", "form").stdout
    again = run("new", "gate", "--template", "story")
    assert again.exit_code == 2
    assert "'gate.story.txt' exists already" in again.stderr
    assert "story " in run("new", "--list").stdout


def test_a_filled_in_form_is_read_into_the_theory(circle: Path, run: Run) -> None:
    Path("gate.story.txt").write_text(FORM, encoding="utf-8")
    result = run("story", "read", "gate.story.txt", "--into", "circle.toc.yaml")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("Added at-the-gate: At the gate\n")
    assert circle.read_text(encoding="utf-8") == THEORY + (
        "\nstories:\n  at-the-gate:\n    title: At the gate\n    teller: staff\n    space: circle\n"
        "    steps:\n    - cycle: applied\n      says: a\n      status: happened\n"
    )
    assert run("check", "circle.toc.yaml", "--select", "TOC0").exit_code == 0


def test_a_teller_may_be_of_an_included_theory(circle: Path, run: Run) -> None:
    programme = "tocmodel: 1\ntitle: All\nincludes:\n  one: {file: circle.toc.yaml, title: One}\n"
    Path("all.toc.yaml").write_text(programme, encoding="utf-8")
    form = FORM.replace("staff", "one/staff")
    Path("gate.story.txt").write_text(form, encoding="utf-8")
    result = run("story", "read", "gate.story.txt", "--into", "all.toc.yaml")
    assert result.exit_code == 0, result.stderr
    text = Path("all.toc.yaml").read_text(encoding="utf-8")
    assert "    teller: one/staff\n    space: one/circle\n" in text


def test_a_dry_run_writes_nothing(circle: Path, run: Run) -> None:
    Path("gate.story.txt").write_text(FORM, encoding="utf-8")
    result = run("story", "read", "gate.story.txt", "--into", "circle.toc.yaml", "--dry-run")
    assert result.stderr == "Would add at-the-gate: At the gate\n"
    assert circle.read_text(encoding="utf-8") == THEORY


def test_windows_line_ends_and_the_mark_of_a_file_stay(circle: Path, run: Run) -> None:
    circle.write_bytes(b"\xef\xbb\xbf" + THEORY.replace("\n", "\r\n").encode())
    Path("gate.story.txt").write_text(FORM, encoding="utf-8")
    assert run("story", "read", "gate.story.txt", "--into", "circle.toc.yaml").exit_code == 0
    data = circle.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf# ours\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_one_bad_form_keeps_every_story_out(circle: Path, run: Run) -> None:
    Path("gate.story.txt").write_text(FORM, encoding="utf-8")
    Path("yard.story.txt").write_text(
        FORM.replace("staff", "stuff").replace("gate", "yard"), encoding="utf-8"
    )
    forms = ("gate.story.txt", "yard.story.txt")
    result = run("story", "read", *forms, "--into", "circle.toc.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(
        "yard.story.txt, line 2: there is no partner 'stuff' in the theory; did you mean 'staff'?"
    )
    assert result.stderr.endswith("Nothing was written to circle.toc.yaml.\n")
    assert circle.read_text(encoding="utf-8") == THEORY


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["read", "no.txt", "--into", "circle.toc.yaml"], 2, "cannot read 'no.txt'"),
        (["read", "circle.toc.yaml", "--into", "circle.toc.yaml"], 2, "is a theory, not a form"),
        (["read", "a.txt", "--into", "-"], 2, "standard input cannot be added to"),
        (
            ["form", "-o", "a.doc"],
            2,
            "unknown file type '.doc': this command writes .txt, .csv or .xlsx",
        ),
    ],
)
def test_what_cannot_be_done_is_reported(
    circle: Path, run: Run, arguments: list[str], status: int, message: str
) -> None:
    result = run("story", *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert message in result.stderr


def test_stories_are_not_read_into_a_broken_theory(broken: Path, run: Run) -> None:
    Path("gate.story.txt").write_text(FORM, encoding="utf-8")
    result = run("story", "read", "gate.story.txt", "--into", "broken.toc.yaml")
    assert result.exit_code == 1
    assert "TOC010" in result.stderr


@pytest.mark.parametrize("command", ["form", "read"])
def test_each_part_explains_itself_with_examples(run: Run, command: str) -> None:
    shown = run("story", command, "--help").stdout
    assert f"tocmodel story {command}" in shown.partition("Examples:")[2]


def test_a_hostile_or_damaged_workbook_is_one_finding_with_its_name(circle: Path, run: Run) -> None:
    Path("far.xlsx").write_bytes(workbooks.workbook(workbooks.FAR))
    Path("cut.xlsx").write_bytes(workbooks.workbook()[:-30])
    Path("bad.xlsx").write_bytes(workbooks.at_negative_place())
    result = run("story", "read", "far.xlsx", "cut.xlsx", "bad.xlsx", "--into", "circle.toc.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line for line in result.stderr.splitlines() if not line.startswith("  help: ")] == [
        "far.xlsx, cell XFD1048576: the sheet goes on beyond row 5,000 or column ZZ",
        "cut.xlsx: the file is not an .xlsx workbook; save it as one",
        "bad.xlsx: the workbook is damaged: '_rels/.rels' cannot be unpacked",
        "Nothing was written to circle.toc.yaml.",
    ]
    assert circle.read_text(encoding="utf-8") == THEORY
