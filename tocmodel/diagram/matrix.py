"""What a table or a heat map shows, in no format: rows, columns, cells, and threads across them."""

from collections.abc import Mapping
from functools import cached_property

from tocmodel.results import Shown
from tocmodel.values import frozen


@frozen(kw_only=True)
class Heading:
    """A row or a column.

    Attributes:
        id: unique among the rows, or among the columns.
        title: its words.
        part_of: words of the heading above it, which neighbours share; empty without one.
        meaning: a sentence that explains it; a table that has room shows it.
    """

    id: str
    title: str
    part_of: str = ""
    meaning: str = ""


@frozen(kw_only=True)
class Cell:
    """Where a row and a column meet; where there is none, nothing is known.

    Attributes:
        row, column: ids of its headings.
        texts: what stands in it, each a line of its own; a heat map may leave it empty.
        marks: for each text, what kind of thing it is, a key of the matrix's ``legend``; as many
            as there are texts, or none.
        weight: how much is here, for a heat map: 0 is a gap.
    """

    row: str
    column: str
    texts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    weight: int = 0


@frozen(kw_only=True)
class Stop:
    """One place of a thread: the cell it passes through and what is said there.

    ``mark`` is a key of the matrix's ``legend``: happened, planned, hoped.
    """

    row: str
    column: str
    text: str = ""
    mark: str = ""


@frozen(kw_only=True)
class Thread:
    """A line through several cells, in order: a story across the cycles."""

    id: str
    title: str
    stops: tuple[Stop, ...] = ()


@frozen(kw_only=True)
class MatrixLegend:
    """What a mark means; ``key`` is one of ``Cell.marks`` or ``Stop.mark``."""

    key: str
    text: str


@frozen(kw_only=True)
class Matrix(Shown):
    """A table with all that it says.

    Attributes:
        title: the heading.
        subtitle: what it is of; may be empty.
        imagined: the words that say so where the theory is imagined, which the subtitle has too.
        language: BCP 47 tag.
        description: the table in words, for those who cannot see it.
        corner: what the rows are, in a word: *Cycle*.
        rows, columns: in reading order.
        cells: those with something in them, and gaps that are worth naming; row by row.
        threads: lines over the cells.
        heat: shade cells by their weight, and name the gaps.
        legend: what each mark in use means.
        note: the line below: sources, revision.
        date: when the theory was agreed or last reviewed, as it says it; may be empty.
    """

    title: str
    subtitle: str = ""
    imagined: str = ""
    language: str = "en-GB"
    description: str = ""
    corner: str = ""
    rows: tuple[Heading, ...] = ()
    columns: tuple[Heading, ...] = ()
    cells: tuple[Cell, ...] = ()
    threads: tuple[Thread, ...] = ()
    heat: bool = False
    legend: tuple[MatrixLegend, ...] = ()
    note: str = ""
    date: str = ""

    @cached_property
    def by_place(self) -> Mapping[tuple[str, str], Cell]:
        """Each cell by the ids of its row and column."""
        return {(cell.row, cell.column): cell for cell in self.cells}
