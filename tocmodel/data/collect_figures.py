"""Collect the figures of indicators from their data."""

from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from typing import Any

from attrs import frozen

from tocmodel.config import Config
from tocmodel.data.collected import Collected, CollectedFigure, together
from tocmodel.data.column_problems import usable
from tocmodel.data.figure_query import columns_used, figure_query
from tocmodel.data.no_match import no_row_matches
from tocmodel.data.open_data import open_data
from tocmodel.data.row_tally import RowTally, figure_of, tally
from tocmodel.data.written import written_figure
from tocmodel.diagnostics import Finding, Pointer, Problem, TocModelError, listed
from tocmodel.fileformat.document import Document
from tocmodel.model import Indicator, IndicatorData, TheoryOfChange
from tocmodel.model.period import period
from tocmodel.syntax.codes import file_finding
from tocmodel.wording import counted

MOST_FIGURES = 1_000
"""The most figures of an indicator; a column with more values names people and not groups."""


class DataProblemsError(Exception):
    """Data cannot answer a question; each problem has its place in the theory's file."""

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        super().__init__("; ".join(problem.message for problem in problems))


@frozen
class _Question:
    """An indicator with its data, and the theory that it is part of."""

    theory: TheoryOfChange
    indicator: Indicator
    data: IndicatorData

    @property
    def at(self) -> Pointer:
        return ("indicators", self.indicator.id, "data")


def collect_figures(document: Document, theory: TheoryOfChange, config: Config) -> Collected:
    """Return the figures of all indicators with data, in the order of the theory.

    Args:
        document: the file of the theory.
        theory: its theory, or only those indicators of it that are asked for.
        config: the configuration that applies to it.
    """
    questions = (
        _Question(theory, indicator, indicator.data)
        for indicator in theory.indicators.values()
        if isinstance(indicator.data, IndicatorData)
    )
    return together(_collect(question, document, config) for question in questions)


def _collect(question: _Question, document: Document, config: Config) -> Collected:
    try:
        return _answer(question, document.path, config)
    except DataProblemsError as error:
        problems = error.problems
    except TocModelError as error:
        reason, _, help_ = str(error).partition("; ")
        problems = (Problem(message=reason, pointer=question.at, help=help_),)
    findings = findings_of(document, f"indicator '{question.indicator.id}'", problems)
    return Collected(findings=findings)


def findings_of(document: Document, owner: str, problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """Return problems with data as findings, each with its place in the theory's file."""
    return tuple(
        file_finding(
            "data-not-usable",
            f"{owner}: {problem.message}",
            span=document.locate(problem.pointer),
            pointer=problem.pointer,
            help=problem.help,
        )
        for problem in problems
    )


def _answer(question: _Question, path: str, config: Config) -> Collected:
    opened = open_data(question.data, path, config)
    try:
        data = question.data
        table, problems = usable(opened, columns_used(data), data.name, question.at)
        if problems:
            raise DataProblemsError(*problems)
        tallies: list[RowTally] = []
        for by in ((), data.by) if data.by else ((),):
            rows = table.engine.rows(figure_query(data, table.source, by))
            if len(rows) > MOST_FIGURES:
                raise DataProblemsError(_too_many(question, by, len(rows)))
            tallies += [tally(data, by, row) for row in rows]
        problem = no_row_matches(data, table, tallies, question.at) or _no_period(question, tallies)
        if problem:
            raise DataProblemsError(problem)
    finally:
        opened.engine.close()
    return Collected(
        figures=tuple(_figures(question, tallies)), notes=tuple(_notes(question, tallies))
    )


def _figures(question: _Question, tallies: Sequence[RowTally]) -> Iterator[CollectedFigure]:
    for found in sorted(tallies, key=lambda item: _order(question.theory, item)):
        if not found.is_of_a_known_group or (question.data.time and not found.period):
            continue
        figure = figure_of(question.data, question.indicator.unit, found)
        if figure is not None:
            yield CollectedFigure(
                indicator=question.indicator.id,
                figure=figure,
                rows=found.counted if found.number is not None else found.whole,
                unknown=found.unknown,
                written=written_figure(question.indicator, figure),
            )


def _order(theory: TheoryOfChange, found: RowTally) -> tuple[Any, ...]:
    days = period(found.period, theory.year_begins)
    return ((days.start, days.end) if days else (), bool(found.by), tuple(found.by.values()))


def _too_many(question: _Question, by: tuple[str, ...], count: int) -> Problem:
    names = " and ".join(f"'{name}'" for name in filter(None, (*by, question.data.time)))
    message = f"{names} of '{question.data.name}' would make {count:,} figures"
    help_ = f"choose columns with few values: an indicator has up to {MOST_FIGURES:,} figures"
    return Problem(message=message, pointer=question.at, help=help_)


def _no_period(question: _Question, tallies: Sequence[RowTally]) -> Problem | None:
    """Return a problem if a value of the time column is no period."""
    wrong = [item.period for item in tallies if item.period and not period(item.period)]
    if not wrong:
        return None
    name = question.data.name
    value = wrong[0][:60]
    message = f"column '{question.data.time}' of '{name}' has '{value}', which is not a period"
    help_ = "write 2024, 2024-09, 2024-09-01, 2024-Q3, 2023/2024 or 2023/2024-autumn"
    return Problem(message=message, pointer=(*question.at, "time"), help=help_)


def _notes(question: _Question, tallies: Sequence[RowTally]) -> Iterator[str]:
    """Yield sentences on the rows that count in no figure."""
    data = question.data
    whole = [item for item in tallies if not item.by]
    undated = sum(item.whole + item.unknown for item in whole if not item.period)
    if data.time and undated:
        yield _left_out(question, undated, [data.time])
    if unknown := sum(item.unknown for item in whole):
        known = (
            [data.column] if data.column else [name for name in data.where if name not in data.of]
        )
        yield _left_out(question, unknown, known)
    for key in data.by:
        if apart := sum(item.whole for item in tallies if item.by and not item.by[key]):
            yield _left_out(question, apart, [key], "in no group of")
    if any(item.number is not None and not isfinite(item.number) for item in tallies):
        yield f"'{data.column}' of '{data.name}' has values that are not numbers"


def _left_out(
    question: _Question, rows: int, empty: Sequence[str], how: str = "left out of"
) -> str:
    names = listed(f"'{name}'" for name in empty)
    of = f"{counted(rows, 'row')} of '{question.data.name}'"
    return f"{how} '{question.indicator.id}': {of}, in which {names} is empty"
