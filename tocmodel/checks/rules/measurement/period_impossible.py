"""TOC319 period-impossible."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place, of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Pointer, Problem, Severity
from tocmodel.model import Entry
from tocmodel.model.period import period


class PeriodImpossible(Rule):
    """A period ends after it starts, and its days are in the calendar.

    ## What it checks
    The periods of figures and evidence, the start and end of interventions, and the dates of
    revisions and reviews.

    ## Why it matters
    Usually two numbers have changed places. Anything worked out from such a period, such as the
    latest figure, would be wrong.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        observations: [{value: 12, period: 2018/2017}]
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    indicators:
      hungry:
        title: Children who are hungry
        measures: fed
        observations: [{value: 12, period: 2017/2018}]
    ```

    ## Source
    International Aid Transparency Initiative, guidance on results (a period has a start and an
    end date).
    """

    code = "TOC319"
    name = "period-impossible"
    severity = Severity.ERROR

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for entry, pointer, text in _periods(context):
            found = period(text)
            if found is None:
                message = f"names a day that is not in the calendar: {text}"
                yield at_place(entry, pointer, message, "correct the day or the month")
            elif found.end < found.start:
                message = f"has a period that ends before it starts: {text}"
                yield at_place(
                    entry, pointer, message, "swap the two dates, or correct one of them"
                )
        for done in context.interventions:
            starts, ends = period(done.starts), period(done.ends)
            if starts and ends and ends.end < starts.start:
                message = f"ends ({done.ends}) before it starts ({done.starts})"
                yield of_entry(done, message, "correct 'starts' or 'ends'", "ends")
        revision = context.theory.revision
        if revision is not None:
            agreed, following = period(revision.agreed_on), period(revision.next_review)
            if agreed and following and following.end < agreed.start:
                message = (
                    f"the next review ({revision.next_review}) is before the "
                    f"theory was agreed ({revision.agreed_on})"
                )
                help_ = "correct 'agreed_on' or 'next_review'"
                yield Problem(message=message, help=help_, pointer=("revision", "next_review"))


def _periods(context: RuleContext) -> Iterator[tuple[Entry | None, Pointer, str]]:
    for placed in context.figures:
        if placed.figure.period:
            yield placed.owner, (*placed.pointer, "period"), placed.figure.period
    for piece in context.pieces:
        if piece.evidence.period:
            yield piece.evidence, (*piece.pointer, "period"), piece.evidence.period
    for done in context.interventions:
        for name, text in (("starts", done.starts), ("ends", done.ends)):
            if text:
                yield done, ("interventions", done.id, name), text
    for review in context.theory.reviews.values():
        yield review, ("reviews", review.id, "date"), review.date
