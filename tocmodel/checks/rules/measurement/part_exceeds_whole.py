"""TOC331 part-exceeds-whole."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import amount, at_place, number
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Indicator
from tocmodel.wording import is_percent

_ALL = 100


class PartExceedsWhole(Rule):
    """A part is no larger than the whole it is a part of.

    ## What it checks
    Whether a figure is larger than its own denominator (`of`), whether more people answered than
    there were, and whether a share in per cent is over 100. A range is larger if all of it is.

    ## Why it matters
    Either one of the two numbers is wrong, or they do not count the same thing. Contacts and people
    are often mixed up in this way.

    ## Example
    ```yaml
    outcomes:
      known: {title: Families are known early}
    indicators:
      reached:
        title: Children reached
        measures: known
        unit: children
        observations: [{value: 1836, of: 1000, period: 2018}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      known: {title: Families are known early}
    indicators:
      reached:
        title: Children reached
        measures: known
        unit: children
        observations: [{value: 836, of: 1000, period: 2018}]
    ```

    ## Source
    University of Brighton (2021), *Developing Communities of Practice*, REF impact case study
    (reach that is larger than the group outside sources give). The check itself is arithmetic.
    """

    code = "TOC331"
    name = "part-exceeds-whole"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        help_ = (
            "correct one of the two, or name in 'of_what' what is counted if "
            "it is not the same thing"
        )
        for placed in context.figures:
            figure = placed.figure
            percent = isinstance(placed.owner, Indicator) and is_percent(
                figure.unit or placed.owner.unit
            )
            if (
                figure.respondents is not None
                and figure.of is not None
                and figure.respondents > figure.of
            ):
                message = (
                    f"has more answers ({number(figure.respondents)}) than people "
                    f"({number(figure.of)})"
                )
                yield at_place(placed.owner, placed.pointer, message, help_)
            if figure.bounds is None or not figure.is_part:
                continue
            lowest, _ = figure.bounds
            if (
                percent
                and lowest > _ALL
                and (figure.of is not None or figure.respondents is not None)
            ):
                message = f"is a share of {amount(figure)} per cent, more than the whole"
                yield at_place(placed.owner, placed.pointer, message, help_)
            elif not percent and figure.of is not None and lowest > figure.of:
                message = f"counts {amount(figure)} of {number(figure.of)}, more than the whole"
                yield at_place(placed.owner, placed.pointer, message, help_)
