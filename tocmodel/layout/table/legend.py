"""The legend of a table: every symbol, shade and thread in it, and no other."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from tocmodel.layout.legend import SAMPLE, SAMPLE_HEIGHT, Sample
from tocmodel.layout.palette import INK, NEUTRAL, PAPER, RULE
from tocmodel.layout.scene import Bounds, Path, Primitive
from tocmodel.layout.shapes import line, rectangle
from tocmodel.layout.table.marks import draw_sign, hatch, signs_of
from tocmodel.layout.table.shades import shade_of
from tocmodel.layout.table.threads import DASH, NOT_YET, WIDTH, arrow_head, draw_stop, ink_of
from tocmodel.tables.cell_lines import CellKey, CellLine, letter_of
from tocmodel.tables.matrix import Matrix


def samples_of(matrix: Matrix, lines: Mapping[CellKey, Sequence[CellLine]]) -> list[Sample]:
    """Return the lines of the legend of a matrix."""
    return [*_marks(matrix, lines), *_heat(matrix), *_threads(matrix)]


def _marks(matrix: Matrix, lines: Mapping[CellKey, Sequence[CellLine]]) -> Iterator[Sample]:
    signs = signs_of([item.key for item in matrix.legend])
    used = {entry.mark for found in lines.values() for entry in found}
    for item in matrix.legend:
        if item.key in used:
            draw = partial(_sign, signs[item.key])
            yield Sample(kind=f"mark:{item.key}", text=item.text, draw=draw)


def _sign(sign: str, x: float, y: float) -> tuple[Primitive, ...]:
    return draw_sign(sign, (x + SAMPLE / 2, y + SAMPLE_HEIGHT / 2), 9.0, NEUTRAL.dark)


def _heat(matrix: Matrix) -> Iterator[Sample]:
    if not matrix.heat:
        return
    if any(cell.weight == 0 for cell in matrix.cells):
        yield Sample(kind="heat:gap", text="Gap: nothing is here", draw=_gap)
    most = max((cell.weight for cell in matrix.cells), default=0)
    shades: dict[str, list[int]] = {}
    for weight in sorted({cell.weight for cell in matrix.cells} - {0}):
        shades.setdefault(shade_of(weight, most)[0], []).append(weight)
    for shade, weights in shades.items():
        low, high = weights[0], weights[-1]
        text = f"{low}" if low == high else f"{low} to {high}"
        yield Sample(kind=f"heat:{low}", text=text, draw=partial(_swatch, shade))


def _swatch(shade: str, x: float, y: float) -> tuple[Primitive, ...]:
    area = Bounds(x=x, y=y, width=SAMPLE, height=SAMPLE_HEIGHT)
    return (Path(commands=rectangle(area), fill=shade, stroke=NEUTRAL.dark, stroke_width=0.8),)


def _gap(x: float, y: float) -> tuple[Primitive, ...]:
    area = Bounds(x=x, y=y, width=SAMPLE, height=SAMPLE_HEIGHT)
    frame = Path(commands=rectangle(area), fill=PAPER, stroke=NEUTRAL.dark, stroke_width=0.8)
    return frame, *hatch(area, RULE)


def _threads(matrix: Matrix) -> Iterator[Sample]:
    several = len(matrix.threads) > 1
    for place, thread in enumerate(matrix.threads):
        label = letter_of(place) if several else "1"
        text = thread.title if several else f"{thread.title}, stop by stop"
        yield Sample(kind=f"thread:{thread.id}", text=text, draw=partial(_thread, label, place))
    if any(stop.mark in NOT_YET for thread in matrix.threads for stop in thread.stops[1:]):
        yield Sample(
            kind="thread:open",
            text="Leads to what is planned, hoped for or left open",
            draw=_not_yet,
        )


def _thread(label: str, place: int, x: float, y: float) -> tuple[Primitive, ...]:
    middle = y + SAMPLE_HEIGHT / 2
    ink = ink_of(place)
    stem = Path(
        commands=line(((x + 10, middle), (x + SAMPLE - 5, middle))), stroke=ink, stroke_width=WIDTH
    )
    tip = arrow_head((x + SAMPLE, middle), (1.0, 0.0), ink)
    return stem, tip, *draw_stop(label, (x + 7, middle), place)


def _not_yet(x: float, y: float) -> tuple[Primitive, ...]:
    middle = y + SAMPLE_HEIGHT / 2
    stem = line(((x, middle), (x + SAMPLE - 5, middle)))
    return (
        Path(commands=stem, stroke=INK, stroke_width=WIDTH, dash=DASH),
        arrow_head((x + SAMPLE, middle), (1.0, 0.0), INK),
    )
