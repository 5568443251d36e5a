"""The frameworks that come with tocmodel: valid, complete, sourced, and usable."""

import json
from importlib.resources import files
from typing import Any

import pytest

from tocmodel.checking import check
from tocmodel.frameworks import (
    FRAMEWORKS,
    find_category,
    find_framework,
    framework_of,
    full_address,
    published,
)
from tocmodel.loading import reads

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
    ("value-creation-2011", "cycle"): 5,
    ("value-creation-2011", "capital"): 5,
    ("value-creation", "cycle"): 8,
    ("value-creation", "learning-space"): 3,
    ("communities-of-practice", "element"): 3,
    ("communities-of-practice", "identification"): 3,
    ("resilience", "compartment"): 5 + 42,
    ("resilience", "noble-truth"): 4,
    ("resilience", "odds"): 2,
    ("academic-resilience", "whole-school"): 3,
    ("co-production", "element"): 6,
    ("fairness-commission", "stage"): 10,
    ("system-leadership", "practice"): 10,
    ("self-directed-support", "option"): 4,
    ("multi-agency-partnership", "harm"): 8,
    ("policy-influence", "approach"): 4,
    ("evidence-standards", "nesta"): 5,
    ("evidence-standards", "eif"): 5,
    ("evidence-standards", "maryland"): 5,
    ("evidence-standards", "grade"): 4,
    ("evidence-standards", "process-tracing"): 4,
}
"""How many categories the sources give a dimension."""


def text_of(name: str) -> str:
    return (DATA / f"{name}.yaml").read_text(encoding="utf-8")


def test_the_list_of_frameworks_names_every_file_and_no_other() -> None:
    names = {entry.name.removesuffix(".yaml") for entry in DATA.iterdir()}
    assert set(FRAMEWORKS) == names
    assert len(FRAMEWORKS) == len(names)


@ALL
def test_a_framework_is_valid_and_called_like_its_file(name: str) -> None:
    read = framework_of(text_of(name), f"{name}.framework.yaml")
    assert [str(finding.span) + finding.message for finding in read.findings] == []
    assert read.framework is not None
    assert read.framework.id == name
    assert read.framework == find_framework(name)


@pytest.mark.parametrize(("place", "count"), COUNTS.items(), ids=["/".join(at) for at in COUNTS])
def test_a_dimension_has_as_many_categories_as_its_sources_say(
    place: tuple[str, str], count: int
) -> None:
    framework, dimension = place
    assert len(find_framework(framework).dimensions[dimension].categories) == count


def test_the_resilience_framework_has_its_moves_in_their_compartments() -> None:
    categories = find_framework("resilience").dimensions["compartment"].categories.values()
    moves = [category.part_of for category in categories if category.part_of]
    counts = {compartment: moves.count(compartment) for compartment in moves}
    assert counts == {"basics": 9, "belonging": 12, "learning": 6, "coping": 9, "core-self": 6}


@ALL
def test_every_category_says_what_it_means_in_a_sentence(name: str) -> None:
    wordless = [
        category.id
        for category in find_framework(name).categories.values()
        if not category.meaning[:1].isupper() or not category.meaning.endswith(".")
    ]
    assert wordless == []


@ALL
def test_what_was_checked_names_its_source(name: str) -> None:
    categories = find_framework(name).categories.values()
    assert [one.id for one in categories if one.checked and not one.source] == []


@ALL
def test_every_source_is_a_publication_that_can_be_found(name: str) -> None:
    sources = find_framework(name).sources.values()
    assert [one.id for one in sources if not (one.author or one.publisher)] == []
    assert all(published(one) for one in sources)


@ALL
def test_every_check_says_what_is_the_matter_and_what_to_do(name: str) -> None:
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
def test_a_template_is_a_theory_that_its_framework_has_nothing_against(
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
