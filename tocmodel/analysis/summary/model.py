"""An analysis and its measures: the name, definition and result of each."""

from collections.abc import Callable, Iterable, Mapping

from attrs import field, frozen

from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.docstrings import docstring_of
from tocmodel.model import TheoryOfChange
from tocmodel.results import Result
from tocmodel.self_describing import SelfDescribing

NAMED = 10
"""How many things a measure names; the rest are counted."""


@frozen(kw_only=True)
class MeasureValue(SelfDescribing):
    """The result of a measure for a theory.

    Attributes:
        value: the number; ``None`` where there is nothing to measure.
        of: for a share, the whole.
        parts: the numbers that make it up, by name.
        about: the things it names: ids, or links as ``cause -> effect``.
        more: how many of these are not named.
        at_least: there may be more than could be counted.
    """

    value: int | None
    of: int | None = None
    parts: Mapping[str, int] = field(factory=dict)
    about: tuple[str, ...] = ()
    more: int = 0
    at_least: bool = False


MeasureFunction = Callable[[TheoryOfChange], MeasureValue]
"""A function that measures a theory; its docstring defines the measure."""


def share(found: Iterable[object], whole: int, *, name: Iterable[str] = ()) -> MeasureValue:
    """Return how many of a whole were found, and name some of the items.

    >>> share(["a", "b"], 5, name=["c"])
    MeasureValue(value=2, of=5, about=('c',))
    """
    about = tuple(name)
    return MeasureValue(
        value=len(tuple(found)) if whole else None,
        of=whole or None,
        about=about[:NAMED],
        more=max(len(about) - NAMED, 0),
    )


def tally(words: Iterable[str], order: Iterable[str] = ()) -> dict[str, int]:
    """Count words, in the given order if there is one; words that do not occur are left out.

    >>> tally(["b", "a", "b"], "ab")
    {'a': 1, 'b': 2}
    """
    counts = dict.fromkeys(order, 0)
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return {word: number for word, number in counts.items() if number}


@frozen
class Measure(SelfDescribing):
    """A measure of a theory: its name, and the function that computes it.

    Attributes:
        name: its name for programs, such as ``depth-of-causes``.
        title: its name for people.
        function: computes it; its docstring defines the measure and names the source.
        names: the words before the things that the measure names, such as *nothing acts on*.
        own: measures the theory's own file, without the theories that it includes.
    """

    name: str
    title: str
    function: MeasureFunction
    names: str = ""
    own: bool = False

    @property
    def meaning(self) -> str:
        """The definition of the measure, in a few sentences, with its source."""
        return docstring_of(self.function)


@frozen(kw_only=True)
class Analysis(SelfDescribing, Result):
    """The measures of a theory.

    Attributes:
        theory: the theory.
        measures: the result of each measure by its name, in reading order.
    """

    theory: TheoryOfChange = field(repr=False)
    measures: Mapping[str, MeasureValue]

    def __getitem__(self, name: str) -> MeasureValue:
        """Return a measure by its name.

        Raises:
            UnknownIdError: there is no measure of this name; the message names the nearest.
        """
        try:
            return self.measures[name]
        except KeyError:
            raise UnknownIdError(
                f"no measure '{name}'{did_you_mean(name, self.measures)}"
            ) from None
