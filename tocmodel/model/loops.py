"""Named loops: circles of causes that have a name, with what the authors claim of them."""

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.choices import LoopClaim
from tocmodel.model.convert import texts
from tocmodel.model.elements import Entry
from tocmodel.model.keys import key
from tocmodel.model.origin import HasOrigin


@frozen(kw_only=True)
class NamedLoop(HasOrigin, Entry):
    """A loop with a name, such as *the rent trap*.

    The links decide whether it is a loop, and what it does to a change; a check compares them with
    the claim.

    Attributes:
        through: ids of the elements that it passes, in order; the last leads back to the first.
        claimed: what its authors claim that it does to a change.
        because: why it works like this.
    """

    through: tuple[str, ...] = field(
        converter=texts, metadata=key("significant", verb="passes through")
    )
    claimed: LoopClaim | None = field(
        default=None,
        converter=optional(LoopClaim),
        metadata=key("significant", question="what {} is claimed to do to a change"),
    )
    because: str = field(default="", metadata=key("reason", noun="a reason"))
