"""Write a theory as an outline in Markdown: below each element what leads to it."""

import re
from collections.abc import Iterable, Iterator

from tocmodel.characters import one_line
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.writers.branches import Branch, branches
from tocmodel.conversion.writers.remarks import described
from tocmodel.model import TheoryOfChange

_STEP = "  "
_MARKS = re.compile(r"([\\`*_\[\]<>|])")
_FIRST = re.compile(r"^([-+#]|\d+[.)])")


def write(theory: TheoryOfChange) -> str:
    """Return the outline."""
    lines = [f"# {escaped(theory.title)}", ""]
    for line in described(theory).split("\n"):
        lines += [escaped(line), ""] if line.strip() else []
    return "\n".join([*lines, *_lines(branches(theory).roots)]) + "\n"


def left_out(theory: TheoryOfChange) -> tuple[Note, ...]:
    """Return what an outline cannot hold."""
    return branches(theory).notes


def _lines(roots: Iterable[Branch]) -> Iterator[str]:
    waiting = [(0, branch) for branch in reversed([*roots])]
    while waiting:
        depth, branch = waiting.pop()
        indent = _STEP * depth
        yield f"{indent}- {escaped(branch.words)}"
        described_lines = [line for line in branch.description.split("\n") if line.strip()]
        for line in described_lines:
            yield ""
            yield f"{indent}{_STEP}{escaped(line)}"
        if described_lines:
            yield ""
        waiting += [(depth + 1, inner) for inner in reversed(branch.below)]


def escaped(text: str) -> str:
    r"""Return words on one line in which Markdown sees no marks.

    >>> print(escaped("# a *b* [c](d)"), escaped("1. a -> b"))
    \# a \*b\* \[c\](d) 1\. a -\> b
    """
    marked = _MARKS.sub(r"\\\1", one_line(text))
    return _FIRST.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", marked)
