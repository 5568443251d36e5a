"""The links of a theory as a signed matrix: causes as rows, effects as columns, a sign in a cell.

People who work with system maps know it as the adjacency matrix. Source: P. Barbrook-Johnson and
A. S. Penn, *Systems Mapping* (2022), on fuzzy cognitive maps.
"""

from collections.abc import Iterable, Iterator, Mapping

from tocmodel.analysis.titles import words_for
from tocmodel.diagram import to_diagram
from tocmodel.diagram.notes import date_of, full_title
from tocmodel.diagram.region_members import region_members
from tocmodel.diagram.regions import with_regions
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.model import Effect, Layout, Link, TheoryOfChange, View
from tocmodel.model.joining import included_ids
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

_ELSEWHERE = "In no region"
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

    A mutual link is in two cells; an association claims no direction and is in none. Elements of
    one region of the map of the theory are together, under its name.

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
    regions, remark = _regions(theory, language)
    order = list(dict.fromkeys([*regions, *theory.elements, *sorted(causes | effects)]))
    headings = [
        Heading(
            id=id_, title=words.title(id_), part_of=regions.get(id_, _ELSEWHERE if regions else "")
        )
        for id_ in order
    ]
    used = {sign for found in signs.values() for sign in found}
    several = {"both"} if any(len(found) > 1 for found in signs.values()) else set()
    meanings = [text for sign, text in _MEANINGS.items() if sign in used | several]
    return Matrix(
        title="Causes and effects",
        subtitle=full_title(theory),
        remark=remark_words(theory),
        language=language or theory.language,
        description=_description(len(signs), len(causes), len(effects)),
        corner="Cause",
        rows=tuple(heading for heading in headings if heading.id in causes),
        columns=tuple(heading for heading in headings if heading.id in effects),
        cells=tuple(
            Cell(row=cause, column=effect, texts=(_signs(signs[cause, effect]),))
            for cause in order
            for effect in order
            if (cause, effect) in signs
        ),
        note=note_with(". ".join(filter(None, ["; ".join(meanings), remark])), theory),
        date=date_of(theory),
    )


def _regions(theory: TheoryOfChange, language: str | None) -> tuple[dict[str, str], str]:
    """Return the name of the region of each element on the map of a theory, and a remark on these.

    The regions come in the order of the map; an element outside all of them has none.
    """
    view = View(id="", title=theory.title, layout=Layout.STAGES, expand=tuple(included_ids(theory)))
    picture, remark = with_regions(to_diagram(theory, view, language=language), theory)
    members = region_members(picture)
    return {id_: region.title for region, ids in members for id_ in ids}, remark


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
