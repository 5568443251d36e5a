"""Which links answer "why is it so?", and what acts on the causes that they name.

Complex contextual analysis asks of each poor outcome why it is so, and of each answer why that is
so, until structural causes are reached; then who could act on each (University of Manchester,
2021, *New-generation Children's Zones*, REF impact case study). Not every link answers "why?": what
eases a difficulty, or is done about it, is not a cause of it.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum

from attrs import evolve

from tocmodel.analysis.reach import downstream, upstream
from tocmodel.graph import Edge, Graph, causal_graph, edges, graph_of, kinds
from tocmodel.graph.remembering import remembered
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
    """Say whether an element is a difficulty: a condition, or an outcome that is unwanted."""
    return id_ in _difficulties(theory)


@remembered
def _difficulties(theory: TheoryOfChange) -> Mapping[str, None]:
    return dict.fromkeys((*theory.conditions, *_unwanted(theory)))


@remembered
def _unwanted(theory: TheoryOfChange) -> Mapping[str, None]:
    outcomes = theory.outcomes.values()
    return dict.fromkeys(item.id for item in outcomes if item.valence is Valence.UNWANTED)


@remembered
def why_graph(theory: TheoryOfChange) -> Graph:
    """Return the links that answer "why?", each from an answer to what it explains.

    These are the causal links without the answers to a difficulty; and an intervention is there
    because of the conditions that it addresses.

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

    A link to a difficulty may name what eases it, and not what causes it. An intervention may
    cause harm, which is an unwanted outcome; a condition was there before it.
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


@remembered
def easing(theory: TheoryOfChange) -> Mapping[str, tuple[Edge, ...]]:
    """Return the links that say of each difficulty what lowers it.

    What interventions do about it is another matter: see ``acting``.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     conditions={"hunger": {"title": "Hunger"}, "wages": {"title": "Good wages"}},
    ...     links=[{"from": "wages", "to": "hunger", "effect": "decreases"}],
    ... )
    >>> [edge.from_ for edge in easing(theory)["hunger"]]
    ['wages']
    """
    found: dict[str, list[Edge]] = {}
    for edge in edges(theory):
        done = edge.from_ in theory.interventions
        if edge.kind == "causal" and _eases(edge) and edge.to in _difficulties(theory) and not done:
            found.setdefault(edge.to, []).append(edge)
    return {id_: tuple(eased) for id_, eased in found.items()}


@remembered
def acting(theory: TheoryOfChange) -> Mapping[str, tuple[str, ...]]:
    """Return the interventions that act on each element: they address it, or a link leads to it.

    A link to an unwanted outcome is action on it only where it says that it decreases it.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     conditions={"hunger": {"title": "Hunger"}},
    ...     interventions={"club": {"title": "Breakfast club", "addresses": ["hunger"]}},
    ... )
    >>> dict(acting(theory))
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


@remembered
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


@remembered
def _eased_by_action(theory: TheoryOfChange) -> Mapping[str, None]:
    """Return the difficulties that something lowers to which interventions lead.

    Where that is a difficulty itself, what interventions do to it is not known to ease anything.
    """
    reached = downstream(causal_graph(theory), theory.interventions)
    difficulties = _difficulties(theory)
    return dict.fromkeys(
        id_
        for id_, found in easing(theory).items()
        if any(edge.from_ in reached and edge.from_ not in difficulties for edge in found)
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


@remembered
def difficulty_graph(theory: TheoryOfChange) -> Graph:
    """Return the links that answer "why?", what is done about difficulties left out."""
    difficulties = _difficulties(theory)
    return graph_of(theory, (edge for edge in _causes(theory) if edge.from_ in difficulties))


@remembered
def answered(theory: TheoryOfChange) -> frozenset[str]:
    """Return what interventions act on, and the difficulties that they ease by way of others."""
    return acted_on(theory) | _eased_by_action(theory).keys()


@remembered
def acted_on(theory: TheoryOfChange) -> frozenset[str]:
    """Return what interventions act on: what they address, and any wanted outcome they lead to."""
    reached = downstream(causal_graph(theory), theory.interventions)
    wanted = frozenset(theory.outcomes) - _unwanted(theory).keys()
    return frozenset(acting(theory)) | (reached.keys() & wanted)
