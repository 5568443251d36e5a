"""Widths of text, and lines that hold every character of it."""

import json
import re
import unicodedata

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.layout.bundled_font import FONT_FILES, FONT_FOLDER
from tocmodel.layout.fonts.make_widths import widths_of
from tocmodel.layout.text import measure, wrap

LINES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=120)
WHITE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")


def test_the_table_of_widths_is_that_of_the_bundled_fonts() -> None:
    kept = json.loads((FONT_FOLDER / "widths.json").read_text(encoding="utf-8"))
    assert kept == {"regular": widths_of(FONT_FILES[False]), "bold": widths_of(FONT_FILES[True])}


def test_the_licence_of_the_fonts_stands_beside_them() -> None:
    licence = (FONT_FOLDER / "LICENSE").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for path in FONT_FILES.values():
        assert TTFont(path)["name"].getDebugName(13) == (
            "Licensed under the SIL Open Font License, Version 1.1"
        )


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0.0),
        ("Trust", 22.78),
        ("£’–", 13.34),
        ("漢字", 20.0),
        ("e\u0301", 5.56),
        ("🙂", 13.7),
        ("\u00a0", 2.78),
        ("\u2011", 3.33),
        ("\u00ad", 0.0),
        ("\u205f", 2.22),
        ("\u3000", 10.0),
    ],
)
def test_the_width_of_a_line_is_measured_or_else_estimated(text: str, width: float) -> None:
    assert round(measure(text, 10), 2) == width


def test_bold_is_wider() -> None:
    assert measure("families", 10, bold=True) > measure("families", 10)


@given(LINES, st.integers(12, 300))
def test_wrapping_loses_no_character(text: str, width: int) -> None:
    text = text.replace("\u00ad", "")  # a soft hyphen is seen only where a word is broken
    lines = wrap(text, width, 10)
    assert WHITE.sub("", "".join(lines)) == WHITE.sub("", text)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("00\u00ad", 12, ("00",)),
        ("\u00ad", 12, ()),
        ("co\u00adproduction", 60, ("coproduction",)),
        ("co\u00adproduction", 52, ("co-", "production")),
        ("co\u00adproduc\u00adtion now", 46, ("coproduc-", "tion now")),
        ("0000\u00ad0000", 12, ("00", "00", "00", "00")),
    ],
)
def test_a_soft_hyphen_is_seen_only_where_a_word_is_broken(
    text: str, width: int, lines: tuple[str, ...]
) -> None:
    assert wrap(text, width, 10) == lines


def count_clusters(line: str) -> int:
    """How many characters a line has with what cannot be parted from them: marks, conjuncts."""
    seen = [c for c in line if measure(c, 10) and unicodedata.category(c) != "Mc"]
    return len(seen) - sum(unicodedata.combining(character) == 9 for character in line[:-1])


@given(LINES, st.integers(12, 300))
def test_no_line_is_wider_than_asked_but_for_a_single_character(text: str, width: int) -> None:
    for line in wrap(text, width, 10):
        assert measure(line, 10) <= width + 1e-6 or count_clusters(line) == 1


def test_lines_are_of_like_length() -> None:
    assert wrap("Families use services they would have missed", 170, 10) == (
        "Families use services",
        "they would have missed",
    )


def test_a_long_word_is_broken_at_its_hyphen_first() -> None:
    assert wrap("secondary-aged", 60, 10) == ("secondary-", "aged")


def test_a_space_that_does_not_break_is_kept() -> None:
    assert wrap("10\u00a0km of roads", 34, 10) == ("10\u00a0km", "of", "roads")
