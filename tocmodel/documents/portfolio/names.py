"""The names of several theories in a sentence or a cell: a few of them, and how many more."""

from collections.abc import Iterable, Sequence

_NAMED = 8


def some_of(names: Sequence[str], most: int = _NAMED) -> str:
    """Return the first few names, and how many more there are.

    >>> some_of(["Harbour", "Moor"]), some_of(["Harbour", "Moor", "Town"], 2)
    ('Harbour; Moor', 'Harbour; Moor; and 1 more')
    """
    more = len(names) - most
    return "; ".join((*names[:most], *([f"and {more:,} more"] if more > 0 else [])))


def named(places: Iterable[int], names: Sequence[str], whole: int) -> str:
    """Return the theories at some places; *all* if these are all.

    >>> named([0, 1], ["Harbour", "Moor"], 2), named([1], ["Harbour", "Moor"], 2)
    ('all', 'Moor')
    """
    found = [names[place] for place in places]
    return "all" if len(found) == whole else some_of(found)
