"""Sheets for a workshop: everything is large enough, inside its card, and on the paper."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.diagnostics import TocModelError, UnknownIdError
from tocmodel.fileformat.loading import load
from tocmodel.frameworks import find_framework
from tocmodel.layout.palette import contrast
from tocmodel.layout.scene import Bounds, Path, Scene, SceneGroup, Text
from tocmodel.layout.text import wrap
from tocmodel.model import TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.render.svg import svg
from tocmodel.starters import examples
from tocmodel.workshop import theory_cards
from tocmodel.workshop.canvas import canvas_sheet
from tocmodel.workshop.prompt_cards import CARDS, prompt_sheets
from tocmodel.workshop.sheets import SMALLEST, SheetWords, fit, stacked
from tocmodel.workshop.theory_cards import CARD_SECTIONS, theory_sheets, without_words
from tocmodel.workshop.value_canvas import value_canvas_sheet

A4 = (595.28, 841.89)
A3 = (1190.55, 841.89)
EXAMPLES = ("pembury", "blackpool-resilience-revolution", "imagined-zone")
SHEETS: dict[str, tuple[Scene, ...]] = {
    "prompt cards": prompt_sheets(),
    "canvas": (canvas_sheet(),),
    "value canvas": (value_canvas_sheet(),),
    "value canvas of 2011": (value_canvas_sheet("value-creation-2011"),),
    **{f"cards of {name}": theory_sheets(load(examples()[name])) for name in EXAMPLES},
}
each = pytest.mark.parametrize("sheets", SHEETS.values(), ids=SHEETS)


def texts(group: SceneGroup) -> list[Text]:
    """The lines of text of a group."""
    return [item for item in group.items if isinstance(item, Text)]


def words(sheets: Sequence[Scene]) -> str:
    """All words of some sheets."""
    return " ".join(
        text.text for sheet in sheets for group in sheet.groups for text in texts(group)
    )


def is_inside(text: Text, bounds: Bounds) -> bool:
    """Whether a line of text is within a rectangle."""
    return (
        bounds.x <= text.left
        and text.left + text.width <= bounds.right
        and bounds.y <= text.y - text.size * 0.91 + 1
        and text.y + text.size * 0.2 <= bounds.bottom + 1
    )


@each
def test_all_text_has_twelve_points_or_more_and_can_be_read_on_its_colour(
    sheets: Sequence[Scene],
) -> None:
    for sheet in sheets:
        for text in (text for group in sheet.groups for text in texts(group)):
            assert text.size >= SMALLEST == 12
            assert contrast(text.colour, text.behind) >= 4.5


@each
def test_words_stay_inside_their_card_and_nothing_overlaps(sheets: Sequence[Scene]) -> None:
    for sheet in sheets:
        paper = Bounds(x=0, y=0, width=sheet.width, height=sheet.height)
        boxes = sheet.find("box")
        for group in sheet.groups:
            assert all(is_inside(text, group.bounds or paper) for text in texts(group)), group.id
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                assert one.bounds is not None
                assert other.bounds is not None
                assert (
                    one.bounds.right <= other.bounds.x
                    or other.bounds.right <= one.bounds.x
                    or one.bounds.bottom <= other.bounds.y
                    or other.bounds.bottom <= one.bounds.y
                ), (one.id, other.id)


@each
def test_sheets_have_the_size_of_their_paper_and_each_thing_a_name(sheets: Sequence[Scene]) -> None:
    for sheet in sheets:
        size = (sheet.width, sheet.height)
        assert (size, sheet.page) in ((A4, "A4 portrait"), (A3, "A3"))
        assert all(box.title and box.kind for box in sheet.find("box"))
        ids = [group.id for group in sheet.groups]
        assert len(ids) == len(set(ids))


def test_there_is_a_prompt_card_for_each_kind_with_its_question_and_example() -> None:
    shown = words(prompt_sheets())
    assert len(CARDS) == sum(len(sheet.find("box")) for sheet in prompt_sheets()) == 12
    for kind, head, question, about, example in CARDS:
        assert kind == "impact" or kind in SECTION_NAMES
        assert question.endswith("?")
        for phrase in (head, question, about, example):
            assert phrase in shown


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_theory_has_a_card_for_each_element_with_its_whole_title(name: str) -> None:
    theory = load(examples()[name])
    sheets = theory_sheets(theory)
    ids = [f"card-{id_}" for section in CARD_SECTIONS for id_ in getattr(theory, section)]
    assert [box.id for sheet in sheets for box in sheet.find("box")] == ids
    shown = words(sheets)
    for section in CARD_SECTIONS:
        for element in getattr(theory, section).values():
            assert element.title in shown
    assert len(sheets) == -(-len(ids) // 8)


def test_doubts_are_on_the_cards() -> None:
    theory = TheoryOfChange(
        title="T",
        imagined=True,
        mechanisms={"trust": {"title": "Trust", "origin": "inferred"}},
        outcomes={
            "left-out": {"title": "Left out", "unintended": True, "valence": "unwanted"},
            "goal": {"title": "Goal", "horizon": "impact", "who": "children"},
        },
        evidence={"letter": {"title": "A letter", "redacted": True}},
    )
    shown = words(theory_sheets(theory))
    for phrase in (
        "Mechanism, inferred, our reading",
        "Outcome, unintended, unwanted",
        "Outcome, goal",
        "Who: children",
        "Evidence, withheld by its source",
        "T · An imagined example",
    ):
        assert phrase in shown


def test_cards_use_translations_and_plain_titles_where_they_are_asked_for() -> None:
    theory = TheoryOfChange(
        title="A zone",
        outcomes={
            "read": {"title": "Children read", "plain": "They read."},
            "play": {"title": "Children play"},
        },
        translations={"cy": {"theory": {"title": "Parth"}, "read": {"title": "Plant yn darllen"}}},
    )
    assert words(theory_sheets(theory, language="cy")) == (
        "Outcome Plant yn darllen Outcome Children play Parth"
    )
    assert words(theory_sheets(theory, plain=True)) == (
        "Outcome They read. Outcome Children play A zone"
    )
    assert without_words(theory, (), "cy") == 1
    with pytest.raises(UnknownIdError, match="no words in 'fr'; it has en-GB, cy"):
        theory_sheets(theory, language="fr")


def test_a_theory_without_elements_and_one_with_too_many_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(TocModelError, match="there is nothing in the theory to make cards of"):
        theory_sheets(TheoryOfChange(title="T"))
    monkeypatch.setattr(theory_cards, "MOST_CARDS", 1)
    theory = TheoryOfChange(title="T", outcomes={"a": {"title": "A"}, "b": {"title": "B"}})
    with pytest.raises(TocModelError, match="there would be 2 cards, and 1 can be made; choose"):
        theory_sheets(theory)


@pytest.mark.parametrize("edition", ["value-creation", "value-creation-2011"])
def test_a_value_canvas_has_each_cycle_of_its_edition_in_the_words_of_the_framework(
    edition: str,
) -> None:
    sheet = value_canvas_sheet(edition)
    shown = words([sheet])
    for id_, cycle in find_framework(edition).dimensions["cycle"].categories.items():
        assert {cycle.title, cycle.question, cycle.meaning} - {""}
        assert all(phrase in shown for phrase in (cycle.title, cycle.question, cycle.meaning))
        assert any(box.id == f"field-{id_}" for box in sheet.find("box"))
    arrows = [arrow.ends for arrow in sheet.find("arrow")]
    assert ("field-immediate", "field-potential") in arrows


def test_sheets_below_one_another_are_one_picture_with_everything_on_it() -> None:
    sheets = prompt_sheets()
    picture = stacked(sheets)
    assert (picture.width, picture.height) == (A4[0], round(2 * A4[1], 2))
    assert words([picture]) == words(sheets)
    assert len({group.id for group in picture.groups}) == sum(len(one.groups) for one in sheets)
    assert svg(picture).count("<text") == sum(svg(sheet).count("<text") for sheet in sheets)
    assert stacked(sheets[:1]) is sheets[0]


@given(st.text(max_size=300), st.floats(12, 30), st.floats(30, 300), st.floats(14, 200))
def test_words_always_fit_their_place_and_lose_nothing_that_has_room(
    text: str, size: float, width: float, height: float
) -> None:
    lines, fitted = fit(SheetWords(text, size), width, height)
    assert SMALLEST <= fitted <= max(size, SMALLEST)
    assert len(lines) * fitted * 1.16 <= height + fitted * 1.16
    whole = wrap(text, width, fitted)
    assert lines == whole or (lines[:-1] == whole[: len(lines) - 1] and lines[-1][-1:] == "…")


def test_long_words_of_any_script_stay_on_their_card() -> None:
    long = {"a": {"title": "w" * 300}, "b": {"title": "word " * 60}, "c": {"title": "漢字" * 150}}
    (sheet,) = theory_sheets(TheoryOfChange(title="T" * 300, outcomes=long))
    for group in sheet.find("box"):
        assert group.bounds
        assert all(is_inside(text, group.bounds) for text in texts(group))
    (foot,) = (group for group in sheet.groups if group.id == "foot")
    assert not [item for item in foot.items if isinstance(item, Path)]
