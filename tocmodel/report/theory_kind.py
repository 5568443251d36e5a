"""The kind of a theory, as the first line of an outline."""

from collections.abc import Iterator

from tocmodel.analysis.theory_kind import kind_of
from tocmodel.model import TheoryKind, TheoryOfChange
from tocmodel.report.outline import Line
from tocmodel.wording import KIND_WORDS


def kind_line(theory: TheoryOfChange, before: str = "") -> Iterator[Line]:
    """Yield the kind of a theory that states it, or a guess if it is a special kind.

    >>> [line.text for line in kind_line(TheoryOfChange(title="Example", kind="part"))]
    ['A part of a larger theory.']
    >>> [line.text for line in kind_line(TheoryOfChange(title="Example"))]
    []
    """
    found = kind_of(theory.whole)
    if found.guessed and found.kind is TheoryKind.THEORY:
        return
    words = f"{before}{KIND_WORDS[found.kind][0]}"
    remark = " (a guess: the file does not state its kind)" if found.guessed else ""
    yield Line(0, f"{words[0].upper()}{words[1:]}{remark}.")
