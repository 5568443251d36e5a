"""The contents of an explanation: causes, facts about each, and the answers that join them."""

from enum import StrEnum

from attrs import field, frozen

from tocmodel.analysis.causes import Action
from tocmodel.analysis.evidence import NO_EVIDENCE, WeightOfEvidence
from tocmodel.analysis.loops import Loops
from tocmodel.analysis.named_loops import ComparedLoop
from tocmodel.model import Effect, Evidence, Link, Monitoring, Rank, TheoryOfChange
from tocmodel.model.monitoring import was_monitored
from tocmodel.results import Result
from tocmodel.self_describing import SelfDescribing


class CausesListed(StrEnum):
    """Where the causes of a cause are listed.

    *Here*, below it; *elsewhere*, because it is the cause of something else too; or not at all,
    because the chain has come round in a *loop*.
    """

    HERE = "here"
    ELSEWHERE = "elsewhere"
    LOOP = "loop"


@frozen(kw_only=True)
class Why(SelfDescribing):
    """One answer to "why?".

    Attributes:
        cause, effect: ids of the answer and of the element it explains.
        links: the links behind it; none where the effect is an intervention and the cause is a
            condition that it addresses.
        weight: the evidence on the link between the two.
        causes_listed: where the causes of the cause are listed.
    """

    cause: str
    effect: str
    links: tuple[Link, ...] = ()
    weight: WeightOfEvidence = NO_EVIDENCE
    causes_listed: CausesListed = CausesListed.HERE

    @property
    def lowers(self) -> bool:
        """Whether the cause lowers the effect in each of the links."""
        return bool(self.links) and all(link.effect is Effect.DECREASES for link in self.links)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence that supports the link, whatever it shows."""
        return self.weight.evidence

    @property
    def contrary(self) -> tuple[Evidence, ...]:
        """The evidence against the link."""
        return self.weight.contrary


@frozen(kw_only=True)
class Actor(SelfDescribing):
    """A partner who acts on a cause, or has a say over it.

    Attributes:
        id: the partner.
        delivers: ids of the interventions on this cause that it takes part in.
        decides: the things it has a say over that name this cause.
        influence: how much influence it has.
    """

    id: str
    delivers: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    influence: Rank | None = None


@frozen(kw_only=True)
class NearbyAsset(SelfDescribing):
    """An asset near a cause.

    Attributes:
        id: the asset.
        used_by: ids of the interventions on this cause that use it; none where a link joins both.
    """

    id: str
    used_by: tuple[str, ...] = ()


@frozen(kw_only=True)
class Cause(SelfDescribing):
    """One element of an explanation, and the facts about it.

    Attributes:
        id: the element.
        steps: the fewest links from it to the element explained.
        has_causes: the theory names causes of it.
        action: where interventions act, seen from it; ``None`` where it is not a difficulty.
        eased_by: ids of the other elements that lower it, where it is a difficulty.
        acted_on_by: ids of the interventions that act on it, where it is a difficulty.
        instead: ids of the nearest elements that are acted on in its place, behind it or below it.
        strengths: the assets near it.
        actors: the partners who act on it or have a say over it.
        indicators: ids of the indicators that measure it.
        routinely_monitored: whether it is routinely monitored, as written in the file: today, or
            before the programme and since when; ``None`` where the file does not state it.
        weight: the evidence on it; evidence on a link to it belongs to the link.
    """

    id: str
    steps: int
    has_causes: bool
    action: Action | None = None
    eased_by: tuple[str, ...] = ()
    acted_on_by: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    strengths: tuple[NearbyAsset, ...] = ()
    actors: tuple[Actor, ...] = ()
    indicators: tuple[str, ...] = ()
    routinely_monitored: bool | Monitoring | None = None
    weight: WeightOfEvidence = NO_EVIDENCE

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence that supports it, whatever it shows."""
        return self.weight.evidence

    @property
    def contrary(self) -> tuple[Evidence, ...]:
        """The evidence against it."""
        return self.weight.contrary


@frozen(kw_only=True)
class Explanation(SelfDescribing, Result):
    """Why an element is as it is: its causes and the facts about them.

    Attributes:
        theory: the theory that it comes from.
        subject: the element explained.
        causes: each cause once, the nearest first.
        whys: the answers in reading order; those whose ``effect`` is the subject answer the first
            "why?", and causes that raise it come before causes that lower it.
        eases: the elements that lower the subject, where it is a difficulty.
        effects: the elements that the subject leads to, raises or lowers.
        before, after: the links by which something leads to the subject, or the subject leads on,
            only through a whole that it is in or what it is part of; the nearest first.
        associated: ids of the elements that go together with the subject, without a claimed
            direction.
        neglected: ids of the listed difficulties that nobody acts on, directly or at a source
            behind them; the deepest first.
        loops: the loops among the listed elements, the shortest first.
        named: the named loops that pass the subject.
        bystanders: ids of partners with high influence or a say over something who are not among
            the actors of any cause.
        left_out: how many further causes are not listed.
    """

    theory: TheoryOfChange = field(repr=False)
    subject: Cause
    causes: tuple[Cause, ...] = ()
    whys: tuple[Why, ...] = ()
    eases: tuple[Why, ...] = ()
    effects: tuple[Why, ...] = ()
    before: tuple[Link, ...] = ()
    after: tuple[Link, ...] = ()
    associated: tuple[str, ...] = ()
    neglected: tuple[str, ...] = ()
    loops: Loops = field(factory=lambda: Loops(found=()))
    named: tuple[ComparedLoop, ...] = ()
    bystanders: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def not_monitored(self) -> tuple[Cause, ...]:
        """The listed elements that are not routinely monitored today."""
        every = (self.subject, *self.causes)
        return tuple(cause for cause in every if cause.routinely_monitored is False)

    @property
    def not_monitored_before(self) -> tuple[Cause, ...]:
        """The listed elements that were not routinely monitored before the programme."""
        every = (self.subject, *self.causes)
        return tuple(
            cause
            for cause in every
            if isinstance(cause.routinely_monitored, Monitoring)
            and was_monitored(cause.routinely_monitored) is False
        )
