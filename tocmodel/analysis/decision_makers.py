"""Who has a say over an element, as far as the theory states it."""

from collections.abc import Mapping

from tocmodel.graph.per_theory_cache import cached_per_theory
from tocmodel.model import TheoryOfChange


def decision_makers(theory: TheoryOfChange, id_: str) -> Mapping[str, tuple[str, ...]]:
    """Return the partners who decide over an element, each with the words that state it.

    A partner's ``decides`` names an element by its id, its title or its domain; similar words are
    not taken as a match.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     partners={"council": {"title": "The council", "decides": ["Rents", "parks"]}},
    ...     conditions={"high-rents": {"title": "Rents"}},
    ... )
    >>> dict(decision_makers(theory, "high-rents"))
    {'council': ('Rents',)}
    """
    element = theory.element(id_)
    decisions = _decisions(theory)
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(word.casefold() for word in (id_, element.title, element.domain)):
        for partner, word in decisions.get(name, ()):
            found.setdefault(partner, []).append(word)
    return {partner: tuple(words) for partner, words in found.items()}


@cached_per_theory
def _decisions(theory: TheoryOfChange) -> Mapping[str, list[tuple[str, str]]]:
    """Return the partners who decide over each thing, by the words that name it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for id_, partner in theory.partners.items():
        for word in dict.fromkeys(partner.decides):
            found.setdefault(word.casefold(), []).append((id_, word))
    return found
