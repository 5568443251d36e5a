"""``tocmodel fmt``: the normal form of files, and ids for titles."""

from pathlib import Path

import pytest
from cli_types import Run

from tocmodel.cli import fmt
from tocmodel.cli.overwriting import refusal

TYPED = """\
title: 'Visits'   # ours
tocmodel: 1
interventions: {visits: {title: Home visits}}
outcomes:
    ask:
        # the aim
        title: Families ask for help early
links:
- Home visits -> Families ask for help early
"""
FORM = """\
tocmodel: 1
title: "Visits"   # ours
interventions: {visits: {title: Home visits}}
outcomes:
  ask:
    # the aim
    title: Families ask for help early
links:
  - visits -> ask
"""
INVALID = "tocmodel: 1\ntitle: Visits\nlinks: [Home visits -> Ready]\n"


@pytest.fixture
def typed(folder: Path) -> Path:
    path = folder / "typed.toc.yaml"
    path.write_text(TYPED, encoding="utf-8")
    return path


def test_a_file_is_written_in_its_normal_form(typed: Path, run: Run) -> None:
    result = run("fmt", "typed.toc.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "Wrote typed.toc.yaml\n")
    assert typed.read_text(encoding="utf-8") == FORM


def test_a_file_in_its_normal_form_is_not_written(typed: Path, run: Run) -> None:
    typed.write_text(FORM, encoding="utf-8")
    before = typed.stat()
    result = run("fmt", "typed.toc.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert typed.stat() == before


def test_check_lists_the_files_that_would_change_and_writes_nothing(typed: Path, run: Run) -> None:
    typed.with_name("formed.toc.yaml").write_text(FORM, encoding="utf-8")
    result = run("fmt", "--check", ".")
    assert (result.exit_code, result.stdout) == (1, "typed.toc.yaml\n")
    assert result.stderr == "1 file of 2 would change; run 'tocmodel fmt'.\n"
    assert typed.read_text(encoding="utf-8") == TYPED


def test_check_is_content_with_files_in_their_normal_form(typed: Path, run: Run) -> None:
    typed.write_text(FORM, encoding="utf-8")
    result = run("fmt", "--check", "typed.toc.yaml")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


def test_diff_shows_what_would_change_and_writes_nothing(typed: Path, run: Run) -> None:
    result = run("fmt", "--diff", "typed.toc.yaml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.splitlines()[:7] == [
        "--- typed.toc.yaml",
        "+++ typed.toc.yaml, formatted",
        "@@ -1,10 +1,10 @@",
        "-title: 'Visits'   # ours",
        " tocmodel: 1",
        '+title: "Visits"   # ours',
        " interventions: {visits: {title: Home visits}}",
    ]
    assert typed.read_text(encoding="utf-8") == TYPED


def test_check_and_diff_together_show_and_fail(typed: Path, run: Run) -> None:
    result = run("fmt", "--check", "--diff", "typed.toc.yaml")
    assert (result.exit_code, result.stdout.count("\n@@ ")) == (1, 1)


def test_standard_input_is_written_to_standard_output(run: Run, folder: Path) -> None:
    result = run("fmt", "-", stdin=TYPED)
    assert (result.exit_code, result.stdout, result.stderr) == (0, FORM, "")
    assert list(folder.iterdir()) == []


def test_an_invalid_file_is_reported_and_left_alone_and_the_others_are_written(
    typed: Path, run: Run
) -> None:
    wrong = typed.with_name("a.toc.yaml")
    wrong.write_text(INVALID, encoding="utf-8")
    result = run("fmt", "a.toc.yaml", "typed.toc.yaml")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "a.toc.yaml:3:9: error TOC011: no element 'Home visits'" in result.stderr
    assert wrong.read_text(encoding="utf-8") == INVALID
    assert typed.read_text(encoding="utf-8") == FORM


def test_a_missing_file_is_an_error_and_the_others_are_written(typed: Path, run: Run) -> None:
    result = run("fmt", "none.toc.yaml", "typed.toc.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: cannot read 'none.toc.yaml': there is no such file")
    assert typed.read_text(encoding="utf-8") == FORM


def test_line_ends_and_a_byte_order_mark_stay(typed: Path, run: Run) -> None:
    typed.write_bytes(b"\xef\xbb\xbf" + TYPED.replace("\n", "\r\n").encode())
    assert run("fmt", "typed.toc.yaml").exit_code == 0
    assert typed.read_bytes() == b"\xef\xbb\xbf" + FORM.replace("\n", "\r\n").encode()


def test_what_an_editor_saves_meanwhile_is_kept(
    typed: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    formatted = fmt.formatted_text

    def and_an_editor_saves(document: object) -> str:
        typed.write_text("# edited\n" + TYPED, encoding="utf-8")
        return formatted(document)  # type: ignore[arg-type]

    monkeypatch.setattr(fmt, "formatted_text", and_an_editor_saves)
    result = run("fmt", "typed.toc.yaml")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: 'typed.toc.yaml' changed meanwhile, so nothing was written; run this again\n",
    )
    assert typed.read_text(encoding="utf-8") == "# edited\n" + TYPED


def test_an_included_theory_is_not_written(typed: Path, run: Run) -> None:
    outer = typed.with_name("outer.toc.yaml")
    outer.write_text(
        "title: Outer\ntocmodel: 1\nincludes: {in: {title: In, file: typed.toc.yaml}}\n",
        encoding="utf-8",
    )
    assert run("fmt", "outer.toc.yaml").stderr == "Wrote outer.toc.yaml\n"
    assert typed.read_text(encoding="utf-8") == TYPED


def test_a_link_to_a_file_may_be_written_through(typed: Path) -> None:
    assert refusal(typed, read=[typed], command="fmt") == ""
