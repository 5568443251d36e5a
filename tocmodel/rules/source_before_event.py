"""TOC419 source-before-event."""

from collections.abc import Iterator

from tocmodel.diagnostics import Pointer, Problem, Severity
from tocmodel.model import Basis, Entry, Indicator
from tocmodel.model.period import period
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import at_place


class SourceBeforeEvent(Rule):
    """A source is no older than what it reports.

    ## What it checks
    Whether the year of a source lies before the period of a figure or of evidence that rests on
    it. Forecasts are left out.

    ## Why it matters
    A report of 2014 cannot say what happened in 2017; perhaps it says what was planned. Where the
    order is as it should be after all, a waiver can say why.

    ## Example
    ```yaml
    sources:
      blog: {title: A blog on a possible zone, year: 2014}
    outcomes:
      known: {title: Families are known early}
    indicators:
      reached:
        title: Children reached
        measures: known
        unit: children
        observations: [{value: 90, period: 2017, source: blog}]
    ```

    ## Use instead
    ```yaml
    sources:
      blog: {title: A blog on the zone, year: 2018}
    outcomes:
      known: {title: Families are known early}
    indicators:
      reached:
        title: Children reached
        measures: known
        unit: children
        observations: [{value: 90, period: 2017, source: blog}]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study,
    source J (of 2014, for a zone of 2017). That impact may come beside or before research:
    University of Derby (2021), REF impact case study.
    """

    code = "TOC419"
    name = "source-before-event"
    severity = Severity.WARNING
    several = "{count} sources are older than what they report"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = (
            "correct the year or the period, add 'basis: forecast', or name the "
            "source that reports it"
        )
        for entry, pointer, text, id_ in _dated(subject):
            source = subject.theory.sources.get(id_)
            of, published = period(text), period(source.year) if source else None
            if of and published and published.end < of.start:
                message = f"is of {text}, and its source ({id_}) of {source.year if source else ''}"
                yield at_place(entry, pointer, message, help_)


def _dated(subject: Subject) -> Iterator[tuple[Entry | None, Pointer, str, str]]:
    """Whatever has a period and a source: its owner, its place, the period and the source."""
    for placed in subject.figures:
        figure = placed.figure
        owner = placed.owner.source if isinstance(placed.owner, Indicator) else ""
        if placed.role != "target" and figure.basis is Basis.ACTUAL:
            yield placed.owner, placed.pointer, figure.period, figure.source or owner
    for piece in subject.pieces:
        evidence = piece.evidence
        yield evidence, (*piece.pointer, "period"), evidence.period, evidence.source
