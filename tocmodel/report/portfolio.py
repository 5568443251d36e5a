"""A portfolio as a table in words, as a sheet of numbers, and as plain data."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from tocmodel.analysis.progress import ProgressStatus, status_words
from tocmodel.analysis.publication import together
from tocmodel.diagnostics import Severity
from tocmodel.portfolios.model import FrameworkSummary, FrameworkUse, Portfolio, PortfolioRow
from tocmodel.portfolios.shared import SharedEntry, shared_entries
from tocmodel.render.spreadsheet import Spreadsheet
from tocmodel.tables.portfolio import (
    PORTFOLIO_HEADINGS,
    imagined_line,
    kind_words,
    names_of,
    row_words,
)
from tocmodel.wording import IMAGINED


def words_table(portfolio: Portfolio) -> Spreadsheet:
    """Return a portfolio as a table in words, a row for each theory and no empty columns."""
    named = zip(portfolio.rows, names_of(portfolio.rows), strict=True)
    rows = [row_words(row, name) for row, name in named]
    used = [key for key in PORTFOLIO_HEADINGS if any(row[key] for row in rows)]
    cells = (tuple(row[key] for key in used) for row in rows)
    heads = tuple(PORTFOLIO_HEADINGS[key] for key in used)
    return Spreadsheet((heads, *cells), imagined_line(portfolio.read))


def number_table(portfolio: Portfolio) -> Spreadsheet:
    """Return a portfolio as a table of numbers, a row for each theory and a column for each count.

    A file that could not be read has its reason and no numbers.
    """
    ids = tuple(dict.fromkeys(framework.id for framework in portfolio.frameworks))
    heads = (*_COLUMNS, *(f"{id_} {words}" for id_ in ids for words in ("covered", "categories")))
    rows = (
        (
            *(cell(row) for cell in _COLUMNS.values()),
            *(text for id_ in ids for text in _coverage(row, id_)),
        )
        for row in portfolio.rows
    )
    withheld = [row.withheld for row in portfolio.rows if row.withheld is not None]
    return Spreadsheet((heads, *rows), together(withheld).words if withheld else "")


def _number(count: Callable[[PortfolioRow], int]) -> Callable[[PortfolioRow], str]:
    return lambda row: "" if row.reason else str(count(row))


def _of_status(status: ProgressStatus) -> Callable[[PortfolioRow], str]:
    return _number(lambda row: row.statuses.get(status, 0))


_COLUMNS: Mapping[str, Callable[[PortfolioRow], str]] = MappingProxyType(
    {
        "file": lambda row: row.file,
        "title": lambda row: row.title,
        "problem": lambda row: row.reason,
        "kind": kind_words,
        "imagined": lambda row: IMAGINED if row.imagined else "",
        "includes": _number(lambda row: len(row.includes)),
        "elements": _number(lambda row: row.elements),
        "links": _number(lambda row: row.links),
        "errors": lambda row: (
            str(row.severities.get(Severity.ERROR, 0)) if row.severities or not row.reason else ""
        ),
        "warnings": _number(lambda row: row.severities.get(Severity.WARNING, 0)),
        "advice": _number(lambda row: row.severities.get(Severity.ADVICE, 0)),
        "outcomes": _number(lambda row: row.outcomes),
        "outcomes with evidence of change": _number(lambda row: row.outcomes_with_change),
        "pieces of evidence": _number(lambda row: row.evidence),
        "indicators": _number(lambda row: row.indicators),
        **{status_words(status): _of_status(status) for status in ProgressStatus},
    }
)
"""The columns of the table of numbers; the coverage of each framework comes after them."""


def _coverage(row: PortfolioRow, id_: str) -> tuple[str, str]:
    """Return how many of the wanted categories of a framework have something in them, of how many.

    Both are empty for a theory that does not name the framework.
    """
    use = next((use for use in row.frameworks if use.framework.id == id_), None)
    return (str(use.covered), str(len(use.sought))) if use else ("", "")


def portfolio_data(portfolio: Portfolio, version: str) -> dict[str, Any]:
    """Return a portfolio as plain data, as ``schemas/portfolio.schema.json`` describes it.

    Args:
        portfolio: the portfolio.
        version: the version of tocmodel.
    """
    passed = portfolio.passed_over
    return {
        "tool": {"name": "tocmodel", "version": version},
        "theories": [_theory(row) for row in portfolio.rows],
        "frameworks": [_framework(framework) for framework in portfolio.frameworks],
        "shared": [_shared(one, portfolio.read) for one in shared_entries(portfolio.read)],
        "passed_over": {"others": passed.others, "links": passed.links, "twice": passed.twice},
    }


def _theory(row: PortfolioRow) -> dict[str, Any]:
    """Return a row as plain data; every count is ``None`` where the file could not be read."""
    counts = {
        "elements": row.elements,
        "links": row.links,
        "outcomes": row.outcomes,
        "outcomes_with_change": row.outcomes_with_change,
        "evidence": row.evidence,
        "indicators": row.indicators,
    }
    return {
        "file": row.file,
        "title": row.title or None,
        "problem": row.reason or None,
        "kind": row.kind.value if row.kind else None,
        "kind_guessed": row.kind_guessed,
        **({"imagined": IMAGINED} if row.imagined else {}),
        **({"publication": row.withheld.words} if row.withheld else {}),
        "includes": list(row.includes),
        **{name: None if row.reason else count for name, count in counts.items()},
        "findings": {severity.value: count for severity, count in row.severities.items()},
        "checks": dict(row.checks),
        "statuses": {status.value: row.statuses[status] for status in _in_order(row)},
        "frameworks": [_use(use) for use in row.frameworks],
        "not_compared": row.left_out,
    }


def _in_order(row: PortfolioRow) -> list[ProgressStatus]:
    return [status for status in ProgressStatus if status in row.statuses]


def _use(use: FrameworkUse) -> dict[str, Any]:
    return {
        "framework": use.framework.id,
        "covered": use.covered,
        "of": len(use.sought),
        "categories": dict(use.by_category),
    }


def _framework(framework: FrameworkSummary) -> dict[str, Any]:
    return {
        "id": framework.id,
        "title": framework.title,
        "edition": framework.edition,
        "categories": [
            {
                "id": category.id,
                "title": category.title,
                "dimension": category.dimension,
                "wanted": category.is_wanted,
            }
            for category in framework.categories
        ],
    }


def _shared(one: SharedEntry, rows: tuple[PortfolioRow, ...]) -> dict[str, Any]:
    return {
        "section": one.section,
        "title": one.title,
        "matched_by": one.matched_by.value,
        "differing": list(one.differing),
        "entries": [
            {
                "file": rows[place].file,
                "id": entry.id,
                "title": entry.title,
                "facts": dict(entry.facts),
            }
            for place, entry in one.entries.items()
        ],
    }
