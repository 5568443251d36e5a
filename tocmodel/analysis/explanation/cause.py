"""The facts about one cause: what acts on it, who could, nearby assets, and how it is measured."""

from collections.abc import Collection, Iterator, Mapping

from tocmodel.analysis.causes import (
    Action,
    acted_on_or_eased,
    actions,
    difficulty_graph,
    easing_links,
    interventions_acting_on,
)
from tocmodel.analysis.decision_makers import decision_makers
from tocmodel.analysis.evidence import NO_EVIDENCE, weights_of_evidence
from tocmodel.analysis.explanation.model import Actor, Cause, NearbyAsset
from tocmodel.graph import edges
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.graph.wholes import used_by
from tocmodel.model import Condition, Element, Rank, TheoryOfChange


def describe_cause(theory: TheoryOfChange, id_: str, *, steps: int, has_causes: bool) -> Cause:
    """Return everything known about a cause; nothing is guessed."""
    element = theory.element(id_)
    action = actions(theory).get(id_)
    acts = interventions_acting_on(theory).get(id_, ()) if action else ()
    return Cause(
        id=id_,
        steps=steps,
        has_causes=has_causes,
        action=action,
        eased_by=tuple(dict.fromkeys(edge.from_ for edge in easing_links(theory).get(id_, ()))),
        acted_on_by=acts,
        instead=_instead(theory, id_, action),
        strengths=tuple(_strengths(theory, id_, acts)),
        actors=tuple(_actors(theory, element, acts)),
        indicators=_indicators(theory).get(id_, ()),
        routinely_monitored=element.routinely_monitored if isinstance(element, Condition) else None,
        weight=weights_of_evidence(theory).get(id_, NO_EVIDENCE),
    )


def bystanders(theory: TheoryOfChange, actors: Collection[str]) -> tuple[str, ...]:
    """Return the partners with high influence, or a say over something, who act on no cause."""
    return tuple(
        id_
        for id_, partner in theory.partners.items()
        if id_ not in actors and (partner.decides or partner.influence is Rank.HIGH)
    )


def _instead(theory: TheoryOfChange, id_: str, action: Action | None) -> tuple[str, ...]:
    graph = difficulty_graph(theory)
    if action is Action.SOURCE:
        return _nearest(graph.predecessors, id_, acted_on_or_eased(theory))
    if action is Action.SYMPTOMS:
        return _nearest(graph.successors, id_, acted_on_or_eased(theory))
    return ()


def _nearest(
    neighbours: Mapping[str, tuple[str, ...]], start: str, wanted: Collection[str]
) -> tuple[str, ...]:
    """Return the wanted elements that are the fewest links away."""
    seen = {start}
    frontier = [start]
    while frontier:
        following = dict.fromkeys(item for id_ in frontier for item in neighbours[id_])
        frontier = [id_ for id_ in following if id_ not in seen]
        seen.update(frontier)
        if found := tuple(id_ for id_ in frontier if id_ in wanted):
            return found
    return ()


def _strengths(theory: TheoryOfChange, id_: str, acts: tuple[str, ...]) -> Iterator[NearbyAsset]:
    doing = (id_,) if id_ in theory.interventions else acts
    users: dict[str, list[str]] = {}
    for done in doing:
        for asset in used_by(theory, done):
            if asset in theory.assets:
                users.setdefault(asset, []).append(done)
    for asset in (
        *(link.from_ for link in theory.links_to(id_)),
        *(link.to for link in theory.links_from(id_)),
    ):
        if asset in theory.assets:
            users.setdefault(asset, [])
    yield from (NearbyAsset(id=asset, used_by=tuple(done)) for asset, done in users.items())


def _actors(theory: TheoryOfChange, element: Element, acts: tuple[str, ...]) -> Iterator[Actor]:
    doing = (element.id,) if element.id in theory.interventions else acts
    delivers: dict[str, list[str]] = {}
    for done in doing:
        for partner in theory.interventions[done].partners:
            if partner in theory.partners:
                delivers.setdefault(partner, []).append(done)
    decides = decision_makers(theory, element.id)
    for id_, actor in theory.partners.items():
        if id_ in delivers or id_ in decides:
            yield Actor(
                id=id_,
                delivers=tuple(delivers.get(id_, ())),
                decides=decides.get(id_, ()),
                influence=actor.influence,
            )


@cached_per_theory
def _indicators(theory: TheoryOfChange) -> Mapping[str, tuple[str, ...]]:
    """Return the indicators that measure each element."""
    found: dict[str, dict[str, None]] = {}
    for edge in edges(theory):
        if edge.kind == "measures":
            found.setdefault(edge.to, {})[edge.from_] = None
    return {id_: tuple(ids) for id_, ids in found.items()}
