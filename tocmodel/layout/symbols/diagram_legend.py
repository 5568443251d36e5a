"""The legend of a diagram: a sample and its meaning for each symbol in use."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from attrs import evolve

from tocmodel.diagram.model import Arrow, Diagram, LegendEntry
from tocmodel.layout.legend import SAMPLE, SAMPLE_HEIGHT, Sample, place_legend
from tocmodel.layout.marks import badge_mark
from tocmodel.layout.palette import CATEGORIES, MUTED, NEUTRAL, PAPER, Tone, tone
from tocmodel.layout.scene import Bounds, Path, Primitive, SceneGroup, Text
from tocmodel.layout.shapes import draw_shape, line, rounded
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.arrow_style import (
    at_start,
    delay_mark,
    draft_mark,
    head,
    line_end,
    mark,
    shaft,
    stroke_between,
    stroke_of,
)
from tocmodel.layout.symbols.change_marks import CHANGES, changed_line
from tocmodel.layout.symbols.indicator_charts import trend_sample
from tocmodel.layout.text_block import centred


def draw_legend(
    diagram: Diagram, x: float, y: float, width: float, sheet: Sheet
) -> tuple[tuple[SceneGroup, ...], float]:
    """Return the legend of a diagram, and its height."""
    samples = [
        Sample(kind=entry.sample, text=entry.text, draw=partial(_sample, entry, diagram))
        for entry in diagram.legend
    ]
    return place_legend(samples, x, y, width, sheet)


def _sample(entry: LegendEntry, diagram: Diagram, x: float, y: float) -> Sequence[Primitive]:
    what, _, which = entry.sample.partition(":")
    area = Bounds(x=x, y=y, width=SAMPLE, height=SAMPLE_HEIGHT)
    if what == "colour":
        shade = tone(which, diagram.colours)
        return (_swatch(shade, area), *_mark_of_progress(which, shade, area))
    return _SAMPLES[what](which, area)


def _swatch(shade: Tone, area: Bounds) -> Path:
    return Path(commands=rounded(_lower(area), 3), fill=PAPER, stroke=shade.dark, stroke_width=1.6)


def _lower(area: Bounds) -> Bounds:
    """The area of an outline, a little lower than its row, so that no two touch."""
    return evolve(area, y=area.y + 1, height=area.height - 2)


def _mark_of_progress(which: str, shade: Tone, area: Bounds) -> Sequence[Primitive]:
    """Return the mark that the boxes of a colour have too; only progress has both."""
    if not which.startswith("progress:") or which == "progress:none":
        return ()
    return badge_mark(which, area.centre[0] - 4, area.centre[1] - 4, shade.dark)


def _box(which: str, area: Bounds) -> Sequence[Primitive]:
    unwanted = which == "unwanted"
    kind = "outcome" if unwanted else which
    return draw_shape(kind, _lower(area), stroke=NEUTRAL.dark, fill=PAPER, unwanted=unwanted)


def _value(status: str, area: Bounds) -> Sequence[Primitive]:
    return draw_shape(
        "value_creation", _lower(area), stroke=NEUTRAL.dark, fill=PAPER, status=status
    )


def _arrow_sample(which: str, area: Bounds) -> Sequence[Primitive]:
    return (*_frames(which, area), *_arrow(which, area.x, area.centre[1]))


def _badge(which: str, area: Bounds) -> Sequence[Primitive]:
    return badge_mark(which, area.centre[0] - 4, area.centre[1] - 4, NEUTRAL.dark)


def _change(which: str, area: Bounds) -> Sequence[Primitive]:
    outline = Path(commands=rounded(_lower(area), 3), stroke=NEUTRAL.dark, stroke_width=1.4)
    return (changed_line(outline, which), *_word(CHANGES[which].sign, area))


def _line(which: str, area: Bounds) -> Sequence[Primitive]:
    start, end = (area.x, area.centre[1]), (area.right, area.centre[1])
    if which == "ceiling":
        return (ceiling_line((start, end)),)
    if which == "trend":
        return trend_sample(area, NEUTRAL)
    stroke = stroke_of(Arrow(id="", from_="", to=""))
    return (*shaft(stroke, line((start, end))), *delay_mark(stroke, area.centre, (1.0, 0.0)))


def _frames(which: str, area: Bounds) -> tuple[Path, ...]:
    """The ends of two frames, for an arrow between wholes; or a frame round a part."""
    if which == "region":
        return (Path(commands=rounded(area, 6), fill=CATEGORIES[0].pale),)
    if which == "parts":
        return _outline(area), _outline(_smaller(area))
    if which != "whole":
        return ()
    start = evolve(area, width=area.width / 4)
    return _outline(start), _outline(evolve(start, x=area.right - start.width))


def _outline(area: Bounds) -> Path:
    return Path(commands=rounded(_lower(area), 3), stroke=MUTED, stroke_width=1.1)


def _smaller(area: Bounds) -> Bounds:
    return Bounds(x=area.x + 5, y=area.y + 4, width=area.width - 10, height=area.height - 7)


def _code(code: str, area: Bounds) -> Sequence[Text]:
    """The code of a loop, large enough for a slide."""
    x, y = area.centre
    return centred((code,), x, y - 7.0, 12.0, NEUTRAL.dark, bold=True)


def _word(word: str, area: Bounds) -> Sequence[Text]:
    x, y = area.centre
    return centred((word,), x, y - 5.8, 10.0, NEUTRAL.dark, bold=True)


def ceiling_line(points: tuple[tuple[float, float], tuple[float, float]]) -> Path:
    """Return the dashed line of the ceiling of accountability."""
    return Path(commands=line(points), stroke=MUTED, stroke_width=1.6, dash=(7.0, 4.0))


_EFFECTS = ("increases", "decreases", "changes", "unknown", "disputed", "mixed")


_GUESSES = ("inferred", "drafted")


def _arrow(which: str, x: float, y: float) -> tuple[Primitive, ...]:
    """A short arrow for a kind, an effect, a guess, feedback or the main story."""
    known = {*_EFFECTS, *_GUESSES, "feedback", "main", "main-inferred", "whole", "across"}
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
    stroke = stroke_between(stroke_of(arrow)) if which == "across" else stroke_of(arrow)
    # Feedback points back here too, as it does in the picture.
    start, tip, direction = (x + SAMPLE, x, -1.0) if arrow.feedback else (x, x + SAMPLE, 1.0)
    middle = (x + SAMPLE * 0.45, y)
    first = start + direction * line_end(at_start(stroke)) if stroke.tail else start
    return (
        *shaft(stroke, line(((first, y), (tip - direction * line_end(stroke), y)))),
        *head(stroke, (tip, y), (direction, 0.0)),
        *(head(at_start(stroke), (start, y), (-direction, 0.0)) if stroke.tail else ()),
        *mark(stroke, middle),
        *draft_mark(stroke, middle),
    )


_SAMPLES: Mapping[str, Callable[[str, Bounds], Sequence[Primitive]]] = MappingProxyType(
    {
        "box": _box,
        "value": _value,
        "arrow": _arrow_sample,
        "frame": _frames,
        "badge": _badge,
        "change": _change,
        "loop": _code,
        "line": _line,
    }
)
"""Draws the sample of each kind of line in a legend; a colour needs those of the diagram."""
