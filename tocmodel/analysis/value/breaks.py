"""Where the way from a learning space to the difference it made is broken."""

from collections.abc import Iterator

from tocmodel.analysis.value.carrying import carried
from tocmodel.analysis.value.cycles import FAR, NEAR
from tocmodel.analysis.value.index import LOOKED_FOR, steps_by_value
from tocmodel.model import Cycle, TheoryOfChange, ValueStatus
from tocmodel.values import frozen


@frozen(kw_only=True)
class ChainBreak:
    """Where the way to a value is broken.

    Attributes:
        value: id of the value that is not reached.
        after: id of the value, or of the story, from which it is reached too soon; empty where
            nothing leads to it.
        reason: what is missing, in words.
    """

    value: str
    after: str
    reason: str


def chain_breaks(theory: TheoryOfChange, value: str) -> tuple[ChainBreak, ...]:
    """Return where the way to a realised, transformative or reframing value is broken.

    It is broken where no value leads to it, where it happened and all that leads to it is only
    looked for, and where it was reached in a leap (see :func:`leaps`).
    """
    if theory.value_creation[value].cycle not in FAR:
        return ()
    if not carried(theory)[0][value]:
        missing = ChainBreak(value=value, after="", reason="no earlier value leads to it")
        return (missing, *leaps(theory, value))
    return (*_hopes(theory, value), *leaps(theory, value))


def _hopes(theory: TheoryOfChange, value: str) -> Iterator[ChainBreak]:
    values = theory.value_creation
    before = carried(theory)[0][value]
    if values[value].status is not ValueStatus.HAPPENED:
        return
    if all(values[id_].status in LOOKED_FOR for id_ in before):
        for id_ in before:
            reason = f"it happened, and what leads to it is only {LOOKED_FOR[values[id_].status]}"
            yield ChainBreak(value=value, after=id_, reason=reason)


def leaps(theory: TheoryOfChange, value: str) -> tuple[ChainBreak, ...]:
    """Return where realised value is reached from the space without anyone putting it to use.

    Transformative value is often unplanned, and may come about without a step of its own.
    """
    if theory.value_creation[value].cycle is not Cycle.REALIZED:
        return ()
    return (*_link_leaps(theory, value), *_story_leaps(theory, value))


def _link_leaps(theory: TheoryOfChange, value: str) -> Iterator[ChainBreak]:
    values = theory.value_creation
    before = carried(theory)[0][value]
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
