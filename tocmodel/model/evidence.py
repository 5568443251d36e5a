"""Sources, evidence and indicators: what the theory rests on, and how change is seen."""

from collections.abc import Iterable, Mapping
from typing import Any

from tocmodel.model.choices import (
    Better,
    EvidenceKind,
    EvidenceScale,
    EvidenceTest,
    Independence,
    IndicatorKind,
    Shows,
)
from tocmodel.model.convert import text, texts
from tocmodel.model.elements import Element, Entry
from tocmodel.model.figure import Figure, figure, figures
from tocmodel.model.from_mapping import make_each
from tocmodel.model.monitoring import Monitoring, monitoring
from tocmodel.values import field, frozen, optional


@frozen(kw_only=True)
class Source(Entry):
    """A citation: where a figure or a claim can be looked up.

    Attributes:
        author: who wrote it.
        year: when it was published.
        publisher: who published it.
        url: where it can be found.
        doi: its digital object identifier, without the address of a resolver.
        kind: what sort of document it is.
    """

    author: str = ""
    year: str = field(default="", converter=text)
    publisher: str = ""
    url: str = ""
    doi: str = ""
    kind: EvidenceKind | None = field(default=None, converter=optional(EvidenceKind))


@frozen(kw_only=True)
class Rating:
    """A level on one published scale of evidence strength; scales never convert.

    Attributes:
        scale: the published scale.
        level: the level, as the scale names it.
    """

    scale: EvidenceScale = field(converter=EvidenceScale)
    level: str = field(converter=text)


def _ratings(value: Iterable[Rating | Mapping[str, Any]] | None) -> tuple[Rating, ...]:
    return make_each(Rating, value, "a rating")


@frozen(kw_only=True)
class Evidence(Element):
    """Something for or against a claim, or about it.

    Attributes:
        kind: what sort of thing it is.
        independence: who vouches for it.
        source: id of the source it is in.
        at: the place in the source.
        period: when it was gathered, or what time it is about.
        shows: what it shows: an aim, the situation, delivery, a change, no change, a mixed picture
            or a cause; ``None`` where this is not stated.
        supports: ids of elements, or links as ``cause -> effect``.
        contradicts: the same, for what it speaks against.
        about: the same, for what it is about and neither supports nor contradicts.
        test: which process-tracing test it is.
        passed: whether the claim passed that test.
        rated: levels on published scales.
        quote: the words, exactly as the source has them.
        redacted: the source withholds it.
    """

    kind: EvidenceKind | None = field(default=None, converter=optional(EvidenceKind))
    independence: Independence | None = field(default=None, converter=optional(Independence))
    source: str = ""
    at: str = field(default="", converter=text)
    period: str = field(default="", converter=text)
    shows: Shows | None = field(default=None, converter=optional(Shows))
    supports: tuple[str, ...] = field(default=(), converter=texts)
    contradicts: tuple[str, ...] = field(default=(), converter=texts)
    about: tuple[str, ...] = field(default=(), converter=texts)
    test: EvidenceTest | None = field(default=None, converter=optional(EvidenceTest))
    passed: bool | None = None
    rated: tuple[Rating, ...] = field(default=(), converter=_ratings)
    quote: str = ""
    redacted: bool = False


@frozen(kw_only=True)
class Indicator(Element):
    """A measurable sign of change.

    Attributes:
        measures: ids of the elements it is a sign of.
        unit: what is counted: children, percent, days.
        better: whether higher or lower is better.
        kind: what it counts: reach, output, outcome ...
        baseline: where things stood at the start.
        target: what is aimed for; ``{note: to be agreed}`` where it is not set.
        observations: what was seen, or is forecast, period by period.
        source: id of the source of its figures, where they all share one.
        routinely_monitored: whether anyone counts it routinely: today, or before the programme
            and since when.
        tipping_point: the value at which someone must act.
        undercount: the true number is likely to be higher than what can be counted.
        data: where its data are kept.
    """

    measures: tuple[str, ...] = field(default=(), converter=texts)
    unit: str = ""
    better: Better | None = field(default=None, converter=optional(Better))
    kind: IndicatorKind | None = field(default=None, converter=optional(IndicatorKind))
    baseline: Figure | None = field(default=None, converter=figure)
    target: Figure | None = field(default=None, converter=figure)
    observations: tuple[Figure, ...] = field(default=(), converter=figures)
    source: str = ""
    routinely_monitored: bool | Monitoring | None = field(default=None, converter=monitoring)
    tipping_point: Figure | None = field(default=None, converter=figure)
    undercount: bool = False
    data: str = ""
