"""Figures from data as a table and as plain data, each with its denominator."""

from collections.abc import Iterable
from typing import Any

from attrs import evolve

from tocmodel.data.collected import CollectedFigure, CollectedStatus
from tocmodel.fileformat.dumping import stated_data
from tocmodel.model import Figure, TheoryOfChange
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.wording import figure_words, remark_data, remark_words

_HEADS = ("Indicator", "Period", "Group", "Figure", "Out of", "Not known", "In the file")
_ALWAYS = ("Indicator", "Figure", "Out of", "In the file")

_WORDS = {CollectedStatus.NEW: "not yet", CollectedStatus.SAME: "the same"}


def collected_table(theory: TheoryOfChange, figures: Iterable[CollectedFigure]) -> Spreadsheet:
    """Return collected figures as a table, without columns that nothing is in."""
    rows = [_row(theory, found) for found in figures]
    kept = [
        place
        for place, head in enumerate(_HEADS)
        if head in _ALWAYS or any(row[place] for row in rows)
    ]
    cells = (tuple(row[place] for place in kept) for row in (_HEADS, *rows))
    return Spreadsheet(tuple(cells), remark_words(theory))


def _row(theory: TheoryOfChange, found: CollectedFigure) -> tuple[str, ...]:
    indicator = theory.indicators[found.indicator]
    number = evolve(found.figure, of=None, period="", by={}, note="")
    return (
        indicator.full_title,
        found.figure.period,
        ", ".join(f"{key}: {value}" for key, value in found.figure.by.items()),
        figure_words(number, indicator.unit),
        f"{found.rows:,}",
        f"{found.unknown:,}" if found.unknown else "",
        _WORDS.get(found.status) or _written(found.written, indicator.unit),
    )


def _written(figure: Figure | None, unit: str) -> str:
    return figure_words(evolve(figure, period="", by={}), unit) if figure else ""


def collected_data(
    theory: TheoryOfChange, figures: Iterable[CollectedFigure]
) -> list[dict[str, Any]]:
    """Return collected figures as plain data, as ``collected.schema.json`` describes it."""
    return [_data(theory, found) for found in figures]


def _data(theory: TheoryOfChange, found: CollectedFigure) -> dict[str, Any]:
    indicator = theory.indicators[found.indicator]
    return {
        "indicator": found.indicator,
        "title": indicator.full_title,
        "unit": indicator.unit,
        "period": found.figure.period or None,
        "by": dict(found.figure.by),
        "statistic": found.figure.statistic.value if found.figure.statistic else None,
        "value": found.figure.value,
        "out_of": found.rows,
        "unknown": found.unknown,
        "status": found.status.value,
        "written": stated_data(found.written) if found.written else None,
        **remark_data(theory),
    }
