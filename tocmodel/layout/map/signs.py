"""Free places on the lines of a map for what stands on them: signs, marks and words."""

from collections.abc import Iterator, Sequence

from attrs import Factory, frozen

from tocmodel.layout.map.field import CELL, CostField, samples
from tocmodel.layout.map.routes import SIGN_PLACE
from tocmodel.layout.scene import Bounds, Point

_STRICT = ((5.8, 1.5), (4.5, 0.4))
"""The least distance from the middle of a sign to another line, and between two signs; if there is
no such place, less will do."""


@frozen
class SignPlaces:
    """The places taken so far.

    Attributes:
        field: the boxes and lines.
        taken: the areas of signs, marks and words.
    """

    field: CostField
    taken: list[Bounds] = Factory(list)

    def find(
        self, number: int, line: Sequence[Point], size: tuple[float, float], *, back: bool = False
    ) -> Point | None:
        """Return a place on a line that is free of boxes, other lines and other signs, and take it.

        Args:
            number: the number of the line.
            line: its points, from start to tip.
            size: the width and height that is needed.
            back: near its start and not near its tip.

        Returns:
            The middle of the place; ``None`` if there is none.
        """
        spots = list(_along(line if back else tuple(reversed(line))))
        for clear, apart in _STRICT:
            for spot in spots:
                if self._is_free(_around(spot, size), number, clear, apart):
                    self.taken.append(_around(spot, size))
                    return spot
        return None

    def _is_free(self, area: Bounds, number: int, clear: float, apart: float) -> bool:
        if any(_meet(area, other, apart) for other in self.taken) or self.field.box_in(area):
            return False
        x, y = area.centre
        core = _around((x, y), (max(area.width - 9.2, 0.0), max(area.height - 9.2, 0.0)))
        return self.field.lines_near(core, clear) <= {number}


def _along(line: Sequence[Point]) -> Iterator[Point]:
    """Yield the places to try, the best first: on the line, then beside it, then further on."""
    every = samples(line)
    first = int(SIGN_PLACE // CELL)
    rest = every[first : max(len(every) - 3, first + 1)]
    for part in (rest[:12], rest[12:]):
        for aside in (0.0, 7.5, -7.5, 10.5, -10.5):
            for (x, y), (dx, dy) in part:
                yield round(x - dy * aside, 2), round(y + dx * aside, 2)


def _around(spot: Point, size: tuple[float, float]) -> Bounds:
    width, height = size
    return Bounds(x=spot[0] - width / 2, y=spot[1] - height / 2, width=width, height=height)


def _meet(one: Bounds, other: Bounds, apart: float) -> bool:
    return (
        one.x < other.right + apart
        and other.x < one.right + apart
        and one.y < other.bottom + apart
        and other.y < one.bottom + apart
    )
