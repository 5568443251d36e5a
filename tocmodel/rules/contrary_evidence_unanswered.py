"""TOC416 contrary-evidence-unanswered."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Confidence
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import at_place


class ContraryEvidenceUnanswered(Rule):
    """Evidence that speaks against the theory is answered in it.

    ## What it checks
    Whether a link that evidence contradicts shows it: by `rivals`, `notes`, or a `confidence`
    below high. For an element: by its `description` or `notes`.

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
    several = "{count} pieces of evidence speak against the theory and are not answered"

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        answered = {
            (link.from_, link.to)
            for _, link in subject.links
            if link.rivals_named or link.notes or link.confidence not in (None, Confidence.HIGH)
        }
        elements = subject.theory.elements
        for piece in subject.pieces:
            for claim in piece.contradicts:
                if isinstance(claim, str):
                    element = elements.get(claim)
                    if element is None or element.description or element.notes:
                        continue
                    message = f"speaks against {claim}, and nothing there says what to make of it"
                    help_ = "answer it in the 'description' or 'notes' of what it speaks against"
                elif claim in answered:
                    continue
                else:
                    message = (
                        f"speaks against {claim[0]} -> {claim[1]}, and nothing "
                        "there says what to make of it"
                    )
                    help_ = "answer it in 'notes', 'rivals' or 'confidence' of the link"
                yield at_place(piece.evidence, (*piece.pointer, "contradicts"), message, help_)
