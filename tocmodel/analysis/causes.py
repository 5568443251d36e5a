"""Which links answer "why is it so?", and what acts on the causes that they name.

Complex contextual analysis asks of each poor outcome why it is so, and of each answer why that is
so, until structural causes are reached; then who could act on each (University of Manchester,
2021, *New-generation Children's Zones*, REF impact case study). Not every link answers "why?": what
eases a difficulty, or is done about it, is not a cause of it.
"""

from collections.abc import Collection, Iterator, Mapping
from enum import Enum

from attrs import evolve

from tocmodel.analysis.reach import downstream, upstream
from tocmodel.graph import Edge, Graph, causal_graph, edges, graph_of
from tocmodel.graph.remembering import remembered
from tocmodel.model import Effect, Scale, TheoryOfChange, Valence

UPSTREAM = (Scale.STRUCTURAL, Scale.LOCAL_SYSTEM, Scale.COMMUNITY)
"""The scales of a condition that lie upstream of a household and a child."""


class Action(Enum):
    """Where the interventions act, seen from one condition or unwanted outcome.

    On the *cause* itself; only on a *source* behind it; only on *symptoms* that it leads to; or
    *nobody* acts on any of these.
    """

    CAUSE = "cause"
    SOURCE = "source"
    SYMPTOMS = "symptoms"
    NOBODY = "nobody"


def is_difficulty(theory: TheoryOfChange, id_: str) -> bool:
    """Say whether an element is a difficulty: a condition, or an outcome that is unwanted."""
    return id_ in theory.conditions or _is_unwanted(theory, id_)


def _is_unwanted(theory: TheoryOfChange, id_: str) -> bool:
    return id_ in theory.outcomes and theory.outcomes[id_].valence is Valence.UNWANTED


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
    for edge in edges(theory):
        if edge.kind == "addresses":
            yield evolve(edge, from_=edge.to, to=edge.from_)
        elif edge.kind == "causal" and not _is_answer(theory, edge):
            yield edge


def _is_answer(theory: TheoryOfChange, edge: Edge) -> bool:
    """Say whether a link names what eases a difficulty, and not what causes it.

    An intervention may cause harm, which is an unwanted outcome; a condition was there before it.
    """
    if not is_difficulty(theory, edge.to):
        return False
    before = edge.to in theory.conditions and edge.from_ in theory.interventions
    return _eases(edge) or before or edge.from_ in theory.assets or edge.from_ in theory.inputs


def _eases(edge: Edge) -> bool:
    return edge.link is not None and edge.link.effect is Effect.DECREASES


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
    from_interventions = (edge for edge in edges(theory) if edge.from_ in theory.interventions)
    for edge in from_interventions:
        acts = edge.kind == "addresses" or (
            edge.kind == "causal" and (_eases(edge) or not _is_unwanted(theory, edge.to))
        )
        if acts:
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
    behind = downstream(graph, direct)
    below = upstream(graph, direct)
    return {
        id_: _action(id_, direct, behind, below)
        for id_ in theory.elements
        if is_difficulty(theory, id_)
    }


def _action(
    id_: str, direct: Collection[str], behind: Collection[str], below: Collection[str]
) -> Action:
    if id_ in direct:
        return Action.CAUSE
    if id_ in behind:
        return Action.SOURCE
    return Action.SYMPTOMS if id_ in below else Action.NOBODY


@remembered
def difficulty_graph(theory: TheoryOfChange) -> Graph:
    """Return the links that answer "why?", what is done about difficulties left out."""
    return graph_of(
        theory,
        (
            edge
            for edge in _whys(theory)
            if edge.kind == "causal" and is_difficulty(theory, edge.from_)
        ),
    )


@remembered
def acted_on(theory: TheoryOfChange) -> frozenset[str]:
    """Return what interventions act on: what they address, and any wanted outcome they lead to."""
    reached = downstream(causal_graph(theory), theory.interventions)
    wanted = {id_ for id_ in theory.outcomes if not _is_unwanted(theory, id_)}
    return frozenset(acting(theory)) | (reached.keys() & wanted)
