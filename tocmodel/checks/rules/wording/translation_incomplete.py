"""TOC534 translation-incomplete."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model.reviews import THEORY

_NAMED = 3


class TranslationIncomplete(Rule):
    """A translation has all titles.

    ## What it checks
    Whether each language under `translations` has a title for the theory itself (`theory`), and for
    all its elements and groups. Sources, evidence and stories may stay in the language they were
    written in.

    ## Why it matters
    A picture shows whatever is not translated in the language of the theory. A page in two
    languages looks unfinished, and those who read only one of them miss a part.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are fed}
      rested: {title: Children are rested}
    translations:
      cy:
        fed: {title: Mae plant yn cael eu bwydo}
    ```

    ## Use instead
    ```yaml
    title: A theory
    outcomes:
      fed: {title: Children are fed}
    translations:
      cy:
        theory: {title: Theori}
        fed: {title: Mae plant yn cael eu bwydo}
    ```

    ## Source
    W3C (2023), Web Content Accessibility Guidelines 2.2, success criterion 3.1.2, language of
    parts.
    """

    code = "TOC534"
    name = "translation-incomplete"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        theory = context.theory
        left_out = {*theory.evidence, *theory.stories}
        needed = (THEORY, *theory.groups, *(id_ for id_ in theory.elements if id_ not in left_out))
        for language, texts in theory.translations.items():
            missing = [id_ for id_ in needed if id_ not in texts or not texts[id_].title]
            if missing:
                more = len(missing) - _NAMED
                named = ", ".join(missing[:_NAMED]) + (f" and {more} more" if more > 0 else "")
                yield Problem(
                    message=f"the translation into '{language}' has no title for {named}",
                    pointer=("translations", language),
                    key=True,
                    help="add them; pictures show the titles in the language of the theory",
                )
