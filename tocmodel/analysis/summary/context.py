"""How deep a theory looks into its context, and how far upstream it acts.

These are the questions of complex contextual analysis: causes and the causes of causes, action
nearer the source, conditions that are not monitored, and strengths beside deficits (University of
Manchester, 2021, *New-generation Children's Zones*, REF impact case study, sources C and F).
"""

from collections.abc import Iterable

from attrs import evolve

from tocmodel.analysis.causes import (
    UPSTREAM,
    acted_on_by_wholes,
    difficulty_graph,
    interventions_acting_on,
)
from tocmodel.analysis.summary.model import MeasureValue, share, tally
from tocmodel.graph import edges
from tocmodel.graph.depth import depths
from tocmodel.graph.passing import causing
from tocmodel.graph.wholes import used_by
from tocmodel.model import Condition, Scale, TheoryOfChange
from tocmodel.model.monitoring import is_monitored, was_monitored


def depth_of_causes(theory: TheoryOfChange) -> MeasureValue:
    """Count the links in the longest chain of causes: two is a cause of a cause.

    A contextual analysis looks for causes, and for causes of the causes (University of
    Manchester, 2021, *New-generation Children's Zones*, REF impact case study). Conditions that
    lead to each other in a circle count as one.
    """
    found = depths(difficulty_graph(theory))
    deepest = max((found[id_] for id_ in theory.conditions), default=None)
    ends = [id_ for id_ in theory.conditions if deepest and found[id_] == deepest]
    return MeasureValue(value=deepest, about=tuple(ends[:1]))


def upstream_conditions(theory: TheoryOfChange) -> MeasureValue:
    """Count the conditions whose scale is structural, local system or community.

    The scale from structural to child is ours; the same case study (source C) states that effects
    last where action is nearer the source.
    """
    found = theory.conditions.values()
    scales = tally((str(item.scale or "not stated") for item in found), map(str, Scale))
    upstream = (item.id for item in found if item.scale in UPSTREAM)
    measure = share(upstream, len(found))
    return MeasureValue(value=measure.value, of=measure.of, parts=scales)


def coverage(theory: TheoryOfChange) -> MeasureValue:
    """Count the conditions that an intervention acts on; the others are named.

    An intervention acts on the elements that it addresses, and on those that it links to. If a link
    joins a whole with interventions to a condition, or to a whole that it is in, something acts on
    it, but the theory does not state what; these are counted separately too.
    """
    return _covered(theory, theory.conditions)


def coverage_of_root_causes(theory: TheoryOfChange) -> MeasureValue:
    """Count the root causes that an intervention acts on; the others are named.

    A root cause leads to another condition, and the theory names no cause of it.
    """
    graph = difficulty_graph(theory)
    return _covered(
        theory,
        [id_ for id_ in theory.conditions if graph.successors[id_] and not graph.predecessors[id_]],
    )


def coverage_of_symptoms(theory: TheoryOfChange) -> MeasureValue:
    """Count the symptoms that an intervention acts on; the others are named.

    A symptom has a cause, and leads to no further condition.
    """
    graph = difficulty_graph(theory)
    return _covered(
        theory,
        [id_ for id_ in theory.conditions if graph.predecessors[id_] and not graph.successors[id_]],
    )


def _covered(theory: TheoryOfChange, conditions: Iterable[str]) -> MeasureValue:
    wanted = tuple(conditions)
    direct = interventions_acting_on(theory)
    by_wholes = [id_ for id_ in wanted if id_ in acted_on_by_wholes(theory) and id_ not in direct]
    alone = [id_ for id_ in wanted if id_ not in direct and id_ not in by_wholes]
    found = share(range(len(wanted) - len(alone)), len(wanted), name=alone)
    parts = {"by something in a whole": len(by_wholes)} if by_wholes else {}
    return evolve(found, parts=parts)


def upstream_interventions(theory: TheoryOfChange) -> MeasureValue:
    """Count the interventions that act on a condition upstream of the household.

    Upstream thinking asks where to act nearer the source, so that effects last (the same case
    study, source C).
    """
    upstream = {item.id for item in theory.conditions.values() if item.scale in UPSTREAM}
    found = {
        done
        for id_, acts in interventions_acting_on(theory).items()
        if id_ in upstream
        for done in acts
    }
    return share(found, len(theory.interventions))


def not_monitored(theory: TheoryOfChange) -> MeasureValue:
    """Count the conditions that are not routinely monitored, among those where this is stated.

    A condition that was not monitored before the programme counts unless the file states when
    monitoring started.

    Conditions without an indicator are named. The case study names such conditions: bereavement,
    hidden homelessness, close family in custody (source F).
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
    return MeasureValue(
        value=measure.value,
        of=measure.of,
        parts=parts if unseen else {},
        about=measure.about,
        more=measure.more,
    )


def _hidden(unseen: Iterable[Condition], shown: set[str]) -> Iterable[str]:
    return (item.id for item in unseen if item.id not in shown)


def assets_used(theory: TheoryOfChange) -> MeasureValue:
    """Count the assets that an intervention uses or a link starts from; the others are named.

    New-generation zones build on the strengths of a place (the same case study).
    """
    used = {id_ for done in theory.interventions for id_ in used_by(theory, done)}
    used |= causing(theory)
    idle = [id_ for id_ in theory.assets if id_ not in used]
    return share((id_ for id_ in theory.assets if id_ in used), len(theory.assets), name=idle)
