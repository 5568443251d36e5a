"""What several theories share, where they differ in it, and what each lacks.

Entries are the same if they have the same title, whatever its letter case, spaces and punctuation,
or the same id. Neither is certain: one thing may have two names, and one name may mean two things.
So each comparison says how it was matched, and nothing is matched by a guess at its meaning.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from attrs import field, frozen

from tocmodel.portfolios.measure import COMPARED
from tocmodel.portfolios.model import ComparedEntry, PortfolioRow
from tocmodel.self_describing import SelfDescribing


class MatchedBy(StrEnum):
    """How entries of several theories were found to be the same.

    Attributes:
        TITLE: they have the same title.
        ID: they have the same id and different titles, so they may not be the same.
    """

    TITLE = "title"
    ID = "id"


@frozen(kw_only=True)
class SharedEntry(SelfDescribing):
    """An entry that several theories have.

    Attributes:
        section: its section.
        title: its title in the first of them.
        matched_by: how it was matched.
        entries: the entry in each theory, by how many of those compared come before the theory.
    """

    section: str
    title: str
    matched_by: MatchedBy
    entries: Mapping[int, ComparedEntry] = field(repr=False)

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles that it has, each once."""
        return tuple(dict.fromkeys(entry.title for entry in self.entries.values()))

    @property
    def differing(self) -> tuple[str, ...]:
        """The facts that are not the same in all theories, or that only some of them state."""
        facts = [dict(entry.facts) for entry in self.entries.values()]
        names = dict.fromkeys(name for each in facts for name in each)
        return tuple(name for name in names if len({each.get(name, "") for each in facts}) > 1)


def shared_entries(rows: Sequence[PortfolioRow]) -> tuple[SharedEntry, ...]:
    """Return what at least two theories have, section by section: by title first, then by id.

    The most widely shared come first.

    >>> def row(name: str, *titles: str) -> PortfolioRow:
    ...     visits = (ComparedEntry(section="interventions", id=t[:3], title=t) for t in titles)
    ...     return PortfolioRow(file=name, entries=tuple(visits))
    >>> [found] = shared_entries([row("a", "Home visits"), row("b", "Clubs", "home  visits.")])
    >>> found.title, found.matched_by.value, list(found.entries)
    ('Home visits', 'title', [0, 1])
    """
    by_title = _groups(rows, lambda entry: folded(entry.title))
    by_id = _groups(rows, lambda entry: entry.id)
    found = [
        *(_shared(entries, MatchedBy.TITLE) for entries in by_title),
        *(_shared(entries, MatchedBy.ID) for entries in by_id if not _is_one_title(entries)),
    ]

    def place(one: SharedEntry) -> tuple[int, bool, int, str]:
        is_by_id = one.matched_by is MatchedBy.ID
        return COMPARED.index(one.section), is_by_id, -len(one.entries), one.title

    return tuple(sorted(found, key=place))


def alone(rows: Sequence[PortfolioRow]) -> Mapping[int, tuple[ComparedEntry, ...]]:
    """Return what only one theory has, by the place of the theory among those compared."""
    titles = _counts(rows, lambda entry: folded(entry.title))
    ids = _counts(rows, lambda entry: entry.id)
    return {
        place: tuple(
            entry
            for entry in row.entries
            if titles[entry.section, folded(entry.title)] == ids[entry.section, entry.id] == 1
        )
        for place, row in enumerate(rows)
    }


def folded(title: str) -> str:
    """Return a title without what does not matter for comparing it.

    >>> folded("Home  visits."), folded("HOME VISITS"), folded("?!")
    ('home visits', 'home visits', '?!')
    """
    words = unicodedata.normalize("NFKC", title).casefold()
    return " ".join(_BETWEEN_WORDS.sub(" ", words).split()) or title


_BETWEEN_WORDS = re.compile(r"[\W_]+")

_Placed = tuple[tuple[int, ComparedEntry], ...]
"""Entries, each with the place of its theory."""

_Key = Callable[[ComparedEntry], str]


def _groups(rows: Sequence[PortfolioRow], key: _Key) -> list[_Placed]:
    """Return the entries of several theories that have a key in common; one a theory."""
    found: dict[tuple[str, str], dict[int, ComparedEntry]] = {}
    for place, row in enumerate(rows):
        for entry in row.entries:
            found.setdefault((entry.section, key(entry)), {}).setdefault(place, entry)
    return [tuple(entries.items()) for entries in found.values() if len(entries) > 1]


def _is_one_title(entries: _Placed) -> bool:
    return len({folded(entry.title) for _, entry in entries}) == 1


def _shared(entries: _Placed, matched_by: MatchedBy) -> SharedEntry:
    first = entries[0][1]
    return SharedEntry(
        section=first.section, title=first.title, matched_by=matched_by, entries=dict(entries)
    )


def _counts(rows: Iterable[PortfolioRow], key: _Key) -> Mapping[tuple[str, str], int]:
    """Return in how many theories each key of an entry is, by its section and the key."""
    found: dict[tuple[str, str], int] = {}
    for row in rows:
        for name in {(entry.section, key(entry)) for entry in row.entries}:
            found[name] = found.get(name, 0) + 1
    return found
