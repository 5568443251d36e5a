"""Where theories differ: in what they share, in what most have, and in what one has alone."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tocmodel.documents.blocks import (
    Block,
    ItemList,
    SectionHeading,
    TableCell,
    TableColumn,
    TextTable,
    bold,
    cell,
    paragraph,
    runs,
)
from tocmodel.documents.portfolio.names import some_of
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.portfolios.measure import COMPARED
from tocmodel.portfolios.model import Portfolio, PortfolioRow
from tocmodel.portfolios.shared import MatchedBy, SharedEntry, alone, shared_entries
from tocmodel.tables.portfolio import names_of
from tocmodel.wording import count_words, counted

_MOST_ROWS = 40
_MOST_THEORIES = 12
"""The most theories that are compared one by one; of more, only counts are told."""


def blocks(portfolio: Portfolio) -> tuple[Block, ...]:
    """Return the differences in what they share, what a few lack, and what each has alone."""
    rows = portfolio.read
    if len(rows) < 2:
        return ()
    found, names = shared_entries(rows), names_of(rows)
    made = (*_in_shared(found, names), *_lacking(found, names), *_alone(rows, names))
    same = "They do not differ in what was compared: titles, levels, horizons, tiers and figures."
    return made or (paragraph(same),)


def _in_shared(found: Sequence[SharedEntry], names: Sequence[str]) -> Iterator[Block]:
    """Yield a table of the facts in which entries of one title differ.

    Entries that have only their ids in common may be different things, and so are not in it.
    """
    same = (one for one in found if one.matched_by is MatchedBy.TITLE)
    lines = [(one, fact) for one in same for fact in one.differing]
    if not lines:
        return
    yield SectionHeading("The same thing, stated differently", 2)
    yield TextTable(
        "Differences in what they share",
        (
            TableColumn("What", 1.3),
            TableColumn("Its", 0.6),
            TableColumn("In each theory", 2.4),
        ),
        tuple(tuple(_cells(one, fact, names)) for one, fact in lines[:_MOST_ROWS]),
    )
    yield from _rest(len(lines) - _MOST_ROWS, "difference")
    if any(one.section == "indicators" for one, _ in lines):
        words = "Figures are side by side and are not added up: their wholes and periods differ."
        yield paragraph(words, style="small")


def _cells(one: SharedEntry, fact: str, names: Sequence[str]) -> Iterator[TableCell]:
    yield cell(f"{one.title} ({SECTION_NAMES[one.section].one})")
    yield cell(fact)
    by_words: dict[str, list[str]] = {}
    for place, entry in one.entries.items():
        words = dict(entry.facts).get(fact) or "not stated"
        by_words.setdefault(words, []).append(names[place])
    yield cell(*(f"{words}: {some_of(theories)}" for words, theories in by_words.items()))


def _lacking(found: Sequence[SharedEntry], names: Sequence[str]) -> Iterator[Block]:
    """Yield what more than half of the theories have by the same title, and the others lack."""
    whole = len(names)
    same = (one for one in found if one.matched_by is MatchedBy.TITLE)
    mostly = [one for one in same if whole / 2 < len(one.entries) < whole]
    if not mostly:
        return
    yield SectionHeading("In most of them, but not in all", 2)
    items = []
    for one in mostly[:_MOST_ROWS]:
        without = [name for place, name in enumerate(names) if place not in one.entries]
        kind = SECTION_NAMES[one.section].one
        items.append(runs(bold(one.title), f" ({kind}): not in {some_of(without)}"))
    yield ItemList(tuple(items))
    yield from _rest(len(mostly) - _MOST_ROWS, "entry", "entries")


def _alone(rows: Sequence[PortfolioRow], names: Sequence[str]) -> Iterator[Block]:
    """Yield how much each theory has that no other has."""
    own = alone(rows)
    if not any(own.values()):
        return
    yield SectionHeading("In one theory only", 2)
    if len(rows) > _MOST_THEORIES:
        counts = Counter(entry.section for entries in own.values() for entry in entries)
        yield paragraph(f"In one theory only are {_counts(counts)}.")
        return
    yield ItemList(
        tuple(
            runs(bold(names[place]), f": {_counts(Counter(one.section for one in entries))}")
            for place, entries in own.items()
            if entries
        )
    )


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(count_words(counts[name], name) for name in COMPARED if counts.get(name))


def _rest(more: int, one: str, several: str = "") -> Iterator[Block]:
    if more > 0:
        yield paragraph(
            f"{counted(more, f'more {one}', several and f'more {several}')} not listed here.",
            style="small",
        )
