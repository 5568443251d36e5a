"""How deep a theory looks into its context, and how far upstream it acts.

These are the questions of complex contextual analysis: causes and the causes of the causes, who
acts nearer the source, what is not monitored, and strengths beside deficits (University of
Manchester, 2021, *New-generation Children's Zones*, REF impact case study, sources C and F).
"""

from collections.abc import Iterable

from tocmodel.analysis.causes import UPSTREAM, acting, difficulty_graph
from tocmodel.analysis.depth import depths
from tocmodel.analysis.summary.parts import Measure, share, tally
from tocmodel.graph import edges
from tocmodel.model import Condition, Scale, TheoryOfChange
from tocmodel.model.monitoring import is_monitored, was_monitored


def depth_of_causes(theory: TheoryOfChange) -> Measure:
    """Count the links in the longest chain of causes: two is a cause of a cause.

    A contextual analysis looks for causes, and for causes of the causes (University of
    Manchester, 2021, *New-generation Children's Zones*, REF impact case study). Conditions that
    lead to each other in a circle count as one.
    """
    found = depths(difficulty_graph(theory))
    deepest = max((found[id_] for id_ in theory.conditions), default=None)
    ends = [id_ for id_ in theory.conditions if deepest and found[id_] == deepest]
    return Measure(value=deepest, about=tuple(ends[:1]))


def upstream_conditions(theory: TheoryOfChange) -> Measure:
    """Count the conditions whose scale is structural, local system or community.

    The scale from structural to child is ours; that effects last where action is nearer the
    source is said by the same case study (source C).
    """
    found = theory.conditions.values()
    scales = tally((str(item.scale or "not stated") for item in found), map(str, Scale))
    upstream = (item.id for item in found if item.scale in UPSTREAM)
    measure = share(upstream, len(found))
    return Measure(value=measure.value, of=measure.of, parts=scales)


def coverage(theory: TheoryOfChange) -> Measure:
    """Count the conditions on which an intervention acts; those left alone are named.

    An intervention acts on what it addresses, and on what a link leads to from it.
    """
    return _covered(theory, theory.conditions)


def coverage_of_root_causes(theory: TheoryOfChange) -> Measure:
    """Count the root causes on which an intervention acts; those left alone are named.

    A root cause leads to another condition, and the theory names nothing behind it.
    """
    graph = difficulty_graph(theory)
    return _covered(
        theory,
        [id_ for id_ in theory.conditions if graph.successors[id_] and not graph.predecessors[id_]],
    )


def coverage_of_symptoms(theory: TheoryOfChange) -> Measure:
    """Count the symptoms on which an intervention acts; those left alone are named.

    A symptom has a cause, and leads to no further condition.
    """
    graph = difficulty_graph(theory)
    return _covered(
        theory,
        [id_ for id_ in theory.conditions if graph.predecessors[id_] and not graph.successors[id_]],
    )


def _covered(theory: TheoryOfChange, conditions: Iterable[str]) -> Measure:
    wanted = tuple(conditions)
    acted = acting(theory)
    alone = [id_ for id_ in wanted if id_ not in acted]
    return share((id_ for id_ in wanted if id_ in acted), len(wanted), name=alone)


def upstream_interventions(theory: TheoryOfChange) -> Measure:
    """Count the interventions that act on a condition upstream of the household; of all.

    Upstream thinking asks where to act nearer the source, so that effects last (the same case
    study, source C).
    """
    upstream = {item.id for item in theory.conditions.values() if item.scale in UPSTREAM}
    found = {done for id_, acts in acting(theory).items() if id_ in upstream for done in acts}
    return share(found, len(theory.interventions))


def not_monitored(theory: TheoryOfChange) -> Measure:
    """Count the conditions that are not routinely monitored, of those where it is stated.

    One that was not monitored before the programme counts where no start of monitoring is stated.

    Those that no indicator shows either are named. The case study names such conditions:
    bereavement, hidden homelessness, close family in custody (source F).
    """
    stated = [item for item in theory.conditions.values() if item.routinely_monitored is not None]
    unseen = [
        item
        for item in stated
        if not is_monitored(item.routinely_monitored)
        and was_monitored(item.routinely_monitored) is False
    ]
    shown = {edge.to for edge in edges(theory) if edge.kind == "measures"}
    measure = share(unseen, len(stated), name=_hidden(unseen, shown))
    covered = sum(item.id in shown for item in unseen)
    parts = {"shown by an indicator": covered, "shown by none": len(unseen) - covered}
    return Measure(
        value=measure.value,
        of=measure.of,
        parts=parts if unseen else {},
        about=measure.about,
        more=measure.more,
    )


def _hidden(unseen: Iterable[Condition], shown: set[str]) -> Iterable[str]:
    return (item.id for item in unseen if item.id not in shown)


def assets_used(theory: TheoryOfChange) -> Measure:
    """Count the assets that an intervention uses or a link starts at; the others are named.

    New-generation zones build on what is strong in a place (the same case study).
    """
    used = {edge.to for edge in edges(theory) if edge.kind == "uses"}
    used |= {edge.from_ for edge in edges(theory) if edge.kind == "causal"}
    idle = [id_ for id_ in theory.assets if id_ not in used]
    return share((id_ for id_ in theory.assets if id_ in used), len(theory.assets), name=idle)
