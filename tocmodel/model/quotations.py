"""Quotations: people's own words about an outcome, with their consent."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.choices import Naming
from tocmodel.model.convert import text, texts
from tocmodel.model.from_mapping import make, make_each
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Consent(SelfDescribing):
    """The consent of someone to the use of their words.

    Attributes:
        given: when it was given.
        how: how it was given: in writing, on the recording.
        for_: the uses that it covers, in words: board, web; ``for`` in a file.
        until: the last day or month for which it was given.
    """

    given: str = field(default="", converter=text)
    how: str = ""
    for_: tuple[str, ...] = field(default=(), converter=texts)
    until: str = field(default="", converter=text)


def consent(value: Consent | Mapping[str, Any] | None) -> Consent | None:
    """A consent from its fields, or as it is."""
    return make(Consent, value, "the consent") if isinstance(value, Mapping) else value


@frozen(kw_only=True)
class Quotation(SelfDescribing):
    """What someone said about a change, in their own words.

    Attributes:
        quote: the words, exactly as they were said or as the source has them.
        said_by: who said them: the id of a partner, or a few words.
        name: ``withheld`` where the name is left out on purpose.
        source: id of the source that has them.
        at: the place in the source.
        consent: the consent of the person; ``None`` where the file has none.
    """

    quote: str
    said_by: str = ""
    name: Naming | None = field(default=None, converter=optional(Naming))
    source: str = ""
    at: str = field(default="", converter=text)
    consent: Consent | None = field(default=None, converter=consent)

    @property
    def may_be_shown(self) -> bool:
        """Whether pictures may show it: it has been published, or the person consented.

        >>> Quotation(quote="He sleeps now").may_be_shown
        False
        >>> Quotation(quote="He sleeps now", consent={"how": "in writing"}).may_be_shown
        True
        """
        return bool(self.source) or self.consent is not None


def quotations(value: Iterable[Quotation | Mapping[str, Any]] | None) -> tuple[Quotation, ...]:
    """Quotations from their fields, or as they are."""
    return make_each(Quotation, value, "a quotation")
