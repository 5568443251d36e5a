"""TOC346 low-start-subgroup."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import Phrases, at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity

_LOW_START = Phrases(
    "lowest",
    "worst",
    "poorest",
    "low initial",
    "low baseline",
    "low start",
    "lowest initial",
    "highest need",
    "highest needs",
    "most at risk",
    "low scores",
)


class LowStartSubgroup(Rule):
    """A gain among those who started lowest is compared with something.

    ## What it checks
    Whether a figure with a `subgroup` of the lowest, the worst or a low start has a `comparison`.
    The word `none` means that there is none, and readers see it.

    ## Why it matters
    Those who were lowest at the first count are on average higher at the second even without any
    work, because chance played a part in their low start (regression to the mean). A comparison
    shows how much.

    ## Example
    ```yaml
    outcomes:
      attend: {title: Pupils come to school more}
    indicators:
      days:
        title: Additional days in school
        measures: attend
        unit: days
        observations: [{value: 7.6, subgroup: pupils with the lowest resilience at the start}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      attend: {title: Pupils come to school more}
    indicators:
      days:
        title: Additional days in school
        measures: attend
        unit: days
        observations:
          - value: 7.6
            subgroup: pupils with the lowest resilience at the start
            comparison: pupils with as low a start in schools that did not take part
    ```

    ## Source
    University of Brighton (2021), *Developing Communities of Practice*, REF impact case study,
    source 5.4 (7.6 days among those with the lowest initial scores). On regression to the mean:
    general statistical knowledge.
    """

    code = "TOC346"
    name = "low-start-subgroup"
    severity = Severity.WARNING
    several = "{count} gains of groups picked for a low start have no comparison"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = (
            "name what it was compared with under 'comparison', or write 'comparison: none' if it "
            "was compared with nothing"
        )
        for placed in context.figures:
            figure = placed.figure
            if (
                placed.role != "observation"
                or figure.comparison
                or not _LOW_START.find(figure.subgroup)
            ):
                continue
            message = (
                f"reports on a group picked for a low start ({figure.subgroup}) "
                "without a comparison"
            )
            yield at_place(placed.owner, placed.pointer, message, help_)
