"""TOC437 evidence-misfiled."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import at_place
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Shows

_NEITHER = {Shows.NO_CHANGE: "no change", Shows.MIXED: "a mixed picture"}


class EvidenceMisfiled(Rule):
    """Evidence names its claims in the field that fits its result.

    ## What it checks
    Whether evidence of no change or of a mixed picture is filed under `supports`, and whether other
    evidence is only filed under `about`.

    ## Why it matters
    A study that found no change does not support the claim that there was one, and it does not
    always refute it: it may have been too small, or too early. With `about` it is on record,
    neither for nor against.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      survey: {title: Answers were as before, kind: survey, shows: no-change, supports: [fed]}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are not hungry in lessons}
    evidence:
      survey: {title: Answers were as before, kind: survey, shows: no-change, about: [fed]}
    ```

    ## Source
    D. Altman and M. Bland (1995), "Absence of evidence is not evidence of absence", BMJ 311:485.
    """

    code = "TOC437"
    name = "evidence-misfiled"
    severity = Severity.WARNING
    several = "{count} pieces of evidence show one thing but are filed under another"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for piece in context.pieces:
            evidence = piece.evidence
            shows = evidence.shows
            if shows in _NEITHER and evidence.supports:
                message = f"shows {_NEITHER[shows]}, which supports nothing"
                help_ = "name the claims under 'about', or under 'contradicts' if it refutes them"
                yield at_place(evidence, (*piece.pointer, "supports"), message, help_)
            elif shows is not None and shows not in _NEITHER and evidence.about:
                message = f"shows '{shows}', but only names what it is about"
                help_ = "name the claims under 'supports' or 'contradicts'"
                yield at_place(evidence, (*piece.pointer, "about"), message, help_)
