"""What several theories share: what they do, how it works, what it leads to, and how it is seen."""

from collections.abc import Iterator, Sequence

from tocmodel.documents.blocks import (
    Block,
    SectionHeading,
    TableCell,
    TableColumn,
    TextTable,
    cell,
    paragraph,
)
from tocmodel.documents.portfolio.names import named
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.portfolios.measure import COMPARED
from tocmodel.portfolios.model import Portfolio, PortfolioRow
from tocmodel.portfolios.shared import MatchedBy, SharedEntry, shared_entries
from tocmodel.tables.portfolio import names_of
from tocmodel.wording import count_words, counted

_MOST_LISTED = 20
"""The most entries of a section that a table lists."""

HOW = (
    "Two things count as the same if they have the same title, whatever its letter case and "
    "punctuation, or the same id. The same thing in other words is not found, and one id with two "
    "titles may be two things: the table says which it is."
)
"""How entries are matched, for the reader of a report."""


def blocks(portfolio: Portfolio) -> tuple[Block, ...]:
    """Return a table of the shared entries of each section."""
    rows = portfolio.read
    if len(rows) < 2:
        return ()
    found = shared_entries(rows)
    nothing = paragraph("No two of them have a title or an id in common.")
    return (paragraph(HOW), *(_sections(rows, found) if found else (nothing,)), *_left_out(rows))


def _sections(rows: Sequence[PortfolioRow], found: Sequence[SharedEntry]) -> Iterator[Block]:
    names = names_of(rows)
    for section in COMPARED:
        shared = [one for one in found if one.section == section]
        if not shared:
            continue
        name = SECTION_NAMES[section]
        yield SectionHeading(name.heading, 2)
        yield TextTable(
            f"Shared {name.several}",
            (
                TableColumn(name.one.capitalize(), 1.6),
                TableColumn("In how many", 0.5),
                TableColumn("In which", 1.6),
                TableColumn("The same by", 0.8),
            ),
            tuple(tuple(_cells(one, names)) for one in shared[:_MOST_LISTED]),
        )
        more = len(shared) - _MOST_LISTED
        if more > 0:
            yield paragraph(
                f"{count_words(more, section)} more are not listed here.", style="small"
            )


def _cells(one: SharedEntry, names: Sequence[str]) -> Iterator[TableCell]:
    yield cell(*(one.titles if one.matched_by is MatchedBy.ID else one.titles[:1]))
    yield cell(f"{len(one.entries):,} of {len(names):,}")
    yield cell(named(one.entries, names, len(names)))
    yield cell("title" if one.matched_by is MatchedBy.TITLE else "id only: they may be different")


def _left_out(rows: Sequence[PortfolioRow]) -> tuple[Block, ...]:
    left = sum(row.left_out for row in rows)
    if not left:
        return ()
    words = f"{counted(left, 'entry', 'entries')} of very large theories were not compared."
    return (paragraph(words, style="small"),)
