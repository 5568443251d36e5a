"""The basis of a theory's links: reasons, assumptions, mechanisms and evidence.

These are four different things (see the model's ``Link``); each is counted separately.
"""

from collections.abc import Callable, Iterable

from tocmodel.analysis.evidence import NO_EVIDENCE, WeightOfEvidence, weights_of_evidence
from tocmodel.analysis.summary.model import MeasureValue, share, tally
from tocmodel.graph import Edge, edges
from tocmodel.model import (
    Evidence,
    EvidenceKind,
    HasOrigin,
    Independence,
    Link,
    Shows,
    Standing,
    TheoryOfChange,
)

_NOT_STATED = "not stated"


def links_with_reason(theory: TheoryOfChange) -> MeasureValue:
    """Count the links that state why one element should lead to the other.

    (A rationale: Center for Theory of Change, glossary.)
    """
    return _links(theory, lambda link: bool(link.because))


def reasons_from_source(theory: TheoryOfChange) -> MeasureValue:
    """Count the links with a reason that a source states or lists, of all links with a reason.

    The others are inferred, drafted by a program, agreed without a source, or have no stated
    origin.
    """
    reasons = [link for link in _causal(theory) if link.because]
    from_source = (link for link in reasons if link.standing in (Standing.STATED, Standing.LISTED))
    return share((link.from_ for link in from_source), len(reasons))


def links_by_origin(theory: TheoryOfChange) -> MeasureValue:
    """Count the links by their basis; one that was inferred and then agreed counts as agreed."""
    return _by_standing(_causal(theory))


def claims_by_origin(theory: TheoryOfChange) -> MeasureValue:
    """Count the conditions, factors, mechanisms, assumptions, risks and values by their basis."""
    written_in_place = (item for link in theory.links for item in link.assumes)
    claims = (*theory.elements.values(), *written_in_place)
    return _by_standing(claim for claim in claims if isinstance(claim, HasOrigin))


def _by_standing(claims: Iterable[HasOrigin]) -> MeasureValue:
    words = [str(claim.standing).replace("-", " ") for claim in claims]
    order = (str(word).replace("-", " ") for word in Standing)
    return MeasureValue(value=len(words) or None, parts=tally(words, order))


def links_with_assumption(theory: TheoryOfChange) -> MeasureValue:
    """Count the links that name an assumption: something else that must hold for them to work here.

    (Mayne 2015, "Useful theory of change models": assumptions belong to the causal links.)
    """
    return _links(theory, lambda link: bool(link.assumes))


def links_with_mechanism(theory: TheoryOfChange) -> MeasureValue:
    """Count the links that are explained by a mechanism, or start or end at one.

    (Dalkin and others 2015, "What's in a mechanism?", Implementation Science 10.)
    """
    mechanisms = theory.mechanisms
    return _links(
        theory,
        lambda link: bool(link.via) or link.from_ in mechanisms or link.to in mechanisms,
    )


def links_with_evidence(theory: TheoryOfChange) -> MeasureValue:
    """Count the links with evidence for or against them.

    Evidence for an element at one end of the link does not count here.
    """
    known = weights_of_evidence(theory)
    return _links(theory, lambda link: (link.from_, link.to) in known)


def outcomes_with_change(theory: TheoryOfChange) -> MeasureValue:
    """Count the outcomes with evidence of a change, or of what brought it about.

    Evidence of an aim, of delivery, or on a link that leads to an outcome does not count here: none
    of these shows that the outcome came about.
    """
    known = weights_of_evidence(theory)
    found = (id_ for id_ in theory.outcomes if known.get(id_, NO_EVIDENCE).results)
    return share(found, len(theory.outcomes))


def evidence_by_shows(theory: TheoryOfChange) -> MeasureValue:
    """Count the pieces of evidence, by what they show: an aim, delivery, a change ..."""
    return _evidence(theory, lambda piece: piece.shows, Shows)


def _causal(theory: TheoryOfChange) -> list[Link]:
    found = (edge.link for edge in edges(theory) if edge.kind == "causal" and not edge.is_way_back)
    return [link for link in found if link is not None]


def _links(theory: TheoryOfChange, holds: Callable[[Link], bool]) -> MeasureValue:
    causal: list[Edge] = [
        edge for edge in edges(theory) if edge.kind == "causal" and not edge.is_way_back
    ]
    found = (edge for edge in causal if edge.link is not None and holds(edge.link))
    return share((edge.from_ for edge in found), len(causal))


def evidence_by_kind(theory: TheoryOfChange) -> MeasureValue:
    """Count the pieces of evidence, by kind."""
    return _evidence(theory, lambda piece: piece.kind, EvidenceKind)


def evidence_by_independence(theory: TheoryOfChange) -> MeasureValue:
    """Count the pieces of evidence by who vouches for them, nearest to the work first.

    The independence of evidence is a separate question from its kind.
    """
    return _evidence(theory, lambda piece: piece.independence, Independence)


def _evidence(
    theory: TheoryOfChange,
    word: Callable[[Evidence], object],
    order: type[EvidenceKind] | type[Independence] | type[Shows],
) -> MeasureValue:
    in_place = (item for link in theory.links for item in link.evidence)
    pieces = [
        *theory.evidence.values(),
        *(item for item in in_place if isinstance(item, Evidence)),
    ]
    words = (str(word(piece) or _NOT_STATED) for piece in pieces)
    return MeasureValue(value=len(pieces) or None, parts=tally(words, map(str, order)))


def contested_claims(theory: TheoryOfChange) -> MeasureValue:
    """Count the elements and links with evidence against them, among those that have any evidence.

    A theory may have evidence for a claim and against it; the claims are named.
    """
    known: dict[str, WeightOfEvidence] = {
        claim if isinstance(claim, str) else " -> ".join(claim): weight
        for claim, weight in weights_of_evidence(theory).items()
    }
    against = [claim for claim, weight in known.items() if weight.contrary]
    return share(against, len(known), name=against)
