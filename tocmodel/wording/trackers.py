"""Trackers of pupils in words: signs, tipping points, offers."""

from tocmodel.model import BackOnTrack, Capacity, ColumnCriterion, Offer, Sign, Tip, TrackerData
from tocmodel.wording.counts import counted
from tocmodel.wording.data import criteria_words, criterion_words, table_words


def tracker_data_words(data: TrackerData) -> str:
    """Put the data of a tracker into words.

    >>> tracker_data_words(TrackerData(file="p.csv", each="pupil", time="term", by="school"))
    'each pupil in p.csv, for each term and school'
    """
    words = f"each {data.each or 'row'} in {table_words(data)}"
    if data.where:
        words += f" where {criteria_words(data.where)}"
    groups = [*filter(None, [data.time]), *data.by]
    return f"{words}, for each {' and '.join(groups)}" if groups else words


def sign_words(sign: Sign) -> str:
    """Put a sign into words.

    >>> sign_words(Sign(column="attendance", below=90, condition="poor-attendance"))
    'attendance is below 90 (a sign of poor-attendance)'
    """
    title = f"{sign.title}: " if sign.title else ""
    of = f" (a sign of {sign.condition})" if sign.condition else ""
    return f"{title}{column_words(sign)}{of}"


def column_words(found: ColumnCriterion) -> str:
    """Put a column and its criterion into words."""
    return f"{found.column} {criterion_words(found)}"


def tip_words(tip: Tip) -> str:
    """Put a tipping point into words.

    >>> tip_words(Tip(any=["attendance", "behaviour"], how_many=2, and_=["progress"]))
    'at least 2 of attendance, behaviour; and progress'
    """
    title = f"{tip.title}: " if tip.title else ""
    some = f"at least {tip.how_many} of " if tip.how_many > 1 else "any of "
    besides = f"; and {', '.join(tip.and_)}" if tip.and_ else ""
    return f"{title}{some}{', '.join(tip.any)}{besides}"


def offer_words(offer: Offer) -> str:
    """Put an offer into words.

    >>> offer_words(Offer(for_=["debt"], tier="individual", capacity={"value": 60, "per": "term"}))
    'for debt, individual, room for 60 pupils per term'
    """
    parts = (
        f"for {', '.join(offer.for_)}",
        f"by {offer.intervention}" if offer.intervention else "",
        f"when {offer.when}" if offer.when else "",
        offer.tier.value if offer.tier else "",
        capacity_words(offer.capacity) if offer.capacity else "",
        f"given where {column_words(offer.given)}" if offer.given else "",
    )
    title = f"{offer.title}: " if offer.title else ""
    return title + ", ".join(filter(None, parts))


def capacity_words(capacity: Capacity) -> str:
    """Put a capacity into words.

    >>> capacity_words(Capacity(value=1, per="year"))
    'room for 1 pupil per year'
    """
    return f"room for {counted(capacity.value, 'pupil')} per {capacity.per}"


def back_on_track_words(found: BackOnTrack) -> str:
    """Put the end of a need into words.

    >>> back_on_track_words(BackOnTrack(without="progress"))
    'without progress in the next period'
    """
    return f"without {', '.join(found.without)} in the next period"
