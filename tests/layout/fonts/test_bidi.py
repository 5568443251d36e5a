"""The order of letters in lines that run both ways."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.layout.fonts.bidi import is_right_to_left, levels, visual_order

LETTERS = st.text("abאבגعل12٣. ,-+%()[]/:£\u00a0", max_size=14)


def displayed(text: str, *, right_to_left: bool) -> str:
    """The letters from left to right."""
    order = visual_order(levels(text, right_to_left=right_to_left))
    return "".join(text[index] for index in order)


@given(LETTERS, st.booleans())
def test_lines_are_ordered_as_by_another_program(text: str, right_to_left: bool) -> None:
    other = get_display(text, base_dir="R" if right_to_left else "L")
    assert displayed(text, right_to_left=right_to_left) == other


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Trust", "en", False),
        ("Trust", "ur", False),
        ("שלום Trust", "en", True),
        ("Trust שלום", "en", False),
        ("Trust שלום", "he", True),
        ("12 שלום", "en", True),
        ("", "he", False),
    ],
)
def test_a_line_runs_from_right_to_left_by_its_first_letter_or_its_language(
    text: str, language: str, expected: bool
) -> None:
    assert is_right_to_left(text, language) is expected


def test_characters_that_steer_the_order_are_passed_over() -> None:
    assert levels("a\u202bb\u202c", right_to_left=False) == [0, 0, 0, 0]
