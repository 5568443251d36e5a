"""TOC605 several-of-single."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import join, of_entry


class SeveralOfSingle(Rule):
    """Where a framework has one answer, an element has one.

    ## What it checks
    Whether an element stands in two categories of a dimension that is `single`, by how it is
    classified and by what its fields say.

    ## Why it matters
    Two answers to a question that has one are a slip, or two elements in one: a commission's
    hearings and its report are two stages and two pieces of work.

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
    tocmodel's own check: a framework says which of its questions have one answer.
    """

    code = "TOC605"
    name = "several-of-single"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for (id_, name), stands in subject.standings.items():
            dimension = subject.frameworks[id_].dimensions[name]
            for element, one in stands.items() if dimension.single else ():
                if len(one.all) > 1:
                    titles = [f"'{category}'" for category in one.all]
                    message = f"stands in {join(titles)}, and '{name}' of '{id_}' has one answer"
                    help_ = "choose one, or make two elements of it"
                    path = ("classified_as", id_)
                    yield of_entry(subject.theory.element(element), message, help_, *path)
