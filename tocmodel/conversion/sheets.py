"""The tables of a CSV file or a workbook from elsewhere: rows of text, each with its place."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from attrs import frozen

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.texts import decoded
from tocmodel.conversion.word_parts import WordParagraph, WordTable, is_word, read_word
from tocmodel.schema.synonyms import folded
from tocmodel.workbook import Limits
from tocmodel.workbook.cells import cell_name
from tocmodel.workbook.sheets import SheetContents, read_sheets

MOST_ROWS = 20_000
MOST_CELLS = 500_000
LIMITS = Limits(rows=MOST_ROWS, cells=MOST_CELLS)
"""The limits for a workbook from elsewhere."""

_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_SEPARATORS = ",;\t|"
_GUARDED = re.compile(r"(^|;|\n)'(?=[\s\"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20])")
_HEADING_ROWS = 25
"""The headings of a table are in one of so many first rows; a title may be above them."""


@frozen
class TableRow:
    """A row of a table.

    Attributes:
        number: its number in the sheet, or its first line in a CSV file; from 1.
        cells: its texts, without space around them.
    """

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Return a cell; a row may end before it."""
        return self.cells[column] if column < len(self.cells) else ""


@frozen
class Table:
    """A table.

    Attributes:
        name: the name of its sheet; empty for a CSV file.
        rows: its rows with content.
    """

    name: str
    rows: tuple[TableRow, ...]

    def place(self, row: TableRow, column: int | None = None) -> str:
        """Return the place of a row or a cell, as its program calls it.

        >>> Table("Links", ()).place(TableRow(7, ()), 1), Table("", ()).place(TableRow(7, ()), 1)
        ('Links!B7', 'line 7')
        """
        if not self.name:
            return f"line {row.number}"
        where = f"row {row.number}" if column is None else cell_name(row.number, column + 1)
        return f"{self.name}!{where}" if column is not None else f"{self.name}, {where}"


@frozen
class Tables:
    """The tables of a file.

    Attributes:
        tables: the tables.
        notes: what was repaired while they were read.
        title: the title of a document; empty for other files.
    """

    tables: tuple[Table, ...]
    notes: tuple[Note, ...] = ()
    title: str = ""


def read_tables(data: bytes, name: str) -> Tables:
    """Return the tables of a workbook or a CSV file; which of the two, the content decides.

    Raises:
        ForeignFileError: it is not a table, or is damaged.
        UnreadableFileError: it is a workbook that is damaged or too large.
    """
    if data.startswith(b"PK") or PurePath(name).suffix.lower() in _WORKBOOKS:
        if is_word(data):
            blocks = read_word(data)
            return Tables(tuple(_word_tables(blocks)), title=_word_title(blocks))
        return Tables(tuple(map(_table, read_sheets(data, LIMITS))))
    text, notes = decoded(data, name)
    return Tables((Table("", tuple(_csv_rows(text, name))),), notes)


def _table(sheet: SheetContents) -> Table:
    rows = []
    for number, cells in sheet.rows:
        texts = [""] * max(cell.column for cell in cells)
        for cell in cells:
            texts[cell.column - 1] = cell.text
        if any(map(str.strip, texts)):
            rows.append(TableRow(number, _tidy(texts)))
    return Table(sheet.name, tuple(rows))


def _word_title(blocks: Iterable[WordParagraph | WordTable]) -> str:
    paragraphs = [block for block in blocks if isinstance(block, WordParagraph) and block.text]
    titles = (block.text for block in paragraphs if block.style == "title" or block.heading == 1)
    return next(titles, "")


def _word_tables(blocks: Iterable[WordParagraph | WordTable]) -> Iterator[Table]:
    tables = (block for block in blocks if isinstance(block, WordTable))
    for count, table in enumerate(tables, 1):
        rows = (TableRow(number, _tidy(cells)) for number, cells in enumerate(table.rows, 1))
        yield Table(f"table {count}", tuple(row for row in rows if any(row.cells)))


def _csv_rows(text: str, name: str) -> Iterator[TableRow]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=True)
    count = 0
    line = 1
    try:
        for cells in reader:
            count += len(cells)
            if line > MOST_ROWS or count > MOST_CELLS:
                most = f"{MOST_ROWS:,} rows or {MOST_CELLS:,} cells"
                raise unreadable(name, f"the table has more than {most}", line=line)
            if any(map(str.strip, cells)):
                yield TableRow(line, _tidy(cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise unreadable(
            name,
            "a quotation mark does not end" if "unexpected end" in str(error) else f"{error}",
            line=line,
            help_='put quotation marks around a whole cell, and write "" for one inside it',
        ) from error


def _tidy(cells: Sequence[str]) -> tuple[str, ...]:
    found = [_without_guard(cell.strip()) for cell in cells]
    while found and not found[-1]:
        found.pop()
    return tuple(found)


def _without_guard(cell: str) -> str:
    """Return a cell without the apostrophe that keeps a spreadsheet from computing it.

    >>> _without_guard("'=1+1"), _without_guard("'tis"), _without_guard("'-")
    ('=1+1', "'tis", '-')
    >>> _without_guard("a;'=b")
    'a;=b'
    """
    return _GUARDED.sub(r"\1", cell)


def separator(text: str) -> str:
    r"""Return what separates the cells of a CSV text: the mark that is in the most of its rows.

    >>> separator("From;To\na, b;c\n"), separator("a,b\n"), separator("a\tb\n")
    (';', ',', '\t')
    """
    lines = re.sub(r'"[^"]*"', "", text[:20_000]).split("\n")[:50]
    head = next((line for line in lines if line.strip()), "")
    return max(_SEPARATORS, key=lambda mark: (head.count(mark) > 0, _alike(lines, mark)))


def _alike(lines: Sequence[str], mark: str) -> tuple[int, int]:
    counts = [line.count(mark) for line in lines if line.strip()] or [0]
    return sum(number == counts[0] for number in counts) if counts[0] else 0, counts[0]


def heading_name(text: str) -> str:
    r"""Return a heading for comparison.

    >>> heading_name("Means of\nVerification (MoV):")
    'means of verification'
    """
    return folded(re.sub(r"\([^()]*\)|[:*#?./&,]", " ", " ".join(text.split())))


def title_above(table: Table, place: int) -> str:
    """Return the title in the rows above the headings; empty if none has one cell alone.

    >>> title_above(Table("", (TableRow(1, ("", "Our plan")), TableRow(2, ("From", "To")))), 1)
    'Our plan'
    """
    rows = ([cell for cell in row.cells if cell] for row in table.rows[:place])
    return next((cells[0] for cells in rows if len(cells) == 1), "")


def find_headings(
    table: Table, fields: Mapping[str, Sequence[str]], needed: Sequence[Sequence[str]]
) -> tuple[int, dict[str, int]] | None:
    """Return the place of the row of headings, and the column of each field in it.

    Args:
        table: the table.
        fields: the headings of each field.
        needed: the fields that must be there, as alternatives.

    >>> table = Table("", (TableRow(1, ("My map",)), TableRow(2, ("From", "To"))))
    >>> find_headings(table, {"from": ["from"], "to": ["to"]}, [["from", "to"]])
    (1, {'from': 0, 'to': 1})
    """
    for place, row in enumerate(table.rows[:_HEADING_ROWS]):
        found: dict[str, int] = {}
        names = [heading_name(cell) for cell in row.cells]
        for field, words in fields.items():
            column = next((names.index(word) for word in words if word in names), None)
            if column is not None and column not in found.values():
                found[field] = column
        if any(all(field in found for field in group) for group in needed):
            return place, found
    return None
