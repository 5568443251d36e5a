"""Figures and closed sets in plain words: the one way in which they are said everywhere."""

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve

from tocmodel.model import Basis, Effect, Figure, Indicator, Number, Place
from tocmodel.model.period import period

_CURRENCIES = {"GBP": "£", "EUR": "€", "USD": "$"}
_PERCENT = {"percent", "per cent", "%"}

SECTION_WORDS: Mapping[str, tuple[str, str]] = {
    "partners": ("partner", "partners"),
    "conditions": ("condition", "conditions"),
    "assets": ("asset", "assets"),
    "inputs": ("input", "inputs"),
    "interventions": ("intervention", "interventions"),
    "outputs": ("output", "outputs"),
    "mechanisms": ("mechanism", "mechanisms"),
    "outcomes": ("outcome", "outcomes"),
    "assumptions": ("assumption", "assumptions"),
    "risks": ("risk", "risks"),
    "indicators": ("indicator", "indicators"),
    "evidence": ("piece of evidence", "pieces of evidence"),
    "spaces": ("learning space", "learning spaces"),
    "value_creation": ("value created", "values created"),
    "stories": ("story", "stories"),
    "sources": ("source", "sources"),
    "includes": ("included theory", "included theories"),
    "groups": ("group", "groups"),
    "reviews": ("review", "reviews"),
    "views": ("view", "views"),
}
"""Each section, and what one and several of its entries are called in a sentence."""

EFFECT_WORDS: Mapping[Effect, str] = {
    Effect.INCREASES: "leads to",
    Effect.DECREASES: "reduces",
    Effect.CHANGES: "changes",
    Effect.UNKNOWN: "affects, in a way not yet known,",
}
"""What stands between cause and effect when a link is read aloud."""


def figure_words(figure: Figure, unit: str = "") -> str:
    """Say a figure with every doubt its source has: nothing is rounded or expanded.

    A ``comment`` or ``note`` beside a number is a remark on it, and left to longer texts.

    Args:
        figure: the figure.
        unit: what is counted, as the indicator gives it; ``percent`` becomes a sign, and so
            does the code of a common currency.

    >>> figure_words(Figure(value=836, of=1000, qualifier="about", period="2017/2018"), "children")
    'about 836 of 1,000 children (2017/2018)'
    >>> figure_words(Figure(value=95, respondents=94), "percent")
    '95% (94 respondents)'
    >>> figure_words(Figure(value=79, qualifier="about", of=1200, of_what="pupils"), "percent")
    'about 79% of 1,200 pupils'
    >>> figure_words(Figure(value=836, of=1000, of_qualifier="about"), "children")
    '836 of about 1,000 children'
    >>> figure_words(Figure(value=44, of=44, of_what="schools in the town"), "schools")
    '44 of 44 schools in the town'
    >>> figure_words(Figure(value=836, of=1000, of_what="residents under 18"), "children")
    '836 children of 1,000 residents under 18'
    >>> figure_words(Figure(value=25000, of=100000), "GBP")
    '£25,000 of £100,000'
    >>> figure_words(Figure(value=235, qualifier="at least"), "schools")
    'at least 235 schools'
    >>> figure_words(Figure(value=80000, qualifier="more than"), "GBP")
    'more than £80,000'
    >>> figure_words(Figure(value=3, qualifier="at most", subgroup="boys"), "days")
    'at most 3 days (boys)'
    >>> figure_words(Figure(value=2.5, qualifier="less than"), "days")
    'less than 2.5 days'
    >>> figure_words(Figure(from_=5, to=10, period="2022/2023"), "visits")
    '5 to 10 visits (2022/2023)'
    >>> figure_words(Figure(from_=5, to=10, of=40, qualifier="about"), "children")
    'about 5 to 10 of 40 children'
    >>> figure_words(Figure(from_=1000, to=2000), "GBP"), figure_words(Figure(from_=5), "percent")
    ('£1,000 to £2,000', 'from 5%')
    >>> figure_words(Figure(value=11000, qualifier="nearly", place="Blackpool"), "young people")
    'nearly 11,000 young people (Blackpool)'
    >>> figure_words(Figure(value=2000, qualifier="about", basis="forecast"))
    'forecast: about 2,000'
    >>> figure_words(Figure(value=12, comparison="national average"), "percent")
    '12% (compared with national average)'
    >>> figure_words(Figure(redacted=True))
    'withheld'
    >>> figure_words(Figure(note="to be agreed"))
    'to be agreed'
    >>> figure_words(Figure(comment="families say they feel safe", period="2018"))
    'families say they feel safe (2018)'
    """
    if figure.redacted:
        return "withheld"
    if figure.has_number:
        said = f"{figure.qualifier or ''} {_amount(figure, unit)}".strip()
    else:
        said = figure.comment or figure.note or "no figure"
    asides = ", ".join(_asides(figure))
    forecast = "forecast: " if figure.basis is Basis.FORECAST else ""
    return f"{forecast}{said} ({asides})" if asides else f"{forecast}{said}"


def _amount(figure: Figure, unit: str) -> str:
    if unit.casefold() in _PERCENT:
        return _joined(number_words(figure, after="%"), _whole(figure, ""))
    if unit in _CURRENCIES:
        sign = _CURRENCIES[unit]
        return _joined(number_words(figure, sign), _whole(figure, sign))
    number = number_words(figure)
    of_the_same = not figure.of_what or f"{figure.of_what} ".startswith(f"{unit} ")
    if figure.of is not None and of_the_same:  # 836 of 1,000 children: the unit is said once
        return f"{number} of {_whole(evolve(figure, of_what=figure.of_what or unit), '')}"
    return _joined(f"{number} {unit}".strip(), _whole(figure, ""))


def number_words(figure: Figure, before: str = "", after: str = "") -> str:
    """Say the bare number of a figure, or both ends of its range; empty where it has none.

    Args:
        figure: the figure.
        before: a sign that stands before each number, such as that of a currency.
        after: a sign that follows each number.

    >>> number_words(Figure(value=1200)), number_words(Figure(from_=5, to=10), after="%")
    ('1,200', '5% to 10%')
    >>> number_words(Figure(from_=5)), number_words(Figure(to=10), "£")
    ('from 5', 'up to £10')
    """
    value, low, high = (
        "" if number is None else f"{before}{_number(number)}{after}"
        for number in (figure.value, figure.from_, figure.to)
    )
    if value:
        return value
    if low and high:
        return f"{low} to {high}"
    return f"from {low}" if low else f"up to {high}" if high else ""


def _whole(figure: Figure, sign: str) -> str:
    """Say what the figure is a part of; nothing where its source does not."""
    number = "" if figure.of is None else f"{figure.of_qualifier or ''} {sign}{_number(figure.of)}"
    return f"{number} {figure.of_what}".strip()


def _joined(part: str, whole: str) -> str:
    return f"{part} of {whole}" if whole else part


def _number(value: Number) -> str:
    """Write a number with separators between thousands, and every digit it was given.

    >>> _number(1200), _number(99.5), _number(-3)
    ('1,200', '99.5', '-3')
    """
    return f"{value:,}"


def _asides(figure: Figure) -> list[str]:
    return [
        words
        for words in (
            figure.subgroup,
            figure.place,
            "" if figure.respondents is None else counted(figure.respondents, "respondent"),
            _comparison(figure.comparison),
            figure.period,
        )
        if words
    ]


def _comparison(words: str) -> str:
    """Say what a figure was compared with, and that it was compared with nothing.

    >>> _comparison("the year before"), _comparison("none"), _comparison("")
    ('compared with the year before', 'no comparison', '')
    """
    if words.casefold() == "none":
        return "no comparison"
    return f"compared with {words}" if words else ""


def latest(indicator: Indicator, place: Place | None = None) -> Figure | None:
    """Return the last thing counted or said here, a forecast only where nothing else is known.

    A figure that names another place than the theory's tells how things are elsewhere, and is
    left out. Periods are compared by their last day; among equals the one written last is taken.

    >>> seen = [{"period": "2018", "value": 3}, {"period": "2019", "value": 9, "basis": "forecast"}]
    >>> latest(Indicator(title="Days missed", observations=seen)).value
    3
    >>> seen = [{"period": "2018", "value": 3}, {"period": "2020", "value": 6, "place": "Wales"}]
    >>> latest(Indicator(title="Days missed", observations=seen)).value
    3
    """
    own = "" if place is None else place.name.casefold()
    return _last(
        figure
        for figure in indicator.observations
        if not figure.place or figure.place.casefold() == own
    )


def latest_anywhere(indicator: Indicator, place: Place | None = None) -> Figure | None:
    """Return the latest figure; where all are of other places, the last of those.

    >>> seen = [{"period": "2020", "value": 6, "place": "Wales"}]
    >>> latest_anywhere(Indicator(title="Days missed", observations=seen)).place
    'Wales'
    """
    return latest(indicator, place) or _last(indicator.observations)


def _last(figures: Iterable[Figure]) -> Figure | None:
    known = list(figures)
    actual = [figure for figure in known if figure.basis is Basis.ACTUAL]
    return max(reversed(actual or known), key=last_day, default=None)


def last_day(figure: Figure) -> date:
    """Return the last day that a figure is about; the first of all days where it does not say."""
    found = period(figure.period)
    return found.end if found else date.min


def count_words(number: int, section: str) -> str:
    """Return ``1 outcome``, ``2 outcomes``.

    >>> count_words(1, "stories"), count_words(2, "stories")
    ('1 story', '2 stories')
    """
    one, several = SECTION_WORDS[section]
    return counted(number, one, several)


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with what is counted; ``several`` where that is more than an s longer.

    >>> counted(1, "error"), counted(0, "error"), counted(1200, "finding has", "findings have")
    ('1 error', '0 errors', '1,200 findings have')
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"
