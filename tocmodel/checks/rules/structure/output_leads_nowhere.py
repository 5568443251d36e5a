"""TOC114 output-leads-nowhere."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class OutputLeadsNowhere(Rule):
    """Every output leads to an outcome.

    ## What it checks
    Whether links lead from each linked output to an outcome, in one or more steps.

    ## Why it matters
    Sessions held and people trained matter because of their effects. An output that leads to
    nothing is work without a stated purpose.

    ## Example
    ```yaml
    interventions:
      course: {title: A course for early years staff}
    outputs:
      trained: {title: Forty staff are trained}
    outcomes:
      talk: {title: Children talk more in nursery, horizon: short}
    links:
      - course -> trained
      - course -> talk
    ```

    ## Use instead
    ```yaml
    interventions:
      course: {title: A course for early years staff}
    outputs:
      trained: {title: Forty staff are trained}
    outcomes:
      talk: {title: Children talk more in nursery, horizon: short}
    links:
      - course -> trained -> talk
    ```

    ## Source
    Davies (2018), CEDIL paper 15 (missing connections); Impact Mojo, theory of change pitfalls
    (activities passed off as outcomes).
    """

    code = "TOC114"
    name = "output-leads-nowhere"
    severity = Severity.WARNING
    follows_from = ("no-links",)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "link it, in one or more steps, to the outcome that it is for"
        for output in context.theory.outputs.values():
            # An output without any link is reported by another check.
            if output.id in context.in_story and output.id not in context.before_outcomes:
                yield of_entry(output, "leads to no outcome", help_)
