"""TOC114 output-leads-nowhere."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class OutputLeadsNowhere(Rule):
    """Every output leads to an outcome.

    ## What it checks
    Whether links lead from each output that has a part in the story to an outcome, in one or more
    steps.

    ## Why it matters
    Sessions held and people trained matter because of their effects. An output from which nothing
    follows is work without a stated purpose.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "link it, in one or more steps, to the outcome that it is for"
        for output in subject.theory.outputs.values():
            # One without any link is reported as such, with everything else that has none.
            if output.id in subject.joined and output.id not in subject.before_outcomes:
                yield of_entry(output, "leads to no outcome", help_)
