"""The plan of a learning space, cycle by cycle: what is hoped for, and what stands in the way.

After the planning use of the value-creation framework (E. and B. Wenger-Trayner 2020, *Learning to
Make a Difference*): for each cycle an aspiration, conditions, and risks with their mitigation.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.model.choices import Cycle
from tocmodel.model.from_mapping import make
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class CyclePlan(SelfDescribing):
    """The plan of a space for one cycle.

    Attributes:
        aspiration: what its members hope for.
        condition: what must be in place for it.
        risk: what may go wrong.
        mitigation: the answer to the risk.
        sign: how people will know that it has come about.
        owner: id of the partner who looks after it.
    """

    aspiration: str = ""
    condition: str = ""
    risk: str = ""
    mitigation: str = ""
    sign: str = ""
    owner: str = ""


def _cycle_plan(value: CyclePlan | Mapping[str, Any] | None) -> CyclePlan | None:
    return make(CyclePlan, value, "the plan") if isinstance(value, Mapping) else value


@frozen(kw_only=True)
class SpacePlan(SelfDescribing):
    """The plan of a space: a plan for each cycle that it has one for, otherwise ``None``.

    Attributes:
        enabling: for the support that makes the learning possible.
        strategic: for the backing of those who matter.
        immediate: for the activity itself.
        potential: for what it leaves behind.
        applied: for its use in practice.
        realized: for the difference that its use makes.
        reframing: for a new idea of success.
        transformative: for wider change.
        orienting: for a sense of the wider landscape.
    """

    enabling: CyclePlan | None = field(default=None, converter=_cycle_plan)
    strategic: CyclePlan | None = field(default=None, converter=_cycle_plan)
    immediate: CyclePlan | None = field(default=None, converter=_cycle_plan)
    potential: CyclePlan | None = field(default=None, converter=_cycle_plan)
    applied: CyclePlan | None = field(default=None, converter=_cycle_plan)
    realized: CyclePlan | None = field(default=None, converter=_cycle_plan)
    reframing: CyclePlan | None = field(default=None, converter=_cycle_plan)
    transformative: CyclePlan | None = field(default=None, converter=_cycle_plan)
    orienting: CyclePlan | None = field(default=None, converter=_cycle_plan)

    def cycles(self) -> Iterator[tuple[Cycle, CyclePlan]]:
        """Yield each cycle that has a plan, with the plan, in the order of the cycles.

        >>> plan = SpacePlan(applied={"aspiration": "parents try it"})
        >>> [cycle.value for cycle, _ in plan.cycles()]
        ['applied']
        """
        for cycle in Cycle:
            found: CyclePlan | None = getattr(self, cycle.value)
            if found is not None:
                yield cycle, found


def space_plan(value: SpacePlan | Mapping[str, Any] | None) -> SpacePlan | None:
    """A plan from its cycles, or as it is."""
    return make(SpacePlan, value, "the plan of the space") if isinstance(value, Mapping) else value
