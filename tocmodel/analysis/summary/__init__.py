"""Measures of a theory: its composition, the depth of its causes, and what it rests on."""

from collections.abc import Mapping

from tocmodel.analysis.summary import composition, context, reasons, shape
from tocmodel.analysis.summary.model import Analysis, Measure, MeasureValue
from tocmodel.fileformat.loading import TheoryLike, as_theory

__all__ = ["MEASURES", "Analysis", "Measure", "MeasureValue", "analyse"]

MEASURES: Mapping[str, tuple[Measure, ...]] = {
    "What it is made of": (
        Measure("elements", "Elements", composition.elements),
        Measure("relations", "Relations", composition.relations),
        Measure(
            "included-theories",
            "Areas or theories that it includes",
            composition.included_theories,
            own=True,
        ),
        Measure("levels", "Levels on which something is done or changes", composition.levels),
        Measure("tiers", "Tiers of support", composition.tiers),
    ),
    "Context and causes": (
        Measure(
            "depth-of-causes",
            "Links in the longest chain of causes",
            context.depth_of_causes,
            "it ends at",
        ),
        Measure("upstream-conditions", "Conditions that lie upstream", context.upstream_conditions),
        Measure(
            "coverage", "Conditions that something acts on", context.coverage, "nothing acts on"
        ),
        Measure(
            "coverage-of-root-causes",
            "Root causes that something acts on",
            context.coverage_of_root_causes,
            "nothing acts on",
        ),
        Measure(
            "coverage-of-symptoms",
            "Symptoms that something acts on",
            context.coverage_of_symptoms,
            "nothing acts on",
        ),
        Measure(
            "upstream-interventions",
            "Interventions that act upstream",
            context.upstream_interventions,
        ),
        Measure(
            "not-monitored",
            "Conditions not routinely monitored",
            context.not_monitored,
            "no indicator shows",
        ),
        Measure("assets-used", "Assets that are used", context.assets_used, "not used"),
    ),
    "Reasons and evidence": (
        Measure("links-with-reason", "Links with a reason", reasons.links_with_reason),
        Measure("reasons-from-source", "Reasons from a source", reasons.reasons_from_source),
        Measure("links-by-origin", "Links, by what they rest on", reasons.links_by_origin),
        Measure(
            "claims-by-origin",
            "Conditions, factors, mechanisms, assumptions, risks and values, by what they rest on",
            reasons.claims_by_origin,
        ),
        Measure("links-with-assumption", "Links with an assumption", reasons.links_with_assumption),
        Measure("links-with-mechanism", "Links with a mechanism", reasons.links_with_mechanism),
        Measure("links-with-evidence", "Links with evidence", reasons.links_with_evidence),
        Measure(
            "outcomes-with-change",
            "Outcomes with evidence of change",
            reasons.outcomes_with_change,
        ),
        Measure(
            "evidence-by-what-it-shows", "Evidence, by what it shows", reasons.evidence_by_shows
        ),
        Measure("evidence-by-kind", "Evidence, by kind", reasons.evidence_by_kind),
        Measure(
            "evidence-by-independence",
            "Evidence, by independence",
            reasons.evidence_by_independence,
        ),
        Measure(
            "contested-claims",
            "Claims with evidence against them",
            reasons.contested_claims,
            "these are",
        ),
    ),
    "Shape": (
        Measure("loops", "Loops", shape.loops, "these are"),
        Measure("named-loops", "Named loops", shape.named_loop_signs, "these are"),
        Measure(
            "goals-reached",
            "Goals that an intervention leads to",
            shape.goals_reached,
            "not reached",
        ),
        Measure(
            "shortest-pathway",
            "Links in the shortest path to a goal",
            shape.shortest_pathway,
            "by way of",
        ),
        Measure(
            "longest-pathway",
            "Links in the longest path to a goal",
            shape.longest_pathway,
            "by way of",
        ),
        Measure(
            "outcomes-on-one",
            "Outcomes that depend on one intervention",
            shape.outcomes_on_one,
            "these are",
        ),
        Measure(
            "outcomes-through-wholes",
            "Outcomes that rest on a whole: something in it leads to them",
            shape.outcomes_through_wholes,
            "these are",
        ),
        Measure(
            "links-a-goal-depends-on",
            "Links that a goal depends on",
            shape.links_a_goal_depends_on,
            "these are",
        ),
    ),
}
"""Every measure below its heading, in reading order."""


def analyse(theory: TheoryLike) -> Analysis:
    """Measure a theory; ``MEASURES`` defines each measure.

    >>> from tocmodel.model import TheoryOfChange
    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     conditions={"debt": {"title": "Debt"}, "hunger": {"title": "Hunger"}},
    ...     interventions={"club": {"title": "Breakfast club", "addresses": ["hunger"]}},
    ...     links=["debt -> hunger"],
    ... )
    >>> found = analyse(theory)["coverage"]
    >>> found.value, found.of, found.about
    (1, 2, ('debt',))
    """
    theory = as_theory(theory)
    whole = theory.whole
    return Analysis(
        theory=whole,
        measures={
            measure.name: measure.function(theory if measure.own else whole)
            for measures in MEASURES.values()
            for measure in measures
        },
    )
