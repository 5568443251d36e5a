"""Value creation: learning spaces, the value they create, and stories about it."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.choices import (
    Capital,
    Cycle,
    Naming,
    SpaceKind,
    ValueStatus,
    ValueValence,
)
from tocmodel.model.convert import text, texts
from tocmodel.model.elements import Element
from tocmodel.model.from_mapping import make_each
from tocmodel.model.keys import key
from tocmodel.model.origin import HasOrigin
from tocmodel.model.plans import SpacePlan, space_plan
from tocmodel.model.quotations import Consent, consent
from tocmodel.self_describing import SelfDescribing


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
        plan: what its members hope for in each cycle, and what stands in the way.
    """

    domain: str = field(default="", metadata=key("minor", noun="a shared interest"))
    kind: SpaceKind | None = field(
        default=None, converter=optional(SpaceKind), metadata=key("minor")
    )
    practice: str = field(default="", metadata=key("wording", noun="a shared practice", prose=True))
    members: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="counts among its members")
    )
    difference: str = field(
        default="", metadata=key("reason", question="what difference {} wants to make", prose=True)
    )
    boundary_objects: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="shares")
    )
    plan: SpacePlan | None = field(
        default=None, converter=space_plan, metadata=key("significant", noun="a plan")
    )


@frozen(kw_only=True)
class ValueCreation(HasOrigin, Element):
    """Value created at one cycle.

    Attributes:
        cycle: the value-creation cycle.
        space: id of the space in which, or from which, it arose.
        for_: ids of the partners it is value for; ``for`` in a file.
        status: happened, planned or hoped.
        valence: wanted or unwanted, or *none* where people looked for value and found none.
        judged_by: ids of the partners who judged whether it is of value.
        reframes: id of the space that reframed the difference it cares to make, and so its
            idea of success.
        capital: the form of knowledge capital, for potential value.
    """

    cycle: Cycle = field(converter=cycle, metadata=key("significant", noun="a value cycle"))
    space: str = field(default="", metadata=key("significant", noun="a learning space"))
    for_: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="is of value for")
    )
    status: ValueStatus | None = field(
        default=None, converter=optional(ValueStatus), metadata=key("significant")
    )
    valence: ValueValence = field(
        default=ValueValence.WANTED,
        converter=ValueValence,
        metadata=key("significant", question="whether {} is wanted"),
    )
    judged_by: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="is judged by")
    )
    reframes: str = field(default="", metadata=key("significant", verb="reframes"))
    capital: Capital | None = field(
        default=None,
        converter=optional(Capital),
        metadata=key("minor", noun="a form of knowledge capital"),
    )


@frozen(kw_only=True)
class StoryStep(SelfDescribing):
    """One step of a story: a cycle, the teller's words, and the evidence for them.

    Attributes:
        cycle: the value-creation cycle.
        says: the words of the teller, or of the source in the teller's name.
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


WITHHELD_STORY = "Withheld story"
"""The title in place of that of a story which may not be published."""


@frozen(kw_only=True)
class Story(Element):
    """A value-creation story: one thread through the cycles, told by someone who took part.

    Attributes:
        teller: id of the partner whose story it is.
        role: who the teller is, in the teller's own words.
        name: ``withheld`` where the teller's name is left out on purpose.
        date: when it was told.
        space: id of the space.
        source: id of the source that has it.
        at: the place in the source.
        consent: the consent of the teller; ``None`` where the file has none.
        steps: what happened, was planned or is hoped for, cycle by cycle.
    """

    teller: str = field(default="", metadata=key("minor", question="who tells {}"))
    role: str = field(default="", metadata=key("minor", question="who the teller of {} is"))
    name: Naming | None = field(
        default=None, converter=optional(Naming), metadata=key("minor", noun="a name")
    )
    date: str = field(
        default="", converter=text, metadata=key("minor", question="when {} was told", bare=True)
    )
    space: str = field(default="", metadata=key("minor", noun="a learning space"))
    source: str = field(default="", metadata=key("minor"))
    at: str = field(
        default="",
        converter=text,
        metadata=key("minor", question="where {} is in its source", bare=True),
    )
    consent: Consent | None = field(default=None, converter=consent, metadata=key("minor"))
    steps: tuple[StoryStep, ...] = field(
        default=(), converter=_steps, metadata=key("result", item="step")
    )

    @property
    def is_withheld(self) -> bool:
        """Whether it stands for a story that may not be published, and so has no words."""
        return self.title == WITHHELD_STORY and not self.steps
