"""TOC425 source-unused."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_entry


class SourceUnused(Rule):
    """A source is cited by something.

    ## What it checks
    Whether each source is named by a figure, an indicator, evidence, a story, or a claim (a link,
    mechanism, condition, assumption or value).

    ## Why it matters
    A list of literature is easy to add to and hard to use. What matters is which claim rests on
    which page.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        cited = {placed.figure.source for placed in subject.figures}
        cited.update(piece.evidence.source for piece in subject.pieces)
        cited.update(link.source for link in subject.theory.links)
        cited.update(getattr(item, "source", "") for item in subject.theory.elements.values())
        for source in subject.theory.sources.values():
            if source.id not in cited:
                yield of_entry(
                    source, "is cited by nothing", "name it where it is used, or remove it"
                )
