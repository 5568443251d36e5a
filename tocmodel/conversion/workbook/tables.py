"""A theory as tables: one for the theory, one a section, and one for each kind of inner list."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.conversion.workbook.cells import Below, CellContent, cell_of, free_heading
from tocmodel.conversion.workbook.columns import (
    FIGURE,
    KeyPath,
    SheetColumn,
    SheetKey,
    Takes,
    columns_of,
    definitions_with_rows,
    fields_of_rows,
    fields_of_section,
    fields_of_theory,
    free_columns,
    sections,
    usual_in_rows,
    usual_keys,
)
from tocmodel.conversion.workbook.names import THE_PLACE, THE_THEORY, TitleNames, link_names
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.schema.schema_files import load_schema

OF = SheetColumn(
    path=("@of",),
    heading="Of",
    hint="What this row is about: its title as on its own sheet, or a link as 'cause -> effect'.",
    is_needed=True,
)
WHAT = SheetColumn(
    path=("@what",),
    heading="What",
    hint="What the figure is: a baseline, a target, an observation, a tipping point, and so on.",
    is_needed=True,
)
LANGUAGE = SheetColumn(
    path=("@language",),
    heading="Language",
    hint="The tag of the language, such as cy for Welsh.",
    is_needed=True,
)

THEORY = "theory"
"""The key of the table about the theory itself."""

USUAL = frozenset(
    (
        *("partners", "conditions", "interventions", "outcomes", "links", "assumptions"),
        *("indicators", "evidence", "sources"),
    )
)
"""The sections that have a sheet even if they are empty, so that a beginner can fill them in."""

ORDER = (
    *(THEORY, "partners", "conditions", "factors", "assets", "inputs", "interventions", "outputs"),
    *("mechanisms", "outcomes", "links", "assumptions", "risks", "loops", "indicators"),
    *(f"rows:{FIGURE}", "evidence", "sources"),
)
"""The order of the sheets; the others follow in the order of the schema."""


@frozen(kw_only=True)
class SheetRow:
    """A row: the id in its hidden first cell, and its other cells by their paths."""

    id: str = ""
    cells: Mapping[KeyPath, CellContent] = field(factory=dict)


@frozen(kw_only=True)
class SheetTable:
    """A sheet of a workbook.

    Attributes:
        key: what it is: ``theory``, a section, or ``rows:`` with a definition of the schema.
        name: its name in the workbook.
        columns: its columns in their order, without the hidden one for ids.
        first: how many of them are shown at once; the others can be opened.
        rows: its rows.
    """

    key: str
    name: str
    columns: tuple[SheetColumn, ...]
    first: int
    rows: tuple[SheetRow, ...]


_ROW_NAMES: Mapping[str, str] = {
    FIGURE: "Figures",
    "voice": "Voices",
    "assumption": "Assumptions of links",
    "evidence": "Evidence of links",
    "amount": "Parts of inputs",
    "quotation": "Quotations",
    "rating": "Ratings",
    "storyStep": "Story steps",
}


def table_name(key: str) -> str:
    """Return the name of a sheet.

    >>> table_name("theory"), table_name("value_creation"), table_name("rows:storyStep")
    ('Theory', 'Value creation', 'Story steps')
    """
    definition = key.removeprefix("rows:")
    if definition != key:
        title = load_schema()["$defs"][definition]["title"]
        return _ROW_NAMES.get(definition, f"{title} list")[:31]
    if key in SECTION_NAMES:
        return SECTION_NAMES[key].heading
    return key.replace("_", " ").capitalize()


def table_keys() -> tuple[str, ...]:
    """Return what sheets there can be, in their order."""
    rows = (f"rows:{definition}" for definition in definitions_with_rows())
    every = (THEORY, *sections(), *rows)
    return tuple(dict.fromkeys((*ORDER, *every)))


def fields_of(key: str) -> tuple[SheetKey, ...]:
    """Return the keys that a row of a sheet may have."""
    if key == THEORY:
        return fields_of_theory()
    definition = key.removeprefix("rows:")
    return fields_of_section(key) if definition == key else fields_of_rows(definition)


def before(key: str) -> tuple[SheetColumn, ...]:
    """Return the columns before those of the schema: what a row is about."""
    if key == f"rows:{FIGURE}":
        return OF, WHAT
    if key == "translations":
        return LANGUAGE, OF
    return (OF,) if key.startswith("rows:") else ()


def theory_tables(data: Mapping[str, Any], names: TitleNames) -> tuple[SheetTable, ...]:
    """Return the tables of a theory.

    Args:
        data: the plain data of the theory, as ``to_data`` returns it.
        names: the names of its entries.
    """
    builder = _Builder(names)
    builder.theory(data)
    shown = (key for key in table_keys() if key in builder.rows or key in USUAL or key in _ALWAYS)
    return tuple(_table(key, builder.rows.get(key, [])) for key in shown)


_ALWAYS = frozenset((THEORY, f"rows:{FIGURE}"))


class _Builder:
    """Puts values into rows, and the items of lists into rows of other tables."""

    def __init__(self, names: TitleNames) -> None:
        self.names = names
        self.rows: dict[str, list[SheetRow]] = {}

    def theory(self, data: Mapping[str, Any]) -> None:
        top = {key: value for key, value in data.items() if key not in sections()}
        self._add(THEORY, "", top, THE_THEORY, {})
        for section in sections():
            held = data.get(section) or {}
            if section == "links":
                self._links(held)
            elif section == "translations":
                self._translations(held)
            elif isinstance(held, Mapping):
                for id_, entry in held.items():
                    self._add(section, id_, entry, self.names.of(id_), {})
            else:
                for entry in held:
                    self._add(section, "", entry, "", {})

    def _links(self, links: Iterable[Any]) -> None:
        every = [link if isinstance(link, Mapping) else _ends(link) for link in links]
        for number, (link, name) in enumerate(
            zip(every, link_names(every, self.names), strict=True), 1
        ):
            self._add("links", str(number), link, name, {})

    def _translations(self, held: Mapping[str, Mapping[str, Any]]) -> None:
        for language, entries in held.items():
            before_: dict[KeyPath, CellContent] = {LANGUAGE.path: language}
            if not entries:
                self.rows.setdefault("translations", []).append(SheetRow(cells=before_))
            for id_, entry in entries.items():
                name = THE_THEORY if id_ == "theory" else self.names.of(id_)
                self._add("translations", "", entry, name, {**before_, OF.path: name})

    def _add(
        self,
        key: str,
        id_: str,
        entry: Mapping[str, Any],
        owner: str,
        cells: dict[KeyPath, CellContent],
    ) -> None:
        rows = self.rows.setdefault(key, [])
        place = len(rows)
        rows.append(SheetRow(id=id_))
        self._fill(cells, fields_of(key), entry, owner)
        rows[place] = SheetRow(id=id_, cells=cells)

    def _fill(
        self,
        cells: dict[KeyPath, CellContent],
        fields: tuple[SheetKey, ...],
        entry: Mapping[str, Any],
        owner: str,
    ) -> None:
        for one in fields:
            if one.key not in entry:
                continue
            value, column = entry[one.key], one.column
            if one.rows == FIGURE:
                self._figures(one, value, owner)
            elif one.rows and isinstance(value, list):
                value = list(self._listed(one, value, owner))
                if value and one.in_cell:
                    cells[column.path] = cell_of(column, value, self._name(column))
            elif one.is_free:
                for key, item in value.items():
                    cells[(*column.path, key)] = cell_of(column, item)
            elif isinstance(value, Mapping) and value and column.takes is not Takes.WRITTEN:
                self._fill(cells, one.inside, value, owner)
            else:
                cells[column.path] = cell_of(column, value, self._name(column))

    def _figures(self, one: SheetKey, value: Any, owner: str) -> None:
        about = THE_PLACE if one.column.path[0] == "place" else owner
        what = one.column.heading.removeprefix("Place: ")
        for figure in value if isinstance(value, list) else [value]:
            held = figure if isinstance(figure, Mapping) else {"value": figure}
            cells: dict[KeyPath, CellContent] = {OF.path: about, WHAT.path: what}
            self._add(f"rows:{FIGURE}", "", held, about, cells)

    def _listed(self, one: SheetKey, value: list[Any], owner: str) -> Iterator[Any]:
        """Yield what stays in the cell, and put each mapping into a row of its own."""
        number = 0
        last_text = max((at for at, item in enumerate(value) if isinstance(item, str)), default=-1)
        for at, item in enumerate(value):
            if not isinstance(item, Mapping):
                yield item
                continue
            number += 1
            self._add(f"rows:{one.rows}", "", item, f"{owner} #{number}", {OF.path: owner})
            if at < last_text:
                yield Below(f"#{number}")

    def _name(self, column: SheetColumn) -> Any:
        return self.names.of if column.reference is not None else str


def _ends(chain: str) -> Mapping[str, Any]:
    """Return a link from its two ends, as a theory writes one with nothing else."""
    cause, effect = chain.split(" -> ")
    return {"from": cause, "to": effect}


def _table(key: str, rows: list[SheetRow]) -> SheetTable:
    fields = fields_of(key)
    used = {path for row in rows for path in row.cells}
    usual = _usual(key)
    free = {
        (*column.path, path[-1]): SheetColumn(
            path=path,
            heading=free_heading(column.heading, path[-1]),
            hint=column.hint,
            takes=column.takes,
            depth=column.depth,
        )
        for row in rows
        for path in row.cells
        if (column := free_columns(fields).get(path[:-1])) is not None
    }
    # Empty mappings and lists of rows have a column only if it is needed.
    rare = [
        SheetColumn(path=path, heading=_rare_heading(fields, path))
        for path in sorted(used)
        if path not in free and path not in {c.path for c in (*before(key), *columns_of(fields))}
    ]
    every = list(columns_of(fields))
    first = [
        column
        for column in every
        if column.path in used or column.is_needed or column.path[0] in usual
    ]
    shown = (*before(key), *first, *rare, *free.values())
    rest = (column for column in every if column not in first)
    return SheetTable(
        key=key, name=table_name(key), columns=(*shown, *rest), first=len(shown), rows=tuple(rows)
    )


def _usual(key: str) -> frozenset[str]:
    if key == THEORY:
        return frozenset(one.key for one in fields_of(key))
    definition = key.removeprefix("rows:")
    return usual_keys(key) if definition == key else usual_in_rows(definition)


def _rare_heading(fields: tuple[SheetKey, ...], path: KeyPath) -> str:
    for one in fields:
        if one.column.path == path:
            return one.column.heading
        if one.column.path == path[: len(one.column.path)]:
            return _rare_heading(one.inside, path)
    return "/".join(path)
