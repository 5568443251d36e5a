"""The legend: a sample and its meaning for each thing that is shown, in tidy columns."""

from collections.abc import Callable, Sequence
from functools import partial

from tocmodel.diagram.parts import Arrow, Diagram, LegendEntry
from tocmodel.layout.changes import CHANGES, changed_line
from tocmodel.layout.marks import badge_mark
from tocmodel.layout.palette import INK, MUTED, NEUTRAL, PAPER, tone
from tocmodel.layout.scene import Bounds, Group, Item, Path, Text
from tocmodel.layout.shapes import draw_shape, line, rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.strokes import draft_mark, head, line_end, mark, shaft, stroke_of
from tocmodel.layout.text import LEADING, measure, wrap
from tocmodel.layout.words import centred, left
from tocmodel.values import frozen

SAMPLE = 30.0
SAMPLE_HEIGHT = 14.0
_GAP = 6.0
_BETWEEN = 18.0
_ROW = 4.0


Draw = Callable[[float, float], Sequence[Item]]
"""Draws a sample of ``SAMPLE`` by ``SAMPLE_HEIGHT`` points at a place: its top left corner."""


@frozen(kw_only=True)
class Sample:
    """One line of a legend: what it is of, what it means, and how it is drawn."""

    kind: str
    text: str
    draw: Draw


def draw_legend(
    diagram: Diagram, x: float, y: float, width: float, sheet: Sheet
) -> tuple[tuple[Group, ...], float]:
    """Return the legend of a diagram, and how high it is."""
    samples = [
        Sample(kind=entry.sample, text=entry.text, draw=partial(_sample, entry, diagram))
        for entry in diagram.legend
    ]
    return place_legend(samples, x, y, width, sheet)


def place_legend(
    samples: Sequence[Sample], x: float, y: float, width: float, sheet: Sheet
) -> tuple[tuple[Group, ...], float]:
    """Return a legend in as many columns as fit a width, and how high it is."""
    if not samples:
        return (), 0.0
    size = sheet.small
    words_room = max(120.0, width / 4 - SAMPLE - _GAP - _BETWEEN)
    wrapped = [wrap(sample.text, words_room, size) or ("",) for sample in samples]
    widths = [max(measure(words, size) for words in lines) for lines in wrapped]
    starts = _columns(widths, width)
    groups: list[Group] = []
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
                Group(
                    id=f"legend:{cell}",
                    role="legend",
                    kind=samples[cell].kind,
                    title=samples[cell].text,
                    items=(*drawn, *text),
                )
            )
        top += height + _ROW
    return tuple(groups), top - _ROW - y


def _columns(widths: Sequence[float], room: float) -> list[float]:
    """Where each column starts: as many columns as fit, each as wide as its widest entry.

    >>> _columns([60, 60, 60], 230)
    [0.0, 114.0]
    """
    for count in range(len(widths), 1, -1):
        columns = [max(widths[column::count]) + SAMPLE + _GAP + _BETWEEN for column in range(count)]
        if sum(columns) - _BETWEEN <= room:
            return [sum(columns[:column], 0.0) for column in range(count)]
    return [0.0]


def _sample(entry: LegendEntry, diagram: Diagram, x: float, y: float) -> tuple[Item, ...]:
    what, _, which = entry.sample.partition(":")
    area = Bounds(x=x, y=y, width=SAMPLE, height=SAMPLE_HEIGHT)
    if what in ("box", "value"):
        unwanted = which == "unwanted"
        kind = "value_creation" if what == "value" else "outcome" if unwanted else which
        status = which if what == "value" else ""
        return draw_shape(
            kind, area, stroke=NEUTRAL.dark, fill=PAPER, unwanted=unwanted, status=status
        )
    if what == "arrow":
        return _arrow(which, x, area.centre[1])
    if what == "colour":
        shade = tone(which, diagram.colours)
        swatch = rounded(area, 3)
        return (Path(commands=swatch, fill=shade.pale, stroke=shade.dark, stroke_width=1.6),)
    if what == "badge":
        return badge_mark(which, x + SAMPLE / 2 - 4, area.centre[1] - 4, NEUTRAL.dark)
    if what == "change":
        outline = Path(commands=rounded(area, 3), stroke=NEUTRAL.dark, stroke_width=1.4)
        return (changed_line(outline, which), *_sign(which, area))
    return (ceiling_line(((x, area.centre[1]), (x + SAMPLE, area.centre[1]))),)


def _sign(change: str, area: Bounds) -> list[Text]:
    x, y = area.centre
    return centred((CHANGES[change].sign,), x, y - 5.8, 10.0, NEUTRAL.dark, bold=True)


def ceiling_line(points: tuple[tuple[float, float], tuple[float, float]]) -> Path:
    """Return the dashed line of the ceiling of accountability."""
    return Path(commands=line(points), stroke=MUTED, stroke_width=1.6, dash=(7.0, 4.0))


_EFFECTS = ("increases", "decreases", "changes", "unknown")
_GUESSES = ("inferred", "drafted")


def _arrow(which: str, x: float, y: float) -> tuple[Item, ...]:
    """A short arrow of a kind, an effect, a guess, or one that feeds back or is a main one."""
    known = {*_EFFECTS, *_GUESSES, "feedback", "main", "main-inferred"}
    arrow = Arrow(
        id="",
        from_="",
        to="",
        kind="causal" if which in known else which,
        effect=which if which in _EFFECTS else "increases",
        feedback=which == "feedback",
        main=which.startswith("main"),
        guess=next((guess for guess in _GUESSES if which.endswith(guess)), ""),
    )
    stroke = stroke_of(arrow)
    # Feedback points back here too, as it does in the picture.
    start, tip, way = (x + SAMPLE, x, -1.0) if arrow.feedback else (x, x + SAMPLE, 1.0)
    middle = (x + SAMPLE * 0.45, y)
    return (
        *shaft(stroke, line(((start, y), (tip - way * line_end(stroke), y)))),
        *head(stroke, (tip, y), (way, 0.0)),
        *mark(stroke, middle),
        *draft_mark(stroke, middle),
    )
