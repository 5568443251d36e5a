"""Elements that all lead to one another."""

from collections.abc import Mapping


def strong_components(
    nodes: tuple[str, ...], successors: Mapping[str, tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """Return the sets of elements that all lead to one another, effects before causes.

    An element on no loop is a set by itself. (R. Tarjan, "Depth-first search and linear graph
    algorithms", 1972, without recursion, so it can follow the longest chain.)
    """
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    waiting: dict[str, None] = {}
    found: list[tuple[str, ...]] = []
    for root in nodes:
        if root in number:
            continue
        number[root] = lowest[root] = len(number)
        waiting[root] = None
        walk = [(root, iter(successors[root]))]
        while walk:
            id_, left = walk[-1]
            for step in left:
                if step not in number:
                    number[step] = lowest[step] = len(number)
                    waiting[step] = None
                    walk.append((step, iter(successors[step])))
                    break
                if step in waiting:
                    lowest[id_] = min(lowest[id_], number[step])
            else:
                walk.pop()
                if walk:
                    cause = walk[-1][0]
                    lowest[cause] = min(lowest[cause], lowest[id_])
                if lowest[id_] == number[id_]:
                    found.append(_take(waiting, id_))
    return tuple(found)


def _take(waiting: dict[str, None], until: str) -> tuple[str, ...]:
    taken: list[str] = []
    while not taken or taken[-1] != until:
        taken.append(waiting.popitem()[0])
    return tuple(reversed(taken))
