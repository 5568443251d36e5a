"""Every piece of evidence of a theory, and what all of it says of each claim."""

from collections.abc import Iterable, Iterator, Mapping

from tocmodel.diagnostics import Pointer
from tocmodel.graph import Pair, link_pairs
from tocmodel.graph.remembering import remembered
from tocmodel.model import Evidence, TheoryOfChange
from tocmodel.values import frozen

Claim = str | Pair
"""What evidence bears on: the id of an element, or a link's cause and effect."""


@frozen
class Piece:
    """A piece of evidence, where it stands, and what it bears on."""

    evidence: Evidence
    pointer: Pointer
    supports: tuple[Claim, ...]
    contradicts: tuple[Claim, ...] = ()


@frozen
class Weight:
    """The evidence for a claim and the evidence against it."""

    evidence: tuple[Evidence, ...] = ()
    contrary: tuple[Evidence, ...] = ()


@remembered
def pieces(theory: TheoryOfChange) -> tuple[Piece, ...]:
    """Return every piece of evidence, those written in place on a link last."""
    return tuple(_pieces(theory))


def _pieces(theory: TheoryOfChange) -> Iterator[Piece]:
    named_on_links: dict[str, list[Claim]] = {}
    in_place: list[Piece] = []
    for index, link in enumerate(theory.links):
        pair = (link.from_, link.to)
        for place, item in enumerate(link.evidence):
            if isinstance(item, str):
                named_on_links.setdefault(item, []).append(pair)
            else:
                at: Pointer = ("links", index, "evidence", place)
                supports = (pair, *_claims(item.supports))
                in_place.append(Piece(item, at, supports, _claims(item.contradicts)))
    for id_, evidence in theory.evidence.items():
        supports = (*_claims(evidence.supports), *named_on_links.get(id_, ()))
        yield Piece(evidence, ("evidence", id_), supports, _claims(evidence.contradicts))
    yield from in_place


def _claims(texts: Iterable[str]) -> tuple[Claim, ...]:
    found: list[Claim] = []
    for text in texts:
        found.extend(link_pairs(text) or (text,))
    return tuple(found)


@remembered
def weights(theory: TheoryOfChange) -> Mapping[Claim, Weight]:
    """Return what evidence says of each claim about elements of the theory.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     outcomes={"fed": {"title": "Children are fed"}},
    ...     evidence={"survey": {"title": "A survey", "supports": ["fed"]}},
    ... )
    >>> [piece.title for piece in weights(theory)["fed"].evidence]
    ['A survey']
    """
    found: dict[Claim, tuple[list[Evidence], list[Evidence]]] = {}
    for piece in pieces(theory):
        for side, claims in enumerate((piece.supports, piece.contradicts)):
            for claim in dict.fromkeys(claims):
                found.setdefault(claim, ([], []))[side].append(piece.evidence)
    known = theory.elements.keys()
    return {
        claim: Weight(tuple(for_), tuple(against))
        for claim, (for_, against) in found.items()
        if known >= ({claim} if isinstance(claim, str) else set(claim))
    }
