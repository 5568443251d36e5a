"""TOC419 source-before-event."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Pointer, Problem, Severity
from tocmodel.model import Basis, Entry, Indicator
from tocmodel.model.period import period


class SourceBeforeEvent(Rule):
    """A source is no older than what it reports.

    ## What it checks
    Whether the year of a source is before the period of a figure or of evidence that rests on
    it. Forecasts are left out.

    ## Why it matters
    A report from 2014 cannot describe what happened in 2017; perhaps it describes a plan. If the
    order is right after all, a waiver can explain why.

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

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = (
            "correct the year or the period, add 'basis: forecast', or name the "
            "source that reports it"
        )
        for entry, pointer, text, id_ in _dated(context):
            source = context.theory.sources.get(id_)
            of, published = period(text), period(source.year) if source else None
            if of and published and published.end < of.start:
                message = (
                    f"dates from {text}, but its source ({id_}) from "
                    f"{source.year if source else ''}"
                )
                yield at_place(entry, pointer, message, help_)


def _dated(context: RuleContext) -> Iterator[tuple[Entry | None, Pointer, str, str]]:
    """Everything with a period and a source: its owner, its place, the period and the source."""
    for placed in context.figures:
        figure = placed.figure
        owner = placed.owner.source if isinstance(placed.owner, Indicator) else ""
        if placed.role != "target" and figure.basis is Basis.ACTUAL:
            yield placed.owner, placed.pointer, figure.period, figure.source or owner
    for piece in context.pieces:
        evidence = piece.evidence
        yield evidence, (*piece.pointer, "period"), evidence.period, evidence.source
