"""The shape of a theory: loops, paths to its goals, and the links that all of these depend on."""

from collections.abc import Mapping
from itertools import pairwise

from tocmodel.analysis.goals import aims
from tocmodel.analysis.loops import LoopSign, loops_of
from tocmodel.analysis.named_loops import named_loops
from tocmodel.analysis.summary.model import NAMED, MeasureValue, share, tally
from tocmodel.graph import Graph, causal_graph, immediate_dominators
from tocmodel.graph.dominators import indispensable_links
from tocmodel.graph.passing import (
    exit_,
    name_of_node,
    named_steps,
    passing_forward_graph,
    reached,
    without_wholes,
    works,
)
from tocmodel.graph.paths import longest_path, shortest_path
from tocmodel.graph.relations import whole_edges
from tocmodel.model import TheoryOfChange


def loops(theory: TheoryOfChange) -> MeasureValue:
    """Count all loops that pass through no element twice, by their effect on a change.

    A *reinforcing* loop strengthens it, a *balancing* loop dampens it: an even number of links that
    decrease their effect cancels out (J. Sterman, *Business Dynamics*, 2000). A loop is
    *undetermined* if a link does not state whether it increases or decreases its effect, if this is
    disputed, or if links between the same two elements differ. A mutual link is a loop of two, and
    an association is never part of a loop. The shortest are named. Where there are too many to
    count, the number is "at least".
    """
    found = loops_of(causal_graph(theory))
    signs = {sign.value: number for sign, number in found.signs.items() if number}
    named = [" -> ".join((*loop.elements, loop.elements[0])) for loop in found[:NAMED]]
    return MeasureValue(
        value=len(found),
        parts=signs,
        about=tuple(named),
        more=max(len(found) - NAMED, 0),
        at_least=not found.complete,
    )


def named_loop_signs(theory: TheoryOfChange) -> MeasureValue:
    """Count the loops that have a name, by what their links make them.

    A loop that its links do not close is *not closed*. If its links contradict what is claimed of
    it, the loop is also counted as *not as claimed*. All are named, with their elements.
    """
    found = named_loops(theory)
    signs = tally((str(loop.sign or "not closed") for loop in found), map(str, LoopSign))
    wrong = sum(loop.contradicted for loop in found)
    return MeasureValue(
        value=len(found) or None,
        parts={**signs, "not as claimed": wrong} if wrong else signs,
        about=tuple(loop.loop.id for loop in found[:NAMED]),
        more=max(len(found) - NAMED, 0),
    )


def goals_reached(theory: TheoryOfChange) -> MeasureValue:
    """Count the goals that an intervention leads to; the others are named.

    Goals are wanted long-term outcomes and impacts; where there are none, wanted outcomes that lead
    to no further outcome. Feedback is not followed.
    """
    wanted = aims(theory)
    graph = passing_forward_graph(theory)
    found = reached(theory, graph, works(theory, graph))
    missed = [id_ for id_ in wanted if id_ not in found]
    return share((id_ for id_ in wanted if id_ in found), len(wanted), name=missed)


def shortest_pathway(theory: TheoryOfChange) -> MeasureValue:
    """Count the links in the shortest path from an intervention to a goal, and name its steps."""
    graph = passing_forward_graph(theory)
    path = shortest_path(graph, theory.interventions, _ends(theory, graph))
    return _path_length(graph, path)


def longest_pathway(theory: TheoryOfChange) -> MeasureValue:
    """Count the links in the longest path from an intervention to a goal, and name its elements.

    Elements that lead to each other in a circle count as one, and one of them is named.
    """
    graph = passing_forward_graph(theory)
    path = longest_path(graph, tuple(theory.interventions), _ends(theory, graph))
    return _path_length(graph, path)


def _ends(theory: TheoryOfChange, graph: Graph) -> tuple[str, ...]:
    """Return the nodes at which a goal is reached: itself, or its exit where it has parts."""
    wanted = aims(theory)
    return (*wanted, *(exit_(id_) for id_ in wanted if exit_(id_) in graph.successors))


def _path_length(graph: Graph, path: tuple[str, ...]) -> MeasureValue:
    if not path:
        return MeasureValue(value=None)
    steps = named_steps(graph, path)
    links = sum(pair in graph.edges for pair in pairwise(path))
    return MeasureValue(value=links, about=steps[:NAMED], more=max(len(steps) - NAMED, 0))


def outcomes_on_one(theory: TheoryOfChange) -> MeasureValue:
    """Count the outcomes that depend on one intervention, of those that any of them leads to.

    New-generation zones rest on several interventions in combination (Kerr and Dyson 2014): where
    every path to an outcome passes through the same intervention, nothing can replace it. A path
    begins with an intervention that no other intervention links to, so a strategy and an activity
    reached only through it count once. An intervention and its parts count as one, interventions in
    one group separately. Feedback is not followed.
    """
    graph = passing_forward_graph(theory)
    above = immediate_dominators(graph, _first_interventions(theory, graph))
    passed: dict[str, bool] = {}  # whether every path to it passes an intervention, itself included
    for id_, nearest in above.items():
        passed[id_] = name_of_node(id_) in theory.interventions or passed.get(nearest, False)
    nodes = {id_: _end_of(graph, id_, above) for id_ in theory.outcomes}
    led_to = [id_ for id_, node in nodes.items() if node in above]
    single = [id_ for id_ in led_to if passed[nodes[id_]]]
    return share(single, len(led_to), name=single)


def _end_of(graph: Graph, id_: str, above: Mapping[str, str]) -> str:
    """Return the node at which an outcome is reached: an outcome with parts, where any part is."""
    whole = exit_(id_)
    return whole if whole in graph.successors and whole in above else id_


def _first_interventions(theory: TheoryOfChange, graph: Graph) -> list[str]:
    """Return the interventions that no other leads to directly, and one from each circle.

    Work in an included theory that nobody described starts there too.
    """
    known = theory.interventions
    before_each = {id_: [*map(name_of_node, graph.predecessors[id_])] for id_ in known}
    first = [id_ for id_ in known if known.keys().isdisjoint(before_each[id_])]
    for component in reversed(graph.components):
        inside = [id_ for id_ in component if id_ in known]
        before = {item for id_ in inside for item in before_each[id_] if item in known}
        if inside and before and before <= {*component}:
            first.append(inside[0])
    return [*first, *(node for node in works(theory, graph) if node not in known)]


def links_a_goal_depends_on(theory: TheoryOfChange) -> MeasureValue:
    """Count the links without which some goal can no longer be reached from any intervention.

    These are the claims that matter most: if one of them does not hold, no other path leads to that
    goal. They are named; feedback is not followed. Links between the same two elements count as
    one.
    """
    graph = passing_forward_graph(theory)
    found = indispensable_links(graph, works(theory, graph), _ends(theory, graph))
    named = [" -> ".join(map(name_of_node, pair)) for pair in found if pair in graph.edges]
    return share(named, len(graph.edges), name=named)


def outcomes_through_wholes(theory: TheoryOfChange) -> MeasureValue:
    """Count the outcomes that interventions lead to only through a whole, and name them.

    A link from or to a group, an included theory or a section claims that something in the one
    leads to something in the other. What rests on such a link alone may rest on any of the
    interventions in the whole, or on one that nobody described: the theory does not state which.
    Feedback is not followed.
    """
    if not any(edge.kind == "causal" for edge in whole_edges(theory)):
        return MeasureValue(value=None)
    graph = passing_forward_graph(theory)
    every = reached(theory, graph, works(theory, graph))
    led_to = [id_ for id_ in theory.outcomes if id_ in every]
    direct = reached(theory, without_wholes(theory, graph), theory.interventions)
    resting = [id_ for id_ in led_to if id_ not in direct]
    return share(resting, len(led_to), name=resting)
