"""TOC271 dispute-without-voices."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_statement
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.model import Effect, Link


class DisputeWithoutVoices(Rule):
    """Where an effect is disputed, the theory states who says what.

    ## What it checks
    Whether a link with `effect: disputed`, either way, has `voices` with at least two different
    effects; and whether a link with such voices has `effect: disputed`.

    ## Why it matters
    A dispute is worth keeping: it shows what to find out next. Without the voices, nobody can weigh
    them, and a reader takes the dispute for a lack of knowledge.

    ## Example
    ```yaml
    factors: {rents: {title: Rents}, trust: {title: Trust among neighbours}}
    links: [{from: rents, to: trust, effect: disputed}]
    ```

    ## Use instead
    ```yaml
    factors: {rents: {title: Rents}, trust: {title: Trust among neighbours}}
    links:
      - from: rents
        to: trust
        effect: disputed
        voices: [{who: tenants, effect: decreases}, {who: landlords, effect: none}]
    ```

    ## Source
    Davies (2018), *Representing theories of change*, CEDIL paper 15 (disagreements that a diagram
    hides); Breuer and others (2016), *Implementation Science* 11:63, whose checklist asks for
    disagreements. The two different effects are ours.
    """

    code = "TOC271"
    name = "dispute-without-voices"
    severity = Severity.WARNING
    several = "{count} links do not state who says what about their effect"

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for index, link in context.statements:
            seen = {voice.effect for voice in link.voices}
            if _is_disputed(link) and len(seen) < len(("one", "other")):
                message = "has a disputed effect, but does not state who says what"
                help_ = "add 'voices': who sees which effect, and the source where there is one"
                yield of_statement(index, link, message, help_, "effect")
            elif len(seen) > 1 and not _is_disputed(link):
                message = f"has voices that do not agree, but its effect is '{link.effect}'"
                yield of_statement(index, link, message, "write 'effect: disputed'", "voices")


def _is_disputed(link: Link) -> bool:
    return Effect.DISPUTED in (link.effect, link.effect_back)
