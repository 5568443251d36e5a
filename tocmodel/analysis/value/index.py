"""The story steps and indicators of each value and each cycle."""

from collections.abc import Mapping
from types import MappingProxyType

from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.model import Cycle, Story, TheoryOfChange, ValueStatus
from tocmodel.model.editions import classified

LOOKED_FOR: Mapping[ValueStatus | None, str] = MappingProxyType(
    {ValueStatus.PLANNED: "planned", ValueStatus.HOPED: "hoped for"}
)
"""The words for a status that has not happened yet."""

StepOf = tuple[Story, int]


@cached_per_theory
def steps_by_value(theory: TheoryOfChange) -> Mapping[str, tuple[StepOf, ...]]:
    """Return, for each value, the story steps that name it."""
    found: dict[str, list[StepOf]] = {}
    for story in theory.stories.values():
        for number, step in enumerate(story.steps):
            if step.value in theory.value_creation:
                found.setdefault(step.value, []).append((story, number))
    return {id_: tuple(steps) for id_, steps in found.items()}


@cached_per_theory
def indicators_by_value(theory: TheoryOfChange) -> Mapping[str, tuple[str, ...]]:
    """Return, for each value, the indicators that measure it or that a story cites for it."""
    found: dict[str, dict[str, None]] = {}
    for indicator in theory.indicators.values():
        for id_ in indicator.measures:
            if id_ in theory.value_creation:
                found.setdefault(id_, {})[indicator.id] = None
    for id_, steps in steps_by_value(theory).items():
        cited = (story.steps[number].indicator for story, number in steps)
        found.setdefault(id_, {}).update({item: None for item in cited if item})
    return {id_: tuple(ids) for id_, ids in found.items() if ids}


@cached_per_theory
def indicators_by_cycle(theory: TheoryOfChange) -> Mapping[Cycle, tuple[str, ...]]:
    """Return, for each cycle, the indicators for its values, in the order of the file."""
    cited: dict[str, dict[Cycle, None]] = {}
    for story in theory.stories.values():
        for step in story.steps:
            if step.indicator:
                cited.setdefault(step.indicator, {})[step.cycle] = None
    found: dict[Cycle, list[str]] = {}
    values = theory.value_creation
    for indicator in theory.indicators.values():
        own = [values[id_].cycle for id_ in indicator.measures if id_ in values]
        cycles = dict.fromkeys((*(classified(indicator) or own), *cited.get(indicator.id, ())))
        for cycle in cycles:
            found.setdefault(cycle, []).append(indicator.id)
    return {cycle: tuple(found[cycle]) for cycle in Cycle if cycle in found}


@cached_per_theory
def first_steps(theory: TheoryOfChange) -> Mapping[Cycle, StepOf]:
    """Return, for each cycle, the first step of a story in it, leaving out plans and hopes."""
    found: dict[Cycle, StepOf] = {}
    for story in theory.stories.values():
        for number, step in enumerate(story.steps):
            if step.status not in LOOKED_FOR:
                found.setdefault(step.cycle, (story, number))
    return {cycle: found[cycle] for cycle in Cycle if cycle in found}
