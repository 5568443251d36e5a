"""Run one rule over a piece of a theory."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType

from tocmodel.checks import check
from tocmodel.checks.rules import Rule
from tocmodel.diagnostics import Finding
from tocmodel.fileformat.loading import reads

CASES = Path(__file__).parents[1] / "checks" / "rules" / "cases"
"""A file of cases for each rule: what it finds and what it must not find."""

_HEAD = "tocmodel: 1\n"
_TITLE = "title: Example\n"

Found = tuple[int, int, str]
"""Line and column in the piece, and the message; what is above the piece is line 0."""


def found_by(
    rule: Rule, piece: str, beside: Mapping[str, str] = MappingProxyType({})
) -> list[Found]:
    """Return what one rule finds in a piece of a theory, completed with a version and a title.

    Args:
        rule: the rule.
        piece: the sections of the theory.
        beside: what the files beside it hold, by name: theories it includes, its own frameworks.
    """
    above = _head(piece).count("\n")
    places = [(item.span, item.message) for item in findings_of(rule, piece, beside)]
    return [
        (max(0, span.line - above), span.column, message)
        for span, message in places
        if span is not None
    ]


def findings_of(
    rule: Rule, piece: str, beside: Mapping[str, str] = MappingProxyType({})
) -> tuple[Finding, ...]:
    """Return the same as whole findings, with their places in the completed theory."""
    head = _head(piece)
    with TemporaryDirectory() as folder:
        for name, text in beside.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        document = reads(head + piece, f"{folder}/piece.toc.yaml" if beside else "piece.toc.yaml")
        if document.theory is None:
            raise ValueError("\n".join(f"{one.span}: {one.message}" for one in document.findings))
        return check(document, rules=(rule,), select=(rule.code,))


def _head(piece: str) -> str:
    return _HEAD if piece.startswith("title:") else _HEAD + _TITLE
