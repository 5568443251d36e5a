"""Rows for data frames: the same plain keys in every row, and nothing of the theory lost."""

import json

import pytest
from example_models import NAMES, figures, model_file

import tocmodel
from tocmodel.records import TABLES

THEORY = tocmodel.loads(
    """
tocmodel: 1
title: Breakfast
place: {name: Town, children: {value: 400, qualifier: about}}
interventions: {club: {title: Breakfast club, tags: [food, school]}}
outcomes: {fed: {title: Children are fed, who: children, horizon: short}}
indicators:
  hungry:
    title: Hungry children
    measures: [fed]
    unit: children
    baseline: {value: 40, of: 400, period: 2022}
links:
  - {from: club, to: fed, because: it is food, assumes: [{title: they come}]}
""",
    "breakfast.toc.yaml",
)


def test_the_elements_have_what_all_elements_have() -> None:
    assert tocmodel.to_records(THEORY)[0] == {
        "id": "club",
        "section": "interventions",
        "kind": "intervention",
        "title": "Breakfast club",
        "description": None,
        "notes": None,
        "fields": None,
        "plain": None,
        "level": None,
        "domain": None,
        "group": None,
        "number": None,
        "part_of": None,
        "tags": "food; school",
        "classified_as": None,
        "standing": None,
        "links_in": 0,
        "links_out": 1,
    }


def test_a_section_has_all_the_fields_of_its_entries() -> None:
    (row,) = tocmodel.to_records(THEORY, "outcomes")
    assert (row["id"], row["who"], row["horizon"], row["unintended"]) == (
        "fed",
        "children",
        "short",
        False,
    )


def test_a_link_keeps_what_is_written_in_place_as_json() -> None:
    (row,) = tocmodel.to_records(THEORY, "links")
    assert (row["from"], row["to"], row["because"], row["feedback"]) == (
        "club",
        "fed",
        "it is food",
        False,
    )
    assert json.loads(str(row["assumes"])) == [{"title": "they come"}]


def test_links_and_elements_say_what_they_rest_on() -> None:
    theory = tocmodel.TheoryOfChange(
        title="T",
        conditions={"rent": {"title": "Rent", "origin": "inferred"}, "debt": {"title": "Debt"}},
        links=[
            {"from": "rent", "to": "debt", "origin": "inferred", "agreed": {"with": ["families"]}}
        ],
    )
    (link,) = tocmodel.to_records(theory, "links")
    assert (link["origin"], link["standing"], link["agreed"]) == (
        "inferred",
        "agreed",
        '{"with": ["families"]}',
    )
    rows = tocmodel.to_records(theory)
    assert [row["standing"] for row in rows] == ["inferred", "not-said"]


def test_a_figure_says_whose_it_is_and_keeps_its_doubts() -> None:
    rows = tocmodel.to_records(THEORY, "figures")
    keys = ("element", "role", "unit", "words", "value", "qualifier", "of", "period")
    assert [tuple(row[key] for key in keys) for row in rows] == [
        (None, "children", None, "about 400", 400, "about", None, None),
        ("hungry", "baseline", "children", "40 of 400 children (2022)", 40, None, 400, "2022"),
    ]


def test_a_figure_in_a_unit_of_its_own_says_so() -> None:
    theory = tocmodel.loads(
        "tocmodel: 1\ntitle: T\n"
        "indicators: {a: {title: A, unit: children, baseline: {value: 9, unit: schools}}}\n"
    )
    [row] = tocmodel.to_records(theory, "figures")
    assert (row["unit"], row["words"]) == ("schools", "9 schools")


def test_findings_have_their_lines() -> None:
    found = tocmodel.check(THEORY, select="TOC101,TOC122")
    rows = tocmodel.to_records(found)
    assert [(row["code"], row["file"], row["line"], row["pointer"]) for row in rows] == [
        (item.code, "breakfast.toc.yaml", item.span.line, "/".join(map(str, item.pointer)) or None)
        for item in found
        if item.span
    ]
    assert rows


def test_claims_have_the_four_answers_and_why() -> None:
    theory = tocmodel.load(model_file("uk-coaching"))
    claims = tocmodel.claims(theory)
    rows = tocmodel.to_records(claims)
    assert [(row["value"], row["told"], row["told_because"], row["plausible"]) for row in rows] == [
        (item.value, item.told.answer, item.told.reason, item.plausible) for item in claims
    ]


def test_coverage_and_differences_have_rows() -> None:
    coverage = tocmodel.coverage(model_file("pembury"), "childrens-zone", "claim")
    assert [
        (row["category"], row["count"], row["gap"]) for row in tocmodel.to_records(coverage)
    ] == [(item.category.id, len(item.gathered), item.is_gap) for item in coverage.rows]
    found = tocmodel.diff(THEORY, tocmodel.loads("tocmodel: 1\ntitle: Breakfast"))
    assert [row["sentence"] for row in tocmodel.to_records(found)] == [
        item.sentence for item in found
    ]


def test_nothing_found_has_no_rows() -> None:
    assert tocmodel.to_records(()) == []


def test_what_has_no_rows_is_refused_in_words() -> None:
    with pytest.raises(tocmodel.UnknownIdError) as unknown:
        tocmodel.to_records(THEORY, "outcome")
    assert str(unknown.value) == "there is no table 'outcome'; did you mean 'outcomes'?"
    with pytest.raises(tocmodel.UnknownIdError) as elsewhere:
        tocmodel.to_records(THEORY, "findings")
    assert str(elsewhere.value) == (
        "a theory has no table 'findings': call to_records(check(theory))"
    )
    with pytest.raises(tocmodel.InvalidModelError) as refused:
        tocmodel.to_records([3])  # type: ignore[list-item]
    assert str(refused.value) == "there are no rows for a value of type int"


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("name", NAMES)
def test_every_table_of_every_example_is_plain_and_even(name: str, table: str) -> None:
    rows = tocmodel.to_records(model_file(name), table)
    assert len({tuple(row) for row in rows}) <= 1
    assert all(
        value is None or type(value) in (str, int, float, bool)
        for row in rows
        for value in row.values()
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_figures_of_an_example_are_all_there(name: str) -> None:
    theory = tocmodel.load(model_file(name))
    assert len(tocmodel.to_records(theory, "figures")) >= len(figures(theory))


@pytest.mark.parametrize("section", ["outcomes", "interventions", "conditions", "partners"])
def test_plain_rows_make_the_entries_again(section: str) -> None:
    theory = tocmodel.load(model_file("pembury"))
    plain = ("id", "title", "description", "who", "horizon", "tier", "role", "level", "domain")
    rows = [
        {key: row[key] for key in plain if key in row}
        for row in tocmodel.to_records(theory, section)
    ]
    again = tocmodel.TheoryOfChange(title="t", **{section: rows})
    assert [
        {key: row[key] for key in plain if key in row}
        for row in tocmodel.to_records(again, section)
    ] == rows
