"""Parts and wholes: figures that were counted fit together, whatever they are."""

from collections.abc import Sequence
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from tocmodel.analysis.comparison import FigureSetting
from tocmodel.analysis.parts_and_wholes import ConflictKind, parts_conflicts
from tocmodel.model import Indicator

PERCENT = FigureSetting(unit="percent")
COUNT = FigureSetting(unit="children")

group = st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))
groups = st.lists(group, min_size=2, max_size=5)


def counted(found: Sequence[tuple[int, int]], whole: tuple[int, int]) -> Indicator:
    """An indicator with the counts of groups, and of all."""
    return _indicator([{"value": value, "of": of} for value, of in (whole, *found)])


def shared(found: Sequence[tuple[int, int]], whole: tuple[int, int]) -> Indicator:
    """The same as shares in per cent, rounded as people round them."""
    pairs = (whole, *found)
    return _indicator([{"value": round(100 * value / of), "of": of} for value, of in pairs])


def _indicator(figures: list[dict[str, Any]]) -> Indicator:
    first, *others = figures
    parts = [{**item, "by": {"school": number}} for number, item in enumerate(others)]
    seen = [{**item, "period": "2026"} for item in (first, *parts)]
    return Indicator(title="I", observations=seen)


def total(found: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(value for value, _ in found), sum(of for _, of in found)


@given(groups)
def test_groups_that_were_counted_never_contradict_their_whole(
    found: list[tuple[int, int]],
) -> None:
    assert parts_conflicts(counted(found, total(found)), COUNT) == ()
    assert parts_conflicts(shared(found, total(found)), PERCENT) == ()


@given(groups, st.integers(1, 100))
def test_groups_that_are_more_than_their_whole_are_found(
    found: list[tuple[int, int]], missing: int
) -> None:
    value, of = total(found)
    assume(missing <= value)
    [conflict, *_] = parts_conflicts(counted(found, (value - missing, of)), COUNT)
    assert conflict.kind in (ConflictKind.SUM, ConflictKind.LARGER)


@given(groups, st.integers(2, 50))
def test_a_share_outside_those_of_all_its_groups_is_found(
    found: list[tuple[int, int]], away: int
) -> None:
    """The share of all is the weighted mean of the shares of its groups."""
    shares = [round(100 * value / of) for value, of in found]
    _, everybody = total(found)
    for kind, share in (
        (ConflictKind.ABOVE, min(shares) - away),
        (ConflictKind.BELOW, max(shares) + away),
    ):
        figures = [(share, everybody), *zip(shares, (of for _, of in found), strict=True)]
        made = _indicator([{"value": value, "of": of} for value, of in figures])
        [conflict] = parts_conflicts(made, PERCENT)
        assert (conflict.kind, conflict.by) == (kind, "school")
