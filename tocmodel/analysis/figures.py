"""Every figure in a theory, with the element it belongs to and its address."""

from collections.abc import Iterator

from attrs import frozen

from tocmodel.diagnostics import Pointer
from tocmodel.model import Element, Figure, Indicator, TheoryOfChange
from tocmodel.self_describing import SelfDescribing
from tocmodel.wording import unit_of


@frozen
class LocatedFigure(SelfDescribing):
    """A figure and where it is.

    Attributes:
        figure: the figure.
        pointer: its address in the theory.
        role: its role there: ``baseline``, ``target``, ``observation``, ``tipping_point``,
            ``reach``, ``amount``, or which count of the place.
        owner: the element it belongs to; ``None`` for a figure of the place.
        own_unit: its unit, where that is not the unit of its owner.
    """

    figure: Figure
    pointer: Pointer
    role: str
    owner: Element | None = None
    own_unit: str = ""

    @property
    def unit(self) -> str:
        """What it is counted in: a unit of its own, or the unit or the currency of its owner."""
        return self.figure.unit or self.own_unit or unit_of(self.owner)


def located_figures(theory: TheoryOfChange) -> Iterator[LocatedFigure]:
    """Find every figure in a theory: those of its place, then section by section."""
    place = theory.place
    if place is not None:
        for name in ("residents", "children", "pupils", "families", "schools"):
            figure = getattr(place, name)
            if figure is not None:
                yield LocatedFigure(figure, ("place", name), name)
    for input_ in theory.inputs.values():
        if input_.amount is not None:
            yield LocatedFigure(input_.amount, ("inputs", input_.id, "amount"), "amount", input_)
        for number, part in enumerate(input_.amounts):
            at = ("inputs", input_.id, "amounts", number, "amount")
            yield LocatedFigure(part.amount, at, "amount", input_, part.unit)
    for done in theory.interventions.values():
        for number, figure in enumerate(done.reach):
            yield LocatedFigure(figure, ("interventions", done.id, "reach", number), "reach", done)
    for indicator in theory.indicators.values():
        yield from _of_indicator(indicator)


def _of_indicator(indicator: Indicator) -> Iterator[LocatedFigure]:
    at: Pointer = ("indicators", indicator.id)
    lists = {"baseline": "baseline", "target": "target", "observations": "observation"}
    for name, role in lists.items():
        for number, figure in enumerate(getattr(indicator, name)):
            yield LocatedFigure(figure, (*at, name, number), role, indicator)
    if indicator.tipping_point is not None:
        at_it = (*at, "tipping_point")
        yield LocatedFigure(indicator.tipping_point, at_it, "tipping_point", indicator)
