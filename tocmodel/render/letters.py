"""Letters that a picture needs and its font lacks: one check for every format."""

import unicodedata
from collections.abc import Mapping

from tocmodel.diagnostics import TocModelError
from tocmodel.layout.scene import Group, Scene, Text
from tocmodel.layout.text import has_glyph

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of characters that leave no mark on the page."""
_SAMPLE = 5


def missing_letters(scene: Scene) -> Mapping[str, str]:
    """Return the letters that the font lacks, by where they stand; empty when it has all.

    >>> line = Text(x=0, y=0, text="漢字 and more", size=9, width=50, colour="#000000")
    >>> box = Group(id="box:ready", role="box", items=(line,))
    >>> missing_letters(Scene(width=9, height=9, title="", groups=(box,)))
    {"the box 'ready'": '字漢'}
    """
    found: dict[str, set[str]] = {}
    for group in scene.groups:
        letters = {
            letter
            for item in group.items
            if isinstance(item, Text)
            for letter in item.text
            if not has_glyph(letter) and unicodedata.category(letter) not in _UNSEEN
        }
        if letters:
            found.setdefault(_place(group), set()).update(letters)
    return {place: "".join(sorted(letters)) for place, letters in found.items()}


def refuse_missing_letters(scene: Scene) -> None:
    """Stop before a format that would show empty boxes, or nothing, for some letters.

    Raises:
        TocModelError: the font lacks letters.
    """
    missing = missing_letters(scene)
    if missing:
        raise TocModelError(f"{say_missing(missing)}; save as svg, or leave these letters out")


def say_missing(missing: Mapping[str, str]) -> str:
    """Say which letters the font lacks, and where they stand.

    >>> say_missing({"the title": "漢字", "the box 'ready'": "字"})
    'the title (and 1 more place) has letters that the font lacks: 字 漢'
    """
    first, *others = missing
    letters = sorted(set("".join(missing.values())))
    sample = " ".join(map(_name, letters[:_SAMPLE]))
    more = f" and {len(letters) - _SAMPLE} more" if len(letters) > _SAMPLE else ""
    places = f" (and {len(others)} more place{'s' * (len(others) > 1)})" if others else ""
    return f"{first}{places} has letters that the font lacks: {sample}{more}"


def _place(group: Group) -> str:
    """What a reader calls the group.

    >>> _place(Group(id="arrow:a -> b", role="arrow")), _place(Group(id="title", role="title"))
    ("the arrow 'a -> b'", 'the title')
    """
    _, divided, id_ = group.id.partition(":")
    return f"the {group.role} '{id_}'" if divided else f"the {group.role}"


def _name(letter: str) -> str:
    """The letter itself where a message can show it, else its number."""
    return letter if letter.isprintable() else f"U+{ord(letter):04X}"
