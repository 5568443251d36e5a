"""Value flows: how the links carry value from one cycle to the next.

A *value flow* carries value from cycle to cycle; a short one stays near the learning space, a long
one runs through to effect (E. and B. Wenger-Trayner, *Learning to Make a Difference*, 2020, and
work that uses it for analysis).
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import pairwise

from attrs import field, frozen

from tocmodel.analysis.value.adjacency import attested_successors, value_adjacency
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import Cycle, TheoryOfChange, ValueStatus
from tocmodel.model.editions import FAR
from tocmodel.results import Result
from tocmodel.self_describing import SelfDescribing


class FlowLength(StrEnum):
    """A *long* flow reaches realised, transformative or reframing value; a *short* one does not."""

    SHORT = "short"
    LONG = "long"


@frozen(kw_only=True)
class FlowStep(SelfDescribing):
    """One value on a flow.

    Attributes:
        value, cycle: id of the value, and its cycle.
        status: whether it happened, is planned or hoped for; ``None`` where the file does not state
            it.
        attested: neither it nor the link to it is only inferred, or drafted by a program.
    """

    value: str
    cycle: Cycle
    status: ValueStatus | None
    attested: bool = True


@frozen(kw_only=True)
class Flow(SelfDescribing):
    """One path that carries value.

    Attributes:
        steps: the values along it, first to last.
    """

    steps: tuple[FlowStep, ...]

    @property
    def length(self) -> FlowLength:
        """How far it reaches, hopes and plans included."""
        return _length(self.steps)

    @property
    def happened(self) -> tuple[FlowStep, ...]:
        """The first steps of it that happened and are not only inferred or drafted."""
        broken = (place for place, step in enumerate(self.steps) if not _happened(step))
        return self.steps[: next(broken, len(self.steps))]

    @property
    def is_attested(self) -> bool:
        """Whether no part of it is only inferred or drafted."""
        return all(step.attested for step in self.steps)

    @property
    def status(self) -> ValueStatus | None:
        """The status of its least certain value: happened, planned, hoped, or not stated."""
        return max((step.status for step in self.steps), key=_LEAST_CERTAIN_LAST.index)

    @property
    def length_happened(self) -> FlowLength | None:
        """How far it has reached in fact; ``None`` where not even its first value happened."""
        return _length(self.happened) if self.happened else None


_LEAST_CERTAIN_LAST: tuple[ValueStatus | None, ...] = (*ValueStatus, None)


@frozen(kw_only=True)
class Flows(SelfDescribing, Result):
    """The flows of a theory.

    Attributes:
        theory: the theory that has them.
        flows: in the order of the values in the file; ``is_attested`` shows whether a flow is free
            of anything only inferred or drafted.
        alone: ids of values with nothing carried to or from them.
        truncated: there are more flows than the limit.
    """

    theory: TheoryOfChange | None = field(default=None, eq=False, repr=False)
    flows: tuple[Flow, ...]
    alone: tuple[str, ...] = ()
    truncated: bool = False


def value_flows(theory: TheoryLike, space: str | None = None, *, limit: int = 1000) -> Flows:
    """Return how the links, without feedback, carry value from value to value.

    A link between two values may run through other elements, such as a mechanism. Flows begin at
    values with nothing carried to them.

    Args:
        theory: the theory.
        space: only the flows that begin with a value of this space.
        limit: the most flows to find.

    Raises:
        UnknownIdError: there is no such space; the message names the nearest.

    >>> value = {"a": "potential", "b": "applied", "c": "realized"}
    >>> theory = TheoryOfChange(
    ...     title="A circle",
    ...     value_creation={id_: {"title": id_, "cycle": cycle, "status": "happened"}
    ...                     for id_, cycle in value.items()},
    ...     links=["a -> b -> c"],
    ... )
    >>> [flow] = value_flows(theory).flows
    >>> [step.value for step in flow.steps], flow.length.value
    (['a', 'b', 'c'], 'long')
    """
    theory = as_theory(theory)
    values = theory.value_creation
    if space is not None:
        theory.spaces[space]  # raises for an unknown id, naming the nearest
    before, after = value_adjacency(theory)
    own = [id_ for id_ in values if space is None or values[id_].space == space]
    starts = [id_ for id_ in own if after[id_] and not before[id_]]
    found = [_flow(theory, path) for path in _paths(after, starts, limit + 1)]
    seen = {step.value for flow in found for step in flow.steps}
    # Where links run in a circle and none is marked as feedback, no value comes first.
    for id_ in own:
        if after[id_] and id_ not in seen and len(found) <= limit:
            more = [_flow(theory, path) for path in _paths(after, [id_], limit + 1 - len(found))]
            found += more
            seen.update(step.value for flow in more for step in flow.steps)
    alone = tuple(id_ for id_ in own if not before[id_] and not after[id_])
    return Flows(
        theory=theory, flows=tuple(found[:limit]), alone=alone, truncated=len(found) > limit
    )


def _paths(
    after: Mapping[str, tuple[str, ...]], starts: list[str], limit: int
) -> Iterator[tuple[str, ...]]:
    """Walk depth first, no value twice on a path; each end reached makes a path."""
    left = limit
    for start in starts:
        path = {start: None}
        walk = [iter(after[start])]
        grew = True
        while walk and left > 0:
            step = next(walk[-1], None)
            if step is not None:
                if step not in path:
                    path[step] = None
                    walk.append(iter(after[step]))
                    grew = True
                continue
            if grew and len(path) > 1:
                yield tuple(path)
                left -= 1
            grew = False
            walk.pop()
            path.popitem()


def _flow(theory: TheoryOfChange, path: tuple[str, ...]) -> Flow:
    after = attested_successors(theory)
    values = [theory.value_creation[id_] for id_ in path]
    attested = [values[0].standing.is_attested, *(to in after[id_] for id_, to in pairwise(path))]
    return Flow(
        steps=tuple(
            FlowStep(value=value.id, cycle=value.cycle, status=value.status, attested=known)
            for value, known in zip(values, attested, strict=True)
        )
    )


def _happened(step: FlowStep) -> bool:
    return step.attested and step.status is ValueStatus.HAPPENED


def _length(steps: tuple[FlowStep, ...]) -> FlowLength:
    return FlowLength.LONG if any(step.cycle in FAR for step in steps) else FlowLength.SHORT
