"""Who has a say over an element, as far as the theory says so."""

from collections.abc import Mapping

from tocmodel.graph.remembering import remembered
from tocmodel.model import TheoryOfChange


def deciding(theory: TheoryOfChange, id_: str) -> Mapping[str, tuple[str, ...]]:
    """Return the partners who decide over an element, each with the words that say so.

    A partner's ``decides`` names an element by its id, its title or its domain; nothing is guessed
    from words that are only like them.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     partners={"council": {"title": "The council", "decides": ["Rents", "parks"]}},
    ...     conditions={"high-rents": {"title": "Rents"}},
    ... )
    >>> dict(deciding(theory, "high-rents"))
    {'council': ('Rents',)}
    """
    element = theory.element(id_)
    said = _said(theory)
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(word.casefold() for word in (id_, element.title, element.domain)):
        for partner, word in said.get(name, ()):
            found.setdefault(partner, []).append(word)
    return {partner: tuple(words) for partner, words in found.items()}


@remembered
def _said(theory: TheoryOfChange) -> Mapping[str, list[tuple[str, str]]]:
    """Return who decides over what, by the words in which it is said."""
    found: dict[str, list[tuple[str, str]]] = {}
    for id_, partner in theory.partners.items():
        for word in dict.fromkeys(partner.decides):
            found.setdefault(word.casefold(), []).append((id_, word))
    return found
