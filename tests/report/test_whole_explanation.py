"""Explanations that pass through groups, sections, included theories and parts."""

from pathlib import Path

from click.testing import CliRunner

from tocmodel.analysis.explanation import explain, explain_whole
from tocmodel.cli.program import program
from tocmodel.fileformat.loading import loads
from tocmodel.report.explanation import outline
from tocmodel.report.explanation_data import to_data
from tocmodel.report.outline import Line
from tocmodel.report.whole_explanation import whole_outline

STAGES = """
tocmodel: 1
title: Two stages
groups:
  early: {title: Early years}
  school: {title: School years}
  reading: {title: Reading, group: school}
interventions:
  visits: {title: Home visits, group: early}
outcomes:
  read: {title: Children read, group: reading}
  words: {title: Children read words, part_of: read, group: reading}
  stay: {title: Pupils stay on, group: school}
  job: {title: Young people find work}
includes:
  others: {title: Three more zones, count: 3}
links:
  - {from: early, to: school, because: those who start ready learn more}
  - school -> job
  - read -> stay
"""


def words(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines]


def test_an_element_is_explained_by_the_links_of_the_wholes_around_it() -> None:
    found = explain(loads(STAGES), "stay")
    assert [(link.from_, link.to) for link in found.before] == [("early", "school")]
    assert [(link.from_, link.to) for link in found.after] == [("school", "job")]


def test_an_explanation_says_something_in_the_one_leads_to_something_in_the_other() -> None:
    lines = words(outline(explain(loads(STAGES), "read")))
    assert "The theory gives no answer: no link leads here." not in lines
    place = lines.index("What leads to it through a whole or a part")
    assert lines[place : place + 5] == [
        "What leads to it through a whole or a part",
        "Something in Early years leads to something in School years",
        "because those who start ready learn more",
        "What it leads to through a whole or a part",
        "Something in School years leads to Young people find work",
    ]


def test_what_an_element_is_part_of_and_its_parts_are_named() -> None:
    theory = loads(STAGES)
    assert "Its parts: Children read words." in words(outline(explain(theory, "read")))
    assert "Part of: Children read (read)" in words(outline(explain(theory, "words")))


def test_a_group_is_explained_by_what_leads_to_it_and_to_its_members() -> None:
    found = explain_whole(loads(STAGES), "reading")
    assert words(whole_outline(found)) == [
        "What leads to something in this: Reading?",
        "Group of 2 outcomes.",
        "What leads to it through a whole or a part",
        "Something in Early years leads to something in School years",
        "because those who start ready learn more",
        "What it leads to through a whole or a part",
        "Something in School years leads to Young people find work",
        "No reason is given.",
        "What one of them leads to",
        "Children read leads to Pupils stay on",
        "No reason is given.",
        "What is in it",
        "Children read (read)",
        "Children read words (words)",
    ]


def test_a_section_and_a_theory_that_nobody_described_are_explained_too() -> None:
    theory = loads(STAGES)
    assert words(whole_outline(explain_whole(theory, "outcomes")))[1] == "Section of 4 outcomes."
    assert words(whole_outline(explain_whole(theory, "others")))[1:] == [
        "Included theory that nobody described.",
        "The theory gives no answer: no link leads here.",
    ]


def test_the_links_of_wholes_are_in_the_data() -> None:
    assert to_data(explain(loads(STAGES), "stay"), "0")["after"] == [
        {"from": "school", "to": "job", "effect": "increases", "because": ""}
    ]


def test_explain_takes_the_id_of_a_group(tmp_path: Path) -> None:
    file = str(tmp_path / "stages.toc.yaml")
    Path(file).write_text(STAGES, encoding="utf-8")
    text = CliRunner().invoke(program, ["explain", file, "early"])
    assert text.output.splitlines()[0] == "What leads to something in this: Early years?"
    data = CliRunner().invoke(program, ["explain", file, "early", "--format", "json"])
    assert "'early' is a whole, which is explained as text or in a picture" in data.output
