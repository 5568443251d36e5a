"""A matrix as plain text: a table where it fits a terminal, otherwise row by row."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import TextWrapper

from tocmodel.characters import one_line, terminal_lines
from tocmodel.tables.cell_lines import CellKey
from tocmodel.tables.cell_text import cell_words, thread_words
from tocmodel.tables.matrix import Heading, Matrix

WIDTH = 100
"""The usual width of a terminal, in characters."""
_NARROWEST = 9
_WIDEST = 30
_BETWEEN = "  "


def matrix_text(matrix: Matrix, width: int = WIDTH) -> str:
    """Return a matrix as text within a width, wherever its words allow.

    >>> from tocmodel.tables.matrix import Cell
    >>> print(matrix_text(Matrix(
    ...     title="Coverage",
    ...     corner="Cycle",
    ...     rows=(Heading(id="a", title="Applied"), Heading(id="r", title="Realised")),
    ...     columns=(Heading(id="n", title="Outcomes"), Heading(id="m", title="Stories")),
    ...     cells=(Cell(row="a", column="n", weight=2), Cell(row="r", column="n")),
    ...     heat=True,
    ... )))
    Coverage
    ========
    <BLANKLINE>
    Cycle      Outcomes   Stories
    ---------  ---------  ---------
    Applied    2
    Realised   gap
    <BLANKLINE>
    """
    return terminal_lines("\n".join([*(line.rstrip() for line in _lines(matrix, width)), ""]))


def _lines(matrix: Matrix, width: int) -> Iterator[str]:
    yield from _underlined(matrix.title, "=")
    for words in (matrix.subtitle, matrix.description):
        if words:
            yield from ("", *_wrap(words, width))
    cells = {
        place: tuple(one_line(words) for words in lines)
        for place, lines in cell_words(matrix).items()
    }
    yield ""
    widths = _widths(matrix, cells, width)
    yield from _table(matrix, cells, widths) if widths else _list(matrix, cells, width)
    for thread, stops in thread_words(matrix):
        yield from ("", *_underlined(thread.title, "-"))
        for label, stop in stops:
            yield from _wrap(f"{label}. {stop}", width, "", "   ")
    if matrix.note:
        yield from ("", *_wrap(matrix.note, width))


def _underlined(title: str, rule: str) -> tuple[str, str]:
    title = one_line(title)
    return title, rule * len(title)


def _widths(matrix: Matrix, cells: Mapping[CellKey, tuple[str, ...]], width: int) -> list[int]:
    """The width of each column, row headings first; nothing where a table does not fit."""
    room = width - len(_BETWEEN) * len(matrix.columns)
    if _NARROWEST * (1 + len(matrix.columns)) > room:
        return []  # a quick answer for thousands of columns
    natural = [_natural([matrix.corner, *(_row_words(row) for row in matrix.rows)])]
    for column in matrix.columns:
        inside = [words for row in matrix.rows for words in cells.get((row.id, column.id), ())]
        natural.append(_natural([_column_words(column), *inside]))
    while sum(natural) > room:
        widest = max(natural)
        if widest <= 2 * _NARROWEST:
            return []
        natural[natural.index(widest)] -= 1
    return natural


def _natural(lines: Sequence[str]) -> int:
    return max(_NARROWEST, min(_WIDEST, max(len(line) for line in lines)))


def _row_words(row: Heading) -> str:
    return one_line(f"{row.part_of}: {row.title}" if row.part_of else row.title)


def _column_words(column: Heading) -> str:
    return one_line(f"{column.part_of}: {column.title}" if column.part_of else column.title)


def _table(
    matrix: Matrix, cells: Mapping[CellKey, tuple[str, ...]], widths: Sequence[int]
) -> Iterator[str]:
    headings = [(matrix.corner,), *((_column_words(column),) for column in matrix.columns)]
    yield from _row(headings, widths)
    yield _BETWEEN.join("-" * width for width in widths)
    for row in matrix.rows:
        found = [cells.get((row.id, column.id), ()) for column in matrix.columns]
        yield from _row([(_row_words(row),), *found], widths)


def _row(cells: Sequence[Sequence[str]], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [
        [line for words in cell for line in _wrap(words, width)]
        for cell, width in zip(cells, widths, strict=True)
    ]
    for number in range(max(len(lines) for lines in wrapped)):
        yield _BETWEEN.join(
            (lines[number] if number < len(lines) else "").ljust(width)
            for lines, width in zip(wrapped, widths, strict=True)
        )


def _list(matrix: Matrix, cells: Mapping[CellKey, tuple[str, ...]], width: int) -> Iterator[str]:
    """Row by row, only cells with contents: for tables with many columns, or many words."""
    above = ""
    for number, row in enumerate(matrix.rows):
        if number:
            yield ""
        if row.part_of and row.part_of != above:
            yield from (*_underlined(row.part_of, "="), "")
        above = row.part_of
        yield from _underlined(row.title, "-")
        found = False
        for column in matrix.columns:
            for words in cells.get((row.id, column.id), ()):
                found = True
                line = f"{_column_words(column)}: {words}"
                yield from _wrap(line, width, "* ", "  ")
        if not found:
            yield "  (nothing here)"


def _wrap(text: str, width: int, first: str = "", later: str = "") -> list[str]:
    """Break a text into lines at spaces, so that 'self-harm' stays whole if it fits."""
    wrapper = TextWrapper(
        width, initial_indent=first, subsequent_indent=later, break_on_hyphens=False
    )
    return wrapper.wrap(one_line(text))
