"""``tocmodel report``: its options, its notes, and what it refuses."""

from pathlib import Path

import docx
import pytest
from cli_types import Run

THEORY = """\
tocmodel: 1
title: Breakfast club
interventions:
  club: {title: Breakfast club}
outcomes:
  fed: {title: Children are fed, horizon: short}
links:
  - {from: club, to: fed, because: there is food}
views:
  usual: {title: How it works}
  brief: {title: What we do, show: [interventions]}
translations:
  cy:
    fed: {title: Mae'r plant yn cael bwyd}
"""


@pytest.fixture
def theory(folder: Path) -> Path:
    """A small theory with two views and a translation."""
    path = folder / "zone.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    return path


@pytest.mark.usefixtures("theory")
def test_the_ending_decides_what_is_written(run: Run, folder: Path) -> None:
    for ending, start in ((".docx", b"PK"), (".pdf", b"%PDF"), (".md", b"#"), (".html", b"<!")):
        done = run("report", "zone.toc.yaml", "-o", f"report{ending}")
        assert (done.exit_code, done.stderr) == (0, f"Wrote report{ending}\n")
        assert (folder / f"report{ending}").read_bytes().startswith(start)


@pytest.mark.usefixtures("theory")
def test_without_a_file_it_writes_markdown(run: Run) -> None:
    assert run("report", "zone.toc.yaml").stdout.startswith("# Breakfast club\n")


@pytest.mark.usefixtures("theory")
def test_chapters_are_separated_by_commas_or_repeated(run: Run) -> None:
    command = ("report", "zone.toc.yaml", "--sections")
    for words in (("sources,logframe",), ("sources", "--sections", "logframe")):
        lines = run(*command, *words).stdout.splitlines()
        assert [line for line in lines if line.startswith("## ")] == ["## Sources", "## Logframe"]


@pytest.mark.usefixtures("theory")
def test_the_picture_is_of_the_view_that_is_named(run: Run) -> None:
    words = run("report", "zone.toc.yaml", "--sections", "picture", "--view", "brief").stdout
    assert "The picture in words.** What we do" in words
    refused = run("report", "zone.toc.yaml", "--view", "brif")
    assert refused.exit_code == 2
    assert "did you mean 'brief'?" in refused.stderr


@pytest.mark.usefixtures("theory")
def test_what_is_not_translated_is_reported(run: Run) -> None:
    done = run("report", "zone.toc.yaml", "--language", "cy", "--sections", "elements")
    assert "Mae'r plant yn cael bwyd" in done.stdout
    assert done.stderr.startswith("Note: there are no words in 'cy' for: ")


@pytest.mark.usefixtures("theory")
@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ("--sections", "monitorin"),
            "Error: there is no chapter 'monitorin'; did you mean 'monitoring'?\n",
        ),
        (
            ("--sections", "monitoring", "--for", "board"),
            "Error: an audience has its own chapters: leave out --for or --sections\n",
        ),
        (
            ("--template", "no.md.j2"),
            "Error: cannot read 'no.md.j2': there is no such file; check the name and the folder\n",
        ),
        (
            ("--template", "ours.md.j2", "-o", "ours.docx"),
            "Error: 'ours.md.j2' makes markdown, not docx: end the name of --output in .md\n",
        ),
    ],
)
def test_a_mistake_is_one_sentence(words: tuple[str, ...], message: str, run: Run) -> None:
    done = run("report", "zone.toc.yaml", *words)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", message)


@pytest.mark.usefixtures("theory")
def test_a_template_makes_its_own_format(run: Run, folder: Path) -> None:
    (folder / "ours.md.j2").write_text("About {{ title }}\n", encoding="utf-8")
    assert run("report", "zone.toc.yaml", "--template", "ours.md.j2").stdout == (
        "About Breakfast club\n"
    )
    document = docx.Document()
    document.add_paragraph("About {{ title }}")
    document.save(str(folder / "council.docx"))
    done = run("report", "zone.toc.yaml", "--template", "council.docx", "-o", "paper.docx")
    assert done.exit_code == 0, done.stderr
    made = docx.Document(str(folder / "paper.docx"))
    assert made.paragraphs[0].text == "About Breakfast club"


@pytest.mark.usefixtures("theory")
def test_a_template_is_never_overwritten(run: Run, folder: Path) -> None:
    (folder / "ours.md.j2").write_text("{{ title }}\n", encoding="utf-8")
    done = run(
        "report", "zone.toc.yaml", "--template", "ours.md.j2", "-f", "markdown", "-o", "ours.md.j2"
    )
    assert done.exit_code == 2
    assert (folder / "ours.md.j2").read_text(encoding="utf-8") == "{{ title }}\n"
