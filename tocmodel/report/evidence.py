"""The evidence on a claim, in words: what each piece shows, and other evidence about it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tocmodel.analysis.evidence import NO_EVIDENCE, Bearing, WeightOfEvidence, weights_of_evidence
from tocmodel.model import Evidence, TheoryOfChange
from tocmodel.report.outline import Line, listed
from tocmodel.wording import PHRASES, say

_OF_AN_ELEMENT: Mapping[Bearing, str] = {
    bearing: PHRASES[f"bearing-{bearing}"] for bearing in Bearing
}

_OF_A_LINK: Mapping[Bearing, str] = {
    **_OF_AN_ELEMENT,
    Bearing.CHANGE: "Evidence of this change",
    Bearing.CAUSE: "Evidence that the one brings about the other",
    Bearing.SITUATION: "Evidence that this is so",
    Bearing.DELIVERY: "Evidence that this was done",
    Bearing.ABOUT: "Neither for nor against this",
    Bearing.AGAINST: "Evidence against this",
}


def bearing_words(bearing: Bearing) -> str:
    """Return how a piece of evidence bears on an element, in the words before its title.

    >>> bearing_words(Bearing.AGAINST)
    'Evidence against it'
    """
    return say(f"bearing-{bearing}")


def evidence_lines(
    theory: TheoryOfChange, weight: WeightOfEvidence, depth: int, *, link: bool = False
) -> Iterator[Line]:
    """List the evidence on an element or a link, and below it other evidence about it."""
    words = _OF_A_LINK if link else _OF_AN_ELEMENT
    for bearing in Bearing:
        if found := weight.of(bearing):
            yield Line(depth, f"{words[bearing]}: {listed([_named(piece) for piece in found])}.")
    seen: dict[str, None] = {}
    for _, piece in weight.pieces:
        yield from _on_evidence(theory, piece, depth + 1, seen)


def _on_evidence(
    theory: TheoryOfChange, piece: Evidence, depth: int, seen: dict[str, None]
) -> Iterator[Line]:
    """List the evidence about a piece of evidence, and the evidence about that, each piece once."""
    if not piece.id or piece.id in seen:
        return
    seen[piece.id] = None
    weight = weights_of_evidence(theory).get(piece.id, NO_EVIDENCE)
    for words, found in (
        ("is supported by", weight.evidence),
        ("is the subject of", weight.neither),
        ("is contradicted by", weight.contrary),
    ):
        if found:
            names = listed([_named(other) for other in found])
            yield Line(depth, f"“{piece.full_title}” {words}: {names}.")
    for _, other in weight.pieces:
        yield from _on_evidence(theory, other, depth + 1, seen)


def _named(piece: Evidence) -> str:
    words = [str(word).replace("-", " ") for word in (piece.kind, piece.independence) if word]
    return f"{piece.full_title} ({', '.join(words)})" if words else piece.full_title


def evidence_data(theory: TheoryOfChange, found: Sequence[Evidence]) -> list[dict[str, Any]]:
    """Return pieces of evidence as plain data, each with the ids of what contradicts it."""
    return [
        {
            "id": piece.id,
            "title": piece.title,
            "shows": str(piece.shows) if piece.shows else None,
            "contradicted_by": _ids(
                weights_of_evidence(theory).get(piece.id, NO_EVIDENCE).contrary
            ),
        }
        for piece in found
    ]


def _ids(found: Iterable[Evidence]) -> list[str]:
    return [piece.id for piece in found]
