"""A theory in Greek letters and a language of markers: Latin letters left over are the program's.

Every text of the authors gets Greek letters, and every fixed word is its key in brackets. So
whatever a picture still says in Latin letters comes from the program and has no key.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
from attrs import evolve

from tocmodel.diagram.fixed_words import FIXED_WORDS
from tocmodel.diagram.model import Diagram
from tocmodel.frameworks.find import FRAMEWORKS, find_framework
from tocmodel.model import TheoryOfChange
from tocmodel.wording import GAP
from tocmodel.wording.languages import LanguageWord

MARKERS: Mapping[str, LanguageWord] = {
    key: LanguageWord(word=" ".join((f"⟦{key}⟧", *GAP.findall(text))))
    for key, text in FIXED_WORDS.items()
}
"""A language in which each fixed word is its key, with the gaps after it."""

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_GREEK = "αβγδεζηθικλμνξοπρστυφχψωϊϋ"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _GREEK + _GREEK.upper())
_OWN_TEXTS = frozenset(
    "adapted area at audience author because by comment comparison contribution delay description "
    "domain dose how_long how_many how_often label mitigation name note of_what place plain "
    "publisher quote said_by says sector significance subgroup summary title unit who".split()
)
"""The fields that hold the authors' own words."""
_SYMBOLS = ("percent", "GBP", "none")
"""Texts that mean something to the program."""


def in_greek(theory: TheoryOfChange) -> TheoryOfChange:
    """Return a theory whose own texts have Greek letters only, with a title in Welsh."""
    greek: TheoryOfChange = _in_greek(theory)
    welsh: dict[str, Any] = {**greek.translations.get("cy", {}), "theory": {"title": "Ω"}}
    return evolve(greek, words={}, translations={**greek.translations, "cy": welsh})


def _in_greek(value: Any, key: str = "") -> Any:
    if attrs.has(type(value)):
        fields = [field.name for field in attrs.fields(type(value)) if field.init]
        return evolve(value, **{name: _in_greek(getattr(value, name), name) for name in fields})
    if isinstance(value, Mapping):
        greek = (name.translate(_LETTERS) if key == "by" else name for name in value)
        return dict(zip(greek, (_in_greek(each, key) for each in value.values()), strict=True))
    if isinstance(value, tuple):
        return tuple(_in_greek(each, key) for each in value)
    is_own = type(value) is str and key in _OWN_TEXTS and value not in _SYMBOLS
    return value.translate(_LETTERS) if is_own else value


def seen_in(picture: Diagram) -> Iterator[str]:
    """Yield every text that can be seen in a picture, and the words of its arrows."""
    yield from (picture.title, picture.subtitle, picture.note, picture.ceiling_label)
    yield picture.loops_note
    yield from (column.title for column in picture.columns)
    yield from (lane.title for lane in picture.lanes)
    yield from (cluster.title for cluster in picture.clusters)
    yield from (entry.text for entry in picture.legend)
    yield from (entry.text for entry in picture.key)
    yield from (text for arrow in picture.arrows for text in (arrow.label, arrow.description))
    yield from (loop.heading for loop in picture.loops)
    for box in picture.boxes:
        yield box.text
        yield from (text for badge in box.badges for text in (badge.text, badge.trend_words))


def words_of_frameworks() -> tuple[str, ...]:
    """Return the titles in the frameworks that come with tocmodel, the longest first."""
    dimensions = [
        dimension for name in FRAMEWORKS for dimension in find_framework(name).dimensions.values()
    ]
    found = {one.title for one in dimensions}
    found |= {category.title for one in dimensions for category in one.categories.values()}
    return tuple(sorted(found, key=len, reverse=True))
