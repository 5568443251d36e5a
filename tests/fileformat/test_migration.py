"""Convert between editions of value creation: decisions are asked for, and nothing is lost."""

import pytest
from example_models import model_file

from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.loading import reads
from tocmodel.fileformat.migration import choices, migrate

OLD = """\
tocmodel: 1
title: A circle   # a remark
frameworks: [resilience, value-creation-2011]   # the first edition
spaces:
  circle: {title: Circle, difference: children read}
value_creation:
  # ideas
  idea: {title: Idea, cycle: potential, space: circle, capital: human, status: happened}
  joy:
    title: Joy counts as success   # our joy
    cycle: reframing   # !
    space: circle
    status: happened
  rest: {title: 'Rest', cycle: "reframing", space: circle, status: hoped}
stories:
  gate:
    title: Gate
    steps:
      - {cycle: potential, value: idea}
      - cycle: reframing   # with joy
        value: joy
indicators:
  late: {title: Late, measures: idea, classified_as: {value-creation-2011: cycle/potential}}
views:
  all: {title: All, where: {value-creation-2011: [potential, applied]}}
"""

NEW = """\
tocmodel: 1
title: A circle   # a remark
frameworks: [resilience, value-creation]   # the first edition
spaces:
  circle: {title: Circle, difference: children read}
value_creation:
  # ideas
  idea: {title: Idea, cycle: potential, space: circle, capital: human, status: happened}
  joy:
    title: Joy counts as success   # our joy
    cycle: transformative   # !
    reframes: circle
    space: circle
    status: happened
  rest: {title: 'Rest', cycle: "strategic", reframes: circle, space: circle, status: hoped}
stories:
  gate:
    title: Gate
    steps:
      - {cycle: potential, value: idea}
      - cycle: transformative   # with joy
        value: joy
indicators:
  late: {title: Late, measures: idea, classified_as: {value-creation: cycle/potential}}
views:
  all: {title: All, where: {value-creation: [potential, applied]}}
"""

LATER, FIRST = "value-creation", "value-creation-2011"
FORWARD = {"joy": "transformative", "rest": "strategic"}


def document(text: str, name: str = "circle.toc.yaml") -> Document:
    found = reads(text, name)
    assert found.theory is not None, found.findings
    return found


def theory(more: str) -> Document:
    return document(f"tocmodel: 1\ntitle: T\n{more}")


def test_a_theory_goes_to_the_later_edition_with_its_comments() -> None:
    assert migrate(document(OLD), LATER, FORWARD).text == NEW


def test_there_and_back_gives_the_same_text() -> None:
    back = migrate(document(NEW), FIRST, {"joy": "reframing", "rest": "reframing"})
    assert back.text == OLD


def test_every_reframing_value_needs_a_decision_and_its_steps_follow_it() -> None:
    asked = choices(document(OLD), LATER)
    assert [(item.id, item.cycle, item.options) for item in asked] == [
        ("joy", "reframing", ("transformative", "strategic", "keep")),
        ("rest", "reframing", ("transformative", "strategic", "keep")),
    ]


def test_nothing_is_decided_silently() -> None:
    with pytest.raises(TocModelError) as caught:
        migrate(document(OLD), LATER, {"joy": "strategic"})
    assert str(caught.value) == (
        "these have no single place in the other edition; decide on each with --decide ID=WORD:\n"
        "  rest (reframing): transformative or strategic or keep"
    )


@pytest.mark.parametrize(
    ("decisions", "message"),
    [
        ({**FORWARD, "idea": "strategic"}, "there is nothing to decide about 'idea'"),
        (
            {**FORWARD, "joy": "enabling"},
            "'joy' cannot become 'enabling': choose one of transformative, strategic, keep",
        ),
    ],
)
def test_a_decision_that_does_not_fit_is_refused(decisions: dict[str, str], message: str) -> None:
    with pytest.raises(TocModelError) as caught:
        migrate(document(OLD), LATER, decisions)
    assert str(caught.value) == message


def test_a_kept_value_keeps_the_first_edition_beside_the_later_one() -> None:
    found = migrate(document(OLD), LATER, {"joy": "transformative", "rest": "keep"})
    assert found.kept == ("rest stays reframing",)
    new = document(found.text).theory
    assert new is not None
    assert new.frameworks == ("resilience", FIRST, LATER)
    assert new.value_creation["rest"].cycle == "reframing"


def test_a_value_without_a_space_would_lose_its_reframed_value() -> None:
    old = theory("value_creation: {joy: {title: Joy, cycle: reframing}}")
    with pytest.raises(TocModelError, match="names no space"):
        migrate(old, LATER, {"joy": "transformative"})
    with pytest.raises(TocModelError, match="has nothing to convert to 'value-creation'"):
        migrate(old, LATER, {"joy": "keep"})


def test_a_step_without_a_value_is_decided_by_its_number() -> None:
    old = theory(
        "stories: {gate: {title: Gate, steps: [{cycle: applied}, {cycle: reframing, says: joy}]}}"
    )
    [asked] = choices(old, LATER)
    assert (asked.id, asked.title) == ("gate/2", "joy")
    text = migrate(old, LATER, {"gate/2": "strategic"}).text
    assert "steps: [{cycle: applied}, {cycle: strategic, says: joy}]" in text


def test_categories_that_the_later_edition_lacks_stay_under_the_first() -> None:
    old = theory(
        "frameworks:\n  - value-creation-2011   # ours\nindicators:\n  late:\n    title: Late\n"
        "    classified_as:\n      value-creation-2011: [reframing, applied]\n"
    )
    found = migrate(old, LATER, {})
    assert found.kept == ("late stays classified by 'value-creation-2011': reframing",)
    new = document(found.text).theory
    assert new is not None
    assert new.frameworks == (FIRST, LATER)
    assert new.indicators["late"].classified_as == {FIRST: ("reframing",), LATER: ("applied",)}
    assert "# ours" in found.text


@pytest.mark.parametrize("margin", ["      ", "        ", "          "])
def test_categories_on_separate_lines_are_split_too(margin: str) -> None:
    old = theory(
        "frameworks: [value-creation-2011]\nindicators:\n  late:\n    title: Late\n"
        "    classified_as:\n      value-creation-2011:\n"
        f"{margin}- reframing\n{margin}- applied\n    unit: days\n"
    )
    new = document(migrate(old, LATER, {}).text).theory
    assert new is not None
    assert new.indicators["late"].classified_as == {FIRST: ("reframing",), LATER: ("applied",)}
    assert new.indicators["late"].unit == "days"


def test_an_element_classified_by_both_stays_the_same() -> None:
    both = "classified_as: {value-creation-2011: [applied], value-creation: [potential]}"
    named = "frameworks: [value-creation-2011, value-creation]"
    old = theory(f"{named}\nindicators: {{n: {{title: N, {both}}}}}")
    with pytest.raises(TocModelError, match="has nothing to convert to"):
        migrate(old, LATER, {})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("frameworks: value-creation-2011\n", "frameworks: value-creation\n"),
        (
            "frameworks: ['value-creation-2011', value-creation]\n",
            "frameworks: [value-creation]\n",
        ),
        (
            "frameworks: [value-creation, value-creation-2011]\n",
            "frameworks: [value-creation]\n",
        ),
        (
            "frameworks:\n  - value-creation\n  - value-creation-2011\n  - resilience\n",
            "frameworks:\n  - value-creation\n  - resilience\n",
        ),
    ],
)
def test_the_named_edition_changes_in_any_style(before: str, after: str) -> None:
    old = theory(before)
    assert migrate(old, LATER, {}).text == f"tocmodel: 1\ntitle: T\n{after}"


def test_one_kept_framework_becomes_two() -> None:
    old = theory(
        "frameworks: value-creation-2011\nvalue_creation: {joy: {title: Joy, cycle: reframing}}"
    )
    text = migrate(old, LATER, {"joy": "keep"}).text
    assert "frameworks: [value-creation-2011, value-creation]\n" in text


def test_the_cycles_of_only_the_later_edition_need_decisions_on_the_way_back() -> None:
    new = theory(
        "frameworks: [value-creation]\nvalue_creation:\n  help: {title: Help, cycle: enabling}\n"
    )
    [asked] = choices(new, FIRST)
    assert asked.options == ("keep",)
    assert migrate(new, FIRST, {"help": "keep"}).kept == ("help stays enabling",)


def test_json_is_migrated_too() -> None:
    text = (
        '{"tocmodel": 1, "title": "T", "frameworks": ["value-creation-2011"], "spaces": {"c": '
        '{"title": "C"}}, "value_creation": {"joy": {"title": "J", "cycle": "reframing", "space": '
        '"c"}}}'
    )
    found = migrate(document(text, "a.toc.json"), LATER, {"joy": "transformative"})
    new = document(found.text, "a.toc.json").theory
    assert new is not None
    assert (new.value_creation["joy"].cycle, new.value_creation["joy"].reframes) == (
        "transformative",
        "c",
    )


def test_the_comments_of_a_list_stay_when_some_words_move() -> None:
    old = theory(
        "indicators:\n  late:\n    title: Late\n    classified_as:\n      value-creation-2011:\n"
        "        - reframing   # which is ours\n        - applied   # as before\n"
    )
    assert migrate(old, LATER, {}).text.endswith(
        "      value-creation-2011:\n"
        "        - reframing   # which is ours\n        # as before\n"
        "      value-creation: [applied]\n"
    )


def test_a_view_with_a_column_for_a_cycle_gets_columns_for_its_new_cycles() -> None:
    old = theory(
        "spaces: {c: {title: C}}\nvalue_creation:\n"
        "  a: {title: A, cycle: reframing, space: c}\n  b: {title: B, cycle: reframing, space: c}\n"
        "views:\n  v: {title: V, columns: [realized, reframing]}\n"
        "  w:\n    title: W\n    columns:\n      - reframing   # last\n"
    )
    text = migrate(old, LATER, {"a": "strategic", "b": "transformative"}).text
    assert "columns: [realized, strategic, transformative]" in text
    assert "    columns:\n      - strategic   # last\n      - transformative\n" in text
    text = migrate(old, LATER, {"a": "strategic", "b": "keep"}).text
    assert "columns: [realized, reframing, strategic]" in text


def test_a_real_theory_goes_there_and_back_unchanged() -> None:
    path = model_file("albion-foundation")
    old = path.read_text(encoding="utf-8")
    there = migrate(document(old), LATER, {"flatter": "transformative"})
    assert there.text != old
    assert "goals-recast stays classified by 'value-creation-2011': reframing" in there.kept
    assert migrate(document(there.text), FIRST, {"flatter": "reframing"}).text == old
