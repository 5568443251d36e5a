"""The first lines of an outline."""

from collections.abc import Iterator

from tocmodel.model import TheoryOfChange
from tocmodel.report.outline import Line
from tocmodel.wording import remark_data


def title_lines(text: str, *theories: TheoryOfChange | None) -> Iterator[Line]:
    """Yield a heading, and below it a note if one of the theories is imagined.

    >>> made_up = TheoryOfChange(title="Made up", imagined=True)
    >>> [line.text for line in title_lines("Loops", made_up)]
    ['Loops', 'An imagined example']
    >>> [line.text for line in title_lines("Loops", TheoryOfChange(title="Real"))]
    ['Loops']
    """
    yield Line(0, text, "heading")
    for words in remark_data(*theories).values():
        yield Line(0, words)
