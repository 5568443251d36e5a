"""Count what a reader could not keep or had to guess, and report each thing once."""

from collections import Counter

from attrs import field, frozen

from tocmodel.conversion.sketch import Note, Remark
from tocmodel.wording import counted


@frozen
class Tally:
    """Notes that a reader gathers while it reads.

    Attributes:
        things: how often each thing was met, in the order in which they were.
        others: notes of their own.
    """

    things: Counter[tuple[Remark, str, str]] = field(factory=Counter)
    others: list[Note] = field(factory=list)

    def lost(self, what: str, noun: str, number: int = 1) -> None:
        """Count things that have no place in a theory: ``lost("the colours of {}", "box")``."""
        self.things[Remark.LOST, what, noun] += number

    def guessed(self, what: str, noun: str, number: int = 1) -> None:
        """Count things that were decided: ``guessed("{} read as a group", "frame")``."""
        self.things[Remark.GUESSED, what, noun] += number

    def repaired(self, what: str, noun: str, number: int = 1) -> None:
        """Count damages that were mended."""
        self.things[Remark.REPAIRED, what, noun] += number

    def note(self, remark: Remark, message: str, place: str = "") -> None:
        """Add a note of its own."""
        self.others.append(Note(remark=remark, message=message, place=place))

    def notes(self) -> tuple[Note, ...]:
        """Return all notes: first those of their own, then a note for each thing.

        >>> tally = Tally()
        >>> tally.lost("the looks of {}", "node"), tally.lost("the looks of {}", "node")
        (None, None)
        >>> [note.message for note in tally.notes()]
        ['the looks of 2 nodes']
        """
        counts = (
            Note(remark=remark, message=what.format(counted(number, noun, _several(noun))))
            for (remark, what, noun), number in self.things.items()
            if number
        )
        return (*self.others, *counts)


def _several(noun: str) -> str:
    """Return the plural of a noun.

    >>> [_several(noun) for noun in ("box", "taxonomy", "link", "survey")]
    ['boxes', 'taxonomies', 'links', 'surveys']
    """
    if noun.endswith(("x", "s", "ch", "sh")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}s"
