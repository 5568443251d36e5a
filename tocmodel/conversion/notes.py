"""Notes on a conversion, for people: alike ones together, and no more than a screen can show."""

from collections.abc import Iterable, Iterator

from tocmodel.conversion.sketch import Note, Remark
from tocmodel.render.spreadsheet import Spreadsheet

MOST_LINES = 16
"""The most lines of one report."""

_MOST_PLACES = 3
_HEADS = {Remark.REPAIRED: "Repaired", Remark.GUESSED: "Guessed", Remark.LOST: "Not kept"}


def notes_lines(notes: Iterable[Note], most: int = MOST_LINES) -> list[str]:
    """Return notes as lines, those with the same words together with their places.

    >>> note = Note(remark=Remark.LOST, message="a colour", place="line 4")
    >>> notes_lines([note, Note(remark=Remark.LOST, message="a colour", place="line 9")])
    ['Not kept:', '  a colour (2 times: line 4, line 9)']
    """
    grouped = list(_grouped(notes))
    shown, rest = grouped[:most], grouped[most:]
    lines: list[str] = []
    for place, (remark, line) in enumerate(shown):
        if place == 0 or remark is not shown[place - 1][0]:
            lines.append(f"{_HEADS[remark]}:")
        lines.append(f"  {line}")
    if rest:
        lines.append(f"And {len(rest):,} more; --notes FILE writes all of them.")
    return lines


def _grouped(notes: Iterable[Note]) -> Iterator[tuple[Remark, str]]:
    places: dict[tuple[Remark, str], list[str]] = {}
    for note in notes:
        places.setdefault((note.remark, note.message), []).append(note.place)
    for remark in _HEADS:
        for (other, message), where in places.items():
            if other is remark:
                yield remark, f"{message}{_places(where)}"


def _places(where: list[str]) -> str:
    named = list(dict.fromkeys(filter(None, where)))
    listed = ", ".join(named[:_MOST_PLACES]) + (", …" if len(named) > _MOST_PLACES else "")
    if len(where) > 1:
        return f" ({len(where):,} times{': ' if listed else ''}{listed})"
    return f" ({listed})" if listed else ""


def notes_table(notes: Iterable[Note]) -> Spreadsheet:
    """Return all notes as a table: what happened, the words, the place."""
    rows = ((_HEADS[note.remark].lower(), note.message, note.place) for note in notes)
    return Spreadsheet(rows=(("what", "note", "place"), *rows))
