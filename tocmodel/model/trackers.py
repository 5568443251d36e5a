"""Trackers: signs that pupils may need something, when to act on them, and what is offered."""

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.choices import Tier
from tocmodel.model.convert import EMPTY, FrozenDict, texts
from tocmodel.model.data import ColumnCriterion, DataTable
from tocmodel.model.elements import Entry
from tocmodel.model.figure import Number
from tocmodel.model.from_mapping import make
from tocmodel.model.keys import key
from tocmodel.self_describing import SelfDescribing

T = TypeVar("T")


@frozen(kw_only=True)
class TrackerData(DataTable):
    """Data of a tracker, one row for each pupil in each period.

    Attributes:
        each: the column that tells one pupil from another.
    """

    each: str = ""


@frozen(kw_only=True)
class Sign(ColumnCriterion):
    """A sign that a pupil may need something.

    Attributes:
        title: its name for people; without it, its id.
        condition: id of the condition that it is a sign of.
    """

    title: str = ""
    condition: str = ""


@frozen(kw_only=True)
class Tip(SelfDescribing):
    """A rule: the signs that a pupil must have to be flagged, or for something to be done.

    Attributes:
        title: its name for people; without it, its id.
        any: ids of signs, of which a pupil must have some.
        how_many: how many of these; one when left out.
        and_: ids of signs that a pupil must have besides; ``and`` in a file.
    """

    title: str = ""
    any: tuple[str, ...] = field(default=(), converter=texts)
    how_many: int = 1
    and_: tuple[str, ...] = field(default=(), converter=texts)


@frozen(kw_only=True)
class Capacity(SelfDescribing):
    """How many pupils an offer has room for.

    Attributes:
        value: how many.
        per: in what time: a term, a year, a month.
    """

    value: Number
    per: str = ""


def _capacity(value: Capacity | Mapping[str, Any]) -> Capacity:
    return make(Capacity, value) if isinstance(value, Mapping) else value


def _given(value: ColumnCriterion | Mapping[str, Any]) -> ColumnCriterion:
    return make(ColumnCriterion, value) if isinstance(value, Mapping) else value


@frozen(kw_only=True)
class Offer(SelfDescribing):
    """Support that is offered to pupils with certain signs.

    Attributes:
        title: its name for people; without it, the title of its intervention, or its id.
        intervention: id of the intervention that it is part of.
        for_: ids of the signs that it is for; ``for`` in a file.
        when: id of the tip that leads to it; the last one when left out.
        tier: whether it is for one pupil, some or all.
        capacity: how many pupils it has room for.
        given: the column that shows who got it.
    """

    title: str = ""
    intervention: str = ""
    for_: tuple[str, ...] = field(default=(), converter=texts)
    when: str = ""
    tier: Tier | None = field(default=None, converter=optional(Tier))
    capacity: Capacity | None = field(default=None, converter=optional(_capacity))
    given: ColumnCriterion | None = field(default=None, converter=optional(_given))


@frozen(kw_only=True)
class BackOnTrack(SelfDescribing):
    """When a supported pupil is back on track.

    Attributes:
        without: ids of the signs that the pupil had, and no longer has in the next period.
    """

    without: tuple[str, ...] = field(default=(), converter=texts)


def _data(value: TrackerData | Mapping[str, Any]) -> TrackerData:
    return make(TrackerData, value) if isinstance(value, Mapping) else value


def _back(value: BackOnTrack | Mapping[str, Any]) -> BackOnTrack:
    return make(BackOnTrack, value) if isinstance(value, Mapping) else value


def _signs(value: Mapping[str, Any] | None) -> FrozenDict[str, Sign]:
    return _by_id(Sign, value)


def _tips(value: Mapping[str, Any] | None) -> FrozenDict[str, Tip]:
    return _by_id(Tip, value)


def _offers(value: Mapping[str, Any] | None) -> FrozenDict[str, Offer]:
    return _by_id(Offer, value)


def _by_id(kind: type[T], value: Mapping[str, Any] | None) -> FrozenDict[str, T]:
    if not value:
        return EMPTY
    return FrozenDict(
        {
            id_: make(kind, item, f"'{id_}'") if isinstance(item, Mapping) else item
            for id_, item in value.items()
        }
    )


@frozen(kw_only=True)
class Tracker(Entry):
    """A tracker of pupils: who shows signs of need, who is supported, and who is back on track.

    The model of it is the pastoral tracker of the North Manchester Family Zone, which has signs,
    tipping points that go with slow progress, and a matching offer in three tiers.

    Attributes:
        data: the table with a row for each pupil in each period.
        signs: signs by their ids.
        tips: the rules by their ids, from the mildest to the one that calls for action.
        offers: what is offered, by ids.
        back_on_track: when a supported pupil is back on track.
    """

    data: TrackerData | None = field(
        default=None,
        converter=optional(_data),
        metadata=key("minor", question="where the data of {} are kept"),
    )
    signs: FrozenDict[str, Sign] = field(
        default=EMPTY, converter=_signs, metadata=key("significant", noun="signs")
    )
    tips: FrozenDict[str, Tip] = field(
        default=EMPTY, converter=_tips, metadata=key("significant", noun="tipping points")
    )
    offers: FrozenDict[str, Offer] = field(
        default=EMPTY, converter=_offers, metadata=key("significant", noun="offers")
    )
    back_on_track: BackOnTrack | None = field(
        default=None,
        converter=optional(_back),
        metadata=key("significant", question="when a pupil of {} is back on track"),
    )
