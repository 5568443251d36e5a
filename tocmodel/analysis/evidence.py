"""Every piece of evidence of a theory, and how all of it bears on each claim.

Evidence for a link is evidence for that link alone: that one thing leads to another does not say
that the other has come about, so the elements at its ends are not counted as having any.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from tocmodel.diagnostics import Pointer
from tocmodel.graph import Pair, link_pairs
from tocmodel.graph.remembering import remembered
from tocmodel.model import Evidence, Shows, TheoryOfChange
from tocmodel.values import frozen

Claim = str | Pair
"""What evidence bears on: the id of an element, or a link's cause and effect."""


class Bearing(StrEnum):
    """How a piece of evidence bears on a claim, in the order in which it is told.

    For what it ``supports`` this is what it ``shows``, or *unstated*; what it ``contradicts`` it
    is *against*; what it is only ``about`` it is neither for nor against.
    """

    CHANGE = "change"
    CAUSE = "cause"
    SITUATION = "situation"
    DELIVERY = "delivery"
    AIM = "aim"
    UNSTATED = "unstated"
    NO_CHANGE = "no-change"
    MIXED = "mixed"
    ABOUT = "about"
    AGAINST = "against"


RESULTS = frozenset({Bearing.CHANGE, Bearing.CAUSE})
"""What counts as evidence that something came about."""

NEITHER = frozenset({Bearing.NO_CHANGE, Bearing.MIXED, Bearing.ABOUT})
"""What is neither for a claim nor against it."""

_ASKED = frozenset({Shows.NO_CHANGE, Shows.MIXED})


@frozen
class Piece:
    """A piece of evidence, where it stands, and what it bears on."""

    evidence: Evidence
    pointer: Pointer
    supports: tuple[Claim, ...]
    contradicts: tuple[Claim, ...] = ()
    about: tuple[Claim, ...] = ()


@frozen
class Weight:
    """The evidence on a claim: each piece with how it bears on it, in the order of the theory."""

    pieces: tuple[tuple[Bearing, Evidence], ...] = ()

    def of(self, *bearings: Bearing) -> tuple[Evidence, ...]:
        """Return the pieces that bear on the claim in one of these ways."""
        return tuple(piece for bearing, piece in self.pieces if bearing in bearings)

    @property
    def results(self) -> tuple[Evidence, ...]:
        """What shows a change or a cause."""
        return self.of(*RESULTS)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What supports the claim, whatever it shows."""
        return self.of(*(item for item in Bearing if item not in {*NEITHER, Bearing.AGAINST}))

    @property
    def neither(self) -> tuple[Evidence, ...]:
        """What is about the claim and neither for nor against it."""
        return self.of(*NEITHER)

    @property
    def contrary(self) -> tuple[Evidence, ...]:
        """What speaks against the claim."""
        return self.of(Bearing.AGAINST)


NOTHING = Weight()
"""What there is on a claim that no evidence names."""


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
                in_place.append(_piece(item, ("links", index, "evidence", place), (pair,)))
    for id_, evidence in theory.evidence.items():
        yield _piece(evidence, ("evidence", id_), named_on_links.get(id_, ()))
    yield from in_place


def _piece(evidence: Evidence, at: Pointer, on_links: Iterable[Claim]) -> Piece:
    return Piece(
        evidence,
        at,
        supports=(*_claims(evidence.supports), *on_links),
        contradicts=_claims(evidence.contradicts),
        about=_claims(evidence.about),
    )


def _claims(texts: Iterable[str]) -> tuple[Claim, ...]:
    found: list[Claim] = []
    for text in texts:
        found.extend(link_pairs(text) or (text,))
    return tuple(found)


@remembered
def weights(theory: TheoryOfChange) -> Mapping[Claim, Weight]:
    """Return what evidence there is on each claim about elements of the theory.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     outcomes={"fed": {"title": "Children are fed"}},
    ...     evidence={"plan": {"title": "The plan", "shows": "aim", "supports": ["fed"]}},
    ... )
    >>> weight = weights(theory)["fed"]
    >>> [piece.title for piece in weight.evidence], weight.results
    (['The plan'], ())
    """
    found: dict[Claim, list[tuple[Bearing, Evidence]]] = {}
    for piece in pieces(theory):
        for bearing, claim in _bearings(piece):
            shown = _of_its_kind(theory, claim, bearing)
            found.setdefault(claim, []).append((shown, piece.evidence))
    known = theory.elements.keys()
    return {
        claim: Weight(tuple(all_))
        for claim, all_ in found.items()
        if known >= ({claim} if isinstance(claim, str) else set(claim))
    }


def _of_its_kind(theory: TheoryOfChange, claim: Claim, bearing: Bearing) -> Bearing:
    """Return what evidence shows of the kind of thing that it is named for.

    Nothing has changed in a need or in what is done: a report of results that names these shows
    that the need is there and that the work was done.
    """
    if not isinstance(claim, str):
        return bearing
    if claim in theory.conditions or claim in theory.assets:
        return _OF_THE_PLACE.get(bearing, bearing)
    if claim in theory.interventions or claim in theory.inputs:
        return Bearing.DELIVERY if bearing in RESULTS else bearing
    return bearing


_OF_THE_PLACE = dict.fromkeys((Bearing.CHANGE, Bearing.DELIVERY, Bearing.AIM), Bearing.SITUATION)


def _bearings(piece: Piece) -> Iterator[tuple[Bearing, Claim]]:
    shows = piece.evidence.shows
    for bearing, claims in (
        (Bearing(shows.value) if shows else Bearing.UNSTATED, piece.supports),
        (Bearing.AGAINST, piece.contradicts),
        (Bearing(shows.value) if shows in _ASKED else Bearing.ABOUT, piece.about),
    ):
        for claim in dict.fromkeys(claims):
            yield bearing, claim
