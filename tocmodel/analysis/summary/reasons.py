"""What the links of a theory rest on: reasons, assumptions, mechanisms and evidence.

These are four different things (see the model's ``Link``); each is counted by itself.
"""

from collections.abc import Callable, Iterable

from tocmodel.analysis.evidence import NOTHING, Weight, weights
from tocmodel.analysis.summary.parts import Measure, share, tally
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


def links_with_reason(theory: TheoryOfChange) -> Measure:
    """Count the links that say why the one should lead to the other at all.

    (A rationale: Center for Theory of Change, glossary.)
    """
    return _links(theory, lambda link: bool(link.because))


def reasons_from_source(theory: TheoryOfChange) -> Measure:
    """Count the links with a reason that a source states or lists, of all links with a reason.

    The others are inferred, drafted by a program, agreed without a source, or the file does not
    say where they come from.
    """
    reasons = [link for link in _causal(theory) if link.because]
    from_source = (link for link in reasons if link.standing in (Standing.STATED, Standing.LISTED))
    return share((link.from_ for link in from_source), len(reasons))


def links_by_origin(theory: TheoryOfChange) -> Measure:
    """Count the links by what they rest on; one that was inferred and then agreed is agreed."""
    return _standings(_causal(theory))


def claims_by_origin(theory: TheoryOfChange) -> Measure:
    """Count the conditions, mechanisms, assumptions, risks and values by what they rest on."""
    written_in_place = (item for link in theory.links for item in link.assumes)
    claims = (*theory.elements.values(), *written_in_place)
    return _standings(claim for claim in claims if isinstance(claim, HasOrigin))


def _standings(claims: Iterable[HasOrigin]) -> Measure:
    words = [str(claim.standing).replace("-", " ") for claim in claims]
    order = (str(word).replace("-", " ") for word in Standing)
    return Measure(value=len(words) or None, parts=tally(words, order))


def links_with_assumption(theory: TheoryOfChange) -> Measure:
    """Count the links that name what else must hold for them to work here.

    (Mayne 2015, "Useful theory of change models": assumptions stand on the causal links.)
    """
    return _links(theory, lambda link: bool(link.assumes))


def links_with_mechanism(theory: TheoryOfChange) -> Measure:
    """Count the links that are explained by a mechanism, or start or end at one.

    (Dalkin and others 2015, "What's in a mechanism?", Implementation Science 10.)
    """
    mechanisms = theory.mechanisms
    return _links(
        theory,
        lambda link: bool(link.via) or link.from_ in mechanisms or link.to in mechanisms,
    )


def links_with_evidence(theory: TheoryOfChange) -> Measure:
    """Count the links that evidence supports or speaks against.

    Evidence for one of their ends, and not for the link between them, does not count here.
    """
    known = weights(theory)
    return _links(theory, lambda link: (link.from_, link.to) in known)


def outcomes_with_change(theory: TheoryOfChange) -> Measure:
    """Count the outcomes with evidence that shows a change or what brought it about.

    An aim, what was done, and evidence on a link that leads to an outcome do not count here: none
    of them shows that it came about.
    """
    known = weights(theory)
    found = (id_ for id_ in theory.outcomes if known.get(id_, NOTHING).results)
    return share(found, len(theory.outcomes))


def evidence_by_shows(theory: TheoryOfChange) -> Measure:
    """Count the pieces of evidence, by what they show: an aim, delivery, a change ..."""
    return _evidence(theory, lambda piece: piece.shows, Shows)


def _causal(theory: TheoryOfChange) -> list[Link]:
    found = (edge.link for edge in edges(theory) if edge.kind == "causal")
    return [link for link in found if link is not None]


def _links(theory: TheoryOfChange, holds: Callable[[Link], bool]) -> Measure:
    causal: list[Edge] = [edge for edge in edges(theory) if edge.kind == "causal"]
    found = (edge for edge in causal if edge.link is not None and holds(edge.link))
    return share((edge.from_ for edge in found), len(causal))


def evidence_by_kind(theory: TheoryOfChange) -> Measure:
    """Count the pieces of evidence, by the sort of thing that they are."""
    return _evidence(theory, lambda piece: piece.kind, EvidenceKind)


def evidence_by_independence(theory: TheoryOfChange) -> Measure:
    """Count the pieces of evidence by who vouches for them, nearest to the work first.

    How independent evidence is, is another question than what sort of thing it is.
    """
    return _evidence(theory, lambda piece: piece.independence, Independence)


def _evidence(
    theory: TheoryOfChange,
    word: Callable[[Evidence], object],
    order: type[EvidenceKind] | type[Independence] | type[Shows],
) -> Measure:
    in_place = (item for link in theory.links for item in link.evidence)
    pieces = [
        *theory.evidence.values(),
        *(item for item in in_place if isinstance(item, Evidence)),
    ]
    words = (str(word(piece) or _NOT_STATED) for piece in pieces)
    return Measure(value=len(pieces) or None, parts=tally(words, map(str, order)))


def contested_claims(theory: TheoryOfChange) -> Measure:
    """Count the elements and links that some evidence speaks against, of those that have any.

    A model may hold evidence for a claim and against it; the claims are named.
    """
    known: dict[str, Weight] = {
        claim if isinstance(claim, str) else " -> ".join(claim): weight
        for claim, weight in weights(theory).items()
    }
    against = [claim for claim, weight in known.items() if weight.contrary]
    return share(against, len(known), name=against)
