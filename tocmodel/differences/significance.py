"""How much a difference matters, according to the metadata of the changed key.

A difference is *significant* where the theory's claims change: an element of the causal story, a
link or a claim about it, for whom, when, how much, how far the partnership answers for it, and
evidence against it. It is *minor* where the claims stay the same: wording, notes, tags, sources,
who agreed, views, translations, and how change is monitored as long as success is defined in the
same way. The two words are those of a review (``significance``). The source of a figure, the place
in it and a note on how to read it do not affect its size: a change of these alone is minor in every
field.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from attrs import evolve, fields

from tocmodel.differences.keys import KINDS
from tocmodel.differences.match import likeness
from tocmodel.differences.model import Change, ChangeKind
from tocmodel.model import Element, Figure, Significance, TheoryOfChange
from tocmodel.model.keys import Weight, keys_of

MEANINGS: Mapping[Weight, str] = MappingProxyType(
    {
        "significant": "significant",
        "minor": "minor",
        "wording": (
            "minor, and marked as wording; a title of the causal story that has no longer word in "
            "common with the old one is significant"
        ),
        "reason": (
            "significant when it is given for the first time or taken away; in other words, minor "
            "and marked as wording"
        ),
        "result": "minor when something is added; significant when it is altered or taken away",
        "against": "significant where the evidence contradicts something, else minor",
    }
)
"""What each weight means, in words.

A wording is the one thing a program cannot weigh: it is marked as such, for people to read.
"""


UNLIKE = 0.2
"""Two titles without longer words that are less alike than this have different meanings."""


def weight(section: str, field: str = "") -> Weight:
    """Return how much a change matters; an unknown key counts as significant.

    Args:
        section: the section.
        field: the key that changed; empty where a whole entry is added or removed.

    >>> weight("outcomes", "horizon"), weight("outcomes", "notes"), weight("views")
    ('significant', 'minor', 'minor')
    """
    if not field:
        known = keys_of(TheoryOfChange).get(section)
    else:  # an entry that moved to another section may have brought a key that this one lacks
        shared = keys_of(Element)
        known = keys_of(KINDS.get(section, Element)).get(field) or shared.get(field)
    return known.weight if known else "significant"


def entry_weights() -> Mapping[str, Weight]:
    """Return, section by section, how much it matters if a whole entry is added or removed."""
    known = keys_of(TheoryOfChange)
    return {name: found.weight for name, found in known.items() if name in KINDS}


def shared_weights() -> Mapping[str, Weight]:
    """Return how much the keys shared by many sections matter, wording first."""
    known = {name: found.weight for name, found in keys_of(Element).items()}
    return {name: known[name] for name in sorted(known, key=lambda name: known[name] != "wording")}


def field_weights() -> Mapping[str, Mapping[str, Weight]]:
    """Return how much the other keys of each section matter, its own before inherited ones."""
    return {section: dict(_own_weights(section, kind)) for section, kind in KINDS.items()}


def _own_weights(section: str, kind: type) -> Iterator[tuple[str, Weight]]:
    shared = {} if kind is TheoryOfChange else shared_weights()
    inherited = {item.name for item in fields(kind) if item.inherited}
    for name in sorted(keys_of(kind), key=inherited.__contains__):
        own = weight(section, name)
        if shared.get(name) != own and not (kind is TheoryOfChange and name in KINDS):
            yield name, own


def weigh(change: Change) -> tuple[Significance, bool]:
    """Return how much a change matters, and whether it may be only one of wording."""
    if change.kind is ChangeKind.RENAMED:
        return Significance.MINOR, False
    if change.kind is ChangeKind.MOVED and not change.field:
        return Significance.SIGNIFICANT, False
    given = weight(change.section, change.field.partition("/")[0])
    reworded = bool(change.old) and bool(change.new)
    if given == "wording":
        another = reworded and change.field == "title" and is_another_claim(change)
        return _class(another), reworded and not another
    if given == "reason":
        return _class(not reworded), reworded
    return _class(_matters(change, given)), False


def _matters(change: Change, given: Weight) -> bool:
    if given == "result":
        return change.kind is not ChangeKind.ADDED and not _only_remarks(change)
    if given == "against":
        return any(getattr(entry, "contradicts", ()) for entry in change.of)
    return given == "significant" and not _only_remarks(change)


def _only_remarks(change: Change) -> bool:
    """Whether a figure stays the same except for its source and notes."""
    one, other = (_without_remarks(value) for value in (change.old, change.new))
    return isinstance(one, Figure) and one == other


def _without_remarks(value: Any) -> Any:
    """Return a figure without its source, and without notes on how to read it."""
    return evolve(value, source="", at="", note="") if isinstance(value, Figure) else value


def is_another_claim(change: Change) -> bool:
    """Whether a title of the causal story has a new meaning, as far as words can show."""
    if weight(change.section) != "significant" or change.section == "theory":
        return False
    old_words, new_words = _words(change.old), _words(change.new)
    if old_words and new_words:
        return not old_words & new_words
    return likeness(change.old, change.new) < UNLIKE


def _words(title: str) -> set[str]:
    """Return the beginnings of the words that matter, so that *school* matches *schools*."""
    return {word[:5] for word in re.findall(r"\w{4,}", title.casefold())}


def _class(significant: bool) -> Significance:
    return Significance.SIGNIFICANT if significant else Significance.MINOR
