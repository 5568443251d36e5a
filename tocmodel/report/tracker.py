"""The counts of a tracker as plain data."""

from collections.abc import Iterable
from typing import Any

from tocmodel.data.tracked import Tracked, TrackerCounts
from tocmodel.model import TheoryOfChange, Tracker
from tocmodel.wording import remark_data


def tracker_data(theory: TheoryOfChange, tracked: Tracked) -> list[dict[str, Any]]:
    """Return the counts of a tracker, as ``tracked.schema.json`` describes them.

    The rows of all pupils of a period come before those of its groups.
    """
    tracker = theory.trackers[tracked.tracker]
    rows: list[TrackerCounts] = []
    for counts in tracked.periods:
        rows += [counts, *(group for group in tracked.groups if group.period == counts.period)]
    return [{**_data(tracker, row), **remark_data(theory)} for row in rows]


def _data(tracker: Tracker, counts: TrackerCounts) -> dict[str, Any]:
    offers = [id_ for id_, offer in tracker.offers.items() if offer.given]
    return {
        "tracker": tracker.id,
        "period": counts.period or None,
        "by": dict(counts.by),
        "pupils": counts.count("pupils"),
        "signs": {
            id_: {
                "pupils": counts.count("sign", id_),
                "not_known": counts.count("unknown", id_),
                "with_offer_for_it": counts.count("matched", id_),
                "offers": _counted(counts, "both", offers, id_),
            }
            for id_ in tracker.signs
        },
        "tips": _counted(counts, "tip", tracker.tips),
        "offers": {
            id_: {
                "demand": counts.count("wanted", id_),
                "given": counts.count("given", id_) if id_ in offers else None,
            }
            for id_ in tracker.offers
        },
        "supported": counts.count("supported"),
        "supported_and_tipped": counts.count("supported-tipped"),
        "followed": counts.followed,
        "back_on_track": counts.back,
    }


def _counted(counts: TrackerCounts, kind: str, ids: Iterable[str], *before: str) -> dict[str, int]:
    return {id_: counts.count(kind, *before, id_) for id_ in ids}
