"""Sentences from templates: words that name an element keep its id."""

import re
from collections.abc import Iterable, Sequence
from string import Formatter

from tocmodel.graph import Pair
from tocmodel.model import Link
from tocmodel.narrative.model import Fragment, Paragraph, Sentence

Prose = tuple[Fragment, ...]
"""A part of a sentence."""

BREATH = 30
"""The most words of a sentence that is put together from several parts."""

MOST_NAMED = 8
"""The most things that one list names; further things are only counted."""

_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_ENDS = (".", "!", "?", ".”", "!”", "?”", ".)")


def compose(template: str, **given: Prose | str) -> Prose:
    """Return a template with parts of a sentence in its places.

    >>> found = compose("If {a}, then {b}", a=(Fragment("it rains", "rain"),), b="we stay in")
    >>> [(fragment.text, fragment.element) for fragment in found]
    [('If ', ''), ('it rains', 'rain'), (', then we stay in', '')]
    """
    found: list[Fragment] = []
    for literal, name, _, _ in Formatter().parse(template):
        found.append(Fragment(literal))
        if name is not None:
            part = given[name]
            found += [Fragment(part)] if isinstance(part, str) else part
    return _merged(found)


def _merged(fragments: Iterable[Fragment]) -> Prose:
    """Join neighbours that name no element, and drop empty ones."""
    found: list[Fragment] = []
    for fragment in fragments:
        if found and not fragment.element and not found[-1].element:
            found[-1] = Fragment(found[-1].text + fragment.text)
        elif fragment.text:
            found.append(fragment)
    return tuple(fragment for fragment in found if fragment.text)


def sentence(prose: Prose | str, links: Sequence[Pair] = ()) -> Sentence:
    """Return a sentence with a capital letter and a full stop.

    >>> sentence("rents rise").text
    'Rents rise.'
    """
    fragments = list(compose("{a}", a=prose))
    if fragments:
        first = fragments[0]
        fragments[0] = Fragment(_capital(first.text), first.element)
        if not text_of(tuple(fragments)).rstrip().endswith(_ENDS):
            fragments.append(Fragment("."))
    return Sentence(fragments=_merged(fragments), links=tuple(dict.fromkeys(links)))


def _capital(text: str) -> str:
    place = 1 if text[:1] in "“(" else 0
    return text[:place] + text[place : place + 1].upper() + text[place + 1 :]


def text_of(prose: Prose | str) -> str:
    """Return a part of a sentence as text."""
    return prose if isinstance(prose, str) else "".join(fragment.text for fragment in prose)


def fits(*parts: Prose | str) -> bool:
    """Return whether parts together fit into one breath."""
    return sum(len(text_of(part).split()) for part in parts) <= BREATH


def paragraph(sentences: Iterable[Sentence | None]) -> tuple[Paragraph, ...]:
    """Return a paragraph with the sentences that there are; none if there are none."""
    kept = tuple(item for item in sentences if item is not None and item.text)
    return (Paragraph(sentences=kept),) if kept else ()


def listed(items: Sequence[Prose | str], *, last: str = "and") -> Prose:
    """Return a list as people say it, with semicolons where an item has a comma.

    >>> text_of(listed(["bread", "milk", "eggs"])), text_of(listed(["bread, sliced", "milk"]))
    ('bread, milk and eggs', 'bread, sliced; and milk')
    """
    if len(items) > MOST_NAMED + 1:
        items = (*items[:MOST_NAMED], f"{len(items) - MOST_NAMED:,} more")
    many = any(", " in text_of(item) or " and " in text_of(item) for item in items)
    if len(items) < 2:
        return compose("{a}", a=items[0]) if items else ()
    found: Prose = ()
    for place, item in enumerate(items):
        joint = ""
        if place == len(items) - 1:
            joint = f"; {last} " if many else f" {last} "
        elif place:
            joint = "; " if many else ", "
        found = compose("{a}{b}{c}", a=found, b=joint, c=item)
    return found


def number_word(number: int) -> str:
    """Return a small number in words: ``three``; a large one in figures."""
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else f"{number:,}"


def ordinal_word(number: int) -> str:
    """Return ``first``, ``second``; ``further`` where counting has become tiresome."""
    return _ORDINALS[number - 1] if number <= len(_ORDINALS) else "further"


def which_one(place: int, number: int) -> str:
    """Return how one of several things is counted up.

    >>> [which_one(place, 4) for place in range(4)], which_one(1, 2)
    (['one', 'another', 'a third', 'the last'], 'the other')
    """
    if place == 0:
        return "one"
    if number == 2:
        return "the other"
    if place == number - 1:
        return "the last"
    return "another" if place == 1 else f"a {ordinal_word(place + 1)}"


def split_sentences(text: str) -> tuple[str, ...]:
    """Divide a text that people wrote into its sentences.

    >>> split_sentences("Rents rise. Why? Nobody knows")
    ('Rents rise.', 'Why?', 'Nobody knows')
    """
    return tuple(filter(None, re.split(r"(?<=[.!?])\s+(?=[A-Z“\"])", " ".join(text.split()))))


def pairs(links: Iterable[Link]) -> list[Pair]:
    """Return the cause and effect of each link."""
    return [(link.from_, link.to) for link in links]
