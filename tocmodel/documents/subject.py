"""The subject of a report: a theory in one language, and its picture."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import field, frozen

from tocmodel.analysis.titles import Words
from tocmodel.diagram.sentences import list_titles, quoted
from tocmodel.drawing import Drawing
from tocmodel.graph.wholes import find_whole
from tocmodel.model import TheoryOfChange
from tocmodel.render.text import text as picture_in_words


@frozen(slots=False)
class ReportSubject:
    """What a report is about.

    Attributes:
        words: the theory, with those it includes, and the words for it in one language.
        drawing: the picture of it; ``None`` for a report without one.
        parts: the theories that it includes, each by itself.
    """

    words: Words
    drawing: Drawing | None = field(default=None, repr=False)
    parts: tuple[TheoryOfChange, ...] = field(default=(), repr=False)

    @property
    def theory(self) -> TheoryOfChange:
        """The theory, with those it includes."""
        return self.words.theory

    @cached_property
    def alternative(self) -> str:
        """The picture in words."""
        if self.drawing is None:
            return ""
        lines = picture_in_words(self.drawing.diagram).splitlines()
        return " ".join(line.strip(" =-") for line in lines if line.strip(" =-"))

    def title(self, id_: str) -> str:
        """Return the title of an element, a whole, or any other entry; its id if it has none."""
        theory = self.theory
        if id_ in theory.elements or find_whole(theory, id_):
            return self.words.title(id_)
        entries = (theory.sources, theory.reviews, theory.views, theory.loops)
        found = next((section[id_] for section in entries if id_ in section), None)
        return found.title or id_ if found else id_

    def titles(self, ids: Iterable[str]) -> str:
        """Return titles in a list, such that it is clear where each of them ends."""
        return list_titles(list(map(self.title, ids)))

    def claims(self, references: Iterable[str]) -> Iterator[str]:
        """Yield the claims that references name: an element, or a link with both its ends."""
        for reference in references:
            ends = [end.strip() for end in reference.split("->")]
            yield " leads to ".join(quoted(self.title(end)) for end in ends)

    def source(self, id_: str, at: str = "") -> str:
        """Return the title of a source and the place in it; empty without a source."""
        return ", ".join(filter(None, (self.title(id_) if id_ else "", at)))
