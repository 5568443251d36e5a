"""Sheets of paper for a workshop: words that fit a place, lines to write on, and lines to cut."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import evolve, frozen

from tocmodel.layout.fonts.lettering import Lettering, use_lettering
from tocmodel.layout.fonts.outlines import with_outlines
from tocmodel.layout.palette import INK, MUTED, PAPER, RULE, Tone
from tocmodel.layout.scene import Bounds, Path, Primitive, Scene, SceneGroup
from tocmodel.layout.shapes import line, rectangle, rounded
from tocmodel.layout.text import LEADING, wrap
from tocmodel.layout.text_block import left

SMALLEST = 12.0
"""The smallest text on any sheet, in points."""

PAD = 12.0
"""From the edge of a card or a field to its words."""


@frozen
class SheetWords:
    """Some words to put at a place.

    Attributes:
        text: the words.
        size: the size they have if there is room; they never become smaller than ``SMALLEST``.
        bold, colour, behind: how they look, and the colour of what is below them.
    """

    text: str
    size: float = SMALLEST
    bold: bool = False
    colour: str = INK
    behind: str = PAPER


def fit(words: SheetWords, width: float, height: float) -> tuple[tuple[str, ...], float]:
    """Return the lines of some words in a place, and their size.

    They become smaller until they fit. At the smallest size, what has no room is left out, with
    three dots in its place.
    """
    size = words.size
    while True:
        lines = wrap(words.text, width, size, bold=words.bold)
        if len(lines) * size * LEADING <= height:
            return lines, size
        if size <= SMALLEST:
            room = max(1, int(height / (size * LEADING)))
            return _cut(lines, room), size
        size = max(SMALLEST, size - 1)


def _cut(lines: tuple[str, ...], room: int) -> tuple[str, ...]:
    *first, last = lines[:room]
    return (*first, f"{last[:-1]}…")


def stack(
    parts: Sequence[SheetWords], place: Bounds, *, gap: float = 5.0
) -> tuple[list[Primitive], float]:
    """Return words one below another from the top of a place, and where they end.

    Those for which there is no room at all are left out.
    """
    items: list[Primitive] = []
    y = place.y
    for words in parts:
        if words.text and y + SMALLEST * LEADING <= place.bottom:
            lines, size = fit(words, place.width, place.bottom - y)
            items += left(
                lines, place.x, y, size, words.colour, bold=words.bold, behind=words.behind
            )
            y += len(lines) * size * LEADING + gap
    return items, y


def inside(place: Bounds, pad: float = PAD) -> Bounds:
    """Return the place within a margin."""
    return Bounds(
        x=place.x + pad,
        y=place.y + pad,
        width=place.width - 2 * pad,
        height=place.height - 2 * pad,
    )


def field_outline(place: Bounds, tone: Tone, *, fill: str = "") -> Path:
    """Return the outline of a field in its colour."""
    return Path(commands=rounded(place, 6), fill=fill, stroke=tone.dark, stroke_width=1.2)


def head_band(place: Bounds, tone: Tone, height: float) -> Path:
    """Return the coloured band at the top of a card."""
    band = Bounds(x=place.x, y=place.y, width=place.width, height=height)
    return Path(commands=rectangle(band), fill=tone.dark)


def writing_lines(place: Bounds, *, step: float = 22.0) -> Iterator[Path]:
    """Yield lines to write on, from the top of a place to its foot."""
    y = place.y + step
    while y <= place.bottom:
        yield Path(commands=line(((place.x, y), (place.right, y))), stroke=RULE, stroke_width=0.75)
        y += step


def cut_lines(columns: Sequence[float], rows: Sequence[float], sheet: Bounds) -> SceneGroup:
    """Return dashed lines across the whole sheet, to cut along."""
    ends = [((x, sheet.y), (x, sheet.bottom)) for x in columns]
    ends += [((sheet.x, y), (sheet.right, y)) for y in rows]
    lines = tuple(
        Path(commands=line(pair), stroke=MUTED, stroke_width=0.75, dash=(5.0, 4.0)) for pair in ends
    )
    return SceneGroup(id="cut-lines", role="note", title="lines to cut along", items=lines)


def with_fonts(make: Callable[[], Iterable[Scene]], lettering: Lettering) -> tuple[Scene, ...]:
    """Make sheets whose words are measured in some fonts, and are outlines where they must be."""
    with use_lettering(lettering):
        return tuple(with_outlines(scene, lettering) for scene in make())


def stacked(scenes: Sequence[Scene]) -> Scene:
    """Return several sheets as one picture, one below another, for a format without pages."""
    if len(scenes) == 1:
        return scenes[0]
    groups: list[SceneGroup] = []
    top = 0.0
    for number, scene in enumerate(scenes, 1):
        groups += (_moved(group, number, top) for group in scene.groups)
        top += scene.height
    width = max(scene.width for scene in scenes)
    return evolve(scenes[0], width=width, height=round(top, 2), page="", groups=tuple(groups))


def _moved(group: SceneGroup, number: int, down: float) -> SceneGroup:
    bounds = group.bounds and evolve(group.bounds, y=group.bounds.y + down)
    items = tuple(_item_moved(item, down) for item in group.items)
    return evolve(group, id=f"page-{number}-{group.id}", items=items, bounds=bounds)


def _item_moved(item: Primitive, down: float) -> Primitive:
    if not isinstance(item, Path):
        return evolve(item, y=item.y + down)
    commands = tuple(
        (letter, tuple(n + down if index % 2 else n for index, n in enumerate(numbers)))
        for letter, numbers in item.commands
    )
    return evolve(item, commands=commands)
