"""Small numbers of people, hidden with all that they could be worked out from.

A count below the limit becomes *less than 10*, zero included: that nobody of a group did something
tells about each of them (UK Longitudinal Linkage Collaboration, *Statistical Disclosure Control*,
2025). So does a percentage of few people, or one that leaves few over (9 of 12). Other figures are
hidden where a small number could be worked out from them; see ``protection``. Averages, changes and
ranges of few people go too: a lowest or highest value is one person's. Targets and forecasts are
numbers of nobody, so they stay.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from tocmodel.analysis.comparison import FigureSetting, setting_of
from tocmodel.analysis.publication.count_table import CountTable, FigureCounts
from tocmodel.analysis.publication.counts import base_of, count_table, people_in
from tocmodel.analysis.publication.left_out import LeftOut, together
from tocmodel.analysis.publication.people import counts_people
from tocmodel.analysis.publication.protection import hidden_counts
from tocmodel.model import (
    Basis,
    Element,
    Figure,
    Indicator,
    Intervention,
    Link,
    Place,
    Qualifier,
    Statistic,
    TheoryOfChange,
)
from tocmodel.model.convert import EMPTY
from tocmodel.model.theory import Section
from tocmodel.wording import is_percent

_PLACE_COUNTS = ("residents", "children", "pupils", "families")


@frozen(kw_only=True)
class Hidden:
    """What was hidden in a theory.

    Attributes:
        left_out: how many figures.
        texts: the entries and other parts whose words may spell out a hidden number.
    """

    left_out: LeftOut
    texts: tuple[str, ...] = ()


def without_small_numbers(
    theory: TheoryOfChange, suppress_below: int
) -> tuple[TheoryOfChange, Hidden]:
    """Return a theory without small numbers of people.

    Args:
        theory: the theory.
        suppress_below: the smallest count that is shown, where an indicator has no own one.

    >>> seen = [{"value": 25, "period": 2024}, {"value": 22, "subgroup": "girls", "period": 2024}]
    >>> theory = TheoryOfChange(
    ...     title="A club",
    ...     indicators={"came": {"title": "Came", "unit": "children", "observations": seen}},
    ... )
    >>> published, hidden = without_small_numbers(theory, 10)
    >>> [item.value for item in published.indicators["came"].observations], hidden.left_out.words
    ([25, None], 'Left out for publication: 1 figure that would reveal such a number')
    """
    hiding = _Hiding(theory, suppress_below)
    indicators = {id_: hiding.indicator(item) for id_, item in theory.indicators.items()}
    interventions = {id_: hiding.intervention(item) for id_, item in theory.interventions.items()}
    made = evolve(
        theory,
        place=hiding.place(theory.place),
        indicators=Section(indicators),
        interventions=Section(interventions),
        links=tuple(map(hiding.link, theory.links)),
    )
    return made, Hidden(left_out=together(hiding.counts), texts=tuple(dict.fromkeys(hiding.texts)))


class _Hiding:
    """Hides the small numbers of one theory, and counts them."""

    def __init__(self, theory: TheoryOfChange, suppress_below: int) -> None:
        self.theory = theory
        self.below = suppress_below
        self.counts: list[LeftOut] = []
        self.texts: list[str] = []

    def indicator(self, item: Indicator) -> Indicator:
        """Return an indicator without small numbers."""
        below = self.below if item.suppress_below is None else item.suppress_below
        figures = (*item.baseline, *item.observations)
        shown = self._shown(figures, below, setting_of(self.theory, item), item)
        if shown == figures:
            return item
        start = len(item.baseline)
        changed = [old for old, new in zip(figures, shown, strict=True) if new != old]
        gone = {base_of(old) for old in changed}
        return evolve(
            item,
            baseline=shown[:start],
            observations=shown[start:],
            target=tuple(_without_base(one, gone, below) for one in item.target),
            fields=EMPTY,
        )

    def intervention(self, item: Intervention) -> Intervention:
        """Return an intervention without small numbers of those it reached."""
        shown = self._shown(item.reach, self.below, FigureSetting(), item)
        return item if shown == item.reach else evolve(item, reach=shown, fields=EMPTY)

    def place(self, item: Place | None) -> Place | None:
        """Return a place without small numbers of those who live there."""
        if item is None:
            return None
        found = {name: getattr(item, name) for name in _PLACE_COUNTS}
        held = {name: one for name, one in found.items() if one is not None}
        shown: dict[str, Any] = {
            name: self._shown((one,), self.below, FigureSetting(unit=name), None)[0]
            for name, one in held.items()
        }
        return item if shown == held else evolve(item, **shown)

    def link(self, item: Link) -> Link:
        """Return a link without small numbers of votes: each is someone's."""
        if not item.votes:
            return item
        setting = FigureSetting(unit="voters among people")
        shown = self._shown(item.votes, self.below, setting, None)
        return item if shown == item.votes else evolve(item, votes=shown)

    def _shown(
        self,
        figures: tuple[Figure, ...],
        below: int,
        setting: FigureSetting,
        owner: Element | None,
    ) -> tuple[Figure, ...]:
        """Return figures as they may be shown, and count what is hidden."""
        places = [at for at, one in enumerate(figures) if _may_be_small(one, setting.unit)]
        if not below or not places:
            return figures
        table = count_table([figures[at] for at in places], below, setting)
        hidden = hidden_counts(table.counts, table.sums)
        of_few = {
            at: _is_of_few(counts, table)
            for at, counts in zip(places, table.by_figure, strict=True)
            if hidden.places & set(counts.places)
        }
        if of_few:
            of_few.update(
                (at, False) for at in places if at not in of_few and _reveals(figures[at])
            )
        self._note(of_few, figures, below, setting.unit, owner)
        return tuple(
            _hidden(one, below, setting.unit, is_small=of_few[at] and hidden.are_told_apart)
            if at in of_few
            else _without_extremes(one)
            if at in places
            else one
            for at, one in enumerate(figures)
        )

    def _note(
        self,
        of_few: Mapping[int, bool],
        figures: Sequence[Figure],
        below: int,
        unit: str,
        owner: Element | None,
    ) -> None:
        if not of_few:
            return
        few = sum(of_few.values())
        self.counts.append(LeftOut(figures=few, beside=len(of_few) - few, below=frozenset({below})))
        for at in of_few:
            numbers = {figures[at].value, people_in(figures[at], unit)}
            self.texts.extend(_texts_with(self.theory, owner, {int(n) for n in numbers if n}))


def _may_be_small(figure: Figure, unit: str) -> bool:
    """Whether a figure is of people who were counted: not an aim, and not withheld already."""
    return figure.basis is Basis.ACTUAL and not figure.redacted and counts_people(figure, unit)


def _is_of_few(counts: FigureCounts, table: CountTable) -> bool:
    """Whether a figure counts few people itself, is out of few, or leaves few over."""
    few = [table.counts[place].below for place in counts.places]
    others = [
        table.counts[item.parts[1]].below
        for item in table.sums
        if (item.whole, item.parts[:1]) == (counts.whole, (counts.number,))
    ]
    return any((*few, *others))


def _reveals(figure: Figure) -> bool:
    """Whether a figure gives a change, or a multiple, of another one that is hidden."""
    return figure.is_change or figure.statistic in (Statistic.RATIO, Statistic.TIMES)


def _hidden(figure: Figure, below: int, unit: str, *, is_small: bool) -> Figure:
    """Return what is shown in place of a figure: that it is less than the limit, or nothing."""
    about: dict[str, Any] = {
        name: getattr(figure, name)
        for name in (
            "statistic",
            "unit",
            "subgroup",
            "by",
            "overlaps",
            "period",
            "place",
            "source",
            "at",
        )
    }
    unit = figure.unit or unit
    people = people_in(figure, unit)
    if is_small and not is_percent(unit) and people is not None and _highest(figure) < below:
        return Figure(value=below, qualifier=Qualifier.LESS_THAN, **about)
    return Figure(redacted=True, **about)


def _highest(figure: Figure) -> float:
    found = (figure.value, figure.from_, figure.to)
    return max(number for number in found if number is not None)


def _without_extremes(figure: Figure) -> Figure:
    """Return a figure without the lowest and the highest value behind it: each is one person's."""
    if figure.spread is None or figure.spread.range is None:
        return figure
    return evolve(figure, spread=evolve(figure.spread, range=None))


def _without_base(target: Figure, gone: set[Any], below: int) -> Figure:
    """Return a target without the number that it is out of, if that is hidden elsewhere."""
    if target.of is None or (target.of not in gone and target.of >= below):
        return target
    return evolve(target, of=None, of_qualifier=None)


_NUMBER_WORDS = dict(
    enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
)


def _texts_with(theory: TheoryOfChange, owner: Element | None, numbers: set[int]) -> Iterator[str]:
    """Yield where the words about a hidden figure have its number."""
    if not numbers:
        return
    words = "|".join(
        form
        for number in sorted(numbers)
        for form in (f"{number:,}", _NUMBER_WORDS.get(number, ""))
        if form
    )
    has_number = re.compile(rf"(?<![\w.,])(?:{words})(?![\w]|[.,]\d)", re.IGNORECASE).search
    if has_number(theory.summary):
        yield "the summary"
    ids = (owner.id, *getattr(owner, "measures", ())) if owner else ()
    for id_ in ids:
        item = theory.elements.get(id_)
        if item is not None and any(map(has_number, _prose(item))):
            yield f"'{id_}'"


def _prose(item: Element) -> tuple[str, ...]:
    return (item.title, item.plain, item.description, str(getattr(item, "method", "")))
