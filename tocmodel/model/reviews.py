"""How a theory is kept up to date: its revision, its reviews, waivers and translations."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.choices import Answer, Significance
from tocmodel.model.convert import EMPTY, FrozenDict, answers, own_words, text, texts
from tocmodel.model.elements import Entry
from tocmodel.model.from_mapping import make, make_each
from tocmodel.model.keys import key
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Revision(SelfDescribing):
    """Which state of the theory a file holds, and who agreed it.

    Attributes:
        label: what the partnership calls it, such as a year or *second draft*.
        agreed_on: when it was agreed.
        next_review: when the partnership will review it.
        agreed_by: ids of the partners who agreed it.
    """

    label: str = field(default="", converter=text, metadata=key("minor", bare=True))
    agreed_on: str = field(
        default="", converter=text, metadata=key("minor", noun="a date of agreement", bare=True)
    )
    next_review: str = field(
        default="",
        converter=text,
        metadata=key("minor", noun="a date for the next review", bare=True),
    )
    agreed_by: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="is agreed by")
    )


def revision(value: Revision | Mapping[str, Any] | None) -> Revision | None:
    """A revision from its fields, or as it is."""
    return make(Revision, value, "revision") if isinstance(value, Mapping) else value


@frozen(kw_only=True)
class Review(Entry):
    """One iteration of the design-based cycle.

    Attributes:
        date: when it was held.
        took_part: ids of the partners who took part.
        prompted_by: the reasons for it: ids of evidence or indicators, or words.
        expected: what the partnership thought it would see.
        saw: what it saw.
        learned: what it learned from the difference between the two.
        still_true: ids of the assumptions looked at, and whether each is still true.
        decided: the decisions, in words.
        changed: ids of the changed elements or links.
        significance: minor or significant.
        next_question: what the next review should find out.
    """

    title: str = field(default="", metadata=key("wording"))
    date: str = field(converter=text, metadata=key("minor", question="when {} was held", bare=True))
    took_part: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="names as taking part")
    )
    prompted_by: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="names as its prompts")
    )
    expected: str = field(
        default="", metadata=key("minor", question="what {} had expected", prose=True)
    )
    saw: str = field(default="", metadata=key("minor", question="what {} saw", prose=True))
    learned: str = field(default="", metadata=key("minor", question="what {} learned", prose=True))
    still_true: FrozenDict[str, Answer] = field(
        default=EMPTY,
        converter=answers,
        metadata=key("minor", question="whether {} found {} to be true", bare=True),
    )
    decided: str = field(default="", metadata=key("minor", question="what {} decided", prose=True))
    changed: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="names as changed")
    )
    significance: Significance | None = field(
        default=None,
        converter=optional(Significance),
        metadata=key("minor", question="how significant {} was"),
    )
    next_question: str = field(
        default="", metadata=key("minor", question="what {} asked the next one", prose=True)
    )


@frozen(kw_only=True)
class Waiver(SelfDescribing):
    """A finding that the partnership has looked at and accepts, with the reason.

    Attributes:
        check: the code or the name of the check.
        reason: why the partnership accepts it.
        at: ids it is limited to; empty for the whole theory.
    """

    check: str
    reason: str = field(metadata=key("minor"))
    at: tuple[str, ...] = field(default=(), converter=texts)


def waivers(value: Iterable[Waiver | Mapping[str, Any]] | None) -> tuple[Waiver, ...]:
    """Waivers from their fields, or as they are; ``rule`` is the older word for ``check``."""
    return make_each(Waiver, map(_with_check, value or ()), "a waiver")


def _with_check(value: Waiver | Mapping[str, Any]) -> Waiver | Mapping[str, Any]:
    if isinstance(value, Mapping) and "rule" in value and "check" not in value:
        return {"check" if key == "rule" else key: item for key, item in value.items()}
    return value


@frozen(kw_only=True)
class Translation(SelfDescribing):
    """The words in another language of an entry, or of the theory itself (``theory``).

    Attributes:
        title: its title.
        plain: the title as an easy-read sentence.
        description: as much as needs saying.
        summary: the summary of the theory.
        words: the words for headings and the legend; see ``TheoryOfChange``.
    """

    title: str = field(default="", metadata=key("minor"))
    plain: str = field(default="", metadata=key("minor", prose=True))
    description: str = field(default="", metadata=key("minor", prose=True))
    summary: str = field(default="", metadata=key("minor", prose=True))
    words: FrozenDict[str, str] = field(default=EMPTY, converter=own_words, metadata=key("minor"))


THEORY = "theory"
"""The name of the theory itself among the ids of a translation."""

Translations = FrozenDict[str, FrozenDict[str, Translation]]
"""By language and then by id, the words of a theory in other languages."""


def _translation(id_: str, value: Translation | Mapping[str, Any]) -> Translation:
    if isinstance(value, Mapping):
        return make(Translation, value, f"'{id_}' in translations")
    return value


def translations(
    value: Mapping[str, Mapping[str, Translation | Mapping[str, Any]]] | None,
) -> Translations:
    """Language to id to translation."""
    return FrozenDict(
        {
            language: FrozenDict({id_: _translation(id_, item) for id_, item in entries.items()})
            for language, entries in (value or {}).items()
        }
    )
