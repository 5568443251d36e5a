"""What was left out of a theory for publication: how much of what, and nothing else."""

from collections.abc import Iterable

from attrs import evolve, frozen

from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import counted


@frozen(kw_only=True)
class LeftOut(SelfDescribing):
    """How much a published theory leaves out.

    Attributes:
        stories: how many stories are without consent.
        evidence: how many pieces of evidence are without consent.
        quotes: how many quotations are without consent.
        names: how many descriptions of a teller or speaker go, as the name is withheld.
        figures: how many figures are small numbers of people.
        beside: how many figures would reveal one of these.
        below: below how many people figures are hidden.
        ended: how many of the consents have an end, and no day of publication was named.
    """

    stories: int = 0
    evidence: int = 0
    quotes: int = 0
    names: int = 0
    figures: int = 0
    beside: int = 0
    below: frozenset[int] = frozenset()
    ended: int = 0

    @property
    def words(self) -> str:
        """What was left out, in words that give only numbers.

        >>> LeftOut(stories=2, quotes=1, figures=3, below=frozenset({10})).words
        'Left out for publication: 2 stories, 1 quotation, 3 figures below 10'
        >>> LeftOut().words
        'Left out for publication: nothing'
        """
        limit = f" below {next(iter(self.below))}" if len(self.below) == 1 else " too small"
        parts = (
            _some(self.stories, "story", "stories"),
            _some(self.evidence, "piece of evidence", "pieces of evidence"),
            _some(self.quotes, "quotation"),
            _some(self.names, "description of who said it", "descriptions of who said it"),
            f"{counted(self.figures, 'figure')}{limit}" if self.figures else "",
            f"{counted(self.beside, 'figure')} that would reveal such a number"
            if self.beside
            else "",
        )
        return f"Left out for publication: {', '.join(filter(None, parts)) or 'nothing'}"


def _some(number: int, one: str, several: str = "") -> str:
    return counted(number, one, several or f"{one}s") if number else ""


def together(parts: Iterable[LeftOut]) -> LeftOut:
    """Return what several theories leave out, taken together.

    >>> together([LeftOut(stories=1), LeftOut(stories=2, quotes=1)])
    LeftOut(stories=3, quotes=1)
    """
    found = LeftOut()
    for part in parts:
        numbers = {
            name: getattr(found, name) + getattr(part, name)
            for name in ("stories", "evidence", "quotes", "names", "figures", "beside", "ended")
        }
        found = evolve(found, **numbers, below=found.below | part.below)
    return found
