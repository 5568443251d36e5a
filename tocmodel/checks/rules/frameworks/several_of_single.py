"""TOC605 several-of-single."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import join, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class SeveralOfSingle(Rule):
    """If a question of a framework takes one answer, an element has only one.

    ## What it checks
    Whether an element is in two categories of a dimension that is `single`, by its classification
    and by its fields.

    ## Why it matters
    If an element has two answers to such a question, that is a slip, or it is really two elements:
    a commission's hearings and its report are two stages and two pieces of work.

    ## Example
    ```yaml
    frameworks: [fairness-commission]
    interventions:
      hearings:
        title: Public hearings and the report
        classified_as: {fairness-commission: [participation, recommendations]}
    ```

    ## Use instead
    ```yaml
    frameworks: [fairness-commission]
    interventions:
      hearings: {title: Public hearings, classified_as: {fairness-commission: [participation]}}
      report: {title: The report, classified_as: {fairness-commission: [recommendations]}}
    ```

    ## Source
    tocmodel's own check: a framework marks its questions with only one answer.
    """

    code = "TOC605"
    name = "several-of-single"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for (id_, name), element_categories in context.element_categories.items():
            dimension = context.frameworks[id_].dimensions[name]
            for element, one in element_categories.items() if dimension.single else ():
                if len(one.all) > 1:
                    titles = [f"'{category}'" for category in one.all]
                    message = f"is in {join(titles)}, but '{name}' of '{id_}' has one answer"
                    help_ = "choose one, or split it into two elements"
                    path = ("classified_as", id_)
                    yield of_entry(context.theory.element(element), message, help_, *path)
