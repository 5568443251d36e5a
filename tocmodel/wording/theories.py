"""Kinds of theory, and what is only imagined."""

from collections.abc import Iterable, Mapping

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


def remark_words(*theories: TheoryOfChange | None) -> str:
    """Return what a reader must know of a whole file: imagined, or with parts left out.

    >>> published = TheoryOfChange(title="A", left_out="Left out for publication: 1 story")
    >>> remark_words(TheoryOfChange(title="Made up", imagined=True), published)
    'An imagined example. Left out for publication: 1 story'
    """
    return ". ".join(filter(None, (imagined_words(*theories), *_left_out(theories))))


def remark_data(*theories: TheoryOfChange | None) -> dict[str, str]:
    """Return the same for plain data: the keys ``imagined`` and ``publication``, or nothing."""
    left_out = ". ".join(_left_out(theories))
    return {**imagined_data(*theories), **({"publication": left_out} if left_out else {})}


def note_with(note: str, *theories: TheoryOfChange | None) -> str:
    """Return the note below a picture or a table, with what was left out for publication.

    >>> published = TheoryOfChange(title="A", left_out="Left out for publication: nothing")
    >>> note_with("+: more", published)
    '+: more. Left out for publication: nothing.'
    """
    left_out = [f"{words}." for words in _left_out(theories)]
    if not left_out:
        return note
    return " ".join([*([note if note.endswith(".") else f"{note}."] if note else []), *left_out])


def _left_out(theories: Iterable[TheoryOfChange | None]) -> list[str]:
    return list(dict.fromkeys(theory.left_out for theory in theories if theory and theory.left_out))
