"""Framework files: the findings for an invalid one, and the framework from a valid one."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tocmodel.diagnostics import Severity, TocModelError
from tocmodel.frameworks import (
    Category,
    Dimension,
    Framework,
    FrameworkCheck,
    Publication,
    Template,
    framework_of,
    read_framework,
)

FAULTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parent / "faults.yaml").read_text(encoding="utf-8")
)

WHOLE = """\
tocmodel_framework: 1
id: our-words
title: 2024
edition: 2
description: Words of our own.
language: cy
sources:
  minutes: {title: Minutes of the board, author: The board, year: 2023}
dimensions:
  strand:
    title: Strand
    description: Which strand is it?
    classifies: [interventions, outcomes]
    ordered: true
    single: true
    field: domain
    categories:
      later: {title: Later, order: 2}
      first: {title: First, order: 1, meaning: It comes first., question: What is first?}
      beside: {title: Beside, part_of: first, where: {odds: [beat, both], faces: inward}}
      unsaid: {title: Unsaid, where: {routinely_monitored: false}, source: minutes, at: 5.10}
checks:
  all-there:
    check: coverage
    dimension: strand
    sections: [outcomes]
    categories: [first]
    at_least: 2
    severity: warning
    message: there should be two
    help: find another
    why: One is not enough.
    source: minutes
    at: p. 3
templates:
  start: {title: A start, sections: {outcomes: {calm: {title: Calm}}}}
"""


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_a_problem_is_reported_with_its_place(case: dict[str, Any]) -> None:
    read = framework_of(case["pack"], "ours.framework.yaml")
    assert read.framework is None
    found = [
        [finding.span.line, finding.span.column, f"{finding.code} {finding.message}"]
        for finding in read.findings
        if finding.span is not None
    ]
    assert found == case["finds"]


def test_a_file_becomes_a_framework() -> None:
    text = WHOLE.replace("interventions, outcomes", "interventions, outcomes, conditions")
    assert framework_of(text).framework == Framework(
        id="our-words",
        title="2024",
        edition="2",
        description="Words of our own.",
        language="cy",
        sources={
            "minutes": Publication(
                id="minutes", title="Minutes of the board", author="The board", year="2023"
            )
        },
        dimensions={
            "strand": Dimension(
                id="strand",
                title="Strand",
                description="Which strand is it?",
                classifies=("interventions", "outcomes", "conditions"),
                ordered=True,
                single=True,
                field=("domain",),
                categories={
                    "first": Category(
                        id="first",
                        title="First",
                        order=1,
                        meaning="It comes first.",
                        question="What is first?",
                    ),
                    "later": Category(id="later", title="Later", order=2),
                    "beside": Category(
                        id="beside",
                        title="Beside",
                        part_of="first",
                        where={"odds": ("beat", "both"), "faces": ("inward",)},
                    ),
                    "unsaid": Category(
                        id="unsaid",
                        title="Unsaid",
                        where={"routinely_monitored": ("no",)},
                        source="minutes",
                        at="5.10",
                    ),
                },
            )
        },
        checks={
            "all-there": FrameworkCheck(
                id="all-there",
                check="coverage",
                dimension="strand",
                sections=("outcomes",),
                categories=("first",),
                at_least=2,
                severity=Severity.WARNING,
                message="there should be two",
                help="find another",
                why="One is not enough.",
                source="minutes",
                at="p. 3",
            )
        },
        templates={
            "start": Template(
                id="start", title="A start", sections={"outcomes": {"calm": {"title": "Calm"}}}
            )
        },
    )


def test_ordered_categories_come_before_the_others() -> None:
    framework = framework_of(WHOLE.replace("outcomes]\n    ordered", "conditions]\n    ordered"))
    assert [finding.message for finding in framework.findings] == [
        "the dimension 'strand' does not classify outcomes"
    ]
    text = WHOLE.replace("[interventions, outcomes]", "[interventions, outcomes, conditions]")
    read = framework_of(text).framework
    assert read is not None
    assert list(read.dimensions["strand"].categories) == ["first", "later", "beside", "unsaid"]


def test_json_has_the_same_meaning() -> None:
    text = '{"tocmodel_framework": 1, "id": "ours", "title": "Ours", "dimensions": {"a": 3}}'
    (finding,) = framework_of(text, "ours.framework.json").findings
    assert (finding.code, str(finding.span)) == ("TOC010", "ours.framework.json:1:78")


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TocModelError, match="there is no such file"):
        read_framework(tmp_path / "no.framework.yaml")
