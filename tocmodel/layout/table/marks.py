"""Symbols in a table: one shape per mark, so that no colour is needed, and hatching for gaps."""

from collections.abc import Iterator, Sequence

from tocmodel.layout.palette import PAPER
from tocmodel.layout.scene import Bounds, Path, Point
from tocmodel.layout.shapes import circle, line, polygon, rectangle

_KNOWN = {"happened": "disc", "planned": "half", "hoped": "ring", "not-said": "dotted"}
"""Symbols of certainty: the fuller the symbol, the more certain."""
_OTHERS = ("square", "frame", "triangle", "diamond", "cross", "plus", "bar", "disc", "ring", "half")


def signs_of(keys: Sequence[str]) -> dict[str, str]:
    """Return a symbol for each mark; marks of one table differ as long as there are symbols.

    >>> signs_of(["happened", "classified", "by field"])
    {'happened': 'disc', 'classified': 'square', 'by field': 'frame'}
    """
    signs = {key: _KNOWN[key] for key in keys if key in _KNOWN}
    free = [sign for sign in _OTHERS if sign not in signs.values()]
    others = [key for key in keys if key not in _KNOWN]
    found = {**signs, **{key: free[number % len(free)] for number, key in enumerate(others)}}
    return {key: found[key] for key in keys}


def draw_sign(sign: str, centre: Point, size: float, colour: str) -> tuple[Path, ...]:
    """Return a symbol of a given size around a point."""
    x, y = centre
    r = size / 2
    box = Bounds(x=x - r * 0.86, y=y - r * 0.86, width=r * 1.72, height=r * 1.72)
    filled = {
        "disc": circle(x, y, r),
        "square": rectangle(box),
        "triangle": polygon(((x, y - r), (x + r, y + r * 0.8), (x - r, y + r * 0.8))),
        "diamond": polygon(((x, y - r), (x + r, y), (x, y + r), (x - r, y))),
        "bar": rectangle(Bounds(x=x - r, y=y - r * 0.35, width=2 * r, height=r * 0.7)),
    }
    if sign in filled:
        return (Path(commands=filled[sign], fill=colour),)
    if sign in {"ring", "half", "dotted"}:
        dash = (1.5, 1.5) if sign == "dotted" else ()
        ring = Path(
            commands=circle(x, y, r - 0.6), fill=PAPER, stroke=colour, stroke_width=1.2, dash=dash
        )
        lower = Bounds(x=x - r * 0.72, y=y, width=r * 1.44, height=r * 0.62)
        return (ring, Path(commands=rectangle(lower), fill=colour)) if sign == "half" else (ring,)
    if sign == "frame":
        return (Path(commands=rectangle(box), fill=PAPER, stroke=colour, stroke_width=1.2),)
    ends = (
        ((x - r, y), (x + r, y)),
        ((x, y - r), (x, y + r)),
    )
    if sign == "cross":
        d = r * 0.8
        ends = (((x - d, y - d), (x + d, y + d)), ((x + d, y - d), (x - d, y + d)))
    return tuple(Path(commands=line(pair), stroke=colour, stroke_width=1.8) for pair in ends)


def hatch(box: Bounds, colour: str, step: float = 6.0) -> tuple[Path, ...]:
    """Return the slanting lines of a gap, cut off at its edges."""
    return tuple(
        Path(commands=line(ends), stroke=colour, stroke_width=0.8) for ends in _slants(box, step)
    )


def _slants(box: Bounds, step: float) -> Iterator[tuple[Point, Point]]:
    along = step
    while along < box.width + box.height:
        below, beyond = max(along - box.width, 0.0), max(along - box.height, 0.0)
        yield (
            (round(box.x + min(along, box.width), 2), round(box.y + below, 2)),
            (round(box.x + beyond, 2), round(box.y + min(along, box.height), 2)),
        )
        along += step
