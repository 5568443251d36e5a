"""The text of a graph that a person or a program wrote: Mermaid, DOT, DAGitty."""

from bisect import bisect_right
from itertools import accumulate

from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.texts import decoded

LARGEST_GRAPH_TEXT = 8 * 1024 * 1024
"""The most bytes of a graph as text."""

MOST_GRAPH_ARROWS = 100_000
"""The most arrows of a graph as text: a short line, such as ``a & b --> c & d``, makes many."""

DEEPEST_GRAPH = 50
"""The most graphs, clusters or sets within one another."""


def graph_text(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """Return the text of a graph, and a note if its encoding was guessed.

    Raises:
        ForeignFileError: it is larger than the limit, or is not text.
    """
    if len(data) > LARGEST_GRAPH_TEXT:
        raise unreadable(name, f"the file is larger than {LARGEST_GRAPH_TEXT // 2**20} MiB")
    text, notes = decoded(data, name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes  # one end of a line for all


class LinePlaces:
    r"""The lines of a text, to find the line and the column of a place in it.

    >>> LinePlaces("one\ntwo").of(5)
    (2, 2)
    """

    def __init__(self, text: str) -> None:
        lengths = (len(line) + 1 for line in text.split("\n"))
        self._starts = [0, *accumulate(lengths)]

    def of(self, at: int) -> tuple[int, int]:
        """Return the line and the column of a place, both from 1."""
        line = bisect_right(self._starts, at, hi=max(1, len(self._starts) - 1))
        return line, at - self._starts[line - 1] + 1

    def line(self, at: int) -> int:
        """Return the line of a place, from 1."""
        return self.of(at)[0]
