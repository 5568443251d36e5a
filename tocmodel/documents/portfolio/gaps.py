"""What theories lack: the most frequent findings, and theories without indicators or evidence."""

from collections.abc import Callable, Iterator, Sequence

from tocmodel.analysis.progress import ProgressStatus
from tocmodel.checks.pages import pages
from tocmodel.documents.blocks import (
    Block,
    ItemList,
    SectionHeading,
    TableColumn,
    TextTable,
    bold,
    cell,
    paragraph,
    runs,
)
from tocmodel.documents.portfolio.names import some_of
from tocmodel.portfolios.model import Portfolio, PortfolioRow
from tocmodel.tables.portfolio import names_of

_MOST_CHECKS = 15


def blocks(portfolio: Portfolio) -> tuple[Block, ...]:
    """Return the checks that find something in most theories, and what whole theories lack."""
    return (*_checks(portfolio.read), *lacking(portfolio))


def _checks(rows: Sequence[PortfolioRow]) -> Iterator[Block]:
    """Yield a table of the checks that find something in the most theories."""
    theories: dict[str, int] = {}
    findings: dict[str, int] = {}
    for row in rows:
        for name, count in row.checks.items():
            theories[name] = theories.get(name, 0) + 1
            findings[name] = findings.get(name, 0) + count
    if not theories:
        return
    meanings = {page.name: (page.code, page.summary) for page in pages().values()}
    most = sorted(theories, key=lambda name: (-theories[name], -findings[name], name))
    yield SectionHeading("What the checks find most often", 2)
    yield TextTable(
        "The most frequent findings",
        (
            TableColumn("Check", 0.9),
            TableColumn("What it asks for", 2.2),
            TableColumn("Theories", 0.6),
            TableColumn("Findings", 0.6),
        ),
        tuple(
            (
                cell(*reversed((name, meanings.get(name, ("", ""))[0]))),
                cell(meanings.get(name, ("", "A check of a framework."))[1]),
                cell(f"{theories[name]:,} of {len(rows):,}"),
                cell(f"{findings[name]:,}"),
            )
            for name in most[:_MOST_CHECKS]
        ),
    )


_WHAT_MAY_LACK: tuple[tuple[str, Callable[[PortfolioRow], bool]], ...] = (
    ("No indicator", lambda row: not row.indicators),
    (
        "Indicators, but no figure has been observed for any of them",
        lambda row: (
            bool(row.indicators) and row.statuses.get(ProgressStatus.NO_DATA, 0) == row.indicators
        ),
    ),
    (
        "Outcomes, but no evidence that any of them changed",
        lambda row: bool(row.outcomes) and not row.outcomes_with_change,
    ),
    ("No framework", lambda row: not row.frameworks),
)
"""What a theory may lack as a whole, and whether a row does."""


def lacking(portfolio: Portfolio) -> tuple[Block, ...]:
    """Return what whole theories lack: indicators, figures, evidence or frameworks."""
    return tuple(_lacking(portfolio.read))


def _lacking(rows: Sequence[PortfolioRow]) -> Iterator[Block]:
    names = names_of(rows)
    items = []
    for words, lacks in _WHAT_MAY_LACK:
        found = [name for row, name in zip(rows, names, strict=True) if lacks(row)]
        if found:
            items.append(
                runs(bold(f"{words} ({len(found):,} of {len(rows):,})"), f": {some_of(found)}")
            )
    if items:
        yield SectionHeading("What whole theories lack", 2)
        yield ItemList(tuple(items))
    elif not rows:
        yield paragraph("There is no theory to look at.")
