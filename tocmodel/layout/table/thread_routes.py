"""Routes of threads across a table: out of a cell into the white between columns, and along it.

No line crosses the words of a cell. Beside every column and above every row there is a strip; each
stretch of a thread gets a track in its strip that no other stretch uses there. Tracks depend only
on the order of rows and lines, before anything has a size.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import field, frozen

from tocmodel.tables.cell_lines import CellKey, CellLine
from tocmodel.tables.matrix import Matrix

_ROW = 10_000
_LINE = 20
_BEFORE_ROW = 100


@frozen(kw_only=True)
class StopPosition:
    """The position of a stop: its row, its column, its line in the cell and its turn there."""

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
class RouteSegment:
    """The route from one stop of a thread to the next.

    Attributes:
        thread: the place of the thread among the threads.
        start, end: the two stops.
        leaving: the track beside the column of the start; ``None`` for a straight line down.
        gap: the row below the strip where it crosses to another column, and the track there.
        arriving: the track beside the column of the end, if that is another column.
    """

    thread: int
    start: StopPosition
    end: StopPosition
    leaving: int | None = None
    gap: tuple[int, int] | None = None
    arriving: int | None = None


@frozen(kw_only=True)
class ThreadRoutes:
    """All routes of all threads.

    Attributes:
        positions: the stops of each thread, by its place among the threads.
        segments: the routes between them.
        beside: how many tracks there are beside each column.
        above: how many tracks there are above each row, and below the last.
    """

    positions: tuple[tuple[StopPosition, ...], ...]
    segments: tuple[RouteSegment, ...]
    beside: tuple[int, ...]
    above: tuple[int, ...]


def find_routes(matrix: Matrix, lines: Mapping[CellKey, Sequence[CellLine]]) -> ThreadRoutes:
    """Work out the routes of the threads of a matrix."""
    positions = tuple(_positions(matrix, lines))
    beside = [_Strip() for _ in matrix.columns]
    above = [_Strip() for _ in range(len(matrix.rows) + 1)]
    segments = [
        _segment(thread, start, end, beside, above)
        for thread, stops in enumerate(positions)
        for start, end in pairwise(stops)
    ]
    return ThreadRoutes(
        positions=positions,
        segments=tuple(segments),
        beside=tuple(len(strip.tracks) for strip in beside),
        above=tuple(len(strip.tracks) for strip in above),
    )


def _positions(
    matrix: Matrix, lines: Mapping[CellKey, Sequence[CellLine]]
) -> Iterator[tuple[StopPosition, ...]]:
    """The stops of each thread in their order; a label ends with their number."""
    for thread in matrix.threads:
        found = [
            StopPosition(
                row=row, column=column, line=line, turn=turn, label=stop.label, mark=stop.mark
            )
            for row, heading in enumerate(matrix.rows)
            for column, other in enumerate(matrix.columns)
            for line, entry in enumerate(lines.get((heading.id, other.id), ()))
            for turn, stop in enumerate(entry.stops)
            if stop.thread == thread.id
        ]
        yield tuple(sorted(found, key=lambda position: int(position.label.lstrip(_LETTERS))))


_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@frozen
class _Strip:
    """The tracks of a strip, each with the stretches in use."""

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


def _segment(
    thread: int,
    start: StopPosition,
    end: StopPosition,
    beside: Sequence[_Strip],
    above: Sequence[_Strip],
) -> RouteSegment:
    if start.column == end.column:
        near = start.row == end.row and start.turn == end.turn == 0 and end.line == start.line + 1
        track = None if near else beside[start.column].take(start.height, end.height)
        return RouteSegment(thread=thread, start=start, end=end, leaving=track)
    row = end.row if end.row > start.row else end.row + 1
    crossing = row * _ROW - _BEFORE_ROW
    low, high = sorted((start.column, end.column))
    return RouteSegment(
        thread=thread,
        start=start,
        end=end,
        leaving=beside[start.column].take(start.height, crossing),
        gap=(row, above[row].take(low - 0.25, high + 0.25)),
        arriving=beside[end.column].take(crossing, end.height),
    )
