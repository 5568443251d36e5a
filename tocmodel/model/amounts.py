"""How much there is of an input, and how much of an intervention people get."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from tocmodel.model.convert import text
from tocmodel.model.figure import Figure, Number, figure
from tocmodel.model.from_mapping import make, make_each
from tocmodel.self_describing import SelfDescribing


def _figure(value: Figure | Number | Mapping[str, Any]) -> Figure:
    found = figure(value)
    if found is None:
        raise TypeError("an amount has a figure")
    return found


@frozen(kw_only=True)
class Amount(SelfDescribing):
    """A part of an input: what one funder gives, in one year, in money or in kind.

    Attributes:
        amount: how much; its ``period`` is the year or the years that it is for.
        unit: what it is counted in, where that is not the unit or currency of the input.
        funder: id of the partner who gives it.
        in_kind: given as goods, rooms or time, and not as money.
    """

    amount: Figure = field(converter=_figure)
    unit: str = ""
    funder: str = ""
    in_kind: bool = False


def amounts(value: Iterable[Amount | Mapping[str, Any]] | None) -> tuple[Amount, ...]:
    """Amounts from their fields, or as they are."""
    return make_each(Amount, value, "an amount")


@frozen(kw_only=True)
class Dose(SelfDescribing):
    """How much of an intervention people get (TIDieR, items 8 to 10; Hoffmann et al. 2014).

    Attributes:
        how_often: every week, six times a year.
        how_long: for how long, and how long each time.
        how_many: the number of times, lessons or visits.
        adapted: how it was fitted to people or places, or changed on the way.
    """

    how_often: str = field(default="", converter=text)
    how_long: str = field(default="", converter=text)
    how_many: str = field(default="", converter=text)
    adapted: str = field(default="", converter=text)


def dose(value: Dose | Mapping[str, Any] | None) -> Dose | None:
    """A dose from its fields, or as it is.

    >>> dose({"how_often": "every week"})
    Dose(how_often='every week')
    """
    return make(Dose, value, "the dose") if isinstance(value, Mapping) else value
