"""Which links everything must pass: those without which something can no longer be reached."""

from collections.abc import Iterable, Mapping

from tocmodel.graph import Graph, Pair

_ROOT = ""
"""Stands before all starts; no element has this id."""


def indispensable(graph: Graph, starts: Iterable[str], ends: Iterable[str]) -> tuple[Pair, ...]:
    """Return the links without which some end can no longer be reached from any start.

    Ends that no start leads to are left aside. A link is indispensable when its effect dominates
    an end (every way to the end passes it) and every other way into that effect comes from behind
    it.

    >>> from tocmodel.graph import causal_graph
    >>> from tocmodel.model import TheoryOfChange
    >>> outcomes = {id_: {"title": id_} for id_ in "abcde"}
    >>> links = ["a -> b -> d -> e", "a -> c -> d"]
    >>> theory = TheoryOfChange(title="Example", outcomes=outcomes, links=links)
    >>> indispensable(causal_graph(theory), ["a"], ["e"])
    (('d', 'e'),)
    """
    roots = dict.fromkeys(starts)
    above = dominators(graph, roots)
    number = {id_: place for place, id_ in enumerate(above)}
    passed: set[str] = set()
    for end in ends:
        id_ = end
        while id_ in above and id_ not in passed:
            passed.add(id_)
            id_ = above[id_]
    found = []
    for id_ in graph.nodes:
        if id_ in passed and id_ not in roots:
            causes = [item for item in graph.predecessors[id_] if item in above]
            outside = [
                item
                for item in causes
                if number[item] < number[id_] or not _is_below(above, item, id_)
            ]
            if len(outside) == 1:
                found.append((outside[0], id_))
    return tuple(found)


def dominators(graph: Graph, starts: Iterable[str]) -> dict[str, str]:
    """Return, for each element that the starts lead to, the last one that every way to it passes.

    Where there is none it is empty: so for the starts themselves. What dominates stands before
    what it dominates. (K. Cooper, T. Harvey and K.
    Kennedy, "A simple, fast dominance algorithm", 2001.)
    """
    roots = dict.fromkeys(starts)
    order = _causes_first(graph, roots)
    number = {id_: place for place, id_ in enumerate((_ROOT, *order))}
    found: dict[str, str] = dict.fromkeys(roots, _ROOT)
    changed = True
    while changed:
        changed = False
        for id_ in order:
            if id_ in roots:
                continue
            known = [item for item in graph.predecessors[id_] if item in found]
            nearest = known[0]
            for item in known[1:]:
                nearest = _common(found, number, nearest, item)
            if found.get(id_) != nearest:
                found[id_] = nearest
                changed = True
    return found


def _common(above: Mapping[str, str], number: Mapping[str, int], one: str, other: str) -> str:
    while one != other:
        if number[one] > number[other]:
            one = above[one]
        else:
            other = above[other]
    return one


def _causes_first(graph: Graph, roots: Iterable[str]) -> list[str]:
    """Return what the roots lead to in reverse postorder: causes first where nothing loops."""
    seen: set[str] = set()
    after: list[str] = []
    for root in roots:
        if root in seen:
            continue
        seen.add(root)
        walk = [(root, iter(graph.successors[root]))]
        while walk:
            id_, left = walk[-1]
            for step in left:
                if step not in seen:
                    seen.add(step)
                    walk.append((step, iter(graph.successors[step])))
                    break
            else:
                after.append(id_)
                walk.pop()
    return after[::-1]


def _is_below(above: Mapping[str, str], id_: str, top: str) -> bool:
    """Say whether every way to an element passes another; an element lies below itself."""
    while id_ != _ROOT:
        if id_ == top:
            return True
        id_ = above[id_]
    return False
