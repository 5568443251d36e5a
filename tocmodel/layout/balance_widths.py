"""Sharing out a width among columns, so that their contents become as low as possible."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

Height = Callable[[Sequence[float]], tuple[float, ...]]
"""Returns the height of something with columns of given widths; further numbers break ties."""

_STEPS = (8.0, 16.0, 32.0)
"""The widths moved at once: removing a line of words may take more than the smallest."""
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
    """Move width from one slot to another for as long as the picture gets lower."""
    now = height(widths)
    for _ in range(_MOST_STEPS):
        tried = ((height(moved), moved) for moved in _moves(widths, least))
        best = min(tried, key=lambda found: found[0], default=None)  # of equals the smallest step
        if best is None or best[0] >= now:
            return
        now, widths[:] = best


def _moves(widths: Sequence[float], least: Sequence[float]) -> Iterator[list[float]]:
    """Yield the widths after each step from one slot that can spare it to another."""
    for step, giver, taker in product(_STEPS, range(len(widths)), range(len(widths))):
        if giver != taker and widths[giver] - step >= least[giver]:
            changes: Mapping[int, float] = {giver: -step, taker: step}
            yield [width + changes.get(slot, 0.0) for slot, width in enumerate(widths)]
