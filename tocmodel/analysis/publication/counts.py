"""The people behind figures as counts and sums: who is a part of whom."""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from tocmodel.analysis.comparison import FigureSetting
from tocmodel.analysis.publication.count_table import CountTable, FigureCounts, PeopleGroup
from tocmodel.analysis.publication.group_sums import add_group_sums
from tocmodel.analysis.publication.protection import Sum
from tocmodel.model import Figure, Number, Qualifier
from tocmodel.model.period import Period, period
from tocmodel.wording import is_percent

_BOUNDS = (Qualifier.LESS_THAN, Qualifier.AT_MOST)


def base_of(figure: Figure) -> Number | None:
    """Return how many people a figure is about: its whole, or those who answered."""
    return figure.respondents if figure.of is None else figure.of


def count_table(figures: Sequence[Figure], below: int, setting: FigureSetting) -> CountTable:
    """Return the counts behind the figures of one indicator, with all sums.

    A figure is a part of another one for the same time if it is about a narrower group
    (``{sex: girls, year: 9}`` of ``{sex: girls}``), or about a time within the other's.

    Args:
        figures: the figures, all of people.
        below: the number below which a count is small.
        setting: their unit, and whether they are running totals.
    """
    table = CountTable()
    for figure in figures:
        table.by_figure.append(_counts_of(table, figure, below, setting))
    _link_alike(table, figures, setting)
    _add_sums(table, figures, below, setting)
    return table


def _counts_of(
    table: CountTable, figure: Figure, below: int, setting: FigureSetting
) -> FigureCounts:
    number, base = people_in(figure, setting.unit), base_of(figure)
    whole = None if base is None else table.add(base, below, (0, math.inf))
    if number is None:
        return FigureCounts(None, whole)
    place = table.add(number, below, _known(number, figure, below, setting))
    if whole is None or base is None or base < number:
        return FigureCounts(place, whole)
    others = table.add_unlisted(base - number, below)
    table.sums.append(Sum(whole, (place, others)))
    return FigureCounts(place, whole)


def people_in(figure: Figure, unit: str) -> float | None:
    """Return how many people a figure counts; ``None`` where it gives no number of them.

    >>> people_in(Figure(value=75, of=12), "percent"), people_in(Figure(from_=5, to=10), "children")
    (9, 5)
    >>> people_in(Figure(value=75), "percent"), people_in(Figure(value=2, statistic="mean"), "days")
    (None, None)
    """
    found = (figure.value, figure.from_, figure.to)
    number = next((item for item in found if item is not None), None)
    unit = figure.unit or unit
    if number is None or not figure.is_part:
        return None
    if not is_percent(unit):
        return number
    base = base_of(figure)
    return None if base is None else round(number * base / 100)


def _known(
    number: float, figure: Figure, below: int, setting: FigureSetting
) -> tuple[float, float]:
    """Return what a reader knows of a number that is hidden: it is shown as *less than* or not."""
    if is_percent(setting.unit):
        return (0, math.inf)
    return (0, below - 1) if number < below else (below, math.inf)


def group_of(figure: Figure, setting: FigureSetting) -> PeopleGroup:
    """Return who a figure is about, as pairs.

    >>> sorted(group_of(Figure(by={"sex": "girls"}, place="The Harbour"), FigureSetting()))
    [('by sex', 'girls'), ('place', 'the harbour')]
    """
    pairs = [(f"by {name}".casefold(), value.casefold()) for name, value in figure.by.items()]
    if figure.place and figure.place.casefold() != setting.place.casefold():
        pairs.append(("place", figure.place.casefold()))
    if figure.subgroup:
        pairs.append(("group", figure.subgroup.casefold()))
    return frozenset(pairs)


_Key = tuple[str, PeopleGroup, str]
"""What is counted, of whom and when: two figures with the same key show the same count."""


def _keys(figure: Figure, setting: FigureSetting) -> tuple[_Key, _Key]:
    who = group_of(figure, setting)
    sort = "people" if figure.is_part else str(figure.statistic)
    return (sort, who, figure.period), ("out of", who, figure.period)


def _link_alike(table: CountTable, figures: Sequence[Figure], setting: FigureSetting) -> None:
    """Let counts be hidden together that are of one figure, or are given twice.

    Without a period, two different numbers may be of different times.
    """
    same: dict[tuple[_Key, float], list[int]] = {}
    for figure, counts in zip(figures, table.by_figure, strict=True):
        for key, place in zip(_keys(figure, setting), (counts.number, counts.whole), strict=True):
            if place is not None:
                number = -1 if figure.period else table.counts[place].value
                same.setdefault((key, number), []).append(place)
    bundles = [*same.values(), *(list(counts.places) for counts in table.by_figure)]
    for members in _merged(bundles):
        for place in members:
            others = tuple(other for other in members if other != place)
            table.counts[place] = evolve(table.counts[place], partners=others)


def _merged(bundles: Iterable[Sequence[int]]) -> list[list[int]]:
    """Join lists that share a member.

    >>> _merged([[1, 2], [3], [2, 4]])
    [[1, 2, 4], [3]]
    """
    of: dict[int, list[int]] = {}
    for bundle in bundles:
        joined = list(dict.fromkeys(place for one in bundle for place in of.get(one, [one])))
        for place in joined:
            of[place] = joined
    return [members for place, members in of.items() if place == members[0]]


def _add_sums(
    table: CountTable, figures: Sequence[Figure], below: int, setting: FigureSetting
) -> None:
    rounded = is_percent(setting.unit)
    found: dict[tuple[str, str], dict[PeopleGroup, int]] = {}
    for figure, counts in zip(figures, table.by_figure, strict=True):
        for (sort, who, time), place in zip(
            _keys(figure, setting), (counts.number, counts.whole), strict=True
        ):
            if place is not None and figure.qualifier not in _BOUNDS:
                found.setdefault((sort, time), {}).setdefault(who, place)
    for (sort, _), groups in found.items():
        add_group_sums(table, groups, below, rounded=rounded and sort == "people")
    if not rounded:
        times: dict[PeopleGroup, dict[str, int]] = {}
        for (sort, time), groups in found.items():
            for who, place in groups.items() if sort == "people" else ():
                times.setdefault(who, {})[time] = place
        for by_time in times.values():
            _add_times(table, by_time, below, setting)


def _add_times(
    table: CountTable, by_time: Mapping[str, int], below: int, setting: FigureSetting
) -> None:
    dated = [
        (found, place)
        for time, place in by_time.items()
        if (found := period(time, setting.year_begins))
    ]
    dated.sort(key=lambda pair: (pair[0].end, pair[0].start))
    if setting.cumulative:
        _add_growth(table, [place for _, place in dated], below)
    else:
        _add_parts_of_times(table, dated, below)


def _add_growth(table: CountTable, places: Sequence[int], below: int) -> None:
    """Add the people who are new between two running totals."""
    for at, first in enumerate(places):
        for later in places[at + 1 :]:
            new = table.counts[later].value - table.counts[first].value
            if new >= below:
                break
            table.add_sum(later, (first,), below)


def _add_parts_of_times(table: CountTable, dated: Sequence[tuple[Period, int]], below: int) -> None:
    """Add the terms of a year, and what else lies within a longer time."""
    if len({found.length for found, _ in dated}) == 1:
        return
    for long, whole in dated:
        by_length: dict[str, list[tuple[Period, int]]] = {}
        for short, part in dated:
            if long.start <= short.start and short.end <= long.end and short.length != long.length:
                table.add_sum(whole, (part,), below)
                by_length.setdefault(short.length, []).append((short, part))
        for parts in by_length.values():
            apart = all(one.is_before(other) for (one, _), (other, _) in pairwise(parts))
            if len(parts) > 1 and apart:
                table.add_sum(whole, tuple(part for _, part in parts), below)
