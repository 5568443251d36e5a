"""The rows of a survey: the answers of each person by column, with their places."""

import re
from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.sheets import Table, TableRow, read_tables
from tocmodel.conversion.survey.read_map import AnswerMap, folded
from tocmodel.diagnostics import did_you_mean
from tocmodel.stories.model import FilledField, FormProblem

_PERSONAL = re.compile(
    r"\b(name|surname|e-?mail|phone|telephone|mobile|address|postcode|zip|birth|dob|ip|device ?id|"
    r"username|submitted by|latitude|longitude|geolocation|signature|nhs|upn)\b"
)

_LATELY = 100
"""A problem is not repeated if it is one of so many last ones."""


@frozen(eq=False)
class Survey:
    """A survey that was read.

    Attributes:
        path: its file.
        table: its table.
        headings: the place of each column by its folded heading.
        rows: one for each person.
        repeated: the folded headings of several columns.
        problems: what is wrong with the columns that a map names.
    """

    path: str
    table: Table
    headings: Mapping[str, int]
    rows: tuple[TableRow, ...]
    repeated: frozenset[str] = frozenset()
    problems: list[FormProblem] = field(factory=list)

    def column(self, heading: str) -> int | None:
        """Return the place of a column; one that is not there is a problem, reported once.

        A heading of Kobo may have its groups before it: ``visits/asked`` is found as ``asked``.
        """
        wanted = folded(heading)
        if wanted in self.repeated:
            message = f"several columns are called '{heading:.80}'"
            self.add_problem("", message, "rename one in the first row, so that the map can tell")
            return None
        if wanted in self.headings:
            return self.headings[wanted]
        inner = [place for name, place in self.headings.items() if name.endswith(f"/{wanted}")]
        if len(inner) == 1:
            return inner[0]
        message = f"there is no column '{heading:.80}'{did_you_mean(heading, self.head)}"
        help_ = "write the heading as it is in the first row of the survey"
        self.add_problem("", message, help_)
        return None

    @property
    def head(self) -> tuple[str, ...]:
        """The headings as they are written."""
        return self.table.rows[0].cells

    def answer(self, row: TableRow, item: AnswerMap) -> FilledField | None:
        """Return an answer of a person, with its place; ``None`` where there is none.

        An answer that is not among the codes of the map is a problem.
        """
        if item.always:
            return FilledField(item.always, f"row {row.number}")
        place = self.column(item.column)
        text = row.cell(place) if place is not None else ""
        if place is None or not text:
            return None
        where = self.place(row, place)
        if not item.codes:
            return FilledField(text, where)
        meant = item.codes.get(folded(text))
        if meant is None:
            self.add_problem(
                where,
                f"'{text:.80}' is not one of the codes of '{item.column:.80}'",
                f"add it to 'codes' in the map: there are {', '.join(item.codes)}",
            )
            return None
        return FilledField(meant, where)

    def place(self, row: TableRow, column: int) -> str:
        """Return the place of an answer: its cell, or its line and the heading of its column."""
        if self.table.name:
            return self.table.place(row, column)
        return f"{self.table.place(row)}, column '{self.head[column]:.80}'"

    def add_problem(self, place: str, message: str, help_: str) -> None:
        """Add a problem, once."""
        problem = FormProblem(path=self.path, place=place, message=message, help=help_)
        if problem not in self.problems[-_LATELY:]:
            self.problems.append(problem)

    def rows_where(self, only_where: Mapping[str, tuple[str, ...]]) -> Iterator[TableRow]:
        """Yield the rows in which each of some columns has one of some answers."""
        columns = [(self.column(name), answers) for name, answers in only_where.items()]
        for row in self.rows:
            if all(
                place is not None and folded(row.cell(place)) in answers
                for place, answers in columns
            ):
                yield row


def read_rows(data: bytes, path: str, sheet: str = "") -> Survey:
    """Read a survey: CSV, or a sheet of a workbook; its first row has the headings.

    Raises:
        ForeignFileError: it is no table, or it has several sheets and the map names none of them.
        UnreadableFileError: it is a workbook that is damaged or too large.
    """
    tables = [table for table in read_tables(data, path).tables if len(table.rows) > 1]
    chosen = [table for table in tables if not sheet or table.name == sheet]
    if len(chosen) != 1:
        raise unreadable(path, *_which(sheet, [table.name for table in tables]))
    [table] = chosen
    names = [folded(text) for text in table.rows[0].cells]
    headings = {name: place for place, name in reversed([*enumerate(names)]) if name}
    repeated = frozenset(name for name in headings if names.count(name) > 1)
    return Survey(path, table, headings, table.rows[1:], repeated)


def _which(sheet: str, names: Iterable[str]) -> tuple[str]:
    known = ", ".join(f"'{name}'" for name in names if name)
    if sheet:
        return (f"there is no sheet '{sheet:.60}' with answers; there is {known or 'none'}",)
    if known:
        return (f"it has several sheets: {known}; name one with 'sheet' in the map",)
    return ("it has no answers: a first row with headings and a row for each person",)


def personal_columns(headings: Iterable[str]) -> tuple[str, ...]:
    """Return the headings that look as if their columns name a person.

    >>> personal_columns(["ID", "Email", "Full name", "What did you do?", "_submitted_by"])
    ('Email', 'Full name', '_submitted_by')
    """
    return tuple(text for text in headings if _PERSONAL.search(folded(text.replace("_", " "))))
