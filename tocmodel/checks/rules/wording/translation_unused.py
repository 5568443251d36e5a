"""TOC537 translation-unused."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity, did_you_mean
from tocmodel.model import SECTIONS, TheoryOfChange, Translation
from tocmodel.model.reviews import THEORY


class TranslationUnused(Rule):
    """All translated words belong to something.

    ## What it checks
    Whether each id under `translations` is the id of an entry, or `theory`; and whether only
    `theory` has a `summary` and `words`.

    ## Why it matters
    Words under an id that does not exist appear nowhere. Often the id is misspelt, or the entry has
    a new one, and its picture is silently in another language.

    ## Example
    ```yaml
    outcomes:
      fed: {title: Children are fed}
    translations:
      cy:
        theory: {title: Theori}
        fedd: {title: Mae plant yn cael eu bwydo}
    ```

    ## Use instead
    ```yaml
    outcomes:
      fed: {title: Children are fed}
    translations:
      cy:
        theory: {title: Theori}
        fed: {title: Mae plant yn cael eu bwydo}
    ```

    ## Source
    General good practice; no publication.
    """

    code = "TOC537"
    name = "translation-unused"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        known = _ids(context.theory)
        for language, texts in context.theory.translations.items():
            for id_, words in texts.items():
                at = ("translations", language, id_)
                if id_ not in known:
                    near = did_you_mean(id_, known)
                    message = (
                        f"the translation into '{language}' names '{id_}', which is not an entry"
                    )
                    help_ = f"write the id of an entry{near}"
                    yield Problem(message=message, pointer=at, help=help_, key=True)
                elif id_ != THEORY and _has_more(words):
                    message = f"the translation of '{id_}' has a summary or words for headings"
                    help_ = f"move them to '{THEORY}', which is the theory itself"
                    yield Problem(message=message, pointer=at, help=help_, key=True)


def _ids(theory: TheoryOfChange) -> dict[str, None]:
    ids = (id_ for name in SECTIONS for id_ in getattr(theory, name))
    return dict.fromkeys((THEORY, *ids, *theory.whole.groups, *theory.whole.elements))


def _has_more(words: Translation) -> bool:
    return bool(words.summary or words.words)
