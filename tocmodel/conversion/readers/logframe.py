"""Read logframes and results tables: from CSV, workbooks and the tables of Word documents.

A logframe has a level in each row (goal, purpose, outputs, activities), and columns for the
narrative, the indicators, the means of verification and the assumptions. A results table also has
baselines, targets and figures seen, with a period in each heading.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from tocmodel.conversion.faults import ForeignFileError, unreadable
from tocmodel.conversion.figures import figure, period_in, unit_of
from tocmodel.conversion.kinds import ElementKind, without_kind
from tocmodel.conversion.logframe_levels import Levels, level_of
from tocmodel.conversion.sheets import Table, TableRow, heading_name, read_tables, title_above
from tocmodel.conversion.sketch import Note, Remark, Sketch
from tocmodel.conversion.table_builder import TableBuilder
from tocmodel.package import UnreadableFileError

_ROWS_BEFORE_HEADINGS = 15
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "level": ("level", "results level", "hierarchy", "hierarchy of objectives", "type", "kind"),
    "number": ("no", "number", "code", "ref"),
    "result": (
        *("narrative summary", "narrative", "project description", "project summary", "summary"),
        *("intervention logic", "results chain", "result", "results", "description", "title"),
        *("project structure", "objectives", "objective", "result statement", "statement"),
    ),
    "indicator": (
        *("indicator", "indicators", "objectively verifiable indicators", "ovi", "ovis"),
        *("verifiable indicators", "performance indicators", "indicators of achievement"),
        *("objectively verifiable indicators of achievement", "key performance indicators"),
        *("measurable indicators", "performance indicator", "kpis"),
    ),
    "data": (
        *("means of verification", "mov", "movs", "sources of verification", "data source"),
        *("source of verification", "sources and means of verification", "data sources", "source"),
        *("verification", "data source and collection method", "sources of information"),
    ),
    "assumption": (
        *("assumptions", "assumption", "important assumptions", "assumptions and risks"),
        *("risks and assumptions", "assumptions risks", "key assumptions"),
        *("external factors", "critical assumptions", "risks assumptions"),
    ),
    "risk": ("risk", "risks"),
    "unit": ("unit", "unit of measure", "unit of measurement"),
    "baseline": ("baseline", "baseline value"),
    "target": ("target", "targets", "target value", "end target", "final target", "overall target"),
    "partner": ("responsible", "lead", "owner", "responsibility"),
}
_FIGURES = {
    "baseline": ("baseline",),
    "target": ("target", "milestone", "planned", "goal value"),
    "actual": ("actual", "achieved", "result in", "progress", "measured", "observed", "value in"),
}


def recognises(data: bytes, name: str) -> bool:
    """Whether a table has levels in its rows, and a column beside them that logframes have."""
    try:
        tables = read_tables(data, name).tables
    except (ForeignFileError, UnreadableFileError):
        return False
    return any(_headings(table) for table in tables)


def read(data: bytes, name: str) -> Sketch:
    """Read the logframe in a file.

    Raises:
        ForeignFileError: no table is a logframe.
    """
    found = read_tables(data, name)
    builder = TableBuilder()
    levels = Levels(builder)
    title = found.title
    lost: list[Note] = []
    is_found = False
    for table in found.tables:
        headings = _headings(table)
        if headings is None:
            if table.rows:
                lost.append(Note(remark=Remark.LOST, message=f"the table '{table.name}'"))
            continue
        is_found = True
        title = title or title_above(table, headings.row)
        for row in table.rows[headings.row + 1 :]:
            _take(_Cells(table, row, headings), levels, builder)
    if not is_found:
        help_ = "its rows begin with goal, purpose, outputs, activities; its columns have headings"
        raise unreadable(name, "no table is a logframe", help_=help_)
    levels.link()
    return Sketch(
        title=title,
        boxes=builder.boxes(),
        lines=builder.lines(),
        theory_keys={"kind": "results-framework"},
        notes=(*found.notes, *builder.notes(), *lost),
    )


@frozen
class _FigureColumn:
    """A column of figures: a baseline, a target or a figure seen; its period, or its heading."""

    place: int
    what: str
    period: str
    words: str


@frozen
class _Headings:
    """The row of headings, the column of each field, and the columns of figures."""

    row: int
    fields: Mapping[str, int]
    figures: tuple[_FigureColumn, ...]
    others: Mapping[int, str]


@frozen
class _Cells:
    """A row, and its cells by their headings."""

    table: Table
    row: TableRow
    headings: _Headings

    def __getitem__(self, name: str) -> str:
        place = self.headings.fields.get(name)
        return "" if place is None else self.row.cell(place)

    @property
    def place(self) -> str:
        return self.table.place(self.row)


def _headings(table: Table) -> _Headings | None:
    """Return the headings of a logframe; ``None`` if the table is none."""
    for place, row in enumerate(table.rows[:_ROWS_BEFORE_HEADINGS]):
        names = [heading_name(cell) for cell in row.cells]
        fields: dict[str, int] = {}
        for name, words in _COLUMNS.items():
            column = next((n for n, heading in enumerate(names) if heading in words), None)
            if column is not None and column not in fields.values():
                fields[name] = column
        if not {"indicator", "data", "assumption", "baseline", "target"} & set(fields):
            continue
        free = [n for n, cell in enumerate(row.cells) if n not in fields.values()]
        if "level" not in fields:
            levels = [n for n in (*free, *fields.values()) if _names_levels(table, place, n)]
            fields |= {"level": levels[0]} if levels and levels[0] in free else {}
        if "result" not in fields:
            unused = [n for n in free if n not in fields.values() and not _is_figure(row.cells[n])]
            if not unused:
                continue
            fields["result"] = unused[0]
        headings = _Headings(place, fields, tuple(_figure_columns(row, fields)), {})
        if _has_levels(table, headings):
            return _with_others(headings, row)
    return None


def _names_levels(table: Table, place: int, column: int) -> bool:
    """Whether a column has at least two words for levels below the headings."""
    found = {
        level.section
        for row in table.rows[place + 1 :]
        if (level := level_of(row.cell(column).split("\n")[0])[0])
    }
    return len(found) >= 2


def _with_others(headings: _Headings, row: TableRow) -> _Headings:
    taken = {*headings.fields.values(), *(column.place for column in headings.figures)}
    others = {n: cell for n, cell in enumerate(row.cells) if cell and n not in taken}
    return _Headings(headings.row, headings.fields, headings.figures, others)


def _is_figure(heading: str) -> bool:
    return bool(_figure_kind(heading))


def _figure_kind(heading: str) -> str:
    name = " ".join(heading.casefold().split())
    found = (what for what, words in _FIGURES.items() if any(word in name for word in words))
    return next(found, "target" if name and period_in(heading) == name else "")


def _figure_columns(row: TableRow, fields: Mapping[str, int]) -> Iterator[_FigureColumn]:
    named = {place for name, place in fields.items() if name not in ("baseline", "target")}
    for place, heading in enumerate(row.cells):
        what = _figure_kind(heading)
        if what and place not in named:
            words = "" if heading_name(heading) in _COLUMNS.get(what, ()) else heading
            yield _FigureColumn(place, what, period_in(heading), " ".join(words.split()))


def _has_levels(table: Table, headings: _Headings) -> bool:
    """Whether two rows at least begin with a level, so that it is no other table."""
    found = {
        level.section + str(level.keys)
        for row in table.rows[headings.row + 1 :]
        if (level := _row_level(_Cells(table, row, headings))[0])
    }
    return len(found) >= 2


def _row_level(cells: _Cells) -> tuple[ElementKind | None, str, str]:
    """Return the level that a row names, the number beside it, and its words without both."""
    level, number = level_of(cells["level"]) if cells["level"] else (None, "")
    words = cells["result"]
    if level is None and not cells["level"]:
        first = words.split("\n")[0]
        if (named := level_of(first))[0] and len(first) < 60:
            return (*named, words[len(first) :].strip())
        rest, kind = without_kind(words)
        if kind:
            return kind, level_of(words.partition(":")[0])[1], rest
    return level, number or cells["number"], words


def _take(cells: _Cells, levels: Levels, builder: TableBuilder) -> None:
    level, number, words = _row_level(cells)
    if level is not None:
        levels.begin(level)
    elif cells["level"] and words:
        builder.lost[f"the level '{cells['level'][:60]}', which is not known"] += 1
    if levels.current is None:
        if words:
            builder.lost["a row before the first level"] += 1
        return
    values = builder.values(words)
    if len(values.values) == 1 and number:
        values = values.with_number(number)
    keys = [levels.add(value, cells.place) for value in values.values]
    about = keys or levels.last
    if about:
        _take_beside(cells, about, levels, builder)


def _take_beside(
    cells: _Cells, about: Sequence[str], levels: Levels, builder: TableBuilder
) -> None:
    """Take what is beside the results of a row: indicators, assumptions, risks and others."""
    _take_indicators(cells, about, builder)
    assumed = builder.elements(cells["assumption"], ElementKind("assumptions"), cells.place)
    levels.assume(about, assumed)
    risks = builder.elements(cells["risk"], ElementKind("risks"), cells.place)
    builder.add_to(risks, threatens=about)
    own = {
        heading[:80]: cells.row.cell(place)
        for place, heading in cells.headings.others.items()
        if cells.row.cell(place)
    }
    if cells["partner"]:
        own[cells.table.rows[cells.headings.row].cell(cells.headings.fields["partner"])] = cells[
            "partner"
        ]
    builder.add_to(about[:1], fields=own)


def _take_indicators(cells: _Cells, about: Sequence[str], builder: TableBuilder) -> None:
    kind = ElementKind("indicators")
    values = builder.values(cells["indicator"]).values
    keys = [builder.element(value, kind, cells.place, measures=about) for value in values]
    if not keys:
        if any(cells.row.cell(column.place) for column in cells.headings.figures):
            builder.lost["the figures of a row without an indicator"] += 1
        return
    data = builder.values(cells["data"]).texts
    each = data if len(data) == len(keys) else ["; ".join(data)] * len(keys)
    for key, words in zip(keys, each, strict=True):
        builder.add_keys(key, data=words, unit=cells["unit"])
    if len(keys) == 1:
        builder.add_keys(keys[0], **_figures(cells))
    elif any(cells.row.cell(column.place) for column in cells.headings.figures):
        builder.lost["the figures of a row with several indicators"] += 1


def _figures(cells: _Cells) -> dict[str, Any]:
    """Return the figures of an indicator by their keys: one, or a list of several."""
    found: dict[str, list[dict[str, Any]]] = {}
    unit = ""
    for column in cells.headings.figures:
        cell = cells.row.cell(column.place)
        if not cell:
            continue
        body = figure(cell, column.period)
        if column.words and not column.period:
            body["note"] = column.words
        unit = unit or unit_of(cell)
        found.setdefault(_KEYS.get(column.what, column.what), []).append(body)
    return {"unit": unit, **{key: items if items[1:] else items[0] for key, items in found.items()}}


_KEYS = {"actual": "observations"}
