"""TOC410 no-rival."""

from collections.abc import Iterator

from tocmodel.analysis.goals import is_wanted
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_link
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Confidence, Link, Shows

_SURE = 75
_NO_RESULT = (Shows.AIM, Shows.SITUATION, Shows.DELIVERY)


class NoRival(Rule):
    """The claims that matter most name rival explanations.

    ## What it checks
    Whether links from an intervention, an output, a mechanism or an outcome to a wanted outcome
    name `rivals`, other explanations that were considered. It looks at links with evidence (of more
    than the aim, the situation or the delivery), links with high confidence (`high`, or 75 and
    above), and links of the main story to a goal.

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
    several = "{count} links name no rival explanation of the effect"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = "add 'rivals': what else happened at the time that could explain it?"
        theory = context.theory
        outcomes = theory.outcomes
        contributes = {*theory.interventions, *theory.outputs, *theory.mechanisms, *outcomes}
        for index, link in context.links:
            if link.from_ not in contributes:
                continue  # the effect of a condition is context, and no claim of the partnership
            if link.to not in outcomes or not is_wanted(outcomes[link.to]):
                continue
            what = "" if link.rivals_named else _claimed(context, link)
            if what:
                message = f"{what}, but names no rival explanation"
                yield of_link(index, link, message, help_)


def _claimed(context: RuleContext, link: Link) -> str:
    """Why a link should name rival explanations; empty where there is no need."""
    if any(
        item.shows not in _NO_RESULT
        for item in context.supporting_evidence.get((link.from_, link.to), ())
    ):
        return "has evidence"
    sure = link.confidence
    if sure is Confidence.HIGH or (isinstance(sure, int | float) and sure >= _SURE):
        return "is made with high confidence"
    if link.main and any(goal.id == link.to for goal in context.goals):
        return "is on the main story and leads to a goal"
    return ""
