"""TOC410 no-rival."""

from collections.abc import Iterator

from tocmodel.analysis.goals import is_wanted
from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_link


class NoRival(Rule):
    """A claim that is backed by evidence says what else could explain it.

    ## What it checks
    Whether each link from an intervention, an output, a mechanism or an outcome to a wanted outcome
    that has evidence names `rivals`: other explanations that were thought of.

    ## Why it matters
    A contribution becomes credible when the likely other causes have been named and weighed. It
    is also the first question any evaluator asks.

    ## Example
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      survey: {title: Survey of pupils before and after, supports: [club -> fed]}
    links:
      - {from: club, to: fed}
    ```

    ## Use instead
    ```yaml
    interventions:
      club: {title: Breakfast club}
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      survey: {title: Survey of pupils before and after, supports: [club -> fed]}
    links:
      - {from: club, to: fed, rivals: [free school meals were extended in the same year]}
    ```

    ## Source
    Mayne, contribution analysis (whatworks.org.nz, steps 1 and 2); process tracing (Van Evera;
    Bennett; Collier), on uniqueness.
    """

    code = "TOC410"
    name = "no-rival"
    severity = Severity.ADVICE
    several = "for {count} links with evidence nobody has said what else could explain it"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "add 'rivals': what else happened at the time that could explain it?"
        theory = subject.theory
        outcomes = theory.outcomes
        contributes = {*theory.interventions, *theory.outputs, *theory.mechanisms, *outcomes}
        for index, link in subject.links:
            if link.from_ not in contributes:
                continue  # what a condition does is context, and no claim of the partnership
            if link.to not in outcomes or not is_wanted(outcomes[link.to]):
                continue
            if not link.rivals and subject.support.get((link.from_, link.to)):
                yield of_link(
                    index, link, "has evidence, but does not say what else could explain it", help_
                )
