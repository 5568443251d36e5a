"""TOC612 framework-one-sided."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._framework_checks import running
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import join


class FrameworkOneSided(Rule):
    """Not all that is done is of the one kind of which a framework warns.

    ## What it checks
    The checks of kind `not-only` of the frameworks that the theory names: whether all that is
    classified stands in the categories that should not be all there is. The finding carries the
    name of the framework and of its check, such as `resilience/odds-only-beat`, and a waiver can
    name it so.

    ## Why it matters
    Each thing may be right by itself and the whole still one-sided: support for each child to
    bear what nobody changes.

    ## Example
    ```yaml
    frameworks: [resilience]
    interventions:
      counselling: {title: Counselling in school, odds: beat}
      mentors: {title: A mentor for each child in care, odds: beat}
    ```

    ## Use instead
    ```yaml
    frameworks: [resilience]
    interventions:
      counselling: {title: Counselling in school, odds: beat}
      exclusions: {title: Schools stop sending children home, odds: change}
    ```

    ## Source
    The source that the framework gives for its check; `tocmodel rule FRAMEWORK/CHECK` shows it. For
    the example: HeadStart Kernow, *The Resilience Framework*, and Boingboing (2019), *Big
    Resilience*.
    """

    code = "TOC612"
    name = "framework-one-sided"
    severity = Severity.ADVICE
    runs_checks = True

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for one in running(subject, "not-only"):
            inside = frozenset[str]().union(*(one.with_parts(id_) for id_ in one.check.categories))
            used = {category for stands in one.stands.values() for category in stands.all}
            if used and used <= inside:
                titles = [one.title(id_) for id_ in one.check.categories]
                yield one.problem(usual=f"all that is classified stands in {join(titles, 'or')}")
