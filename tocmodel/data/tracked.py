"""The counts of a tracker: how many pupils there are of each sort, and never a pupil."""

from collections.abc import Iterable, Mapping

from attrs import field, frozen

from tocmodel.diagnostics import Finding
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class TrackerCounts(SelfDescribing):
    """The counts of one period, of one group or of all pupils.

    Attributes:
        period: the period; empty where the data have none.
        by: the group: columns with their values; empty for all pupils.
        counts: what was counted, with how many pupils: ``("pupils",)``, ``("sign", "attendance")``,
            ``("tip", "tipped")``, ``("given", "meeting")``, ``("both", sign, offer)``,
            ``("matched", sign)`` (with the sign and an offer for it), ``("wanted", offer)``,
            ``("supported",)`` and others.
        followed: how many supported pupils have a sign to lose and are in the next period; ``None``
            where there is no next period yet.
        back: how many of them are back on track.
    """

    period: str = ""
    by: Mapping[str, str] = field(factory=dict)
    counts: Mapping[tuple[str, ...], int] = field(factory=dict, repr=False)
    followed: int | None = None
    back: int | None = None

    def count(self, *measure: str) -> int:
        """Return how many pupils a measure counted; none for one that does not exist.

        >>> TrackerCounts(counts={("pupils",): 9}).count("pupils")
        9
        """
        return self.counts.get(measure, 0)


@frozen(kw_only=True)
class Tracked(SelfDescribing):
    """What was counted for a tracker.

    Attributes:
        tracker: id of the tracker.
        periods: the counts of all pupils, period by period.
        groups: the counts of each group, period by period; none if the data have no groups.
        findings: what is wrong with the data, each with its place in the theory's file.
        notes: what the counts leave out, in sentences.
    """

    tracker: str
    periods: tuple[TrackerCounts, ...] = ()
    groups: tuple[TrackerCounts, ...] = ()
    findings: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()


def added_up(parts: Iterable[TrackerCounts]) -> TrackerCounts:
    """Return the counts of several groups of a period together.

    >>> groups = [TrackerCounts(period="2024", counts={("pupils",): n}) for n in (2, 3)]
    >>> added_up(groups).count("pupils")
    5
    """
    every = list(parts)
    counts: dict[tuple[str, ...], int] = {}
    for part in every:
        for measure, number in part.counts.items():
            counts[measure] = counts.get(measure, 0) + number
    followed = [part.followed for part in every if part.followed is not None]
    back = [part.back for part in every if part.back is not None]
    return TrackerCounts(
        period=every[0].period,
        counts=counts,
        followed=sum(followed) if followed else None,
        back=sum(back) if followed else None,
    )
