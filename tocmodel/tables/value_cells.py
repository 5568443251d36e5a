"""The cycle of each condition, risk and indicator in the value-creation matrix."""

from collections.abc import Collection, Iterator, Mapping

from attrs import frozen

from tocmodel.graph import Edge, edges
from tocmodel.model import (
    Assumption,
    Cycle,
    Indicator,
    Risk,
    Story,
    TheoryOfChange,
    ValueCreation,
)
from tocmodel.model.editions import classified
from tocmodel.wording import guess_note


@frozen
class CycleContents:
    """The contents of each cycle beside its value and its stories.

    Attributes:
        conditions: titles of conditions, and of assumptions of the links to its value.
        risks: the risks that threaten its value.
        indicators: the indicators that measure its value, or that a story cites in it.
    """

    conditions: Mapping[Cycle, tuple[str, ...]]
    risks: Mapping[Cycle, tuple[Risk, ...]]
    indicators: Mapping[Cycle, tuple[Indicator, ...]]


_Found = dict[Cycle, dict[str, str]]
"""For each cycle, the ids (or titles) of its contents, in order; the value is the title."""


def find_cycle_contents(
    theory: TheoryOfChange, values: Mapping[str, ValueCreation], stories: Mapping[str, Story]
) -> CycleContents:
    """Return the contents of each cycle, for the values and stories shown.

    An element classified under a cycle belongs there, whatever else it is about; otherwise it
    belongs to the cycles of the values it bears on.
    """
    conditions: _Found = {}
    risks: _Found = {}
    indicators: _Found = {}
    about = _about(theory, values)
    for element in (*theory.conditions.values(), *theory.assumptions.values()):
        for cycle in classified(element) or about.get(element.id, ()):
            conditions.setdefault(cycle, {})[element.id] = element.full_title + guess_note(element)
    for cycle, title in _assumed_in_place(theory, values):
        conditions.setdefault(cycle, {})[title] = title
    for risk in theory.risks.values():
        for cycle in classified(risk) or about.get(risk.id, ()):
            risks.setdefault(cycle, {})[risk.id] = risk.full_title
    cited = _cited(stories)
    for indicator in theory.indicators.values():
        own = classified(indicator) or about.get(indicator.id, ())
        for cycle in dict.fromkeys((*own, *cited.get(indicator.id, ()))):
            indicators.setdefault(cycle, {})[indicator.id] = indicator.full_title
    return CycleContents(
        conditions={cycle: tuple(found.values()) for cycle, found in conditions.items()},
        risks={cycle: tuple(theory.risks[id_] for id_ in found) for cycle, found in risks.items()},
        indicators={
            cycle: tuple(theory.indicators[id_] for id_ in found)
            for cycle, found in indicators.items()
        },
    )


def _about(theory: TheoryOfChange, values: Collection[str]) -> Mapping[str, tuple[Cycle, ...]]:
    """Return the cycles of the values that each element measures, threatens, or is assumed for."""
    found: dict[str, dict[Cycle, None]] = {}
    for edge in edges(theory):
        if edge.to in values and edge.kind in _BEARS_ON and _is_meant(theory, edge):
            found.setdefault(edge.from_, {})[theory.value_creation[edge.to].cycle] = None
    return {id_: tuple(cycles) for id_, cycles in found.items()}


_BEARS_ON = frozenset({"measures", "threatens", "assumes", "causal"})


def _is_meant(theory: TheoryOfChange, edge: Edge) -> bool:
    """Of the causal links, only those from conditions count, as these must be in place."""
    return edge.kind != "causal" or edge.from_ in theory.conditions


def _assumed_in_place(
    theory: TheoryOfChange, values: Collection[str]
) -> Iterator[tuple[Cycle, str]]:
    for link in theory.links:
        if link.to in values:
            for item in link.assumes:
                if isinstance(item, Assumption):
                    yield theory.value_creation[link.to].cycle, item.full_title + guess_note(item)


def _cited(stories: Mapping[str, Story]) -> Mapping[str, tuple[Cycle, ...]]:
    found: dict[str, dict[Cycle, None]] = {}
    for story in stories.values():
        for step in story.steps:
            if step.indicator:
                found.setdefault(step.indicator, {})[step.cycle] = None
    return {id_: tuple(cycles) for id_, cycles in found.items()}
