"""TOC394 small-number."""

from collections.abc import Iterator

from tocmodel.analysis.comparison import group_words
from tocmodel.analysis.publication.counts import base_of, people_in
from tocmodel.analysis.publication.people import counts_people
from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Basis, Figure, Indicator
from tocmodel.model.evidence import SUPPRESS_BELOW
from tocmodel.wording import number_words


class SmallNumber(Rule):
    """Nobody can be recognised in a figure.

    ## What it checks
    Whether a figure for a group or a place is about few people: fewer than 10 are counted, or fewer
    than 10 are left over. The check does not ask about an indicator with `suppress_below`, as the
    partnership has already decided.

    ## Why it matters
    If a report counts 9 of the 12 girls in Year 9 of one school, a neighbour knows who they are,
    and who the other three are. Nobody in a report about absence or debt asked to be named in it.

    ## Example
    ```yaml
    outcomes:
      attend: {title: Pupils come to school every day}
    indicators:
      absent:
        title: Pupils who are often absent
        measures: attend
        unit: pupils
        better: lower
        observations:
          - {value: 9, of: 12, by: {sex: girls, year: 9}, place: Hill School, period: 2023/2024}
    ```

    ## Use instead
    ```yaml
    outcomes:
      attend: {title: Pupils come to school every day}
    indicators:
      absent:
        title: Pupils who are often absent
        measures: attend
        unit: pupils
        better: lower
        suppress_below: 10
        observations:
          - {value: 9, of: 12, by: {sex: girls, year: 9}, place: Hill School, period: 2023/2024}
    ```

    ## Source
    UK Longitudinal Linkage Collaboration (2025), Statistical Disclosure Control
    (guidebook.ukllc.ac.uk): counts below 10, zero included, and percentages of fewer than 10
    people; Office for National Statistics, on small areas and groups.
    """

    code = "TOC394"
    name = "small-number"
    severity = Severity.ADVICE
    several = "{count} figures are about few people in a group or a place"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for placed in context.figures:
            owner, figure = placed.owner, placed.figure
            decided = isinstance(owner, Indicator) and owner.suppress_below is not None
            aimed_at = placed.role in ("target", "tipping_point", "amount")
            if owner is None or decided or aimed_at or not _is_narrow(figure):
                continue
            if counts_people(figure, placed.unit) and (words := _few(figure, placed.unit)):
                yield at_place(
                    owner,
                    placed.pointer,
                    f"has a figure about few people: {words} ({_about(figure)})",
                    "could a reader recognise someone? --public leaves it out; set "
                    "'suppress_below' to the smallest number that may be shown, or to 0",
                )


def _is_narrow(figure: Figure) -> bool:
    return bool(figure.place or figure.by or figure.subgroup) and figure.basis is Basis.ACTUAL


def _about(figure: Figure) -> str:
    return ", ".join(filter(None, (group_words(figure), figure.place)))


def _few(figure: Figure, unit: str) -> str:
    """Return the number of a figure if it is small, or leaves a small one over; else nothing."""
    people, base = people_in(figure, unit), base_of(figure)
    left_over = None if people is None or base is None else base - people
    if not any(
        item is not None and 0 <= item < SUPPRESS_BELOW for item in (people, base, left_over)
    ):
        return ""
    words = number_words(figure, after="%" if people != figure.value else "")
    return f"{words} of {base:,}" if base is not None else words
