"""The first lines of what is read aloud."""

from collections.abc import Iterator

from tocmodel.model import TheoryOfChange
from tocmodel.telling.outline import Line
from tocmodel.wording import imagined_words


def headed(text: str, *theories: TheoryOfChange | None) -> Iterator[Line]:
    """Give the heading of an answer, and below it that the theories are imagined, if one is.

    >>> made_up = TheoryOfChange(title="Made up", imagined=True)
    >>> [line.text for line in headed("Loops", made_up)]
    ['Loops', 'An imagined example']
    >>> [line.text for line in headed("Loops", TheoryOfChange(title="Real"))]
    ['Loops']
    """
    yield Line(0, text, "heading")
    if words := imagined_words(*theories):
        yield Line(0, words)
