"""The evidence for each claim of a theory, and against it."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from tocmodel.graph import Pair, edges
from tocmodel.graph.remembering import remembered
from tocmodel.model import Evidence, TheoryOfChange

Claim = str | Pair
"""What evidence bears on: the id of an element, or a link's cause and effect."""


@frozen
class Weight:
    """The evidence for a claim and the evidence against it."""

    evidence: tuple[Evidence, ...] = ()
    contrary: tuple[Evidence, ...] = ()


@remembered
def weights(theory: TheoryOfChange) -> Mapping[Claim, Weight]:
    """Return what evidence says of each claim that it bears on.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     outcomes={"fed": {"title": "Children are fed"}},
    ...     evidence={"survey": {"title": "A survey", "supports": ["fed"]}},
    ... )
    >>> [piece.title for piece in weights(theory)["fed"].evidence]
    ['A survey']
    """
    found: dict[Claim, tuple[list[Evidence], list[Evidence]]] = {}
    for claim, against, piece in _said(theory):
        pieces = found.setdefault(claim, ([], []))[against]
        if piece not in pieces:
            pieces.append(piece)
    return {claim: Weight(tuple(for_), tuple(no)) for claim, (for_, no) in found.items()}


def _said(theory: TheoryOfChange) -> Iterator[tuple[Claim, bool, Evidence]]:
    for edge in edges(theory):
        if edge.kind in ("supports", "contradicts") and edge.from_ in theory.evidence:
            yield edge.about or edge.to, edge.kind == "contradicts", theory.evidence[edge.from_]
    for link in theory.links:
        for item in link.evidence:
            if isinstance(item, Evidence):
                yield (link.from_, link.to), False, item
