"""Totals over the theories that a theory includes: one for each indicator that several have.

Indicators are the same if they have the same id and unit. Each time is added up by itself, and
what cannot be added is named, with the reason.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from tocmodel.analysis.adding_up import add_figures
from tocmodel.analysis.progress import Progress, ProgressReport, progress_of
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import Basis, Better, Figure, Indicator, TheoryOfChange
from tocmodel.model.period import period

_FEWEST = 2
"""A sum of fewer figures is no total."""

_NAMED = 3
"""How many places are named one by one; of more, only the number is given."""


@frozen(kw_only=True)
class _Zone:
    """An included theory: its title, and the theory that a file describes."""

    title: str
    theory: TheoryOfChange


def totals(theory: TheoryLike) -> ProgressReport:
    """Return the progress of all included theories together, for each indicator they share.

    Counts are added up. Percentages are added by their numerators and denominators: the share of
    all together is the sum of the counts over the sum of the wholes, which is the mean of the
    shares weighted by the wholes (any textbook of statistics, under *weighted mean*). A total
    without one of the theories, or of theories that nobody described, is *at least*. The
    ``remarks`` of each state what is not in it.

    >>> def zone(value: int, of: int) -> TheoryOfChange:
    ...     figure = {"value": value, "of": of, "period": 2024}
    ...     absent = {"title": "Often absent", "unit": "percent", "observations": [figure]}
    ...     return TheoryOfChange(title="Zone", indicators={"absent": absent})
    >>> programme = TheoryOfChange(
    ...     title="Programme",
    ...     includes={
    ...         "harbour": {"title": "Harbour", "theory": zone(30, 100)},
    ...         "hill": {"title": "Hill", "theory": zone(10, 300)},
    ...     },
    ... )
    >>> [total] = totals(programme)
    >>> total.place, total.latest.value, total.latest.of
    ('Harbour and Hill together', 15, 400)
    """
    whole = as_theory(theory)
    zones, others = _included(whole)
    shared: dict[str, list[_Zone]] = {}
    for zone in zones:
        for id_ in zone.theory.indicators:
            shared.setdefault(id_, []).append(zone)
    found = (_total(whole, id_, zones, others) for id_, having in shared.items() if having[1:])
    return ProgressReport((total for total in found if total), whole.whole)


def _included(theory: TheoryOfChange) -> tuple[tuple[_Zone, ...], tuple[str, ...]]:
    """Return the included theories, and the titles of those that no file describes."""
    found = [*_each(theory)]
    often = Counter(title for title, *_ in found)
    unique = [(title if often[title] == 1 else f"{title} ({id_})", t) for title, id_, t in found]
    zones = tuple(_Zone(title=title, theory=inner) for title, inner in unique if inner)
    return zones, tuple(title for title, inner in unique if inner is None)


def _each(theory: TheoryOfChange) -> Iterator[tuple[str, str, TheoryOfChange | None]]:
    """Yield the title, the id and the theory of each; of one that only joins others, those."""
    for id_, include in theory.includes.items():
        inner = include.theory
        if inner and inner.includes and not inner.indicators:
            yield from ((title, f"{id_}/{deep}", one) for title, deep, one in _each(inner))
        else:
            yield include.title, id_, inner


def _total(
    whole: TheoryOfChange, id_: str, zones: Sequence[_Zone], others: Sequence[str]
) -> Progress | None:
    having = [
        (zone, zone.theory.indicators[id_]) for zone in zones if id_ in zone.theory.indicators
    ]
    model = having[0][1]
    reasons = [(zone, _difference(one, model)) for zone, one in having]
    alike = [pair for pair, (_, reason) in zip(having, reasons, strict=True) if not reason]
    if len(alike) < 2:
        return None
    remarks = [f"{zone.title}: {reason}" for zone, reason in reasons if reason]
    remarks += [f"{title}: not described" for title in others]
    adding = _Adding(tuple(alike), tuple(others), remarks)
    made = Indicator(
        id=id_,
        title=_title(whole, id_, [one.title for _, one in alike]),
        unit=model.unit,
        better=_common([one.better for _, one in alike]),
        cumulative=model.cumulative,
        baseline=adding.up(lambda one: one.baseline, model.unit),
        target=adding.up(lambda one: one.target, model.unit),
        observations=adding.up(_counted, model.unit),
    )
    home = TheoryOfChange(title=whole.title, year_begins=alike[0][0].theory.year_begins)
    return evolve(
        progress_of(home, made)[0],
        place=_together([zone.title for zone, _ in alike]),
        remarks=tuple(dict.fromkeys(remarks)),
    )


def _title(whole: TheoryOfChange, id_: str, titles: Sequence[str]) -> str:
    """Return a title for all: that of the theory itself, or one they share; else the id in words.

    >>> _title(TheoryOfChange(title="T"), "often-absent", ["Absent in Hull", "Absent in Hill"])
    'Often absent'
    """
    own = whole.indicators.get(id_)
    if own or len(set(titles)) == 1:
        return own.title if own else titles[0]
    return id_.replace("-", " ").capitalize()


def _difference(one: Indicator, model: Indicator) -> str:
    """Return why an indicator is not the same as another; empty if it is."""
    if one.unit.casefold() != model.unit.casefold():
        return f"it counts {one.unit or 'something else'}, not {model.unit or 'the same'}"
    if one.cumulative != model.cumulative:
        return "only some of these are running totals"
    return ""


def _common(values: Sequence[Better | None]) -> Better | None:
    found = {value for value in values if value}
    return found.pop() if len(found) == 1 else None


def _counted(indicator: Indicator) -> tuple[Figure, ...]:
    """Return the counted figures; those without a date may be of different times."""
    seen = indicator.observations
    return tuple(figure for figure in seen if figure.basis is Basis.ACTUAL and figure.period)


def _together(titles: Sequence[str]) -> str:
    """Return the places of a total in words.

    >>> _together(["Harbour", "Hill"]), _together(["a", "b", "c", "d"])
    ('Harbour and Hill together', '4 included theories together')
    """
    if len(titles) > _NAMED:
        return f"{len(titles):,} included theories together"
    return f"{', '.join(titles[:-1])} and {titles[-1]} together"


_Time = tuple[date, date] | str
"""A time as its first and last day, or as written."""


@frozen
class _Adding:
    """Adds up the figures of one indicator in several theories.

    Attributes:
        having: the theories with their indicators.
        others: the titles of theories that may have it too.
        remarks: what is not in a sum, and why; it grows.
    """

    having: tuple[tuple[_Zone, Indicator], ...]
    others: tuple[str, ...]
    remarks: list[str]

    def up(self, figures: Callable[[Indicator], Sequence[Figure]], unit: str) -> tuple[Figure, ...]:
        """Return the sum of each time that any theory has a figure of."""
        times: dict[_Time, dict[str, list[Figure]]] = {}
        for zone, indicator in self.having:
            for figure in figures(indicator):
                if _is_of_all(figure, zone):
                    held = times.setdefault(_time(figure, zone), {})
                    held.setdefault(zone.title, []).append(figure)
        return tuple(figure for held in times.values() for figure in self._sum(held, unit))

    def _sum(self, held: dict[str, list[Figure]], unit: str) -> Iterator[Figure]:
        """Yield the sum of one time, if two of the theories can be added up."""
        text = next(iter(held.values()))[0].period
        parts = {zone.title: _only(held.get(zone.title, [])) for zone, _ in self.having}
        found = add_figures({**parts, **dict.fromkeys(self.others)}, unit)
        reasons: dict[str, list[str]] = {}
        for title, reason in found.left_out:
            if title not in self.others:
                reasons.setdefault(reason, []).append(title)
        if len(parts) - sum(map(len, reasons.values())) < _FEWEST:
            reasons = {"fewer than two can be added up": [*parts]} if len(reasons) > 1 else reasons
            found = evolve(found, figure=None)
        when = text or "without a date"
        lines = [f"{when}: {', '.join(titles)}: {reason}" for reason, titles in reasons.items()]
        self.remarks.extend((*lines, *([f"{when}: {found.problem}"] if found.problem else [])))
        if found.figure:
            yield evolve(found.figure, period=text)


def _only(figures: Sequence[Figure]) -> Figure | None:
    """Return the figure of a place; of two for one time, either may be right."""
    return Figure(note="two figures for the time") if figures[1:] else next(iter(figures), None)


def _is_of_all(figure: Figure, zone: _Zone) -> bool:
    """Whether a figure is about everybody in the place of its theory."""
    own = zone.theory.place.name if zone.theory.place else ""
    is_here = figure.place.casefold() in ("", own.casefold())
    return is_here and not figure.by and not figure.subgroup


def _time(figure: Figure, zone: _Zone) -> _Time:
    found = period(figure.period, zone.theory.year_begins)
    return (found.start, found.end) if found else figure.period
