"""Story forms: the stories of a form are added to the theory, or a problem is reported."""

import functools
import io
import tempfile
import zipfile
from collections.abc import Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import openpyxl
import workbooks
import xlsxwriter
from hypothesis import strategies as st
from odd_labels import ODD

from surfaces.damage import damaged_bytes
from surfaces.model import Case, Surface
from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.loading import reads
from tocmodel.stories import form_bytes, merge_into_theory, read_form
from tocmodel.stories.insert import insert_stories
from tocmodel.workbook import read_sheet

WORDS = [
    "Story",
    "Teller",
    "Cycle",
    "Says",
    "Status",
    "Date",
    "applied",
    "realised",
    "happened",
    "hoped for",
    "circle",
    "2019-06-14",
    "2019-02-31",
    "Sayz",
    "=1+1",
    "\ufeff",
    "\x00",
    "\x85",
    "\u2028",
    "\ud800",
    "\x1b[31m",
    "x" * 400,
    *ODD,
]
TEXT_PIECES = [
    "Story: At the gate\n",
    "Cycle: applied\nSays: We wave.\n",
    *(f"{word}: " for word in WORDS[:6]),
    *WORDS,
    *["\n", "\n", "\r\n", "\r", "# ", " "],
]
SHEET_PIECES = [
    "story,cycle,says\n",
    "At the gate,applied,We wave\n",
    "story;cycle;says;status;date\n",
    "story\tcycle\tsays\n",
    *WORDS,
    *[",", ";", "\t", '"', '""', "\n", "\r\n", "\r"] * 3,
]

THEORIES = (
    "tocmodel: 1\ntitle: T\nspaces:\n  circle: {title: Circle}\n",
    "tocmodel: 1\ntitle: T\nstories:\n  gate:\n    title: Gate\n    steps: []\n# the end",
    "{tocmodel: 1, title: T, stories: {}}",
    "tocmodel: 1\ntitle: T\nstories: {gate: {title: Gate}}\nnotes: |\n  stories:\n",
    "tocmodel: 1\r\ntitle: T\r\nstories:\r\n  gate:\r\n    title: Gate\r\n",
    "tocmodel: 1\ntitle: T\nstories:\n",
)
_THEORIES = st.sampled_from(THEORIES)


def _form(ending: str, content: str | bytes, theory: str) -> Case:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return Case({f"a{ending}": data, "zone.toc.yaml": theory.encode()})


def _put_in(case: Case) -> bool:
    """The stories of the form are in the theory afterwards, or there is a problem."""
    (name, content), (theory_name, theory) = case.files.items()
    document: Document = reads(theory, theory_name)
    assert document.theory is not None
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(content)
        form = read_form(path)
        assert form == read_form(path)
    adopted = merge_into_theory([form], document.theory)
    if adopted.problems:
        assert all(problem.message and str(problem) for problem in adopted.problems)
        return False
    try:
        text = insert_stories(document, adopted.stories)
    except TocModelError:  # there is no sure place for them
        return False
    found = reads(text, "zone.toc.yaml").theory
    assert found is not None
    assert dict(found.stories) == {**document.theory.stories, **adopted.stories}
    return True


def _heaps(pieces: Sequence[str], ending: str) -> st.SearchStrategy[Case]:
    """A heap of the pieces, most of them after the first two, which begin a good form."""
    heap = st.lists(st.sampled_from(pieces), max_size=25).map("".join)
    few = st.lists(st.sampled_from(pieces), max_size=4).map("".join)
    begun = few.map(lambda more: "".join(pieces[:2]) + more)
    return st.builds(_form, st.just(ending), heap | begun, _THEORIES)


# Workbooks.


# XML has no other control characters, and reads every line end as one and the same.
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\t\n_x0041"),
    min_size=1,
    max_size=30,
)
CELLS = (
    TEXT
    | st.integers(-(10**15), 10**15)
    | st.floats(-1e12, 1e12).map(lambda number: float(f"{number:.6g}"))
    | st.booleans()
    | st.dates(date(1900, 3, 1), date(9999, 12, 31))
    | st.none()
)
Grid = list[list[Any]]
GRIDS: st.SearchStrategy[Grid] = st.lists(st.lists(CELLS, max_size=6), max_size=8)


def typed(cell: object) -> str:
    """A cell as a person types it."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _rows(grid: Grid) -> list[list[str]]:
    """The grid as text, without empty cells at the end of a row and empty rows at the end."""
    rows = [[typed(cell) for cell in row] for row in grid]
    for row in rows:
        while row and not row[-1]:
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def of_xlsxwriter(grid: Grid, *, in_one_text: bool = False) -> bytes:
    """A workbook with these cells, by XlsxWriter."""
    file = io.BytesIO()
    as_text = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(file, {"constant_memory": in_one_text, **as_text}) as book:
        page = book.add_worksheet()
        day = book.add_format({"num_format": "d mmm yyyy"})
        for number, row in enumerate(grid):
            for place, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(number, place, cell)
                elif isinstance(cell, date):
                    page.write_datetime(number, place, cell, day)
                elif cell is not None:
                    page.write(number, place, cell)
    return file.getvalue()


def of_openpyxl(grid: Grid) -> bytes:
    """A workbook with these cells, by openpyxl."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for number, row in enumerate(grid, 1):
        for place, cell in enumerate(row, 1):
            written = cell
            if isinstance(cell, str):
                written = cell.replace("_x", "_x005F_x")  # openpyxl does not escape this itself
            held = page.cell(number, place)
            held.value = written
            if isinstance(cell, str):
                held.data_type = "s"  # and would take = for a formula
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


STORY = [["story", "cycle", "says", "date"], ["At the gate", "applied", "We wave", "2019"]]


@functools.cache
def _books() -> tuple[bytes, ...]:
    """Our own form, which is empty, and a story as three programs write it."""
    return form_bytes("xlsx"), workbooks.workbook(), of_xlsxwriter(STORY), of_openpyxl(STORY)


@st.composite
def _damaged_parts(draw: st.DrawFn) -> bytes:
    """A workbook in which one part of the archive is damaged, packed in any manner."""
    with zipfile.ZipFile(io.BytesIO(draw(st.sampled_from(_books())))) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    name = draw(st.sampled_from(sorted(parts)))
    start = draw(st.integers(0, len(parts[name])))
    end = draw(st.integers(start, min(len(parts[name]), start + 80)))
    odd = [
        b"<v>1e999</v>",
        b"<f>1+1</f>",
        b'r="ZZZ9"',
        b"<!DOCTYPE x>",
        b"&x;",
        b"<x:row>",
        b"\x00",
    ]
    piece = draw(st.binary(max_size=12) | st.sampled_from(odd))
    parts[name] = parts[name][:start] + piece + parts[name][end:]
    kind = draw(
        st.sampled_from(
            [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
        )
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", kind) as damaged:
        for part, content in parts.items():
            damaged.writestr(part, content)
    return file.getvalue()


@st.composite
def _typed_books(draw: st.DrawFn) -> Case:
    grid = draw(GRIDS)
    makers = [of_xlsxwriter, functools.partial(of_xlsxwriter, in_one_text=True), of_openpyxl]
    data = draw(st.sampled_from(makers))(grid)
    rows = _rows(grid)
    return Case({"a.xlsx": data}, (str([len(row) for row in rows]), *chain(*rows)))


def _read_as_typed(case: Case) -> bool:
    """Whatever people type into the cells of a workbook is read as they typed it."""
    sheet = read_sheet(case.files["a.xlsx"])
    shape, *cells = case.words
    assert str([len(row) for row in sheet.rows]) == shape
    assert [cell for row in sheet.rows for cell in row] == cells
    return True


_STORY = st.builds(
    "Story: {}\nCycle: applied\nSays: {}\n".format,
    st.text(min_size=1, max_size=40),
    st.text(min_size=1, max_size=80),
)

SURFACES = (
    Surface("form: text", _heaps(TEXT_PIECES, ".story.txt"), _put_in, examples=50),
    Surface(
        "form: words of a teller",
        st.builds(_form, st.just(".story.txt"), _STORY, _THEORIES),
        _put_in,
    ),
    Surface("form: CSV", _heaps(SHEET_PIECES, ".csv"), _put_in, examples=50),
    Surface(
        "form: any bytes",
        st.builds(
            _form, st.sampled_from([".txt", ".csv", ".xlsx"]), st.binary(max_size=300), _THEORIES
        ),
        _put_in,
    ),
    Surface(
        "workbook: damaged parts",
        st.builds(_form, st.just(".xlsx"), _damaged_parts(), _THEORIES),
        _put_in,
    ),
    Surface(
        "workbook: damaged archive",
        st.builds(_form, st.just(".xlsx"), st.deferred(lambda: damaged_bytes(_books())), _THEORIES),
        _put_in,
    ),
    Surface("workbook: typed cells", _typed_books(), _read_as_typed),
)
