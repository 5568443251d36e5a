"""Everything made from an imagined theory is marked as such, by every command in every format."""

import io
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from cli_types import Run
from commands import ARGUMENTS, make_project, usual_formats
from drawn_words import words_of_pdf, words_of_svg
from kinds import is_kind

from tocmodel.conversion.lz_string import from_utf16

WORDS = "An imagined example"
OF_NO_THEORY = ("framework show", "print canvas", "print value-canvas", "schema")
EMPTY_FORMS = ("csv", "xlsx")
"""Forms for a story that name nothing of the theory."""

CASES = [
    (command, format_)
    for command in ARGUMENTS
    if command not in OF_NO_THEORY
    for format_ in usual_formats(command)
    if not (command == "story form" and format_ in EMPTY_FORMS)
]
MORE = [
    ("value --claims", "csv"),
    ("value --claims", "text"),
    ("value --matrix", "csv"),
    ("value --matrix", "html"),
    ("value --plan", "csv"),
    ("value --plan", "json"),
    ("review --log", "docx"),
    ("review --log", "json"),
    ("framework coverage --heat", "csv"),
    ("framework coverage --heat", "svg"),
    ("draw --all", "pdf"),
    ("portfolio --heat strands", "svg"),
    ("portfolio --heat strands", "csv"),
    *(("report --for " + name, "docx") for name in ("board", "lottery", "ref", "easy-read")),
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


def texts_of_workbook(path: Path) -> Iterator[str]:
    """The cells of all its sheets."""
    book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
    yield from (str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)


def texts_of_slides(path: Path) -> Iterator[str]:
    """The words of all shapes."""
    slides = pptx.Presentation(io.BytesIO(path.read_bytes())).slides
    yield from (
        shape.text_frame.text for one in slides for shape in one.shapes if shape.has_text_frame
    )


def says_so(path: Path) -> bool:
    """Whether a file has the words; they cannot be read from a picture in pixels."""
    wanted = Counter(WORDS.split())
    if path.suffix == ".png":
        return True
    if path.suffix == ".pdf":
        return wanted <= words_of_pdf(path.read_bytes())
    if path.suffix == ".svg":
        return wanted <= words_of_svg(path.read_text(encoding="utf-8"))
    if path.suffix == ".docx":
        return any(WORDS in line.text for line in docx.Document(str(path)).paragraphs)
    if path.read_bytes().startswith(b"PK"):
        is_deck = b"ppt/presentation.xml" in path.read_bytes()
        texts = texts_of_slides(path) if is_deck else texts_of_workbook(path)
        return any(WORDS in text for text in texts)
    text = path.read_text(encoding="utf-8")
    return WORDS in (from_utf16(text) if is_kind("prsm", path.read_bytes()) else text)


@pytest.mark.parametrize(("command", "format_"), [*CASES, *MORE])
def test_a_file_made_from_an_imagined_theory_says_so(
    project: Path, run: Run, command: str, format_: str
) -> None:
    words = command.split()
    name = " ".join(takewhile(lambda word: not word.startswith("-"), words))
    more = words[len(name.split()) :]
    path = project / f"made.{format_ if format_ in ('pdf', 'png', 'svg', 'docx') else 'any'}"
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


def test_the_words_are_at_the_top(project: Path, run: Run) -> None:
    for command in ("check", "analyse", "show", "value", "changelog"):
        lines = run(command, *ARGUMENTS[command]).stdout.splitlines()
        assert WORDS in lines[:3], command
    first = run("show", "zone.toc.yaml", "--format", "csv").stdout.splitlines()[0]
    assert first.lstrip("\ufeff").startswith(f'"{WORDS}","id","kind","title"')


@pytest.mark.parametrize("format_", ["text", "csv", "json"])
@pytest.mark.parametrize("asked", SHOWN)
def test_a_part_of_an_imagined_theory_that_is_shown_says_so(
    project: Path, run: Run, asked: str, format_: str
) -> None:
    words = asked.split() if asked.startswith("-") else [asked]
    assert WORDS in run("show", "zone.toc.yaml", *words, "--format", format_).stdout
