"""Pairs what has no id of its own: links between the same elements, figures, steps, waivers."""

from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")


def paired(
    old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], int], *, least: int = 0
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Pair what is most alike first, and return the pairs and what is left on either side.

    Both directions give the same pairs: among pairs that are equally alike, the one that stands
    higher up in both lists goes first.

    Args:
        old: the one list.
        new: the other.
        alike: says how alike two items are.
        least: how alike two items must be to be a pair at all.

    >>> paired([3, 1], [1, 4], lambda one, other: int(one == other), least=1)
    ([(1, 1)], [3], [4])
    """
    if len(old) == len(new) == 1 and not least:  # by far the most common
        return [(old[0], new[0])], [], []
    ranked = sorted(
        (-score, i + j, abs(i - j), i, j)
        for i, one in enumerate(old)
        for j, other in enumerate(new)
        if (score := alike(one, other)) >= least
    )
    here: dict[int, int] = {}
    taken: set[int] = set()
    for *_, i, j in ranked:
        if i not in here and j not in taken:
            here[i] = j
            taken.add(j)
    return (
        [(old[i], new[here[i]]) for i in sorted(here)],
        [one for i, one in enumerate(old) if i not in here],
        [other for j, other in enumerate(new) if j not in taken],
    )
