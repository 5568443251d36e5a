"""Ways of threads across a table: out of a cell into the white between columns, and along it.

No line crosses the words of a cell. Beside every column and above every row there is a strip; each
stretch of a thread gets a track of its strip that no other stretch uses at that place. Tracks are
found from the order of rows and lines alone, before anything has a size.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tocmodel.diagram.matrix import Matrix
from tocmodel.diagram.matrix_entries import Entry, Place
from tocmodel.values import field, frozen

_ROW = 10_000
_LINE = 20
_BEFORE_ROW = 100


@frozen(kw_only=True)
class Spot:
    """Where a stop is: its row, its column, its line in the cell and its turn at that line."""

    row: int
    column: int
    line: int
    turn: int
    label: str
    mark: str

    @property
    def height(self) -> int:
        """Grows from top to bottom."""
        return self.row * _ROW + self.line * _LINE + self.turn


@frozen(kw_only=True)
class Leg:
    """The way from one stop of a thread to the next.

    Attributes:
        thread: the place of the thread among the threads.
        start, end: the two stops.
        leaving: the track beside the column of the start; ``None`` for a straight way down.
        gap: the row above which it crosses to another column, and the track there.
        arriving: the track beside the column of the end, where that is another column.
    """

    thread: int
    start: Spot
    end: Spot
    leaving: int | None = None
    gap: tuple[int, int] | None = None
    arriving: int | None = None


@frozen(kw_only=True)
class Routes:
    """All ways of all threads.

    Attributes:
        spots: the stops of each thread, by its place among the threads.
        legs: the ways between them.
        beside: how many tracks there are beside each column.
        above: how many tracks there are above each row, and below the last.
    """

    spots: tuple[tuple[Spot, ...], ...]
    legs: tuple[Leg, ...]
    beside: tuple[int, ...]
    above: tuple[int, ...]


def find_routes(matrix: Matrix, lines: Mapping[Place, Sequence[Entry]]) -> Routes:
    """Work out the ways of the threads of a matrix."""
    spots = tuple(_spots(matrix, lines))
    beside = [_Strip() for _ in matrix.columns]
    above = [_Strip() for _ in range(len(matrix.rows) + 1)]
    legs = [
        _leg(thread, start, end, beside, above)
        for thread, stops in enumerate(spots)
        for start, end in pairwise(stops)
    ]
    return Routes(
        spots=spots,
        legs=tuple(legs),
        beside=tuple(len(strip.tracks) for strip in beside),
        above=tuple(len(strip.tracks) for strip in above),
    )


def _spots(matrix: Matrix, lines: Mapping[Place, Sequence[Entry]]) -> Iterator[tuple[Spot, ...]]:
    """The stops of each thread in their order; a label ends with their number."""
    for thread in matrix.threads:
        found = [
            Spot(row=row, column=column, line=line, turn=turn, label=stop.label, mark=stop.mark)
            for row, heading in enumerate(matrix.rows)
            for column, other in enumerate(matrix.columns)
            for line, entry in enumerate(lines.get((heading.id, other.id), ()))
            for turn, stop in enumerate(entry.stops)
            if stop.thread == thread.id
        ]
        yield tuple(sorted(found, key=lambda spot: int(spot.label.lstrip(_LETTERS))))


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@frozen
class _Strip:
    """The tracks of a strip, each with the stretches that are taken."""

    tracks: list[list[tuple[float, float]]] = field(factory=list)

    def take(self, one: float, other: float) -> int:
        """Return the first track that is free between two places, and take it."""
        low, high = sorted((one, other))
        for number, taken in enumerate(self.tracks):
            if all(high <= start or end <= low for start, end in taken):
                taken.append((low, high))
                return number
        self.tracks.append([(low, high)])
        return len(self.tracks) - 1


def _leg(
    thread: int, start: Spot, end: Spot, beside: Sequence[_Strip], above: Sequence[_Strip]
) -> Leg:
    if start.column == end.column:
        near = start.row == end.row and start.turn == end.turn == 0 and end.line == start.line + 1
        track = None if near else beside[start.column].take(start.height, end.height)
        return Leg(thread=thread, start=start, end=end, leaving=track)
    row = end.row if end.row > start.row else end.row + 1
    crossing = row * _ROW - _BEFORE_ROW
    low, high = sorted((start.column, end.column))
    return Leg(
        thread=thread,
        start=start,
        end=end,
        leaving=beside[start.column].take(start.height, crossing),
        gap=(row, above[row].take(low - 0.25, high + 0.25)),
        arriving=beside[end.column].take(crossing, end.height),
    )
