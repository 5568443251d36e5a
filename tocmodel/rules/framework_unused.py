"""TOC606 framework-unused."""

from collections.abc import Iterator

from tocmodel.diagnostics import Problem, Severity
from tocmodel.rules._rule import Rule
from tocmodel.rules._subject import Subject
from tocmodel.rules._words import of_theory


class FrameworkUnused(Rule):
    """A framework that the theory names classifies something.

    ## What it checks
    Whether at least one element stands in a category of each framework that the theory names, by
    its `classified_as` or by a field that says the same.

    ## Why it matters
    To name a framework is to say that the work follows it. Where nothing is classified nobody can
    see how, and the framework's checks have nothing to read.

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

    def check(self, subject: Subject) -> Iterator[Problem]:
        """Find what this rule is about, in the order of the theory."""
        used = {id_ for (id_, _), stands in subject.standings.items() if stands}
        # What is classified wrongly is another matter, and is said there.
        used.update(id_ for one in subject.theory.elements.values() for id_ in one.classified_as)
        for id_, framework in subject.frameworks.items():
            if id_ in used or id_ not in subject.places:
                continue
            title = framework.title
            message = f"the theory names '{id_}' ({title}), and nothing in it is classified so"
            place = subject.places[id_]
            name = subject.theory.frameworks[place]
            help_ = f"'tocmodel framework show {name}' asks the questions that help"
            yield of_theory(message, help_, "frameworks", place)
