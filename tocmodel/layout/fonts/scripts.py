"""Scripts whose letters change with their neighbours, or run from right to left."""

import re
import unicodedata

# Hebrew and Arabic to Myanmar; Hangul parts; scripts of India and south-east Asia; presentation
# forms; right-to-left and Brahmic scripts beyond the first plane.
_COMPLEX = (
    "\u0590-\u109f\u1100-\u11ff\u1700-\u18af\u1900-\u1aaf\u1b00-\u1c4f\u1cd0-\u1cff"
    "\ua800-\uabff\ud7b0-\ud7ff\ufb1d-\ufdff\ufe70-\ufefe"
    "\U00010800-\U00011fff\U0001e800-\U0001efff"
)
_MARK = re.compile(
    "[\u0300-\u034e\u0350-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
_COMPLEX_LETTER = re.compile(f"[{_COMPLEX}]")


def needs_shaping(text: str) -> bool:
    """Whether a text has letters that cannot simply be drawn one after the other.

    >>> needs_shaping("Größe £5 漢字"), needs_shaping("সবাই"), needs_shaping("عربي")
    (False, True, True)
    """
    return not text.isascii() and _COMPLEX_LETTER.search(text) is not None


def has_loose_marks(text: str) -> bool:
    """Whether a text has accents that are not part of a letter and must be placed.

    >>> has_loose_marks("cafe\u0301"), has_loose_marks("e\u0323\u0301")
    (False, True)
    """
    if text.isascii() or not _MARK.search(text):
        return False
    return _MARK.search(unicodedata.normalize("NFC", text)) is not None


def script_of(letter: str) -> str:
    """Return the name of a script that needs shaping; empty for any other.

    >>> script_of("ব"), script_of("a")
    ('Bengali', '')
    """
    if not needs_shaping(letter):
        return ""
    return unicodedata.name(letter, "unknown").split()[0].capitalize()


def scripts_in(text: str) -> list[str]:
    """Return the names of the scripts in a text that need shaping, in alphabetical order.

    >>> scripts_in("Trust, ثقة and বিশ্বাস")
    ['Arabic', 'Bengali']
    """
    letters = [letter for letter in text if unicodedata.category(letter)[0] == "L"]
    return sorted({script_of(letter) for letter in letters or text} - {""})
