"""Leave out of new data what the language does not allow, and report it."""

from collections.abc import Iterable
from typing import Any

from tocmodel.conversion.sketch import Note, Remark
from tocmodel.diagnostics import Pointer, Problem
from tocmodel.fileformat.ids import unknown_ids
from tocmodel.schema import problems

_ROUNDS = 8
"""How often the data are looked at again: without one value, another may have no place."""


def without_invalid(data: dict[str, Any]) -> tuple[dict[str, Any], list[Note]]:
    """Return data that are valid, and a note for each value that was left out.

    A reader makes sound data of a sound file. But a column may have a word that the language does
    not know, such as another horizon, and one such word must not keep the rest from being read.
    The data are changed in place.

    >>> without_invalid({"tocmodel": 1, "title": "T", "outcomes": {"a": {"title": "A", "who": 3}}})
    ... # doctest: +ELLIPSIS
    ({'tocmodel': 1, 'title': 'T', 'outcomes': {'a': {'title': 'A'}}}, [Note(...)])
    """
    notes: list[Note] = []
    for _ in range(_ROUNDS):
        found = problems(data) or list(unknown_ids(data, {}))
        if not found:
            break
        notes += _left_out(data, found)
    return data, notes


def _left_out(data: dict[str, Any], found: Iterable[Problem]) -> list[Note]:
    notes = []
    by_place = {problem.pointer: problem for problem in found if problem.pointer}
    # From the end, so that the places of list items stay as they are.
    for pointer in sorted(by_place, key=_order, reverse=True):
        words = _remove(data, pointer)
        if words is not None:
            message = f"{' '.join(map(str, pointer))} ({by_place[pointer].message})"
            notes.append(Note(remark=Remark.LOST, message=message))
    return notes[::-1]


def _order(pointer: Pointer) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in pointer]


def _remove(data: Any, pointer: Pointer) -> str | None:
    """Remove a value, and return it in words; ``None`` if it is gone already."""
    *path, last = pointer
    holder = data
    for place, step in enumerate(path):
        try:
            inner = holder[step]
        except (KeyError, IndexError, TypeError):
            return None
        if isinstance(inner, str):  # an id in a chain: the whole chain goes
            return _remove(data, pointer[: place + 1])
        holder = inner
    if isinstance(holder, dict | list):
        try:
            value = holder[last]  # type: ignore[index]  # as the data have it
            del holder[last]  # type: ignore[arg-type]  # as above
        except (KeyError, IndexError, TypeError):
            return None
        return str(value)
    return None
