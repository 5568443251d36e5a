"""Matches the entries of the old theory to those of the new one, and so finds renamed ids.

1. An id in both theories is the same entry, whatever its words or its section.
2. Of the remaining ids, two in the same section with the same title (letter case, spaces and marks
   aside) are the same entry under another id. Where a title occurs more than once, those whose
   neighbours agree best go first. Where it occurs very often, only those that have the same known
   neighbours are the same: comparing each with each would take too long.
3. Of those still left, two in the same section with nearly the same title are the same entry if
   they have the same place: they share at least half of their neighbours, or neither has any.
   An entry's neighbours are the entries it refers to and those that refer to it, links included.
   This step is repeated while it finds something, as each entry found may be the neighbour of
   another. Titles are compared only if they share a word that few titles of the section have.

The likeness of two titles is the coefficient of Sørensen and Dice (Sørensen 1948; Dice 1945,
Ecology 26(3), p. 297-302) over pairs of letters: twice the number of pairs that both have, divided
by the number of pairs in both. It is the same in both directions, and so is the matching.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TypeVar

from attrs import field, frozen

from tocmodel.differences.normalise import clean
from tocmodel.differences.version import IndexedTheory

T = TypeVar("T")

NEAR = 0.7
"""The least likeness of two titles that may be rewordings of each other."""

_SHARED = 0.5

_RARE = 30
"""A word in more titles of a section than this does not distinguish them."""

_OFTEN = 100
"""The most entries with one title that are compared each with each."""


@frozen
class Matches:
    """Old keys to new keys, for the entries and for the views."""

    entries: Mapping[str, str] = field(factory=dict)
    views: Mapping[str, str] = field(factory=dict)

    def new_id(self, id_: str) -> str:
        """Return the new name of an old id, or the id itself if it was not renamed."""
        return self.entries.get(id_) or self.views.get(id_) or id_


def match_entries(old: IndexedTheory, new: IndexedTheory) -> Matches:
    """Match the old entries to the new ones."""
    found = {key: key for key in old.items if key in new.items}
    _same_titles(old, new, found)
    _near_titles(old, new, found)
    views = {key: key for key in old.views if key in new.views}
    old_views = _by_title(old, (key for key in old.views if key not in views))
    new_views = _by_title(new, (key for key in new.views if key not in set(views.values())))
    for title, keys in old_views.items():
        if len(keys) == 1 and len(new_views.get(title, ())) == 1:
            views[keys[0]] = new_views[title][0]
    return Matches(found, views)


def likeness(one: str, other: str) -> float:
    """Return how alike two titles are, from 0 to 1.

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
    """Return a title without letter case and marks, or all of it if it has nothing but marks."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.casefold()).split()
    return " ".join(words) or clean(title)


def _left(
    old: IndexedTheory, new: IndexedTheory, found: Mapping[str, str]
) -> tuple[list[str], list[str]]:
    taken = set(found.values())
    return (
        [key for key in old.items if key not in found],
        [key for key in new.items if key not in taken],
    )


def _same_titles(old: IndexedTheory, new: IndexedTheory, found: dict[str, str]) -> None:
    old_keys, new_keys = _left(old, new, found)
    others = _by_title(new, new_keys)
    pairs: list[tuple[str, str]] = []
    for title, keys in _by_title(old, old_keys).items():
        same = others.get(title, [])
        if max(len(keys), len(same)) <= _OFTEN:
            pairs += [(key, other) for key in keys for other in same]
        else:
            pairs += _in_the_same_place(old, new, keys, same, found)
    _take(old, new, pairs, found)


def _in_the_same_place(
    old: IndexedTheory,
    new: IndexedTheory,
    keys: Iterable[str],
    others: Iterable[str],
    found: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Pair entries with the same known neighbours, one by one, without comparing them further."""
    known = set(found.values())
    old_by_neighbours: dict[frozenset[str], list[str]] = {}
    for key in sorted(keys):
        near = frozenset(found[near] for near in old.neighbours[key] if near in found)
        old_by_neighbours.setdefault(near, []).append(key)
    new_by_neighbours: dict[frozenset[str], list[str]] = {}
    for other in sorted(others):
        new_by_neighbours.setdefault(new.neighbours[other] & known, []).append(other)
    for near, ones in old_by_neighbours.items():
        yield from zip(ones, new_by_neighbours.get(near, ()), strict=False)


def _near_titles(old: IndexedTheory, new: IndexedTheory, found: dict[str, str]) -> None:
    near: dict[str, list[tuple[str, str]]] = {}
    for pair in _near_pairs(old, new, *_left(old, new, found)):
        near.setdefault(pair[0], []).append(pair)
    taken = set(found.values())
    waiting: Collection[str] = near
    while waiting:
        pairs = [
            pair
            for key in waiting
            if key not in found
            for pair in near[key]
            if pair[1] not in taken
        ]
        neighbours = _neighbours(old, pairs, found)
        same_place = (
            (key, other)
            for key, other in pairs
            if _shared(neighbours[key], new.neighbours[other]) >= _SHARED
        )
        just_found = _take(old, new, same_place, found)
        taken.update(found[key] for key in just_found)
        # Only the neighbours of what was found may now have the same place as another.
        waiting = dict.fromkeys(
            beside for key in just_found for beside in old.neighbours[key] if beside in near
        )


def _near_pairs(
    old: IndexedTheory, new: IndexedTheory, old_keys: Iterable[str], new_keys: Iterable[str]
) -> list[tuple[str, str]]:
    """Return the pairs with nearly the same title, trying only those that share a rare word."""
    first, second = _by_word(old, old_keys), _by_word(new, new_keys)
    candidates = dict.fromkeys(
        (key, other)
        for word, keys in first.items()
        if len(keys) <= _RARE and len(second.get(word, ())) <= _RARE
        for key in keys
        for other in second.get(word, ())
    )
    return [pair for pair in candidates if likeness(old.title(pair[0]), new.title(pair[1])) >= NEAR]


def _by_word(side: IndexedTheory, keys: Iterable[str]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for key in keys:
        section, title = _place_and_title(side, key)
        for word in dict.fromkeys(title.split()):
            found.setdefault((section, word), []).append(key)
    return found


def _take(
    old: IndexedTheory, new: IndexedTheory, pairs: Iterable[tuple[str, str]], found: dict[str, str]
) -> list[str]:
    """Keep the best pairs, each key once, and return the old keys that were found."""
    pairs = list(pairs)
    neighbours = _neighbours(old, pairs, found)
    ranked = sorted(
        pairs,
        key=lambda pair: (
            -likeness(old.title(pair[0]), new.title(pair[1])),
            -_shared(neighbours[pair[0]], new.neighbours[pair[1]]),
            sorted(pair),
        ),
    )
    taken: set[str] = set()
    just_found: list[str] = []
    for key, other in ranked:
        if key not in found and other not in taken:
            found[key] = other
            taken.add(other)
            just_found.append(key)
    return just_found


def _neighbours(
    old: IndexedTheory, pairs: Iterable[tuple[str, str]], found: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Return the neighbours of the old entries in some pairs, by their new names where known."""
    return {
        key: frozenset(found.get(near, f"old {near}") for near in old.neighbours[key])
        for key in dict.fromkeys(key for key, _ in pairs)
    }


def _shared(old_neighbours: frozenset[str], new_neighbours: frozenset[str]) -> float:
    """Return the share of neighbours that two entries have in common; 1 if neither has any."""
    return (
        len(old_neighbours & new_neighbours) / len(old_neighbours | new_neighbours)
        if old_neighbours or new_neighbours
        else 1.0
    )


def _by_title(side: IndexedTheory, keys: Iterable[str]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for key in keys:
        found.setdefault(_place_and_title(side, key), []).append(key)
    return found


def _place_and_title(side: IndexedTheory, key: str) -> tuple[str, str]:
    item = side.items.get(key) or side.views[key]
    return item.section, _bare(item.entry.title or item.key)


Paired = tuple[list[tuple[T, T]], list[T], list[T]]
"""Pairs of items, and the items left on either side."""


def pair_equal(
    old: Sequence[T],
    new: Sequence[T],
    old_key: Callable[[T], Hashable],
    new_key: Callable[[T], Hashable],
) -> Paired[T]:
    """Pair the items with equal keys, in the order of both lists.

    >>> pair_equal(["a", "b"], ["B", "C"], str.upper, str)
    ([('b', 'B')], ['a'], ['C'])
    """
    waiting: dict[Hashable, list[int]] = {}
    for j in reversed(range(len(new))):
        waiting.setdefault(new_key(new[j]), []).append(j)
    partner_of = {
        i: places.pop() for i, one in enumerate(old) if (places := waiting.get(old_key(one)))
    }
    return _paired(old, new, partner_of)


def pair_up(
    old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], int], *, least: int = 0
) -> Paired[T]:
    """Pair the most alike items first; return the pairs and the items left on either side.

    Both directions give the same pairs: among pairs that are equally alike, the one higher up in
    both lists goes first. Very many items are paired in their order, as comparing each with each
    would take too long.

    Args:
        old: one list.
        new: the other list.
        alike: returns how alike two items are.
        least: the least likeness of a pair.

    >>> pair_up([3, 1], [1, 4], lambda one, other: int(one == other), least=1)
    ([(1, 1)], [3], [4])
    """
    if (len(old) == len(new) == 1 or len(old) * len(new) > _OFTEN**2) and not least:
        return _paired(old, new, {i: i for i in range(min(len(old), len(new)))})
    ranked = sorted(
        (-score, i + j, i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (score := alike(one, other)) >= least
    )
    partner_of: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in ranked:
        if i not in partner_of and j not in taken:
            partner_of[i] = j
            taken.add(j)
    return _paired(old, new, partner_of)


def _paired(old: Sequence[T], new: Sequence[T], partner_of: Mapping[int, int]) -> Paired[T]:
    taken = set(partner_of.values())
    return (
        [(old[i], new[partner_of[i]]) for i in sorted(partner_of)],
        [one for i, one in enumerate(old) if i not in partner_of],
        [other for j, other in enumerate(new) if j not in taken],
    )
