"""Sources, evidence and indicators: the basis of the theory, and the signs of change."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen
from attrs.converters import optional

from tocmodel.model.choices import (
    Better,
    EvidenceKind,
    EvidenceScale,
    EvidenceTest,
    Independence,
    IndicatorKind,
    Naming,
    Shows,
)
from tocmodel.model.convert import text, texts
from tocmodel.model.data import IndicatorData, indicator_data
from tocmodel.model.elements import Element, Entry
from tocmodel.model.figure import Figure, figure, figures
from tocmodel.model.from_mapping import make_each
from tocmodel.model.keys import key
from tocmodel.model.monitoring import Monitoring, monitoring
from tocmodel.model.quotations import Consent, consent
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class Source(Entry):
    """A citation: the document to look a figure or a claim up in.

    Attributes:
        author: who wrote it.
        year: when it was published.
        publisher: who published it.
        url: where it can be found.
        doi: its digital object identifier, without a web address in front.
        kind: what sort of document it is.
    """

    author: str = field(default="", metadata=key("minor"))
    year: str = field(default="", converter=text, metadata=key("minor", bare=True))
    publisher: str = field(default="", metadata=key("minor"))
    url: str = field(default="", metadata=key("minor", bare=True))
    doi: str = field(default="", metadata=key("minor", noun="a DOI", bare=True))
    kind: EvidenceKind | None = field(
        default=None, converter=optional(EvidenceKind), metadata=key("minor")
    )


@frozen(kw_only=True)
class Rating(SelfDescribing):
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
        period: when it was gathered, or the time that it is about.
        shows: what it shows: an aim, the situation, delivery, a change, no change, a mixed picture
            or a cause; ``None`` where this is not stated.
        supports: ids of elements, or links as ``cause -> effect``.
        contradicts: the same, for the claims that it speaks against.
        about: the same, for its subject, where it neither supports nor contradicts it.
        test: which process-tracing test it is.
        passed: whether the claim passed that test.
        rated: levels on published scales.
        quote: the words, exactly as the source has them.
        name: ``withheld`` where the name of whoever is quoted is left out on purpose.
        consent: the consent of whoever is quoted; ``None`` where the file has none.
        redacted: the source withholds it.
    """

    kind: EvidenceKind | None = field(
        default=None, converter=optional(EvidenceKind), metadata=key("minor")
    )
    independence: Independence | None = field(
        default=None,
        converter=optional(Independence),
        metadata=key("minor", question="who vouches for {}"),
    )
    source: str = field(default="", metadata=key("minor"))
    at: str = field(
        default="",
        converter=text,
        metadata=key("minor", question="where {} is in its source", bare=True),
    )
    period: str = field(default="", converter=text, metadata=key("minor", bare=True))
    shows: Shows | None = field(
        default=None,
        converter=optional(Shows),
        metadata=key("significant", question="what {} shows"),
    )
    supports: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="supports")
    )
    contradicts: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("significant", verb="speaks against")
    )
    about: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="is about")
    )
    test: EvidenceTest | None = field(
        default=None,
        converter=optional(EvidenceTest),
        metadata=key("minor", noun="a process-tracing test"),
    )
    passed: bool | None = field(
        default=None, metadata=key("significant", mark="having passed its test")
    )
    rated: tuple[Rating, ...] = field(
        default=(), converter=_ratings, metadata=key("minor", item="rating")
    )
    quote: str = field(default="", metadata=key("wording", noun="a quotation", prose=True))
    name: Naming | None = field(
        default=None, converter=optional(Naming), metadata=key("minor", noun="a name")
    )
    consent: Consent | None = field(default=None, converter=consent, metadata=key("minor"))
    redacted: bool = field(default=False, metadata=key("minor", mark="withheld"))


SUPPRESS_BELOW = 10
"""The smallest count of people that is published where nothing else is set."""

ONE_OR_SEVERAL = ("baseline", "target")
"""The lists of an indicator that mostly have one figure; a file then has it without a list."""


@frozen(kw_only=True)
class Indicator(Element):
    """A measurable sign of change.

    Attributes:
        measures: ids of the elements it is a sign of.
        unit: what is counted: children, percent, days.
        better: whether higher or lower is better.
        cumulative: each figure is a running total, which counts everything since the start.
        kind: what it counts: reach, output, outcome ...
        owner: id of the partner who collects it.
        every: how often it is collected: term, six months, monthly.
        next_due: when its next figure is due.
        method: how it is collected.
        baseline: the figure at the start; several for several groups, places or years.
        target: the figure aimed for; ``{note: to be agreed}`` where it is not set; several for
            several years, groups or places.
        observations: the figures seen or forecast, period by period.
        source: id of the source of its figures, where they all share one.
        routinely_monitored: whether it is routinely monitored today; or whether it was before
            the programme, and from when.
        tipping_point: the value at which someone must act.
        undercount: the true number is likely to be higher than what can be counted.
        suppress_below: below how many people its figures are not published; 0 for an indicator that
            does not count people; ``None`` for the number of the project.
        data: where its data are kept, in words; or the table that its figures are counted from.
    """

    measures: tuple[str, ...] = field(
        default=(), converter=texts, metadata=key("minor", verb="measures")
    )
    unit: str = field(default="", metadata=key("significant", noun="a unit", bare=True))
    better: Better | None = field(
        default=None,
        converter=optional(Better),
        metadata=key("significant", question="which way {} improves"),
    )
    cumulative: bool = field(default=False, metadata=key("significant", mark="a running total"))
    kind: IndicatorKind | None = field(
        default=None, converter=optional(IndicatorKind), metadata=key("minor")
    )
    owner: str = field(default="", metadata=key("minor", question="who collects {}"))
    every: str = field(default="", metadata=key("minor", question="how often {} is collected"))
    next_due: str = field(
        default="",
        converter=text,
        metadata=key("minor", question="when the next figure of {} is due", bare=True),
    )
    method: str = field(default="", metadata=key("minor", question="how {} is collected"))
    baseline: tuple[Figure, ...] = field(
        default=(), converter=figures, metadata=key("significant", item="baseline")
    )
    target: tuple[Figure, ...] = field(
        default=(), converter=figures, metadata=key("significant", item="target")
    )
    observations: tuple[Figure, ...] = field(
        default=(), converter=figures, metadata=key("result", item="result")
    )
    source: str = field(default="", metadata=key("minor"))
    routinely_monitored: bool | Monitoring | None = field(
        default=None,
        converter=monitoring,
        metadata=key("minor", mark="routinely monitored"),
    )
    tipping_point: Figure | None = field(
        default=None, converter=figure, metadata=key("significant")
    )
    undercount: bool = field(default=False, metadata=key("minor", mark="an undercount"))
    suppress_below: int | None = field(
        default=None, metadata=key("minor", noun="a smallest number to publish")
    )
    data: str | IndicatorData = field(
        default="",
        converter=indicator_data,
        metadata=key("minor", question="where the data of {} are kept"),
    )

    @property
    def data_name(self) -> str:
        """Where its data are kept, in words: a text of its own, the file, or the table."""
        return self.data if isinstance(self.data, str) else self.data.name
