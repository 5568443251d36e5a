"""TOC431 contrary-evidence-hidden."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import Phrases, join, of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import TheoryKind

_DOUBT = Phrases(
    *("although", "against", "but", "contrary", "did not", "do not", "does not", "however"),
    *("mixed", "no change", "no difference", "no effect", "not", "uncertain", "unclear", "yet"),
)


class ContraryEvidenceHidden(Rule):
    """The summary mentions the evidence against the theory.

    ## What it checks
    Whether the `summary` has a word of doubt (but, although, mixed, no effect, not ...) if evidence
    contradicts a goal or a link of the main story.

    ## Why it matters
    Most readers see the summary and nothing else. One that leaves out the evidence against the goal
    is an advertisement, and the first reader who looks further will notice.

    ## Example
    ```yaml
    summary: A breakfast club gets pupils to school, and school gets them on in life.
    outcomes:
      attend: {title: Pupils come to school more, horizon: long}
    evidence:
      national: {title: The national study found no effect on attendance, contradicts: [attend]}
    ```

    ## Use instead
    ```yaml
    summary: >-
      A breakfast club gets pupils to school, and school gets them on in life. Ours come more often,
      but across the country no effect on attendance was found.
    outcomes:
      attend: {title: Pupils come to school more, horizon: long}
    evidence:
      national: {title: The national study found no effect on attendance, contradicts: [attend]}
    ```

    ## Source
    Dobbie and Fryer (2011), *American Economic Journal: Applied Economics* 3:158-187, on the
    Harlem Children's Zone, and the national evaluation of HeadStart (2022): contrary evidence that
    a theory should carry. The words looked for are ours.
    """

    code = "TOC431"
    name = "contrary-evidence-hidden"
    severity = Severity.ADVICE
    kinds = (TheoryKind.THEORY, TheoryKind.VALUE_CREATION)

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        if not theory.summary or _DOUBT.find(theory.summary):
            return
        matters = {
            *(goal.id for goal in context.goals),
            *((link.from_, link.to) for _, link in context.links if link.main),
        }
        titles = [
            f"'{piece.evidence.title}'"
            for piece in context.pieces
            if matters.intersection(piece.contradicts)
        ]
        if titles:
            message = f"the summary leaves out the evidence against the theory: {join(titles)}"
            yield of_theory(message, "add a sentence on it, in plain words", "summary")
