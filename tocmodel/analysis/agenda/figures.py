"""Figures on the agenda: those that are due, missed targets, and tipping points passed."""

from collections.abc import Iterator

from tocmodel.analysis.agenda.model import AgendaItem, AgendaTopic, ReviewDay, of_entry
from tocmodel.analysis.progress import Progress, ProgressStatus, progress_of, status_words
from tocmodel.analysis.tipping_points import past_tipping_point
from tocmodel.model import Indicator, TheoryOfChange
from tocmodel.model.period import period
from tocmodel.wording import every_words, figure_words

_MISSED = frozenset({ProgressStatus.MISSED, ProgressStatus.BEHIND, ProgressStatus.WORSE})
_REACHED = frozenset({ProgressStatus.MET, ProgressStatus.MET_AT_START})


def figures_due(theory: TheoryOfChange, day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield each indicator whose next figure is due by the review, the earliest first."""
    due = [
        (found, indicator)
        for indicator in theory.indicators.values()
        if (found := period(indicator.next_due, theory.year_begins)) is not None
    ]
    for found, indicator in sorted(due, key=lambda pair: (pair[0].end, pair[0].start)):
        if day.period is None or found.start <= day.period.end:
            reason = f"a figure is due: {indicator.next_due}{_by(theory, indicator)}"
            yield _item(AgendaTopic.DUE, indicator, reason)
    for indicator in theory.indicators.values():
        if indicator.every and not indicator.next_due:
            every = every_words(indicator.every)
            reason = f"it is collected {every}, and no date is set for the next figure"
            yield _item(AgendaTopic.DUE, indicator, reason)


def _by(theory: TheoryOfChange, indicator: Indicator) -> str:
    owner = theory.partners.get(indicator.owner)
    return f", from {owner.title}" if owner else ""


def targets_missed(theory: TheoryOfChange, day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield each series that missed a target, or whose target has passed without a figure."""
    for indicator in theory.indicators.values():
        for found in progress_of(theory, indicator):
            if reason := _missed(theory, found, day):
                about = ", ".join(filter(None, (found.group, found.place)))
                yield _item(
                    AgendaTopic.TARGET, indicator, f"{reason} [{about}]" if about else reason
                )


def _missed(theory: TheoryOfChange, found: Progress, day: ReviewDay) -> str:
    if found.status in _MISSED:
        return f"{status_words(found.status)}: {found.reason}"
    target = found.target
    if target is None or found.status in _REACHED:
        return ""
    due = period(target.period, theory.year_begins)
    if not day.is_after(due):
        return ""
    words = figure_words(target, found.indicator.unit)
    return f"the date of its target has passed without a figure: {words}"


def tipping_points(theory: TheoryOfChange, _day: ReviewDay) -> Iterator[AgendaItem]:
    """Yield each indicator whose latest figure is past its tipping point."""
    for indicator in theory.indicators.values():
        latest = past_tipping_point(theory, indicator)
        point = indicator.tipping_point
        if latest is not None and point is not None:
            now, at = (figure_words(item, indicator.unit) for item in (latest, point))
            reason = f"past its tipping point ({at}): {now}"
            yield _item(AgendaTopic.TIPPING_POINT, indicator, reason)


def _item(topic: AgendaTopic, indicator: Indicator, reason: str) -> AgendaItem:
    return of_entry(topic, indicator, "indicators", reason)
