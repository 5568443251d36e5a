"""Where a claim comes from: a source, a reading, a list, a program; and who agreed to it."""

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.choices import Origin, Standing
from tocmodel.model.convert import text, texts
from tocmodel.model.from_mapping import make
from tocmodel.model.keys import key
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Agreement(SelfDescribing):
    """Who agreed to a claim, and when.

    Attributes:
        with_: ids of the partners who agreed to it; ``with`` in a file.
        on: when, as ``2024``, ``2024-03`` or ``2024-03-12``.
    """

    with_: tuple[str, ...] = field(converter=texts)
    on: str = field(default="", converter=text)


def agreement(value: Agreement | Mapping[str, Any] | None) -> Agreement | None:
    """An agreement from its fields, or as it is.

    >>> agreement({"with": ["families"], "on": "2024-03"})
    Agreement(with_=('families',), on='2024-03')
    """
    if value is None or isinstance(value, Agreement):
        return value
    return make(Agreement, value)


@frozen(kw_only=True, slots=False)  # Python combines the slots of one base only
class HasOrigin(SelfDescribing):
    """The fields of anything that makes a claim, and so should state its origin.

    Attributes:
        origin: stated by a source, inferred, listed, or drafted by a program.
        source: id of the source that states or lists it.
        at: the place in the source.
        drafted_by: the program that drafted it, in words.
        agreed: who agreed to it, and when.
    """

    origin: Origin | None = field(
        default=None,
        converter=optional(Origin),
        metadata=key("minor", question="where {} comes from"),
    )
    source: str = field(default="", metadata=key("minor"))
    at: str = field(
        default="",
        converter=text,
        metadata=key("minor", question="where {} is in its source", bare=True),
    )
    drafted_by: str = field(default="", metadata=key("minor", question="what drafted {}"))
    agreed: Agreement | None = field(default=None, converter=agreement, metadata=key("minor"))

    @property
    def standing(self) -> Standing:
        """The basis of the claim, with any agreement counted.

        What was inferred or drafted and then agreed counts as agreed. A claim that names a source
        and no origin counts as stated; one that names only a drafting program counts as drafted.

        >>> HasOrigin(origin="inferred").standing.value
        'inferred'
        >>> HasOrigin(origin="inferred", agreed={"with": ["families"]}).standing.value
        'agreed'
        """
        origin = self.origin or self._implied
        if origin is None:
            return Standing.AGREED if self.is_agreed else Standing.NOT_SAID
        if origin in (Origin.STATED, Origin.LISTED):
            return Standing(origin)
        if self.is_agreed:
            return Standing.AGREED
        return Standing(origin)

    @property
    def is_agreed(self) -> bool:
        """Whether anybody agreed to it."""
        return self.agreed is not None and bool(self.agreed.with_)

    @property
    def _implied(self) -> Origin | None:
        if self.drafted_by:
            return Origin.DRAFTED
        return Origin.STATED if self.source else None

    @property
    def is_confirmed(self) -> bool:
        """Whether no program drafted it, or people have agreed to it since."""
        drafted = self.origin is Origin.DRAFTED or bool(self.drafted_by)
        return not drafted or self.is_agreed


ORIGIN_FIELDS: tuple[str, ...] = ("origin", "source", "at", "drafted_by", "agreed")
"""The fields of ``HasOrigin``, by their names in a file."""
