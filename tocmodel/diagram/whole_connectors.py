"""The connectors that start or end at a whole: a group, an included theory or a section.

They join the frame of a whole, or its box where it is collapsed or nobody described it. They are
never taken apart into connectors between members.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from attrs import evolve, frozen

from tocmodel.analysis.titles import Words
from tocmodel.diagram.connectors import Connector, drawn_edge, merge_parallel
from tocmodel.diagram.sentences import connector_words
from tocmodel.graph.relations import whole_edges
from tocmodel.graph.wholes import ALL, groups_around, members
from tocmodel.model import TheoryOfChange
from tocmodel.wording import say

_MANY = 3
"""From this many inputs, all for the same work, one connector from their section replaces them."""


def whole_connectors(
    theory: TheoryOfChange, shown: Collection[str], inside: Mapping[str, str]
) -> tuple[Connector, ...]:
    """Return the connectors that a whole is an end of, as far as both ends may be in a picture.

    Args:
        theory: the theory.
        shown: ids of the elements shown.
        inside: for a member of a collapsed group, that group.
    """
    boxes = frozenset(shown)
    found = (item for edge in whole_edges(theory) for item in drawn_edge(edge, boxes))
    named = (_named(theory, connector) for connector in found)
    known = [one for one in named if all(_may_be_drawn(theory, shown, end) for end in _ends(one))]
    moved = (
        evolve(one, from_=inside.get(one.from_, one.from_), to=inside.get(one.to, one.to))
        for one in _of_sections(theory, shown, known)
    )
    return merge_parallel(moved)


def _named(theory: TheoryOfChange, connector: Connector) -> Connector:
    known = theory.elements
    from_, to = (_section_of_all(end) for end in _ends(connector))
    return evolve(
        connector, from_=from_, to=to, from_whole=from_ not in known, to_whole=to not in known
    )


def _section_of_all(name: str) -> str:
    scope, slash, word = name.rpartition("/")
    return f"{scope}{slash}interventions" if word == ALL else name


def _ends(connector: Connector) -> tuple[str, str]:
    return connector.from_, connector.to


def _may_be_drawn(theory: TheoryOfChange, shown: Collection[str], end: str) -> bool:
    """Whether an element is shown, or something in a whole; nothing is known of what is in some."""
    return end in theory.includes or not members_or_itself(theory, end).isdisjoint(shown)


def members_or_itself(theory: TheoryOfChange, name: str) -> frozenset[str]:
    """Return the elements in a whole; an element, or a theory that nobody described, itself."""
    return frozenset(members(theory, name) or (name,))


def _of_sections(
    theory: TheoryOfChange, shown: Collection[str], found: Iterable[Connector]
) -> Iterator[Connector]:
    """Yield the connectors; one from the inputs as a whole where all of them are for the same."""
    every = list(found)
    inputs = {id_ for id_ in theory.inputs if id_ in shown}
    used_by: dict[str, set[str]] = {}
    for one in every:
        if one.kind == "uses" and one.to_whole:
            used_by.setdefault(one.to, set()).add(one.from_)
    shared = {to for to, ids in used_by.items() if len(ids) >= _MANY and ids == inputs}
    for one in every:
        all_inputs = one.kind == "uses" and one.to in shared
        yield evolve(one, from_="inputs", from_whole=True) if all_inputs else one


@frozen(kw_only=True)
class Places:
    """Where connectors may start and end: the boxes, and the frames around them.

    Attributes:
        theory: the theory.
        boxes: ids of the boxes.
        frames: for each box and each frame, the frames around it.
    """

    theory: TheoryOfChange
    boxes: Collection[str]
    frames: Mapping[str, tuple[str, ...]]

    def of(self, name: str) -> str:
        """Return the box or frame of an element or a whole; empty where it has none."""
        if name in self.frames:
            return name
        if name in self.theory.groups:
            outer = groups_around(self.theory, self.theory.groups[name].group)
            return next((group for group in outer if group in self.boxes), "")
        return ""

    def are_nested(self, one: str, other: str) -> bool:
        """Whether one of two boxes or frames is in the other, or both are the same."""
        around, beyond = self.frames.get(one, ()), self.frames.get(other, ())
        return one == other or one in beyond or other in around


def placed(
    found: Iterable[Connector], places: Places
) -> tuple[tuple[Connector, ...], tuple[Connector, ...]]:
    """Return the connectors with a place for both ends, and those that cannot be drawn."""
    drawn, left = [], []
    for connector in found:
        from_, to = places.of(connector.from_), places.of(connector.to)
        if from_ and to and not places.are_nested(from_, to):
            drawn.append(evolve(connector, from_=from_, to=to))
        elif from_ != to or not from_:
            left.append(connector)
    return merge_parallel(drawn), tuple(left)


def remark_on(left: Iterable[Connector], words: Words) -> str:
    """Return the words for connectors that have no frame to start or end at."""
    claims = "; ".join(connector_words(connector, words) for connector in left)
    return say("note-not-drawn", what=claims) if claims else ""
