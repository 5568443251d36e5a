"""What a reader takes for one character stays whole."""

import pytest

from tocmodel.layout.fonts.graphemes import graphemes


@pytest.mark.parametrize(
    "parts",
    [
        ["a", "b"],
        ["e\u0301", "x\u0323\u0301"],
        ["1\ufe0f\u20e3", "2"],
        ["👩\u200d👩\u200d👧", "👧"],
        ["❤\ufe0f\u200d🔥", "a\u200d", "b"],
        ["👍🏽", "👍"],
        ["🇬🇧", "🇫🇷", "🇬", "a"],
        ["🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f", "!"],
        ["क्षि", "क्", "0"],
        ["\u1112\u1161\u11ab", "\ud558\u11ab", "한", "국", "\u1112", "a", "\u1161"],
        ["\ua960\u1100\uac00\u11a8"],
        ["\u1100\u1160", "\u115f\u11ff", "\ua960\ud7b0", "\ua97c\ud7fb"],  # ends of ranges
        ["\uac00\u1160", "\ud7a3\u11ff", "\u10ff", "\u1160", "\ua95f", "\ud7b0"],
        ["\u1100", "\u1200", "\u1100", "\ud7fc", "\uabff", "\u1160", "\ud7a4", "\u1160"],
        ["🇦🇿", "🇿🇦", "\U0001f1e5", "🇦", "\U0001f200"],
        ["👍🏻", "👍🏿", "👍", "🐀", "a\u200d", "漢"],
        ["ก", "กำ", "ລຳ"],
        ["ﾊﾟ", "ﾊ"],
        ["a\u2060", "b\u00ad", "c\u200b", "\u00a0", "d"],
    ],
    ids=ascii,
)
def test_a_text_is_parted_between_clusters_only(parts: list[str]) -> None:
    assert graphemes("".join(parts)) == parts


def test_marks_without_a_letter_are_a_cluster() -> None:
    assert graphemes("\u0301\u0301a") == ["\u0301\u0301", "a"]
    assert graphemes("") == []
