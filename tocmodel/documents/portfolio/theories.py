"""The theories: a row for each, and those that could not be read."""

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
from tocmodel.portfolios.model import Portfolio
from tocmodel.tables.portfolio import names_of, row_words, summary_words
from tocmodel.wording import counted

_MOST_LISTED = 200
"""The most theories that a table on paper lists; a spreadsheet has all."""


def blocks(portfolio: Portfolio) -> tuple[Block, ...]:
    """Return a summary, a table with a row for each theory, and what could not be read."""
    named = list(zip(portfolio.read, names_of(portfolio.read), strict=True))
    table = TextTable(
        "The theories",
        (
            TableColumn("Theory", 1.6),
            TableColumn("Findings", 0.9),
            TableColumn("Indicators", 1.1),
            TableColumn("Outcomes with evidence of change", 0.8),
            TableColumn("Categories covered of each framework", 1.4),
        ),
        tuple(
            (
                cell(words["title"]),
                cell(words["findings"]),
                cell(words["indicators"]),
                cell(words["evidence"]),
                cell(*words["frameworks"].split("; ")),
            )
            for words in (row_words(row, name) for row, name in named[:_MOST_LISTED])
        ),
    )
    more = len(named) - _MOST_LISTED
    rest = f"{counted(more, 'more theory is', 'more theories are')} not listed here."
    return (
        ItemList(tuple(map(runs, summary_words(portfolio)))),
        *([table] if named else []),
        *([paragraph(rest, style="small")] if more > 0 else []),
        *_unread(portfolio),
    )


def _unread(portfolio: Portfolio) -> tuple[Block, ...]:
    if not portfolio.unread:
        return ()
    items = (runs(bold(row.file), f": {row.reason}") for row in portfolio.unread[:_MOST_LISTED])
    more = len(portfolio.unread) - _MOST_LISTED
    rest = f"{counted(more, 'more file')} could not be read."
    return (
        SectionHeading("What could not be read", 2),
        ItemList(tuple(items)),
        *([paragraph(rest, style="small")] if more > 0 else []),
    )
