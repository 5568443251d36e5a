"""Every piece of evidence in a theory, and how it bears on each claim.

Evidence for a link counts for that link alone. That one thing leads to another does not show that
the other has come about, so such evidence does not count for the elements at its ends.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import frozen

from tocmodel.diagnostics import Pointer
from tocmodel.graph import Pair, link_pairs
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.model import Evidence, Shows, TheoryOfChange
from tocmodel.self_describing import SelfDescribing

ClaimKey = str | Pair
"""A claim that evidence bears on: the id of an element, or a link's cause and effect."""


class Bearing(StrEnum):
    """How a piece of evidence bears on a claim, in reading order.

    For a claim that it ``supports``, this is its ``shows``, or *unstated*; for a claim that it
    ``contradicts``, *against*; for a claim that it is only ``about``, neither for nor against.
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
"""Bearings that count as evidence that something came about."""

NEITHER = frozenset({Bearing.NO_CHANGE, Bearing.MIXED, Bearing.ABOUT})
"""Bearings that are neither for a claim nor against it."""

_ASKED = frozenset({Shows.NO_CHANGE, Shows.MIXED})


@frozen
class Piece(SelfDescribing):
    """A piece of evidence, where it is written, and the claims it bears on."""

    evidence: Evidence
    pointer: Pointer
    supports: tuple[ClaimKey, ...]
    contradicts: tuple[ClaimKey, ...] = ()
    about: tuple[ClaimKey, ...] = ()


@frozen
class WeightOfEvidence(SelfDescribing):
    """The evidence on a claim: each piece with its bearing, in the order of the theory."""

    pieces: tuple[tuple[Bearing, Evidence], ...] = ()

    def of(self, *bearings: Bearing) -> tuple[Evidence, ...]:
        """Return the pieces that bear on the claim in one of these ways."""
        return tuple(piece for bearing, piece in self.pieces if bearing in bearings)

    @property
    def results(self) -> tuple[Evidence, ...]:
        """The pieces that show a change or a cause."""
        return self.of(*RESULTS)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The pieces that support the claim, whatever they show."""
        return self.of(*(item for item in Bearing if item not in {*NEITHER, Bearing.AGAINST}))

    @property
    def neither(self) -> tuple[Evidence, ...]:
        """The pieces that are about the claim, neither for nor against it."""
        return self.of(*NEITHER)

    @property
    def contrary(self) -> tuple[Evidence, ...]:
        """The pieces against the claim."""
        return self.of(Bearing.AGAINST)


NO_EVIDENCE = WeightOfEvidence()
"""The weight of a claim that no evidence names."""


@cached_per_theory
def pieces(theory: TheoryOfChange) -> tuple[Piece, ...]:
    """Return every piece of evidence; those written directly on a link come last."""
    return tuple(_pieces(theory))


def _pieces(theory: TheoryOfChange) -> Iterator[Piece]:
    named_on_links: dict[str, list[ClaimKey]] = {}
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


def _piece(evidence: Evidence, at: Pointer, on_links: Iterable[ClaimKey]) -> Piece:
    return Piece(
        evidence,
        at,
        supports=(*_claims(evidence.supports), *on_links),
        contradicts=_claims(evidence.contradicts),
        about=_claims(evidence.about),
    )


def _claims(texts: Iterable[str]) -> tuple[ClaimKey, ...]:
    found: list[ClaimKey] = []
    for text in texts:
        found.extend(link_pairs(text) or (text,))
    return tuple(found)


@cached_per_theory
def weights_of_evidence(theory: TheoryOfChange) -> Mapping[ClaimKey, WeightOfEvidence]:
    """Return the evidence on each claim about elements of the theory.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     outcomes={"fed": {"title": "Children are fed"}},
    ...     evidence={"plan": {"title": "The plan", "shows": "aim", "supports": ["fed"]}},
    ... )
    >>> weight = weights_of_evidence(theory)["fed"]
    >>> [piece.title for piece in weight.evidence], weight.results
    (['The plan'], ())
    """
    found: dict[ClaimKey, list[tuple[Bearing, Evidence]]] = {}
    for piece in pieces(theory):
        for bearing, claim in _bearings(piece):
            shown = _of_its_kind(theory, claim, bearing)
            found.setdefault(claim, []).append((shown, piece.evidence))
    known = theory.elements.keys()
    return {
        claim: WeightOfEvidence(tuple(all_))
        for claim, all_ in found.items()
        if known >= ({claim} if isinstance(claim, str) else set(claim))
    }


def _of_its_kind(theory: TheoryOfChange, claim: ClaimKey, bearing: Bearing) -> Bearing:
    """Return the bearing of a piece of evidence on an element of a given kind.

    A need or an activity is not a change: a report of results that names one shows that the need
    exists, or that the work was done.
    """
    if not isinstance(claim, str):
        return bearing
    if claim in theory.conditions or claim in theory.assets:
        return _OF_THE_PLACE.get(bearing, bearing)
    if claim in theory.interventions or claim in theory.inputs:
        return Bearing.DELIVERY if bearing in RESULTS else bearing
    return bearing


_OF_THE_PLACE = dict.fromkeys((Bearing.CHANGE, Bearing.DELIVERY, Bearing.AIM), Bearing.SITUATION)


def _bearings(piece: Piece) -> Iterator[tuple[Bearing, ClaimKey]]:
    shows = piece.evidence.shows
    for bearing, claims in (
        (Bearing(shows.value) if shows else Bearing.UNSTATED, piece.supports),
        (Bearing.AGAINST, piece.contradicts),
        (Bearing(shows.value) if shows in _ASKED else Bearing.ABOUT, piece.about),
    ):
        for claim in dict.fromkeys(claims):
            yield bearing, claim
