"""Whatever words a table holds, every writer gives a sound file of it, and the same each time."""

import csv
import io
import os
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from odd_labels import ODD

from tocmodel.diagram.matrix import Cell, Heading, Matrix, Stop, Thread
from tocmodel.drawing import MatrixDrawing
from tocmodel.render.plain import one_line

EXAMPLES = int(os.environ.get("TOCMODEL_FUZZ_EXAMPLES", "25"))

odd = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

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
        "x" * 10_000,
        "a b " * 2_500,
        "",
        " ",
    ]
)


@st.composite
def tables(draw: st.DrawFn) -> Matrix:
    """A small table in which any words stand anywhere."""
    rows, columns = (
        tuple(
            Heading(id=f"{side}{n}", title=draw(WORDS), part_of=draw(WORDS), meaning=draw(WORDS))
            for n in range(draw(st.integers(1, 3)))
        )
        for side in "rc"
    )
    cells = tuple(
        Cell(row=row.id, column=column.id, texts=tuple(draw(st.lists(WORDS, max_size=2))))
        for row in rows
        for column in columns
    )
    stops = (Stop(row="r0", column="c0", text=draw(WORDS)), Stop(row="r0", column="c0", text="x"))
    return Matrix(
        title=draw(WORDS),
        subtitle=draw(WORDS),
        description=draw(WORDS),
        corner=draw(WORDS),
        rows=rows,
        columns=columns,
        cells=cells,
        threads=(Thread(id="t", title=draw(WORDS), stops=stops),),
        note=draw(WORDS),
    )


@odd
@given(table=tables())
def test_a_picture_is_sound_xml(table: Matrix) -> None:
    first, second = (MatrixDrawing(matrix=table).to_bytes("svg") for _ in range(2))
    ET.fromstring(first)
    assert first == second


class Balanced(HTMLParser):
    """Reads a page, and fails where an element is closed that is not open."""

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


@odd
@given(table=tables())
def test_a_page_is_sound_html(table: Matrix) -> None:
    page = MatrixDrawing(matrix=table).to_bytes("html").decode("utf-8")
    reader = Balanced()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    assert page == MatrixDrawing(matrix=table).html.encode("utf-8", "replace").decode("utf-8")


@odd
@given(table=tables())
def test_a_sheet_comes_back_whole_and_without_formulas(table: Matrix) -> None:
    data = MatrixDrawing(matrix=table).to_bytes("csv")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in rows}) == 1
    for row, found in zip(table.rows, rows[-len(table.rows) :], strict=True):
        plain = "\n".join(map(one_line, row.title.split("\n"))).encode("utf-8", "replace").decode()
        assert found[-len(table.columns) - 1] in {plain, f"'{plain}"}
    for cell in (cell for row in rows for cell in row):
        number = cell.lstrip("+-").replace(".", "", 1).isdigit()
        assert number or not cell.lstrip().startswith(STARTS_A_FORMULA)
    assert data == MatrixDrawing(matrix=table).to_bytes("csv")


@odd
@given(table=tables())
def test_words_for_a_terminal_hold_nothing_that_it_would_act_on(table: Matrix) -> None:
    data = MatrixDrawing(matrix=table).to_bytes("text")
    assert all(letter >= " " or letter == "\n" for letter in data.decode("utf-8"))
    assert data == MatrixDrawing(matrix=table).to_bytes("text")
