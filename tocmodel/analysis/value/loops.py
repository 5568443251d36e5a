"""Learning loops: whether results are brought back to the learning space.

In a learning loop, experience from practice comes back to the learning space and changes what
people learn next; feeding it back is *closing* the loop (E. and B. Wenger-Trayner, 2020).
"""

from collections.abc import Container, Mapping

from attrs import frozen

from tocmodel.analysis.value.index import LOOKED_FOR
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.graph import attested_graph, causal_graph, forward_graph
from tocmodel.graph.paths import shortest_path
from tocmodel.graph.reach import upstream
from tocmodel.model import Cycle, TheoryOfChange, ValueCreation, ValueStatus
from tocmodel.model.editions import FAR
from tocmodel.results import Results
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class LearningLoop(SelfDescribing):
    """The loop that a realised, transformative or reframing value could close.

    Attributes:
        value: id of the value.
        cycle: its cycle.
        status: whether the value happened, is planned or hoped for; ``None`` where the file does
            not state it. A loop that starts from a hope is a hope.
        spaces: ids of the spaces it came from: its own, and those of the values that led to it.
        way_back: ids from the value to the space or to an earlier value of it, with nothing only
            inferred or drafted; empty while the loop is open.
        way_read: where the loop is open, a way back that is only inferred or drafted; otherwise
            empty.
    """

    value: str
    cycle: Cycle
    status: ValueStatus | None
    spaces: tuple[str, ...]
    way_back: tuple[str, ...] = ()
    way_read: tuple[str, ...] = ()

    @property
    def is_closed(self) -> bool:
        """Whether there is a way back that is not only inferred or drafted."""
        return bool(self.way_back)


class LearningLoops(Results[LearningLoop]):
    """The learning loops of a theory."""


def learning_loops(theory: TheoryLike, space: str | None = None) -> LearningLoops:
    """Return the learning loop of each realised, transformative and reframing value.

    A loop is closed where links, feedback included, lead from the value to a space it came from, or
    to value that led to it or was created earlier in such a space; a value whose ``reframes`` names
    such a space closes it as well. The cycle *reframing* alone does not: something must lead back.
    A value that happened is not closed through value that is only planned or hoped for, and nothing
    is closed through anything only inferred, or drafted by a program.

    Args:
        theory: the theory.
        space: only the loops of value that came from this space.

    Raises:
        UnknownIdError: there is no such space; the message names the nearest.

    >>> value = {"a": "potential", "b": "realized"}
    >>> theory = TheoryOfChange(
    ...     title="A circle",
    ...     spaces={"circle": {"title": "Reading circle"}},
    ...     value_creation={id_: {"title": id_, "cycle": cycle, "space": "circle"}
    ...                     for id_, cycle in value.items()},
    ...     links=["a -> b", {"from": "b", "to": "a", "feedback": True}],
    ... )
    >>> [(loop.value, loop.is_closed, loop.way_back) for loop in learning_loops(theory)]
    [('b', True, ('b', 'a'))]
    """
    theory = as_theory(theory)
    if space is not None:
        theory.spaces[space]  # raises for an unknown id, naming the nearest
    values = theory.value_creation
    near = {id_: item.space for id_, item in values.items() if item.cycle not in FAR}
    not_yet = frozenset(id_ for id_, item in values.items() if item.status in LOOKED_FOR)
    far = [value for value in values.values() if value.cycle in FAR]
    loops = (_loop(theory, value, near, not_yet) for value in far)
    wanted = (loop for loop in loops if space is None or space in loop.spaces)
    return LearningLoops(wanted, theory)


@frozen(eq=False)
class _ReturnPoints:
    """The elements a value may be brought back to, as a question: a list would be long."""

    value: str
    sources: Container[str]
    spaces: Container[str]
    near: Mapping[str, str]

    def __contains__(self, id_: object) -> bool:
        """Whether an element is a space the value came from, or an earlier value."""
        if id_ in self.spaces or id_ == self.value:
            return id_ in self.spaces
        return id_ in self.sources or self.near.get(str(id_)) in self.spaces


def _loop(
    theory: TheoryOfChange, value: ValueCreation, near: Mapping[str, str], not_yet: Container[str]
) -> LearningLoop:
    """Look for the way back from one value.

    Args:
        theory: the theory.
        value: the value.
        near: the space of each value before those that could close a loop.
        not_yet: the values that are only planned or hoped for: a hope does not bring back a result.
    """
    values = theory.value_creation
    sources = [id_ for id_ in upstream(forward_graph(theory), [value.id]) if id_ in values]
    named = (values[id_].space for id_ in sources)
    spaces = tuple(dict.fromkeys(id_ for id_ in named if id_ in theory.spaces))
    back = _ReturnPoints(value.id, frozenset(sources), frozenset(spaces), near)
    around = () if value.status in LOOKED_FOR else not_yet
    way = shortest_path(causal_graph(theory), [value.id], back, around=around)
    attested = shortest_path(attested_graph(theory), [value.id], back, around=around) if way else ()
    if value.reframes in spaces:
        way = (value.id, value.reframes)
        attested = way if value.standing.is_attested else ()
    return LearningLoop(
        value=value.id,
        cycle=value.cycle,
        status=value.status,
        spaces=spaces,
        way_back=attested,
        way_read=() if attested else way,
    )
