"""TOC228 sufficiency-gap."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class SufficiencyGap(Rule):
    """For each goal, the partnership has asked whether its causes are enough.

    ## What it checks
    Whether each long-term outcome or impact with two or more causes has `sufficient`:
    yes, no or unknown.

    ## Why it matters
    Each step may be necessary, and all of them together may still not be enough. "No" is a good
    answer: it shows that other partners have something to bring.

    ## Example
    ```yaml
    outcomes:
      learning: {title: Children do well at school, horizon: medium}
      health: {title: Children are well, horizon: medium}
      thriving: {title: Children thrive, horizon: impact}
    links: [learning -> thriving, health -> thriving]
    ```

    ## Use instead
    ```yaml
    outcomes:
      learning: {title: Children do well at school, horizon: medium}
      health: {title: Children are well, horizon: medium}
      thriving: {title: Children thrive, horizon: impact, sufficient: unknown}
    links: [learning -> thriving, health -> thriving]
    ```

    ## Source
    CFLeads, community foundation guide to theories of change (NTF_TOC-04): is each precondition
    necessary, are all together sufficient, can someone act on it?
    """

    code = "TOC228"
    name = "sufficiency-gap"
    severity = Severity.ADVICE
    follows_from = ("no-links",)
    several = "{count} goals do not state whether their causes are enough"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for goal in context.goals:
            causes = context.forward.predecessors[goal.id]
            if len(causes) > 1 and goal.sufficient is None:
                message = f"does not state whether its {len(causes)} causes are enough"
                yield of_entry(goal, message, "add 'sufficient': yes, no or unknown")
