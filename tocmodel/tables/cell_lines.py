"""The lines of each cell of a matrix, with the stops of threads at their lines."""

from collections.abc import Iterator, Mapping

from attrs import evolve, frozen

from tocmodel.tables.matrix import Matrix, Stop, Thread

CellKey = tuple[str, str]
"""The ids of a row and a column."""


@frozen(kw_only=True)
class NumberedStop:
    """A stop of a thread; ``label`` is its number, after a letter if there are several threads."""

    thread: str
    label: str
    mark: str = ""


@frozen(kw_only=True)
class CellLine:
    """One line of a cell.

    Attributes:
        text: its words.
        mark: the key of its kind; empty if it has none.
        stops: the stops of threads at this line.
        short: its words where the thread is named beside it, otherwise all of them.
    """

    text: str
    mark: str = ""
    stops: tuple[NumberedStop, ...] = ()
    short: str

    @property
    def only_a_mark(self) -> bool:
        """Whether the line adds nothing to its mark."""
        return bool(self.mark) and self.text == self.mark


def cell_lines(matrix: Matrix) -> Mapping[CellKey, tuple[CellLine, ...]]:
    """Return the lines of each cell that has any.

    A stop is at the line of its cell with the same words; a stop with other words gets a separate
    line.

    >>> from tocmodel.tables.matrix import Cell, Heading
    >>> matrix = Matrix(
    ...     title="A circle",
    ...     rows=(Heading(id="applied", title="Applied"),),
    ...     columns=(Heading(id="stories", title="Stories"),),
    ...     cells=(Cell(row="applied", column="stories", texts=("Anna: she tried it",)),),
    ...     threads=(Thread(id="anna", title="Anna", stops=(
    ...         Stop(row="applied", column="stories", text="she tried it"),)),),
    ... )
    >>> cell_lines(matrix)["applied", "stories"][0].stops[0].label
    '1'
    """
    found: dict[CellKey, list[CellLine]] = {}
    for cell in matrix.cells:
        marks = cell.marks or ("",) * len(cell.texts)
        found[cell.row, cell.column] = [
            CellLine(text=text, short=text, mark=mark)
            for text, mark in zip(cell.texts, marks, strict=True)
        ]
    rows = {row.id for row in matrix.rows}
    columns = {column.id for column in matrix.columns}
    for thread, stop, label in stops(matrix):
        if stop.row in rows and stop.column in columns:
            _put(found.setdefault((stop.row, stop.column), []), thread, stop, label)
    return {place: tuple(lines) for place, lines in found.items() if lines}


def stops(matrix: Matrix) -> Iterator[tuple[Thread, Stop, str]]:
    """Yield every stop of every thread, with its number."""
    several = len(matrix.threads) > 1
    for place, thread in enumerate(matrix.threads):
        letter = letter_of(place) if several else ""
        for number, stop in enumerate(thread.stops, 1):
            yield thread, stop, f"{letter}{number}"


def letter_of(place: int) -> str:
    """Return the letter of a thread by its position, as spreadsheets name columns.

    >>> letter_of(0), letter_of(25), letter_of(26)
    ('A', 'Z', 'AA')
    """
    before = letter_of(place // 26 - 1) if place >= 26 else ""
    return before + chr(ord("A") + place % 26)


def _put(lines: list[CellLine], thread: Thread, stop: Stop, label: str) -> None:
    numbered = NumberedStop(thread=thread.id, label=label, mark=stop.mark)
    same = {stop.text, f"{thread.title}: {stop.text}"}
    for index, line in enumerate(lines):
        taken = any(other.thread == thread.id for other in line.stops)
        if line.text in same and not taken:
            lines[index] = evolve(line, stops=(*line.stops, numbered), short=stop.text)
            return
    words = CellLine(text=stop.text, short=stop.text, mark=stop.mark, stops=(numbered,))
    lines.append(words)
