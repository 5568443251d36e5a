"""TOC228 sufficiency-gap."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class SufficiencyGap(Rule):
    """For a goal, the partnership has asked whether what leads there is enough.

    ## What it checks
    Whether each long-term outcome or impact that two or more elements lead to says so in
    `sufficient`: yes, no or unknown.

    ## Why it matters
    Each step may be needed and all of them together still not be enough. "No" is a good answer:
    it says what other partners would have to bring.

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
    several = "for {count} goals nobody has said whether what leads there is enough"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for goal in subject.goals:
            causes = subject.forward.predecessors[goal.id]
            if len(causes) > 1 and goal.sufficient is None:
                message = (
                    f"does not say whether the {len(causes)} things that lead to it are enough"
                )
                yield of_entry(goal, message, "add 'sufficient': yes, no or unknown")
