"""The plans of learning spaces beside what happened, as a table with a row for each cycle."""

from tocmodel.analysis.value.plans import PLAN_HEADINGS, PlanRow, PlanRows
from tocmodel.diagram.notes import date_of, full_title
from tocmodel.model import TheoryOfChange
from tocmodel.tables.matrix import Cell, Heading, Matrix
from tocmodel.wording import note_with, remark_words

_ROW = ("space", "cycle")
"""The columns that are the heading of a row."""


def plan_matrix(found: PlanRows) -> Matrix:
    """Return plans as a table; columns that no row has words in are left out.

    >>> plan_matrix(PlanRows()).columns
    ()
    """
    theory: TheoryOfChange = found.about or TheoryOfChange(title="")
    used = {key for row in found for key, words in row.words.items() if words}
    columns = [key for key in PLAN_HEADINGS if key in used and key not in _ROW]
    return Matrix(
        title="Plan and what happened",
        subtitle=full_title(theory),
        remark=remark_words(theory),
        language=theory.language,
        description=f"{len(found)} rows, one for each cycle of a learning space.",
        corner="Space and cycle",
        rows=tuple(
            Heading(id=_id(row), title=f"{row.text('space')}: {row.text('cycle')}") for row in found
        ),
        columns=tuple(Heading(id=key, title=PLAN_HEADINGS[key]) for key in columns),
        cells=tuple(
            Cell(row=_id(row), column=key, texts=row.words[key], weight=1)
            for row in found
            for key in columns
            if row.words[key]
        ),
        note=note_with("", theory),
        date=date_of(theory),
    )


def _id(row: PlanRow) -> str:
    return f"{row.space}:{row.cycle}"
