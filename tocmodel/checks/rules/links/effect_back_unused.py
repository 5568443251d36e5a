"""TOC274 effect-back-unused."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_statement
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class EffectBackUnused(Rule):
    """Only a mutual link has an effect in the other direction.

    ## What it checks
    Whether a link with `effect_back` is `kind: mutual`.

    ## Why it matters
    The effect back is part of the link only if the link goes both ways. Otherwise no picture or
    loop shows it.

    ## Example
    ```yaml
    factors: {mood: {title: Mood}, trust: {title: Trust}}
    links: [{from: mood, to: trust, effect_back: decreases}]
    ```

    ## Use instead
    ```yaml
    factors: {mood: {title: Mood}, trust: {title: Trust}}
    links: [{from: mood, to: trust, kind: mutual, effect_back: decreases}]
    ```

    ## Source
    Maruyama (1963), "The second cybernetics", *American Scientist* 51 (mutual causal relations).
    The key is ours.
    """

    code = "TOC274"
    name = "effect-back-unused"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for index, link in enumerate(context.theory.links):
            if link.effect_back is not None and not link.is_mutual and not link.is_repeated:
                message = "has an effect back, but is not mutual"
                help_ = "add 'kind: mutual', or write a second link that leads back"
                yield of_statement(index, link, message, help_, "effect_back")
