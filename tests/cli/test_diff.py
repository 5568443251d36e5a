"""``tocmodel diff``."""

import json
from pathlib import Path

import jsonschema
import pytest
from cli_types import Run
from git_folder import keep
from reading_club import FIRST

from tocmodel.schema import load_schema

SENTENCES = """\
What changed: A reading club
From old.toc.yaml to new.toc.yaml: 3 significant differences and 2 minor differences.

Significant: the theory makes other claims (3)
- The outcome “Children enjoy reading” is now expected in the medium term; it was in the
  short term. (Review: Spring review.)
- The outcome “Parents feel sure” is no longer part of the theory.
- It is no longer claimed that “Reading together” leads to “Parents feel sure”.

Minor: the theory makes the same claims (2)
- The revision now has a date for the next review: 2020-03.
- The review “Spring review” is new.

What prompted the reviews
- 2019-03-14: Spring review (minor): what parents told us
"""


@pytest.mark.usefixtures("pair")
def test_two_files_are_compared_in_sentences(run: Run) -> None:
    result = run("diff", "old.toc.yaml", "new.toc.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == SENTENCES


@pytest.mark.usefixtures("pair")
def test_no_difference_is_reported(run: Run) -> None:
    result = run("diff", "old.toc.yaml", "old.toc.yaml", "--fail-on", "minor")
    assert result.exit_code == 0
    assert result.stdout.endswith("From old.toc.yaml to old.toc.yaml: no difference in meaning.\n")


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize(
    ("new", "fail_on", "status"),
    [
        ("new.toc.yaml", "never", 0),
        ("new.toc.yaml", "significant", 1),
        ("new.toc.yaml", "minor", 1),
        ("notes.toc.yaml", "significant", 0),
        ("notes.toc.yaml", "minor", 1),
    ],
)
def test_the_exit_status_says_what_a_script_asks(
    run: Run, new: str, fail_on: str, status: int
) -> None:
    Path("notes.toc.yaml").write_text(FIRST + "notes: checked\n", encoding="utf-8")
    assert run("diff", "old.toc.yaml", new, "--fail-on", fail_on).exit_code == status


@pytest.mark.usefixtures("pair")
def test_the_differences_are_written_for_programs_as_their_schema_says(run: Run) -> None:
    data = json.loads(run("diff", "old.toc.yaml", "new.toc.yaml", "--format", "json").stdout)
    jsonschema.validate(data, load_schema("differences"))
    assert data["summary"] == {"significant": 3, "minor": 2}
    assert data["differences"][1] == {
        "kind": "changed",
        "section": "outcomes",
        "about": "enjoy",
        "field": "horizon",
        "old": "in the short term",
        "new": "in the medium term",
        "sentence": (
            "The outcome “Children enjoy reading” is now expected in the medium term; "
            "it was in the short term."
        ),
        "significance": "significant",
        "wording": False,
        "reviews": ["spring"],
        "prompted_by": ["what parents told us"],
        "at_old": ["outcomes", "enjoy", "horizon"],
        "at_new": ["outcomes", "enjoy", "horizon"],
    }


@pytest.mark.usefixtures("pair")
def test_the_differences_are_written_as_markdown(run: Run) -> None:
    result = run("diff", "old.toc.yaml", "new.toc.yaml", "-o", "changes.md")
    assert result.stderr == "Wrote changes.md\n"
    text = Path("changes.md").read_text(encoding="utf-8")
    assert text.startswith("# What changed: A reading club\n\n")
    assert "\n- The outcome “Parents feel sure” is no longer part of the theory.\n" in text


@pytest.mark.usefixtures("pair")
@pytest.mark.parametrize(
    ("name", "start"), [("d.svg", b"<?xml"), ("d.png", b"\x89PNG"), ("d.pdf", b"%PDF")]
)
def test_the_differences_are_drawn(run: Run, name: str, start: bytes) -> None:
    result = run("diff", "old.toc.yaml", "new.toc.yaml", "-o", name)
    assert (result.exit_code, result.stdout) == (0, "")
    assert Path(name).read_bytes().startswith(start)


@pytest.mark.usefixtures("history")
def test_a_file_is_compared_with_what_was_committed_last(run: Run) -> None:
    assert "club.toc.yaml@HEAD to club.toc.yaml: no difference" in run(
        "diff", "club.toc.yaml"
    ).stdout.replace("\n", " ")
    Path("club.toc.yaml").write_text(FIRST, encoding="utf-8")
    assert "The outcome “Parents feel sure” is new." in run("diff", "club.toc.yaml").stdout


@pytest.mark.usefixtures("history")
def test_two_revisions_are_compared(run: Run) -> None:
    expected = SENTENCES.replace("old.toc.yaml", "club.toc.yaml@HEAD~1")
    expected = expected.replace("new.toc.yaml", "club.toc.yaml@HEAD")
    result = run("diff", "club.toc.yaml@HEAD~1", "club.toc.yaml@HEAD")
    assert result.stdout.split() == expected.split()


@pytest.mark.usefixtures("history")
def test_an_earlier_state_with_errors_is_shown_under_its_revision(run: Run) -> None:
    keep("club.toc.yaml", FIRST.replace("horizon: short", "horizon: soon"))
    Path("club.toc.yaml").write_text(FIRST, encoding="utf-8")
    result = run("diff", "club.toc.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(
        "club.toc.yaml as it was in revision HEAD:\nclub.toc.yaml:8:51: error TOC010"
    )


@pytest.mark.usefixtures("history")
def test_what_a_theory_includes_is_read_as_it_was_too(run: Run) -> None:
    town = "tocmodel: 1\ntitle: Town\nincludes:\n  club: {title: Club, file: club.toc.yaml}\n"
    keep("town.toc.yaml", town + "links: [club/club -> club/enjoy]\n")
    Path("club.toc.yaml").write_text(FIRST.replace("enjoy", "enjoyed"), encoding="utf-8")
    Path("town.toc.yaml").write_text(town, encoding="utf-8")
    result = run("diff", "town.toc.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "It is no longer claimed that “Reading together” leads to" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("nix.toc.yaml",),
            "cannot read 'nix.toc.yaml': there is no such file; check the name and the folder",
        ),
        (
            ("old.toc.yaml", "new.toc.yaml", "-o", "x.doc"),
            ("unknown file type '.doc': this command writes .txt, .md, .json, .svg, .png or .pdf"),
        ),
        (
            ("old.toc.yaml", "new.toc.yaml", "-f", "svg", "--view", "board"),
            "no view 'board'; there is overview",
        ),
    ],
)
@pytest.mark.usefixtures("pair")
def test_what_cannot_be_compared_is_reported_in_a_sentence(
    run: Run, arguments: tuple[str, ...], said: str
) -> None:
    result = run("diff", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"Error: {said}\n")
