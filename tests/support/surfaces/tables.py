"""Tables: whatever words a table has, every writer makes a sound file, and the same each time."""

import csv
import io
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import cycle
from xml.etree import ElementTree as ET

from hypothesis import strategies as st
from odd_labels import ODD

from surfaces.model import Case, Surface
from tocmodel.characters import one_line
from tocmodel.drawing import MatrixDrawing
from tocmodel.tables.matrix import Cell, Heading, Matrix, Stop, Thread

STARTS_A_FORMULA = ("=", "+", "-", "@", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")

WORDS = st.text(max_size=30) | st.sampled_from(
    [
        *ODD,
        "=1+1",
        "@SUM(A1)",
        "+44 20",
        "\t=cmd|' /C calc'!A0",
        "\r=1",
        "\n=1",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff=1",
        "\x00=1",
        "\uff1d1",
        "]]>",
        "<!--",
        "&#0;",
        "</td></table>",
        "</style><script>",
        "\ud800",
        "\x0b\x1b[31m",
        "\u202eabc",
        "שלום עולם",
        "👩‍👧‍👦" * 9,
        "\u0301" * 40,
        "\ufffe",
        "x" * 1_000,
        "a b " * 250,
        "",
        " ",
    ]
)

_SIZES = st.builds("{} {}".format, st.integers(1, 3), st.integers(1, 3))
_TABLES = st.builds(
    lambda size, words: Case(words=(size, *words)),
    _SIZES,
    st.lists(WORDS, min_size=1, max_size=40),
)


def table_of(case: Case) -> Matrix:
    """A table of the size in the first word, with the other words anywhere."""
    size, *given = case.words
    words = cycle(given)
    rows, columns = (
        tuple(_headings(side, int(number), words))
        for side, number in zip("rc", size.split(), strict=True)
    )
    cells = tuple(
        Cell(row=row.id, column=column.id, texts=(next(words),) * at)
        for row in rows
        for at, column in enumerate(columns)
    )
    stops = (Stop(row="r0", column="c0", text=next(words)), Stop(row="r0", column="c0", text="x"))
    return Matrix(
        title=next(words),
        subtitle=next(words),
        description=next(words),
        corner=next(words),
        rows=rows,
        columns=columns,
        cells=cells,
        threads=(Thread(id="t", title=next(words), stops=stops),),
        note=next(words),
    )


def _headings(side: str, number: int, words: Iterator[str]) -> Iterator[Heading]:
    for at in range(number):
        yield Heading(id=f"{side}{at}", title=next(words), part_of=next(words), meaning=next(words))


def _is_xml(case: Case) -> bool:
    first, second = (MatrixDrawing(matrix=table_of(case)).to_bytes("svg") for _ in range(2))
    ET.fromstring(first)
    assert first == second
    return True


class _Balanced(HTMLParser):
    """Reads a page, and fails if an element is closed that is not open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag != "script"
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _is_html(case: Case) -> bool:
    drawing = MatrixDrawing(matrix=table_of(case))
    page = drawing.to_bytes("html").decode("utf-8")
    reader = _Balanced()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    assert page == drawing.html.encode("utf-8", "replace").decode("utf-8")
    return True


def _is_a_sheet(case: Case) -> bool:
    """The words come back, and none of them is a formula."""
    table = table_of(case)
    data = MatrixDrawing(matrix=table).to_bytes("csv")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    for row, found in zip(table.rows, rows[-len(table.rows) :], strict=True):
        plain = "\n".join(map(one_line, row.title.split("\n"))).encode("utf-8", "replace").decode()
        lines = found[-len(table.columns) - 1].split("\n")
        for line, meant in zip(lines, plain.split("\n"), strict=True):
            # A cell of its own begins after each semicolon, where Excel in many countries divides.
            for part, word in zip(line.split(";"), meant.split(";"), strict=True):
                assert part in {word, f"'{word}"}
    for cell in (cell for row in rows for cell in row):
        number = cell in ("+", "-") or cell.lstrip("+-").replace(".", "", 1).isdigit()
        assert number or not cell.lstrip().startswith(STARTS_A_FORMULA)
    assert data == MatrixDrawing(matrix=table).to_bytes("csv")
    return True


def _is_text(case: Case) -> bool:
    """Nothing in it acts on a terminal."""
    data = MatrixDrawing(matrix=table_of(case)).to_bytes("text")
    assert all(letter >= " " or letter == "\n" for letter in data.decode("utf-8"))
    assert data == MatrixDrawing(matrix=table_of(case)).to_bytes("text")
    return True


SURFACES = (
    Surface("table: SVG", _TABLES, _is_xml),
    Surface("table: HTML", _TABLES, _is_html),
    Surface("table: CSV", _TABLES, _is_a_sheet),
    Surface("table: text", _TABLES, _is_text),
)
