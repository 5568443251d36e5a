"""Figures of groups beside the figure of all: parts that cannot be right if the whole is."""

import math
from collections.abc import Iterator, Sequence
from enum import StrEnum

from attrs import frozen

from tocmodel.analysis.comparison import FigureSetting, number_span
from tocmodel.model import Basis, Figure, Indicator, Statistic
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import is_percent

_ROUNDING = 1.0
"""How far shares in per cent may be apart by rounding alone: half a point each."""


class ConflictKind(StrEnum):
    """How parts contradict their whole.

    Attributes:
        LARGER: one part is more than the whole.
        SUM: the parts together are more than the whole.
        GROUPS: the groups that the shares are of are together more than all.
        ABOVE: the share of every part is above that of the whole.
        BELOW: the share of every part is below that of the whole.
    """

    LARGER = "larger"
    SUM = "sum"
    GROUPS = "groups"
    ABOVE = "above"
    BELOW = "below"


@frozen(kw_only=True)
class PartsConflict(SelfDescribing):
    """Figures of one time that cannot all be right.

    Attributes:
        kind: how they contradict each other.
        whole: the position among the observations of the figure of all.
        parts: the positions of the figures of groups.
        by: the property that divides them into groups; empty for a group in words.
    """

    kind: ConflictKind
    whole: int
    parts: tuple[int, ...]
    by: str = ""


def parts_conflicts(indicator: Indicator, setting: FigureSetting) -> tuple[PartsConflict, ...]:
    """Return where figures of groups contradict the figure of all for the same time and place.

    A part counts no more than the whole, and groups that do not overlap count no more together.
    The share of the whole is the mean of those of its parts, weighted by their size, so if the
    groups are all there is, it is never outside them (any text on weighted means; ours).

    Doubts count: *about 120* may be less than 125, and shares in per cent may be rounded.

    >>> children = Indicator(
    ...     title="Children",
    ...     observations=[
    ...         {"value": 120, "period": 2026},
    ...         {"value": 70, "period": 2026, "by": {"sex": "girls"}},
    ...         {"value": 60, "period": 2026, "by": {"sex": "boys"}},
    ...     ],
    ... )
    >>> [found] = parts_conflicts(children, FigureSetting())
    >>> found.kind, found.parts, found.by
    (<ConflictKind.SUM: 'sum'>, (1, 2), 'sex')
    """
    seen = indicator.observations
    return tuple(
        conflict
        for whole, figure in enumerate(seen)
        if _is_usable(figure) and not _is_part(figure)
        for conflict in _against(whole, seen, is_percent(setting.unit))
    )


def _is_usable(figure: Figure) -> bool:
    """Whether a figure is a count or a share that was counted, and its time is known."""
    is_number = figure.bounds is not None and figure.statistic in _PARTS
    return bool(is_number and figure.period and not figure.unit and figure.basis is Basis.ACTUAL)


_PARTS = (None, Statistic.COUNT, Statistic.SHARE)


def _is_part(figure: Figure) -> bool:
    return bool(figure.by or figure.subgroup)


def _against(whole: int, seen: Sequence[Figure], percent: bool) -> Iterator[PartsConflict]:
    all_of_it = seen[whole]
    parts = [
        place
        for place, figure in enumerate(seen)
        if _is_part(figure) and _is_usable(figure) and _is_beside(figure, all_of_it)
    ]
    if not percent:
        larger = [place for place in parts if _low(seen[place]) > _high(all_of_it)]
        for place in larger:
            by = next(iter(seen[place].by), "")
            yield PartsConflict(kind=ConflictKind.LARGER, whole=whole, parts=(place,), by=by)
        parts = [place for place in parts if place not in larger]
    for name, group in _divided(parts, seen).items():
        kind = _conflict([seen[place] for place in group], all_of_it, percent)
        if kind:
            yield PartsConflict(kind=kind, whole=whole, parts=tuple(group), by=name)


def _is_beside(part: Figure, whole: Figure) -> bool:
    """Whether two figures are about the same time and place, and by the same source."""
    same = (part.period, part.place.casefold(), part.source) == (
        whole.period,
        whole.place.casefold(),
        whole.source,
    )
    return same and (part.statistic or Statistic.COUNT) == (whole.statistic or Statistic.COUNT)


def _divided(parts: Sequence[int], seen: Sequence[Figure]) -> dict[str, list[int]]:
    """Return the parts by the one property that divides them; only where no value is twice."""
    found: dict[str, list[int]] = {}
    for place in parts:
        figure = seen[place]
        if len(figure.by) == 1 and not figure.subgroup:
            found.setdefault(next(iter(figure.by)), []).append(place)
    return {
        name: group
        for name, group in found.items()
        if len(group) > 1 and len({seen[place].by[name] for place in group}) == len(group)
    }


def _conflict(parts: Sequence[Figure], whole: Figure, percent: bool) -> ConflictKind | None:
    if any(figure.overlaps for figure in parts):
        return None  # whoever is in two groups is counted twice in their sum
    if not percent and sum(map(_low, parts)) > _high(whole):
        return ConflictKind.SUM
    sizes = [figure.of for figure in (*parts, whole)]
    if any(figure.of_qualifier for figure in (*parts, whole)) or None in sizes or 0 in sizes:
        return None
    *groups, everybody = (float(size) for size in sizes if size is not None)
    together = math.fsum(groups)
    if together > everybody:
        return ConflictKind.GROUPS
    return _one_side(parts, whole, percent) if together == everybody else None


def _one_side(parts: Sequence[Figure], whole: Figure, percent: bool) -> ConflictKind | None:
    """Return whether the shares of all parts are on one side of the share of the whole."""
    slack = _ROUNDING if percent else 0.0
    low, high = _share(whole, percent)
    shares = [_share(figure, percent) for figure in parts]
    if all(lowest > high + slack for lowest, _ in shares):
        return ConflictKind.ABOVE
    if all(highest < low - slack for _, highest in shares):
        return ConflictKind.BELOW
    return None


def _share(figure: Figure, percent: bool) -> tuple[float, float]:
    whole = 1 if percent or not figure.of else figure.of
    return _low(figure) / whole, _high(figure) / whole


def _low(figure: Figure) -> float:
    return number_span(figure)[0]


def _high(figure: Figure) -> float:
    return number_span(figure)[1]
