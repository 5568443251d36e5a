"""The composition of a theory, and whom it reaches."""

from tocmodel.analysis.summary.model import MeasureValue, tally
from tocmodel.graph import EDGE_KINDS, edges, kinds
from tocmodel.graph.passing import undescribed
from tocmodel.graph.relations import whole_edges
from tocmodel.model import Level, TheoryOfChange, Tier


def elements(theory: TheoryOfChange) -> MeasureValue:
    """Count the elements of the theory, by kind.

    If it includes theories that nobody described, the number is "at least".
    """
    return MeasureValue(
        value=len(theory.elements),
        parts=tally(kinds(theory).values()),
        at_least=bool(undescribed(theory)),
    )


def included_theories(theory: TheoryOfChange) -> MeasureValue:
    """Count the areas or theories that a theory includes: described in a file, or not.

    An included theory counts as often as its ``count`` says. If one theory is for many areas, and
    the file states how many of them were studied, those are counted too.
    """
    found = theory.includes.values()
    described = sum(item.count or 1 for item in found if item.file)
    others = sum(item.count or 1 for item in found if not item.file)
    studied = [item.studied for item in found if item.studied is not None]
    parts = {"described": described, "not described": others}
    return MeasureValue(
        value=described + others if found else None,
        parts={name: number for name, number in parts.items() if number}
        | ({"studied": sum(studied)} if studied else {}),
    )


def relations(theory: TheoryOfChange) -> MeasureValue:
    """Count the relations between elements, by kind; links are those of the kind *causal*.

    A mutual link counts once here. A link that names its evidence or an assumption also has a
    relation to each of these. A link to or from a whole counts as one relation, and so does an
    input for all. Where the theory includes theories that nobody described, the number is "at
    least".
    """
    every = (edge for edge in (*edges(theory), *whole_edges(theory)) if not edge.is_way_back)
    found = tally((edge.kind for edge in every), EDGE_KINDS)
    return MeasureValue(value=sum(found.values()), parts=found, at_least=bool(undescribed(theory)))


def levels(theory: TheoryOfChange) -> MeasureValue:
    """Count the levels of a child's ecology on which something is done or changes, of eight.

    Better outcomes in places of high poverty are thought to need several interventions at once,
    across a child's ecologies (Kerr and Dyson 2014, "Developing an evidence-based rationale for a
    Children's Zone Approach").
    """
    acting = (*theory.interventions.values(), *theory.outcomes.values())
    found = tally((str(item.level) for item in acting if item.level), map(str, Level))
    return MeasureValue(value=len(found) if acting else None, of=len(Level), parts=found)


def tiers(theory: TheoryOfChange) -> MeasureValue:
    """Count the tiers of support that have interventions: universal, targeted, individual.

    (University of Manchester, 2021, *New-generation Children's Zones*, REF impact case study,
    sources F and I.)
    """
    done = theory.interventions.values()
    found = tally((str(item.tier) for item in done if item.tier), map(str, Tier))
    return MeasureValue(value=len(found) if done else None, of=len(Tier), parts=found)
