"""Effect data and contribution data: the change in an indicator, and the links in a story.

*Effect data* show whether something changed in a cycle; *contribution data* are stories that tie
the cycles together, and so show how the space contributed. Neither alone makes a contribution
believable (E. Wenger, B. Trayner and M. de Laat 2011; E. and B. Wenger-Trayner 2020).
"""

from collections.abc import Iterator

from attrs import frozen

from tocmodel.analysis.comparison import (
    FigureComparison,
    FigureSetting,
    Order,
    comparable,
    setting_of,
)
from tocmodel.analysis.value.index import LOOKED_FOR, indicators_by_value, steps_by_value
from tocmodel.model import (
    Answer,
    Basis,
    Better,
    Cycle,
    Figure,
    Indicator,
    Story,
    StoryStep,
    TheoryOfChange,
    ValueStatus,
)
from tocmodel.model.editions import NEAR, is_earlier, rank
from tocmodel.model.period import Period, period
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import figure_words, number_words


@frozen(kw_only=True)
class EffectData(SelfDescribing):
    """The evidence of one indicator for a value.

    Attributes:
        indicator: its id.
        change: whether it shows the claimed change.
        reason: why, in words.
        against: it shows a change in the other direction.
    """

    indicator: str
    change: Answer
    reason: str
    against: bool = False


@frozen(kw_only=True)
class ContributionData(SelfDescribing):
    """The evidence of one step of a story for a value.

    Attributes:
        story: its id.
        step: the number of the step in the story, from 0.
        status: whether it happened, was planned or is hoped for, in the teller's account; ``None``
            where the story does not state it.
        earlier: numbers of the steps before it that belong to an earlier cycle and happened.
        tied: whether the story ties the value to an earlier cycle, or to the space itself where
            no cycle comes before.
        reason: why, in words.
    """

    story: str
    step: int
    status: ValueStatus | None
    earlier: tuple[int, ...]
    tied: Answer
    reason: str


def effect_data(theory: TheoryOfChange, value: str) -> tuple[EffectData, ...]:
    """Return the evidence of each indicator for a value."""
    ids = indicators_by_value(theory).get(value, ())
    return tuple(_effect(theory, theory.indicators[id_]) for id_ in ids if id_ in theory.indicators)


def contribution_data(theory: TheoryOfChange, value: str) -> tuple[ContributionData, ...]:
    """Return the evidence of each story for a value, step by step."""
    return tuple(
        _contribution(theory, story, number)
        for story, number in steps_by_value(theory).get(value, ())
    )


def _effect(theory: TheoryOfChange, indicator: Indicator) -> EffectData:
    change, reason, against = _shown(indicator, setting_of(theory, indicator))
    return EffectData(indicator=indicator.id, change=change, reason=reason, against=against)


def _shown(indicator: Indicator, setting: FigureSetting) -> tuple[Answer, str, bool]:
    seen = [item for item in indicator.observations if _is_counted(item)]
    if not seen:
        return _unseen(indicator)
    pairs = list(_pairs(indicator, seen, setting))
    for before, after in pairs:
        compared = comparable(after, before, setting)
        if compared.is_possible:
            return _moved(indicator.better, before, after, compared)
    if changes := [item for item in seen if item.is_change and item.bounds is not None]:
        return _changed(indicator, max(changes, key=_last_day))
    if not any(item.has_number for item in seen):
        return Answer.UNKNOWN, "observed in words only, with no figure to compare", False
    if pairs:
        [why, *_] = comparable(pairs[0][1], pairs[0][0], setting).reasons
        return Answer.UNKNOWN, f"its figures cannot be compared: {why}", False
    return Answer.UNKNOWN, "there is no earlier figure to compare with", False


def _unseen(indicator: Indicator) -> tuple[Answer, str, bool]:
    """Return what an indicator shows for which nothing was counted that may be seen."""
    if any(item.redacted for item in indicator.observations):
        return Answer.UNKNOWN, "its figures are withheld", False
    forecast = any(item.basis is Basis.FORECAST for item in indicator.observations)
    return Answer.NO, "only a forecast" if forecast else "nothing has been observed yet", False


def _moved(
    better: Better | None, before: Figure, after: Figure, compared: FigureComparison
) -> tuple[Answer, str, bool]:
    """Describe how a figure moved; ranges that overlap may be the same number."""
    first, last = (_compared_words(item, compared) for item in (before, after))
    ranges = before.value is None or after.value is None
    moved = f"first {first}, later {last}" if ranges else f"from {first} to {last}"
    if compared.order is Order.EQUAL:
        return Answer.NO, f"the same as before ({last})", False
    if compared.order is Order.UNKNOWN:
        return Answer.UNKNOWN, f"{moved}, which may be the same number", False
    if better is None:
        return Answer.UNKNOWN, f"{moved}, but the file does not state which way is better", False
    if (compared.order is Order.MORE) == (better is Better.HIGHER):
        return Answer.YES, moved, False
    return Answer.NO, f"{moved}, the other way", True


def _compared_words(figure: Figure, compared: FigureComparison) -> str:
    """Return the number of a figure, with its doubt, and with its whole if shares are compared."""
    words = " ".join(filter(None, (figure.qualifier, number_words(figure))))
    return f"{words} of {figure.of:,}" if compared.as_shares else words


def _changed(indicator: Indicator, figure: Figure) -> tuple[Answer, str, bool]:
    """Describe the direction of a figure that is itself a change."""
    low, high = figure.bounds or (0, 0)
    words = figure_words(figure, indicator.unit)
    if low == high == 0:
        return Answer.NO, words, False
    if low <= 0 <= high:
        return Answer.UNKNOWN, f"{words}, which may be no change", False
    if indicator.better is None:
        return Answer.UNKNOWN, f"{words}, but the file does not state which way is better", False
    if (low > 0) == (indicator.better is Better.HIGHER):
        return Answer.YES, words, False
    return Answer.NO, f"{words}, the other way", True


def _is_counted(figure: Figure) -> bool:
    if figure.basis is not Basis.ACTUAL or figure.redacted:
        return False
    return figure.has_number or bool(figure.comment)


def _pairs(
    indicator: Indicator, seen: list[Figure], setting: FigureSetting
) -> Iterator[tuple[Figure, Figure]]:
    """Yield an earlier and a later figure, the best pair to compare first.

    Two figures without periods may be two sources' figures for the same time.
    """
    numbers = [item for item in seen if item.bounds is not None and not item.is_change]
    for start in indicator.baseline:
        if start.bounds is not None and start.basis is Basis.ACTUAL:
            yield from ((start, item) for item in sorted(numbers, key=_last_day, reverse=True))
    dated = [
        (found, item) for item in numbers if (found := period(item.period, setting.year_begins))
    ]
    dated.sort(key=lambda pair: pair[0].end)
    for found, item in dated[:-1]:
        last_period, last = dated[-1]
        if found.is_before(last_period):
            yield item, last


def _last_day(figure: Figure) -> str:
    found = period(figure.period)
    return found.end.isoformat() if found else ""


def _contribution(theory: TheoryOfChange, story: Story, number: int) -> ContributionData:
    step = story.steps[number]
    cycle = theory.value_creation[step.value].cycle
    before = [place for place in range(number) if is_earlier(story.steps[place].cycle, cycle)]
    happened = tuple(place for place in before if story.steps[place].status is ValueStatus.HAPPENED)
    space = story.space or theory.value_creation[step.value].space
    tied, reason = _tied(story, step, before, happened, space if _may_begin(cycle) else "")
    return ContributionData(
        story=story.id, step=number, status=step.status, earlier=happened, tied=tied, reason=reason
    )


def _may_begin(cycle: Cycle) -> bool:
    """Whether the space itself can be the source of value in a cycle."""
    return cycle in NEAR or rank(cycle) is None


def _tied(
    story: Story, step: StoryStep, before: list[int], happened: tuple[int, ...], space: str
) -> tuple[Answer, str]:
    if step.status is None:
        return Answer.UNKNOWN, "the story does not state whether it happened"
    if step.status is not ValueStatus.HAPPENED:
        return Answer.NO, f"the story describes it as {LOOKED_FOR[step.status]}"
    if happened:
        return (
            Answer.YES,
            f"the story comes to it from {story.steps[happened[-1]].cycle.word} value",
        )
    if before and any(story.steps[place].status is None for place in before):
        return Answer.UNKNOWN, "the story does not state whether the earlier steps happened"
    if space and not before:
        return Answer.YES, "the story comes to it from the space itself"
    return Answer.NO, "the story names nothing earlier that led to it"


def periods_of_indicator(indicator: Indicator) -> Iterator[Period]:
    """Return the periods of an indicator's figures."""
    for item in indicator.observations:
        found = period(item.period) if _is_counted(item) else None
        if found:
            yield found


def periods_of_step(theory: TheoryOfChange, step: StoryStep) -> Iterator[Period]:
    """Return the periods of a step: its own, otherwise those of the evidence it names."""
    own = period(step.period) if step.period else None
    if own:
        yield own
        return
    for id_ in step.evidence:
        text = theory.evidence[id_].period if id_ in theory.evidence else ""
        found = period(text) if text else None
        if found:
            yield found
