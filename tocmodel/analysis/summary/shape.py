"""The shape of a theory: loops, the paths to its goals, and what all of them depend on."""

from tocmodel.analysis.components import strong_components
from tocmodel.analysis.dominators import dominators, indispensable
from tocmodel.analysis.goals import aims
from tocmodel.analysis.loops import loops_of
from tocmodel.analysis.reach import downstream
from tocmodel.analysis.summary.parts import NAMED, Measure, share
from tocmodel.analysis.ways import longest_way, shortest_way
from tocmodel.graph import Graph, causal_graph, forward_graph
from tocmodel.model import TheoryOfChange


def loops(theory: TheoryOfChange) -> Measure:
    """Count all loops that pass no element twice, by what each does to a change.

    A *reinforcing* loop strengthens it, a *balancing* loop dampens it: an even number of links
    that decrease their effect cancels out (J. Sterman, *Business Dynamics*, 2000). One is
    *undetermined* where a link does not say whether it increases or decreases its effect, or where
    links between the same two elements differ in that. The shortest are named. Where there are
    too many to count, the number is "at least".
    """
    found = loops_of(causal_graph(theory))
    signs = {sign.value: number for sign, number in found.signs.items() if number}
    named = [" -> ".join((*loop.elements, loop.elements[0])) for loop in found[:NAMED]]
    return Measure(
        value=len(found),
        parts=signs,
        about=tuple(named),
        more=max(len(found) - NAMED, 0),
        at_least=not found.complete,
    )


def goals_reached(theory: TheoryOfChange) -> Measure:
    """Count the goals that some intervention leads to; those that none leads to are named.

    Goals are the wanted outcomes of the long term, and impacts; where there is none, those that
    lead to no further outcome. Feedback is not followed.
    """
    wanted = aims(theory)
    reached = downstream(forward_graph(theory), theory.interventions)
    missed = [id_ for id_ in wanted if id_ not in reached]
    return share((id_ for id_ in wanted if id_ in reached), len(wanted), name=missed)


def shortest_pathway(theory: TheoryOfChange) -> Measure:
    """Count the links in the shortest way from an intervention to a goal, and name its elements."""
    return _way(shortest_way(forward_graph(theory), tuple(theory.interventions), aims(theory)))


def longest_pathway(theory: TheoryOfChange) -> Measure:
    """Count the links in the longest way from an intervention to a goal, and name its elements.

    Of elements that lead to each other in a circle one is named, and counted.
    """
    return _way(longest_way(forward_graph(theory), tuple(theory.interventions), aims(theory)))


def _way(path: tuple[str, ...]) -> Measure:
    if not path:
        return Measure(value=None)
    return Measure(value=len(path) - 1, about=path[:NAMED], more=max(len(path) - NAMED, 0))


def outcomes_on_one(theory: TheoryOfChange) -> Measure:
    """Count the outcomes that depend on one intervention, of those that any leads to.

    New-generation zones rest on several interventions in combination (Kerr and Dyson 2014): where
    every path to an outcome passes the same intervention, nothing can replace it. A path
    begins with an intervention that no other leads to by a link, so that a strategy and an
    activity that is reached only through it count once. Interventions of one group count each by
    itself. Feedback is not followed.
    """
    graph = forward_graph(theory)
    above = dominators(graph, _first_interventions(theory, graph))
    passed: dict[str, bool] = {}  # whether every way to it passes an intervention, itself included
    for id_, nearest in above.items():
        passed[id_] = id_ in theory.interventions or passed.get(nearest, False)
    reached = [id_ for id_ in theory.outcomes if id_ in above]
    single = [id_ for id_ in reached if passed[id_]]
    return share(single, len(reached), name=single)


def _first_interventions(theory: TheoryOfChange, graph: Graph) -> list[str]:
    """Return the interventions that no other leads to directly, and one of each circle of them."""
    known = theory.interventions
    first = [id_ for id_ in known if known.keys().isdisjoint(graph.predecessors[id_])]
    for component in reversed(strong_components(graph)):
        inside = [id_ for id_ in component if id_ in known]
        before = {item for id_ in inside for item in graph.predecessors[id_] if item in known}
        if inside and before and before <= {*component}:
            first.append(inside[0])
    return first


def links_all_hang_on(theory: TheoryOfChange) -> Measure:
    """Count the links without which some goal can no longer be reached from any intervention.

    These are the claims that matter most: where one of them does not hold, no other way leads to
    that goal. They are named; feedback is not followed. Links between the same two elements count
    as one.
    """
    graph = forward_graph(theory)
    found = indispensable(graph, theory.interventions, aims(theory))
    named = [" -> ".join(pair) for pair in found]
    return share(named, len(graph.edges), name=named)
