"""Widths of text, and lines that hold every character of it."""

import json
import re

import pytest
from fontTools.ttLib import TTFont
from hypothesis import event, given
from hypothesis import strategies as st
from make_widths import widths_of

from tocmodel.layout.fonts.bundled_font import FONT_FILES, FONT_FOLDER
from tocmodel.layout.fonts.graphemes import graphemes
from tocmodel.layout.text import count_lines, longest_word, measure, wrap

ANY = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=120)
HARD = (
    *"0iWa-/) .é–",
    *"\u00ad\u200b",  # a line may end here
    *"\u2060\ufeff\u00a0\u202f\u2007\u2011",  # and not here
    *"\u0301\u0323\u20e3\u200c\u200d\ufe0f",  # these belong to the letter before them
    *"👩👧🏽❤🏴\U000e0067\U000e007f🇬🇧",
    *"क्षि",
    *"عاל漢。한",
    *"\u1112\u1161\u11ab",  # 한 in parts
    *"กำ\u202e\u2066",
)
"""Characters that the breaking of lines may get wrong."""
LINES = ANY | st.lists(st.sampled_from(HARD), max_size=14).map("".join)
WHITE = re.compile(r"[ \t\n\r\f\v\x1c-\x1f\x85\u2028\u2029]+")


def test_the_table_of_widths_is_that_of_the_bundled_fonts() -> None:
    kept = json.loads((FONT_FOLDER / "widths.json").read_text(encoding="utf-8"))
    assert kept == {"regular": widths_of(FONT_FILES[False]), "bold": widths_of(FONT_FILES[True])}


def test_the_licence_of_the_fonts_is_beside_them() -> None:
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
        ("👍🏽", 13.7),
        ("👩\u200d👩\u200d👧", 13.7),
        ("❤\ufe0f\u200d🔥", 6.6),
        ("🇬🇧", 13.7),
        ("🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", 13.7),  # Wales
        ("\u2060", 0.0),
        ("\u200b", 0.0),
        ("\u202f", 2.0),
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


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("co\u200bproduction", 60, ("co\u200bproduction",)),
        ("co\u200bproduction", 52, ("co\u200b", "production")),
        ("co-\u2060op", 22, ("co-\u2060o", "p")),  # no other way: not at the joiner
        ("漢字\u2060一二", 20, ("漢", "字\u2060一", "二")),
        ("漢\u00a0字", 23, ("漢\u00a0字",)),
        ("漢\u00a0字", 12, ("漢", "\u00a0", "字")),
        ("10\u00a0km of roads", 34, ("10\u00a0km", "of", "roads")),
        ("10\u00a0km", 14, ("10\u00a0", "km")),
        ("e\u0301e\u0301", 6, ("e\u0301", "e\u0301")),
        ("👍🏽👍🏽", 14, ("👍🏽", "👍🏽")),
        ("👩\u200d👧👧", 14, ("👩\u200d👧", "👧")),
        ("🇬🇧🇫🇷", 20, ("🇬🇧", "🇫🇷")),
        ("00ि", 12, ("0", "0ि")),
        ("0\u00ad\u00a0", 3, ("0", "\u00a0")),
    ],
)
def test_a_word_is_broken_where_it_may_be_and_never_inside_a_cluster(
    text: str, width: int, lines: tuple[str, ...]
) -> None:
    assert wrap(text, width, 10) == lines


@given(LINES, st.integers(3, 300), st.booleans())
def test_no_line_is_wider_than_asked_but_for_a_single_cluster(
    text: str, width: int, bold: bool
) -> None:
    for line in wrap(text, width, 10, bold=bold):
        parted = len(graphemes(line)) > 1
        event(f"broken inside a word: {line not in text}, a cluster alone: {not parted}")
        assert measure(line, 10, bold=bold) <= width + 1e-6 or not parted


@given(LINES, st.integers(3, 300))
def test_a_line_begins_and_ends_between_two_clusters(text: str, width: int) -> None:
    text = text.replace("\u00ad", "")
    whole = [cluster for word in WHITE.split(text) for cluster in graphemes(word)]
    assert [cluster for line in words_of_lines(text, width) for cluster in graphemes(line)] == whole


def words_of_lines(text: str, width: int) -> list[str]:
    return [word for line in wrap(text, width, 10) for word in WHITE.split(line)]


@given(LINES, st.integers(3, 300))
def test_lines_are_counted_as_they_are_broken(text: str, width: int) -> None:
    assert count_lines(text, width, 10) == len(wrap(text, width, 10))


@given(LINES)
def test_on_a_line_as_wide_as_the_longest_word_no_word_is_broken(text: str) -> None:
    words = [word for word in WHITE.split(text) if word.strip("\u00ad")]
    lines = wrap(text, longest_word(text, 10), 10)
    assert " ".join(lines) == " ".join(words).replace("\u00ad", "")


def test_lines_are_of_like_length() -> None:
    assert wrap("Families use services they would have missed", 170, 10) == (
        "Families use services",
        "they would have missed",
    )


def test_a_long_word_is_broken_at_its_hyphen_first() -> None:
    assert wrap("secondary-aged", 60, 10) == ("secondary-", "aged")
