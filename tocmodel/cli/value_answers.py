"""Answers ``tocmodel value``: in words, as a table, or as a picture."""

import sys
from pathlib import Path

from tocmodel.cli.answers import Output, table_bytes
from tocmodel.cli.broken import require_theory
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import has_colour
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.drawing import MATRIX_FORMATS
from tocmodel.model import TheoryOfChange
from tocmodel.telling.outline import Line, to_markdown, to_text
from tocmodel.values import frozen


@frozen(kw_only=True)
class Asked:
    """What is asked, as the options of ``tocmodel value`` say it.

    ``part`` is ``matrix``, ``claims``, or ``None`` for the account in words (as any other format,
    the matrix).
    """

    file: Path
    part: str | None = None
    space: str | None = None
    story: str | None = None
    edition: str | None = None
    output: Output


def tell(asked: Asked) -> None:
    """Write the answer to standard output, or to a file.

    Raises:
        TocModelError: there is no such space or story, or the format does not fit what is asked.
    """
    output = _output(asked)
    format_ = output.format
    theory = require_theory(read_model(asked.file)).whole
    if asked.space is not None and asked.space not in theory.spaces:
        near = did_you_mean(asked.space, theory.spaces)
        there = f"; there are: {', '.join(theory.spaces)}" if theory.spaces else ""
        raise TocModelError(f"there is no space '{asked.space}'{near or there}")
    lines = _lines(theory, asked) if format_ in ("text", "markdown") else None
    if lines is None:
        output.deliver(_bytes(theory, asked, format_))
    elif format_ == "markdown":
        output.deliver(to_markdown(lines))
    else:
        colour = output.file is None and has_colour(sys.stdout)
        output.deliver(to_text(lines, colour=colour), colour=colour)


def _output(asked: Asked) -> Output:
    """Return the output with the formats in which this can be answered."""
    if asked.part == "claims":
        return asked.output.only("text", "markdown", "csv", writes="claims are written as")
    if _is_matrix(asked):
        return asked.output.only(*MATRIX_FORMATS, writes="the matrix is written as")
    return asked.output


def _is_matrix(asked: Asked) -> bool:
    """Say whether the matrix is meant even where it is written as text."""
    return bool(asked.part == "matrix" or asked.story or asked.edition)


def _lines(theory: TheoryOfChange, asked: Asked) -> tuple[Line, ...] | None:
    """Return the words; ``None`` where the matrix is meant, which has a writer of its own."""
    from tocmodel.analysis.value.claims import claims
    from tocmodel.telling.value import account, claims_outline

    if asked.part == "claims":
        return claims_outline(theory, claims(theory, asked.space))
    if _is_matrix(asked):
        return None
    return account(theory, asked.space)


def _bytes(theory: TheoryOfChange, asked: Asked, format_: str) -> bytes:
    if asked.part == "claims":
        from tocmodel.analysis.value.claims import claims
        from tocmodel.telling.value_table import claims_table

        return claims_table(theory, claims(theory, asked.space))
    from tocmodel.diagram.value_matrix import value_matrix

    matrix = value_matrix(theory, asked.space, edition=asked.edition, story=asked.story)
    return table_bytes(matrix, format_, asked.output.fonts_for(asked.file, format_))
