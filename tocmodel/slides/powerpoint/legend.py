"""The legend on the layout of slides: lines and colours that no words on a slide explain."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from tocmodel.diagram.model import Arrow, LegendEntry
from tocmodel.layout.scene import Bounds
from tocmodel.layout.text import measure
from tocmodel.slides.powerpoint.lines import draw_delay, draw_line, look_of
from tocmodel.slides.powerpoint.shapes import Brush, WordStyle, add_shape, draw_words, paint
from tocmodel.slides.powerpoint.xml import PptxSlide, decorate, emu, sub
from tocmodel.wording import say

ROW = 18.0
"""The height of a row of the legend."""
_SIZE = 12.0
_SAMPLE = 30.0
_GAP = 6.0
_BETWEEN = 18.0
_IN_WORDS = frozenset(
    f"arrow:{which}"
    for which in ("inferred", "drafted", "decreases", "disputed", "mixed", "whole", "threatens")
)
"""The symbols whose meaning is in words beside each arrow."""
_DELAY = "line:delay"


@frozen
class PlacedEntry:
    """An entry of the legend, and its place from the left and the top of the legend."""

    entry: LegendEntry
    left: float
    top: float
    width: float


def place_entries(entries: Iterable[LegendEntry], width: float) -> tuple[PlacedEntry, ...]:
    """Return the entries that slides need, one after the other in rows of a width."""
    left = top = 0.0
    placed: list[PlacedEntry] = []
    for entry in _needed(entries):
        needed = min(_SAMPLE + _GAP + measure(entry.text, _SIZE) * 1.04 + 6, width)
        if left and left + needed > width:
            left, top = 0.0, top + ROW
        placed.append(PlacedEntry(entry, left, top, needed))
        left += needed + _BETWEEN
    return tuple(placed)


def height_of(placed: Sequence[PlacedEntry]) -> float:
    """Return the height of a legend."""
    return placed[-1].top + ROW if placed else 0.0


def _needed(entries: Iterable[LegendEntry]) -> Iterator[LegendEntry]:
    """Yield the entries for lines and colours; the main story looks the same if it is inferred."""
    seen: set[str] = set()
    for entry in entries:
        what = entry.sample.partition(":")[0]
        sample = entry.sample.replace("main-inferred", "main")
        is_drawn = what in ("arrow", "colour") or sample == _DELAY
        if not is_drawn or sample in _IN_WORDS or sample in seen:
            continue
        seen.add(sample)
        text = entry.text if sample == entry.sample else say("slide-main")
        yield LegendEntry(sample=sample, text=text)


def draw_on_layout(
    layout: Any,
    slide: PptxSlide,
    placed: Sequence[PlacedEntry],
    area: Bounds,
    colours: dict[str, str],
    language: str,
) -> None:
    """Draw a legend on a layout.

    Args:
        layout: the layout.
        slide: any slide, on which the shapes are made before they move.
        placed: the entries.
        area: where the legend is, in points.
        colours: the colour of the theme for each key of the palette.
        language: of the words.
    """
    brush = Brush(slide, area.x, area.y, 1.0, language)
    for one in placed:
        middle = one.top + ROW / 2
        samples = list(_samples(brush, one.entry.sample, one.left, middle, colours))
        start = one.left + _SAMPLE + _GAP
        room = Bounds(x=start - 2, y=one.top, width=one.width - _SAMPLE - _GAP + 4, height=ROW)
        words = draw_words(
            brush,
            one.entry.text,
            brush.bounds(room),
            WordStyle(align="l"),
            name=f"Legend: {one.entry.text}",
        )
        for shape in (*samples, words):
            layout.shapes._spTree.append(shape._element)


def _samples(
    brush: Brush, sample: str, left: float, middle: float, colours: Mapping[str, str]
) -> Iterator[Any]:
    """Yield the shapes before the words of an entry."""
    what, _, which = sample.partition(":")
    if what != "colour":
        yield _line(brush, "causal" if sample == _DELAY else which, left, middle)
    if sample == _DELAY:
        mark = draw_delay(brush, (left + _SAMPLE / 2, middle), (1.0, 0.0))
        decorate(mark, "Legend")
        yield mark
    if what == "colour":
        ground = Bounds(x=left, y=middle - 6, width=_SAMPLE, height=12)
        area = add_shape(brush.slide, brush.bounds(ground), rounded=3)
        paint(area, f"{colours.get(which, 'tx1')}:20", colours.get(which, "tx1"), 2.0)
        sub(area._element.txBody, "p")
        decorate(area, "Legend")
        yield area


def _line(brush: Brush, which: str, left: float, middle: float) -> Any:
    from pptx.enum.shapes import MSO_CONNECTOR  # noqa: PLC0415  (needed for this format only)

    arrow = sample_arrow(which)
    ends = (left, left + _SAMPLE)
    start, end = reversed(ends) if arrow.feedback else ends
    (x, y), (end_x, _) = brush.at(start, middle), brush.at(end, middle)
    line = brush.slide.shapes.add_connector(
        MSO_CONNECTOR.STRAIGHT, emu(x), emu(y), emu(end_x), emu(y)
    )
    line._element.remove(line._element.find("{*}style"))
    draw_line(line._element.spPr, look_of(arrow))
    decorate(line, "Legend")
    return line


def sample_arrow(which: str) -> Arrow:
    """Return an arrow that looks like an entry of the legend."""
    special = {"feedback", "main"}
    return Arrow(
        id="",
        from_="",
        to="",
        kind="causal" if which in special else which,
        feedback=which == "feedback",
        main=which == "main",
    )
