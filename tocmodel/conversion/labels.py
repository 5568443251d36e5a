"""The words on arrows and boxes of other programs: what they say of a link or an element."""

from typing import Any

from attrs import field, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.kinds import known_kind
from tocmodel.conversion.tally import Tally

_SIGNS = {
    **dict.fromkeys(("+", "++", "＋", "➕", "(+)", "+ve", "positive", "increases"), "+"),
    **dict.fromkeys(("-", "--", "−", "–", "—", "➖", "(-)", "-ve", "negative", "decreases"), "-"),
    **dict.fromkeys(("?", "+/-", "-/+", "+-", "-+", "±", "unknown", "mixed"), "?"),
}
_FEWEST_WORDS = 3  # of a reason; "yes", "funds" or "leads to" is none


def sign_of(words: str) -> str:
    """Return the sign that a label or a value gives: ``+``, ``-`` or ``?``; empty for others.

    >>> sign_of(" + "), sign_of("−"), sign_of("Positive"), sign_of("if funded")
    ('+', '-', '+', '')
    """
    return _SIGNS.get(words.strip().casefold(), "")


@frozen
class ArrowWords:
    """What the words on an arrow say of its link.

    Attributes:
        sign: its sign, as in a sketch.
        because: its reason.
        keys: other keys of the link.
    """

    sign: str = ""
    because: str = ""
    keys: dict[str, Any] = field(factory=dict)


def arrow_words(words: str, tally: Tally) -> ArrowWords:
    """Return what the words on an arrow say: three words or more are read as its reason.

    >>> arrow_words("they know the visitor", Tally()).because
    'they know the visitor'
    >>> arrow_words("funds", Tally()).keys
    {'notes': 'funds'}
    """
    text = one_line(words)
    if not text:
        return ArrowWords()
    if sign := sign_of(text):
        return ArrowWords(sign=sign)
    if len(text.split()) >= _FEWEST_WORDS:
        tally.guessed("the words of {} read as reasons for links", "arrow")
        return ArrowWords(because=text)
    tally.guessed("the few words of {} kept as notes of links", "arrow")
    return ArrowWords(keys={"notes": text})


_REMARK = "– "  # begins a remark below the title in pictures of tocmodel


def box_words(text: str) -> tuple[str, str]:
    r"""Return the title of a box, in one line, and the remarks below it.

    >>> box_words("Families\nask early\n– inferred")
    ('Families ask early', '– inferred')
    """
    lines = list(filter(None, (one_line(line) for line in text.split("\n"))))
    title = " ".join(line for line in lines if not line.startswith(_REMARK))
    return title, "\n".join(line for line in lines if line.startswith(_REMARK))


def kind_word(title: str) -> str:
    """Return the words of a heading that name a kind of element; empty if it names none.

    >>> kind_word("Outcomes"), kind_word("Context and causes"), kind_word("Schools")
    ('Outcomes', 'Context', '')
    """
    parts = (title, title.partition(" and ")[0])
    return next((part for part in parts if known_kind(part)), "")
