"""The sums of a table by groups: girls and boys are all, and so are those of each year.

A reader also knows of groups that no figure is about: of girls, year 7 and year 8 of the boys, the
boys are the last two together, and so all of them together are known. So every group that the
properties allow has a count here, listed or not. What can be worked out for one from the figures is
its value, and is as small a number as any other.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from math import prod

from tocmodel.analysis.publication.count_table import WORDS, CountTable, PeopleGroup

MOST_GROUPS = 130
"""With more groups than this, only sums of groups that figures are about are looked at."""

_OTHERS = "-"
"""The value of all who do not have the only value that figures name."""

_Parts = tuple[PeopleGroup, tuple[PeopleGroup, ...]]
"""A group, and the parts that it has by one property."""


def add_group_sums(
    table: CountTable, groups: Mapping[PeopleGroup, int], below: int, *, rounded: bool
) -> None:
    """Add the sums of the groups that figures of one time are about.

    Args:
        table: the table, which has their counts.
        groups: the place of the count of each group.
        below: the number below which a count is small.
        rounded: whether the counts are worked out from percentages.
    """
    for who, place in groups.items():
        for other, part in groups.items():
            if who < other:
                table.add_sum(place, (part,), below, rounded=rounded)
    values = _values(groups)
    if prod(len(known) + 1 for known in values.values()) > MOST_GROUPS:
        for place, members in _listed_parts(groups):
            table.add_sum(place, members, below, rounded=rounded)
        return
    numbers = {who: table.counts[place].value for who, place in groups.items()}
    sums = _worked_out(list(_all_parts(values)), numbers, rounded=rounded)
    places = dict(groups)
    for who in dict.fromkeys(who for whole, parts in sums for who in (whole, *parts)):
        if who not in places:
            places[who] = table.add_unlisted(numbers.get(who), below)
    for who, parts in sums:
        known = all(item in numbers for item in (who, *parts))
        table.add_parts(
            places[who],
            tuple(places[part] for part in parts),
            numbers[who] - sum(numbers[part] for part in parts) if known else 0,
            below,
            rounded=rounded,
        )


def _values(groups: Mapping[PeopleGroup, int]) -> dict[str, list[str]]:
    """Return the values of each property, but for groups in words; a single value has others."""
    found: dict[str, dict[str, None]] = {}
    for who in groups:
        for name, value in sorted(who):
            if name != WORDS:
                found.setdefault(name, {})[value] = None
    return {
        name: [*known, *([_OTHERS] if len(known) == 1 else [])] for name, known in found.items()
    }


def _all_parts(values: Mapping[str, Sequence[str]]) -> Iterator[_Parts]:
    """Yield every group with its parts by each property that it leaves open."""
    choices = [[None, *((name, value) for value in known)] for name, known in values.items()]
    for chosen in product(*choices):
        who = frozenset(pair for pair in chosen if pair is not None)
        fixed = {name for name, _ in who}
        for name, known in values.items():
            if name not in fixed:
                yield who, tuple(who | {(name, value)} for value in known)


def _worked_out(
    sums: list[_Parts], numbers: dict[PeopleGroup, float], *, rounded: bool
) -> list[_Parts]:
    """Work out the numbers of groups that follow from others, and return the sums that hold.

    A sum whose parts are more than the whole does not hold: they overlap.
    """
    left = sums
    held: list[_Parts] = []
    while True:
        waiting: list[_Parts] = []
        for who, parts in left:
            unknown = [item for item in (who, *parts) if item not in numbers]
            if len(unknown) > 1:
                waiting.append((who, parts))
            elif _holds(who, parts, unknown, numbers, rounded=rounded):
                held.append((who, parts))
        if len(waiting) == len(left):
            return [*held, *waiting]
        left = waiting


def _holds(
    who: PeopleGroup,
    parts: tuple[PeopleGroup, ...],
    unknown: Sequence[PeopleGroup],
    numbers: dict[PeopleGroup, float],
    *,
    rounded: bool,
) -> bool:
    """Whether a sum holds; the one number that it lacks, if any, is then known."""
    total = sum(numbers[part] for part in parts if part in numbers)
    if unknown == [who]:
        numbers[who] = total
        return True
    rest = numbers[who] - total
    if rest < (-len(parts) if rounded else 0):
        return False
    if unknown:
        numbers[unknown[0]] = max(rest, 0)
    return True


def _listed_parts(groups: Mapping[PeopleGroup, int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each whole with all its parts by the same properties, as far as figures show them."""
    for who, whole in groups.items():
        by_properties: dict[frozenset[str], list[int]] = {}
        for other, part in groups.items():
            if who < other:
                names = frozenset(name for name, _ in other - who)
                by_properties.setdefault(names, []).append(part)
        yield from ((whole, tuple(parts)) for parts in by_properties.values() if len(parts) > 1)
