"""What an analysis says: measures, each with its name, its number and what it is about."""

from collections.abc import Callable, Iterable, Mapping
from inspect import cleandoc

from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.model import TheoryOfChange
from tocmodel.results import Result
from tocmodel.values import field, frozen

NAMED = 10
"""How many things a measure names; more are counted."""


@frozen(kw_only=True)
class Measure:
    """One number about a theory.

    Attributes:
        value: the number; ``None`` where there is nothing to measure.
        of: for a share, the whole that it is a share of.
        parts: the numbers that it is made up of, by name.
        about: what it speaks of: ids, or links as ``cause -> effect``.
        more: how many of these are not named.
        at_least: there may be more than could be counted.
    """

    value: int | None
    of: int | None = None
    parts: Mapping[str, int] = field(factory=dict)
    about: tuple[str, ...] = ()
    more: int = 0
    at_least: bool = False


Measuring = Callable[[TheoryOfChange], Measure]
"""A function that measures a theory; its docstring says what it measures and why."""


def share(found: Iterable[str], whole: int, *, name: Iterable[str] = ()) -> Measure:
    """Return how many of a whole were found, naming some of what the reader will ask for.

    >>> share(["a", "b"], 5, name=["c"])
    Measure(value=2, of=5, about=('c',))
    """
    about = tuple(name)
    return Measure(
        value=len(tuple(found)) if whole else None,
        of=whole or None,
        about=about[:NAMED],
        more=max(len(about) - NAMED, 0),
    )


def tally(words: Iterable[str], order: Iterable[str] = ()) -> dict[str, int]:
    """Count words, in an order where one is given; those that do not occur are left out.

    >>> tally(["b", "a", "b"], "ab")
    {'a': 1, 'b': 2}
    """
    counts = dict.fromkeys(order, 0)
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return {word: number for word, number in counts.items() if number}


@frozen
class Gauge:
    """A way to measure: what it is called, and the function that does it.

    Attributes:
        name: as programs know it, ``depth-of-causes``.
        title: as people read it.
        measure: the function; its docstring says what is measured, and where that comes from.
        names: what is said of the things that the measure names: *nothing acts on*.
    """

    name: str
    title: str
    measure: Measuring
    names: str = ""

    @property
    def meaning(self) -> str:
        """What is measured, in a few sentences, with its source."""
        return cleandoc(self.measure.__doc__ or "")


@frozen(kw_only=True)
class Analysis(Result):
    """A theory in figures.

    Attributes:
        theory: the theory.
        measures: what was measured, by the name of its gauge, in reading order.
    """

    theory: TheoryOfChange = field(repr=False)
    measures: Mapping[str, Measure]

    def __getitem__(self, name: str) -> Measure:
        """Return a measure by its name.

        Raises:
            UnknownIdError: there is none of this name; the message names the nearest.
        """
        try:
            return self.measures[name]
        except KeyError:
            raise UnknownIdError(
                f"no measure '{name}'{did_you_mean(name, self.measures)}"
            ) from None
