"""Value flows: how value is carried from one cycle to the next along the links.

A *value flow* carries value from cycle to cycle; a short one stays near the learning space, a
long one runs through to effect (E. and B. Wenger-Trayner, *Learning to Make a Difference*, 2020,
and work that uses it as a means of analysis).
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import pairwise

from tocmodel.analysis.value.carrying import carried, carried_as_told
from tocmodel.analysis.value.cycles import FAR
from tocmodel.loading import TheoryLike, as_theory
from tocmodel.model import Cycle, TheoryOfChange, ValueStatus
from tocmodel.results import Result
from tocmodel.values import field, frozen


class FlowLength(StrEnum):
    """A *long* flow reaches realised, transformative or reframing value; a *short* one does not."""

    SHORT = "short"
    LONG = "long"


@frozen(kw_only=True)
class FlowStep:
    """One value on a flow.

    Attributes:
        value, cycle: which value.
        status: whether it happened, is planned or hoped for; ``None`` where the file does not say.
        told: neither it nor what carried value to it is only inferred, or drafted by a program.
    """

    value: str
    cycle: Cycle
    status: ValueStatus | None
    told: bool = True


@frozen(kw_only=True)
class Flow:
    """One way along which value is carried.

    Attributes:
        steps: what it is carried through, first to last.
    """

    steps: tuple[FlowStep, ...]

    @property
    def length(self) -> FlowLength:
        """How far it reaches, hopes and plans included."""
        return _length(self.steps)

    @property
    def happened(self) -> tuple[FlowStep, ...]:
        """The first part of it that happened and is not only inferred or drafted."""
        broken = (place for place, step in enumerate(self.steps) if not _happened(step))
        return self.steps[: next(broken, len(self.steps))]

    @property
    def is_told(self) -> bool:
        """Whether no part of it is only inferred or drafted."""
        return all(step.told for step in self.steps)

    @property
    def status(self) -> ValueStatus | None:
        """The status of its least certain value: happened, planned, hoped, or not said."""
        return max((step.status for step in self.steps), key=_LEAST_CERTAIN_LAST.index)

    @property
    def length_happened(self) -> FlowLength | None:
        """How far it has reached in fact; ``None`` where not even its first value happened."""
        return _length(self.happened) if self.happened else None


_LEAST_CERTAIN_LAST: tuple[ValueStatus | None, ...] = (*ValueStatus, None)


@frozen(kw_only=True)
class Flows(Result):
    """The flows of a theory.

    Attributes:
        theory: the theory that has them.
        flows: in the order of the values in the file; ``is_told`` of each says whether it runs
            through nothing that is only inferred or drafted.
        alone: ids of values that nothing carries on and that nothing was carried to.
        truncated: there are more flows than were asked for.
    """

    theory: TheoryOfChange | None = field(default=None, eq=False, repr=False)
    flows: tuple[Flow, ...]
    alone: tuple[str, ...] = ()
    truncated: bool = False


def value_flows(theory: TheoryLike, space: str | None = None, *, limit: int = 1000) -> Flows:
    """Return how value is carried from value to value along links, feedback left out.

    A link between two values may run through other elements, such as a mechanism. Flows begin at
    values to which nothing was carried.

    Args:
        theory: the theory.
        space: only the flows that begin with value of this space.
        limit: how many flows to find at most.

    Raises:
        KeyError: there is no such space; the message names the nearest.

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
        theory.spaces[space]  # an unknown id is said with the nearest
    before, after = carried(theory)
    own = [id_ for id_ in values if space is None or values[id_].space == space]
    starts = [id_ for id_ in own if after[id_] and not before[id_]]
    found = [_flow(theory, path) for path in _paths(after, starts, limit + 1)]
    seen = {step.value for flow in found for step in flow.steps}
    # Where links run in a circle that nobody marked as feedback, no value comes first.
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
    """Walk depth first, no value twice on a path; each end that is met is a path."""
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
    after = carried_as_told(theory)
    values = [theory.value_creation[id_] for id_ in path]
    told = [values[0].standing.is_told, *(to in after[id_] for id_, to in pairwise(path))]
    return Flow(
        steps=tuple(
            FlowStep(value=value.id, cycle=value.cycle, status=value.status, told=known)
            for value, known in zip(values, told, strict=True)
        )
    )


def _happened(step: FlowStep) -> bool:
    return step.told and step.status is ValueStatus.HAPPENED


def _length(steps: tuple[FlowStep, ...]) -> FlowLength:
    return FlowLength.LONG if any(step.cycle in FAR for step in steps) else FlowLength.SHORT
