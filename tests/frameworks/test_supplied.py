"""The built-in frameworks are valid, complete, sourced and usable."""

import json
from importlib.resources import files
from typing import Any

import pytest

from tocmodel.checks import check
from tocmodel.fileformat.loading import reads
from tocmodel.frameworks import (
    FRAMEWORKS,
    find_category,
    find_framework,
    framework_of,
    full_address,
    published,
)

DATA = files("tocmodel.frameworks") / "data"
ALL = pytest.mark.parametrize("name", FRAMEWORKS)
TEMPLATES = [
    pytest.param(name, template, id=f"{name}/{template}")
    for name in FRAMEWORKS
    for template in find_framework(name).templates
]
COUNTS = {
    ("childrens-zone", "principle"): 7,
    ("childrens-zone", "fault-line"): 5,
    ("childrens-zone", "claim"): 3,
    ("childrens-zone", "ecology"): 6,
    ("childrens-zone", "support-tier"): 3,
    ("childrens-zone", "effort"): 2,
    ("complex-contextual-analysis", "scale"): 5,
    ("complex-contextual-analysis", "depth"): 3,
    ("value-creation-2011", "cycle"): 5,
    ("value-creation-2011", "capital"): 5,
    ("value-creation-2011", "fabric"): 2,
    ("value-creation-2011", "narrative"): 2,
    ("value-creation", "cycle"): 8,
    ("value-creation", "capital"): 5,
    ("value-creation", "data"): 2,
    ("value-creation", "learning-space"): 3,
    ("communities-of-practice", "element"): 3,
    ("communities-of-practice", "identification"): 3,
    ("communities-of-practice", "knowing"): 2,
    ("resilience", "compartment"): 5 + 42,
    ("resilience", "noble-truth"): 4,
    ("resilience", "odds"): 2,
    ("academic-resilience", "whole-school"): 3,
    ("co-production", "element"): 6,
    ("fairness-commission", "stage"): 10,
    ("system-leadership", "practice"): 10,
    ("self-directed-support", "option"): 4,
    ("self-directed-support", "benefit"): 4,
    ("multi-agency-partnership", "harm"): 8,
    ("policy-influence", "approach"): 4,
    ("impact-case-study", "judged-on"): 2,
    ("inequality", "ethic"): 2,
    ("evidence-standards", "nesta"): 5,
    ("evidence-standards", "eif"): 5,
    ("evidence-standards", "maryland"): 5,
    ("evidence-standards", "grade"): 4,
    ("evidence-standards", "process-tracing"): 4,
}
"""The number of categories in the sources of a dimension."""
GATHERED = {
    ("complex-contextual-analysis", "knowledge"): 3,
    ("complex-contextual-analysis", "response"): 3,
    ("value-creation", "movement"): 5,
    ("communities-of-practice", "boundary"): 4,
    ("academic-resilience", "step"): 6,
    ("co-production", "involvement"): 5,
    ("system-leadership", "danger"): 1,
    ("multi-agency-partnership", "agency"): 9,
    ("multi-agency-partnership", "need"): 7,
    ("policy-influence", "practice"): 7,
    ("policy-influence", "actor"): 6,
    ("policy-influence", "influence"): 3,
    ("impact-case-study", "part"): 5 + 11,
    ("inequality", "process"): 7 + 2,
    ("inequality", "policy"): 2,
}
"""The number of our categories for a dimension that no source lists in one place."""


def text_of(name: str) -> str:
    return (DATA / f"{name}.yaml").read_text(encoding="utf-8")


def test_the_list_of_frameworks_has_exactly_the_files() -> None:
    names = {entry.name.removesuffix(".yaml") for entry in DATA.iterdir()}
    assert set(FRAMEWORKS) == names
    assert len(FRAMEWORKS) == len(names)


@ALL
def test_a_framework_is_valid_and_has_the_name_of_its_file(name: str) -> None:
    read = framework_of(text_of(name), f"{name}.framework.yaml")
    assert [str(finding.span) + finding.message for finding in read.findings] == []
    assert read.framework is not None
    assert read.framework.id == name
    assert read.framework == find_framework(name)


def test_a_dimension_has_as_many_categories_as_in_its_sources() -> None:
    held = {
        (name, dimension.id): len(dimension.categories)
        for name in FRAMEWORKS
        for dimension in find_framework(name).dimensions.values()
    }
    assert held == COUNTS | GATHERED
    assert COUNTS.keys().isdisjoint(GATHERED)


def test_the_resilience_framework_has_its_moves_in_their_compartments() -> None:
    categories = find_framework("resilience").dimensions["compartment"].categories.values()
    moves = [category.part_of for category in categories if category.part_of]
    counts = {compartment: moves.count(compartment) for compartment in moves}
    assert counts == {"basics": 9, "belonging": 12, "learning": 6, "coping": 9, "core-self": 6}


@ALL
def test_every_category_has_its_meaning_in_a_sentence(name: str) -> None:
    wordless = [
        category.id
        for category in find_framework(name).categories.values()
        if not category.meaning[:1].isupper() or not category.meaning.endswith(".")
    ]
    assert wordless == []


@ALL
def test_a_checked_category_names_its_source(name: str) -> None:
    categories = find_framework(name).categories.values()
    assert [one.id for one in categories if one.checked and not one.source] == []


@ALL
def test_every_source_is_a_publication_that_can_be_found(name: str) -> None:
    sources = find_framework(name).sources.values()
    assert [one.id for one in sources if not (one.author or one.publisher)] == []
    assert all(published(one) for one in sources)


@ALL
def test_every_check_gives_the_problem_and_the_solution(name: str) -> None:
    checks = find_framework(name).checks.values()
    assert checks
    assert [one.id for one in checks if not one.message or not one.help] == []
    assert [one.id for one in checks if one.message.endswith(".") or one.message[0].isupper()] == []
    assert [one.id for one in checks if one.why and not one.source] == []


@ALL
def test_every_category_is_found_by_each_of_its_addresses(name: str) -> None:
    framework = find_framework(name)
    for id_, category in framework.categories.items():
        dimension = framework.dimension_of(id_)
        for address in (id_, full_address(framework, id_), f"{dimension.id}/{id_}"):
            assert find_category(framework, address) == category


@pytest.mark.parametrize(("name", "template"), TEMPLATES)
def test_a_template_is_a_theory_without_findings_from_its_framework(
    name: str, template: str
) -> None:
    framework = find_framework(name)
    data = {"tocmodel": 1, "title": "Example", "frameworks": [name]}
    sections: dict[str, Any] = dict(framework.templates[template].sections)
    document = reads(json.dumps({**data, **sections}), "template.toc.json")
    assert [finding.message for finding in document.findings] == []
    assert [finding.message for finding in check(document, select=["TOC60"])] == []


def test_both_editions_of_value_creation_share_four_cycles_and_no_successor_of_reframing() -> None:
    first, later = (
        find_framework(name).dimensions["cycle"].categories
        for name in ("value-creation-2011", "value-creation")
    )
    assert set(first) & set(later) == {"immediate", "potential", "applied", "realized"}
    assert set(first) - set(later) == {"reframing"}
