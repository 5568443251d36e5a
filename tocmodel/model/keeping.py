"""How a theory is kept alive and shown: revision, reviews, views, waivers, translations."""

from collections.abc import Iterable, Mapping
from typing import Any

from tocmodel.model.choices import (
    ColourBy,
    Direction,
    Labels,
    LaneBy,
    ShowAs,
    Significance,
)
from tocmodel.model.convert import FrozenDict, text, text_lists, texts, word_or_text
from tocmodel.model.elements import Entry
from tocmodel.model.from_mapping import make, make_each
from tocmodel.values import field, frozen, optional


@frozen(kw_only=True)
class Revision:
    """Which state of the theory a file holds, and who agreed it.

    Attributes:
        label: what the partnership calls it, such as a year or *second draft*.
        agreed_on: when it was agreed.
        next_review: when the partnership will look at it again.
        agreed_by: ids of the partners who agreed it.
    """

    label: str = field(default="", converter=text)
    agreed_on: str = field(default="", converter=text)
    next_review: str = field(default="", converter=text)
    agreed_by: tuple[str, ...] = field(default=(), converter=texts)


def revision(value: Revision | Mapping[str, Any] | None) -> Revision | None:
    """A revision from its fields, or as it is."""
    return make(Revision, value, "revision") if isinstance(value, Mapping) else value


@frozen(kw_only=True)
class Review(Entry):
    """One iteration of the design-based cycle.

    Attributes:
        date: when it was held.
        took_part: ids of the partners who took part.
        prompted_by: what led to it: ids of evidence or indicators, or words.
        decided: what was decided, in words.
        changed: ids of what was changed.
        significance: minor or significant.
    """

    title: str = ""
    date: str = field(converter=text)
    took_part: tuple[str, ...] = field(default=(), converter=texts)
    prompted_by: tuple[str, ...] = field(default=(), converter=texts)
    decided: str = ""
    changed: tuple[str, ...] = field(default=(), converter=texts)
    significance: Significance | None = field(default=None, converter=optional(Significance))


def _lanes(value: LaneBy | str) -> LaneBy | str:
    return word_or_text(LaneBy, value)


def _colour(value: ColourBy | str) -> ColourBy | str:
    return word_or_text(ColourBy, value)


@frozen(kw_only=True)
class View(Entry):
    """One picture for one audience.

    Attributes:
        audience: whom it is for.
        show: the sections to draw; empty means the usual ones.
        columns: the stages to keep as columns, in order; empty means all that are used.
        lanes: what the rows stand for: one of the words of ``LaneBy``, or a framework by its id,
            with one of its dimensions after a slash (else its first): ``resilience/odds``.
        colour: what colour stands for: one of the words of ``ColourBy``, or a framework likewise.
        focus: id of the element to look at.
        partner: id of the partner whose work, and its effects, are shown.
        why: id of the element whose causes are shown, with what acts on them.
        upstream, downstream: how many links to follow from the focus; all when left out.
        where: keep elements whose field holds one of these words.
        collapse: ids of groups to draw as one box.
        expand: ids of included theories to draw in full; the others are one box each.
        direction: which way it reads.
        labels: titles, or plain sentences.
        assumptions, risks, indicators: as badges, as boxes of their own, or not at all.
    """

    audience: str = ""
    show: tuple[str, ...] = field(default=(), converter=texts)
    columns: tuple[str, ...] = field(default=(), converter=texts)
    lanes: LaneBy | str | None = field(default=None, converter=optional(_lanes))
    colour: ColourBy | str = field(default=ColourBy.STAGE, converter=_colour)
    focus: str = ""
    partner: str = ""
    why: str = ""
    upstream: int | None = None
    downstream: int | None = None
    where: FrozenDict = field(factory=FrozenDict, converter=text_lists)
    collapse: tuple[str, ...] = field(default=(), converter=texts)
    expand: tuple[str, ...] = field(default=(), converter=texts)
    direction: Direction = field(default=Direction.LEFT_TO_RIGHT, converter=Direction)
    labels: Labels = field(default=Labels.TITLE, converter=Labels)
    assumptions: ShowAs = field(default=ShowAs.BADGES, converter=ShowAs)
    risks: ShowAs = field(default=ShowAs.BADGES, converter=ShowAs)
    indicators: ShowAs = field(default=ShowAs.BADGES, converter=ShowAs)


@frozen(kw_only=True)
class Waiver:
    """A finding that the partnership has looked at and lets stand, and why.

    Attributes:
        rule: the rule's code or name.
        reason: why it is let stand.
        at: ids it is limited to; empty for the whole theory.
    """

    rule: str
    reason: str
    at: tuple[str, ...] = field(default=(), converter=texts)


def waivers(value: Iterable[Waiver | Mapping[str, Any]] | None) -> tuple[Waiver, ...]:
    """Waivers from their fields, or as they are."""
    return make_each(Waiver, value, "a waiver")


@frozen(kw_only=True)
class Translation:
    """An entry's words in another language.

    Attributes:
        title: its title.
        plain: the title as an easy-read sentence.
        description: as much as needs saying.
    """

    title: str = ""
    plain: str = ""
    description: str = ""


def _translation(id_: str, value: Translation | Mapping[str, Any]) -> Translation:
    if isinstance(value, Mapping):
        return make(Translation, value, f"'{id_}' in translations")
    return value


def translations(
    value: Mapping[str, Mapping[str, Translation | Mapping[str, Any]]] | None,
) -> FrozenDict:
    """Language to id to translation."""
    return FrozenDict(
        {
            language: FrozenDict({id_: _translation(id_, item) for id_, item in entries.items()})
            for language, entries in (value or {}).items()
        }
    )
