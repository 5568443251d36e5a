"""The tables of a tracker: the funnel of pupils, matched support, and demand against capacity."""

from collections.abc import Iterable, Iterator, Sequence

from tocmodel.data.tracked import Tracked, TrackerCounts
from tocmodel.diagram.notes import full_title
from tocmodel.model import Offer, TheoryOfChange, Tier, Tracker
from tocmodel.model.period import period
from tocmodel.tables.matrix import Cell, Heading, Matrix
from tocmodel.wording import remark_words

NOT_KNOWN = "not known yet"
"""The words for what the data of the next period will tell."""


def tracker_funnel(theory: TheoryOfChange, tracked: Tracked) -> Matrix:
    """Return the funnel of a tracker: who is flagged, tipped, supported and back on track.

    It has a row for all pupils of each period, and one for each group, and each number has its own
    whole: flagged and tipped are of all pupils, supported of those who tipped, and back on track of
    the supported pupils with a sign to lose of whom the next period tells.
    """
    tracker = theory.trackers[tracked.tracker]
    columns = [Heading(id="pupils", title="Pupils")]
    columns += [
        Heading(id=f"tip {id_}", title=tip.title or _words(id_))
        for id_, tip in tracker.tips.items()
    ]
    if any(offer.given for offer in tracker.offers.values()):
        columns.append(Heading(id="supported", title="Supported"))
        if tracker.back_on_track:
            columns.append(Heading(id="back", title="Back on track"))
    rows = list(_rows(tracked))
    return Matrix(
        title=f"{tracker.title}: from sign to support",
        subtitle=full_title(theory),
        remark=remark_words(theory),
        language=theory.language,
        description=_funnel_words(tracker, tracked),
        corner="Group",
        rows=tuple(heading for heading, _ in rows),
        columns=tuple(columns),
        cells=tuple(cell for row in rows for cell in _funnel_cells(tracker, columns, *row)),
    )


def _rows(tracked: Tracked) -> Iterator[tuple[Heading, TrackerCounts]]:
    for place, counts in enumerate(tracked.periods):
        yield _heading(f"{place}", "All", counts), counts
        for number, group in enumerate(tracked.groups):
            if group.period == counts.period:
                title = ", ".join(group.by.values())
                yield _heading(f"{place} {number}", title, group), group


def _heading(id_: str, title: str, counts: TrackerCounts) -> Heading:
    return Heading(id=id_, title=title, part_of=counts.period or "All periods")


def _funnel_cells(
    tracker: Tracker, columns: Iterable[Heading], row: Heading, counts: TrackerCounts
) -> Iterator[Cell]:
    pupils = counts.count("pupils")
    *_, tip = ("", *tracker.tips)
    for column in columns:
        kind, _, id_ = column.id.partition(" ")
        match kind:
            case "pupils":
                words = f"{pupils:,}"
            case "tip":
                words = of_words(counts.count("tip", id_), pupils)
            case "supported":
                of = f"{counts.count('supported-tipped'):,} of {counts.count('tip', tip):,}"
                words = f"{counts.count('supported'):,} ({of} who tipped)"
            case _:
                words = NOT_KNOWN
                if counts.followed is not None and counts.back is not None:
                    words = of_words(counts.back, counts.followed)
        yield Cell(row=row.id, column=column.id, texts=(words,), weight=1)


def of_words(number: int, whole: int) -> str:
    """Return a number with its whole and its share.

    >>> of_words(948, 1200), of_words(0, 0)
    ('948 of 1,200 (79%)', '0 of 0')
    """
    share = f" ({100 * number / whole:.0f}%)" if whole else ""
    return f"{number:,} of {whole:,}{share}"


def tracker_support(theory: TheoryOfChange, tracked: Tracked, counts: TrackerCounts) -> Matrix:
    """Return which pupils with a sign got which offer in a period, and the gaps.

    It has a row for each sign and a column for each offer. A cell counts the pupils with the sign
    who got the offer; an offer that is not for the sign is marked. The last column counts those who
    got no offer for their sign: the gap.
    """
    tracker = theory.trackers[tracked.tracker]
    offers = {id_: offer for id_, offer in tracker.offers.items() if offer.given}
    columns = [Heading(id="with", title="Pupils with the sign")]
    columns += [
        Heading(id=f"offer {id_}", title=offer_title(theory, id_, offer))
        for id_, offer in offers.items()
    ]
    columns.append(Heading(id="gap", title="No offer for it"))
    cells = tuple(
        cell for sign in tracker.signs for cell in _support_cells(sign, offers.items(), counts)
    )
    return Matrix(
        title=f"{tracker.title}: matched support",
        subtitle=full_title(theory),
        remark=remark_words(theory),
        language=theory.language,
        description=f"Support in {counts.period or 'all periods'}: a row for each sign.",
        corner="Sign",
        rows=tuple(
            Heading(id=id_, title=sign.title or _words(id_)) for id_, sign in tracker.signs.items()
        ),
        columns=tuple(columns),
        cells=cells,
        note=f"{counts.period or 'All periods'}. A dash: no pupil with the sign got it."
        if any("–" in cell.texts for cell in cells)
        else f"{counts.period or 'All periods'}.",
    )


def _support_cells(
    sign: str, offers: Iterable[tuple[str, Offer]], counts: TrackerCounts
) -> Iterator[Cell]:
    pupils, is_offered = counts.count("sign", sign), False
    yield Cell(row=sign, column="with", texts=(f"{pupils:,}",), weight=1)
    for id_, offer in offers:
        number = counts.count("both", sign, id_)
        is_for = sign in offer.for_
        is_offered |= is_for
        words = of_words(number, pupils) if is_for else f"{number:,} (for other signs)"
        shown = words if is_for or number else "–"
        yield Cell(row=sign, column=f"offer {id_}", texts=(shown,), weight=int(is_for))
    gap = pupils - counts.count("matched", sign)
    words = of_words(gap, pupils) if is_offered else f"{gap:,}: nothing is offered"
    yield Cell(row=sign, column="gap", texts=(words,), weight=0)


def tracker_demand(theory: TheoryOfChange, tracked: Tracked) -> Matrix:
    """Return how many pupils each tier and offer would be for, who got it, and how many fit.

    Demand counts the pupils with a sign that an offer is for, for whom the tipping point calls for
    it. A tier counts each pupil once. Capacity is compared only where it is given for the length of
    time that the periods of the data have.
    """
    tracker = theory.trackers[tracked.tracker]
    rows = list(_demand_rows(theory, tracker, tracked.periods))
    columns = (
        Heading(id="wanted", title="Demand"),
        Heading(id="given", title="Given"),
        Heading(id="room", title="Capacity"),
        Heading(id="gap", title="Room or gap"),
    )
    return Matrix(
        title=f"{tracker.title}: demand and capacity",
        subtitle=full_title(theory),
        remark=remark_words(theory),
        language=theory.language,
        description="How many pupils each offer would be for, and how many it has room for.",
        corner="Offer",
        rows=tuple(row for row, _ in rows),
        columns=columns,
        cells=tuple(
            Cell(row=row.id, column=column.id, texts=(words,), weight=1)
            for row, texts in rows
            for column, words in zip(columns, texts, strict=True)
        ),
    )


def _demand_rows(
    theory: TheoryOfChange, tracker: Tracker, periods: Sequence[TrackerCounts]
) -> Iterator[tuple[Heading, tuple[str, ...]]]:
    for place, counts in enumerate(periods):
        for tier in reversed((*Tier, None)):
            offers = {id_: one for id_, one in tracker.offers.items() if one.tier is tier}
            if len(offers) > 1 and tier is not None:
                title = f"All {tier.value}"
                row = _heading(f"{place} {tier}", title, counts)
                yield row, _demand(counts, tier.value, offers.values(), "-tier")
            for id_, offer in offers.items():
                title = offer_title(theory, id_, offer)
                title += f" ({tier.value})" if tier else ""
                yield _heading(f"{place} {id_}", title, counts), _demand(counts, id_, [offer], "")


def _demand(counts: TrackerCounts, id_: str, offers: Iterable[Offer], kind: str) -> tuple[str, ...]:
    every = list(offers)
    wanted = counts.count(f"wanted{kind}", id_)
    given = f"{counts.count(f'given{kind}', id_):,}" if any(x.given for x in every) else "not known"
    room, stated = _capacity(counts, every)
    if room is None:
        return f"{wanted:,}", given, stated, ""
    left = room - wanted
    return (
        f"{wanted:,}",
        given,
        stated,
        f"room for {left:,} more" if left >= 0 else f"{-left:,} short",
    )


def _capacity(counts: TrackerCounts, offers: Sequence[Offer]) -> tuple[int | float | None, str]:
    """Return the capacity of offers in a period, if it can be compared, and its words."""
    stated = [offer.capacity for offer in offers if offer.capacity]
    if not stated or len(stated) < len(offers):
        return None, "not stated"
    words = "; ".join(dict.fromkeys(f"per {item.per}" for item in stated))
    total = sum(item.value for item in stated)
    found = period(counts.period)
    length = found.length.removeprefix("a ") if found else ""
    if any(item.per.strip().casefold() != length for item in stated):
        return None, f"{total:,} {words}"
    return total, f"{total:,}"


def offer_title(theory: TheoryOfChange, id_: str, offer: Offer) -> str:
    """Return the name of an offer for people."""
    known = theory.interventions.get(offer.intervention)
    return offer.title or (known.full_title if known else _words(id_))


def _words(id_: str) -> str:
    return id_.replace("-", " ").capitalize()


def _funnel_words(tracker: Tracker, tracked: Tracked) -> str:
    periods = [counts.period or "all periods" for counts in tracked.periods]
    return f"{tracker.title}: pupils with signs and support in {', '.join(periods)}."
