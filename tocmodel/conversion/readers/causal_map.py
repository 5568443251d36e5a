"""Read Causal Map workbooks: links with the words of the people who reported them.

The app is at https://causalmap.app. Its files have changed: version 4 has ``cause`` and ``effect``,
version 3 ``from_label`` and ``to_label`` or the numbers of factors, and versions 1 and 2 two
tables, ``nodes`` and ``edges`` with the numbers of rows (sheets, or two CSV files in a .zip).

In a label, ``;`` comes between the levels of a hierarchy, and ``~`` before a factor means its
opposite: a link from ``~Rain`` is one from ``Rain`` with the other sign.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from tocmodel.characters import one_line
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.markup import LIMITS as ARCHIVE
from tocmodel.conversion.markup import refusals
from tocmodel.conversion.sheets import read_tables
from tocmodel.conversion.sketch import Sketch, SketchBox, SketchLine
from tocmodel.conversion.tally import Tally
from tocmodel.diagnostics import TocModelError
from tocmodel.package import Package
from tocmodel.wording.theories import IMAGINED
from tocmodel.workbook import Limits
from tocmodel.workbook.book import Book
from tocmodel.workbook.sheets import read_sheets

_SHEETS = ("links", "edges", "factors", "nodes", "statements", "sources")
LIMITS = Limits(
    size=32 * 1024 * 1024, rows=50_000, cells=1_000_000, text=64 * 1024 * 1024, tags=8_000_000
)
"""The limits for a workbook: one line of a source may be repeated in thousands of cells."""

_PAIR = ("nodes.csv", "edges.csv")
_CAUSES = ("cause", "from_label", "from")
_EFFECTS = ("effect", "to_label", "to")
_QUOTES = ("selected_text", "quote")
_STATEMENTS = ("statement_id", "chunk_id")
_TEXTS = ("text", "content")
_SOURCE_IDS = ("source_id", "id")
_LONGEST_QUOTE_TITLE = 60
_LONGEST_QUOTE = 20_000


@frozen
class _Row:
    sheet: str
    number: int
    cells: Mapping[str, str]

    def get(self, *names: str) -> str:
        return next((text for name in names if (text := self.cells.get(name, ""))), "")

    @property
    def place(self) -> str:
        return f"{self.sheet}, row {self.number}"


@frozen
class _Table:
    names: frozenset[str] = frozenset()
    rows: tuple[_Row, ...] = ()


_MapTables = Mapping[str, _Table]


def recognises(data: bytes, name: str) -> bool:
    """Whether a workbook has the sheets of a causal map."""
    try:
        package = Package(data, LIMITS)
        if _PAIR[0] in package and _PAIR[1] in package:
            return True
        names = {sheet for sheet, _ in Book(package).sheets()}
        if "links" in names and names & {"statements", "sources"}:
            return True
        is_map = {"nodes", "edges"} <= names or names == {"links"}
        return is_map and _links(_tables(data, name)) is not None
    except TocModelError:
        return False


def read(data: bytes, name: str) -> Sketch:
    """Read the factors, the links, and the words and sources that support them.

    Raises:
        ForeignFileError: it is not a causal map, is damaged, or exceeds a limit.
    """
    with refusals(name):
        tables = _tables(data, name)
    links = _links(tables)
    if links is None:
        columns = "cause and effect, from_label and to_label, or from and to"
        raise unreadable(name, f"a sheet 'links' with the columns {columns} is expected")
    return _Reader(tables, links).sketch()


# _MapTables.


def _tables(data: bytes, name: str) -> _MapTables:
    """Return the rows of the sheets of a causal map, by the names of the sheets."""
    package = Package(data, ARCHIVE)
    if _PAIR[0] in package and _PAIR[1] in package:
        return {part: _csv_table(package, part, name) for part in ("nodes", "edges")}
    found = {}
    for sheet in read_sheets(data, LIMITS, only=_SHEETS):
        rows = []
        headings: dict[int, str] = {}
        for number, cells in sheet.rows:
            if not headings:
                headings = {cell.column: _heading(cell.text) for cell in cells}
                continue
            texts = {headings.get(cell.column, ""): cell.text.strip() for cell in cells}
            rows.append(_Row(sheet.name, number, texts))
        names = frozenset(headings.values())
        found[sheet.name.strip().lower()] = _Table(names, tuple(rows))
    return found


def _csv_table(package: Package[Any], part: str, name: str) -> _Table:
    data = b"".join(package.pieces(f"{part}.csv"))
    rows = read_tables(data, f"{name}/{part}.csv").tables[0].rows
    names = [_heading(cell) for cell in rows[0].cells] if rows else []
    found = (
        _Row(f"{part}.csv", row.number, dict(zip(names, row.cells, strict=False)))
        for row in rows[1:]
    )
    return _Table(frozenset(names), tuple(found))


def _heading(text: str) -> str:
    return text.strip().lower().replace(" ", "_")


def _links(tables: _MapTables) -> Sequence[_Row] | None:
    """Return the rows of links, if the columns are those of a causal map."""
    table = tables.get("links") or tables.get("edges")
    if table is None:
        return None
    names = table.names
    has_words = {"cause", "effect"} <= names or {"from_label", "to_label"} <= names
    has_numbers = {"from", "to"} <= names and bool(tables.keys() & {"factors", "nodes"})
    others = {"quote", "selected_text", "statement_id", "source_id", "hashtags"} & names
    is_map = has_numbers or (has_words and (others or tables.keys() & {"sources"}))
    return table.rows if is_map else None


# Their meaning.


@frozen
class _Factor:
    """A label taken apart: the factor, and whether its opposite is meant."""

    key: str
    is_opposite: bool


def factor_of(label: str) -> _Factor:
    """Return the factor of a label.

    >>> factor_of("~Livestock health; ~Disease"), factor_of(" Food;Enough ").key
    (_Factor(key='Livestock health; Disease', is_opposite=False), 'Food; Enough')
    """
    levels = [one_line(level) for level in label.split(";")]
    opposites = sum(level.startswith("~") for level in levels)
    key = "; ".join(filter(None, (level.lstrip("~").strip() for level in levels)))
    return _Factor(key, opposites % 2 == 1)


@frozen
class _Claim:
    """What several rows say of one link."""

    cause: str
    effect: str
    sign: str
    rows: list[_Row] = field(factory=list)


@frozen
class _Reader:
    tables: _MapTables
    links: Sequence[_Row]
    tally: Tally = field(factory=Tally)

    def rows(self, *names: str) -> tuple[_Row, ...]:
        """Return the rows of the first of these sheets that there is."""
        return next((self.tables[name].rows for name in names if name in self.tables), ())

    def sketch(self) -> Sketch:
        labels = self._labels()
        claims = self._claims(labels)
        statements = {row.get(*_STATEMENTS, "id"): row for row in self.rows("statements")}
        evidence = dict(self._evidence(claims, statements))
        sources = dict(self._sources())
        is_imagined = sources.pop("imagined", {}).get("title") == IMAGINED
        for entry in evidence.values():
            if "source" in entry:
                sources.setdefault(entry["source"], {"title": entry["source"]})
        used = {row.get(*_STATEMENTS) for row in self.links}
        unused = [id_ for id_ in statements if id_ not in used]
        self.tally.lost("{} in which nobody found a link", "statement", len(unused))
        return Sketch(
            boxes=tuple(self._boxes(labels, claims)),
            lines=tuple(self._lines(claims)),
            records={
                section: entries
                for section, entries in (("sources", sources), ("evidence", evidence))
                if entries
            },
            theory_keys={"kind": "system-map", "imagined": is_imagined},
            notes=self.tally.notes(),
        )

    def _labels(self) -> dict[str, str]:
        """Return the label of each factor by its number: its own, else that of its row."""
        rows = self.rows("factors", "nodes")
        found = {str(place): row.get("label") for place, row in enumerate(rows, 1)}
        if any(row.get("factor_id") for row in rows):
            found = {row.get("factor_id", "id"): row.get("label") for row in rows}
        return found

    def _claims(self, labels: Mapping[str, str]) -> dict[tuple[str, str, str], _Claim]:
        found: dict[tuple[str, str, str], _Claim] = {}
        for row in self.links:
            ends = [self._factor(row, names, labels) for names in (_CAUSES, _EFFECTS)]
            cause, effect = ends
            if not cause or not effect or not cause.key or not effect.key:
                self.tally.lost("{} without a cause or an effect", "link")
                continue
            is_opposed = cause.is_opposite != effect.is_opposite
            key = (cause.key, effect.key, "-" if is_opposed else "+")
            found.setdefault(key, _Claim(*key)).rows.append(row)
        opposed = sum(sign == "-" for _, _, sign in found)
        self.tally.guessed("{} to an opposite (~) read as lowering", "link", opposed)
        return found

    def _factor(
        self, row: _Row, names: tuple[str, ...], labels: Mapping[str, str]
    ) -> _Factor | None:
        label = row.get(*names[:2])
        number = row.get(names[2])
        if not label and number:
            label = labels.get(number, "" if number.isdigit() else number)
        return factor_of(label) if label else None

    def _boxes(
        self, labels: Mapping[str, str], claims: Mapping[tuple[str, str, str], _Claim]
    ) -> Iterator[SketchBox]:
        rows: dict[str, _Row] = {}
        for row in self.rows("factors", "nodes"):
            rows.setdefault(factor_of(row.get("label")).key, row)
        ends = (key for claim in claims.values() for key in (claim.cause, claim.effect))
        keys = dict.fromkeys((*rows, *ends))
        above = {key.rpartition("; ")[0] for key in keys} - keys.keys()
        self.tally.guessed("{} made for the level above others (;)", "factor", len(above - {""}))
        for key in sorted(above - {""}):
            keys[key] = None
        titles = Counter(key.rpartition("; ")[2] for key in keys)
        for key in filter(None, keys):
            own = key.rpartition("; ")[2]
            known = rows.get(key)
            parent = key.rpartition("; ")[0]
            memo = known.get("factor_memo", "memo", "description", "details") if known else ""
            group = known.get("cluster") if known else ""
            yield SketchBox(
                key=key,
                title=own if titles[own] == 1 else key,
                section="factors",
                style="factor",
                group=group,
                description=memo,
                place=known.place if known else "",
                keys={"part_of": parent} if parent in keys else {},
            )

    def _lines(self, claims: Mapping[tuple[str, str, str], _Claim]) -> Iterator[SketchLine]:
        for claim in claims.values():
            memos = dict.fromkeys(row.get("link_memo", "note") for row in claim.rows)
            keys: dict[str, Any] = self._origin(claim)
            if notes := "\n".join(filter(None, memos)):
                keys["notes"] = notes
            sentiments = [_number(row.get("sentiment")) for row in claim.rows]
            known = [number for number in sentiments if number is not None]
            if known:
                keys["fields"] = {"sentiment": round(sum(known) / len(known), 3)}
            yield SketchLine(
                cause=claim.cause,
                effect=claim.effect,
                sign=claim.sign,
                because=next(filter(None, (row.get("because") for row in claim.rows)), ""),
                place=claim.rows[0].place,
                keys=keys,
            )

    def _origin(self, claim: _Claim) -> dict[str, Any]:
        """Return where a link comes from: people's words state it, or only a row has it."""
        quoted = [row for row in claim.rows if row.get(*_QUOTES)]
        if not quoted:
            return {"origin": "listed"}
        found: dict[str, Any] = {"origin": "stated"}
        sources = {row.get("source_id") for row in quoted}
        if len(sources) == 1 and (source := sources.pop()):
            found["source"] = source
        return found

    def _evidence(
        self,
        claims: Mapping[tuple[str, str, str], _Claim],
        statements: Mapping[str, _Row],
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the words of each row as evidence for its link; the same words only once."""
        found: dict[tuple[str, str, str], dict[str, Any]] = {}
        for claim in claims.values():
            for row in claim.rows:
                statement = statements.get(row.get(*_STATEMENTS))
                quote = row.get(*_QUOTES)
                source = row.get("source_id") or (statement.get("source_id") if statement else "")
                at = row.get(*_STATEMENTS)
                if not quote:
                    self.tally.lost("{} without the words of a source", "link")
                    continue
                entry = found.setdefault((quote, source, at), _entry(quote, source, at, row))
                supported = f"{claim.cause} -> {claim.effect}"
                if supported not in entry["supports"]:
                    entry["supports"].append(supported)
        for number, entry in enumerate(found.values(), 1):
            yield f"quote {number}", entry

    def _sources(self) -> Iterator[tuple[str, dict[str, Any]]]:
        for row in self.rows("sources"):
            id_ = row.get(*_SOURCE_IDS)
            if not id_:
                continue
            hidden = (*_SOURCE_IDS, *_TEXTS, "title", "")
            fields = {
                name[:80]: text for name, text in row.cells.items() if text and name not in hidden
            }
            if row.get(*_TEXTS):
                self.tally.lost("the whole text of {}", "source")
            yield id_, {"title": row.get("title") or id_, **({"fields": fields} if fields else {})}


def _entry(quote: str, source: str, at: str, row: _Row) -> dict[str, Any]:
    words = one_line(quote)
    title = words if len(words) <= _LONGEST_QUOTE_TITLE else f"{words[:_LONGEST_QUOTE_TITLE]}…"
    entry: dict[str, Any] = {"title": title, "kind": "quotes", "quote": quote[:_LONGEST_QUOTE]}
    if source:
        entry["source"] = source
    if at:
        entry["at"] = f"statement {at}"
    if tags := [tag for tag in re.split(r"[,\s]+", row.get("tags", "hashtags")) if tag]:
        entry["tags"] = list(dict.fromkeys(tags))
    entry["supports"] = []
    return entry


def _number(text: str) -> float | None:
    try:
        return float(text) if len(text) < 20 else None
    except ValueError:
        return None
