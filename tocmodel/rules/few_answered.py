"""TOC364 few-answered."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Indicator
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import at_place, is_percent, number


class FewAnswered(Rule):
    """A share of those who answered is not taken for a share of all.

    ## What it checks
    Whether an observed percentage has fewer than half as many `respondents` as the number that
    it is a share `of`.

    ## Why it matters
    Those who answer differ from those who do not: they came more often, and liked it more. What
    94 say is not what 382 would have said.

    ## Example
    ```yaml
    outcomes:
      better: {title: Young people feel the benefit}
    indicators:
      difference:
        title: Young people who say it makes a difference
        measures: better
        unit: percent
        observations: [{value: 95, respondents: 94, of: 382, of_what: young people who came}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      better: {title: Young people feel the benefit}
    indicators:
      difference:
        title: Young people who say it makes a difference
        measures: better
        unit: percent
        observations: [{value: 95, respondents: 94, of_what: those who answered; 382 came}]
    ```

    ## Source
    University of Manchester (2021), *New-generation Children's Zones*, REF impact case study,
    source E (95 per cent, n = 94, of 382 who attended). That it begins at half is ours.
    """

    code = "TOC364"
    name = "few-answered"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "leave out 'of', and say in 'of_what' that it is of those who answered"
        for placed in subject.figures:
            figure, owner = placed.figure, placed.owner
            if placed.role != "observation" or not isinstance(owner, Indicator):
                continue
            if figure.of is None or figure.respondents is None or not is_percent(owner.unit):
                continue
            if 2 * figure.respondents < figure.of:
                message = (
                    f"is given of {number(figure.of)}, and {number(figure.respondents)} answered"
                )
                yield at_place(owner, placed.pointer, message, help_)
