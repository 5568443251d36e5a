"""Figures and closed sets in plain words: the one way in which they are said everywhere."""

from collections.abc import Mapping

from attrs import evolve

from tocmodel.model import (
    Basis,
    Confidence,
    Effect,
    Entry,
    Figure,
    HasOrigin,
    Monitoring,
    Number,
    Spread,
    Statistic,
    TheoryKind,
    TheoryOfChange,
    ValueCreation,
    ValueStatus,
)

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

KIND_WORDS: Mapping[TheoryKind, tuple[str, str]] = {
    TheoryKind.THEORY: ("a theory of change", "theories of change"),
    TheoryKind.PART: ("a part of a larger theory", "parts of a larger theory"),
    TheoryKind.SYSTEM_MAP: ("a system map", "system maps"),
    TheoryKind.RESULTS_FRAMEWORK: ("a results framework", "results frameworks"),
    TheoryKind.VALUE_CREATION: ("a value-creation theory", "value-creation theories"),
}
"""Each kind of theory, and what one and several of them are called in a sentence."""

VALUE_WORDS: Mapping[ValueStatus | None, str] = {
    ValueStatus.HAPPENED: "value created",
    ValueStatus.PLANNED: "value planned",
    ValueStatus.HOPED: "value hoped for",
    None: "value, not stated whether it happened",
}
"""What value is called, so that a hope never reads like something that happened."""

IMAGINED = "An imagined example"
"""What stands at the head of all that is made from a theory that is made up."""


def imagined_words(*theories: TheoryOfChange | None) -> str:
    """Return what to write at the head of a picture, a table or a file; nothing for what is real.

    One theory that is imagined is enough, as is one that another includes.

    >>> imagined_words(TheoryOfChange(title="Real")), imagined_words(None)
    ('', '')
    >>> imagined_words(None, TheoryOfChange(title="Made up", imagined=True))
    'An imagined example'
    """
    return IMAGINED if any(theory.has_imagined for theory in theories if theory) else ""


def imagined_data(*theories: TheoryOfChange | None) -> dict[str, str]:
    """Return the same for plain data: the key ``imagined`` with the words, or nothing."""
    words = imagined_words(*theories)
    return {"imagined": words} if words else {}


EFFECT_WORDS: Mapping[Effect, str] = {
    Effect.INCREASES: "leads to",
    Effect.DECREASES: "reduces",
    Effect.CHANGES: "changes",
    Effect.UNKNOWN: "affects, in a way not yet known,",
}
"""What stands between cause and effect when a link is read aloud."""


GUESS_WORDS: Mapping[str, str] = {
    "inferred": "inferred, our reading",
    "drafted": "drafted by a program, not yet confirmed",
}
"""How pictures and texts mark inferred and drafted claims."""


def guess_of(claim: object) -> str:
    """Return ``inferred`` or ``drafted`` for a claim that is one of these; else nothing.

    >>> from tocmodel.model import Link
    >>> guess_of(Link(from_="a", to="b", origin="inferred"))
    'inferred'
    >>> guess_of(Link(from_="a", to="b", origin="inferred", agreed={"with": ["families"]}))
    ''
    """
    if not isinstance(claim, HasOrigin) or claim.standing.is_told:
        return ""
    return str(claim.standing)


def guess_note(claim: object) -> str:
    """Return the note after the title of a claim, such as `` (inferred)``; else nothing."""
    guess = guess_of(claim)
    return f" ({guess})" if guess else ""


def kind_word(element: Entry, section: str) -> str:
    """Return what an element is called in a sentence.

    >>> kind_word(ValueCreation(title="Trust", cycle="realized", status="hoped"), "value_creation")
    'value hoped for'
    """
    if isinstance(element, ValueCreation):
        return VALUE_WORDS[element.status]
    return SECTION_WORDS[section][0]


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
    >>> mean_rise = Figure(statistic="mean-change", value=5.3, spread={"sd": 2.1}, respondents=30)
    >>> figure_words(mean_rise, "percent")
    'a mean rise of 5.3% (SD 2.1, 30 respondents)'
    >>> figure_words(Figure(statistic="point-change", value=-4, qualifier="about"), "percent")
    'a fall of about 4 percentage points'
    >>> figure_words(Figure(statistic="rank", value=3, of=326), "local authorities")
    'rank 3 of 326 local authorities'
    >>> figure_words(Figure(statistic="times", value=3), "times the national average")
    '3 times the national average'
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
        said = _statistic(figure, unit) or _qualified(figure, _amount(figure, unit))
    else:
        said = figure.comment or figure.note or "no figure"
    asides = ", ".join(_asides(figure))
    forecast = "forecast: " if figure.basis is Basis.FORECAST else ""
    return f"{forecast}{said} ({asides})" if asides else f"{forecast}{said}"


_CHANGES: Mapping[Statistic | None, str] = {
    Statistic.MEAN_CHANGE: "a mean {} of {}",
    Statistic.PERCENT_CHANGE: "a {} of {}",
    Statistic.POINT_CHANGE: "a {} of {}",
}
_OTHERS: Mapping[Statistic | None, str] = {
    Statistic.SUM: "a total of {}",
    Statistic.MEAN: "a mean of {}",
    Statistic.MEDIAN: "a median of {}",
    Statistic.RATIO: "a ratio of {}",
    Statistic.TIMES: "{}",
    Statistic.RANK: "rank {}",
}
_UNITLESS = (Statistic.RATIO, Statistic.RANK)


def _statistic(figure: Figure, unit: str) -> str:
    """Say a number that is neither a count nor a share; empty where it is one of these.

    What it was worked out from is no whole that it would be a part of.
    """
    kind = figure.statistic
    if kind in _CHANGES:
        moved, by = _moved(figure)
        said = _CHANGES[kind].format(moved, _qualified(figure, _measured(kind, by, unit)))
    elif kind in _OTHERS:
        said = _OTHERS[kind].format(_qualified(figure, _measured(kind, figure, unit)))
    else:
        return ""
    if kind is Statistic.RANK:
        of_what = figure.of_what or (unit if figure.of is not None else "")
        return _joined(said, _whole(evolve(figure, of_what=of_what), ""))
    whole = _whole(figure, "")
    return f"{said} among {whole}" if whole else said


def _moved(figure: Figure) -> tuple[str, Figure]:
    """Say which way a number went, and return how far; a change where it may have gone both ways.

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
    """Say a number with what it is measured in.

    >>> _measured(Statistic.POINT_CHANGE, Figure(value=4), "percent")
    '4 percentage points'
    >>> _measured(Statistic.MEAN, Figure(value=4), "GBP")
    '£4'
    """
    percent = unit.casefold() in _PERCENT
    if kind is Statistic.TIMES:  # 3 times the national average
        return f"{number_words(figure)} {unit if unit.startswith('times') else 'times'}"
    if kind in _UNITLESS:
        return number_words(figure)
    if kind is Statistic.POINT_CHANGE and percent:
        return f"{number_words(figure)} percentage point{'' if figure.value == 1 else 's'}"
    if kind is Statistic.PERCENT_CHANGE or percent:
        return number_words(figure, after="%")
    if unit in _CURRENCIES:
        return number_words(figure, _CURRENCIES[unit])
    return f"{number_words(figure)} {unit}".strip()


def _qualified(figure: Figure, said: str) -> str:
    return f"{figure.qualifier} {said}" if figure.qualifier else said


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
            _spread(figure.spread),
            figure.subgroup,
            figure.place,
            "" if figure.respondents is None else counted(figure.respondents, "respondent"),
            _comparison(figure.comparison),
            figure.period,
        )
        if words
    ]


def _spread(spread: Spread | None) -> str:
    """Say how far values lie apart, or how sure a number is.

    >>> _spread(Spread(se=0.4, ci=(1.2, 9.4), ci_level=95)), _spread(Spread(range=(0, 14)))
    ('SE 0.4, 95% CI 1.2 to 9.4', 'range 0 to 14')
    """
    if spread is None:
        return ""
    level = "" if spread.ci_level is None else f"{_number(spread.ci_level)}% "
    ends = {f"{level}CI": spread.ci, "range": spread.range}
    return ", ".join(
        (
            *(
                f"{name} {_number(value)}"
                for name, value in (("SD", spread.sd), ("SE", spread.se))
                if value is not None
            ),
            *(
                f"{name} {_number(pair[0])} to {_number(pair[1])}"
                for name, pair in ends.items()
                if pair
            ),
        )
    )


def monitoring_words(value: bool | Monitoring | None) -> str:
    """Say whether something is counted routinely, and since when; empty where nobody says.

    >>> monitoring_words(Monitoring(before=False, since="2016"))
    'routinely monitored since 2016'
    >>> monitoring_words(Monitoring(before=False)), monitoring_words(False)
    ('not routinely monitored before the programme', 'not routinely monitored')
    """
    if isinstance(value, Monitoring):
        if value.since:
            return f"routinely monitored since {value.since}"
        then = monitoring_words(value.before)
        return f"{then} before the programme" if then else ""
    return "" if value is None else f"{'' if value else 'not '}routinely monitored"


def confidence_words(confidence: Confidence | Number | None) -> str:
    """Say how sure a partnership is of a link; empty where it does not say.

    >>> confidence_words(Confidence.VERY_LOW), confidence_words(12.5), confidence_words(None)
    ('very low', '12.5%', '')
    """
    if confidence is None:
        return ""
    if isinstance(confidence, int | float):
        return f"{confidence:g}%"
    return str(confidence).replace("-", " ")


def _comparison(words: str) -> str:
    """Say what a figure was compared with, and that it was compared with nothing.

    >>> _comparison("the year before"), _comparison("none"), _comparison("")
    ('compared with the year before', 'no comparison', '')
    """
    if words.casefold() == "none":
        return "no comparison"
    return f"compared with {words}" if words else ""


def count_words(number: int, section: str) -> str:
    """Return ``1 outcome``, ``2 outcomes``.

    >>> count_words(1, "stories"), count_words(2, "stories")
    ('1 story', '2 stories')
    """
    one, several = SECTION_WORDS[section]
    return counted(number, one, several)


def counted(number: Number, one: str, several: str = "") -> str:
    """Return a number with what is counted; ``several`` where that is more than an s longer.

    >>> counted(1, "error"), counted(0, "error"), counted(1200, "finding has", "findings have")
    ('1 error', '0 errors', '1,200 findings have')
    """
    return f"{number:,} {one if number == 1 else several or one + 's'}"
