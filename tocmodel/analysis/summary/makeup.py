"""What a theory is made of, and whom it reaches."""

from tocmodel.analysis.summary.parts import Measure, tally
from tocmodel.graph import EDGE_KINDS, edges, kinds
from tocmodel.model import Level, TheoryOfChange, Tier


def elements(theory: TheoryOfChange) -> Measure:
    """Count the elements of the theory, by kind."""
    return Measure(value=len(theory.elements), parts=tally(kinds(theory).values()))


def relations(theory: TheoryOfChange) -> Measure:
    """Count the relations between elements, by kind; links are those of the kind *causal*.

    A link that names its evidence or an assumption makes a relation of each of these as well.
    """
    found = tally((edge.kind for edge in edges(theory)), EDGE_KINDS)
    return Measure(value=sum(found.values()), parts=found)


def levels(theory: TheoryOfChange) -> Measure:
    """Count the levels of a child's ecology on which something is done or changes, of eight.

    Better outcomes in places of high poverty are held to need several interventions at once,
    across a child's ecologies (Kerr and Dyson 2014, "Developing an evidence-based rationale for a
    Children's Zone Approach").
    """
    acting = (*theory.interventions.values(), *theory.outcomes.values())
    found = tally((str(item.level) for item in acting if item.level), map(str, Level))
    return Measure(value=len(found) if acting else None, of=len(Level), parts=found)


def tiers(theory: TheoryOfChange) -> Measure:
    """Count the tiers of support that there are interventions in: universal, targeted, individual.

    (University of Manchester, 2021, *New-generation Children's Zones*, REF impact case study,
    sources F and I.)
    """
    done = theory.interventions.values()
    found = tally((str(item.tier) for item in done if item.tier), map(str, Tier))
    return Measure(value=len(found) if done else None, of=len(Tier), parts=found)
