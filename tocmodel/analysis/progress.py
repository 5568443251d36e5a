"""How far each indicator is on its way from its baseline to its target, and why it is said to be.

A figure is compared only with figures about the same people and place. No data is not the same as
nothing achieved, and a forecast is not a result.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction

from attrs import evolve, field, frozen

from tocmodel.analysis.chosen_figure import choose_figure
from tocmodel.analysis.comparison import FigureSetting, Order, comparable, group_words, setting_of
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import Basis, Better, Figure, Indicator, TheoryOfChange
from tocmodel.model.period import Period, period
from tocmodel.results import Results
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import figure_words, has_symbol, say


class ProgressStatus(StrEnum):
    """How an indicator is doing.

    Attributes:
        MET: its latest figure is at the target or past it.
        MISSED: the time of the target has come, and the latest figure is not at it.
        BEHIND: the last target is still to come, but an earlier one was missed.
        ON_THE_WAY: the latest figure is nearer to the target than the baseline was.
        NO_CHANGE: the latest figure is that of the baseline.
        WORSE: the latest figure is further from the target than the baseline was.
        NOT_YET: the target is not met yet, and there is no baseline to measure the way from.
        MET_AT_START: the baseline was already at the target or past it.
        UNCLEAR: the figures cannot be compared, or their doubts leave it open.
        NO_TARGET: there is no target to reach.
        NO_DATA: nothing has been observed yet.
    """

    MET = "met"
    MISSED = "missed"
    BEHIND = "behind"
    ON_THE_WAY = "on-the-way"
    NO_CHANGE = "no-change"
    WORSE = "worse"
    NOT_YET = "not-yet"
    MET_AT_START = "met-at-start"
    UNCLEAR = "unclear"
    NO_TARGET = "no-target"
    NO_DATA = "no-data"


@frozen(kw_only=True)
class Progress(SelfDescribing):
    """How one series of figures of an indicator is doing.

    Attributes:
        indicator: the indicator.
        group: the group that its figures are about, in words; empty for all.
        place: the place that they name; empty for that of the theory.
        baseline: the figure at the start.
        latest: the figure that shows where it is now.
        targets: the figures aimed for, the earliest first where they have dates.
        observations: the counted figures, the earliest first where they have dates.
        forecasts: what is expected, apart from what was counted.
        in_words: something was observed that its source describes without a number.
        is_withheld: a figure is withheld that is as late as the latest one, or later.
        share: the part of the way from baseline to target, from 0 to 1: 0.75 for 30, 21 and 18;
            more than 1 past the target and less than 0 on the other side of the baseline;
            ``None`` where a number is missing, or the baseline is the target.
        status: how it is doing.
        reason: why, in words.
        remarks: of a total, what is not in it, and why.
    """

    indicator: Indicator
    group: str = ""
    place: str = ""
    baseline: Figure | None = None
    latest: Figure | None = None
    targets: tuple[Figure, ...] = ()
    observations: tuple[Figure, ...] = ()
    forecasts: tuple[Figure, ...] = field(default=(), repr=False)
    in_words: bool = field(default=False, repr=False)
    is_withheld: bool = False
    share: float | None = None
    status: ProgressStatus = ProgressStatus.NO_DATA
    reason: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def target(self) -> Figure | None:
        """The last target, which the share is measured to."""
        return self.targets[-1] if self.targets else None


class ProgressReport(Results[Progress]):
    """The progress of each indicator of a theory, in the order of the theory."""


def progress(theory: TheoryLike) -> ProgressReport:
    """Return the progress of each indicator of a theory, and of each group and place in it.

    The share of the way is (latest - baseline) / (target - baseline), which is right for falling
    indicators too, as both differences change their sign. For the terms see *Baselines and
    Targets* in USAID's Monitoring Toolkit (USAID Learning Lab).

    >>> theory = TheoryOfChange(
    ...     title="School",
    ...     year_begins="september",
    ...     indicators={
    ...         "absent": {
    ...             "title": "Pupils who are often absent", "unit": "percent", "better": "lower",
    ...             "baseline": {"value": 30, "of": 400, "period": "2021/2022"},
    ...             "target": {"value": 18, "of": 400, "period": "2024/2025"},
    ...             "observations": [{"value": 21, "of": 410, "period": "2023/2024"}],
    ...         }
    ...     },
    ... )
    >>> [found] = progress(theory)
    >>> found.share, found.status.value, found.reason
    (0.75, 'on-the-way', 'from 30% to 21%; the target is 18% of 400 (2024/2025)')
    """
    whole = as_theory(theory).whole
    found = (item for each in whole.indicators.values() for item in progress_of(whole, each))
    return ProgressReport(found, whole)


def progress_of(theory: TheoryOfChange, indicator: Indicator) -> tuple[Progress, ...]:
    """Return the progress of an indicator: of all first, then of each group and place."""
    setting = setting_of(theory, indicator)
    figures = (*indicator.observations, *indicator.target, *indicator.baseline)
    keys = dict.fromkeys(_key(item, setting) for item in figures)
    own = ("", setting.place.casefold())
    ordered = sorted(keys or {own: None}, key=lambda key: key != own)
    found = (_series(indicator, setting, key) for key in ordered)
    return tuple(_judged(item, setting) for item in found)


_SeriesKey = tuple[str, str]
"""What a series is about: a group in words, and a place."""


def _key(figure: Figure, setting: FigureSetting) -> _SeriesKey:
    return group_words(figure), (figure.place or setting.place).casefold()


def _series(indicator: Indicator, setting: FigureSetting, key: _SeriesKey) -> Progress:
    """Return the figures of an indicator that are about one group and place."""

    def mine(figures: Iterable[Figure]) -> list[Figure]:
        return [item for item in figures if _key(item, setting) == key and not item.redacted]

    seen = mine(indicator.observations)
    withheld = [i for i in indicator.observations if i.redacted and _key(i, setting) == key]
    counted = [item for item in seen if item.basis is Basis.ACTUAL and item.has_number]
    latest = choose_figure(evolve(indicator, observations=counted)) if counted else None
    shown = latest.figure if latest else None
    targets = _in_order(mine(indicator.target), setting)
    named = next((item.place for item in (*seen, *targets) if item.place), "")
    return Progress(
        indicator=indicator,
        group=key[0],
        place=named if key[1] != setting.place.casefold() else "",
        baseline=next(iter(mine(indicator.baseline)), None),
        latest=shown,
        targets=tuple(targets),
        observations=tuple(_in_order(counted, setting)),
        forecasts=tuple(_in_order([i for i in seen if i.basis is Basis.FORECAST], setting)),
        in_words=any(item.basis is Basis.ACTUAL and not item.has_number for item in seen),
        is_withheld=any(not _is_before(item, shown, setting) for item in withheld),
    )


def _is_before(figure: Figure, other: Figure | None, setting: FigureSetting) -> bool:
    """Return whether dates show that a figure is earlier than another one."""
    first, second = _time(figure, setting), _time(other, setting) if other else None
    return first is not None and second is not None and first.is_before(second)


def _in_order(figures: Sequence[Figure], setting: FigureSetting) -> list[Figure]:
    """Return figures from the earliest to the last; those without a date keep their place first."""
    dated = [(_time(item, setting), item) for item in figures]
    without = [item for time, item in dated if time is None]
    known = [(time, item) for time, item in dated if time is not None]
    known.sort(key=lambda pair: (pair[0].end, pair[0].start))
    return [*without, *(item for _, item in known)]


def _time(figure: Figure, setting: FigureSetting) -> Period | None:
    return period(figure.period, setting.year_begins)


def _judged(found: Progress, setting: FigureSetting) -> Progress:
    """Return a series with its status, the reason for it, and the share of the way."""
    verdicts = (judge(found, setting) for judge in (_nothing_to_judge, _at_target, _due, _way))
    status, reason = next(verdict for verdict in verdicts if verdict is not None)
    return evolve(found, share=_share(found, setting), status=status, reason=reason)


def status_words(status: ProgressStatus) -> str:
    """Return a status in words.

    >>> status_words(ProgressStatus.NO_DATA)
    'no data yet'
    """
    return say(f"status-{status}")


def status_counts(found: Iterable[Progress]) -> str:
    """Return how many series of figures have each status, in the order of the statuses."""
    order = list(ProgressStatus)
    counts = Counter(map(_plain_status, sorted(found, key=lambda item: order.index(item.status))))
    return "; ".join(f"{words}: {number:,}" for words, number in counts.items())


def progress_words(found: Progress) -> str:
    """Return the status of an indicator in words, with the share of the way if it is on it.

    >>> meals = Indicator(title="Meals", better="higher", baseline=0, target=90, observations=[30])
    >>> [found] = progress_of(TheoryOfChange(title="T"), meals)
    >>> progress_words(found)
    'on the way, 33% of it'
    >>> planned = evolve(meals, observations=[{"value": 80, "basis": "forecast"}])
    >>> progress_words(progress_of(TheoryOfChange(title="T"), planned)[0])
    'only a forecast'
    """
    words = _plain_status(found)
    if found.status is not ProgressStatus.ON_THE_WAY or found.share is None:
        return words
    return say("way-share", status=words, percent=math.floor(found.share * 100))


def _plain_status(found: Progress) -> str:
    """Return a status in words; where nothing was counted, what there is instead."""
    if found.status is not ProgressStatus.NO_DATA:
        return status_words(found.status)
    return say("status-forecast") if found.forecasts else _nothing_counted(found)


def _nothing_counted(found: Progress) -> str:
    return say("status-only-words" if found.in_words else "status-no-data")


def course_words(found: Progress) -> str:
    r"""Return the way of an indicator in a few words: from where, to where, and its target.

    No line is broken between the two numbers.

    >>> late = Indicator(
    ...     title="Late", better="lower", baseline=21, target={"value": 0, "period": 2022}
    ... )
    >>> course_words(progress_of(TheoryOfChange(title="T"), late)[0])
    'no data yet, target 0 by 2022'
    >>> seen = evolve(late, observations=[6])
    >>> course_words(progress_of(TheoryOfChange(title="T"), seen)[0]).replace("\xa0", " ")
    '21 → 6, target 0 by 2022'
    """
    start, now, aim = found.baseline, found.latest, found.target
    if found.is_withheld:
        words = say("way-withheld")
    elif now is None:
        expected = next(reversed(found.forecasts), None)
        words = (
            say("figure-forecast", figure=_brief(found, expected))
            if expected
            else _nothing_counted(found)
        )
    elif start is None or not start.has_number:
        words = say("way-now", number=_brief(found, now))
    else:
        words = f"{_brief(found, start)}\u00a0→\u00a0{_brief(found, now)}"
    if aim is None:
        return words
    key = "way-target-by" if aim.period and aim.has_number else "way-target"
    return say(key, way=words, target=_brief(found, aim), when=aim.period)


def _brief(found: Progress, figure: Figure) -> str:
    """Return the number of a figure with the symbol of its unit; its note if it has no number."""
    if not figure.has_number:
        return figure.note or figure.comment
    unit = figure.unit or found.indicator.unit
    return figure_words(_number_of(figure), unit if has_symbol(unit) else "")


Verdict = tuple[ProgressStatus, str]
"""A status and the reason for it."""

NOTHING_SEEN = "nothing has been observed yet"
WITHHELD = "its latest figure is withheld"
ONLY_A_FORECAST = "only a forecast"
ONLY_WORDS = "its source gives no number"
NO_TARGET_SET = "there is no target"
PLAIN_REASONS = frozenset({NOTHING_SEEN, ONLY_A_FORECAST, NO_TARGET_SET})
"""Reasons that say no more than the status itself."""


def _nothing_to_judge(found: Progress, setting: FigureSetting) -> Verdict | None:
    if found.is_withheld:
        return ProgressStatus.UNCLEAR, WITHHELD
    if found.latest is None:
        if found.forecasts:
            return ProgressStatus.NO_DATA, ONLY_A_FORECAST
        return ProgressStatus.NO_DATA, ONLY_WORDS if found.in_words else NOTHING_SEEN
    if found.target is None or not found.target.has_number:
        note = found.target.note or found.target.comment if found.target else ""
        return ProgressStatus.NO_TARGET, note or NO_TARGET_SET
    reached = _reached(found.latest, found.target, found, setting)
    return (ProgressStatus.UNCLEAR, reached) if isinstance(reached, str) else None


def _at_target(found: Progress, setting: FigureSetting) -> Verdict | None:
    if not (found.latest and found.target):
        return None
    if _reached(found.latest, found.target, found, setting) is not True:
        return None
    if found.baseline and _reached(found.baseline, found.target, found, setting) is True:
        return ProgressStatus.MET_AT_START, f"the baseline was already there; {_target(found)}"
    return ProgressStatus.MET, f"now {_short(found, found.latest)}; {_target(found)}"


def _due(found: Progress, setting: FigureSetting) -> Verdict | None:
    """Return that the last target, or an earlier one, was missed."""
    if found.latest and found.target and _has_come(found.target, found.latest, setting):
        words = f"{_short(found, found.latest)} at the time; {_target(found)}"
        return ProgressStatus.MISSED, words
    missed = _missed(found, setting)
    if missed is None:
        return None
    words = f"{figure_words(missed, found.indicator.unit)} was missed; {_target(found)}"
    return ProgressStatus.BEHIND, words


def _way(found: Progress, setting: FigureSetting) -> Verdict:
    """Return where a figure that is not at its target is, seen from the baseline."""
    start, now = found.baseline, found.latest
    if start is None or now is None or not start.has_number:
        withheld = any(item.redacted for item in found.indicator.baseline)
        why = "its baseline is withheld" if withheld else "there is no baseline"
        return ProgressStatus.NOT_YET, f"{why}; {_target(found)}"
    compared = comparable(now, start, setting)
    if not compared.is_known:
        return ProgressStatus.NOT_YET, f"{compared.reasons[0]}; {_target(found)}"
    if compared.order is Order.EQUAL:
        words = f"{_short(found, now)}, as at the start; {_target(found)}"
        return ProgressStatus.NO_CHANGE, words
    better = (compared.order is Order.MORE) == (found.indicator.better is Better.HIGHER)
    words = f"from {_short(found, start)} to {_short(found, now)}; {_target(found)}"
    return (ProgressStatus.ON_THE_WAY if better else ProgressStatus.WORSE), words


def _reached(figure: Figure, target: Figure, found: Progress, setting: FigureSetting) -> bool | str:
    """Return whether a figure is at a target or past it; the reason in words if that is unclear."""
    compared = comparable(figure, target, setting)
    if compared.order is Order.EQUAL:
        return True
    if not compared.is_known:
        return compared.reasons[0]
    if found.indicator.better is None:
        return "the file does not state which way is better"
    return (compared.order is Order.MORE) == (found.indicator.better is Better.HIGHER)


def _has_come(target: Figure, latest: Figure, setting: FigureSetting) -> bool:
    """Return whether the latest figure is for the time of a target or a later one."""
    due, now = _time(target, setting), _time(latest, setting)
    return due is not None and now is not None and now.end >= due.end


def _missed(found: Progress, setting: FigureSetting) -> Figure | None:
    """Return the last of the earlier targets whose time has come, if it was not met."""
    for target in reversed(found.targets[:-1]):
        in_time = [item for item in found.observations if item.period == target.period]
        seen = in_time[-1] if in_time else found.latest
        if target.has_number and seen and _has_come(target, seen, setting):
            return target if _reached(seen, target, found, setting) is False else None
    return None


def _target(found: Progress) -> str:
    words = figure_words(found.target, found.indicator.unit) if found.target else "not set"
    return f"the target is {words}"


def _short(found: Progress, figure: Figure) -> str:
    """Return a figure in words without its period and its whole."""
    return figure_words(_number_of(figure), found.indicator.unit)


def _number_of(figure: Figure) -> Figure:
    return Figure(
        statistic=figure.statistic,
        value=figure.value,
        unit=figure.unit,
        from_=figure.from_,
        to=figure.to,
        qualifier=figure.qualifier,
    )


def _share(found: Progress, setting: FigureSetting) -> float | None:
    """Return (latest - baseline) / (target - baseline), if the three can be compared."""
    figures = (found.baseline, found.latest, found.target)
    known = [item for item in figures if item is not None and item.value is not None]
    if len(known) < len(figures):
        return None
    start, now, end = known
    compared = [comparable(*pair, setting) for pair in ((now, start), (end, start), (now, end))]
    if not all(item.is_possible for item in compared):
        return None
    as_shares = any(item.as_shares for item in compared)
    first, latest, last = (_exact(item, as_share=as_shares) for item in known)
    return float((latest - first) / (last - first)) if last != first else None


def _exact(figure: Figure, *, as_share: bool) -> Fraction:
    """Return the number of a figure as written, or its share of its whole."""
    number = Fraction(str(figure.value))
    return number / Fraction(str(figure.of or 1)) if as_share else number
