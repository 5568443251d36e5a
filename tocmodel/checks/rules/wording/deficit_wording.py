"""TOC516 deficit-wording."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import Phrases, of_entry, plain_words
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Evidence

_NAMES = {
    "at risk youth": "say what they are at risk of",
    "broken homes": "say what happened, if it matters",
    "clients": "participants, or who they are",
    "low aspirations": "what stands in the way of what they hope for",
    "poverty of aspiration": "what stands in the way of what they hope for",
    "problem families": "families facing many difficulties at once",
    "service users": "people who use the service",
    "troubled families": "families facing many difficulties at once",
    "underclass": "say who is meant",
}
_DESCRIBING = {
    "deprived": "their place is deprived of something; say of what",
    "dysfunctional": "say what is hard for them",
    "hard to reach": "services have not reached them",
    "needy": "say what they need",
}
_INSTEAD = _NAMES | _DESCRIBING
_PHRASES = Phrases(*_INSTEAD)
_PEOPLE = frozenset(
    "adults boys carers children communities fathers families girls groups homes households "
    "mothers neighbourhoods parents people pupils residents students teenagers young youth".split()
)
_LINKING = frozenset("are as be become is most often seem seen that who".split())
_AFTERWARDS = frozenset("by for from of to".split())
_SET_ASIDE = Phrases(
    *("instead of", "no longer", "not", "rather than", "stop", "stopped", "stops", "without")
)


class DeficitWording(Rule):
    """People are described in words they would use for themselves.

    ## What it checks
    Whether a title or plain sentence has one of a short list of phrases for people, such as
    "problem families" or "clients", or calls people hard to reach, needy, deprived or
    dysfunctional. Services may be any of these, and a title may name a phrase in order to give it
    up ("staff no longer speak of low aspirations").

    ## Why it matters
    The people in a theory of change read it. Words that put the fault in people steer the work
    towards mending them rather than the things in their way, and aspiration talk has been found to
    harm.

    ## Example
    ```yaml
    outcomes:
      join: {title: Hard-to-reach families take part}
    ```

    ## Use instead
    ```yaml
    outcomes:
      join: {title: Families whom services had not reached take part}
      near: {title: Services are no longer hard to reach}
    ```

    ## Source
    Knowledge Exchange blog (2021) on inclusive vocabulary (participant for client, colleague for
    co-worker); University of Derby (2021), REF impact case study on mitigating intergenerational
    inequalities, finding 3.1 (aspiration work). The list is ours.
    """

    code = "TOC516"
    name = "deficit-wording"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for element in context.theory.elements.values():
            if isinstance(element, Evidence):  # the words of a source stay as they are
                continue
            for name, text in (("title", element.title), ("plain", element.plain)):
                found = _PHRASES.find(text) if text else None
                if found and _describes_people(found, plain_words(text)):
                    help_ = f"perhaps: {_INSTEAD[found]}"
                    yield of_entry(element, f"describes people as '{found}'", help_, name)


def _describes_people(phrase: str, words: str) -> bool:
    """Return whether a phrase describes people, and is not named in order to give it up.

    >>> _describes_people("needy", "we help needy young people")
    True
    >>> _describes_people("hard to reach", "parents who are hard to reach take part")
    True
    >>> _describes_people("hard to reach", "services are hard to reach for families")
    False
    >>> _describes_people("low aspirations", "staff no longer speak of low aspirations")
    False
    """
    before, _, after = f" {words} ".partition(f" {phrase} ")
    if _SET_ASIDE.find(before):
        return False
    if phrase in _NAMES:
        return True
    following, preceding = after.split(), before.split()
    if following and following[0] in _AFTERWARDS:
        return False
    if _PEOPLE.intersection(following[:2]):
        return True
    linked = False
    while preceding and preceding[-1] in _LINKING:
        linked = bool(preceding.pop())
    return linked and bool(preceding) and preceding[-1] in _PEOPLE
