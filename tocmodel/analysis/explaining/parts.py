"""What an explanation says: causes, what is known of each, and the answers that join them."""

from enum import StrEnum

from tocmodel.analysis.causes import Action
from tocmodel.analysis.evidence import NOTHING, Weight
from tocmodel.analysis.loops import Loops
from tocmodel.model import Effect, Evidence, Link, Monitoring, Rank, TheoryOfChange
from tocmodel.model.monitoring import was_monitored
from tocmodel.results import Result
from tocmodel.values import field, frozen


class Told(StrEnum):
    """Whether the causes of a cause are told here.

    They are told *here*; *elsewhere*, as it is the cause of something else too; or not at all, as
    the chain has come round in a *loop*.
    """

    HERE = "here"
    ELSEWHERE = "elsewhere"
    LOOP = "loop"


@frozen(kw_only=True)
class Why:
    """One answer to "why?".

    Attributes:
        cause, effect: ids of the answer and of what it explains.
        links: the links that say so; none where the effect is an intervention and the cause is
            what it addresses.
        weight: the evidence on the link between the two.
        told: whether the causes of the cause are listed here.
    """

    cause: str
    effect: str
    links: tuple[Link, ...] = ()
    weight: Weight = NOTHING
    told: Told = Told.HERE

    @property
    def lowers(self) -> bool:
        """Whether each of the links says that the cause lowers the effect."""
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
class Actor:
    """A partner who acts on a cause, or has a say over it.

    Attributes:
        id: the partner.
        delivers: ids of the interventions on this cause in which it takes part.
        decides: what it has a say over, where that names this cause.
        influence: how much it can move.
    """

    id: str
    delivers: tuple[str, ...] = ()
    decides: tuple[str, ...] = ()
    influence: Rank | None = None


@frozen(kw_only=True)
class Strength:
    """An asset near a cause.

    Attributes:
        id: the asset.
        used_by: ids of the interventions on this cause that use it; none where a link joins both.
    """

    id: str
    used_by: tuple[str, ...] = ()


@frozen(kw_only=True)
class Cause:
    """One element of an explanation, and what is known about it.

    Attributes:
        id: the element.
        steps: the fewest links from it to what is explained.
        has_causes: the theory says why it is so.
        action: where interventions act, seen from here; ``None`` where it is not a difficulty.
        eased_by: ids of what else lowers it, where it is a difficulty.
        acted_on_by: ids of the interventions that act on it, where it is a difficulty.
        instead: ids of what is nearest that is acted on in its place, behind it or below it.
        strengths: the assets near it.
        actors: the partners who act on it or have a say over it.
        indicators: ids of the indicators that measure it.
        routinely_monitored: whether anyone counts it routinely, as the file has it: today, or
            before the programme and since when; ``None`` where it does not say.
        weight: the evidence on it; evidence on a link to it is the link's.
    """

    id: str
    steps: int
    has_causes: bool
    action: Action | None = None
    eased_by: tuple[str, ...] = ()
    acted_on_by: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    strengths: tuple[Strength, ...] = ()
    actors: tuple[Actor, ...] = ()
    indicators: tuple[str, ...] = ()
    routinely_monitored: bool | Monitoring | None = None
    weight: Weight = NOTHING

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence that supports it, whatever it shows."""
        return self.weight.evidence

    @property
    def contrary(self) -> tuple[Evidence, ...]:
        """The evidence against it."""
        return self.weight.contrary


@frozen(kw_only=True)
class Explanation(Result):
    """Why an element is as it is.

    Attributes:
        theory: the theory that says so.
        subject: the element that is explained.
        causes: each cause once, the nearest first.
        whys: the answers in the order in which they are read aloud; those whose ``effect`` is the
            subject answer the first "why?", what raises it before what lowers it.
        eases: what lowers the subject, where it is a difficulty.
        effects: what the subject leads to, raises or lowers.
        neglected: ids of the listed difficulties that nobody acts on, directly or at a source
            behind them; the deepest first.
        loops: the loops among the listed elements, the shortest first.
        bystanders: ids of partners with high influence or a say over something who are not among
            the actors of any cause.
        left_out: how many further causes there are.
    """

    theory: TheoryOfChange = field(repr=False)
    subject: Cause
    causes: tuple[Cause, ...] = ()
    whys: tuple[Why, ...] = ()
    eases: tuple[Why, ...] = ()
    effects: tuple[Why, ...] = ()
    neglected: tuple[str, ...] = ()
    loops: Loops = field(factory=lambda: Loops(found=()))
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
