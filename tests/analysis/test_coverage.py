"""Coverage: the elements in each category, by classification, field and parts; and the gaps."""

import pytest

from tocmodel.analysis.coverage import coverage
from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.loading import loads
from tocmodel.model import TheoryOfChange

CLUB = TheoryOfChange(
    title="Breakfast",
    interventions={
        "club": {
            "title": "Breakfast club",
            "odds": "both",
            "classified_as": {"resilience": ["basics/healthy-diet", "basics", "beat-the-odds"]},
        },
        "mentor": {"title": "A mentor", "classified_as": {"resilience": "mentors"}},
    },
    outcomes={"fed": {"title": "Fed", "classified_as": {"resilience": ["healty-diet"]}}},
    assets={"hall": {"title": "A hall", "classified_as": {"resilience": ["change-the-odds"]}}},
)


def test_an_element_is_in_the_category_it_is_classified_under() -> None:
    found = coverage(CLUB, "resilience")
    assert found["healthy-diet"].classified == ("club",)
    assert found["mentors"].classified == ("mentor",)


def test_a_category_gathers_what_is_in_its_parts_each_once() -> None:
    found = coverage(CLUB, "resilience")
    assert (found["basics"].classified, found["basics"].gathered) == (("club",), ("club",))
    assert (found["learning"].classified, found["learning"].gathered) == ((), ("mentor",))


def test_a_field_with_the_same_meaning_is_not_counted_twice() -> None:
    found = coverage(CLUB, "resilience", "odds")
    assert [(row.classified, row.by_field) for row in found.rows] == [
        (("club",), ()),
        ((), ("club",)),
    ]


def test_a_misspelt_category_and_a_section_that_is_not_classified_count_nowhere() -> None:
    found = coverage(CLUB, "resilience")
    assert found.elements == ("club", "mentor")


def test_gaps_and_share_count_categories_with_what_is_in_their_parts() -> None:
    found = coverage(CLUB, "resilience", "compartment")
    assert found.covered == 4
    assert found.share == 4 / 47
    assert "belonging" in found.gaps
    assert not {"basics", "healthy-diet", "learning", "mentors"} & set(found.gaps)


def test_nothing_in_what_is_to_be_avoided_is_no_gap() -> None:
    zone = TheoryOfChange(
        title="Zone",
        risks={
            "show": {
                "title": "It is all show",
                "classified_as": {"childrens-zone": ["short-term-relief"]},
            }
        },
    )
    found = coverage(zone, "childrens-zone")
    faults = [row for row in found.rows if row.dimension.id == "fault-line"]
    assert [row.category.id for row in faults if row.gathered] == ["short-term-relief"]
    assert {row.category.id for row in faults} & set(found.gaps) == set()
    assert (found.covered, len(found.sought)) == (0, len(found.rows) - len(faults))
    only_faults = coverage(zone, "childrens-zone", "fault-line")
    assert (only_faults.covered, only_faults.share) == (1, 1 / len(faults))


def test_parts_come_after_what_they_are_a_part_of() -> None:
    rows = coverage(CLUB, "resilience", "compartment").rows
    assert [(row.category.id, row.depth) for row in rows[:3]] == [
        ("basics", 0),
        ("good-enough-housing", 1),
        ("enough-money-to-live", 1),
    ]
    assert [row.category.id for row in rows if row.depth == 0] == [
        "basics",
        "belonging",
        "learning",
        "coping",
        "core-self",
    ]


SAYS_THE_SAME = {
    "value-creation/applied": ("value_creation", "cycle: applied"),
    "value-creation/human": ("value_creation", "cycle: potential, capital: human"),
    "value-creation/realized": ("stories", "steps: [{cycle: realised}]"),
    "childrens-zone/universal": ("interventions", "tier: universal"),
    "childrens-zone/microsystem": ("outcomes", "level: peers"),
    "inequality/justice": ("interventions", "faces: outward"),
    "complex-contextual-analysis/structural": ("conditions", "scale: structural"),
    "complex-contextual-analysis/lived-experience": ("partners", "lived_experience: true"),
    "complex-contextual-analysis/not-routinely-monitored": (
        "conditions",
        "routinely_monitored: false",
    ),
    "policy-influence/change-minds": ("partners", "alignment: low, interest: high"),
    "evidence-standards/nesta-3": ("evidence", "rated: [{scale: nesta, level: 3}]"),
    "evidence-standards/grade-very-low": ("evidence", "rated: [{scale: grade, level: very low}]"),
    "evidence-standards/hoop": ("evidence", "test: hoop"),
    "system-leadership/flexible-funding": ("inputs", "funding: unrestricted"),
}
"""Framework and category, and the section and field with the same meaning."""


@pytest.mark.parametrize(("address", "place"), SAYS_THE_SAME.items(), ids=list(SAYS_THE_SAME))
def test_a_field_of_a_theory_means_a_category(address: str, place: tuple[str, str]) -> None:
    framework, category = address.split("/")
    section, field = place
    theory = loads(f"tocmodel: 1\ntitle: Example\n{section}: {{x: {{title: X, {field}}}}}\n")
    assert coverage(theory, framework)[category].by_field == ("x",)


def test_a_category_of_two_fields_wants_both() -> None:
    theory = loads("tocmodel: 1\ntitle: Example\npartners: {x: {title: X, alignment: high}}\n")
    assert coverage(theory, "policy-influence", "approach").elements == ()


def test_in_a_notebook_a_coverage_shows_its_heat_map() -> None:
    shown = coverage(CLUB, "resilience", "odds")._repr_mimebundle_()
    assert "The Resilience Framework" in shown["text/plain"]
    assert "Changing the odds" in shown["image/svg+xml"]


def test_what_there_is_not_is_refused_with_the_nearest() -> None:
    with pytest.raises(TocModelError, match="no framework 'resiliance'"):
        coverage(CLUB, "resiliance")
    with pytest.raises(TocModelError, match="no dimension 'ods'; did you mean 'odds'"):
        coverage(CLUB, "resilience", "ods")
    with pytest.raises(KeyError, match="no category 'basic'; did you mean 'basics'"):
        coverage(CLUB, "resilience")["basic"]
