"""Which figure is given for an indicator, and which indicator for an element.

There is room for one figure in a box. It is a figure of a named indicator; what was counted here
comes before what was counted elsewhere or is only expected, and the whole before its parts. It is
called the latest only where dates say so; otherwise the words say that it is one of several.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

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
from tocmodel.values import frozen
from tocmodel.wording import counted, figure_words

BESIDE = {IndicatorKind.CONTEXT: "context", IndicatorKind.RESOURCE: "resources"}
"""What describes the surroundings or what was put in, and so never stands for an outcome."""

_DELIVERY = (IndicatorKind.REACH, IndicatorKind.OUTPUT, IndicatorKind.INTENTION)


@frozen(kw_only=True)
class Given:
    """The figure that is given for an indicator.

    Attributes:
        indicator: the indicator.
        figure: one of its observations.
        of: how many different figures there are to choose from.
        is_latest: dates say that it is the latest of these.
    """

    indicator: Indicator
    figure: Figure
    of: int
    is_latest: bool

    @property
    def words(self) -> str:
        """The figure in words, whether it is the latest of several, and whether it is too low.

        >>> seen = [{"value": 4, "period": 2018}, {"value": 6, "period": 2020}]
        >>> given_figure(Indicator(title="Meals", observations=seen)).words
        '6 (2020), the latest of 2 figures'
        >>> given_figure(Indicator(title="Meals", observations=[4, 6])).words
        '4, one of 2 figures'
        >>> given_figure(Indicator(title="Gang children", observations=[4], undercount=True)).words
        '4, likely an undercount'
        """
        return self._said(self.indicator.unit)

    def words_after(self, title: str) -> str:
        """The same words after a title, which may have said already what is counted.

        >>> meals = Indicator(title="Meals", unit="meals", observations=[{"value": 40}])
        >>> given = given_figure(meals)
        >>> given.words_after("Meals served"), given.words_after("Served at noon")
        ('40', '40 meals')
        """
        unit = self.indicator.unit
        is_count = self.figure.has_number and self.figure.statistic in (None, Statistic.COUNT)
        is_word = _has_words(figure_words(self.figure, unit), unit)  # and no sign, such as £
        return self._said("" if is_count and is_word and _has_words(title, unit) else unit)

    def _said(self, unit: str) -> str:
        said = [figure_words(self.figure, unit)]
        if self.of > 1:
            said.append(f"{'the latest' if self.is_latest else 'one'} of {self.of} figures")
        if self.indicator.undercount and self.figure.has_number:
            said.append("likely an undercount")
        return ", ".join(said)


def given_figure(indicator: Indicator, place: Place | None = None) -> Given | None:
    """Return the figure that is given for an indicator; ``None`` where it has none.

    Args:
        indicator: the indicator.
        place: the theory's own place; figures that name it are figures of here.

    >>> girls = {"value": 70, "subgroup": "girls"}
    >>> given_figure(Indicator(title="Children", observations=[{"value": 90}, girls])).figure.value
    90
    """
    own = "" if place is None else place.name.casefold()
    wishes: tuple[Callable[[Figure], bool], ...] = (
        _says_something,
        lambda figure: figure.place.casefold() in ("", own),
        lambda figure: figure.basis is Basis.ACTUAL,
        lambda figure: not figure.subgroup,
    )
    found: Sequence[Figure] = indicator.observations
    for wish in wishes:
        found = [figure for figure in found if wish(figure)] or found
    if not found:
        return None
    different = _different(found)
    newest = _newest(different) if len({_about(figure) for figure in different}) == 1 else None
    return Given(
        indicator=indicator,
        figure=newest or max(different, key=_is_dated),
        of=len(different),
        is_latest=newest is not None,
    )


def given_for(
    element: Element, indicators: Iterable[Indicator], place: Place | None = None
) -> Given | None:
    """Return the figure that is given for an element, of those that measure it.

    A figure of its surroundings or of what was put in never stands for an outcome, and for what
    is done only where no other does; one of what was delivered stands for an outcome only where
    no other does.

    >>> money = Indicator(title="Grant", kind="resource", observations=[10000])
    >>> given_for(Outcome(title="Children are fed"), [money]) is None
    True
    """
    is_outcome = isinstance(element, Outcome)
    is_ground = isinstance(element, Condition | Asset | Input)  # what such indicators are about
    found = [
        given
        for item in indicators
        if not (is_outcome and item.kind in BESIDE) and (given := given_figure(item, place))
    ]
    own = "" if place is None else place.name.casefold()
    wishes: tuple[Callable[[Given], bool], ...] = (
        lambda given: given.figure.place.casefold() in ("", own),
        lambda given: given.figure.basis is Basis.ACTUAL,
        lambda given: is_ground or given.indicator.kind not in BESIDE,
        lambda given: not (is_outcome and given.indicator.kind in _DELIVERY),
        lambda given: not given.figure.subgroup,
        lambda given: given.figure.has_number,
    )
    for wish in wishes:
        found = [given for given in found if wish(given)] or found
    return next(iter(found), None)


def said_of(
    element: Element,
    indicators: Sequence[Indicator],
    given: Given | None,
    title: Callable[[Element], str] = lambda element: element.title,
) -> str:
    """Say in one line what is measured and, of one named indicator, what was seen.

    Args:
        element: what is measured.
        indicators: all that measure it.
        given: the figure that is given for it.
        title: gives the title of either, where it is read in other words or languages.

    >>> meals = Indicator(title="Meals", unit="meals", observations=[40])
    >>> fed = Outcome(title="Children are fed")
    >>> said_of(fed, [meals, Indicator(title="Plates")], given_figure(meals))
    'Meals: 40; one of 2 indicators'
    >>> said_of(Outcome(title="Meals"), [meals], given_figure(meals))
    '40'
    """
    many = len(indicators)
    if given is not None:
        others = f"; one of {many} indicators" if many > 1 else ""
        named = title(given.indicator)
        said = given.words_after(named) + others
        is_named_so = named.casefold() in (element.title.casefold(), title(element).casefold())
        return said if is_named_so else f"{named}: {said}"
    number = counted(many, "indicator")
    kinds = {item.kind for item in indicators}
    beside = [word for kind, word in BESIDE.items() if kind in kinds]
    if isinstance(element, Outcome) and kinds <= BESIDE.keys():
        return f"{number}, of {' and '.join(beside)} only"
    return f"{number}, no figure yet"


def _has_words(text: str, unit: str) -> bool:
    """Whether a text says what is counted, word for word.

    >>> _has_words("Children's clubs", "children"), _has_words("Children at clubs", "children")
    (False, True)
    """
    return bool(unit) and f" {unit.casefold()} " in f" {text.casefold()} "


def _says_something(figure: Figure) -> bool:
    return not figure.redacted and (figure.has_number or bool(figure.comment))


def _different(figures: Sequence[Figure]) -> list[Figure]:
    """Return one figure of each amount: of two that say the same, one that has a date."""
    found: dict[object, Figure] = {}
    for figure in figures:
        amount = (
            (figure.value, figure.from_, figure.to, figure.qualifier, figure.of, figure.of_what)
            if figure.has_number
            else (figure.comment or figure.note,)
        )
        key = (*amount, figure.statistic, figure.subgroup, figure.place.casefold())
        if key not in found or _is_later(figure, found[key]):
            found[key] = figure
    return list(found.values())


def _about(figure: Figure) -> tuple[object, ...]:
    """Return what must be the same in figures of which one can be later than the other."""
    return (figure.subgroup, figure.place.casefold(), figure.statistic)


def _newest(figures: Sequence[Figure]) -> Figure | None:
    """Return the newest figure; ``None`` where dates do not say which that is."""
    if len(figures) < 2 or not all(_is_dated(figure) for figure in figures):
        return None
    first, second = sorted(figures, key=_days, reverse=True)[:2]
    return first if _days(first) > _days(second) else None


def _is_dated(figure: Figure) -> bool:
    return period(figure.period) is not None


def _is_later(figure: Figure, other: Figure) -> bool:
    return _days(figure) > _days(other)


def _days(figure: Figure) -> tuple[date, date]:
    """Return the last and the first day that a figure is about."""
    found = period(figure.period)
    return (found.end, found.start) if found else (date.min, date.min)
