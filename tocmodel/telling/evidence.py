"""What evidence there is on a claim, in words: what each piece shows, and what is said of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tocmodel.analysis.evidence import NOTHING, Bearing, Weight, weights
from tocmodel.model import Evidence, TheoryOfChange
from tocmodel.telling.outline import Line, listed

_OF_AN_ELEMENT: Mapping[Bearing, str] = {
    Bearing.CHANGE: "Evidence of the change",
    Bearing.CAUSE: "Evidence of what brought it about",
    Bearing.SITUATION: "Evidence that it is so",
    Bearing.DELIVERY: "Evidence that it was done",
    Bearing.AIM: "Stated as an aim in",
    Bearing.UNSTATED: "Cited, without saying what it shows",
    Bearing.NO_CHANGE: "No change seen in",
    Bearing.MIXED: "Mixed results in",
    Bearing.ABOUT: "Neither for nor against it",
    Bearing.AGAINST: "Evidence against it",
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


def evidence_lines(
    theory: TheoryOfChange, weight: Weight, depth: int, *, link: bool = False
) -> Iterator[Line]:
    """Tell the evidence on an element or a link, and below it what is said of the evidence."""
    words = _OF_A_LINK if link else _OF_AN_ELEMENT
    for bearing in Bearing:
        if found := weight.of(bearing):
            yield Line(depth, f"{words[bearing]}: {listed([_named(piece) for piece in found])}.")
    told: dict[str, None] = {}
    for _, piece in weight.pieces:
        yield from _on_evidence(theory, piece, depth + 1, told)


def _on_evidence(
    theory: TheoryOfChange, piece: Evidence, depth: int, told: dict[str, None]
) -> Iterator[Line]:
    """Tell what other evidence says of a piece, and what is said of that, each piece once."""
    if not piece.id or piece.id in told:
        return
    told[piece.id] = None
    weight = weights(theory).get(piece.id, NOTHING)
    for words, found in (
        ("is supported by", weight.evidence),
        ("is the subject of", weight.neither),
        ("is contradicted by", weight.contrary),
    ):
        if found:
            names = listed([_named(other) for other in found])
            yield Line(depth, f"“{piece.title}” {words}: {names}.")
    for _, other in weight.pieces:
        yield from _on_evidence(theory, other, depth + 1, told)


def _named(piece: Evidence) -> str:
    words = [str(word).replace("-", " ") for word in (piece.kind, piece.independence) if word]
    return f"{piece.title} ({', '.join(words)})" if words else piece.title


def evidence_data(theory: TheoryOfChange, found: Sequence[Evidence]) -> list[dict[str, Any]]:
    """Return pieces of evidence as plain data, each with the ids of what contradicts it."""
    return [
        {
            "id": piece.id,
            "title": piece.title,
            "shows": str(piece.shows) if piece.shows else None,
            "contradicted_by": _ids(weights(theory).get(piece.id, NOTHING).contrary),
        }
        for piece in found
    ]


def _ids(found: Iterable[Evidence]) -> list[str]:
    return [piece.id for piece in found]
