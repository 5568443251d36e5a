"""TOC364 few-answered."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place, number
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph.reach import upstream
from tocmodel.model import Figure, Indicator, IndicatorKind
from tocmodel.wording import is_percent

_ANSWERED = ("answer", "respon", "replie", "survey")
_LEAVE_OUT = "leave out 'of', and write in 'of_what' that it is a share of those who answered"
_STEPS = 3
_SAY = "name in 'of_what' the people it is a share of, such as 'those who answered'"


class FewAnswered(Rule):
    """A share of those who answered is not mistaken for a share of everyone.

    ## What it checks
    Whether an observed percentage has fewer than half as many `respondents` as the number that it
    is a share `of`. Without `of`, the check takes the number of people reached by the measured
    element, or by a cause of it within three steps, unless `of_what` is about those who answered.

    ## Why it matters
    Those who answer differ from those who do not: they came more often, and liked it more. The
    answers of 94 are not the answers that 382 would have given.

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
    source E (95 per cent, n = 94, of 382 who attended). The limit of a half is ours.
    """

    code = "TOC364"
    name = "few-answered"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for placed in context.figures:
            figure, owner = placed.figure, placed.owner
            if placed.role != "observation" or not isinstance(owner, Indicator):
                continue
            if figure.respondents is None or not is_percent(figure.unit or owner.unit):
                continue
            of, help_ = figure.of, _LEAVE_OUT
            read_as = "is given as a share of {of}"
            if of is None:
                of, help_ = _reached(context, owner, figure), _SAY
                read_as = "may be read as a share of all {of} who were reached"
            if 2 * figure.respondents < of:
                answered = (
                    f"{read_as.format(of=number(of))}, but only "
                    f"{number(figure.respondents)} answered"
                )
                yield at_place(owner, placed.pointer, answered, help_)


def _reached(context: RuleContext, indicator: Indicator, figure: Figure) -> float:
    """How many people the measured element reached, or its nearest cause.

    Where both figures give a period or a place, it has to be the same. A figure marked as a share
    of those who answered is a share of nobody else: 0.
    """
    if any(word in figure.of_what.casefold() for word in _ANSWERED):
        return 0
    steps = upstream(context.forward, indicator.measures, within=_STEPS)
    found = [
        (min(steps[id_] for id_ in about if id_ in steps), other.value)
        for about, other in _counts(context)
        if other.value is not None and steps.keys() & about and _alike(figure, other)
    ]
    return min(found, default=(0, 0))[1]


def _counts(context: RuleContext) -> Iterator[tuple[frozenset[str], Figure]]:
    """Yield each count of people reached, with the ids of the elements that reached them."""
    for placed in context.figures:
        owner = placed.owner
        if placed.role == "reach" and owner is not None:
            yield frozenset({owner.id}), placed.figure
        elif (
            isinstance(owner, Indicator)
            and owner.kind is IndicatorKind.REACH
            and placed.role == "observation"
            and not is_percent(placed.figure.unit or owner.unit)
        ):
            yield frozenset(owner.measures), placed.figure


def _alike(first: Figure, second: Figure) -> bool:
    pairs = ((first.period, second.period), (first.place, second.place))
    return all(one == other for one, other in pairs if one and other)
