"""Reports on whole theories: their chapters, and those for an audience."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from example_models import NAMES, model_file

import tocmodel
from tocmodel import TheoryOfChange, TocModelError, UnknownIdError
from tocmodel.documents.audiences.ref import length_words
from tocmodel.documents.blocks import Illustration, SectionHeading, texts_of
from tocmodel.documents.build import report_on
from tocmodel.documents.chapters import CHAPTERS
from tocmodel.documents.model import WrittenReport

THREE = ("pembury", "blackpool-resilience-revolution", "imagined-zone")
"""A theory with few figures, a long one, and one with results that are made up."""

Require = Callable[[bool, str], None]


def chapters(report: WrittenReport) -> list[str]:
    return [
        block.heading if isinstance(block, Illustration) else block.text
        for block in report.blocks
        if (isinstance(block, SectionHeading) and block.level == 1)
        or (isinstance(block, Illustration) and block.heading)
    ]


def words(report: WrittenReport) -> str:
    return "\n".join(text for block in report.blocks for text in texts_of(block))


def test_a_full_report_has_every_chapter_that_the_theory_fills(example: TheoryOfChange) -> None:
    empty = {"included"} if example.value_creation or example.stories else {"included", "value"}
    expected = [chapter.title for chapter in CHAPTERS.values() if chapter.name not in empty]
    assert chapters(report_on(example)) == expected


def test_chapters_that_are_named_come_in_the_order_of_their_names() -> None:
    theory = TheoryOfChange(title="Breakfast")
    made = report_on(theory, sections=["sources", "evidence"])
    assert chapters(made) == ["Sources", "The evidence"]
    assert "The theory states nothing about this." in words(made)


def test_an_unknown_chapter_or_audience_is_refused_with_the_nearest() -> None:
    theory = TheoryOfChange(title="Breakfast")
    with pytest.raises(UnknownIdError, match="no chapter 'evidenc'; did you mean 'evidence'"):
        report_on(theory, sections=["evidenc"])
    with pytest.raises(UnknownIdError, match="no audience 'boar'; did you mean 'board'"):
        report_on(theory, audience="boar")
    with pytest.raises(TocModelError, match="leave out --for or --sections"):
        report_on(theory, audience="board", sections=["evidence"])


def test_an_imagined_theory_is_marked_before_anything_else() -> None:
    theory = tocmodel.load(model_file("imagined-zone"))
    for audience in ("", "board", "lottery", "ref", "easy-read"):
        made = report_on(theory, audience=audience)
        assert texts_of(made.blocks[0])[0].startswith("An imagined example. Everything")
        assert made.imagined == "An imagined example"


def pages(report: WrittenReport) -> int:
    return len(pypdf.PdfReader(io.BytesIO(report.to_bytes("pdf"))).pages)


@pytest.mark.parametrize("name", NAMES)
def test_a_paper_for_a_board_has_two_pages(name: str) -> None:
    made = report_on(tocmodel.load(model_file(name)), audience="board")
    assert pages(made) == 2
    assert "Not on these two pages: " in words(made)


@pytest.mark.parametrize("name", THREE)
def test_a_paper_for_a_board_has_two_pages_in_word(
    name: str, tmp_path: Path, require: Require
) -> None:
    """LibreOffice may set it in another font, whose letters are wider."""
    require(shutil.which("soffice") is not None, "LibreOffice (soffice) is not installed")
    report_on(tocmodel.load(model_file(name)), audience="board").save(tmp_path / "board.docx")
    command = ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"]
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "board.docx")],
        check=True,
        capture_output=True,
        timeout=240,
    )
    assert len(pypdf.PdfReader(tmp_path / "board.pdf").pages) == 2


def test_a_case_study_has_the_parts_of_the_template_with_their_lengths() -> None:
    made = report_on(tocmodel.load(model_file("pembury")), audience="ref")
    assert chapters(made)[:5] == [
        "1. Summary of the impact",
        "2. Underpinning research",
        "3. References to the research",
        "4. Details of the impact",
        "5. Sources to corroborate the impact",
    ]
    lengths = re.findall(r"^\d+ of at most \d+ \w+\.$", words(made), re.MULTILINE)
    assert [line.partition(" of ")[2] for line in lengths] == [
        "at most 100 words.",
        "at most 500 words.",
        "at most 6 references.",
        "at most 750 words.",
        "at most 10 sources.",
    ]


def test_a_part_that_is_too_long_is_called_so() -> None:
    made = report_on(TheoryOfChange(title="T", summary="word " * 130), audience="ref")
    assert length_words(130, 100, "word") in words(made)
    assert "130 words: 30 more than the indicative limit of 100." in words(made)


def test_a_case_study_lists_what_is_withheld_and_never_shows_it() -> None:
    evidence = {"letter": {"title": "A letter", "redacted": True, "supports": ["fed"]}}
    outcomes = {"fed": {"title": "Children are fed"}}
    made = report_on(
        TheoryOfChange(title="T", outcomes=outcomes, evidence=evidence), audience="ref"
    )
    text = words(made)
    assert "“A letter”" in text[text.index("Redactions") :]


def test_an_update_for_a_funder_keeps_what_is_hoped_for_apart() -> None:
    outcomes = {"fed": {"title": "Children are fed"}, "calm": {"title": "Mornings are calm"}}
    evidence = {"survey": {"title": "The survey", "shows": "change", "supports": ["fed"]}}
    made = report_on(
        TheoryOfChange(title="T", outcomes=outcomes, evidence=evidence), audience="lottery"
    )
    lines = words(made).splitlines()
    assert "Children are fed. The survey." in lines
    assert lines[lines.index("Hoped for, and not shown yet") + 1] == "Mornings are calm"


def test_an_easy_read_report_uses_plain_words_and_names_what_lacks_them() -> None:
    outcomes = {
        "fed": {"title": "Nutritional adequacy", "plain": "Children eat well."},
        "calm": {"title": "Mornings are calm"},
    }
    made = report_on(TheoryOfChange(title="T", outcomes=outcomes), audience="easy-read")
    assert made.is_large
    assert "Children eat well." in words(made)
    assert "Nutritional" not in words(made)
    assert made.notes == ("these have no plain words, so their titles are used: calm",)
    assert sum(isinstance(block, Illustration) for block in made.blocks) == 1


def test_a_report_uses_the_titles_of_a_translation() -> None:
    theory = TheoryOfChange(
        title="Breakfast",
        outcomes={"fed": {"title": "Children are fed"}},
        translations={"cy": {"theory": {"title": "Brecwast"}, "fed": {"title": "Mae'r plant"}}},
    )
    made = report_on(theory, language="cy", sections=["elements"])
    assert (made.title, made.language) == ("Brecwast", "cy")
    assert "Mae'r plant" in words(made)
    assert "Children are fed" not in words(made)


def test_a_large_theory_makes_a_report_in_every_format() -> None:
    """A thousand elements: Word's tables are filled cell by cell, and must not look each one up."""
    outcomes = {
        f"o{n}": {"title": f"Outcome {n}", "description": "what changes " * 8} for n in range(1000)
    }
    links = [f"o{n} -> o{n + 1}" for n in range(999)]
    theory = TheoryOfChange(title="Large", outcomes=outcomes, links=links)
    made = report_on(theory, sections=["elements", "pathways", "monitoring", "logframe"])
    for format_ in ("docx", "pdf", "markdown", "html"):
        assert made.to_bytes(format_)
