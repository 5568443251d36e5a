"""Graphs that pass through wholes: groups, included theories, sections, and elements with parts.

"Something in X leads to something in Y" is no link between two elements, yet it carries on from
everything in X to everything in Y. So a whole has two nodes of its own beside the elements: its
entry, ``-> school``, leads to each member, and each member leads to its exit, ``school ->``. Links
to the whole end at the entry and links from it start at the exit, so members of one whole do not
lead to one another. An element with parts is its own entry, and has an exit.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import evolve

from tocmodel.graph.adjacency import Graph, causal_graph, forward_graph
from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.graph.reach import downstream, upstream
from tocmodel.graph.relations import Edge, whole_edges
from tocmodel.graph.wholes import groups_inside, inner_groups, members, parts
from tocmodel.model import TheoryOfChange

Divided = Mapping[str, tuple[str, ...]]
"""The elements with parts, and the parts of each."""


def entry(name: str) -> str:
    """Return the node at which links to a whole end."""
    return f"-> {name}"


def exit_(name: str) -> str:
    """Return the node at which links from a whole, or from an element with parts, start."""
    return f"{name} ->"


def name_of_node(node: str) -> str:
    """Return the id of an element, or the name of a whole.

    >>> name_of_node("-> school"), name_of_node("school ->"), name_of_node("fed")
    ('school', 'school', 'fed')
    """
    return node.removeprefix("-> ").removesuffix(" ->")


def named_steps(graph: Graph, path: Sequence[str]) -> tuple[str, ...]:
    """Return the elements and wholes at the ends of the links on a path, each once.

    A member through which the path only passes a whole is left out: which one it is, the links do
    not state.
    """
    ends = {end for pair in pairwise(path) if pair in graph.edges for end in pair}
    kept = (node for node in path if node in ends or node in (path[0], path[-1]))
    return tuple(dict.fromkeys(map(name_of_node, kept)))


@cached_per_theory
def passing_graph(theory: TheoryOfChange) -> Graph:
    """Return the causal links, feedback included, as a graph that passes through wholes.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     groups={"mornings": {"title": "Mornings"}},
    ...     interventions={"club": {"title": "Breakfast club", "group": "mornings"}},
    ...     outcomes={"fed": {"title": "Children are not hungry"}},
    ...     links=["mornings -> fed"],
    ... )
    >>> sorted(downstream(passing_graph(theory), ["club"]))
    ['club', 'fed', 'mornings ->']
    """
    return _passing(theory, causal_graph(theory), _causal(theory), parts(theory))


@cached_per_theory
def passing_forward_graph(theory: TheoryOfChange) -> Graph:
    """Return the same graph without the links marked as feedback."""
    return _passing(theory, forward_graph(theory), _forward(theory), parts(theory))


@cached_per_theory
def forward_graph_between_wholes(theory: TheoryOfChange) -> Graph:
    """Return the same graph, but with parts beside what they are part of, and not inside it."""
    return _passing(theory, forward_graph(theory), _forward(theory), {})


def _forward(theory: TheoryOfChange) -> list[Edge]:
    return [edge for edge in _causal(theory) if not (edge.link and edge.link.feedback)]


def _causal(theory: TheoryOfChange) -> list[Edge]:
    return [edge for edge in whole_edges(theory) if edge.kind == "causal"]


def _passing(theory: TheoryOfChange, direct: Graph, through: list[Edge], divided: Divided) -> Graph:
    if not through and not divided:
        return direct
    joined: dict[tuple[str, str], tuple[Edge, ...]] = {
        (_exit_of(theory, cause, divided), effect): found
        for (cause, effect), found in direct.edges.items()
    }
    for edge in through:
        pair = (_exit_of(theory, edge.from_, divided), end_node(theory, edge.to))
        joined[pair] = (*joined.get(pair, ()), edge)
    steps = dict.fromkeys((*joined, *_inside(theory, through, divided)))
    after: dict[str, list[str]] = {id_: [] for id_ in direct.nodes}
    before: dict[str, list[str]] = {id_: [] for id_ in direct.nodes}
    for start, end in steps:
        after.setdefault(start, []).append(end)
        after.setdefault(end, [])
        before.setdefault(end, []).append(start)
        before.setdefault(start, [])
    return Graph(
        tuple(after),
        {node: tuple(ids) for node, ids in after.items()},
        {node: tuple(ids) for node, ids in before.items()},
        joined,
    )


def _inside(
    theory: TheoryOfChange, through: list[Edge], divided: Divided
) -> Iterator[tuple[str, str]]:
    """Yield the steps from the entry of each whole to its members, and from these to its exit."""
    for larger, inside in divided.items():
        yield larger, exit_(larger)
        for part in inside:
            yield larger, part
            yield _exit_of(theory, part, divided), exit_(larger)
    for outer, inner in _nested(theory, [edge.to for edge in through]):
        yield entry(outer), end_node(theory, inner)
    for outer, inner in _nested(theory, [edge.from_ for edge in through]):
        yield _exit_of(theory, inner, divided), exit_(outer)
    for name in undescribed(theory):
        yield entry(name), exit_(name)


def end_node(theory: TheoryOfChange, name: str) -> str:
    """Return the node at which links to an element or a whole end."""
    return name if name in theory.elements else entry(name)


def _exit_of(theory: TheoryOfChange, name: str, divided: Divided) -> str:
    """Return the node at which links from an element or a whole start."""
    return name if name in theory.elements and name not in divided else exit_(name)


def _nested(theory: TheoryOfChange, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each whole with each group and each element directly in it, down to the last."""
    named = dict.fromkeys(names)
    for name in named:
        if name not in theory.groups:
            yield from ((name, member) for member in members(theory, name))
    groups = groups_inside(theory, named)
    for outer in groups:
        yield from ((outer, inner) for inner in inner_groups(theory).get(outer, ()))
    for id_, element in theory.elements.items():
        if element.group in groups:
            yield element.group, id_


def undescribed(theory: TheoryOfChange) -> tuple[str, ...]:
    """Return the included theories that no file describes: what is in them is not known."""
    return tuple(theory.includes)


def reached(theory: TheoryOfChange, graph: Graph, starts: Iterable[str]) -> dict[str, int]:
    """Return the elements that the starts lead to, through wholes too; see ``downstream``.

    An element with parts is reached where one of its parts is.
    """
    found = downstream(graph, [id_ for id_ in starts if id_ in graph.successors])
    whole = {name_of_node(node): steps for node, steps in found.items() if node.endswith(" ->")}
    known = theory.elements
    return {id_: steps for id_, steps in {**whole, **found}.items() if id_ in known}


def without_wholes(theory: TheoryOfChange, graph: Graph) -> Graph:
    """Return a graph without groups, included theories and sections; elements keep their parts."""
    known = theory.elements
    nodes = tuple(node for node in graph.nodes if name_of_node(node) in known)
    kept = frozenset(nodes)
    return Graph(
        nodes,
        {node: tuple(to for to in graph.successors[node] if to in kept) for node in nodes},
        {node: tuple(to for to in graph.predecessors[node] if to in kept) for node in nodes},
        {pair: found for pair, found in graph.edges.items() if kept.issuperset(pair)},
    )


def works(theory: TheoryOfChange, graph: Graph) -> tuple[str, ...]:
    """Return where work starts: the interventions, and included theories that nobody described."""
    outside = map(exit_, undescribed(theory))
    return (*theory.interventions, *(node for node in outside if node in graph.successors))


@cached_per_theory
def caused(theory: TheoryOfChange) -> frozenset[str]:
    """Return the elements that something leads to; feedback does not count.

    A link to a whole leads to something in it, and a link to a part to something in the element
    that it is part of.
    """
    graph = passing_forward_graph(theory)
    ends = dict.fromkeys(effect for _, effect in graph.edges)
    return frozenset(reached(theory, within_wholes(graph), ends))


@cached_per_theory
def causing(theory: TheoryOfChange) -> frozenset[str]:
    """Return the elements that lead to something, in the same way; feedback counts."""
    graph = passing_graph(theory)
    starts = dict.fromkeys(cause for cause, _ in graph.edges)
    return frozenset(upstream(within_wholes(graph), starts)) & theory.elements.keys()


def within_wholes(graph: Graph) -> Graph:
    """Return the steps inside wholes, without any link."""
    links = graph.edges
    if len(links) == sum(map(len, graph.successors.values())):  # most theories link no wholes
        nothing: dict[str, tuple[str, ...]] = dict.fromkeys(graph.nodes, ())
        return evolve(graph, successors=nothing, predecessors=nothing, edges={})
    return evolve(
        graph,
        successors={
            id_: tuple(to for to in ids if (id_, to) not in links)
            for id_, ids in graph.successors.items()
        },
        predecessors={
            id_: tuple(from_ for from_ in ids if (from_, id_) not in links)
            for id_, ids in graph.predecessors.items()
        },
        edges={},
    )
