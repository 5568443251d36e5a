"""The figures that a theory has already, and the theory with collected figures in it."""

import re
from collections.abc import Iterable, Sequence

from attrs import evolve

from tocmodel.data.collected import CollectedFigure, CollectedStatus
from tocmodel.model import Basis, Figure, Indicator, TheoryOfChange

_OUR_NOTE = re.compile(r"of [\d,]+ values?")


def written_figure(indicator: Indicator, figure: Figure) -> Figure | None:
    """Return the observation of an indicator for the period and group of a figure."""
    return next((item for item in indicator.observations if _is_for(item, figure)), None)


def with_collected(theory: TheoryOfChange, figures: Iterable[CollectedFigure]) -> TheoryOfChange:
    """Return a theory with collected figures among its observations.

    A figure that differs takes the place of the one for its period and group, whose source and
    remarks stay. A new one comes after the others. No other observation changes.
    """
    changed: dict[str, list[CollectedFigure]] = {}
    for found in figures:
        if found.status is not CollectedStatus.SAME:
            changed.setdefault(found.indicator, []).append(found)
    indicators = {
        id_: _with_observations(entry, changed[id_]) if id_ in changed else entry
        for id_, entry in theory.indicators.items()
    }
    return evolve(theory, indicators=indicators)


def _with_observations(indicator: Indicator, found: Sequence[CollectedFigure]) -> Indicator:
    kept = list(indicator.observations)
    for item in found:
        place = next((at for at, one in enumerate(kept) if _is_for(one, item.figure)), None)
        if place is None:
            kept.append(item.figure)
        else:
            kept[place] = _replaced(kept[place], item.figure)
    return evolve(indicator, observations=kept)


def _replaced(old: Figure, new: Figure) -> Figure:
    """Return a new figure with what a person wrote about the old one."""
    is_ours = not old.note or _OUR_NOTE.fullmatch(old.note)
    remarks = ("subgroup", "overlaps", "comparison", "place", "source", "at", "comment", "of_what")
    about = {name: getattr(old, name) for name in (*remarks, "period", "by")}
    return evolve(new, **about, note=new.note if is_ours else old.note)


def _is_for(written: Figure, figure: Figure) -> bool:
    """Return whether an observation is about the same period and group, and was counted."""
    return (
        written.basis is Basis.ACTUAL
        and written.has_number
        and not (written.subgroup or written.place)
        and written.period == figure.period
        and {key: str(value) for key, value in written.by.items()} == dict(figure.by)
    )
