"""The contents of a matrix in words: for listeners, and for formats without symbols."""

from collections.abc import Iterator, Mapping

from tocmodel.tables.cell_lines import CellKey, CellLine, cell_lines, stops
from tocmodel.tables.matrix import Matrix, Thread

GAP = "gap"
"""The words for an empty cell of a heat map."""


def meanings(matrix: Matrix) -> dict[str, str]:
    """Return what each mark means."""
    return {item.key: item.text for item in matrix.legend}


def line_words(entry: CellLine, meaning: Mapping[str, str]) -> str:
    """Return one line of a cell: its words, its kind, and the stops at it."""
    meant = meaning.get(entry.mark, entry.mark)
    words = meant if entry.only_a_mark else entry.text
    if meant and not entry.only_a_mark:
        words = f"{words} [{meant}]"
    labels = ", ".join(stop.label for stop in entry.stops)
    return f"{words} ({labels})" if labels else words


def cell_words(matrix: Matrix) -> dict[CellKey, tuple[str, ...]]:
    """Return the lines of every cell with contents, in words.

    In a heat map a cell without words has its weight as its line, or the words for a gap.
    """
    meaning = meanings(matrix)
    found = {
        place: tuple(line_words(entry, meaning) for entry in lines)
        for place, lines in cell_lines(matrix).items()
    }
    if matrix.heat:
        for cell in matrix.cells:
            text = str(cell.weight) if cell.weight else GAP
            found.setdefault((cell.row, cell.column), (text,))
    return found


def thread_words(matrix: Matrix) -> Iterator[tuple[Thread, tuple[tuple[str, str], ...]]]:
    """Yield each thread, and the number, place and words of every stop."""
    rows = {row.id: row.title for row in matrix.rows}
    columns = {column.id: column.title for column in matrix.columns}
    meaning = meanings(matrix)
    lines: dict[str, list[tuple[str, str]]] = {thread.id: [] for thread in matrix.threads}
    for thread, stop, label in stops(matrix):
        place = ", ".join((rows.get(stop.row, stop.row), columns.get(stop.column, stop.column)))
        meant = meaning.get(stop.mark, stop.mark)
        mark = f" [{meant}]" if meant else ""
        lines[thread.id].append((label, f"{place}: {stop.text}{mark}"))
    for thread in matrix.threads:
        yield thread, tuple(lines[thread.id])
