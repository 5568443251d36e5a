"""Boxes without any arrow go where there is room, so that the picture stays short."""

from collections.abc import Iterable, Mapping, Sequence

from tocmodel.layout.plan import Item, Tie


def settle(
    items: Sequence[Item], ties: Iterable[Tie], centres: Mapping[str, float]
) -> dict[str, float]:
    """Return the centres with every untied item in the first gap of its slot that holds it.

    >>> first, loose = Item(key="a", slot=0, size=10), Item(key="b", slot=0, size=20)
    >>> settle([first, loose], [], {"a": 5.0, "b": 95.0})
    {'a': 5.0, 'b': 20.0}
    """
    tied = {key for tie in ties for key in (tie.first, tie.second)}
    if not tied:
        tied = {item.key for item in items[:1]}
    settled = dict(centres)
    top = min(centres[item.key] - item.size / 2 for item in items if item.key in tied)
    slots: dict[int, list[Item]] = {}
    for item in items:
        slots.setdefault(item.slot, []).append(item)
    for members in slots.values():
        taken = sorted(_extent(item, centres) for item in members if item.key in tied)
        loose = [item for item in members if item.key not in tied]
        for item in sorted(loose, key=lambda item: centres[item.key]):
            start = _first_gap(taken, top, item.size)
            settled[item.key] = start + item.size / 2
            taken = sorted([*taken, (start, start + item.size)])
    return settled


def _extent(item: Item, centres: Mapping[str, float]) -> tuple[float, float]:
    return centres[item.key] - item.size / 2, centres[item.key] + item.size / 2


def _first_gap(taken: Sequence[tuple[float, float]], top: float, size: float) -> float:
    start = top
    for begin, end in taken:
        if begin - start >= size:
            return start
        start = max(start, end)
    return start
