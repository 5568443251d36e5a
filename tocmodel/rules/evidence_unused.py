"""TOC422 evidence-unused."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class EvidenceUnused(Rule):
    """Evidence names what it is for or against.

    ## What it checks
    Whether each piece of evidence that is not redacted supports or contradicts something or is
    about something, or is named by a link or a story. A redacted text is left out, as nobody can
    say what it shows.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        told = {
            id_
            for story in subject.theory.stories.values()
            for step in story.steps
            for id_ in step.evidence
        }
        for piece in subject.pieces:
            evidence = piece.evidence
            if evidence.redacted or evidence.id in told:
                continue
            if not (piece.supports or piece.contradicts or piece.about):
                help_ = "add 'supports', 'contradicts' or 'about' with an id or a link"
                yield of_entry(evidence, "supports and contradicts nothing", help_)
