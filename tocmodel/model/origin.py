"""Where a claim comes from: a source, a reading, a list, a program; and who agreed to it."""

from collections.abc import Mapping
from typing import Any

from tocmodel.model.choices import Origin, Standing
from tocmodel.model.convert import text, texts
from tocmodel.model.from_mapping import make
from tocmodel.values import field, frozen, optional


@frozen(kw_only=True)
class Agreement:
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
    if isinstance(value, Mapping):
        return make(Agreement, value)
    return value


@frozen(kw_only=True)
class HasOrigin:
    """The fields of anything that claims something, and so should say where it comes from.

    Attributes:
        origin: stated by a source, inferred, listed, or drafted by a program.
        source: id of the source that states or lists it.
        at: the place in the source.
        drafted_by: the program that drafted it, in words.
        agreed: who agreed to it, and when.
    """

    origin: Origin | None = field(default=None, converter=optional(Origin))
    source: str = ""
    at: str = field(default="", converter=text)
    drafted_by: str = ""
    agreed: Agreement | None = field(default=None, converter=agreement)

    @property
    def standing(self) -> Standing:
        """What the claim rests on, once agreement is counted.

        What was inferred or drafted and then agreed counts as agreed. A claim that names a
        source and no origin is one that the source states; one that only names what drafted it
        is drafted.

        >>> HasOrigin(origin="inferred").standing.value
        'inferred'
        >>> HasOrigin(origin="inferred", agreed={"with": ["families"]}).standing.value
        'agreed'
        """
        origin = self.origin or self._implied
        if origin in (Origin.STATED, Origin.LISTED):
            return Standing(origin)
        if self.is_agreed:
            return Standing.AGREED
        return Standing(origin) if origin else Standing.NOT_SAID

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
        return self.is_agreed or not drafted


ORIGIN_FIELDS: tuple[str, ...] = ("origin", "source", "at", "drafted_by", "agreed")
"""The fields of ``HasOrigin``, as a file has them."""
