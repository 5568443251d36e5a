"""The links of a theory as a signed matrix: causes as rows, effects as columns, a sign in a cell.

People who work with system maps know it as the adjacency matrix. Source: P. Barbrook-Johnson and
A. S. Penn, *Systems Mapping* (2022), on fuzzy cognitive maps.
"""

from collections.abc import Iterable, Iterator, Mapping

from tocmodel.analysis.titles import words_for
from tocmodel.diagram.notes import date_of, full_title
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import Effect, Link, TheoryOfChange
from tocmodel.tables.matrix import Cell, Heading, Matrix
from tocmodel.wording import note_with, remark_words

SIGNS: Mapping[Effect, str] = {
    Effect.INCREASES: "+",
    Effect.DECREASES: "-",
    Effect.CHANGES: "*",
    Effect.UNKNOWN: "?",
    Effect.DISPUTED: "±",
}
"""The sign for each effect; links of two elements whose effects differ have all their signs."""

_MEANINGS = {
    "+": "+ more of the cause means more of the effect",
    "-": "- more of the cause means less of the effect",
    "*": "* it changes the effect, in no one direction",
    "?": "? nobody knows the direction",
    "±": "± people disagree",
    "both": "both: several links, whose effects differ",
}


def signed_matrix(theory: TheoryLike, *, language: str | None = None) -> Matrix:
    """Return the links of a theory as a matrix: a row for each cause, a column for each effect.

    A mutual link is in two cells; an association claims no direction and is in none.

    >>> theory = TheoryOfChange(
    ...     title="Rent",
    ...     factors={"rents": {"title": "Rents"}, "moves": {"title": "Families who stay"}},
    ...     links=[{"from": "rents", "to": "moves", "effect": "decreases"}],
    ... )
    >>> signed_matrix(theory).by_place["rents", "moves"].texts
    ('-',)

    Args:
        theory: the theory, its document or the path of its file.
        language: the language of the titles, if the theory has translations for it.

    Raises:
        UnknownIdError: the theory is not translated into this language.
    """
    theory = as_theory(theory).whole
    words = words_for(theory, language or "", plain=False)
    signs: dict[tuple[str, str], dict[str, None]] = {}
    for link in _directed(theory):
        signs.setdefault((link.from_, link.to), {})[SIGNS[link.effect]] = None
    causes, effects = ({ends[side] for ends in signs} for side in (0, 1))
    order = list(dict.fromkeys([*theory.elements, *sorted(causes | effects)]))
    used = {sign for found in signs.values() for sign in found}
    several = {"both"} if any(len(found) > 1 for found in signs.values()) else set()
    return Matrix(
        title="Causes and effects",
        subtitle=full_title(theory),
        remark=remark_words(theory),
        language=language or theory.language,
        description=_description(len(signs), len(causes), len(effects)),
        corner="Cause",
        rows=tuple(Heading(id=id_, title=words.title(id_)) for id_ in order if id_ in causes),
        columns=tuple(Heading(id=id_, title=words.title(id_)) for id_ in order if id_ in effects),
        cells=tuple(
            Cell(row=cause, column=effect, texts=(_signs(signs[cause, effect]),))
            for cause in order
            for effect in order
            if (cause, effect) in signs
        ),
        note=note_with(
            "; ".join(text for sign, text in _MEANINGS.items() if sign in used | several), theory
        ),
        date=date_of(theory),
    )


def _signs(found: Iterable[str]) -> str:
    """Return the sign of a cell; a cell with several begins with a word, not as a formula does."""
    first, *others = found
    return f"both: {' '.join([first, *others])}" if others else first


def _directed(theory: TheoryOfChange) -> Iterator[Link]:
    for link in theory.links:
        if link.is_causal:
            yield link
        if link.is_mutual:
            yield link.way_back


def _description(cells: int, causes: int, effects: int) -> str:
    return (
        f"A table of causes and effects: {causes} causes in rows, {effects} effects in columns, "
        f"and the sign of the effect in {cells} cells."
    )
