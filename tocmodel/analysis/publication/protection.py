"""Which numbers of a table to hide, so that no small one can be worked out from the others.

A small number is hidden itself (primary suppression). Then, as long as sums leave it too little
room, another number is hidden (secondary suppression). What a reader may learn of a hidden number
is worked out as a reader would do it: each sum narrows what its parts can be, and all sums together
are solved as equations. *Protected* means that at least as many values remain possible as the
words "fewer than 10" leave open, and that no combination of sums gives the value.

The rules are those of published guidance. UK Longitudinal Linkage Collaboration, *Statistical
Disclosure Control* (guidebook.ukllc.ac.uk, 2025): no count below 10, zero included; no percentage
of fewer than 10 people; it must be impossible to deduce a hidden count, and so usually two or more
are hidden in each row and column. Office for National Statistics, *Comparison of post-tabular
statistical disclosure control methods*: counts below ten are suppressed. L. Willenborg and T. de
Waal, *Elements of Statistical Disclosure Control* (2001), on intervals that must stay open.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import evolve, frozen

Possible = tuple[float, float]
"""The lowest and the highest value that a reader must think possible."""

_ROUNDS = 100
"""How often sums are gone through; each round can only narrow what is possible."""


@frozen(kw_only=True)
class Count:
    """A number of people in a table, or one that a reader can get from it.

    Attributes:
        value: the number.
        below: it must not be known closer than as one below this number; 0 if it may be known.
        known: what a reader still knows of it if it is hidden.
        is_listed: whether the table has it; otherwise it is the rest of a sum.
        partners: places of the counts that are hidden with it, as they are of the same figure.
    """

    value: float
    below: int = 0
    known: Possible = (0, math.inf)
    is_listed: bool = True
    partners: tuple[int, ...] = ()


@frozen
class Sum:
    """A whole and the parts that add up to it, as places in the list of counts."""

    whole: int
    parts: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        """The whole and its parts."""
        return (self.whole, *self.parts)


@frozen(kw_only=True)
class HiddenCounts:
    """Which counts of a table are hidden.

    Attributes:
        places: their places.
        are_told_apart: whether small ones may be called *less than 10*, and others *withheld*.
            Otherwise even this would tell too much: two below 10 that are 18 together are 9 each.
    """

    places: frozenset[int]
    are_told_apart: bool = True


def hidden_counts(counts: Sequence[Count], sums: Sequence[Sum]) -> HiddenCounts:
    """Return the counts to hide: small ones, and those that would reveal them.

    >>> school = [Count(value=25), Count(value=22), Count(value=3, below=10, known=(0, 9))]
    >>> sorted(hidden_counts(school, [Sum(0, (1, 2))]).places)
    [1, 2]
    >>> fine = [Count(value=25), Count(value=12), Count(value=13)]
    >>> hidden_counts(fine, [Sum(0, (1, 2))]).places
    frozenset()
    >>> nine = Count(value=9, below=10, known=(0, 9))
    >>> hidden_counts([Count(value=18, known=(10, math.inf)), nine, nine], [Sum(0, (1, 2))])
    HiddenCounts(places=frozenset({1, 2}), are_told_apart=False)
    """
    places, is_enough = _hidden(counts, sums)
    if is_enough:
        return HiddenCounts(places=places)
    alike = [evolve(count, known=(0, math.inf)) for count in counts]
    places, _ = _hidden(alike, sums)
    return HiddenCounts(places=places, are_told_apart=False)


def _hidden(counts: Sequence[Count], sums: Sequence[Sum]) -> tuple[frozenset[int], bool]:
    """Return the places of the counts to hide, and whether this protects all small ones."""
    hidden: set[int] = set()
    is_enough = True
    for place, count in enumerate(counts):
        if count.below and count.is_listed:
            _hide(counts, place, hidden)
    for group in _connected(counts, sums):
        if any(counts[place].below for item in group for place in item.all):
            is_enough = _protect(counts, group, hidden) and is_enough
    return frozenset(hidden), is_enough


def _hide(counts: Sequence[Count], place: int, hidden: set[int]) -> None:
    hidden.update((place, *counts[place].partners))


def _connected(counts: Sequence[Count], sums: Sequence[Sum]) -> Iterator[list[Sum]]:
    """Yield the sums in groups that have no count in common, directly or through a figure."""
    leader = list(range(len(counts)))

    def find(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for place, count in enumerate(counts):
        for partner in count.partners:
            leader[find(partner)] = find(place)
    for item in sums:
        for place in item.parts:
            leader[find(place)] = find(item.whole)
    groups: dict[int, list[Sum]] = {}
    for item in sums:
        groups.setdefault(find(item.whole), []).append(item)
    yield from groups.values()


def _protect(counts: Sequence[Count], sums: Sequence[Sum], hidden: set[int]) -> bool:
    """Hide further counts until every small one is protected; return whether this is possible."""
    while (exposed := _exposed(counts, sums, hidden)) is not None:
        candidates = list(_candidates(counts, sums, hidden, exposed))
        if not candidates:
            return False
        enough = (place for place in candidates if _is_enough(counts, sums, hidden, exposed, place))
        _hide(counts, next(enough, candidates[0]), hidden)
    return True


def _candidates(
    counts: Sequence[Count], sums: Sequence[Sum], hidden: set[int], exposed: int
) -> Iterator[int]:
    """Yield counts that could be hidden too: parts of its sums before wholes, the smallest first.

    If none of them is left, any count of the group may be what narrows it.
    """
    near = [item for item in sums if exposed in item.all]
    found: dict[int, None] = {}
    for group in (near, sums):
        parts = {place for item in group for place in item.parts}
        wholes = {item.whole for item in group}
        for places in (parts - wholes, wholes):
            shown = (place for place in places if counts[place].is_listed and place not in hidden)
            found.update(dict.fromkeys(sorted(shown, key=lambda at: (counts[at].value, at))))
        if found:
            break
    yield from found


def _is_enough(
    counts: Sequence[Count], sums: Sequence[Sum], hidden: set[int], exposed: int, place: int
) -> bool:
    """Whether hiding one more count would protect an exposed one."""
    more = set(hidden)
    _hide(counts, place, more)
    spans = possible_spans(counts, sums, more)
    return _is_wide(counts[exposed], spans[exposed]) and exposed not in _solved(sums, more, counts)


def _exposed(counts: Sequence[Count], sums: Sequence[Sum], hidden: set[int]) -> int | None:
    """Return the first small count of which a reader would know too much."""
    spans = possible_spans(counts, sums, hidden)
    places = sorted(place for place in spans if counts[place].below)
    for place in places:
        if not _is_wide(counts[place], spans[place]):
            return place
    solved = _solved(sums, hidden, counts)
    return next((place for place in places if place in solved), None)


def _is_wide(count: Count, span: Possible) -> bool:
    return span[1] - span[0] >= count.below - 1


def possible_spans(
    counts: Sequence[Count], sums: Iterable[Sum], hidden: Iterable[int]
) -> Mapping[int, Possible]:
    """Return what a reader must think possible for each count of some sums.

    >>> counts = [Count(value=25), Count(value=22), Count(value=3, below=10, known=(0, 9))]
    >>> possible_spans(counts, [Sum(0, (1, 2))], {2})[2]
    (3, 3)
    """
    unseen = set(hidden)
    sums = tuple(sums)
    spans: dict[int, Possible] = {}
    for item in sums:
        for place in item.all:
            count = counts[place]
            is_shown = count.is_listed and place not in unseen
            spans[place] = (count.value, count.value) if is_shown else count.known
    for _ in range(_ROUNDS):
        before = dict(spans)
        for item in sums:
            _narrow(spans, item)
        if spans == before:
            break
    return spans


def _narrow(spans: dict[int, Possible], item: Sum) -> None:
    """Narrow what a whole and each of its parts can be by one another."""
    lows = sum(spans[part][0] for part in item.parts)
    ends = [spans[part][1] for part in item.parts]
    highs = sum(end for end in ends if end < math.inf)
    endless = ends.count(math.inf)
    whole = _both(spans[item.whole], (lows, math.inf if endless else highs))
    for part in item.parts:
        low, high = spans[part]
        is_endless = high == math.inf
        others_high = math.inf if endless > is_endless else highs - (0 if is_endless else high)
        spans[part] = _both((low, high), (whole[0] - others_high, whole[1] - (lows - low)))
    spans[item.whole] = whole


def _both(one: Possible, other: Possible) -> Possible:
    """Return what two spans have in common; the first where rounding leaves nothing."""
    low, high = max(one[0], other[0]), min(one[1], other[1])
    return (low, high) if low <= high else one


def _solved(sums: Iterable[Sum], hidden: set[int], counts: Sequence[Count]) -> frozenset[int]:
    """Return the hidden counts that follow from all sums together, by Gaussian elimination."""
    rows: list[dict[int, Fraction]] = []
    for item in sums:
        row: dict[int, Fraction] = {}
        for place, sign in ((item.whole, 1), *((part, -1) for part in item.parts)):
            if place in hidden or not counts[place].is_listed:
                row[place] = row.get(place, Fraction(0)) + sign
        rows.append({place: number for place, number in row.items() if number})
    solved: dict[int, dict[int, Fraction]] = {}
    for row in rows:
        _eliminate(row, solved)
    return frozenset(pivot for pivot, row in solved.items() if len(row) == 1)


def _eliminate(row: dict[int, Fraction], solved: dict[int, dict[int, Fraction]]) -> None:
    """Add an equation to those in reduced form, each with a count that no other one has."""
    for pivot in [place for place in row if place in solved]:
        _subtract(row, solved[pivot], row[pivot])
    if not row:
        return
    pivot = min(row)
    by = row[pivot]
    for place in row:
        row[place] /= by
    for other in solved.values():
        if pivot in other:
            _subtract(other, row, other[pivot])
    solved[pivot] = row


def _subtract(row: dict[int, Fraction], other: Mapping[int, Fraction], times: Fraction) -> None:
    for place, number in other.items():
        left = row.get(place, Fraction(0)) - times * number
        if left:
            row[place] = left
        else:
            row.pop(place, None)
