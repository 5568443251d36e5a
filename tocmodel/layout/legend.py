"""Legends: samples with their meanings, in tidy columns."""

from collections.abc import Callable, Sequence

from attrs import frozen

from tocmodel.layout.palette import INK
from tocmodel.layout.scene import Primitive, SceneGroup
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.text_block import left

SAMPLE = 30.0
SAMPLE_HEIGHT = 14.0
_GAP = 6.0
_BETWEEN = 18.0
_MOST_BETWEEN = 40.0
"""The most that columns of uneven widths are moved apart."""
_ROW = 4.0


DrawSample = Callable[[float, float], Sequence[Primitive]]
"""Draws a sample of ``SAMPLE`` by ``SAMPLE_HEIGHT`` points at a place: its top left corner."""


@frozen(kw_only=True)
class Sample:
    """One line of a legend: its subject, its meaning, and how to draw it."""

    kind: str
    text: str
    draw: DrawSample


def place_legend(
    samples: Sequence[Sample], x: float, y: float, width: float, sheet: Sheet
) -> tuple[tuple[SceneGroup, ...], float]:
    """Return a legend in as many columns as fit a width, and its height."""
    if not samples:
        return (), 0.0
    size = sheet.small
    words_room = max(120.0, width / 4 - SAMPLE - _GAP - _BETWEEN)
    wrapped = [wrap(sample.text, words_room, size) or ("",) for sample in samples]
    widths = [max(measure(words, size) for words in lines) for lines in wrapped]
    starts = _columns(widths, width)
    row_gap = _ROW / 2 if sheet.tight else _ROW
    groups: list[SceneGroup] = []
    top = y
    for first in range(0, len(wrapped), len(starts)):
        row = range(first, min(first + len(starts), len(wrapped)))
        height = max(max(len(wrapped[c]) * size * LEADING, SAMPLE_HEIGHT) for c in row)
        for cell in row:
            start = x + starts[cell - first]
            text_top = top + (height - len(wrapped[cell]) * size * LEADING) / 2
            text = left(wrapped[cell], start + SAMPLE + _GAP, text_top, size, INK)
            drawn = samples[cell].draw(start, top + (height - SAMPLE_HEIGHT) / 2)
            groups.append(
                SceneGroup(
                    id=f"legend:{cell}",
                    role="legend",
                    kind=samples[cell].kind,
                    title=samples[cell].text,
                    items=(*drawn, *text),
                )
            )
        top += height + row_gap
    return tuple(groups), top - row_gap - y


def _columns(widths: Sequence[float], room: float) -> list[float]:
    """The start of each column: as many columns as fit, at even distances if these have room.

    >>> _columns([60, 60, 60], 236), _columns([60, 90], 250)
    ([0.0, 127.0], [0.0, 124.0])
    """
    for count in range(len(widths), 1, -1):
        columns = [max(widths[column::count]) + SAMPLE + _GAP + _BETWEEN for column in range(count)]
        spare = room + _BETWEEN - sum(columns)
        if spare >= 0:
            even = (room + _BETWEEN) / count
            if max(columns) <= even:
                return [even * column for column in range(count)]
            more = min(spare / (count - 1), _MOST_BETWEEN)
            return [sum(columns[:column], 0.0) + more * column for column in range(count)]
    return [0.0]
