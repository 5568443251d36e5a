"""An outline of indented lines, as plain text or as Markdown."""

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from tocmodel.characters import terminal_text

WIDTH = 88
"""The most columns in a line of text."""

MOST = 6
"""The most names in one line; further names are only counted."""

_NARROWEST = 20
"""The least columns for words, however narrow the terminal."""

_DEEPEST = 12
"""Lines are indented no further than this, however deep a chain goes."""

_COLOURS = {"heading": "1", "item": "1;36", "alarm": "33"}

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")


@frozen
class Line:
    """One line of an outline.

    Attributes:
        depth: how far it is indented.
        text: its words.
        part: ``heading``, ``item`` (with a mark before it), ``point`` (the same, but not a heading
            for the lines that follow), ``fact``, ``alarm`` for a fact that needs attention,
            ``paragraph`` of prose, or ``code``, which keeps its line breaks. Colour adds nothing to
            the words.
    """

    depth: int
    text: str
    part: str = "fact"


def listed(words: Sequence[str]) -> str:
    """Return words as a list that ends soon.

    >>> listed([str(number) for number in range(1, 10)])
    '1; 2; 3; 4; 5; 6; and 3 more'
    """
    more = [f"and {len(words) - MOST} more"] if len(words) > MOST else []
    return "; ".join((*words[:MOST], *more))


def to_text(lines: Sequence[Line], *, colour: bool = False, width: int = WIDTH) -> str:
    """Write an outline as plain text, in lines up to a number of columns.

    >>> print(to_text([Line(0, "Why?", "heading"), Line(0, "Debt", "item"), Line(1, "rents")]))
    Why?
    - Debt
      rents
    <BLANKLINE>
    """
    return "\n".join(_text_lines(lines, colour, width)) + "\n"


def _text_lines(lines: Iterable[Line], colour: bool, width: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number and (line.part == "paragraph" or (line.part == "heading" and line.depth == 0)):
            yield ""
        if line.part == "code":
            yield from (
                f"{'  ' * line.depth}{terminal_text(row)}" for row in line.text.splitlines()
            )
            continue
        mark = "- " if line.part in ("item", "point") else ""
        margin = "  " * min(line.depth, _DEEPEST) + mark
        wrapped = textwrap.wrap(
            _one_line(line.text),
            max(width - len(margin), _NARROWEST),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for place, words in enumerate(wrapped):
            painted = (
                f"\x1b[{_COLOURS[line.part]}m{words}\x1b[0m" if _is_painted(line, colour) else words
            )
            yield (margin if place == 0 else " " * len(margin)) + painted


def _is_painted(line: Line, colour: bool) -> bool:
    return colour and line.part in _COLOURS


def to_markdown(lines: Sequence[Line]) -> str:
    r"""Write an outline as Markdown: headings, and lists in lists.

    >>> print(to_markdown([Line(0, "Why?", "heading"), Line(0, "Debt", "item"), Line(1, "*")]))
    # Why?
    <BLANKLINE>
    - **Debt**
      - \*
    <BLANKLINE>
    """
    return "\n".join(_markdown_lines(lines)) + "\n"


def _markdown_lines(lines: Iterable[Line]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if line.part == "code":
            yield from ("", "```yaml", *line.text.splitlines(), "```")
            continue
        words = _escaped(line.text)
        if line.part == "paragraph":
            yield from (words, "")
            continue
        if line.part == "heading" and line.depth == 0:
            yield from (f"# {words}", "") if number == 0 else ("", f"## {words}", "")
        else:
            margin = "  " * min(line.depth, _DEEPEST)
            yield f"{margin}- **{words}**" if line.part == "item" else f"{margin}- {words}"


def _escaped(text: str) -> str:
    r"""Escape words that Markdown would read as markup.

    >>> _escaped("<b> [x](y) *")
    '\\<b\\> \\[x\\](y) \\*'
    """
    return _MARKUP.sub(r"\\\1", _one_line(text))


def _one_line(text: str) -> str:
    r"""Join the lines of a text, and make visible what a terminal would act on.

    >>> _one_line("because\n  rents rise\a")
    'because rents rise�'
    """
    return terminal_text(" ".join(text.split()))
