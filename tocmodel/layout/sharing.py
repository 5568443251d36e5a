"""Sharing out a width among columns, so that what stands in them gets as low as it can."""

from collections.abc import Callable, Mapping, Sequence

Height = Callable[[Sequence[float]], tuple[float, ...]]
"""Tells how high something is with columns of some widths; further numbers break ties."""

_STEP = 8.0
_EVEN = 2.0
"""Widths stay even numbers of points."""
_MOST_STEPS = 60


def give_to_long_words(widths: list[float], least: Sequence[float]) -> None:
    """Widen the slots that are too narrow for a word, as far as others can spare the width."""
    for taker in range(len(widths)):
        while widths[taker] < least[taker]:
            giver = max(range(len(widths)), key=lambda slot: widths[slot] - least[slot])
            if widths[giver] - least[giver] < _EVEN:
                return
            widths[giver] -= _EVEN
            widths[taker] += _EVEN


def share_out(widths: list[float], height: Height, least: Sequence[float]) -> None:
    """Move width a step at a time for as long as the picture gets lower."""
    now = height(widths)
    for _ in range(_MOST_STEPS):
        tried: list[tuple[tuple[float, ...], int, int]] = []
        for giver in range(len(widths)):
            if widths[giver] - _STEP < least[giver]:
                continue
            for taker in range(len(widths)):
                if giver != taker:
                    moved = _moved(widths, giver, taker)
                    tried.append((height(moved), giver, taker))
        best = min(tried, default=None)
        if best is None or best[0] >= now:
            return
        now = best[0]
        widths[:] = _moved(widths, best[1], best[2])


def _moved(widths: Sequence[float], giver: int, taker: int) -> list[float]:
    changes: Mapping[int, float] = {giver: -_STEP, taker: _STEP}
    return [width + changes.get(slot, 0.0) for slot, width in enumerate(widths)]
