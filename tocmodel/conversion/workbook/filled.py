"""Put the rows of a workbook together as the data of a theory, with the place of each value."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from tocmodel.conversion.workbook.cells import value_of
from tocmodel.conversion.workbook.columns import (
    FIGURE,
    KeyPath,
    SheetColumn,
    SheetKey,
    definitions_with_rows,
    sections,
)
from tocmodel.conversion.workbook.grids import GridRow, Grids, SheetGrid
from tocmodel.conversion.workbook.names import THE_PLACE, THE_THEORY
from tocmodel.conversion.workbook.problems import CellPlace, CellProblem
from tocmodel.conversion.workbook.resolve import (
    LinkKey,
    RemovedNameError,
    Resolver,
    UnclearNameError,
)
from tocmodel.conversion.workbook.tables import LANGUAGE, OF, THEORY, WHAT, fields_of
from tocmodel.diagnostics import Pointer, did_you_mean
from tocmodel.fileformat.ids.new_ids import new_id
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.workbook import TypedCell

VERSION_KEY = "tocmodel"

LISTS = frozenset(("links", "waivers"))
"""The sections whose entries have no ids."""


@frozen(kw_only=True)
class Filled:
    """The content of a workbook.

    Attributes:
        data: the plain data of the theory, as in its file.
        places: the cell of each value, and of each row, by its address in the data.
        link_numbers: for each link, its number when the workbook was written; 0 for a new one.
        made_from: what the theory was when the workbook was written, as a digest.
        problems: wrong cells.
        lost: what a theory cannot keep.
    """

    data: dict[str, Any]
    places: Mapping[Pointer, CellPlace]
    link_numbers: tuple[int, ...] = ()
    made_from: str = ""
    problems: tuple[CellProblem, ...] = ()
    lost: tuple[CellProblem, ...] = ()

    def place(self, pointer: Pointer) -> CellPlace | None:
        """Return the cell nearest to an address; ``None`` if the workbook has nothing there."""
        while pointer:
            if pointer in self.places:
                return self.places[pointer]
            pointer = pointer[:-1]
        return None


def fill(grids: Grids, *, remove_links: bool = False) -> Filled:
    """Return the plain data of the theory in a workbook, with everything that is wrong.

    Args:
        grids: the tables of the workbook.
        remove_links: whether links and other rows go with the entries whose rows were removed.
    """
    builder = _Builder(grids, remove_links=remove_links)
    builder.build()
    return Filled(
        data=builder.data,
        places=builder.places,
        link_numbers=tuple(builder.link_numbers),
        made_from=grids.made_from,
        problems=(*grids.problems, *builder.problems),
        lost=(*grids.lost, *builder.lost),
    )


class _Builder:
    def __init__(self, grids: Grids, *, remove_links: bool) -> None:
        self.grids = grids.grids
        self.written = grids.written
        self.problems: list[CellProblem] = []
        self.lost: list[CellProblem] = []
        self.places: dict[Pointer, CellPlace] = {}
        self.link_numbers: list[int] = []
        self.links: dict[LinkKey, list[Pointer]] = {}
        self.inner: dict[tuple[Pointer, str], int] = {}
        self.ids = _Ids(self.grids, self.written)
        self.lost += self.ids.lost
        self.resolver = Resolver(self.ids.titled(), self.written, drops=remove_links)
        self.data: dict[str, Any] = {VERSION_KEY: 1}

    def build(self) -> None:
        self._theory()
        for section in sections():
            grid = self.grids.get(section)
            if grid is None:
                continue
            if section == "translations":
                self._translations(grid)
            elif section in LISTS:
                self._listed(section, grid)
            else:
                self._entries(section, grid)
        for definition in definitions_with_rows():
            grid = self.grids.get(f"rows:{definition}")
            if grid is None:
                continue
            for row in grid.rows:
                if definition == FIGURE:
                    self._figure(grid, row)
                else:
                    self._inner(definition, grid, row)

    def _theory(self) -> None:
        grid = self.grids.get(THEORY)
        if grid is not None and grid.rows:
            self.data |= self._values(grid, grid.rows[0], ())

    def _entries(self, section: str, grid: SheetGrid) -> None:
        held = {}
        for row in grid.rows:
            id_ = self.ids.by_row[section, row.number]
            pointer = (section, id_)
            self.places[pointer] = self._place_of_row(grid, row)
            held[id_] = self._values(grid, row, pointer)
        if held:
            self.data[section] = held

    def _listed(self, section: str, grid: SheetGrid) -> None:
        held: list[dict[str, Any]] = []
        for row in grid.rows:
            pointer = (section, len(held))
            self.places[pointer] = self._place_of_row(grid, row)
            entry = self._values(grid, row, pointer)
            if self.resolver.drops and section == "links" and _has_lost_an_end(row, entry):
                continue
            held.append(entry)
            if section == "links":
                self.link_numbers.append(int(row.id) if _PLAIN_NUMBER.fullmatch(row.id) else 0)
                key = (_ends(entry.get("from")), _ends(entry.get("to")))
                self.links.setdefault(key, []).append(pointer)
        if held:
            self.data[section] = held

    def _translations(self, grid: SheetGrid) -> None:
        held: dict[str, dict[str, Any]] = {}
        for row in grid.rows:
            language = self._special(grid, row, LANGUAGE)
            if language is None:
                continue
            entries = held.setdefault(language, {})
            of = row.cells.get(OF.path)
            if of is None:
                continue
            id_ = self._translated(grid, of[1])
            if id_ is None:
                continue
            pointer = ("translations", language, id_)
            if id_ in entries:
                self._add(grid, of[1], f"the words in '{language}' for this are in a row above")
                continue
            self.places[pointer] = grid.place(row.number, of[1].column)
            entries[id_] = self._values(grid, row, pointer)
        if held:
            self.data["translations"] = held

    def _translated(self, grid: SheetGrid, content: TypedCell) -> str | None:
        if content.text.strip().casefold() == THE_THEORY:
            return "theory"
        return self._named(grid, content, sections())

    def _figure(self, grid: SheetGrid, row: GridRow) -> None:
        pointer = self._owner(FIGURE, grid, row)
        what = self._special(grid, row, WHAT)
        if pointer is None or what is None:
            return
        fields = dict(_figure_fields(THEORY if pointer[0] == "place" else str(pointer[0])))
        one = fields.get(what.strip().casefold())
        content = row.cells[WHAT.path][1]
        if one is None:
            words = [field.column.heading.removeprefix("Place: ") for field in fields.values()]
            message = f"'{what[:80]}' is not a figure of this{did_you_mean(what, words)}"
            self._add(grid, content, message, f"it has: {', '.join(words)}")
            return
        owner = self._at(pointer)
        if one.column.depth:
            listed = owner.setdefault(one.key, [])
            at = (*pointer, one.key, len(listed))
            self.places[at] = grid.place(row.number, content.column)
            listed.append(self._values(grid, row, at))
        elif one.key in owner:
            self._add(grid, content, f"there is a row with this {what.strip().casefold()} above")
        else:
            at = (*pointer, one.key)
            self.places[at] = grid.place(row.number, content.column)
            owner[one.key] = self._values(grid, row, at)

    def _inner(self, definition: str, grid: SheetGrid, row: GridRow) -> None:
        """Put a row into the list of what it is about."""
        pointer = self._owner(definition, grid, row)
        if pointer is None:
            return
        one = next(field for field in _fields_at(pointer) if field.rows == definition)
        held = self._at(pointer).setdefault(one.key, [])
        number = self.inner.get((pointer, one.key), 0) + 1
        self.inner[pointer, one.key] = number
        mark = f"#{number}"
        place = held.index(mark) if mark in held else len(held)
        at = (*pointer, one.key, place)
        self.places[at] = grid.place(row.number, row.cells[OF.path][1].column)
        values = self._values(grid, row, at)
        held[place : place + (mark in held)] = [values]

    def _owner(self, definition: str, grid: SheetGrid, row: GridRow) -> Pointer | None:
        """Return the address of what a row is about."""
        found = row.cells.get(OF.path)
        if found is None:
            self._problem(grid, row, f"the column '{OF.heading}' is empty", OF.hint)
            return None
        content = found[1]
        name = content.text.strip()
        if name.casefold() == THE_PLACE and definition == FIGURE:
            self.data.setdefault("place", {})
            return ("place",)
        among = [name for name in sections() if _has_rows(name, definition)]
        try:
            if "->" in name:
                return self._link_owner(name)
            id_ = self.resolver.id(name, among)
        except UnclearNameError as error:
            follows = "->" in name and self._has_wrong_links()
            if not (follows or self._is_dropped(error)):
                self._add(grid, content, str(error), error.help)
            return None
        return (self.ids.section_of.get(id_, among[0] if among else ""), id_)

    def _has_wrong_links(self) -> bool:
        """Return whether a link has no sound ends, so that what is about it cannot be placed."""
        wrong = any(problem.pointer[:1] == ("links",) for problem in self.problems)
        return wrong or any(not (causes and effects) for causes, effects in self.links)

    def _link_owner(self, name: str) -> Pointer:
        below = _BELOW.fullmatch(name)
        key, number = self.resolver.link(below[1] if below else name)
        there = self.links.get(key, [])
        if not 0 < number <= len(there):
            raise UnclearNameError(f'there is no link "{name[:160]}"', "see the sheet of links")
        pointer = there[number - 1]
        if not below:
            return pointer
        mappings = [
            (*pointer, "evidence", place)
            for place, item in enumerate(self._at(pointer).get("evidence", ()))
            if isinstance(item, dict)
        ]
        place = int(below[2])
        if not 0 < place <= len(mappings):
            raise UnclearNameError(f'there is no evidence "{name[:160]}"')
        return mappings[place - 1]

    def _values(self, grid: SheetGrid, row: GridRow, pointer: Pointer) -> dict[str, Any]:
        """Return the values of a row as a mapping."""
        found: dict[str, Any] = {}
        for path, (column, content) in sorted(row.cells.items(), key=lambda item: len(item[0])):
            if path[0].startswith("@"):
                continue
            at = (*pointer, *path)
            self.places[at] = grid.place(content.row, content.column)
            value = self._value(grid, column, content, at)
            if value is None:
                continue
            if not _put(found, path, value):
                message = f"'{column.heading}' and the column before the colon are both filled in"
                self._add(grid, content, message, "clear one of the two", at)
        return found

    def _value(self, grid: SheetGrid, column: SheetColumn, content: TypedCell, at: Pointer) -> Any:
        value = value_of(column, content)
        try:
            return self.resolver.ids(column, value)
        except UnclearNameError as error:
            if self._is_dropped(error):
                return None
            self._add(grid, content, str(error), error.help, at)
            return value

    def _is_dropped(self, error: UnclearNameError) -> bool:
        return self.resolver.drops and isinstance(error, RemovedNameError)

    def _named(self, grid: SheetGrid, content: TypedCell, among: tuple[str, ...]) -> str | None:
        try:
            return self.resolver.id(content.text.strip(), among)
        except UnclearNameError as error:
            if not self._is_dropped(error):
                self._add(grid, content, str(error), error.help)
            return None

    def _special(self, grid: SheetGrid, row: GridRow, column: SheetColumn) -> str | None:
        found = row.cells.get(column.path)
        if found is not None:
            return found[1].text.strip()
        if any(one.path == column.path for one in grid.columns.values()):
            self._problem(grid, row, f"the column '{column.heading}' is empty", column.hint)
        return None

    def _at(self, pointer: Pointer) -> Any:
        value: Any = self.data
        for step in pointer:
            value = value[step]
        return value

    def _place_of_row(self, grid: SheetGrid, row: GridRow) -> CellPlace:
        first = min((content.column for _, content in row.cells.values()), default=2)
        title = row.cells.get(("title",))
        return grid.place(row.number, title[1].column if title else first)

    def _problem(self, grid: SheetGrid, row: GridRow, message: str, help_: str = "") -> None:
        place = self._place_of_row(grid, row)
        self.problems.append(CellProblem(place=place, message=message, help=help_))

    def _add(
        self, grid: SheetGrid, content: TypedCell, message: str, help_: str = "", at: Pointer = ()
    ) -> None:
        place = grid.place(content.row, content.column)
        self.problems.append(CellProblem(place=place, message=message, help=help_, pointer=at))


class _Ids:
    """The id of each row: its own, that of its name when the workbook was written, or a new one."""

    def __init__(
        self, grids: Mapping[str, SheetGrid], written: Mapping[tuple[str, str], str]
    ) -> None:
        self.by_row: dict[tuple[str, int], str] = {}
        self.section_of: dict[str, str] = {}
        self.lost: list[CellProblem] = []
        self._titles: dict[str, dict[str, Any]] = {}
        self._taken = {"theory"}
        waiting: list[tuple[str, SheetGrid, GridRow]] = []
        for section in sections():
            grid = grids.get(section)
            if grid is None or section in LISTS or section == "translations":
                continue
            for row in grid.rows:
                if not row.id:
                    waiting.append((section, grid, row))
                elif row.id in self._titles.get(section, {}):
                    self._copied(section, grid, row)
                    waiting.append((section, grid, row))
                else:
                    self._give(section, row, row.id)
        self._others(waiting, written)

    def _others(
        self, waiting: list[tuple[str, SheetGrid, GridRow]], written: Mapping[tuple[str, str], str]
    ) -> None:
        left = []
        for section, grid, row in waiting:
            then = written.get((_title(row), section), "")
            if then and not row.id and then not in self._taken:
                self._give(section, row, then)
            else:
                left.append((section, grid, row))
        numbers: dict[str, int] = {}
        for section, _, row in left:
            stem = _title(row) or f"row {row.number}"
            self._give(
                section,
                row,
                new_id(stem, self._taken, numbers, kind=SECTION_NAMES[section].one.split()[-1]),
            )

    def _give(self, section: str, row: GridRow, id_: str) -> None:
        self.by_row[section, row.number] = id_
        self._titles.setdefault(section, {})[id_] = {"title": _title(row)}
        self._taken.add(id_)
        self.section_of.setdefault(id_, section)

    def _copied(self, section: str, grid: SheetGrid, row: GridRow) -> None:
        message = f"this row was copied from the one with the id '{row.id[:80]}'; it has a new id"
        self.lost.append(CellProblem(place=grid.place(row.number, 1), message=message))

    def titled(self) -> Mapping[str, Any]:
        """Return the titles of all entries by section and id."""
        return self._titles


def _title(row: GridRow) -> str:
    found = row.cells.get(("title",))
    return str(value_of(*found)) if found else ""


def _put(data: dict[str, Any], path: KeyPath, value: Any) -> bool:
    """Put a value at a path; return whether there was room for it."""
    *above, last = path
    held: Any = data
    for key in above:
        held = held.setdefault(key, {})
        if not isinstance(held, dict):
            return False
    held[last] = value
    return True


def _has_lost_an_end(row: GridRow, entry: Mapping[str, Any]) -> bool:
    return any((end,) in row.cells and not entry.get(end) for end in ("from", "to"))


def _ends(value: Any) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(item for item in listed if isinstance(item, str))


def _figure_fields(key: str) -> Iterator[tuple[str, SheetKey]]:
    for field in _with_inside(fields_of(key)):
        if field.rows == FIGURE:
            yield field.column.heading.removeprefix("Place: ").casefold(), field


def figure_words() -> list[str]:
    """Return what a figure can be: baseline, target, reach, votes, and so on."""
    keys = (THEORY, *(name for name in sections() if _has_rows(name, FIGURE)))
    found = (field for key in keys for _, field in _figure_fields(key))
    return list(dict.fromkeys(field.column.heading.removeprefix("Place: ") for field in found))


def _with_inside(fields: tuple[SheetKey, ...]) -> Iterator[SheetKey]:
    for field in fields:
        yield field
        yield from _with_inside(field.inside)


def _fields_at(pointer: Pointer) -> tuple[SheetKey, ...]:
    """Return the keys of what a pointer leads to: an entry, or evidence written in a link."""
    if len(pointer) > 2:
        return fields_of(f"rows:{pointer[2]}")
    return fields_of(str(pointer[0]))


def _has_rows(section: str, definition: str) -> bool:
    return any(field.rows == definition for field in fields_of(section))


_BELOW = re.compile(r"(.*) #([0-9]{1,6})", re.DOTALL)
_PLAIN_NUMBER = re.compile("[1-9][0-9]{0,6}", re.ASCII)
