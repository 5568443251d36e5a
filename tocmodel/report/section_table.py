"""One section as a table: a row for each entry, a column for each key in use."""

from collections.abc import Mapping, Sequence
from typing import Any

from tocmodel.analysis.figures import located_figures
from tocmodel.model import TheoryOfChange
from tocmodel.report.field_values import Field, fields_of, figure_in_full
from tocmodel.schema.vocabulary import labels

Row = Mapping[str, str]
"""The cells of a row by the headings of their columns."""


def section_rows(theory: TheoryOfChange, section: str) -> tuple[Row, ...]:
    """Return the rows for a section, for ``links``, or for ``figures``, which has every figure.

    Headings are the titles of the keys. References are named by id.

    >>> risks = {"rents": {"title": "Rents rise", "severity": "high"}}
    >>> section_rows(TheoryOfChange(title="T", risks=risks), "risks")
    ({'id': 'rents', 'Title': 'Rents rise', 'Severity': 'high'},)
    """
    if section == "figures":
        return tuple(_figures(theory))
    held = getattr(theory, section)
    entries = held.values() if isinstance(held, Mapping) else held
    return tuple(_row(theory, entry) for entry in entries)


def headings(section: str, rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the headings used in any row, in the order of the schema."""
    used = {heading for row in rows for heading in row}
    order = (
        ("element", "role", "figure") if section == "figures" else ("id", *labels(section).values())
    )
    return tuple(name for name in dict.fromkeys(order) if name in used)


def _row(theory: TheoryOfChange, entry: Any) -> Row:
    named = {"id": entry.id} if getattr(entry, "id", "") else {}
    return named | {one.label: _cell(one) for one in fields_of(theory, entry, ids=True)}


def _cell(field: Field) -> str:
    return "; ".join(
        f"{words} ({'; '.join(f'{one.label}: {_cell(one)}' for one in inside)})"
        if inside
        else words
        for words, inside in zip(field.words, field.inside, strict=True)
    )


def _figures(theory: TheoryOfChange) -> list[Row]:
    return [
        {
            "element": item.owner.id if item.owner else "the place",
            "role": item.role.replace("_", " "),
            "figure": figure_in_full(theory, item.figure, item.unit, ids=True),
        }
        for item in located_figures(theory)
    ]
