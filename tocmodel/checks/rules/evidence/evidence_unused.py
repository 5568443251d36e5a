"""TOC422 evidence-unused."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class EvidenceUnused(Rule):
    """Evidence names the claims it is about.

    ## What it checks
    Whether each piece of evidence supports, contradicts or is about something, or is named by a
    link or a story. Redacted text is left out, as nobody can tell what it shows.

    ## Why it matters
    Evidence that is only listed cannot be weighed: the reader has to guess which claim it is
    about.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      survey: {title: Survey of pupils}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      survey: {title: Survey of pupils, supports: [fed]}
    ```

    ## Source
    Davies (2012) on evaluability (explained, justifiable). The check is ours.
    """

    code = "TOC422"
    name = "evidence-unused"
    severity = Severity.WARNING
    several = "{count} pieces of evidence support or contradict nothing"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        listed = {
            id_
            for story in context.theory.stories.values()
            for step in story.steps
            for id_ in step.evidence
        }
        for piece in context.pieces:
            evidence = piece.evidence
            if evidence.redacted or evidence.id in listed:
                continue
            if not (piece.supports or piece.contradicts or piece.about):
                help_ = "add 'supports', 'contradicts' or 'about' with an id or a link"
                yield of_entry(evidence, "supports and contradicts nothing", help_)
