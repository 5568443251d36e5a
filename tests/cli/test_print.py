"""``tocmodel print``: cards and canvases as files."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from cli_types import Run
from pypdf import PdfReader

from tocmodel.starters import examples

A4 = (595.28, 841.89)
A3 = (1190.55, 841.89)


def pages(data: bytes) -> list[tuple[float, float]]:
    """The sizes of the pages of a PDF, in points."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(data)).pages]
    return [(round(float(box.width), 2), round(float(box.height), 2)) for box in boxes]


@pytest.mark.parametrize(
    ("arguments", "name", "sizes"),
    [
        (["cards"], "cards.pdf", [A4, A4]),
        (["cards", "zone.toc.yaml"], "zone-cards.pdf", [A4]),
        (["canvas"], "canvas.pdf", [A3]),
        (["value-canvas"], "value-canvas.pdf", [A3]),
        (["value-canvas", "-o", "our.pdf"], "our.pdf", [A3]),
    ],
)
@pytest.mark.usefixtures("zone")
def test_each_is_a_pdf_of_its_own_name_on_its_paper(
    folder: Path, run: Run, arguments: list[str], name: str, sizes: list[tuple[float, float]]
) -> None:
    result = run("print", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"Wrote {name}\n")
    assert pages((folder / name).read_bytes()) == sizes


def test_the_words_of_a_card_can_be_searched_in_the_pdf(zone: Path, run: Run) -> None:
    data = run("print", "cards", "zone.toc.yaml", "-o", "-").stdout_bytes
    reader = PdfReader(io.BytesIO(data))
    text = reader.pages[0].extract_text()
    for words in ("Intervention", "Breakfast club", "Outcome, soon", "Outcome, goal"):
        assert words in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Cards: Breakfast club"


def test_the_same_sheets_are_the_same_bytes(folder: Path, run: Run) -> None:
    for name in ("canvas", "value-canvas", "cards"):
        first, second = (run("print", name, "-o", "-").stdout_bytes for _ in range(2))
        assert first == second


def test_a_theory_is_read_from_standard_input_into_a_file_of_the_usual_name(
    zone: Path, run: Run
) -> None:
    result = run("print", "cards", "-", stdin=zone.read_text(encoding="utf-8"))
    assert (result.exit_code, result.stderr) == (0, "Wrote cards.pdf\n")


def test_titles_without_a_translation_are_counted(folder: Path, run: Run) -> None:
    shutil.copy(examples()["imagined-zone"], "zone.toc.yaml")
    result = run("print", "cards", "zone.toc.yaml", "--language", "cy")
    assert result.exit_code == 0
    assert result.stderr.startswith("Wrote zone-cards.pdf\nNote: not translated into 'cy': ")


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["cards", "--plain"], 2, "--section, --language and --plain need the FILE of a theory"),
        (["cards", "zone.toc.yaml", "--language", "cy"], 2, "the theory has no words in 'cy'"),
        (["cards", "zone.toc.yaml", "--section", "risks"], 2, "there is nothing in the theory"),
        (["canvas", "-o", "a.docx"], 2, "unknown file type '.docx'"),
        (["cards", "no.toc.yaml"], 2, "cannot read 'no.toc.yaml'"),
    ],
)
@pytest.mark.usefixtures("zone")
def test_what_cannot_be_made_is_refused_in_one_sentence(
    folder: Path, run: Run, arguments: list[str], status: int, message: str
) -> None:
    result = run("print", *arguments)
    assert (result.exit_code, message in result.stderr) == (status, True)
    assert sorted(path.name for path in folder.iterdir()) == ["zone.toc.yaml"]


def test_a_file_with_a_mistake_is_shown(broken: Path, run: Run) -> None:
    result = run("print", "cards", "broken.toc.yaml")
    assert (result.exit_code, "error TOC010" in result.stderr) == (1, True)


def test_another_program_reads_the_words_of_a_canvas(
    folder: Path, run: Run, require: Callable[[bool, str], None]
) -> None:
    program = shutil.which("pdftotext")
    require(program is not None, "pdftotext is not installed")
    run("print", "canvas")
    done = subprocess.run(
        [str(program), "canvas.pdf", "-"], capture_output=True, check=True, text=True, timeout=60
    )
    assert "The goal" in done.stdout
    assert "What must be true" in done.stdout
