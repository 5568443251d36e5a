"""Matrices made by hand, and made up: what there is to show without a theory behind it."""

from diagrams import TITLES
from hypothesis import strategies as st

from tocmodel.tables.matrix import Cell, Heading, Matrix, MatrixLegend, Stop, Thread

CYCLES = ("immediate", "potential", "applied", "realized")
COLUMNS = ("aspirations", "indicators", "stories")
LEGEND = (
    MatrixLegend(key="happened", text="happened"),
    MatrixLegend(key="planned", text="planned"),
    MatrixLegend(key="hoped", text="hoped for"),
)


def told() -> Matrix:
    """A reading circle: value by cycle, and two stories across it."""
    return Matrix(
        title="Value creation: the reading circle",
        subtitle="A made-up school",
        description="Four cycles and two stories.",
        corner="Cycle",
        rows=tuple(
            Heading(id=cycle, title=cycle.capitalize(), meaning="A question about it?")
            for cycle in CYCLES
        ),
        columns=tuple(
            Heading(id=column, title=column.capitalize(), meaning="What stands below.")
            for column in COLUMNS
        ),
        cells=(
            Cell(
                row="immediate",
                column="aspirations",
                texts=("People enjoy the hour", "They come back"),
                marks=("happened", "planned"),
            ),
            Cell(row="applied", column="aspirations", texts=("Books go home",), marks=("hoped",)),
            Cell(row="realized", column="indicators", texts=("Books borrowed in a term",)),
            Cell(
                row="potential",
                column="stories",
                texts=("Anna: she heard of a list", "Ben: he met the librarian"),
                marks=("happened", "happened"),
            ),
        ),
        threads=(
            Thread(
                id="anna",
                title="Anna",
                stops=(
                    Stop(row="potential", column="stories", text="she heard of a list"),
                    Stop(row="applied", column="stories", text="she read it with her class"),
                    Stop(row="realized", column="indicators", text="Books borrowed in a term"),
                    Stop(row="immediate", column="stories", text="she comes again", mark="hoped"),
                ),
            ),
            Thread(
                id="ben",
                title="Ben",
                stops=(
                    Stop(row="potential", column="stories", text="he met the librarian"),
                    Stop(row="realized", column="indicators", text="Books borrowed in a term"),
                ),
            ),
        ),
        legend=LEGEND,
        note="Made up for this picture.",
    )


def counted() -> Matrix:
    """A heat map with gaps, and with headings that rows share."""
    rows = (
        Heading(id="sleep", title="Enough sleep", part_of="Basics"),
        Heading(id="safe", title="Being safe", part_of="Basics"),
        Heading(id="friends", title="Make friends and mix with others", part_of="Belonging"),
    )
    columns = (
        Heading(id="all", title="All"),
        Heading(id="done", title="Interventions", part_of="By section"),
        Heading(id="changed", title="Outcomes", part_of="By section"),
    )
    weights = ((9, 4, 5), (0, None, None), (1, 1, None))
    return Matrix(
        title="Coverage of a framework",
        corner="Category",
        rows=rows,
        columns=columns,
        cells=tuple(
            Cell(row=row.id, column=column.id, weight=weight)
            for row, line in zip(rows, weights, strict=True)
            for column, weight in zip(columns, line, strict=True)
            if weight is not None
        ),
        heat=True,
    )


def marked(columns: int = 14) -> Matrix:
    """Many narrow columns with signs, whose headings run upwards."""
    rows = (Heading(id="beat", title="Beating the odds"), Heading(id="change", title="Changing"))
    return Matrix(
        title="Who stands where",
        corner="The odds",
        rows=rows,
        columns=tuple(
            Heading(
                id=f"e{number}",
                title=f"Activity number {number} for children and families",
                part_of="Interventions" if number < columns // 2 else "Outcomes",
            )
            for number in range(columns)
        ),
        cells=tuple(
            Cell(row=rows[number % 2].id, column=f"e{number}", texts=(mark,), marks=(mark,))
            for number in range(columns)
            for mark in (("by field",) if number % 3 else ("classified",))
        ),
        legend=(
            MatrixLegend(key="classified", text="classified so"),
            MatrixLegend(key="by field", text="a field of it says the same"),
        ),
    )


PARTS = st.sampled_from(["", "Belonging", "Basics and more"])
MARKS = st.sampled_from([item.key for item in LEGEND])


@st.composite
def made_up(draw: st.DrawFn) -> Matrix:
    """Any small matrix: words or weights, shared headings, threads back and forth."""
    rows, columns = (
        tuple(
            Heading(id=f"h{number}", title=draw(TITLES), part_of=draw(PARTS))
            for number in range(draw(st.integers(1, most)))
        )
        for most in (6, 5)
    )
    heat = draw(st.booleans())
    cells = []
    for row in rows:
        for column in columns:
            texts = draw(st.lists(TITLES, max_size=3).map(tuple)) if draw(st.booleans()) else ()
            if (heat and draw(st.booleans())) or texts:
                with_marks = bool(texts) and draw(st.booleans())
                cells.append(
                    Cell(
                        row=row.id,
                        column=column.id,
                        texts=() if heat else texts,
                        marks=tuple(draw(MARKS) for _ in texts) if with_marks and not heat else (),
                        weight=draw(st.integers(0, 12)),
                    )
                )
    places = st.tuples(
        st.sampled_from([row.id for row in rows]), st.sampled_from([item.id for item in columns])
    )
    threads = tuple(
        Thread(
            id=f"t{number}",
            title=draw(TITLES),
            stops=tuple(
                Stop(row=row, column=column, text=draw(TITLES), mark=draw(MARKS))
                for row, column in draw(st.lists(places, max_size=12))
            ),
        )
        for number in range(0 if heat else draw(st.integers(0, 3)))
    )
    return Matrix(
        title=draw(TITLES),
        corner="Row",
        rows=rows,
        columns=columns,
        cells=tuple(cells),
        threads=threads,
        heat=heat,
        legend=LEGEND,
    )
