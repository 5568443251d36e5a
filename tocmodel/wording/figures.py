"""Figures, with every doubt of their source."""

from collections.abc import Mapping

from attrs import evolve

from tocmodel.model import (
    Amount,
    Basis,
    Figure,
    Number,
    Qualifier,
    Spread,
    Statistic,
)
from tocmodel.wording.phrases import say, say_number

_CURRENCIES = {"GBP": "£", "EUR": "€", "USD": "$"}

_PERCENT = ("percent", "per cent", "%", "percentage")


def figure_words(figure: Figure, unit: str | None = None) -> str:
    """Put a figure into words with every doubt of its source: nothing is rounded or expanded.

    A ``comment`` or ``note`` beside a number is a remark on it, and only in longer texts.

    Args:
        figure: the figure.
        unit: the unit of its indicator, if it has one; ``percent`` becomes a symbol, and so does
            the code of a common currency.

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
    >>> figure_words(Figure(value=12, by={"sex": "girls", "year": 9}, overlaps=True), "pupils")
    '12 pupils (sex: girls, year: 9, some may be counted elsewhere too)'
    >>> figure_words(Figure(value=2.5, qualifier="less than"), "days")
    'less than 2.5 days'
    >>> figure_words(Figure(value=10, qualifier="less than"), "children")
    'fewer than 10 children'
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
    >>> mean_rise = Figure(statistic="mean-change", value=5.3, spread={"sd": 2.1}, respondents=30)
    >>> figure_words(mean_rise, "percent")
    'a mean rise of 5.3% (SD 2.1, 30 respondents)'
    >>> figure_words(Figure(statistic="point-change", value=-4, qualifier="about"), "percent")
    'a fall of about 4 percentage points'
    >>> figure_words(Figure(statistic="rank", value=3, of=326), "local authorities")
    'rank 3 of 326 local authorities'
    >>> figure_words(Figure(statistic="times", value=3), "times the national average")
    '3 times the national average'
    >>> figure_words(Figure(value=40, unit="sessions"), "children")
    '40 sessions'
    >>> figure_words(Figure(redacted=True)), figure_words(Figure(redacted=True, period="2024"))
    ('withheld', 'withheld (2024)')
    >>> figure_words(Figure(note="to be agreed"))
    'to be agreed'
    >>> figure_words(Figure(comment="families say they feel safe", period="2018"))
    'families say they feel safe (2018)'
    """
    unit = figure.unit or unit or ""
    if figure.redacted:
        words = say("figure-withheld")
    elif figure.has_number:
        words = _statistic(figure, unit) or _qualified(figure, _amount(figure, unit), unit)
    else:
        words = figure.comment or figure.note or say("figure-none")
    asides = ", ".join(_asides(figure))
    if asides:
        words = f"{words} ({asides})"
    return say("figure-forecast", figure=words) if figure.basis is Basis.FORECAST else words


def is_percent(unit: str) -> bool:
    """Return whether a unit means per cent.

    >>> is_percent("Per cent"), is_percent("percentage points")
    (True, False)
    """
    return unit.strip().casefold() in _PERCENT


def has_symbol(unit: str) -> bool:
    """Return whether a unit is written as a symbol beside its numbers, as 30% and £30 are.

    >>> has_symbol("percent"), has_symbol("GBP"), has_symbol("children")
    (True, True, False)
    """
    return is_percent(unit) or unit in _CURRENCIES


def unit_of(owner: object) -> str:
    """Return the unit or the currency of an element's figures; empty where it has neither.

    >>> from tocmodel.model import Indicator
    >>> unit_of(Indicator(title="Late", unit="days")), unit_of(None)
    ('days', '')
    """
    return str(getattr(owner, "unit", "") or getattr(owner, "currency", ""))


def votes_words(votes: Figure) -> str:
    """Put a count of votes, or a score, into words that call it votes.

    >>> votes_words(Figure(value=2, of_what="several hundred votes"))
    '2 of several hundred votes'
    >>> votes_words(Figure(value=17, of=40, of_qualifier="about")), votes_words(Figure(value=1))
    ('17 of about 40 votes', '1 vote')
    >>> votes_words(Figure(statistic="mean", value=4.2, comparison="a scale from 1 to 5"))
    'a mean of 4.2 (compared with a scale from 1 to 5) in a vote'
    """
    counts = votes.statistic in (None, Statistic.COUNT) and votes.has_number
    unit = say("vote" if votes.value == 1 and votes.of is None else "votes")
    words = figure_words(votes, unit if counts and not votes.of_what else "")
    return words if unit in words or "vote" in words else say("in-a-vote", figure=words)


def amount_words(part: Amount, unit: str = "") -> str:
    """Put a part of an input into words, without its funder.

    >>> amount_words(Amount(amount={"value": 200, "period": 2019}, unit="hours", in_kind=True))
    '200 hours (2019) in kind'
    """
    words = figure_words(part.amount, part.unit or unit)
    return f"{words} in kind" if part.in_kind else words


_CHANGES: Mapping[Statistic | None, str] = {
    Statistic.MEAN_CHANGE: "figure-mean",
    Statistic.PERCENT_CHANGE: "figure",
    Statistic.POINT_CHANGE: "figure",
}
"""How the keys of phrases for a rise or a fall begin."""

_OTHERS: Mapping[Statistic | None, str] = {
    Statistic.SUM: "figure-sum",
    Statistic.MEAN: "figure-mean",
    Statistic.MEDIAN: "figure-median",
    Statistic.RATIO: "figure-ratio",
    Statistic.RANK: "figure-rank",
}
"""The phrases of other statistics."""

_UNITLESS = (Statistic.RATIO, Statistic.RANK)


def _statistic(figure: Figure, unit: str) -> str:
    """Put a number into words that is neither a count nor a share; empty if it is one of these.

    The number it was worked out from is not a whole that it is a part of.
    """
    kind = figure.statistic
    if kind in _CHANGES:
        moved, by = _moved(figure)
        number = _qualified(figure, _measured(kind, by, unit), unit)
        words = say(f"{_CHANGES[kind]}-{moved}", number=number)
    elif kind in _OTHERS:
        words = say(_OTHERS[kind], number=_qualified(figure, _measured(kind, figure, unit), unit))
    elif kind is Statistic.TIMES:
        words = _qualified(figure, _measured(kind, figure, unit), unit)
    else:
        return ""
    if kind is Statistic.RANK:
        of_what = figure.of_what or (unit if figure.of is not None else "")
        return _joined(words, _whole(evolve(figure, of_what=of_what), ""))
    whole = _whole(figure, "")
    return say("figure-among", figure=words, whole=whole) if whole else words


def _moved(figure: Figure) -> tuple[str, Figure]:
    """Return the noun for a number's direction, and its size; *change* if it may be either way.

    >>> moved, by = _moved(Figure(from_=-4, to=-1))
    >>> moved, number_words(by)
    ('fall', '1 to 4')
    """
    known = [item for item in (figure.value, figure.from_, figure.to) if item is not None]
    if min(known) > 0:
        return "rise", figure
    if max(known) >= 0:
        return "change", figure
    value, low, high = (
        None if item is None else -item for item in (figure.value, figure.to, figure.from_)
    )
    return "fall", evolve(figure, value=value, from_=low, to=high)


def _measured(kind: Statistic | None, figure: Figure, unit: str) -> str:
    """Return a number with its unit.

    >>> _measured(Statistic.POINT_CHANGE, Figure(value=4), "percent")
    '4 percentage points'
    >>> _measured(Statistic.MEAN, Figure(value=4), "GBP")
    '£4'
    """
    percent = is_percent(unit)
    if kind is Statistic.TIMES:
        return _times(number_words(figure), unit)
    if kind in _UNITLESS:
        return number_words(figure)
    if kind is Statistic.POINT_CHANGE and percent:
        key = "figure-point" if figure.value == 1 else "figure-points"
        return say(key, number=number_words(figure))
    if kind is Statistic.PERCENT_CHANGE or percent:
        return number_words(figure, after="%")
    if unit in _CURRENCIES:
        return number_words(figure, _CURRENCIES[unit])
    return f"{number_words(figure)} {unit}".strip()


def _times(number: str, unit: str) -> str:
    """Return a multiple with what it is a multiple of: ``3 times the national average``."""
    return f"{number} {unit}" if unit.startswith("times") else say("figure-times", number=number)


_MEASURES = frozenset(
    "day days hour hours kilometres metres miles minutes months points tonnes weeks years".split()
)
"""Units of which there is less, and not fewer."""


def _fewer(figure: Figure, unit: str) -> bool:
    """Whether a figure is below a whole number of what can be counted."""
    is_number = figure.qualifier is Qualifier.LESS_THAN and isinstance(figure.value, int)
    measured = is_percent(unit) or unit in _CURRENCIES or not _MEASURES.isdisjoint(unit.split())
    return is_number and figure.is_part and bool(unit) and not measured


def _qualified(figure: Figure, words: str, unit: str) -> str:
    if _fewer(figure, unit):
        return say("figure-fewer-than", number=words)
    return _doubted(figure.qualifier, words)


def _doubted(qualifier: Qualifier | None, number: str) -> str:
    return say(f"figure-{qualifier}".replace(" ", "-"), number=number) if qualifier else number


def _amount(figure: Figure, unit: str) -> str:
    if is_percent(unit):
        return _joined(number_words(figure, after="%"), _whole(figure, ""))
    if unit in _CURRENCIES:
        sign = _CURRENCIES[unit]
        return _joined(number_words(figure, sign), _whole(figure, sign))
    number = number_words(figure)
    of_the_same = not figure.of_what or f"{figure.of_what} ".startswith(f"{unit} ")
    if figure.of is not None and of_the_same:  # 836 of 1,000 children: the unit occurs once
        return _joined(number, _whole(evolve(figure, of_what=figure.of_what or unit), ""))
    return _joined(f"{number} {unit}".strip(), _whole(figure, ""))


def number_words(figure: Figure, before: str = "", after: str = "") -> str:
    """Return the bare number of a figure, or both ends of its range; empty if it has none.

    Args:
        figure: the figure.
        before: a symbol before each number, such as that of a currency.
        after: a symbol after each number.

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
        return say("figure-range", low=low, high=high)
    return say("figure-from", low=low) if low else say("figure-up-to", high=high) if high else ""


def _whole(figure: Figure, sign: str) -> str:
    """Return the whole that the figure is a part of; nothing if its source does not state it."""
    if figure.of is None:
        return figure.of_what
    number = _doubted(figure.of_qualifier, f"{sign}{_number(figure.of)}")
    return f"{number} {figure.of_what}".strip()


def _joined(part: str, whole: str) -> str:
    return say("figure-of", part=part, whole=whole) if whole else part


def _number(value: Number) -> str:
    """Write a number with separators between thousands, and all its digits.

    >>> _number(1200), _number(99.5), _number(-3)
    ('1,200', '99.5', '-3')
    """
    return f"{value:,}"


def _asides(figure: Figure) -> list[str]:
    return [
        words
        for words in (
            _spread(figure.spread),
            figure.subgroup,
            *(f"{name}: {value}" for name, value in figure.by.items()),
            figure.place,
            ""
            if figure.respondents is None
            else say_number(figure.respondents, "figure-respondent", "figure-respondents"),
            _comparison(figure.comparison),
            figure.period,
            say("figure-overlaps") if figure.overlaps else "",
        )
        if words
    ]


def _spread(spread: Spread | None) -> str:
    """Describe the spread of values, or the certainty of a number.

    >>> _spread(Spread(se=0.4, ci=(1.2, 9.4), ci_level=95)), _spread(Spread(range=(0, 14)))
    ('SE 0.4, 95% CI 1.2 to 9.4', 'range 0 to 14')
    """
    if spread is None:
        return ""
    parts = [
        say(key, number=_number(value))
        for key, value in (("figure-sd", spread.sd), ("figure-se", spread.se))
        if value is not None
    ]
    if spread.ci:
        ends = _ends(spread.ci)
        level = spread.ci_level
        parts.append(
            say("figure-ci", range=ends)
            if level is None
            else say("figure-ci-level", level=_number(level), range=ends)
        )
    if spread.range:
        parts.append(say("figure-spread", range=_ends(spread.range)))
    return ", ".join(parts)


def _ends(pair: tuple[Number, Number]) -> str:
    low, high = map(_number, pair)
    return say("figure-range", low=low, high=high)


def _comparison(words: str) -> str:
    """Return the comparison of a figure in words, or that there is none.

    >>> _comparison("the year before"), _comparison("none"), _comparison("")
    ('compared with the year before', 'no comparison', '')
    """
    if words.casefold() == "none":
        return say("figure-no-comparison")
    return say("figure-compared", other=words) if words else ""
