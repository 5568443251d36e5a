"""Which links answer "why?", and what acts on the causes that they name.

Complex contextual analysis asks why each poor outcome happens, and why each answer is so, until it
reaches structural causes; then it asks who could act on each (University of Manchester, 2021,
*New-generation Children's Zones*, REF impact case study). Not every link answers "why?": something
that eases a difficulty, or is done about it, is not a cause of it.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from attrs import evolve

from tocmodel.graph import Edge, Graph, edges, graph_of, kinds
from tocmodel.graph.passing import (
    end_node,
    exit_,
    passing_graph,
    reached,
    within_wholes,
    works,
)
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.graph.reach import downstream, upstream
from tocmodel.graph.relations import whole_edges
from tocmodel.model import Effect, Scale, TheoryOfChange, Valence

UPSTREAM = (Scale.STRUCTURAL, Scale.LOCAL_SYSTEM, Scale.COMMUNITY)
"""The scales of a condition that lie upstream of a household and a child."""


class Action(StrEnum):
    """Where the interventions act, seen from one condition or unwanted outcome.

    On the *cause* itself; only on something that *eases* it; only on a *source* behind it; only on
    *symptoms* that it leads to; or *nobody* acts on any of these.
    """

    CAUSE = "cause"
    EASES = "eases"
    SOURCE = "source"
    SYMPTOMS = "symptoms"
    NOBODY = "nobody"


def is_difficulty(theory: TheoryOfChange, id_: str) -> bool:
    """Whether an element is a difficulty: a condition, or an outcome that is unwanted."""
    return id_ in _difficulties(theory)


@cached_per_theory
def _difficulties(theory: TheoryOfChange) -> Mapping[str, None]:
    return dict.fromkeys((*theory.conditions, *_unwanted(theory)))


@cached_per_theory
def _unwanted(theory: TheoryOfChange) -> Mapping[str, None]:
    outcomes = theory.outcomes.values()
    return dict.fromkeys(item.id for item in outcomes if item.valence is Valence.UNWANTED)


@cached_per_theory
def why_graph(theory: TheoryOfChange) -> Graph:
    """Return the links that answer "why?"; each runs from an answer to the element it explains.

    These are the causal links, without those that show a response to a difficulty. An intervention
    exists because of the conditions that it addresses.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     conditions={"debt": {"title": "Debt"}, "hunger": {"title": "Hunger"}},
    ...     interventions={"club": {"title": "Breakfast club", "addresses": ["hunger"]}},
    ...     links=["debt -> hunger", "club -> hunger"],
    ... )
    >>> sorted(why_graph(theory).edges)
    [('debt', 'hunger'), ('hunger', 'club')]
    """
    return graph_of(theory, _whys(theory))


def _whys(theory: TheoryOfChange) -> Iterator[Edge]:
    yield from _causes(theory)
    for edge in edges(theory):
        if edge.kind == "addresses":
            yield evolve(edge, from_=edge.to, to=edge.from_)


def _causes(theory: TheoryOfChange) -> Iterator[Edge]:
    """Give the links from a cause to its effect.

    A link to a difficulty may name something that eases it rather than causes it. An intervention
    may cause harm, which is an unwanted outcome; a condition was there before it.
    """
    difficulties, unwanted, kind = _difficulties(theory), _unwanted(theory), kinds(theory)
    for edge in edges(theory):
        if edge.kind != "causal":
            continue
        means = ("asset", "input") if edge.to in unwanted else ("asset", "input", "intervention")
        if edge.to not in difficulties or not (_eases(edge) or kind[edge.from_] in means):
            yield edge


def _eases(edge: Edge) -> bool:
    return edge.link is not None and edge.link.effect is Effect.DECREASES


@cached_per_theory
def easing_links(theory: TheoryOfChange) -> Mapping[str, tuple[Edge, ...]]:
    """Return, for each difficulty, the links from elements that lower it.

    Interventions are left out: see ``interventions_acting_on``.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     conditions={"hunger": {"title": "Hunger"}, "wages": {"title": "Good wages"}},
    ...     links=[{"from": "wages", "to": "hunger", "effect": "decreases"}],
    ... )
    >>> [edge.from_ for edge in easing_links(theory)["hunger"]]
    ['wages']
    """
    found: dict[str, list[Edge]] = {}
    for edge in edges(theory):
        done = edge.from_ in theory.interventions
        if edge.kind == "causal" and _eases(edge) and edge.to in _difficulties(theory) and not done:
            found.setdefault(edge.to, []).append(edge)
    return {id_: tuple(eased) for id_, eased in found.items()}


@cached_per_theory
def interventions_acting_on(theory: TheoryOfChange) -> Mapping[str, tuple[str, ...]]:
    """Return the interventions that act on each element: they address it, or link to it.

    A link to an unwanted outcome counts as action on it only where the link decreases it.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     conditions={"hunger": {"title": "Hunger"}},
    ...     interventions={"club": {"title": "Breakfast club", "addresses": ["hunger"]}},
    ... )
    >>> dict(interventions_acting_on(theory))
    {'hunger': ('club',)}
    """
    found: dict[str, dict[str, None]] = {}
    unwanted, kind = _unwanted(theory), kinds(theory)
    done = (edge for edge in edges(theory) if kind[edge.from_] == "intervention")
    for edge in done:
        caused = edge.kind == "causal" and (edge.to not in unwanted or _eases(edge))
        if caused or edge.kind == "addresses":
            found.setdefault(edge.to, {})[edge.from_] = None
    return {id_: tuple(ids) for id_, ids in found.items()}


@cached_per_theory
def acted_on_by_wholes(theory: TheoryOfChange) -> frozenset[str]:
    """Return the elements on which a whole with interventions acts, or that are in such a whole.

    Something in the one acts on something in the other: which, nobody stated.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     groups={"mornings": {"title": "Mornings"}},
    ...     conditions={"hunger": {"title": "Hunger"}},
    ...     interventions={"club": {"title": "Breakfast club", "group": "mornings"}},
    ...     links=["mornings -> hunger"],
    ... )
    >>> sorted(acted_on_by_wholes(theory))
    ['hunger']
    """
    found = [edge for edge in whole_edges(theory) if edge.kind == "causal"]
    inside = within_wholes(passing_graph(theory))
    working = downstream(inside, works(theory, inside))
    acting = [edge for edge in found if _is_in(working, edge.from_)]
    reached_by = downstream(inside, (end_node(theory, edge.to) for edge in acting))
    eased = downstream(inside, (end_node(theory, edge.to) for edge in acting if _eases(edge)))
    unwanted = _unwanted(theory)
    kept = (id_ for id_ in reached_by if id_ in eased or id_ not in unwanted)
    return frozenset(kept) & theory.elements.keys()


def _is_in(working: Collection[str], name: str) -> bool:
    return name in working or exit_(name) in working


@cached_per_theory
def actions(theory: TheoryOfChange) -> Mapping[str, Action]:
    """Return, for each difficulty of the theory, where the interventions act.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     conditions={id_: {"title": id_} for id_ in ("rents", "debt", "hunger", "noise")},
    ...     interventions={"club": {"title": "Breakfast club", "addresses": ["debt"]}},
    ...     links=["rents -> debt -> hunger"],
    ... )
    >>> [action.value for action in actions(theory).values()]
    ['symptoms', 'cause', 'source', 'nobody']
    """
    graph = difficulty_graph(theory)
    direct = acted_on(theory)
    eased = _eased_by_action(theory)
    behind = downstream(graph, (*direct, *eased))
    below = upstream(graph, (*direct, *eased))
    return {id_: _action(id_, direct, eased, behind, below) for id_ in _difficulties(theory)}


@cached_per_theory
def _eased_by_action(theory: TheoryOfChange) -> Mapping[str, None]:
    """Return the difficulties lowered by something that interventions lead to.

    If that something is itself a difficulty, acting on it is not known to ease anything.
    """
    graph = passing_graph(theory)
    behind = reached(theory, graph, works(theory, graph))
    difficulties = _difficulties(theory)
    return dict.fromkeys(
        id_
        for id_, found in easing_links(theory).items()
        if any(edge.from_ in behind and edge.from_ not in difficulties for edge in found)
    )


def _action(
    id_: str,
    direct: Collection[str],
    eased: Collection[str],
    behind: Collection[str],
    below: Collection[str],
) -> Action:
    if id_ in direct:
        return Action.CAUSE
    if id_ in eased:
        return Action.EASES
    if id_ in behind:
        return Action.SOURCE
    return Action.SYMPTOMS if id_ in below else Action.NOBODY


@cached_per_theory
def difficulty_graph(theory: TheoryOfChange) -> Graph:
    """Return the links that answer "why?", leaving out those from responses to a difficulty."""
    difficulties = _difficulties(theory)
    return graph_of(theory, (edge for edge in _causes(theory) if edge.from_ in difficulties))


@cached_per_theory
def acted_on_or_eased(theory: TheoryOfChange) -> frozenset[str]:
    """Return the elements that interventions act on, and the difficulties they ease indirectly."""
    return acted_on(theory) | _eased_by_action(theory).keys()


@cached_per_theory
def acted_on(theory: TheoryOfChange) -> frozenset[str]:
    """Return the elements that interventions act on: they address them, or lead to wanted ones."""
    graph = passing_graph(theory)
    behind = reached(theory, graph, works(theory, graph))
    wanted = frozenset(theory.outcomes) - _unwanted(theory).keys()
    acting = frozenset(interventions_acting_on(theory)) | acted_on_by_wholes(theory)
    return acting | (behind.keys() & wanted)
