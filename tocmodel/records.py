"""Rows for data frames: a list of dictionaries with the same keys and plain values.

``pandas.DataFrame(to_records(theory, "links"))`` and ``polars.DataFrame(...)`` take them as they
are; tocmodel needs neither.
"""

import json
from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Any

from attrs import Attribute, fields, has

from tocmodel.analysis.coverage import Coverage
from tocmodel.analysis.figures import LocatedFigure, located_figures
from tocmodel.analysis.value.claims import Claim
from tocmodel.diagnostics import Finding, InvalidModelError, UnknownIdError, did_you_mean
from tocmodel.differences import Difference, Differences
from tocmodel.fileformat.dumping import plain_data
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import SECTIONS, Element, Figure, HasOrigin, Link, TheoryOfChange
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.wording import figure_words

CellValue = str | int | float | bool | None
Record = dict[str, CellValue]

TABLES = ("elements", "links", "figures", *SECTIONS)
"""The tables of a theory: all elements, all links, all figures, or the entries of one section."""

Recordable = Coverage | Differences | Iterable[Finding] | Iterable[Claim]


def to_records(what: TheoryLike | Recordable, table: str = "elements") -> list[Record]:
    """Return a table of a theory, or of a result about one, as rows.

    Each row is a dictionary, and all rows of a table have the same keys in the same order. A value
    is a text, a number, yes or no, or ``None`` where there is none. Several words are joined by
    ``"; "``, and a value with parts is JSON.

    Args:
        what: a theory (or a document, or the path of a file), with those it includes; or a result
            of ``check``, ``claims``, ``coverage`` or ``diff``.
        table: for a theory: ``elements``, ``links``, ``figures``, or the name of a section for all
            the fields of its entries.

    >>> from tocmodel.model import TheoryOfChange
    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     interventions={"club": {"title": "Breakfast club"}},
    ...     outcomes={"fed": {"title": "Children are fed"}},
    ...     links=[{"from": "club", "to": "fed", "because": "a full stomach lasts until lunch"}],
    ... )
    >>> [(row["from"], row["to"], row["because"]) for row in to_records(theory, "links")]
    [('club', 'fed', 'a full stomach lasts until lunch')]

    Raises:
        UnknownIdError: a theory has no such table; the message names the nearest.
        InvalidModelError: a value of this type has no rows.
    """
    if isinstance(what, Coverage):
        return _coverage(what)
    if isinstance(what, Differences | tuple | list):
        return [_result(item) for item in what]
    return _of_theory(as_theory(what).whole, table)


def columns(table: str) -> tuple[str, ...]:
    """Return the columns of any table of a theory except ``elements``, in their order.

    >>> columns("links")[:3], columns("figures")[:4]
    (('origin', 'source', 'at'), ('element', 'title', 'role', 'unit'))
    """
    if table == "figures":
        return (*_FIGURE_OWNER, *_names(Figure))
    if table == "links":
        return (*_names(Link), "standing")
    return _names(SECTIONS[table])


_FIGURE_OWNER = ("element", "title", "role", "unit", "words")


def _names(kind: type[Any]) -> tuple[str, ...]:
    every: tuple[Attribute[Any], ...] = fields(kind)
    return tuple(column.name.rstrip("_") for column in every if column.eq)


def _of_theory(theory: TheoryOfChange, table: str) -> list[Record]:
    if table not in TABLES:
        raise UnknownIdError(_no_table(table))
    if table == "elements":
        return [_element(theory, id_) for id_ in theory.elements]
    if table == "links":
        return [{**_row(link, Link), "standing": str(link.standing)} for link in theory.links]
    if table == "figures":
        return [_figure(item) for item in located_figures(theory)]
    return [_row(entry, SECTIONS[table]) for entry in getattr(theory, table).values()]


def _no_table(table: str) -> str:
    if table in _OF_RESULTS:
        return f"a theory has no table '{table}': call to_records({_OF_RESULTS[table]})"
    near = did_you_mean(table, TABLES) or f"; there is {', '.join(TABLES)}"
    return f"there is no table '{table}'{near}"


_OF_RESULTS = {
    "findings": "check(theory)",
    "claims": "claims(theory)",
    "coverage": "coverage(theory, framework)",
    "differences": "diff(old, new)",
}
"""The function whose result has the rows of a table that a theory does not have."""


def _element(theory: TheoryOfChange, id_: str) -> Record:
    """Return the fields that every element has, with its kind."""
    element = theory.elements[id_]
    section = theory.section_of(id_)
    common = _row(element, Element)
    return {
        "id": id_,
        "section": section,
        "kind": SECTION_NAMES[section].one,
        **{key: value for key, value in common.items() if key != "id"},
        "standing": str(element.standing) if isinstance(element, HasOrigin) else None,
        "links_in": len(theory.links_to(id_)),
        "links_out": len(theory.links_from(id_)),
    }


def _figure(item: LocatedFigure) -> Record:
    owner = item.owner
    unit = item.unit
    return {
        "element": owner.id if owner else None,
        "title": owner.title if owner else None,
        "role": item.role,
        "unit": unit or None,
        "words": figure_words(item.figure, unit),
        **{name: cell for name, cell in _row(item.figure, Figure).items() if name != "unit"},
    }


def _coverage(found: Coverage) -> list[Record]:
    return [
        {
            "framework": found.framework.id,
            "dimension": row.dimension.id,
            "category": row.category.id,
            "title": row.category.title,
            "depth": row.depth,
            "classified": _cell(row.classified),
            "by_field": _cell(row.by_field),
            "gathered": _cell(row.gathered),
            "count": len(row.gathered),
            "gap": row.is_gap,
        }
        for row in found.rows
    ]


def _result(item: object) -> Record:
    if isinstance(item, Finding):
        return _finding(item)
    if isinstance(item, Claim):
        return _claim(item)
    if isinstance(item, Difference):
        return _row(item, Difference)
    raise InvalidModelError(f"there are no rows for a value of type {type(item).__name__}")


def _finding(item: Finding) -> Record:
    span = item.span
    return {
        "file": span.path if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
        **_row(item, Finding, leave_out=("span", "pointer")),
        "pointer": "/".join(map(str, item.pointer)) or None,
    }


def _claim(item: Claim) -> Record:
    """Return a claim of value with each of the four answers and its reason."""
    answers = ("changed", "told", "agrees", "rival")
    row = _row(item, Claim, leave_out=answers)
    for name in answers:
        reply = getattr(item, name)
        row |= {name: str(reply.answer), f"{name}_because": reply.reason}
    return {**row, "plausible": str(item.plausible)}


def _row(value: Any, kind: type[Any], leave_out: Iterable[str] = ()) -> Record:
    columns: tuple[Attribute[Any], ...] = fields(kind)
    return {
        column.name.rstrip("_"): _cell(getattr(value, column.name))
        for column in columns
        if column.name not in leave_out and column.eq
    }


def _cell(value: Any) -> CellValue:
    """Return a value as one cell of a table.

    >>> _cell(("a", "b")), _cell(()), _cell(""), _cell(Figure(value=3, qualifier="about"))
    ('a; b', None, None, 'about 3')
    """
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Figure):
        return figure_words(value)
    if isinstance(value, str | Mapping | tuple) and not value:
        return None
    if isinstance(value, tuple) and not any(has(type(item)) for item in value):
        return "; ".join(map(str, value))
    if value is None or isinstance(value, str | bool | int | float):
        return value
    return json.dumps(plain_data(value), ensure_ascii=False)
