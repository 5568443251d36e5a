"""Value creation: learning spaces, the value they create, and stories told of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from tocmodel.model.choices import Capital, Cycle, SpaceKind, ValueStatus
from tocmodel.model.convert import text, texts
from tocmodel.model.elements import Element
from tocmodel.model.from_mapping import make_each
from tocmodel.model.origin import HasOrigin
from tocmodel.values import field, frozen, optional


def cycle(value: Cycle | str) -> Cycle:
    """A cycle by its name; the British spelling ``realised`` is accepted.

    >>> cycle("realised")
    <Cycle.REALIZED: 'realized'>
    """
    return Cycle.REALIZED if value == "realised" else Cycle(value)


@frozen(kw_only=True)
class Space(Element):
    """A social learning space: people learning together over a difference they care to make.

    Attributes:
        kind: community of practice, network, team or conversation.
        domain: the shared interest that defines it (in place of an element's domain of life).
        practice: the shared repertoire.
        members: ids of the partners who take part.
        difference: the difference that its members care to make.
        boundary_objects: things used on both sides of a boundary between practices.
    """

    kind: SpaceKind | None = field(default=None, converter=optional(SpaceKind))
    practice: str = ""
    members: tuple[str, ...] = field(default=(), converter=texts)
    difference: str = ""
    boundary_objects: tuple[str, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class ValueCreation(HasOrigin, Element):
    """Value created at one cycle.

    Attributes:
        cycle: the value-creation cycle.
        space: id of the space in which, or from which, it arose.
        for_: ids of the partners it is value for; ``for`` in a file.
        status: happened, planned or hoped.
        reframes: id of the space whose difference was looked at anew, so that what counts as
            success there changed.
        capital: the form of knowledge capital, for potential value.
    """

    cycle: Cycle = field(converter=cycle)
    space: str = ""
    for_: tuple[str, ...] = field(default=(), converter=texts)
    status: ValueStatus | None = field(default=None, converter=optional(ValueStatus))
    reframes: str = ""
    capital: Capital | None = field(default=None, converter=optional(Capital))


@frozen(kw_only=True)
class StoryStep:
    """One step of a story: a cycle, what is told, and what it rests on.

    Attributes:
        cycle: the value-creation cycle.
        says: what the teller says, or what the source says in the teller's name.
        value: id of the value created.
        status: happened, planned or hoped.
        period: the time that the step is about.
        indicator: id of the indicator that shows it (effect data).
        evidence: ids of the evidence for it.
    """

    cycle: Cycle = field(converter=cycle)
    says: str = ""
    value: str = ""
    status: ValueStatus | None = field(default=None, converter=optional(ValueStatus))
    period: str = field(default="", converter=text)
    indicator: str = ""
    evidence: tuple[str, ...] = field(default=(), converter=texts)


def _steps(value: Iterable[StoryStep | Mapping[str, Any]] | None) -> tuple[StoryStep, ...]:
    return make_each(StoryStep, value, "a step")


@frozen(kw_only=True)
class Story(Element):
    """A value-creation story: one thread through the cycles, told by someone who took part.

    Attributes:
        teller: id of the partner whose story it is.
        role: who the teller is, in the teller's own words.
        date: when it was told.
        space: id of the space.
        source: id of the source that tells it.
        at: the place in the source.
        steps: what happened, was planned or is hoped for, cycle by cycle.
    """

    teller: str = ""
    role: str = ""
    date: str = field(default="", converter=text)
    space: str = ""
    source: str = ""
    at: str = field(default="", converter=text)
    steps: tuple[StoryStep, ...] = field(default=(), converter=_steps)
