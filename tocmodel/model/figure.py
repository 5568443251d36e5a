"""A number that keeps its doubts."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.choices import Basis, Qualifier, Statistic
from tocmodel.model.convert import EMPTY, FrozenDict, own_words, text
from tocmodel.model.from_mapping import make
from tocmodel.self_describing import SelfDescribing

Number = int | float
"""A number as it is written, whole or not."""


def _pair(value: Iterable[Number]) -> tuple[Number, Number]:
    low, high = value
    return (low, high)


@frozen(kw_only=True)
class Spread(SelfDescribing):
    """How far apart the values behind a number are, or how sure the number is.

    Attributes:
        sd: the standard deviation of the values, in their unit.
        se: the standard error of the number, in its unit.
        ci: the lower and the upper end of its confidence interval, in its unit.
        ci_level: the level of that interval in per cent; ``None`` where the source gives none.
        range: the lowest and the highest of the values, in their unit.
    """

    sd: Number | None = None
    se: Number | None = None
    ci: tuple[Number, Number] | None = field(default=None, converter=optional(_pair))
    ci_level: Number | None = None
    range: tuple[Number, Number] | None = field(default=None, converter=optional(_pair))


def _spread(value: Spread | Mapping[str, Any] | None) -> Spread | None:
    return Spread(**value) if isinstance(value, Mapping) else value


@frozen(kw_only=True)
class Figure(SelfDescribing):
    """A value as its source gives it: nothing expanded, rounded or mixed.

    A figure may have no number: a qualitative observation has a ``comment``, a target that is
    not agreed has a ``note``, and a ``redacted`` figure carries nothing at all.

    Attributes:
        statistic: what sort of number it is; where it is left out, the unit decides: a share
            where the unit is percent, else a count or an amount.
        value: the number, in the indicator's unit.
        unit: what it counts, where that is not the unit of its indicator.
        from_, to: the ends of a range, given in place of the value, in the same unit (``from`` in a
            file).
        qualifier: ``about``, ``at least``, ``more than`` and so on.
        of: the denominator, in the same unit (836 *of* 1,000 children).
        of_qualifier: the doubt of the denominator (836 of *about* 1,000 children).
        of_what: what the denominator counts, in words.
        spread: how far the values behind it lie apart, or how sure it is.
        respondents: how many people answered, for a survey.
        subgroup: the part of the population that the figure is about.
        by: the group that it is about, each property with its value (``{"sex": "girls"}``).
        overlaps: some of the same people may be counted in another figure too.
        comparison: what the figure was compared with; ``none`` means that it was compared with
            nothing.
        basis: ``actual`` (counted) or ``forecast`` (expected).
        period: ``2018``, ``2018-09``, ``2018-09-01``, two of them joined by ``/``, a quarter, a
            season or a term.
        place: the place the figure is about, where it is not the theory's own.
        source: id of the source.
        at: the place in the source: a page, a section, an evidence letter.
        comment: the observation, in words.
        note: a remark on the figure itself, such as how to read it.
        redacted: the source withholds the figure.
    """

    statistic: Statistic | None = field(default=None, converter=optional(Statistic))
    value: Number | None = None
    unit: str = ""
    from_: Number | None = None
    to: Number | None = None
    qualifier: Qualifier | None = field(default=None, converter=optional(Qualifier))
    of: Number | None = None
    of_qualifier: Qualifier | None = field(default=None, converter=optional(Qualifier))
    of_what: str = ""
    spread: Spread | None = field(default=None, converter=_spread)
    respondents: int | None = None
    subgroup: str = ""
    by: FrozenDict[str, str] = field(default=EMPTY, converter=own_words)
    overlaps: bool = False
    comparison: str = ""
    basis: Basis = field(default=Basis.ACTUAL, converter=Basis)
    period: str = field(default="", converter=text)
    place: str = ""
    source: str = ""
    at: str = field(default="", converter=text)
    comment: str = ""
    note: str = ""
    redacted: bool = False

    @property
    def bounds(self) -> tuple[Number, Number] | None:
        """The lowest and the highest number that it may be; ``None`` where there is no number.

        >>> Figure(value=7).bounds, Figure(from_=5, to=10).bounds, Figure(comment="more").bounds
        ((7, 7), (5, 10), None)
        """
        if self.value is not None:
            return self.value, self.value
        if self.from_ is not None and self.to is not None:
            return self.from_, self.to
        return None

    @property
    def is_part(self) -> bool:
        """Whether it is a count or a share, and so may be a part of a whole.

        >>> Figure(value=7).is_part, Figure(value=5.3, statistic="mean-change").is_part
        (True, False)
        """
        return self.statistic in (None, Statistic.COUNT, Statistic.SHARE)

    @property
    def is_change(self) -> bool:
        """Whether the number itself is a rise or a fall."""
        return self.statistic in (
            Statistic.MEAN_CHANGE,
            Statistic.PERCENT_CHANGE,
            Statistic.POINT_CHANGE,
        )

    def is_like(self, other: "Figure") -> bool:
        """Return whether it is a number of the same sort, so that the two can be compared."""
        return self.statistic == other.statistic or (self.is_part and other.is_part)

    @property
    def has_number(self) -> bool:
        """Whether it gives a number: a value, or at least one end of a range."""
        return any(number is not None for number in (self.value, self.from_, self.to))


def figure(value: Figure | Number | Mapping[str, Any] | None) -> Figure | None:
    """A figure from a bare number, from its fields, or as it is.

    >>> figure(1000) == Figure(value=1000)
    True
    >>> figure({"from": 5, "to": 10}) == Figure(from_=5, to=10)
    True
    """
    if value is None or isinstance(value, Figure):
        return value
    if isinstance(value, Mapping):
        return make(Figure, value)
    return Figure(value=value)


One = Figure | Number | Mapping[str, Any]
"""A figure in any of the accepted forms."""


def figures(value: One | Iterable[One] | None) -> tuple[Figure, ...]:
    """One figure or several, as a tuple.

    >>> figures(30) == figures([30]) == figures({"value": 30}) == (Figure(value=30),)
    True
    """
    if isinstance(value, Figure | int | float | Mapping):
        value = (value,)
    found = (figure(item) for item in value or ())
    return tuple(item for item in found if item is not None)
