"""Effect data and contribution data: what an indicator shows, and what a story ties together.

*Effect data* say whether something changed in a cycle; *contribution data* are stories that tie
the cycles together and so say how the space contributed. Neither alone makes a contribution
believable (E. Wenger, B. Trayner and M. de Laat 2011; E. and B. Wenger-Trayner 2020).
"""

from collections.abc import Iterator

from tocmodel.analysis.value.cycles import NEAR, is_earlier, rank
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
from tocmodel.model.period import Period, period
from tocmodel.values import frozen
from tocmodel.wording import figure_words, number_words


@frozen(kw_only=True)
class EffectData:
    """What one indicator says of a value.

    Attributes:
        indicator: its id.
        change: whether it shows the change that is claimed.
        reason: why, in words.
        against: it shows a change in the other direction.
    """

    indicator: str
    change: Answer
    reason: str
    against: bool = False


@frozen(kw_only=True)
class ContributionData:
    """What one step of a story says of a value.

    Attributes:
        story: its id.
        step: the number of the step in the story, from 0.
        status: whether the teller says that it happened, was planned or is hoped for; ``None``
            where the story does not say.
        earlier: numbers of the steps before it that are of an earlier cycle and happened.
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
    """Return what each indicator of a value says of it."""
    ids = indicators_by_value(theory).get(value, ())
    return tuple(_effect(theory.indicators[id_]) for id_ in ids if id_ in theory.indicators)


def contribution_data(theory: TheoryOfChange, value: str) -> tuple[ContributionData, ...]:
    """Return what each story says of a value, step by step."""
    return tuple(
        _contribution(theory, story, number)
        for story, number in steps_by_value(theory).get(value, ())
    )


def _effect(indicator: Indicator) -> EffectData:
    change, reason, against = _shown(indicator)
    return EffectData(indicator=indicator.id, change=change, reason=reason, against=against)


def _shown(indicator: Indicator) -> tuple[Answer, str, bool]:
    seen = [item for item in indicator.observations if _is_counted(item)]
    if not seen:
        forecast = any(item.basis is Basis.FORECAST for item in indicator.observations)
        return Answer.NO, "only a forecast" if forecast else "nothing has been observed yet", False
    pair = _pair(indicator, seen)
    if pair is not None:
        return _moved(indicator.better, *pair)
    if changes := [item for item in seen if item.is_change and item.bounds is not None]:
        return _changed(indicator, max(changes, key=_last_day))
    if not any(item.has_number for item in seen):
        return Answer.UNKNOWN, "seen in words, without a figure to compare", False
    return Answer.UNKNOWN, "there is no earlier figure to compare with", False


def _moved(better: Better | None, before: Figure, after: Figure) -> tuple[Answer, str, bool]:
    """Compare two figures; ranges that share a number may stand for the same one."""
    (low, high), (lowest, highest) = before.bounds or (0, 0), after.bounds or (0, 0)
    first, last = number_words(before), number_words(after)
    ranges = before.value is None or after.value is None
    moved = f"first {first}, later {last}" if ranges else f"from {first} to {last}"
    if low == high == lowest == highest:
        return Answer.NO, f"the same as before ({last})", False
    if lowest <= high and low <= highest:
        return Answer.UNKNOWN, f"{moved}, which may be the same number", False
    if better is None:
        return Answer.UNKNOWN, f"{moved}, and the file does not say which way is better", False
    if (lowest > high) == (better is Better.HIGHER):
        return Answer.YES, moved, False
    return Answer.NO, f"{moved}, the other way", True


def _changed(indicator: Indicator, figure: Figure) -> tuple[Answer, str, bool]:
    """Say which way a figure went that is itself a change."""
    low, high = figure.bounds or (0, 0)
    said = figure_words(figure, indicator.unit)
    if low == high == 0:
        return Answer.NO, said, False
    if low <= 0 <= high:
        return Answer.UNKNOWN, f"{said}, which may be no change", False
    if indicator.better is None:
        return Answer.UNKNOWN, f"{said}, and the file does not say which way is better", False
    if (low > 0) == (indicator.better is Better.HIGHER):
        return Answer.YES, said, False
    return Answer.NO, f"{said}, the other way", True


def _is_counted(figure: Figure) -> bool:
    if figure.basis is not Basis.ACTUAL or figure.redacted:
        return False
    return figure.has_number or bool(figure.comment)


def _pair(indicator: Indicator, seen: list[Figure]) -> tuple[Figure, Figure] | None:
    """Return the first and the last figure of the same people, where the file tells which is which.

    Two figures without periods may be what two sources say of the same time.
    """
    numbers = [item for item in seen if item.bounds is not None and not item.is_change]
    start = indicator.baseline
    if start is not None and start.bounds is not None and start.basis is Basis.ACTUAL:
        same = [item for item in numbers if _is_alike(start, item)]
        if same:
            return start, max(same, key=_last_day)
    dated = [(found, item) for item in numbers if (found := period(item.period))]
    dated.sort(key=lambda pair: pair[0].end)
    for found, item in dated[:-1]:
        last_period, last = dated[-1]
        if _is_alike(item, last) and found.end < last_period.end:
            return item, last
    return None


def _is_alike(first: Figure, second: Figure) -> bool:
    same = (first.subgroup, first.place) == (second.subgroup, second.place)
    return same and first.is_like(second)


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
    """Say whether the space itself can be the source of value in a cycle."""
    return cycle in NEAR or rank(cycle) is None


def _tied(
    story: Story, step: StoryStep, before: list[int], happened: tuple[int, ...], space: str
) -> tuple[Answer, str]:
    if step.status is None:
        return Answer.UNKNOWN, "the story does not say whether it happened"
    if step.status is not ValueStatus.HAPPENED:
        return Answer.NO, f"the story tells it as {LOOKED_FOR[step.status]}"
    if happened:
        return (
            Answer.YES,
            f"the story comes to it from {story.steps[happened[-1]].cycle.word} value",
        )
    if before and any(story.steps[place].status is None for place in before):
        return Answer.UNKNOWN, "the story does not say whether what came before it happened"
    if space and not before:
        return Answer.YES, "the story comes to it from the space itself"
    return Answer.NO, "the story names nothing earlier that it came from"


def periods_of_indicator(indicator: Indicator) -> Iterator[Period]:
    """Give the periods for which an indicator was counted."""
    for item in indicator.observations:
        found = period(item.period) if _is_counted(item) else None
        if found:
            yield found


def periods_of_step(theory: TheoryOfChange, step: StoryStep) -> Iterator[Period]:
    """Give the periods that a step is about: its own, else those of the evidence it names."""
    own = period(step.period) if step.period else None
    if own:
        yield own
        return
    for id_ in step.evidence:
        text = theory.evidence[id_].period if id_ in theory.evidence else ""
        found = period(text) if text else None
        if found:
            yield found
