"""A table of counts and of the sums that a reader can make of them, as it is built up."""

from collections.abc import Sequence

from attrs import field, frozen

from tocmodel.analysis.publication.protection import Count, Sum
from tocmodel.model import Number

PeopleGroup = frozenset[tuple[str, str]]
"""Who a figure is about: pairs of a property and its value; a place and words are such a pair."""

WORDS = "group"
"""The property of a group that is given in words only: such groups may overlap."""


@frozen
class FigureCounts:
    """The counts that a figure shows: places in the table; ``None`` for one that it does not have.

    Attributes:
        number: the people whom it counts: the value, or the people that a percentage stands for.
        whole: the people out of whom they are.
    """

    number: int | None = None
    whole: int | None = None

    @property
    def places(self) -> tuple[int, ...]:
        """Both, as far as it has them."""
        return tuple(place for place in (self.number, self.whole) if place is not None)


@frozen
class CountTable:
    """The counts of some figures, and the sums that a reader can make of them.

    Attributes:
        counts: every count, and the rest of each sum.
        sums: the sums.
        by_figure: for each figure, its counts.
    """

    counts: list[Count] = field(factory=list)
    sums: list[Sum] = field(factory=list)
    by_figure: list[FigureCounts] = field(factory=list)

    def add(self, value: Number | float, below: int, known: tuple[float, float]) -> int:
        """Add a count, and return its place."""
        is_small = 0 <= value < below
        self.counts.append(Count(value=value, below=below if is_small else 0, known=known))
        return len(self.counts) - 1

    def add_unlisted(self, value: float | None, below: int) -> int:
        """Add a count that no figure shows; its value is ``None`` if none can be worked out."""
        is_small = value is not None and 0 <= value < below
        self.counts.append(Count(value=value or 0, below=below if is_small else 0, is_listed=False))
        return len(self.counts) - 1

    def add_sum(
        self, whole: int, parts: Sequence[int], below: int, *, rounded: bool = False
    ) -> None:
        """Add a sum with what it lacks as a part of its own; nothing if the parts are too many."""
        rest = self.counts[whole].value - sum(self.counts[part].value for part in parts)
        doubt = len(parts) if rounded else 0
        if rest < -doubt or (rest <= doubt and len(parts) == 1):
            return
        self.add_parts(whole, parts, rest, below, rounded=rounded)

    def add_parts(
        self, whole: int, parts: Sequence[int], rest: float, below: int, *, rounded: bool
    ) -> None:
        """Add a sum of a whole, its parts and the rest, if there is one."""
        others = () if rest <= (len(parts) if rounded else 0) else (self.add_unlisted(rest, below),)
        self.sums.append(Sum(whole, (*parts, *others)))
