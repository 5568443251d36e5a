"""Answers ``tocmodel value``: in words, as a table, or as a picture."""

import sys
from pathlib import Path

from tocmodel.cli.answers import deliver, format_for, is_for_stdout, table_bytes
from tocmodel.cli.broken import require_theory
from tocmodel.cli.models import read_model
from tocmodel.cli.streams import has_colour
from tocmodel.diagnostics import TocModelError, did_you_mean
from tocmodel.drawing import MATRIX_SUFFIXES
from tocmodel.model import TheoryOfChange
from tocmodel.telling.outline import Line, to_text
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
    format: str | None = None
    output: Path | None = None


def tell(asked: Asked) -> None:
    """Write the answer to standard output, or to a file.

    Raises:
        TocModelError: there is no such space or story, or the format does not fit what is asked.
    """
    format_ = _format(asked)
    theory = require_theory(read_model(asked.file)).whole
    if asked.space is not None and asked.space not in theory.spaces:
        near = did_you_mean(asked.space, theory.spaces)
        there = f"; there are: {', '.join(theory.spaces)}" if theory.spaces else ""
        raise TocModelError(f"there is no space '{asked.space}'{near or there}")
    lines = _lines(theory, asked) if format_ == "text" else None
    if lines is None:
        deliver(_bytes(theory, asked, format_), asked.output)
    else:
        colour = is_for_stdout(asked.output) and has_colour(sys.stdout)
        deliver(to_text(lines, colour=colour), asked.output, colour=colour)


def _format(asked: Asked) -> str:
    format_ = format_for(asked.output, asked.format, MATRIX_SUFFIXES)
    if asked.part == "claims" and format_ not in ("text", "csv"):
        raise TocModelError(f"claims are told as text or csv, not as {format_}")
    return format_


def _lines(theory: TheoryOfChange, asked: Asked) -> tuple[Line, ...] | None:
    """Return the words; ``None`` where the matrix is meant, which has a writer of its own."""
    from tocmodel.analysis.value.claims import claims
    from tocmodel.telling.value import account, claims_outline

    if asked.part == "claims":
        return claims_outline(theory, claims(theory, asked.space))
    if asked.part == "matrix" or asked.story or asked.edition:
        return None
    return account(theory, asked.space)


def _bytes(theory: TheoryOfChange, asked: Asked, format_: str) -> bytes:
    if asked.part == "claims":
        from tocmodel.analysis.value.claims import claims
        from tocmodel.telling.value_table import claims_table

        return claims_table(theory, claims(theory, asked.space)).encode("utf-8", "replace")
    from tocmodel.diagram.value_matrix import value_matrix

    matrix = value_matrix(theory, asked.space, edition=asked.edition, story=asked.story)
    return table_bytes(matrix, format_)
