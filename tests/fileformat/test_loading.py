"""A file becomes a theory, or a list of all its problems."""

from pathlib import Path

import pytest

from tocmodel.diagnostics import ModelFileError, TocModelError
from tocmodel.fileformat.loading import load, loads, read, reads
from tocmodel.model import Horizon, Link

TEXT = """\
tocmodel: 1
title: A small theory
sources:
  report: {title: A report, year: 2019}
interventions:
  club: {title: A reading club, starts: 2018}
outcomes:
  enjoy: {title: Children enjoy reading, horizon: short}
  read: {title: 010, horizon: medium}
links:
  - club -> enjoy -> read
  - {from: read, to: enjoy, feedback: true}
indicators:
"""


def found(text: str) -> list[str]:
    """Return the findings of a text, one line each."""
    return [f"{item.span}: {item.code} {item.message}" for item in reads(text, "x").findings]


def test_a_theory_is_read_with_its_types() -> None:
    theory = loads(TEXT)
    assert theory.outcomes["enjoy"].horizon is Horizon.SHORT
    assert theory.outcomes["read"].title == "010"
    assert theory.sources["report"].year == "2019"
    assert theory.interventions["club"].starts == "2018"


def test_a_chain_is_the_same_as_its_links() -> None:
    mappings = TEXT.replace(
        "club -> enjoy -> read", "{from: club, to: enjoy}\n  - {from: enjoy, to: read}"
    )
    assert loads(TEXT).links == loads(mappings).links
    assert loads(TEXT).links[:2] == (Link(from_="club", to="enjoy"), Link(from_="enjoy", to="read"))


def test_all_problems_of_a_file_are_found_at_once_and_in_its_order() -> None:
    text = (
        TEXT.replace("horizon: short", "horizon: shrot")
        .replace("club -> enjoy", "clbu -> enjoy")
        .replace("{title: A report", "{titel: A report")
        .replace("  read: {", "  club: {")
    )
    assert found(text) == [
        "x:4:12: TOC010 no key 'titel' in a source; did you mean 'title'?",
        (
            "x:8:51: TOC010 'horizon' is 'shrot', which is not one of short, medium, long, impact; "
            "did you mean 'short'?"
        ),
        "x:9:3: TOC012 the id 'club' is taken: it is in interventions too",
        "x:11:5: TOC011 no element 'clbu'; did you mean 'club'?",
        "x:11:22: TOC011 no element 'read'",
    ]


def test_a_file_with_problems_raises_an_error_with_all_of_them(tmp_path: Path) -> None:
    path = tmp_path / "x.toc.yaml"
    path.write_text("tocmodel: 1\ntitle: [x, y]\nlinks: [a -> b]\n", encoding="utf-8")
    with pytest.raises(ModelFileError) as caught:
        load(path)
    assert caught.value.findings == read(path).findings
    assert [finding.code for finding in caught.value.findings] == ["TOC010", "TOC011", "TOC011"]
    assert str(caught.value).splitlines()[1].endswith("x.toc.yaml:3:9: TOC011 no element 'a'")


@pytest.mark.parametrize("text", ["just words", "- a\n- b", "12", "tocmodel: 1", "title: x"])
def test_a_file_without_a_theory_is_a_finding(text: str) -> None:
    document = reads(text, "x")
    assert document.theory is None
    assert {finding.code for finding in document.findings} == {"TOC010"}


def test_a_file_of_a_later_version_gives_only_that_finding() -> None:
    assert found("tocmodel: 2\ntitel: x") == [
        "x:1:11: TOC013 this file is written in version 2 of the language"
    ]


def test_an_empty_section_may_wait_to_be_filled() -> None:
    assert dict(loads(TEXT).indicators) == {}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("missing.toc.yaml", "there is no such file; check the name and the folder"),
        (".", "it is a folder; name a file in it"),
        ("a\0b", "null"),
    ],
)
def test_a_file_that_cannot_be_opened_gives_one_sentence(
    tmp_path: Path, name: str, expected: str
) -> None:
    with pytest.raises(TocModelError, match=expected):
        load(tmp_path / name)
