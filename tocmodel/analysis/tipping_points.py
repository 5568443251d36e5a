"""Indicators whose latest figure is past the value at which someone must act."""

from tocmodel.analysis.comparison import Order, comparable, setting_of
from tocmodel.analysis.progress import progress_of
from tocmodel.model import Better, Figure, Indicator, TheoryOfChange


def past_tipping_point(theory: TheoryOfChange, indicator: Indicator) -> Figure | None:
    """Return the latest figure of an indicator if it is on the worse side of the tipping point.

    ``None`` also where the file does not state which side is worse, or the two cannot be compared.

    >>> hungry = Indicator(title="Hungry", better="lower", tipping_point=30, observations=[35])
    >>> past_tipping_point(TheoryOfChange(title="T"), hungry)
    Figure(value=35)
    """
    point = indicator.tipping_point
    latest = progress_of(theory, indicator)[0].latest
    if point is None or latest is None or indicator.better is None:
        return None
    found = comparable(latest, point, setting_of(theory, indicator))
    worse = Order.LESS if indicator.better is Better.HIGHER else Order.MORE
    return latest if found.order is worse else None
