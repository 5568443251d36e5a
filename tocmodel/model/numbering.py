"""The numbers that a source gives its parts, such as 1.2 and 1.10, and the order that they make."""

import re
from collections.abc import Mapping
from typing import TypeVar

E = TypeVar("E")

_RUN = re.compile(r"[0-9]+|[^\W\d_]+")


def number_key(number: str) -> tuple[tuple[int, int, str], ...]:
    """Return what the numbers of a source are sorted by: each part as a number, or as letters.

    >>> sorted(["1.10", "2", "1.a", "1.2", "1", "1.1.2"], key=number_key)
    ['1', '1.1.2', '1.2', '1.10', '1.a', '2']
    """
    runs = _RUN.findall(number.casefold())
    return tuple((0, int(run), "") if run[0] in "0123456789" else (1, 0, run) for run in runs)


def with_number(title: str, number: str) -> str:
    """Return a title with its number before it, unless it begins with this number.

    >>> with_number("Schools", "1.1"), with_number("1.1 Schools", "1.1"), with_number("Schools", "")
    ('1.1 Schools', '1.1 Schools', 'Schools')
    >>> with_number("11 schools take part", "1")
    '1 11 schools take part'
    """
    if not number or re.match(rf"{re.escape(number)}[.:)]?(\s|$)", title):
        return title
    return f"{number} {title}"


def in_order_of_numbers(entries: Mapping[str, E]) -> Mapping[str, E]:
    """Return entries with those that have numbers in the order of these.

    They take the places that any of them had; entries without a number stay where they are. In a
    theory that includes others, those of each theory are sorted among themselves.
    """
    numbered: dict[str, list[str]] = {}
    for id_, entry in entries.items():
        if getattr(entry, "number", ""):
            numbered.setdefault(_theory_of(id_), []).append(id_)
    if not numbered:
        return entries
    ordered = {
        owner: iter(sorted(ids, key=lambda id_: number_key(getattr(entries[id_], "number", ""))))
        for owner, ids in numbered.items()
    }
    ids = (
        next(ordered[_theory_of(id_)]) if getattr(entry, "number", "") else id_
        for id_, entry in entries.items()
    )
    return {id_: entries[id_] for id_ in ids}


def _theory_of(id_: str) -> str:
    """Return the included theory that an id is from; empty for the file's own."""
    return id_.rpartition("/")[0]
