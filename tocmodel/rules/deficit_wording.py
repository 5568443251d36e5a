"""TOC516 deficit-wording."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Evidence
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import Phrases, of_entry

_INSTEAD = {
    "at risk youth": "say what they are at risk of",
    "broken homes": "say what happened, if it matters",
    "clients": "participants, or who they are",
    "deprived children": "children in a place that is deprived of something; say of what",
    "dysfunctional": "say what is hard for them",
    "low aspirations": "what stands in the way of what they hope for",
    "needy": "say what they need",
    "poverty of aspiration": "what stands in the way of what they hope for",
    "problem families": "families facing many difficulties at once",
    "service users": "people who use the service",
    "troubled families": "families facing many difficulties at once",
    "underclass": "say who is meant",
}
_REACHED = (
    "families",
    "people",
    "parents",
    "groups",
    "communities",
    "children",
    "young people",
    "residents",
)
_INSTEAD |= {f"hard to reach {who}": f"{who} whom services have not reached" for who in _REACHED}
_PHRASES = Phrases(*_INSTEAD)


class DeficitWording(Rule):
    """Words for people are those they would use of themselves.

    ## What it checks
    Whether a title or plain sentence has one of a short list of phrases, such as "hard to reach",
    "problem families", "low aspirations" or "clients".

    ## Why it matters
    A theory of change is read by those it is about. Words that put the fault in people steer the
    work towards mending them rather than what stands in their way, and aspiration talk has been
    found to harm.

    ## Example
    ```yaml
    partners:
      hidden: {title: Hard-to-reach families}
    ```

    ## Use instead
    ```yaml
    partners:
      hidden: {title: Families whom services have not reached}
    ```

    ## Source
    Knowledge Exchange blog (2021) on inclusive vocabulary (participant for client, colleague for
    co-worker); University of Derby (2021), REF impact case study on mitigating intergenerational
    inequalities, finding 3.1 (aspiration work). The list is ours.
    """

    code = "TOC516"
    name = "deficit-wording"
    severity = Severity.ADVICE

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        for element in subject.theory.elements.values():
            if isinstance(element, Evidence):  # what a source says stays as it says it
                continue
            for name, text in (("title", element.title), ("plain", element.plain)):
                found = _PHRASES.find(text)
                if found:
                    help_ = f"perhaps: {_INSTEAD[found]}"
                    yield of_entry(element, f"says '{found}'", help_, name)
