"""TOC606 framework-unused."""

from collections.abc import Iterator

from tocmodel.checks.context import RuleContext
from tocmodel.checks.messages import of_theory
from tocmodel.checks.rule import Rule
from tocmodel.diagnostics import Problem, Severity


class FrameworkUnused(Rule):
    """A framework that the theory names classifies something.

    ## What it checks
    Whether at least one element is in a category of each framework that the theory names, by
    its `classified_as` or by a field with the same meaning.

    ## Why it matters
    A theory that names a framework claims that the work follows it. If nothing is classified,
    nobody can see how, and the framework's checks have nothing to check.

    ## Example
    ```yaml
    frameworks: [co-production]
    interventions:
      garden: {title: A garden that neighbours plan and keep}
    ```

    ## Use instead
    ```yaml
    frameworks: [co-production]
    interventions:
      garden:
        title: A garden that neighbours plan and keep
        classified_as: {co-production: [assets, shared-roles]}
    ```

    ## Source
    Nesta and the New Economics Foundation name six elements by which co-production can be told
    from the mere claim to it; The Knowledge Exchange (blog), *Co-production in the criminal justice
    system*.
    """

    code = "TOC606"
    name = "framework-unused"
    severity = Severity.ADVICE

    def check(self, context: RuleContext) -> Iterator[Problem]:
        """Yield a problem for each fault, in the order of the theory."""
        used = {
            id_
            for (id_, _), element_categories in context.element_categories.items()
            if element_categories
        }
        # Wrong classifications are reported by another check.
        used.update(id_ for one in context.theory.elements.values() for id_ in one.classified_as)
        for id_, framework in context.frameworks.items():
            if id_ in used or id_ not in context.places:
                continue
            title = framework.title
            message = f"the theory names '{id_}' ({title}), but classifies nothing by it"
            place = context.places[id_]
            name = context.theory.frameworks[place]
            help_ = f"'tocmodel framework show {name}' lists the questions that help"
            yield of_theory(message, help_, "frameworks", place)
