"""What is made from an imagined theory says so, whichever command makes it, in every format."""

from collections import Counter
from pathlib import Path

import pytest
from cli_types import Run
from commands import ARGUMENTS, WRITING, formats, make_project
from drawn_words import words_of_pdf, words_of_svg

WORDS = "An imagined example"
OF_NO_THEORY = ("framework show", "schema")
EMPTY_FORMS = ("csv", "xlsx")
"""Forms for a story that name nothing of the theory."""

CASES = [
    (command, format_)
    for command in ARGUMENTS
    if command not in OF_NO_THEORY
    for format_ in formats(WRITING[command])
    if not (command == "story form" and format_ in EMPTY_FORMS)
]
MORE = [
    ("value --claims", "csv"),
    ("value --claims", "text"),
    ("value --matrix", "csv"),
    ("value --matrix", "html"),
    ("framework coverage --heat", "csv"),
    ("framework coverage --heat", "svg"),
    ("draw --all", "pdf"),
]
SHOWN = ("fed", "club -> fed", "--section outcomes", "--section figures")
"""What ``show`` can be asked for besides the whole."""


@pytest.fixture
def project(folder: Path) -> Path:
    """A project whose theory includes one that is imagined."""
    make_project(folder)
    part = folder / "harbour.toc.yaml"
    part.write_text(part.read_text(encoding="utf-8") + "imagined: true\n", encoding="utf-8")
    return folder


def says_so(path: Path) -> bool:
    """Whether a file says it; of a picture in pixels, nobody can read that."""
    wanted = Counter(WORDS.split())
    if path.suffix == ".png":
        return True
    if path.suffix == ".pdf":
        return wanted <= words_of_pdf(path.read_bytes())
    if path.suffix == ".svg":
        return wanted <= words_of_svg(path.read_text(encoding="utf-8"))
    return WORDS in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("command", "format_"), [*CASES, *MORE])
def test_a_file_made_from_an_imagined_theory_says_so(
    project: Path, run: Run, command: str, format_: str
) -> None:
    words = command.split()
    name = " ".join(word for word in words if not word.startswith("-"))
    more = [word for word in words if word.startswith("-")]
    path = project / f"made.{format_ if format_ in ('pdf', 'png', 'svg') else 'any'}"
    result = run(*name.split(), *ARGUMENTS[name], *more, "-o", str(path), "--format", format_)
    assert result.exit_code in (0, 1), result.stderr
    assert says_so(path), path.read_bytes()[:600]


@pytest.mark.parametrize("format_", ["text", "csv", "json"])
def test_a_file_made_from_real_theories_does_not(folder: Path, run: Run, format_: str) -> None:
    make_project(folder)
    for command in ("analyse", "show"):
        assert WORDS not in run(command, "zone.toc.yaml", "--format", format_).stdout


def test_the_change_log_of_an_imagined_theory_says_so(project: Path, run: Run) -> None:
    run("changelog", "zone.toc.yaml", "-o", "log.md")
    assert WORDS in (project / "log.md").read_text(encoding="utf-8")


def test_the_words_stand_at_the_head(project: Path, run: Run) -> None:
    for command in ("check", "analyse", "show", "value", "changelog"):
        lines = run(command, *ARGUMENTS[command]).stdout.splitlines()
        assert WORDS in lines[:3], command
    first = run("show", "zone.toc.yaml", "--format", "csv").stdout.splitlines()[0]
    assert first.lstrip("\ufeff").startswith(f"{WORDS},id,kind,title")


@pytest.mark.parametrize("format_", ["text", "csv", "json"])
@pytest.mark.parametrize("asked", SHOWN)
def test_a_part_of_an_imagined_theory_that_is_shown_says_so(
    project: Path, run: Run, asked: str, format_: str
) -> None:
    words = asked.split() if asked.startswith("-") else [asked]
    assert WORDS in run("show", "zone.toc.yaml", *words, "--format", format_).stdout
