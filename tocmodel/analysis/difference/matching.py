"""Which entry of the old theory is which of the new one, and so which ids were renamed.

1. An id that stands on both sides is the same entry, whatever its words or its section.
2. Of the ids left over, two in the same section with the same title (letter case, spaces and marks
   aside) are the same entry under another id. Where a title stands more than once, those whose
   neighbours agree best go first. Where it stands very often, only those that have the same known
   neighbours are the same: to compare each with each would take too long.
3. Of what is then left, two in the same section with nearly the same title are the same entry if
   they stand in the same place: they share at least half of their neighbours, or neither has any.
   A neighbour is what an entry refers to or is referred to by, links included. This is repeated
   while it finds something, as each entry found may be the neighbour of another. Titles are
   compared only where they share a word that is not in many titles of the section.

How alike two titles are is Sørensen's and Dice's coefficient (Sørensen 1948; Dice 1945, Ecology
26(3), p. 297-302) over pairs of letters: twice the number of pairs that both have, divided by the
number of pairs in both. It is the same in both directions, and so is the matching.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from tocmodel.analysis.difference.meaning import clean
from tocmodel.analysis.difference.sides import Side
from tocmodel.values import field, frozen

NEAR = 0.7
"""How alike two titles are that may be the same in other words."""

_SHARED = 0.5

_RARE = 30
"""A word in more titles of a section than this tells no two of them apart."""

_OFTEN = 100
"""Entries of one title that are still compared each with each."""


@frozen
class Matches:
    """Old keys to new keys, for the entries and for the views."""

    entries: Mapping[str, str] = field(factory=dict)
    views: Mapping[str, str] = field(factory=dict)

    def look(self, id_: str) -> str:
        """Return the new name of an old id; what has none keeps its own."""
        return self.entries.get(id_) or self.views.get(id_) or id_


def match(old: Side, new: Side) -> Matches:
    """Say which old entry is which new one."""
    found = {key: key for key in old.items if key in new.items}
    _same_titles(old, new, found)
    _near_titles(old, new, found)
    views = {key: key for key in old.views if key in new.views}
    here = _by_title(old, (key for key in old.views if key not in views))
    there = _by_title(new, (key for key in new.views if key not in set(views.values())))
    for title, keys in here.items():
        if len(keys) == 1 and len(there.get(title, ())) == 1:
            views[keys[0]] = there[title][0]
    return Matches(found, views)


def likeness(one: str, other: str) -> float:
    """Say how alike two titles are, from 0 to 1.

    >>> likeness("School ready", "school-ready")
    1.0
    >>> round(likeness("Children are ready for school", "Children ready for school"), 2)
    0.92
    >>> likeness("Fewer arrears", "")
    0.0
    """
    if one == other:
        return 1.0
    first, second = _letters(one), _letters(other)
    total = sum(first.values()) + sum(second.values())
    return (
        2 * sum((first & second).values()) / total if total else float(_bare(one) == _bare(other))
    )


@lru_cache(maxsize=4096)
def _letters(title: str) -> Counter[str]:
    bare = _bare(title)
    return Counter(bare[place : place + 2] for place in range(len(bare) - 1))


def _bare(title: str) -> str:
    """Return a title without letter case and marks; all of it where it is nothing but marks."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.casefold()).split()
    return " ".join(words) or clean(title)


def _left(old: Side, new: Side, found: Mapping[str, str]) -> tuple[list[str], list[str]]:
    taken = set(found.values())
    return (
        [key for key in old.items if key not in found],
        [key for key in new.items if key not in taken],
    )


def _same_titles(old: Side, new: Side, found: dict[str, str]) -> None:
    here, there = _left(old, new, found)
    others = _by_title(new, there)
    pairs: list[tuple[str, str]] = []
    for title, keys in _by_title(old, here).items():
        same = others.get(title, [])
        if max(len(keys), len(same)) <= _OFTEN:
            pairs += [(key, other) for key in keys for other in same]
        else:
            pairs += _in_the_same_place(old, new, keys, same, found)
    _take(old, new, pairs, found)


def _in_the_same_place(
    old: Side, new: Side, keys: Iterable[str], others: Iterable[str], found: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Pair what has the same neighbours, as far as these are known; one by one, without looking."""
    known = set(found.values())
    here: dict[frozenset[str], list[str]] = {}
    for key in sorted(keys):
        near = frozenset(found[near] for near in old.neighbours[key] if near in found)
        here.setdefault(near, []).append(key)
    there: dict[frozenset[str], list[str]] = {}
    for other in sorted(others):
        there.setdefault(new.neighbours[other] & known, []).append(other)
    for near, ones in here.items():
        yield from zip(ones, there.get(near, ()), strict=False)


def _near_titles(old: Side, new: Side, found: dict[str, str]) -> None:
    near = _near_pairs(old, new, *_left(old, new, found))
    here = _neighbours(old, near, found)
    while _take(
        old,
        new,
        [
            (key, other)
            for key, other in near
            if key not in found and _shared(here[key], new.neighbours[other]) >= _SHARED
        ],
        found,
    ):
        taken = set(found.values())
        near = [pair for pair in near if pair[1] not in taken]
        here = _neighbours(old, near, found)


def _near_pairs(
    old: Side, new: Side, here: Iterable[str], there: Iterable[str]
) -> list[tuple[str, str]]:
    """Return the pairs with nearly the same title; only those that share a rare word are tried."""
    first, second = _by_word(old, here), _by_word(new, there)
    candidates = dict.fromkeys(
        (key, other)
        for word, keys in first.items()
        if len(keys) <= _RARE and len(second.get(word, ())) <= _RARE
        for key in keys
        for other in second.get(word, ())
    )
    return [pair for pair in candidates if likeness(old.title(pair[0]), new.title(pair[1])) >= NEAR]


def _by_word(side: Side, keys: Iterable[str]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for key in keys:
        section, title = _place_and_title(side, key)
        for word in dict.fromkeys(title.split()):
            found.setdefault((section, word), []).append(key)
    return found


def _take(old: Side, new: Side, pairs: Iterable[tuple[str, str]], found: dict[str, str]) -> bool:
    """Keep the best pairs, each key once; say whether there were any."""
    pairs = list(pairs)
    here = _neighbours(old, pairs, found)
    ranked = sorted(
        pairs,
        key=lambda pair: (
            -likeness(old.title(pair[0]), new.title(pair[1])),
            -_shared(here[pair[0]], new.neighbours[pair[1]]),
            sorted(pair),
        ),
    )
    taken: set[str] = set()
    for key, other in ranked:
        if key not in found and other not in taken:
            found[key] = other
            taken.add(other)
    return bool(taken)


def _neighbours(
    old: Side, pairs: Iterable[tuple[str, str]], found: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Return the neighbours of the old entries of some pairs, by their new names where known."""
    return {
        key: frozenset(found.get(near, f"old {near}") for near in old.neighbours[key])
        for key in dict.fromkeys(key for key, _ in pairs)
    }


def _shared(here: frozenset[str], there: frozenset[str]) -> float:
    """Return the part of their neighbours that two entries share; 1 where neither has any."""
    return len(here & there) / len(here | there) if here or there else 1.0


def _by_title(side: Side, keys: Iterable[str]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for key in keys:
        found.setdefault(_place_and_title(side, key), []).append(key)
    return found


def _place_and_title(side: Side, key: str) -> tuple[str, str]:
    item = side.items.get(key) or side.views[key]
    return item.section, _bare(item.entry.title or item.key)
