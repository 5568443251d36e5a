"""What stands in a matrix, in words: for listeners, and for formats that have no signs."""

from collections.abc import Iterator, Mapping

from tocmodel.diagram.matrix import Matrix, Thread
from tocmodel.diagram.matrix_entries import Entry, Place, entries, stops

GAP = "gap"
"""What is said of a cell that a heat map shows to be empty."""


def meanings(matrix: Matrix) -> dict[str, str]:
    """Return what each mark means."""
    return {item.key: item.text for item in matrix.legend}


def entry_words(entry: Entry, meaning: Mapping[str, str]) -> str:
    """Say one line of a cell: its words, what kind of thing it is, and the stops at it."""
    said = meaning.get(entry.mark, entry.mark)
    words = said if entry.only_a_mark else entry.text
    if said and not entry.only_a_mark:
        words = f"{words} [{said}]"
    labels = ", ".join(stop.label for stop in entry.stops)
    return f"{words} ({labels})" if labels else words


def cell_words(matrix: Matrix) -> dict[Place, tuple[str, ...]]:
    """Return the lines of every cell that says anything, in words.

    In a heat map a cell without words says its weight, and a gap that it is one.
    """
    meaning = meanings(matrix)
    found = {
        place: tuple(entry_words(entry, meaning) for entry in lines)
        for place, lines in entries(matrix).items()
    }
    if matrix.heat:
        for cell in matrix.cells:
            said = str(cell.weight) if cell.weight else GAP
            found.setdefault((cell.row, cell.column), (said,))
    return found


def thread_words(matrix: Matrix) -> Iterator[tuple[Thread, tuple[tuple[str, str], ...]]]:
    """Give each thread, and for every stop its number, and where it is and what is said there."""
    rows = {row.id: row.title for row in matrix.rows}
    columns = {column.id: column.title for column in matrix.columns}
    meaning = meanings(matrix)
    lines: dict[str, list[tuple[str, str]]] = {thread.id: [] for thread in matrix.threads}
    for thread, stop, label in stops(matrix):
        place = ", ".join((rows.get(stop.row, stop.row), columns.get(stop.column, stop.column)))
        said = meaning.get(stop.mark, stop.mark)
        mark = f" [{said}]" if said else ""
        lines[thread.id].append((label, f"{place}: {stop.text}{mark}"))
    for thread in matrix.threads:
        yield thread, tuple(lines[thread.id])
