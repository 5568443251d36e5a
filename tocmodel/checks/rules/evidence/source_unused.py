"""TOC425 source-unused."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class SourceUnused(Rule):
    """A source is cited by something.

    ## What it checks
    Whether each source is named by a figure, an indicator, evidence, a story, or a claim (a link,
    mechanism, condition, assumption or value).

    ## Why it matters
    A list of literature is easy to add to and hard to use. A reader needs to know which claim
    rests on which page.

    ## Example
    ```yaml
    sources:
      report: {title: Annual report}
    ```

    ## Use instead
    ```yaml
    sources:
      report: {title: Annual report}
    place: {name: Northside, children: {value: 1000, source: report}}
    ```

    ## Source
    General good practice; no publication.
    """

    code = "TOC425"
    name = "source-unused"
    severity = Severity.ADVICE
    several = "{count} sources are cited by nothing"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        cited = {placed.figure.source for placed in context.figures}
        cited.update(piece.evidence.source for piece in context.pieces)
        cited.update(link.source for link in context.theory.links)
        cited.update(getattr(item, "source", "") for item in context.theory.elements.values())
        for source in context.theory.sources.values():
            if source.id not in cited:
                yield of_entry(
                    source, "is cited by nothing", "name it where it is used, or remove it"
                )
