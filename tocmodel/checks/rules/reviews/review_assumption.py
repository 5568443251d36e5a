"""TOC822 review-assumption."""

from collections.abc import Iterator

from tocmodel.analysis.reviews import LastLook, last_looks
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import entry_label, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Answer, Assumption

_FOUND = {
    Answer.YES: "found it to be true",
    Answer.NO: "found it not to be true",
}


class ReviewAssumption(Rule):
    """An assumption states what the last review found out about it.

    ## What it checks
    Whether the last review that looked at an assumption (`still_true`) agrees with what the
    assumption itself states (`holds`).

    ## Why it matters
    A review is worth holding only if something follows from it. If an assumption was found not to
    be true but does not say so, links still rest on it, and pictures, explanations and checks take
    it as true. Once it states `holds: no`, the links that rest on it are reported.

    ## Example
    ```yaml
    assumptions:
      come: {title: Children who are hungry come, holds: yes}
    reviews:
      spring: {date: 2019-03-14, still_true: {come: no}, decided: to ask why they do not}
    ```

    ## Use instead
    ```yaml
    assumptions:
      come: {title: Children who are hungry come, holds: no}
    reviews:
      spring: {date: 2019-03-14, still_true: {come: no}, decided: to ask why they do not}
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study (co-
    design, monitor, revise); Mayne (2020), brief on contribution analysis (a theory of change is a
    pathway and its assumptions). The check is ours.
    """

    code = "TOC822"
    name = "review-assumption"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        looks = last_looks(context.theory)
        for assumption in context.theory.assumptions.values():
            look = looks.get(assumption.id)
            if look is not None and look.answer is not None and _disagree(assumption, look.answer):
                yield _problem(assumption, look, look.answer)


def _disagree(assumption: Assumption, found: Answer) -> bool:
    """Return whether an answer contradicts the assumption; that nobody could tell does not."""
    if assumption.holds is Answer.NO:
        return found is Answer.YES
    return found is Answer.NO


def _problem(assumption: Assumption, look: LastLook, found: Answer) -> Problem:
    states = f"'holds: {assumption.holds}'" if assumption.holds else "no 'holds'"
    message = f"has {states}, but the {entry_label(look.review)} {_FOUND[found]}"
    help_ = f"write 'holds: {found}' there, or explain in the assumption what has changed since"
    path = ("holds",) if assumption.holds else ()
    return of_entry(assumption, message, help_, *path)
