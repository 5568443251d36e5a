"""What a view reaches from some elements along connectors, through wholes too.

A connector to a whole leads to everything in it, and everything in a whole leads on from it; the
step into a whole or out of it is no step of its own.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import frozen

from tocmodel.diagram.connectors import Connector
from tocmodel.diagram.whole_connectors import members_or_itself, whole_connectors
from tocmodel.graph.passing import entry, exit_
from tocmodel.model import TheoryOfChange

Neighbours = Mapping[str, list[str]]


@frozen
class Steps:
    """The steps between elements, each way, and those into and out of wholes.

    Attributes:
        theory: the theory.
        forth, back: along connectors without feedback.
        onwards, backwards: within wholes: from its entry to each member, from these to its exit.
    """

    theory: TheoryOfChange
    forth: Neighbours
    back: Neighbours
    onwards: Neighbours
    backwards: Neighbours

    @classmethod
    def of(
        cls, theory: TheoryOfChange, shown: Collection[str], found: Iterable[Connector]
    ) -> "Steps":
        """Return the steps along the connectors between shown elements, and those of wholes."""
        pairs = [pair for one in found for pair in _ways(one)]
        inside: list[tuple[str, str]] = []
        boxes = frozenset(shown)
        for one in whole_connectors(theory, shown, {}):
            if one.feedback or one.kind == "associated":
                continue
            start = exit_(one.from_) if one.from_whole else one.from_
            end = entry(one.to) if one.to_whole else one.to
            pairs.append((start, end))
            inside += [(id_, start) for id_ in members_or_itself(theory, one.from_) & boxes]
            inside += [(end, id_) for id_ in members_or_itself(theory, one.to) & boxes]
        inside += [(entry(id_), exit_(id_)) for id_ in theory.includes]
        return cls(theory, _after(pairs), _before(pairs), _after(inside), _before(inside))

    def starting_at(self, name: str) -> frozenset[str]:
        """Return where to start for an element or a whole: at what is in it, or at its edges."""
        return members_or_itself(self.theory, name) | {name, entry(name), exit_(name)}

    def after(self, starts: Iterable[str], steps: int | None) -> frozenset[str]:
        """Return some elements and those reached from them."""
        return _within(self.forth, self.onwards, starts, steps)

    def before(self, starts: Iterable[str], steps: int | None) -> frozenset[str]:
        """Return some elements and those that lead to them."""
        return _within(self.back, self.backwards, starts, steps)


def _ways(one: Connector) -> Iterator[tuple[str, str]]:
    """Yield the steps along a connector: both of a mutual one; an association is no step."""
    if not one.feedback and one.kind != "associated":
        yield one.from_, one.to
        if one.kind == "mutual":
            yield one.to, one.from_


def _after(pairs: Iterable[tuple[str, str]]) -> Neighbours:
    found: dict[str, list[str]] = {}
    for start, end in pairs:
        found.setdefault(start, []).append(end)
    return found


def _before(pairs: Iterable[tuple[str, str]]) -> Neighbours:
    return _after((end, start) for start, end in pairs)


def _within(
    neighbours: Neighbours, inside: Neighbours, starts: Iterable[str], steps: int | None
) -> frozenset[str]:
    found = frozenset(_closed(starts, inside))
    frontier = found
    while frontier and (steps is None or steps > 0):
        ahead = {item for id_ in frontier for item in neighbours.get(id_, ())}
        frontier = _closed(ahead - found, inside) - found
        found |= frontier
        steps = None if steps is None else steps - 1
    return found


def _closed(starts: Iterable[str], inside: Neighbours) -> frozenset[str]:
    """Return some nodes, and those inside the same wholes that they lead to."""
    found = set(starts)
    left = list(found)
    while left:
        ahead = [item for item in inside.get(left.pop(), ()) if item not in found]
        found.update(ahead)
        left += ahead
    return frozenset(found)
