"""The content of a table or a heat map, apart from any format: rows, columns, cells and threads."""

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from tocmodel.results import NotebookDisplay
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Heading(SelfDescribing):
    """A row or a column.

    Attributes:
        id: unique among the rows, or among the columns.
        title: its words.
        part_of: the heading above it, which neighbours share; empty if it has none.
        meaning: a sentence that explains it, shown where there is room.
    """

    id: str
    title: str
    part_of: str = ""
    meaning: str = ""


@frozen(kw_only=True)
class Cell(SelfDescribing):
    """The cell where a row and a column meet; without one, nothing is known.

    Attributes:
        row, column: ids of its headings.
        texts: its contents, each on a separate line; may be empty in a heat map.
        marks: for each text, its kind, a key of the matrix's ``legend``; as many as there are
            texts, or none.
        weight: how much is in it, for a heat map: 0 is a gap.
    """

    row: str
    column: str
    texts: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    weight: int = 0


@frozen(kw_only=True)
class Stop(SelfDescribing):
    """One stop of a thread: the cell it passes through, and its words there.

    ``mark`` is a key of the matrix's ``legend``: happened, planned, hoped.
    """

    row: str
    column: str
    text: str = ""
    mark: str = ""


@frozen(kw_only=True)
class Thread(SelfDescribing):
    """A line through several cells, in order: a story across the cycles."""

    id: str
    title: str
    stops: tuple[Stop, ...] = ()


@frozen(kw_only=True)
class MatrixLegend(SelfDescribing):
    """The meaning of a mark; ``key`` is one of ``Cell.marks`` or ``Stop.mark``."""

    key: str
    text: str


@frozen(kw_only=True, slots=False)
class Matrix(SelfDescribing, NotebookDisplay):
    """A table with all its contents.

    Attributes:
        title: the heading.
        subtitle: its subject; may be empty.
        remark: what marks the whole table: imagined, or with parts left out for publication.
        language: BCP 47 tag.
        description: the table in words, for those who cannot see it.
        corner: the noun for the rows, such as *Cycle*.
        rows, columns: in reading order.
        cells: those with contents, and gaps worth naming; row by row.
        threads: lines over the cells.
        heat: shade cells by their weight, and name the gaps.
        legend: the meaning of each mark in use.
        note: the line below: sources, revision.
        date: when the theory was agreed or last reviewed, as written; may be empty.
    """

    title: str
    subtitle: str = ""
    remark: str = ""
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
