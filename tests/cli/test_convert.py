"""``tocmodel convert``: files of other programs become theories, and theories such files."""

from pathlib import Path

import pytest
from cli_types import Run

LINKS = """\
From,To,Because
Goal: children are well,Trust,"well children, glad parents"
Activity: breakfast club,Goal: children are well,
"""

THEORY = """\
tocmodel: 1
title: links
factors:
  trust:
    title: Trust
interventions:
  breakfast-club:
    title: breakfast club
outcomes:
  children-are-well:
    title: children are well
    horizon: impact
links:
  - from: children-are-well
    to: trust
    effect: unknown
    because: well children, glad parents
    origin: listed
  - from: breakfast-club
    to: children-are-well
    origin: listed
"""


@pytest.fixture(autouse=True)
def links(folder: Path) -> Path:
    """A list of links in the current folder."""
    path = folder / "links.csv"
    path.write_text(LINKS, encoding="utf-8")
    return path


def test_a_list_of_links_becomes_a_theory_and_what_was_guessed_is_reported(
    run: Run, folder: Path
) -> None:
    done = run("convert", "links.csv", "zone.toc.yaml")
    assert (folder / "zone.toc.yaml").read_text(encoding="utf-8") == THEORY
    assert (done.exit_code, done.stdout) == (0, "")
    assert (
        done.stderr
        == """\
Wrote zone.toc.yaml
Guessed:
  1 element without a kind was read as a factor; --map factor=outcome changes that
  nothing shows whether 1 link of factors raise or lower, so the effect is unknown
Next: run  tocmodel check zone.toc.yaml
"""
    )


def test_without_a_target_the_result_goes_to_standard_output(run: Run) -> None:
    assert run("convert", "links.csv").stdout == THEORY


def test_a_theory_becomes_a_list_of_links_and_what_is_lost_is_reported(
    run: Run, folder: Path
) -> None:
    (folder / "zone.toc.yaml").write_text(THEORY, encoding="utf-8")
    done = run("convert", "zone.toc.yaml", "out.csv")
    assert done.exit_code == 0
    assert done.stderr == (
        "Wrote out.csv\nNot kept:\n  of the theory: title\n  of 2 links: origin (2)\n"
    )
    assert "trust" in run("convert", "out.csv").stdout


def test_words_of_the_file_get_the_kinds_that_are_named(run: Run, folder: Path) -> None:
    (folder / "map.csv").write_text("From,From kind,To,To kind\na,blob,b,cloud\n")
    (folder / "words.yaml").write_text("blob: activity\ncloud: none\n")
    done = run("convert", "map.csv", "--mapping", "words.yaml", "--map", "cloud=long-term outcome")
    assert done.stdout == (
        "tocmodel: 1\ntitle: map\ninterventions:\n  a:\n    title: a\noutcomes:\n  b:\n"
        "    title: b\n    horizon: long\nlinks:\n  - from: a\n    to: b\n    origin: listed\n"
    )
    left = run("convert", "map.csv", "--mapping", "words.yaml")
    assert "links" not in left.stdout
    assert "  1 element of the kind 'cloud' left out, as --map asks\n" in left.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--map", "circle"), "--map is like circle=outcome, not 'circle'"),
        (("--map", "circle=square"), "'square' is not a kind of element"),
        (("--mapping", "list.yaml"), "is not a mapping file: write a line for each word"),
        (("--mapping", "none.yaml"), "cannot read 'none.yaml': there is no such file"),
        (("-o", "zone.yaml"), "the name 'zone.yaml' must end in .toc.yaml, .toc.yml or .toc.json"),
        (("-o", "zone.docx"), "a theory is written for other programs as .xlsx, .json, .prsm, "),
        (("-o", "zone.mmd"), " or .jsonld; 'tocmodel draw' writes .mmd"),
        (("--from", "kumu", "-o", "a.toc.yaml"), "links.csv:1:1: TOC001"),
        (("out.toc.yaml", "-o", "out.toc.yaml"), "name the file to write once"),
        (("--dry-run",), "--dry-run goes with --into"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    run: Run, folder: Path, words: tuple[str, ...], message: str
) -> None:
    (folder / "list.yaml").write_text("- circle\n")
    done = run("convert", "links.csv", *words)
    assert done.exit_code in (1, 2)
    assert message in done.stderr
    assert done.stdout == ""


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.csv", b'From,To\n"a,b\n', "a.csv:2:1: TOC015 a quotation mark does not end; put "),
        ("a.json", b'{"elements": [', "a.json:1:15: TOC001 "),
        ("a.xlsx", b"PK\x03\x04", "a.xlsx:1:1: TOC015 the file is damaged: its zip archive "),
        ("a.opml", b"<!DOCTYPE opml><opml/>", "a.opml:1:1: TOC015 the outline is damaged: "),
        ("a.prsm", "\u1be1x".encode(), "a.prsm:1:1: TOC015 the map cannot be unpacked: "),
        ("a.csv", b"", "a.csv:1:1: TOC015 the file is empty"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(
    run: Run, folder: Path, name: str, content: bytes, message: str
) -> None:
    (folder / name).write_bytes(content)
    done = run("convert", name, "zone.toc.yaml")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(message), done.stderr
    assert not (folder / "zone.toc.yaml").exists()


def test_a_file_of_one_program_becomes_one_of_another(run: Run, folder: Path) -> None:
    done = run("convert", "links.csv", "map.prsm", "--notes", "notes.csv")
    assert done.exit_code == 0
    assert "Not kept:" in done.stderr
    assert b'"guessed"' in (folder / "notes.csv").read_bytes()
    assert "title: Trust" in run("convert", "map.prsm").stdout


def test_positions_come_back_if_they_are_kept(run: Run, folder: Path) -> None:
    run("convert", "links.csv", "map.prsm")
    run("convert", "map.prsm", "zone.toc.yaml", "--positions")
    run("convert", "zone.toc.yaml", "again.prsm")
    first, again = (
        run("convert", name, "--positions").stdout for name in ("map.prsm", "again.prsm")
    )
    assert first == again
    assert "      x: " in first


def test_a_theory_exists_already(run: Run, folder: Path) -> None:
    (folder / "zone.toc.yaml").write_text("mine\n")
    done = run("convert", "links.csv", "zone.toc.yaml")
    assert (done.exit_code, (folder / "zone.toc.yaml").read_text()) == (2, "mine\n")
    assert run("convert", "links.csv", "zone.toc.yaml", "--force").exit_code == 0


def test_a_new_theory_begins_with_a_file(run: Run, folder: Path) -> None:
    done = run("new", "--from", "links.csv")
    assert done.exit_code == 0
    text = (folder / "links.toc.yaml").read_text(encoding="utf-8")
    first, rest = text.split("\n", 1)
    assert first == "# yaml-language-server: $schema=.tocmodel/theory.schema.json"
    assert rest == THEORY
    assert (folder / ".tocmodel" / "theory.schema.json").is_file()
    assert "Guessed:\n" in done.stderr
    refused = run("new", "a.toc.yaml", "--from", "links.csv", "--example", "pembury")
    assert refused.exit_code == 2
