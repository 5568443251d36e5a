"""TOC208 main-effect-unknown."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Effect
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_link


class MainEffectUnknown(Rule):
    """The main story says whether a link raises or lowers what it leads to.

    ## What it checks
    Whether a link of the main story (`main: true`) has the effect `unknown`.

    ## Why it matters
    The main story is what the partnership tells others. A step with an unknown effect is a
    question, and is better presented as one.

    ## Example
    ```yaml
    outcomes:
      trust: {title: Families trust the nursery, horizon: short}
      ready: {title: Children start school ready, horizon: long}
    links:
      - {from: trust, to: ready, main: true, effect: unknown}
    ```

    ## Use instead
    ```yaml
    outcomes:
      trust: {title: Families trust the nursery, horizon: short}
      ready: {title: Children start school ready, horizon: long}
    links:
      - {from: trust, to: ready, effect: unknown}
    ```

    ## Source
    Davies (2018), CEDIL paper 15 (links that are not explained are where theories of change are
    weakest). That the main story is asked about is ours.
    """

    code = "TOC208"
    name = "main-effect-unknown"
    severity = Severity.WARNING

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        help_ = "say what it does ('increases', 'decreases'), or take it out of the main story"
        for index, link in subject.links:
            if link.main and link.effect is Effect.UNKNOWN:
                message = "is in the main story, but its effect is not known"
                yield of_link(index, link, message, help_, "effect")
