"""``tocmodel framework``: list, show, templates, coverage in words and as a table."""

import csv
import io
from pathlib import Path

import pytest
from cli_types import Run

from tocmodel.fileformat.loading import loads
from tocmodel.frameworks import FRAMEWORKS

THEORY = """\
tocmodel: 1
title: Breakfast
frameworks: [resilience, co-production]
interventions:
  club:
    title: Breakfast club
    odds: beat
    classified_as: {resilience: [basics/healthy-diet], co-production: [assets]}
"""

OWN = """\
tocmodel_framework: 1
id: our-words
title: Our words
dimensions:
  strand:
    title: Strand
    classifies: [interventions]
    categories: {water: {title: Water, where: {odds: beat}}, land: {title: Land}}
"""


@pytest.fixture
def breakfast(folder: Path) -> Path:
    """A theory that names two frameworks, in the current folder."""
    path = folder / "breakfast.toc.yaml"
    path.write_text(THEORY, encoding="utf-8")
    return path


def test_the_list_names_every_framework(run: Run) -> None:
    result = run("framework", "list")
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines[2:]] == list(FRAMEWORKS)
    assert lines[0] == f"Frameworks ({len(FRAMEWORKS)})"


@pytest.mark.parametrize("name", FRAMEWORKS)
@pytest.mark.parametrize("format_", ["text", "markdown"])
def test_every_framework_is_shown(run: Run, name: str, format_: str) -> None:
    result = run("framework", "show", name, "--format", format_)
    assert result.exit_code == 0
    assert "Sources" in result.stdout


def test_a_framework_is_shown_with_its_questions_checks_and_sources(run: Run) -> None:
    text = run("framework", "show", "resilience").stdout
    for said in (
        "The odds: odds\n",
        "- beat-the-odds: Beating the odds\n",
        "  The same as: odds beat or both.\n",
        "  - basics/good-enough-housing: Good enough housing\n",
        "    Wording compared with: An adapted list of resilient moves.\n",
        "    Wording not compared with a source.\n",
        "- resilience/odds-only-beat (warning): warns if all are in: Beating the odds\n",
        "- compartments: One move in each compartment\n",
        "- Hart, A. and Blincow, D. with Thomas, H. (2007) Resilient Therapy: Working with",
    ):
        assert said in text


def test_a_template_is_written_as_a_theory(run: Run) -> None:
    result = run("framework", "show", "fairness-commission", "--template", "commission")
    theory = loads(result.stdout)
    assert theory.frameworks == ("fairness-commission",)
    assert len(theory.interventions) == 10


def test_a_template_that_there_is_not_is_refused_with_those_that_there_are(run: Run) -> None:
    result = run("framework", "show", "resilience", "--template", "start")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "Error: the framework 'resilience' has no template 'start'; there are: compartments\n"
    )


def test_coverage_tells_in_words_what_there_is_and_what_there_is_not(
    run: Run, breakfast: Path
) -> None:
    result = run("framework", "coverage", breakfast.name, "resilience", "--dimension", "odds")
    assert result.stdout == (
        "The Resilience Framework: Breakfast\n"
        "1 of 2 categories has something in it.\n"
        "\n"
        "The odds\n"
        "- Beating the odds (1)\n"
        "  Breakfast club\n"
        "Nothing yet: Changing the odds\n"
    )


def test_parts_are_listed_below_their_whole(run: Run, breakfast: Path) -> None:
    text = run("framework", "coverage", breakfast.name, "resilience").stdout
    assert "- Basics (1)\n  - Healthy diet (1)\n    Breakfast club\n  Nothing yet: Good eno" in text
    assert "Belonging (and its 12 parts);" in text


def test_without_a_name_every_framework_of_the_theory_is_meant(run: Run, breakfast: Path) -> None:
    text = run("framework", "coverage", breakfast.name).stdout
    assert "The Resilience Framework: Breakfast\n" in text
    assert "Co-production: Breakfast\n" in text


def test_a_framework_of_ones_own_is_shown_and_covered_by_its_path(
    run: Run, breakfast: Path
) -> None:
    (breakfast.parent / "our.framework.yaml").write_text(OWN, encoding="utf-8")
    assert "Our words: our-words" in run("framework", "show", "our.framework.yaml").stdout
    text = run("framework", "coverage", breakfast.name, "our.framework.yaml").stdout
    assert "- Water (1)\n  Breakfast club\nNothing yet: Land\n" in text


def test_all_that_is_wrong_with_ones_own_framework_is_listed(run: Run, folder: Path) -> None:
    text = OWN.replace("classifies", "clasifies").replace("odds: beat", "ods: beat")
    (folder / "our.framework.yaml").write_text(text, encoding="utf-8")
    result = run("framework", "show", "our.framework.yaml")
    assert result.exit_code == 1
    assert "our.framework.yaml:7:5: TOC010 no key 'clasifies' in a dimension" in result.stderr


def test_a_framework_of_ones_own_is_checked_like_a_theory(run: Run, folder: Path) -> None:
    path = folder / "our.framework.yaml"
    path.write_text(OWN, encoding="utf-8")
    assert run("check", path.name).stdout == "No problems found in 1 file.\n"
    path.write_text(OWN.replace("classifies", "clasifies"), encoding="utf-8")
    result = run("check", path.name)
    assert result.exit_code == 1
    assert "  7 |     clasifies: [interventions]\n    |     ^^^^^^^^^\n" in result.stdout


def test_coverage_is_written_as_csv(run: Run, breakfast: Path) -> None:
    result = run("framework", "coverage", breakfast.name, "resilience", "-f", "csv")
    rows = list(csv.reader(io.StringIO(result.stdout.lstrip("\ufeff"))))
    assert any("Healthy diet" in row and "classified so" in row for row in rows)


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("gaps.svg", b"<?xml"),
        ("gaps.html", b"<!doctype html>"),
        ("gaps.png", b"\x89PNG"),
        ("gaps.pdf", b"%PDF"),
        ("gaps.csv", b""),
        ("gaps.txt", b""),
    ],
)
def test_a_heat_map_is_written_in_every_format(
    run: Run, breakfast: Path, name: str, start: bytes
) -> None:
    result = run("framework", "coverage", breakfast.name, "resilience", "--heat", "-o", name)
    assert (result.exit_code, result.stderr) == (0, f"Wrote {name}\n")
    data = (breakfast.parent / name).read_bytes()
    assert data.startswith(start)
    assert data


def test_a_table_of_several_frameworks_is_refused(run: Run, breakfast: Path) -> None:
    result = run("framework", "coverage", breakfast.name, "--matrix")
    assert (result.exit_code, result.stderr) == (
        2,
        "Error: a table shows one framework: name one of resilience, co-production\n",
    )


def test_a_theory_without_a_framework_gets_a_message(run: Run, zone: Path) -> None:
    result = run("framework", "coverage", zone.name)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: the theory has no framework; name one after the file")


def test_an_ending_that_has_no_format_is_refused(run: Run, breakfast: Path) -> None:
    result = run("framework", "coverage", breakfast.name, "resilience", "-o", "gaps.docx")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: unknown file type '.docx': this command writes .txt,")


def test_the_check_of_a_framework_has_a_page(run: Run) -> None:
    text = run("rule", "resilience/odds-only-beat").stdout
    assert text.startswith("# TOC612 resilience/odds-only-beat (warning)\n")
    assert "## Source\nThe Resilience Framework, HeadStart Kernow" in text


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("resilience/odds", "the framework 'resilience' has no check 'odds'; there are:"),
        ("resiliance/odds-only-beat", "no framework 'resiliance'; did you mean 'resilience'?"),
    ],
)
def test_a_check_that_there_is_not_has_no_page(run: Run, word: str, said: str) -> None:
    result = run("rule", word)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_picture_that_is_larger_than_a_sheet_is_reported(folder: Path, run: Run) -> None:
    clubs = "".join(
        f"  club-{number}: {{title: Club {number}, odds: beat}}\n" for number in range(400)
    )
    (folder / "zone.toc.yaml").write_text(THEORY + clubs)
    wide = run("framework", "coverage", "zone.toc.yaml", "resilience", "-o", "all.svg")
    small = run("framework", "coverage", "zone.toc.yaml", "co-production", "-o", "six.svg")
    assert "Note: the table is " in wide.stderr
    assert "Note" not in small.stderr
