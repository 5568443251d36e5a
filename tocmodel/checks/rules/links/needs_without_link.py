"""TOC283 needs-without-link."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_entry
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity
from tocmodel.graph.relations import whole_edges
from tocmodel.graph.wholes import members_of_any


class NeedsWithoutLink(Rule):
    """Everything that an outcome needs is linked to it.

    ## What it checks
    Whether each cause in `needs` of an outcome has a link that leads to the outcome. A link from a
    group that it is in counts too.

    ## Why it matters
    `needs` states which causes must come together. If one of them has no link, the picture shows
    less than the words claim, and the reason why it is needed is missing.

    ## Example
    ```yaml
    interventions: {visits: {title: Home visits}, clubs: {title: Clubs}}
    outcomes: {stay: {title: Pupils stay on, needs: [[visits, clubs]]}}
    links: [visits -> stay]
    ```

    ## Use instead
    ```yaml
    interventions: {visits: {title: Home visits}, clubs: {title: Clubs}}
    outcomes: {stay: {title: Pupils stay on, needs: [[visits, clubs]]}}
    links: [{from: [visits, clubs], to: stay}]
    ```

    ## Source
    CFLeads, community foundation guide to theories of change (NTF_TOC-04): is each precondition
    necessary, are all together sufficient?
    """

    code = "TOC283"
    name = "needs-without-link"
    severity = Severity.WARNING

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        for outcome in context.outcomes:
            if not outcome.needs:
                continue
            causes = {*context.causal.predecessors[outcome.id], *_in_wholes(context, outcome.id)}
            for place, together in enumerate(outcome.needs):
                for number, id_ in enumerate(together):
                    if id_ not in causes:
                        message = f"needs '{id_}', but no link leads from it"
                        help_ = f"add the link '{id_} -> {outcome.id}', or take it out of 'needs'"
                        yield of_entry(outcome, message, help_, "needs", place, number)


def _in_wholes(context: RuleContext, id_: str) -> frozenset[str]:
    """Return what is in a whole that leads to an element, or to a whole that it is in."""
    theory = context.theory
    leading = [
        edge.from_
        for edge in whole_edges(theory)
        if edge.kind == "causal" and (edge.to == id_ or id_ in members_of_any(theory, [edge.to]))
    ]
    return members_of_any(theory, leading).union(leading)
