"""Kinds of theory, and what is only imagined."""

from collections.abc import Mapping

from tocmodel.model import (
    TheoryKind,
    TheoryOfChange,
)

KIND_WORDS: Mapping[TheoryKind, tuple[str, str]] = {
    TheoryKind.THEORY: ("a theory of change", "theories of change"),
    TheoryKind.PART: ("a part of a larger theory", "parts of a larger theory"),
    TheoryKind.SYSTEM_MAP: ("a system map", "system maps"),
    TheoryKind.RESULTS_FRAMEWORK: ("a results framework", "results frameworks"),
    TheoryKind.VALUE_CREATION: ("a value-creation theory", "value-creation theories"),
}
"""The singular and the plural of each kind of theory in a sentence."""

IMAGINED = "An imagined example"
"""The words at the top of anything made from an imagined theory."""


def imagined_words(*theories: TheoryOfChange | None) -> str:
    """Return the words at the top of a picture, a table or a file; empty for a real theory.

    One imagined theory is enough, even an included one.

    >>> imagined_words(TheoryOfChange(title="Real")), imagined_words(None)
    ('', '')
    >>> imagined_words(None, TheoryOfChange(title="Made up", imagined=True))
    'An imagined example'
    """
    return IMAGINED if any(theory.has_imagined for theory in theories if theory) else ""


def imagined_data(*theories: TheoryOfChange | None) -> dict[str, str]:
    """Return the same for plain data: the key ``imagined`` with the words, or nothing."""
    words = imagined_words(*theories)
    return {"imagined": words} if words else {}
