"""Run one rule over a piece of a theory."""

from tocmodel.checking import check
from tocmodel.loading import reads
from tocmodel.rules import Rule

_HEAD = "tocmodel: 1\n"
_TITLE = "title: Example\n"

Found = tuple[int, int, str]
"""Line and column in the piece, and the message; what is above the piece is line 0."""


def found_by(rule: Rule, piece: str) -> list[Found]:
    """Return what one rule finds in a piece of a theory, completed with a version and a title."""
    head = _HEAD if piece.startswith("title:") else _HEAD + _TITLE
    document = reads(head + piece, "piece.toc.yaml")
    if document.theory is None:
        raise ValueError("\n".join(f"{item.span}: {item.message}" for item in document.findings))
    above = head.count("\n")
    found = check(document, rules=(rule,), select=(rule.code,))
    places = [(item.span, item.message) for item in found]
    return [
        (max(0, span.line - above), span.column, message)
        for span, message in places
        if span is not None
    ]
