"""How a picture shows progress: a line and a bar in a box, and the colour of the box.

Each status has a mark of its own, so that no colour is needed.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tocmodel.analysis.chosen_figure import BESIDE
from tocmodel.analysis.comparison import setting_of
from tocmodel.analysis.progress import (
    Progress,
    ProgressStatus,
    course_words,
    progress_of,
    progress_words,
)
from tocmodel.analysis.titles import Words
from tocmodel.analysis.trend_points import PointKind, TrendPoint, sure_points_of
from tocmodel.diagram.model import Badge
from tocmodel.diagram.phrases import phrase
from tocmodel.model import Indicator, Outcome, ShowAs, TheoryOfChange, View
from tocmodel.model.choices import ColourBy
from tocmodel.wording import say_number

TREND_LINES: Mapping[str, str] = {
    "line-rising": "rising from {start} to {end}: {numbers}",
    "line-falling": "falling from {start} to {end}: {numbers}",
    "line-rising-and-falling": "rising and falling from {start} to {end}: {numbers}",
    "line-unchanged": "unchanged from {start} to {end}: {numbers}",
}
"""The words for what a small chart shows, by their keys."""

_WAYS = {
    (True, False): "line-rising",
    (False, True): "line-falling",
    (True, True): "line-rising-and-falling",
    (False, False): "line-unchanged",
}
"""The words for numbers, by whether any of them rises, and whether any falls."""

_NAMED = 2
"""How many indicators of an element have a line of their own; further ones are only counted."""

_MEANINGS: Mapping[ProgressStatus, str] = {
    ProgressStatus.MISSED: "Target missed",
    ProgressStatus.BEHIND: "An earlier target was missed",
    ProgressStatus.WORSE: "Worse than at the start",
    ProgressStatus.NO_CHANGE: "No change since the start",
    ProgressStatus.UNCLEAR: "Not clear how it is doing",
    ProgressStatus.NOT_YET: "Target not met yet",
    ProgressStatus.ON_THE_WAY: "On the way to its target",
    ProgressStatus.MET: "Target met",
    ProgressStatus.MET_AT_START: "Met from the start",
    ProgressStatus.NO_TARGET: "No target",
    ProgressStatus.NO_DATA: "Nothing counted yet",
}
"""The meaning of each status, with what needs attention most first."""

PROGRESS_COLOURS: Mapping[str, str] = {
    **{f"progress:{status}": words for status, words in _MEANINGS.items()},
    "progress:none": "No indicator",
}
"""The meaning of each colour where boxes are coloured by progress, and of each mark."""

_ORDER = {kind: place for place, kind in enumerate(PROGRESS_COLOURS)}
_WITHOUT_A_WAY = (ProgressStatus.NO_TARGET, ProgressStatus.NO_DATA)


def progress_badges(
    theory: TheoryOfChange, view: View, shown: Collection[str], words: Words
) -> dict[str, tuple[Badge, ...]]:
    """Return the lines about progress in each box; none in a view that does not ask for them.

    An indicator with a box has the line there. Where only the colours show progress, the line is
    the status, with its mark.
    """
    has_lines = view.show_progress and view.indicators is not ShowAs.HIDDEN
    if not has_lines and view.colour is not ColourBy.PROGRESS:
        return {}
    # A colour must not be all that shows how something is doing, even if the indicator has a box.
    boxes = frozenset() if view.colour is ColourBy.PROGRESS else frozenset(shown)
    measuring = _measuring(theory)
    return {
        id_: tuple(_badges(_found(theory, id_, measuring, boxes), id_, words, has_lines=has_lines))
        for id_ in shown
    }


def _found(
    theory: TheoryOfChange,
    id_: str,
    measuring: Mapping[str, Iterable[Indicator]],
    boxes: Collection[str],
) -> list[Progress]:
    """Return the progress of an element, or of an indicator itself; first what needs most care."""
    own = theory.element(id_)
    free = (item for item in measuring.get(id_, ()) if item.id not in boxes)
    indicators = [own] if isinstance(own, Indicator) else free
    return sorted((progress_of(theory, item)[0] for item in indicators), key=_rank)


def _badges(
    found: Sequence[Progress], id_: str, words: Words, *, has_lines: bool
) -> Iterator[Badge]:
    if not has_lines:
        yield from (
            Badge(kind=f"progress:{item.status}", text=progress_words(item)) for item in found[:1]
        )
        return
    for item in found[:_NAMED]:
        trend = sure_points_of(item, setting_of(words.theory, item.indicator))
        yield Badge(
            kind=f"progress:{item.status}",
            text=_line(item, words, id_),
            share=item.share,
            trend=trend,
            trend_words=_trend_words(trend, words),
        )
    if left := found[_NAMED:]:
        text = say_number(len(left), "more-indicator", "more-indicators")
        yield Badge(kind="indicator", text=text)


def _line(item: Progress, words: Words, id_: str) -> str:
    """Return the way of an indicator and its status, after its title if that is not the box's."""
    title, way = words.title(item.indicator.id), course_words(item)
    status = "" if item.status in _WITHOUT_A_WAY else f": {progress_words(item)}"
    is_same = title.casefold() == words.title(id_).casefold()
    return f"{way}{status}" if is_same else f"{title}: {way}{status}"


def _trend_words(trend: Sequence[TrendPoint], words: Words) -> str:
    """Return which way the numbers of a trend go, from when to when, and what they are.

    A direction is named only if no number goes against it.
    """
    way = [point for point in trend if point.kind is not PointKind.TARGET]
    if not way:
        return ""
    steps = [later.value - earlier.value for earlier, later in pairwise(way)]
    rises, falls = (any(step * sign > 0 for step in steps) for sign in (1, -1))
    key = _WAYS[rises, falls]
    numbers = ", ".join(point.words for point in way)
    return phrase(words, TREND_LINES[key], key, way[0].period, way[-1].period, numbers)


def _rank(item: Progress) -> int:
    return _ORDER[f"progress:{item.status}"]


def _measuring(theory: TheoryOfChange) -> dict[str, list[Indicator]]:
    """Return the indicators of each element; those of the surroundings are never an outcome's."""
    found: dict[str, list[Indicator]] = {}
    for indicator in theory.indicators.values():
        for id_ in dict.fromkeys(indicator.measures):
            if id_ in theory.elements and not (
                indicator.kind in BESIDE and isinstance(theory.element(id_), Outcome)
            ):
                found.setdefault(id_, []).append(indicator)
    return found


def progress_colours(theory: TheoryOfChange, shown: Collection[str]) -> dict[str, str]:
    """Return the colour key of each element: of several indicators, the one that needs most care.

    An indicator has the colour of its own status.
    """
    measuring = _measuring(theory)
    return {id_: _colour(theory, id_, measuring.get(id_, ())) for id_ in shown}


def _colour(theory: TheoryOfChange, id_: str, measuring: Iterable[Indicator]) -> str:
    own = theory.element(id_)
    indicators = [own] if isinstance(own, Indicator) else measuring
    kinds = [f"progress:{progress_of(theory, item)[0].status}" for item in indicators]
    return first_to_look_at(kinds) or "progress:none"


def first_to_look_at(kinds: Iterable[str]) -> str:
    """Return the kind of progress that needs attention most; empty if there is none.

    >>> first_to_look_at(["progress:met", "risk", "progress:missed"])
    'progress:missed'
    """
    known = [kind for kind in kinds if kind in _ORDER]
    return min(known, key=lambda kind: _ORDER[kind], default="")


def group_progress(badges: Iterable[Badge], words: Words) -> Iterator[Badge]:
    """Yield how many members of a collapsed group have each status, as one line."""
    kinds = [badge.kind for badge in badges if badge.kind in _ORDER]
    if kinds:
        parts = (
            f"{_meaning(kind, words)}: {kinds.count(kind)}" for kind in _ORDER if kind in kinds
        )
        yield Badge(kind=first_to_look_at(kinds), text="; ".join(parts))


def _meaning(kind: str, words: Words) -> str:
    meaning = words.fixed(PROGRESS_COLOURS[kind], kind.replace(":", "-"))
    return meaning[:1].lower() + meaning[1:]
