"""A theory in figures: what it is made of, how deep it looks, what it rests on and depends on."""

from collections.abc import Mapping

from tocmodel.analysis.summary import context, makeup, reasons, shape
from tocmodel.analysis.summary.parts import Analysis, Gauge, Measure
from tocmodel.loading import TheoryLike, as_theory

__all__ = ["GAUGES", "Analysis", "Gauge", "Measure", "analyse"]

GAUGES: Mapping[str, tuple[Gauge, ...]] = {
    "What it is made of": (
        Gauge("elements", "Elements", makeup.elements),
        Gauge("relations", "Relations", makeup.relations),
        Gauge("levels", "Levels on which something is done or changes", makeup.levels),
        Gauge("tiers", "Tiers of support", makeup.tiers),
    ),
    "Context and causes": (
        Gauge(
            "depth-of-causes",
            "Links in the longest chain of causes",
            context.depth_of_causes,
            "it ends at",
        ),
        Gauge("upstream-conditions", "Conditions that lie upstream", context.upstream_conditions),
        Gauge("coverage", "Conditions that something acts on", context.coverage, "nothing acts on"),
        Gauge(
            "coverage-of-root-causes",
            "Root causes that something acts on",
            context.coverage_of_root_causes,
            "nothing acts on",
        ),
        Gauge(
            "coverage-of-symptoms",
            "Symptoms that something acts on",
            context.coverage_of_symptoms,
            "nothing acts on",
        ),
        Gauge(
            "upstream-interventions",
            "Interventions that act upstream",
            context.upstream_interventions,
        ),
        Gauge(
            "not-monitored",
            "Conditions not routinely monitored",
            context.not_monitored,
            "no indicator shows",
        ),
        Gauge("assets-used", "Assets that are used", context.assets_used, "not used"),
    ),
    "Reasons and evidence": (
        Gauge("links-with-reason", "Links with a reason", reasons.links_with_reason),
        Gauge("reasons-from-source", "Reasons from a source", reasons.reasons_from_source),
        Gauge("links-by-origin", "Links, by what they rest on", reasons.links_by_origin),
        Gauge(
            "claims-by-origin",
            "Conditions, mechanisms, assumptions, risks and values, by what they rest on",
            reasons.claims_by_origin,
        ),
        Gauge("links-with-assumption", "Links with an assumption", reasons.links_with_assumption),
        Gauge("links-with-mechanism", "Links with a mechanism", reasons.links_with_mechanism),
        Gauge("links-with-evidence", "Links with evidence", reasons.links_with_evidence),
        Gauge(
            "outcomes-with-change",
            "Outcomes with evidence of change",
            reasons.outcomes_with_change,
        ),
        Gauge("evidence-by-what-it-shows", "Evidence, by what it shows", reasons.evidence_by_shows),
        Gauge("evidence-by-kind", "Evidence, by kind", reasons.evidence_by_kind),
        Gauge(
            "evidence-by-independence",
            "Evidence, by independence",
            reasons.evidence_by_independence,
        ),
        Gauge(
            "contested-claims",
            "Claims with evidence against them",
            reasons.contested_claims,
            "these are",
        ),
    ),
    "Shape": (
        Gauge("loops", "Loops", shape.loops, "these are"),
        Gauge(
            "goals-reached",
            "Goals that an intervention leads to",
            shape.goals_reached,
            "not reached",
        ),
        Gauge(
            "shortest-pathway",
            "Links in the shortest way to a goal",
            shape.shortest_pathway,
            "by way of",
        ),
        Gauge(
            "longest-pathway",
            "Links in the longest way to a goal",
            shape.longest_pathway,
            "by way of",
        ),
        Gauge(
            "outcomes-on-one",
            "Outcomes that depend on one intervention",
            shape.outcomes_on_one,
            "these are",
        ),
        Gauge(
            "links-all-hang-on",
            "Links that a goal depends on",
            shape.links_all_hang_on,
            "these are",
        ),
    ),
}
"""Every gauge below its heading, in reading order."""


def analyse(theory: TheoryLike) -> Analysis:
    """Return a theory in figures; ``GAUGES`` says what each one means.

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
            gauge.name: gauge.measure(whole) for gauges in GAUGES.values() for gauge in gauges
        },
    )
