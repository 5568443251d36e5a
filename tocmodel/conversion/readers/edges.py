"""Read lists of links and of elements, from CSV files and workbooks; also the sheets of Kumu.

A sheet with the columns *From* and *To* has links, and one with the column *Label* has elements.
Kumu documents its sheets at https://docs.kumu.io/guides/import: a first column may be *ID*, ``|``
separates several values of a cell, and a sheet whose name starts with ``(ignore)`` is left alone.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from tocmodel.conversion.faults import ForeignFileError, unreadable
from tocmodel.conversion.sheets import Table, TableRow, find_headings, read_tables
from tocmodel.conversion.sketch import Note, Remark, Sketch, SketchBox, SketchLine
from tocmodel.model import Effect
from tocmodel.package import UnreadableFileError
from tocmodel.wording.theories import IMAGINED

_LINK_FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "link id"),
    "from": ("from", "source", "cause", "from label", "start", "from name", "source label"),
    "to": ("to", "target", "to label", "effect", "end", "to name", "target label", "leads to"),
    "from_kind": ("from kind", "from type", "source type", "cause kind"),
    "to_kind": ("to kind", "to type", "target type", "effect kind"),
    "sign": ("effect", "sign", "polarity", "type", "connection type", "link type"),
    "because": ("because", "reason", "rationale", "why", "label", "description", "explanation"),
    "direction": ("direction",),
    "delay": ("delay", "delayed"),
    "strength": ("strength",),
    "confidence": ("confidence",),
    "tags": ("tags",),
}
_ELEMENT_FIELDS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "element id", "node id", "key"),
    "title": ("label", "title", "name", "element", "node", "factor"),
    "kind": ("type", "kind", "element type", "category", "node type"),
    "description": ("description", "details", "notes", "note"),
    "tags": ("tags", "tag"),
    "group": ("group", "cluster", "theme", "strand"),
    "who": ("who",),
    "horizon": ("horizon",),
}
_LINK_HEADINGS = [["from", "to"]]
_ELEMENT_HEADINGS = [["title"]]
_SIGNS = {
    "+": "+", "++": "+", "positive": "+", "increases": "+", "same": "+", "s": "+",
    "-": "-", "--": "-", "−": "-", "–": "-", "negative": "-", "decreases": "-", "opposite": "-",
    "o": "-", "+-": "?", "-+": "?", "+/-": "?", "±": "?", "unknown": "?", "?": "?",
}  # fmt: skip
_IGNORED = "(ignore)"
_PLAIN_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,6})?")
_LONGEST_FIELD = 80


def recognises(data: bytes, name: str) -> bool:
    """Whether a sheet has the columns of links, or a label and a kind for each element."""
    try:
        tables = read_tables(data, name).tables
    except (ForeignFileError, UnreadableFileError):
        return False
    fields = {"label": ("label",), **_ELEMENT_FIELDS}
    listed = [["title", "kind"], ["label"]]
    return any(_kind(table) == "links" or find_headings(table, fields, listed) for table in tables)


def read(data: bytes, name: str) -> Sketch:
    """Read a file with lists of links and elements.

    Raises:
        ForeignFileError: no sheet has the columns of such a list.
    """
    found = read_tables(data, name)
    tables = [table for table in found.tables if not table.name.startswith(_IGNORED)]
    is_imagined = any(IMAGINED in row.cells for table in tables for row in table.rows[:1])
    elements = [table for table in tables if _kind(table) == "elements"]
    links = [table for table in tables if _kind(table) == "links"]
    if not elements and not links:
        raise unreadable(
            name,
            "there are no columns 'From' and 'To', and no column 'Label'",
            help_="name the columns in the first row",
        )
    collector = _Collector()
    for table in elements:
        collector.take_elements(table)
    for table in links:
        collector.take_links(table)
    others = [table.name for table in tables if table not in (*elements, *links) and table.rows]
    notes = [Note(remark=Remark.LOST, message=f"the sheet '{other}'") for other in others]
    return Sketch(
        boxes=tuple(collector.boxes.values()),
        lines=tuple(collector.lines),
        theory_keys={"imagined": True} if is_imagined else {},
        notes=(*found.notes, *collector.notes, *notes),
    )


def _kind(table: Table) -> str:
    if find_headings(table, _LINK_FIELDS, _LINK_HEADINGS):
        return "links"
    return "elements" if find_headings(table, _ELEMENT_FIELDS, _ELEMENT_HEADINGS) else ""


@frozen
class _Columns:
    """The columns of a table: those of known fields, and the headings of all others."""

    fields: Mapping[str, int]
    others: Mapping[int, str]

    def cell(self, row: TableRow, field: str) -> str:
        return row.cell(self.fields[field]) if field in self.fields else ""

    def own(self, row: TableRow) -> dict[str, Any]:
        """Return the cells of the other columns, as fields of the partnership's own."""
        cells = ((name, row.cell(column)) for column, name in self.others.items())
        return {name: _value(cell) for name, cell in cells if cell}


def _value(cell: str) -> str | float:
    if not _PLAIN_NUMBER.fullmatch(cell) or len(cell) > 15:
        return cell
    number = float(cell) if "." in cell else int(cell)
    return number if str(number) == cell else cell


class _Collector:
    """Collects boxes and lines; an end of a line that no element is becomes one."""

    def __init__(self) -> None:
        self.boxes: dict[str, SketchBox] = {}
        self.by_title: dict[str, str] = {}
        self.lines: list[SketchLine] = []
        self.notes: list[Note] = []
        self.has_ids = False

    def take_elements(self, table: Table) -> None:
        place, columns = _columns(table, _ELEMENT_FIELDS, _ELEMENT_HEADINGS)
        self.has_ids = self.has_ids or "id" in columns.fields
        for row in table.rows[place + 1 :]:
            where = table.place(row, columns.fields["title"])
            title = columns.cell(row, "title")
            key = columns.cell(row, "id") or title
            if not key:
                self._note(Remark.LOST, "a row without a label", where)
                continue
            if key in self.boxes:
                self._note(Remark.LOST, f"another row of '{key[:60]}'", where)
                continue
            self._add(_box(key, title or key, columns, row, where))

    def take_links(self, table: Table) -> None:
        place, columns = _columns(table, _LINK_FIELDS, _LINK_HEADINGS)
        for row in table.rows[place + 1 :]:
            where = table.place(row, columns.fields["from"])
            causes, effects = (self._ends(columns, row, end, where) for end in ("from", "to"))
            if causes and effects:
                line = _line(columns, row, where)
                self.lines += [
                    SketchLine(cause=cause, effect=effect, **line)
                    for cause in causes
                    for effect in effects
                ]
            elif not causes:
                self._note(Remark.LOST, "a row without a beginning", where)

    def _ends(self, columns: "_Columns", row: TableRow, end: str, where: str) -> list[str]:
        """Return the keys of the elements that a cell names; new ones are added."""
        cell, kind = columns.cell(row, end), columns.cell(row, f"{end}_kind")
        if not cell:
            return []
        if f"{end}_kind" in columns.fields:
            return [self._key(cell, kind, where)]  # one kind is about one element
        if cell in self.boxes or cell in self.by_title:
            return [self._key(cell, kind, where)]
        return [self._key(word.strip(), kind, where) for word in cell.split("|") if word.strip()]

    def _key(self, word: str, kind: str, where: str) -> str:
        if word in self.boxes or (self.has_ids and word.isdigit()):
            return word  # a number of no element stays without one
        if _same(word) not in self.by_title:
            self._add(SketchBox(key=word, title=word, style=kind, place=where))
        return self.by_title[_same(word)]

    def _add(self, box: SketchBox) -> None:
        self.boxes[box.key] = box
        self.by_title.setdefault(_same(box.title), box.key)

    def _note(self, remark: Remark, message: str, place: str) -> None:
        self.notes.append(Note(remark=remark, message=message, place=place))


def _same(title: str) -> str:
    return " ".join(title.casefold().split())


def _columns(
    table: Table, fields: Mapping[str, tuple[str, ...]], needed: list[list[str]]
) -> tuple[int, _Columns]:
    found = find_headings(table, fields, needed)
    if found is None:
        raise ValueError("a table without these headings")
    place, known = found
    head = table.rows[place].cells
    names = {
        column: " ".join(cell.split())[:_LONGEST_FIELD]
        for column, cell in enumerate(head)
        if cell and column not in known.values() and cell != IMAGINED
    }
    return place, _Columns(known, names)


def _box(key: str, title: str, columns: _Columns, row: TableRow, where: str) -> SketchBox:
    keys: dict[str, Any] = {
        name: columns.cell(row, name) for name in ("who", "horizon") if columns.cell(row, name)
    }
    own = columns.own(row)
    return SketchBox(
        key=key,
        title=title,
        style=columns.cell(row, "kind"),
        group=columns.cell(row, "group"),
        description=columns.cell(row, "description"),
        tags=tuple(_several(columns.cell(row, "tags"))),
        place=where,
        keys={**keys, **({"fields": own} if own else {})},
    )


def _line(columns: _Columns, row: TableRow, where: str) -> dict[str, Any]:
    """Return the parts of a line but for its ends."""
    keys: dict[str, Any] = {"origin": "listed"}
    own = columns.own(row)
    word = columns.cell(row, "sign")
    sign = _SIGNS.get(word.casefold(), "")
    if word.casefold() == Effect.CHANGES:
        keys["effect"] = Effect.CHANGES.value
    elif word and not sign:
        own["type"] = word
    if columns.cell(row, "direction").casefold() == "mutual":
        keys["kind"] = "mutual"
    if columns.cell(row, "direction").casefold() == "undirected":
        keys["kind"] = "association"
    for name in ("delay", "strength", "confidence"):
        if cell := columns.cell(row, name):
            keys[name] = _value(cell) if name == "confidence" else cell.casefold()
    if own:
        keys["fields"] = own
    because = columns.cell(row, "because")
    return {"sign": sign, "because": because, "place": where, "keys": keys}


def _several(cell: str) -> Iterator[str]:
    for word in re.split(r"[|;,]" if "|" not in cell else r"\|", cell):
        if word.strip():
            yield word.strip()
