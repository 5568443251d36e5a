"""TOC340 forecast-as-result."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import Phrases, at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Basis, EvidenceKind, Indicator

_PLANS = (EvidenceKind.PLAN, EvidenceKind.BID)
_EXPECTED = Phrases(
    "projected",
    "forecast",
    "is expected to",
    "are expected to",
    "expected to reach",
    "planned figure",
    "not yet happened",
)


class ForecastAsResult(Rule):
    """A planned figure is not stored as a result.

    ## What it checks
    Whether a figure that counts as actual comes from a source of the kind plan or bid, or has
    a note or comment that calls it projected, forecast or expected.

    ## Why it matters
    A hope from a bid, once it is in a table of results, is quoted as a result ever after.

    ## Example
    ```yaml
    sources:
      bid: {title: Bid for funding, kind: bid}
    outcomes:
      bold: {title: Young people are bold}
    indicators:
      took-part:
        title: Young people taking part
        measures: bold
        unit: people
        observations: [{value: 3000, source: bid}]
    ```

    ## Use instead
    ```yaml
    sources:
      bid: {title: Bid for funding, kind: bid}
    outcomes:
      bold: {title: Young people are bold}
    indicators:
      took-part:
        title: Young people taking part
        measures: bold
        unit: people
        observations: [{value: 3000, source: bid, basis: forecast}]
    ```

    ## Source
    University of Derby (2021), REF impact case study on mitigating intergenerational inequalities
    (expected numbers for a coming year beside those already reached).
    """

    code = "TOC340"
    name = "forecast-as-result"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        sources = context.theory.sources
        help_ = "add 'basis: forecast', or give the source in which it was counted"
        for placed in context.figures:
            figure = placed.figure
            if (
                placed.role not in ("observation", "reach", "baseline")
                or figure.basis is Basis.FORECAST
            ):
                continue
            source = figure.source or (
                placed.owner.source if isinstance(placed.owner, Indicator) else ""
            )
            if source in sources and sources[source].kind in _PLANS and figure.has_number:
                message = (
                    f"stores a figure from a {sources[source].kind} ({source}) as "
                    "if it had been counted"
                )
                yield at_place(placed.owner, placed.pointer, message, help_)
            elif _EXPECTED.find(f"{figure.note} {figure.comment}"):
                message = "stores an expected figure as if it had been counted"
                yield at_place(placed.owner, placed.pointer, message, help_)
