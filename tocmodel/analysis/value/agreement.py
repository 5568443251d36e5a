"""Whether an indicator and a story of the same value agree, as far as the file shows."""

from collections.abc import Iterable

from tocmodel.analysis.value.data import (
    ContributionData,
    EffectData,
    periods_of_indicator,
    periods_of_step,
)
from tocmodel.model import Answer, TheoryOfChange, ValueCreation, ValueStatus
from tocmodel.model.period import Period

_Judged = tuple[Answer, str]


def agreement(
    theory: TheoryOfChange,
    value: ValueCreation,
    effects: Iterable[EffectData],
    contributions: Iterable[ContributionData],
) -> _Judged:
    """Return whether any indicator and story agree in time, people and direction, and why.

    Anything the file does not state stays unknown: neither a source's year nor a likely reading of
    words is taken as a fact. People agree where the indicator's words for the people it counts are
    the title of the teller, or of a partner that the value is for.
    """
    pairs = [(effect, contribution) for effect in effects for contribution in contributions]
    if not pairs:
        return Answer.UNKNOWN, "an indicator and a story are needed to compare"
    judged = [_of_pair(theory, value, effect, contribution) for effect, contribution in pairs]
    order = (Answer.YES, Answer.UNKNOWN, Answer.NO)
    return min(judged, key=lambda item: order.index(item[0]))


def _of_pair(
    theory: TheoryOfChange, value: ValueCreation, effect: EffectData, contribution: ContributionData
) -> _Judged:
    parts = {
        "time": _time(theory, effect, contribution),
        "people": _people(theory, value, effect, contribution),
        "direction": _direction(effect, contribution),
    }
    found = [
        f"{words}{_listed([name for name, answer in parts.items() if answer is wanted])}"
        for wanted, words in _WORDS.items()
        if wanted in parts.values()
    ]
    if set(parts.values()) == {Answer.UNKNOWN}:
        found = ["cannot be compared: neither time, people nor direction is known"]
    reason = f"{effect.indicator} and {contribution.story} {'; '.join(found)}"
    answers = set(parts.values())
    if Answer.NO in answers:
        return Answer.NO, reason
    return Answer.YES if answers == {Answer.YES} else Answer.UNKNOWN, reason


_WORDS = {Answer.NO: "differ in ", Answer.YES: "agree in ", Answer.UNKNOWN: "not known: "}


def _listed(names: list[str]) -> str:
    *before, last = names
    return f"{', '.join(before)} and {last}" if before else last


def _time(theory: TheoryOfChange, effect: EffectData, contribution: ContributionData) -> Answer:
    counted = list(periods_of_indicator(theory.indicators[effect.indicator]))
    step = theory.stories[contribution.story].steps[contribution.step]
    about = list(periods_of_step(theory, step))
    if not counted or not about:
        return Answer.UNKNOWN
    overlaps = any(_overlap(first, second) for first in counted for second in about)
    return Answer.YES if overlaps else Answer.NO


def _overlap(first: Period, second: Period) -> bool:
    return first.start <= second.end and second.start <= first.end


def _people(
    theory: TheoryOfChange, value: ValueCreation, effect: EffectData, contribution: ContributionData
) -> Answer:
    indicator = theory.indicators[effect.indicator]
    counted = {
        _folded(text)
        for figure in indicator.observations
        for text in (figure.subgroup, figure.of_what)
        if text
    }
    own = {theory.stories[contribution.story].teller, *value.for_}
    titles = {_folded(item.title): id_ for id_, item in theory.partners.items()}
    meant = {titles[text] for text in counted if text in titles}
    if meant & own:
        return Answer.YES
    return Answer.NO if meant and own - {""} else Answer.UNKNOWN


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _direction(effect: EffectData, contribution: ContributionData) -> Answer:
    if contribution.status is not ValueStatus.HAPPENED:
        return Answer.UNKNOWN
    if effect.against:
        return Answer.NO
    return Answer.YES if effect.change is Answer.YES else Answer.UNKNOWN
