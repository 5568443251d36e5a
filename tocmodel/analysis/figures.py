"""Every figure of a theory, with the element it belongs to and its address."""

from collections.abc import Iterator

from tocmodel.diagnostics import Pointer
from tocmodel.model import Element, Figure, Indicator, TheoryOfChange
from tocmodel.values import frozen


@frozen
class LocatedFigure:
    """A figure and where it is.

    Attributes:
        figure: the figure.
        pointer: its address in the theory.
        role: what it is there: ``baseline``, ``target``, ``observation``, ``tipping_point``,
            ``reach``, ``amount``, or which count of the place.
        owner: the element it belongs to; ``None`` for a figure of the place.
    """

    figure: Figure
    pointer: Pointer
    role: str
    owner: Element | None = None


def located_figures(theory: TheoryOfChange) -> Iterator[LocatedFigure]:
    """Find every figure of a theory: of its place, then section by section."""
    place = theory.place
    if place is not None:
        for name in ("residents", "children", "pupils", "families", "schools"):
            figure = getattr(place, name)
            if figure is not None:
                yield LocatedFigure(figure, ("place", name), name)
    for input_ in theory.inputs.values():
        if input_.amount is not None:
            yield LocatedFigure(input_.amount, ("inputs", input_.id, "amount"), "amount", input_)
    for done in theory.interventions.values():
        for number, figure in enumerate(done.reach):
            yield LocatedFigure(figure, ("interventions", done.id, "reach", number), "reach", done)
    for indicator in theory.indicators.values():
        yield from _of_indicator(indicator)


def _of_indicator(indicator: Indicator) -> Iterator[LocatedFigure]:
    at: Pointer = ("indicators", indicator.id)
    for name in ("baseline", "target", "tipping_point"):
        figure = getattr(indicator, name)
        if figure is not None:
            yield LocatedFigure(figure, (*at, name), name, indicator)
    for number, figure in enumerate(indicator.observations):
        yield LocatedFigure(figure, (*at, "observations", number), "observation", indicator)
