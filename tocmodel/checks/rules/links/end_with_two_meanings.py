"""TOC262 end-with-two-meanings."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_link
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model.references import SECTION_ENDS


class EndWithTwoMeanings(Rule):
    """An end of a link has one meaning.

    ## What it checks
    Whether the id of an entry is also the name of a section, such as `inputs`, if that section has
    entries and a link starts or ends at this name. The link then means the entry.

    ## Why it matters
    The name of a section at an end of a link means the whole section. If something has that id too,
    readers cannot tell which is meant.

    ## Example
    ```yaml
    inputs:
      money: {title: Money}
    groups:
      inputs: {title: What we start with}
    interventions:
      visits: {title: Home visits}
      tutors: {title: Tutors, group: inputs}
    links: [inputs -> visits]
    ```

    ## Use instead
    ```yaml
    inputs:
      money: {title: Money}
    interventions:
      visits: {title: Home visits}
    links: [inputs -> visits]
    ```

    ## Source
    tocmodel's own check: that the file means what it seems to mean.
    """

    code = "TOC262"
    name = "end-with-two-meanings"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        known = {*theory.elements, *theory.groups, *theory.includes}
        doubtful = {name for name in SECTION_ENDS if name in known and _has_entries(context, name)}
        for index, link in enumerate(theory.links):
            for key, name in (("from", link.from_), ("to", link.to)):
                if name in doubtful:
                    message = f"names '{name}', which is an id and a section; the id counts"
                    help_ = "give the entry another id"
                    yield of_link(index, link, message, help_, key)


def _has_entries(context: RuleContext, name: str) -> bool:
    section = getattr(context.theory, name.replace("-", "_"))
    return any(id_ != name for id_ in section)
