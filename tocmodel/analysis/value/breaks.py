"""Breaks in the path from a learning space to the difference it made."""

from collections.abc import Iterator

from attrs import frozen

from tocmodel.analysis.value.adjacency import value_adjacency
from tocmodel.analysis.value.index import LOOKED_FOR, steps_by_value
from tocmodel.model import Cycle, TheoryOfChange, ValueStatus
from tocmodel.model.editions import FAR, NEAR
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class ChainBreak(SelfDescribing):
    """A break in the path to a value.

    Attributes:
        value: id of the value that is not reached.
        after: id of the value, or of the story, that leads to it too soon; empty where nothing
            leads to it.
        reason: what is missing, in words.
    """

    value: str
    after: str
    reason: str


def chain_breaks(theory: TheoryOfChange, value: str) -> tuple[ChainBreak, ...]:
    """Return the breaks in the path to each realised, transformative or reframing value.

    The path is broken where no value leads to the value, where the value happened but everything
    that leads to it is only planned or hoped for, and where it was reached in a leap (see
    :func:`leaps`).
    """
    if theory.value_creation[value].cycle not in FAR:
        return ()
    if not value_adjacency(theory)[0][value]:
        missing = ChainBreak(value=value, after="", reason="no earlier value leads to it")
        return (missing, *leaps(theory, value))
    return (*_hopes(theory, value), *leaps(theory, value))


def _hopes(theory: TheoryOfChange, value: str) -> Iterator[ChainBreak]:
    values = theory.value_creation
    before = value_adjacency(theory)[0][value]
    if values[value].status is not ValueStatus.HAPPENED:
        return
    if all(values[id_].status in LOOKED_FOR for id_ in before):
        for id_ in before:
            looked_for = LOOKED_FOR[values[id_].status]
            reason = f"it happened, but everything that leads to it is only {looked_for}"
            yield ChainBreak(value=value, after=id_, reason=reason)


def leaps(theory: TheoryOfChange, value: str) -> tuple[ChainBreak, ...]:
    """Return the leaps: realised value that the space leads to without any applied value.

    Transformative value is often unplanned, and may come about without a separate step.
    """
    if theory.value_creation[value].cycle is not Cycle.REALIZED:
        return ()
    return (*_link_leaps(theory, value), *_story_leaps(theory, value))


def _link_leaps(theory: TheoryOfChange, value: str) -> Iterator[ChainBreak]:
    values = theory.value_creation
    before = value_adjacency(theory)[0][value]
    near = [id_ for id_ in before if values[id_].cycle in NEAR]
    if len(near) == len(before):
        for id_ in near:
            reason = f"{values[id_].cycle.word} value leads to it with no applied value between"
            yield ChainBreak(value=value, after=id_, reason=reason)


def _story_leaps(theory: TheoryOfChange, value: str) -> Iterator[ChainBreak]:
    for story, number in steps_by_value(theory).get(value, ()):
        before = [step.cycle for step in story.steps[:number]]
        if any(cycle in NEAR for cycle in before) and Cycle.APPLIED not in before:
            near = next(cycle for cycle in reversed(before) if cycle in NEAR)
            reason = f"the story goes from {near} value to it with no applied step between"
            yield ChainBreak(value=value, after=story.id, reason=reason)
