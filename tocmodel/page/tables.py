"""The tables of a page: assumptions, risks and indicators."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from tocmodel.model import Entry, TheoryOfChange
from tocmodel.page.described import DescribedTheory
from tocmodel.report.field_values import fields_of
from tocmodel.schema.vocabulary import labels
from tocmodel.tables.monitoring import MONITORING_HEADINGS, monitoring_rows
from tocmodel.wording import guess_of, say

_COLUMNS = {
    "assumptions": ("critical", "holds", "owner"),
    "risks": ("likelihood", "severity", "external", "mitigation", "threatens"),
}


@frozen(kw_only=True)
class PageTable:
    """One table: its heading, the heads of its columns, and its rows; a cell has several lines."""

    heading: str
    heads: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], ...], ...]


def page_tables(theory: TheoryOfChange, described: DescribedTheory) -> Iterator[PageTable]:
    """Yield the tables about what a page shows, without columns that would be empty."""
    for section, keys in _COLUMNS.items():
        entries = [entry for entry in _entries(theory, section) if _belongs(entry, described)]
        if entries:
            yield _table(theory, section, keys, entries, described)
    rows = [
        row
        for row in monitoring_rows(theory, language=described.language or None)
        if not row.outcome or row.outcome in described.boxes
    ]
    if rows:
        used = [key for key in MONITORING_HEADINGS if any(row.words[key] for row in rows)]
        yield PageTable(
            heading=say("page-measured"),
            heads=tuple(MONITORING_HEADINGS[key] for key in used),
            rows=tuple(tuple((row.words[key],) for key in used) for row in rows),
        )


def _entries(theory: TheoryOfChange, section: str) -> Iterator[Entry]:
    yield from getattr(theory, section).values()
    if section == "assumptions":
        written_in_place = (item for link in theory.links for item in link.assumes)
        yield from (item for item in written_in_place if not isinstance(item, str))


def _belongs(entry: Entry, described: DescribedTheory) -> bool:
    """Whether an entry is about something shown, or about nothing in particular."""
    about = (*getattr(entry, "threatens", ()), *getattr(entry, "measures", ()))
    return not about or any(id_ in described.boxes for id_ in about)


def _table(
    theory: TheoryOfChange,
    section: str,
    keys: Iterable[str],
    entries: Iterable[Entry],
    described: DescribedTheory,
) -> PageTable:
    names = labels(section)
    found = [
        (
            _titled(entry, described),
            {one.key: one.words for one in fields_of(theory, entry, titles=True)},
        )
        for entry in entries
    ]
    used = [key for key in keys if any(held.get(key) for _, held in found)]
    return PageTable(
        heading=say(f"page-{section}"),
        heads=(names["title"], *(names[key] for key in used)),
        rows=tuple(((title,), *(held.get(key, ()) for key in used)) for title, held in found),
    )


def _titled(entry: Entry, described: DescribedTheory) -> str:
    title = described.words.title(entry.id) if described.words and entry.id else entry.full_title
    guess = guess_of(entry)
    return f"{title} ({say(f'guess-{guess}-in-full')})" if guess else title
