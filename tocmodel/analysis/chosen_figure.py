"""Which figure to show for an indicator, and which indicator to show for an element.

A box has room for one figure. It comes from a named indicator. Figures counted here come before
figures from elsewhere and forecasts, and the whole comes before its parts. A figure is called the
latest only where dates show it; otherwise the text calls it one of several.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from attrs import frozen

from tocmodel.model import (
    Asset,
    Basis,
    Condition,
    Element,
    Figure,
    Indicator,
    IndicatorKind,
    Input,
    Outcome,
    Place,
    Statistic,
)
from tocmodel.model.period import period
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import count_words, figure_words, say

BESIDE = {IndicatorKind.CONTEXT: "context", IndicatorKind.RESOURCE: "resources"}
"""Kinds of indicator that describe the surroundings or the resources, so never an outcome."""

_DELIVERY = (IndicatorKind.REACH, IndicatorKind.OUTPUT, IndicatorKind.INTENTION)


@frozen(kw_only=True)
class ChosenFigure(SelfDescribing):
    """The figure shown for an indicator.

    Attributes:
        indicator: the indicator.
        figure: one of its observations.
        of: how many different figures there are to choose from.
        is_latest: dates show that it is the latest of these, and none is withheld.
        is_before_withheld: a figure is withheld that may be later.
    """

    indicator: Indicator
    figure: Figure
    of: int
    is_latest: bool
    is_before_withheld: bool = False

    @property
    def words(self) -> str:
        """The figure in words, with a note if it is the latest of several or an undercount.

        >>> seen = [{"value": 4, "period": 2018}, {"value": 6, "period": 2020}]
        >>> choose_figure(Indicator(title="Meals", observations=seen)).words
        '6 (2020), the latest of 2 figures'
        >>> choose_figure(Indicator(title="Meals", observations=[4, 6])).words
        '4, one of 2 figures'
        >>> choose_figure(Indicator(title="Gang children", observations=[4], undercount=True)).words
        '4, likely an undercount'
        """
        return self._text(self.indicator.unit)

    def words_after(self, title: str) -> str:
        """The same words after a title, without the unit if the title already names it.

        >>> meals = Indicator(title="Meals", unit="meals", observations=[{"value": 40}])
        >>> given = choose_figure(meals)
        >>> given.words_after("Meals served"), given.words_after("Served at noon")
        ('40', '40 meals')
        """
        unit = self.indicator.unit
        is_count = self.figure.has_number and self.figure.statistic in (None, Statistic.COUNT)
        is_word = _has_words(figure_words(self.figure, unit), unit)  # and no sign, such as £
        return self._text("" if is_count and is_word and _has_words(title, unit) else unit)

    def _text(self, unit: str) -> str:
        parts = [figure_words(self.figure, unit)]
        if self.of > 1:
            parts.append(say("chosen-latest" if self.is_latest else "chosen-one", number=self.of))
        if self.is_before_withheld:
            parts.append(say("chosen-withheld"))
        if self.indicator.undercount and self.figure.has_number:
            parts.append(say("chosen-undercount"))
        return ", ".join(parts)


def choose_figure(indicator: Indicator, place: Place | None = None) -> ChosenFigure | None:
    """Return the figure to show for an indicator; ``None`` where it has none.

    Args:
        indicator: the indicator.
        place: the theory's own place; figures that name it count as local.

    >>> girls = {"value": 70, "subgroup": "girls"}
    >>> choose_figure(Indicator(title="Children", observations=[{"value": 90}, girls])).figure.value
    90
    """
    own = "" if place is None else place.name.casefold()
    wishes: tuple[Callable[[Figure], bool], ...] = (
        _says_something,
        lambda figure: figure.place.casefold() in ("", own),
        lambda figure: figure.basis is Basis.ACTUAL,
        lambda figure: not (figure.subgroup or figure.by),
        lambda figure: not figure.unit,
    )
    found: Sequence[Figure] = indicator.observations
    for wish in wishes:
        found = [figure for figure in found if wish(figure)] or found
    if not found:
        return None
    different = _different(found)
    newest = _newest(different) if len({_about(figure) for figure in different}) == 1 else None
    figure = newest or max(different, key=_is_dated)
    withheld = any(_may_be_later(item, figure) for item in indicator.observations)
    return ChosenFigure(
        indicator=indicator,
        figure=figure,
        of=len(different),
        is_latest=newest is not None and not withheld,
        is_before_withheld=withheld and not figure.redacted,
    )


def choose_figure_for(
    element: Element, indicators: Iterable[Indicator], place: Place | None = None
) -> ChosenFigure | None:
    """Return the figure to show for an element, from the indicators that measure it.

    A figure about the surroundings or the resources is never shown for an outcome, and for an
    activity only where there is no other; a figure about delivery is shown for an outcome only
    where there is no other.

    >>> money = Indicator(title="Grant", kind="resource", observations=[10000])
    >>> choose_figure_for(Outcome(title="Children are fed"), [money]) is None
    True
    """
    is_outcome = isinstance(element, Outcome)
    # Such indicators describe these elements.
    is_ground = isinstance(element, Condition | Asset | Input)
    found = [
        given
        for item in indicators
        if not (is_outcome and item.kind in BESIDE) and (given := choose_figure(item, place))
    ]
    own = "" if place is None else place.name.casefold()
    wishes: tuple[Callable[[ChosenFigure], bool], ...] = (
        lambda given: given.figure.place.casefold() in ("", own),
        lambda given: given.figure.basis is Basis.ACTUAL,
        lambda given: is_ground or given.indicator.kind not in BESIDE,
        lambda given: not (is_outcome and given.indicator.kind in _DELIVERY),
        lambda given: not (given.figure.subgroup or given.figure.by),
        lambda given: given.figure.has_number,
    )
    for wish in wishes:
        found = [given for given in found if wish(given)] or found
    return next(iter(found), None)


def describe_chosen_figure(
    element: Element,
    indicators: Sequence[Indicator],
    given: ChosenFigure | None,
    title: Callable[[Element], str] = lambda element: element.full_title,
) -> str:
    """Describe in one line the element measured and the figure of one named indicator.

    Args:
        element: the element that is measured.
        indicators: all that measure it.
        given: the figure shown for it.
        title: returns the title of either, for other wordings or languages.

    >>> meals = Indicator(title="Meals", unit="meals", observations=[40])
    >>> fed = Outcome(title="Children are fed")
    >>> describe_chosen_figure(fed, [meals, Indicator(title="Plates")], choose_figure(meals))
    'Meals: 40; one of 2 indicators'
    >>> describe_chosen_figure(Outcome(title="Meals"), [meals], choose_figure(meals))
    '40'
    """
    many = len(indicators)
    if given is not None:
        named = title(given.indicator)
        words = given.words_after(named)
        if many > 1:
            words = say("chosen-others", figure=words, number=many)
        is_named_so = named.casefold() in (element.full_title.casefold(), title(element).casefold())
        return words if is_named_so else f"{named}: {words}"
    number = count_words(many, "indicators")
    kinds = {item.kind for item in indicators}
    beside = [say(f"chosen-{word}") for kind, word in BESIDE.items() if kind in kinds]
    if isinstance(element, Outcome) and kinds <= BESIDE.keys():
        return say("chosen-beside", indicators=number, kinds=f" {say('and')} ".join(beside))
    return say("chosen-none", indicators=number)


def _has_words(text: str, unit: str) -> bool:
    """Whether a text contains the unit, word for word.

    >>> _has_words("Children's clubs", "children"), _has_words("Children at clubs", "children")
    (False, True)
    """
    return bool(unit) and f" {unit.casefold()} " in f" {text.casefold()} "


def _says_something(figure: Figure) -> bool:
    return not figure.redacted and (figure.has_number or bool(figure.comment))


def _different(figures: Sequence[Figure]) -> list[Figure]:
    """Return one figure of each amount; of two equal figures, the dated one."""
    found: dict[object, Figure] = {}
    for figure in figures:
        amount = (
            (figure.value, figure.from_, figure.to, figure.qualifier, figure.of, figure.of_what)
            if figure.has_number
            else (figure.comment or figure.note,)
        )
        key = (*amount, *_about(figure))
        if key not in found or _is_later(figure, found[key]):
            found[key] = figure
    return list(found.values())


def _about(figure: Figure) -> tuple[object, ...]:
    """Return the properties that two figures must share before one can be later than the other."""
    return (figure.subgroup, figure.by, figure.place.casefold(), figure.statistic, figure.unit)


def _newest(figures: Sequence[Figure]) -> Figure | None:
    """Return the newest figure; ``None`` where the dates do not show which it is."""
    if len(figures) < 2 or not all(_is_dated(figure) for figure in figures):
        return None
    first, second = sorted(figures, key=_days, reverse=True)[:2]
    return first if _days(first) > _days(second) else None


def _may_be_later(withheld: Figure, figure: Figure) -> bool:
    """Whether a figure is withheld that is about the same, and no earlier as far as dates show."""
    if not withheld.redacted or _about(withheld) != _about(figure):
        return False
    return not _is_later(figure, withheld)


def _is_dated(figure: Figure) -> bool:
    return period(figure.period) is not None


def _is_later(figure: Figure, other: Figure) -> bool:
    return _days(figure) > _days(other)


def _days(figure: Figure) -> tuple[date, date]:
    """Return the last and the first day that a figure covers."""
    found = period(figure.period)
    return (found.end, found.start) if found else (date.min, date.min)
