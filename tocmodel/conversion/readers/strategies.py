"""Read tables with a strategy in each row, and its kinds of element in columns.

The headings are words for kinds: *Activity*, *Output*, *Outcome*, *Indicator*, *Assumption*. A cell
may have several values. What is in a row leads, from kind to kind, to the furthest outcome.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from tocmodel.conversion.choices import LEFT_OUT, decided_kind
from tocmodel.conversion.faults import ForeignFileError, unreadable
from tocmodel.conversion.kinds import ElementKind, is_exact, kind_of, known_kind
from tocmodel.conversion.sheets import Table, TableRow, heading_name, read_tables, title_above
from tocmodel.conversion.sketch import Note, Remark, Sketch
from tocmodel.conversion.table_builder import TableBuilder
from tocmodel.package import UnreadableFileError
from tocmodel.schema.synonyms import folded

_RANKS: Mapping[str, float] = {"interventions": 1, "outputs": 2, "outcomes": 3}
_HORIZONS = {"short": 2.5, "medium": 3.5, "long": 4, "impact": 5}
_ROWS_BEFORE_HEADINGS = 15
_LONGEST_HEADING = 60
_PLAIN_COLUMNS = ("who", "when", "where", "lead", "notes", "budget", "cost", "time", "status")


@frozen
class _Column:
    """A column: its place, its heading, and the kind of its elements; ``None`` for others."""

    place: int
    heading: str
    kind: ElementKind | None

    @property
    def rank(self) -> float:
        """How far its elements are on the way to the last outcome; 0 if they are not on it."""
        if self.kind is None:
            return 0
        horizon = str(self.kind.keys.get("horizon", ""))
        return _HORIZONS.get(horizon, _RANKS.get(self.kind.section, 0))


def recognises(data: bytes, name: str) -> bool:
    """Whether a table has columns for at least two steps of a strategy."""
    try:
        tables = read_tables(data, name).tables
    except (ForeignFileError, UnreadableFileError):
        return False
    return any(_headings(table, {}) for table in tables)


def read(data: bytes, name: str, kinds: Mapping[str, str]) -> Sketch:
    """Read the tables of a file.

    Args:
        data: its content.
        name: its name.
        kinds: the kind that a heading means, as ``--map`` gives it.

    Raises:
        ForeignFileError: no table has columns for two steps of a strategy.
    """
    found = read_tables(data, name)
    builder = TableBuilder()
    notes: list[Note] = []
    title = found.title
    is_found = False
    for table in found.tables:
        headings = _headings(table, kinds)
        if headings is None:
            if table.rows:
                what = f"the sheet '{table.name}'" if table.name else "the table"
                notes.append(Note(remark=Remark.LOST, message=what))
            continue
        is_found = True
        place, columns = headings
        title = title or title_above(table, place)
        notes += _column_notes(columns)
        _take(table, table.rows[place + 1 :], columns, builder)
    if not is_found:
        help_ = "name them in the first row, such as Activity and Outcome, or use --map"
        raise unreadable(name, "no two columns are steps of a strategy", help_=help_)
    return Sketch(
        title=title,
        boxes=builder.boxes(),
        lines=builder.lines(),
        notes=(*found.notes, *notes, *builder.notes()),
    )


def _headings(table: Table, kinds: Mapping[str, str]) -> tuple[int, tuple[_Column, ...]] | None:
    chosen = {folded(word): kind for word, kind in kinds.items()}
    for place, row in enumerate(table.rows[:_ROWS_BEFORE_HEADINGS]):
        columns = tuple(
            _Column(number, heading, _column_kind(heading, chosen))
            for number, heading in enumerate(row.cells)
            if heading
        )
        if len({column.rank for column in columns} - {0}) >= 2:
            return place, columns
    return None


def _column_kind(heading: str, chosen: Mapping[str, str]) -> ElementKind | None:
    """Return the kind of the elements of a column; words longer than a heading are content."""
    if folded(heading) in chosen:
        return decided_kind(chosen[folded(heading)])
    name = heading_name(heading)
    if len(name) > _LONGEST_HEADING or name in _PLAIN_COLUMNS:
        return None
    return known_kind(name) or kind_of(name)


def _column_notes(columns: Iterable[_Column]) -> Iterable[Note]:
    for column in columns:
        if column.kind and not is_exact(column.heading, column.kind) and column.kind != LEFT_OUT:
            words = column.kind.section.replace("_", " ")
            horizon = column.kind.keys.get("horizon")
            words += f" with the horizon {horizon}" if horizon else ""
            message = f"the column '{column.heading[:60]}' was read as {words}"
            yield Note(remark=Remark.GUESSED, message=message)


def _take(
    table: Table, rows: Sequence[TableRow], columns: Sequence[_Column], builder: TableBuilder
) -> None:
    steps = sorted((column for column in columns if column.rank), key=lambda item: item.rank)
    above: dict[int, str] = {}
    for row in rows:
        cells = {column.place: row.cell(column.place) for column in columns}
        _fill(cells, above, [column.place for column in steps], builder)
        above = cells
        _take_row(table, row, cells, columns, builder)


def _fill(
    cells: dict[int, str], above: Mapping[int, str], steps: Sequence[int], builder: TableBuilder
) -> None:
    """Fill empty cells at the start of a row from the row above, as merged cells are saved."""
    if not any(cells[place] for place in steps):
        return
    for place in sorted(steps):
        if cells[place]:
            return
        if above.get(place):
            cells[place] = above[place]
            builder.guessed["an empty cell at the start of a row was read as the one above"] += 1


def _take_row(
    table: Table,
    row: TableRow,
    cells: Mapping[int, str],
    columns: Sequence[_Column],
    builder: TableBuilder,
) -> None:
    found: dict[int, list[str]] = {}
    for column in columns:
        if column.kind and column.kind != LEFT_OUT:
            place = table.place(row, column.place)
            found[column.place] = builder.elements(cells[column.place], column.kind, place)
    steps = [
        (column.rank, found[column.place])
        for column in columns
        if column.rank and found.get(column.place)
    ]
    ways = _link_steps(steps, table.place(row), builder)
    _about(columns, found, steps, ways, builder)
    own = {
        column.heading[:80]: cells[column.place]
        for column in columns
        if column.kind is None and cells[column.place]
    }
    if own and steps:
        builder.add_keys(min(steps)[1][0], fields=own)


def _link_steps(
    steps: Iterable[tuple[float, list[str]]], place: str, builder: TableBuilder
) -> list[tuple[str, str]]:
    """Link each step of a row to the next; return the links of the last step."""
    by_rank: dict[float, list[str]] = {}
    for rank, keys in steps:
        by_rank.setdefault(rank, []).extend(keys)
    ordered = [by_rank[rank] for rank in sorted(by_rank)]
    last: list[tuple[str, str]] = []
    for causes, effects in pairwise(ordered):
        if len(causes) > 1 and len(effects) > 1:
            builder.guessed["in a row, each of several values leads to each of the next"] += 1
        builder.links(causes, effects, place)
        last = [(cause, effect) for cause in causes for effect in effects]
    return last


def _about(
    columns: Sequence[_Column],
    found: Mapping[int, list[str]],
    steps: Sequence[tuple[float, list[str]]],
    ways: Sequence[tuple[str, str]],
    builder: TableBuilder,
) -> None:
    """Connect what is beside the steps of a row: indicators, assumptions, risks, partners."""
    if not steps:
        return
    _, doing = min(steps)
    _, aims = max(steps)
    for column in columns:
        keys = found.get(column.place)
        if not keys or column.kind is None:
            continue
        match column.kind.section:
            case "indicators":
                measured = _measured(column, columns, found) or aims
                builder.add_to(keys, measures=measured)
            case "risks":
                builder.add_to(keys, threatens=aims)
            case "assumptions" | "mechanisms" as section:
                for cause, effect in ways:
                    builder.link(cause, effect, "", **{_OF_LINKS[section]: keys})
            case section if section in _OF_DOING and doing[0].startswith("interventions"):
                builder.add_to(doing, **{_OF_DOING[section]: keys})


_OF_LINKS = {"assumptions": "assumes", "mechanisms": "via"}
_OF_DOING = {"partners": "partners", "inputs": "uses", "assets": "uses", "conditions": "addresses"}


def _measured(
    column: _Column, columns: Sequence[_Column], found: Mapping[int, list[str]]
) -> list[str]:
    """Return the elements in the nearest step to the left of an indicator."""
    before = (other for other in reversed(columns) if other.place < column.place and other.rank)
    return next((found[other.place] for other in before if found.get(other.place)), [])
