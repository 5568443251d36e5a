"""TOC416 contrary-evidence-unanswered."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Confidence


class ContraryEvidenceUnanswered(Rule):
    """The theory responds to the evidence against it.

    ## What it checks
    Whether a link that evidence contradicts acknowledges this: in `rivals` or `notes`, or by a
    `confidence` below high. An element does so in its `description` or `notes`.

    ## Why it matters
    Contrary findings are the most valuable a partnership has. Listed without a word, they look
    hidden; answered, they show that the theory has been thought through. Both can be true: a gain
    in a small group here, no effect across the country.

    ## Example
    ```yaml
    outcomes:
      attend: {title: Pupils come to school more}
    evidence:
      national:
        title: The national study found no effect on attendance
        contradicts: [attend]
    ```

    ## Use instead
    ```yaml
    outcomes:
      attend:
        title: Pupils come to school more
        notes: the national study looked at all pupils, our figures at thirty with a key worker
    evidence:
      national:
        title: The national study found no effect on attendance
        contradicts: [attend]
    ```

    ## Source
    Dobbie and Fryer (2011), *American Economic Journal: Applied Economics* 3:158-187, on the
    Harlem Children's Zone; national evaluation of HeadStart (2022), no observable effect on
    attendance; both are contrary evidence that a theory should carry.
    """

    code = "TOC416"
    name = "contrary-evidence-unanswered"
    severity = Severity.WARNING
    several = "{count} pieces of evidence contradict the theory and are not answered"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        contrary = [piece for piece in context.pieces if piece.contradicts]
        if not contrary:
            return
        answered = {
            (link.from_, link.to)
            for _, link in context.links
            if link.rivals_named or link.notes or link.confidence not in (None, Confidence.HIGH)
        }
        elements = context.theory.elements
        for piece in contrary:
            for claim in piece.contradicts:
                if isinstance(claim, str):
                    element = elements.get(claim)
                    if element is None or element.description or element.notes:
                        continue
                    message = f"contradicts {claim}, which does not respond to it"
                    help_ = "respond in the 'description' or 'notes' of the element it contradicts"
                elif claim in answered:
                    continue
                else:
                    message = f"contradicts {claim[0]} -> {claim[1]}, which does not respond to it"
                    help_ = "respond in 'notes', 'rivals' or 'confidence' of the link"
                yield at_place(piece.evidence, (*piece.pointer, "contradicts"), message, help_)
