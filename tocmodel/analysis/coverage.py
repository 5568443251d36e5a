"""How far a theory covers a framework, and the gaps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from tocmodel.diagnostics import TocModelError, UnknownIdError, did_you_mean
from tocmodel.frameworks import (
    Category,
    Dimension,
    Framework,
    dimension_fault,
    field_words,
    find_category,
    find_framework,
)
from tocmodel.loading import TheoryLike, as_theory
from tocmodel.model import ELEMENT_SECTIONS, Element, TheoryOfChange
from tocmodel.results import Result
from tocmodel.values import frozen


@frozen(kw_only=True)
class Covered:
    """One category, and the elements that stand in it.

    Attributes:
        category: the category.
        dimension: its dimension.
        depth: how many categories it is a part of.
        classified: ids of the elements that are classified so.
        by_field: ids of those that are not, and of which a field says the same.
        gathered: ids of all that stand here or in a part of it, in the order of the theory.
    """

    category: Category
    dimension: Dimension
    depth: int
    classified: tuple[str, ...]
    by_field: tuple[str, ...]
    gathered: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands here or in a part of it."""
        return not self.gathered

    @property
    def is_gap(self) -> bool:
        """Whether nothing stands here, and the framework would have something stand here."""
        return self.is_empty and not self.dimension.unwanted


@frozen(kw_only=True)
class Coverage(Result):
    """How far a theory uses a framework.

    Attributes:
        theory: the theory, with those that it includes.
        framework: the framework.
        rows: its categories, those of one dimension after those of another; a part comes after
            what it is a part of.
    """

    theory: TheoryOfChange
    framework: Framework
    rows: tuple[Covered, ...]

    def __getitem__(self, category: str) -> Covered:
        """Return what stands in a category.

        Raises:
            UnknownIdError: there is no such category here; the message names the nearest.
        """
        try:
            return self._by_id[category]
        except KeyError:
            near = did_you_mean(category, self._by_id)
            raise UnknownIdError(f"no category '{category}'{near}") from None

    @cached_property
    def _by_id(self) -> Mapping[str, Covered]:
        return {row.category.id: row for row in self.rows}

    @property
    def gaps(self) -> tuple[str, ...]:
        """The ids of the categories in which, and in whose parts, something is missing."""
        return tuple(row.category.id for row in self.rows if row.is_gap)

    @property
    def sought(self) -> tuple[Covered, ...]:
        """The categories to be counted: those that are wanted, or all where none is."""
        return tuple(row for row in self.rows if not row.dimension.unwanted) or self.rows

    @property
    def covered(self) -> int:
        """How many of those sought have something in them or in one of their parts."""
        return sum(not row.is_empty for row in self.sought)

    @property
    def share(self) -> float:
        """The share of those sought that have something, from 0 to 1."""
        return self.covered / len(self.sought)

    @cached_property
    def elements(self) -> tuple[str, ...]:
        """The ids of all elements that stand somewhere, in the order of the theory."""
        found = {id_ for row in self.rows for id_ in row.gathered}
        return tuple(id_ for id_ in self.theory.elements if id_ in found)


def coverage(theory: TheoryLike, framework: Framework | str, dimension: str = "") -> Coverage:
    """Return which elements stand in each category of a framework.

    An element stands in a category when it is classified so, or when one of its fields says the
    same. A category gathers what stands in its parts.

    Args:
        theory: the theory; what it includes counts as its own.
        framework: a framework, or the id of one that comes with tocmodel.
        dimension: the id of a dimension; all of them when left out.

    >>> theory = TheoryOfChange(
    ...     title="Breakfast",
    ...     interventions={
    ...         "club": {"title": "Breakfast club", "odds": "beat",
    ...                  "classified_as": {"resilience": ["basics/healthy-diet"]}},
    ...     },
    ... )
    >>> found = coverage(theory, "resilience")
    >>> found["basics"].gathered, found["beat-the-odds"].by_field
    (('club',), ('club',))
    >>> coverage(theory, "resilience", "odds").gaps
    ('change-the-odds',)

    Raises:
        TocModelError: there is no such framework or dimension.
    """
    theory = as_theory(theory)
    if isinstance(framework, str):
        framework = find_framework(framework)
    whole = theory.whole
    rows = tuple(
        row
        for one in _dimensions(framework, dimension)
        for row in _rows(placed(whole, framework, one), one)
    )
    return Coverage(theory=whole, framework=framework, rows=rows)


@frozen
class Standing:
    """The categories of one dimension in which an element stands.

    Attributes:
        classified: ids of those by which it is classified.
        by_field: ids of those that one of its fields says.
    """

    classified: tuple[str, ...] = ()
    by_field: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Both, each category once."""
        return tuple(dict.fromkeys((*self.classified, *self.by_field)))


def placed(
    theory: TheoryOfChange,
    framework: Framework,
    dimension: Dimension,
    sections: Sequence[str] = (),
) -> Mapping[str, Standing]:
    """Return where each element stands in a dimension; those that stand nowhere are left out.

    Args:
        theory: the theory.
        framework: the framework.
        dimension: one of its dimensions.
        sections: the sections to look at; all that the dimension classifies when left out.
    """
    sayings = _sayings(dimension)
    found = {
        id_: Standing(_classified(element, framework, dimension), _said(element, sayings))
        for name in ELEMENT_SECTIONS
        if name in (sections or dimension.classifies)
        for id_, element in getattr(theory, name).items()
        if sayings or element.classified_as
    }
    return {id_: stands for id_, stands in found.items() if stands.all}


def _classified(element: Element, framework: Framework, dimension: Dimension) -> tuple[str, ...]:
    """Return the ids of the categories of a dimension by which an element is classified."""
    named = element.classified_as.get(framework.id, ())
    found = (find_category(framework, address) for address in named)
    ids = (category.id for category in found if category and category.id in dimension.categories)
    return tuple(dict.fromkeys(ids))


_Saying = tuple[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
"""The id of a category, and what has to hold for an element's fields to say it: for each of
these, one of some fields has one of some words."""


def _sayings(dimension: Dimension) -> tuple[_Saying, ...]:
    """Return what says the same as a category, for each that something does."""
    found: list[_Saying] = []
    for id_, category in dimension.categories.items():
        if category.where:
            needs = tuple(((path,), frozenset(said)) for path, said in category.where.items())
            found.append((id_, needs))
        elif dimension.field:
            found.append((id_, ((dimension.field, frozenset((id_,))),)))
    return tuple(found)


def _said(element: Element, sayings: Iterable[_Saying]) -> tuple[str, ...]:
    """Return the ids of the categories that an element's own fields mean."""
    held: dict[tuple[str, ...], frozenset[str]] = {}
    found = []
    for id_, needs in sayings:
        for paths, _ in needs:
            if paths not in held:
                held[paths] = frozenset(word for one in paths for word in field_words(element, one))
        if all(not wanted.isdisjoint(held[paths]) for paths, wanted in needs):
            found.append(id_)
    return tuple(found)


def _dimensions(framework: Framework, dimension: str) -> Iterable[Dimension]:
    if not dimension:
        return framework.dimensions.values()
    if fault := dimension_fault(framework, dimension):
        raise TocModelError(fault)
    return (framework.dimensions[dimension],)


def _rows(stands: Mapping[str, Standing], dimension: Dimension) -> Iterator[Covered]:
    for category in _parts_after_wholes(dimension):
        inside = {id_ for id_ in dimension.categories if category.id in dimension.ancestors(id_)}
        yield Covered(
            category=category,
            dimension=dimension,
            depth=len(tuple(dimension.ancestors(category.id))) - 1,
            classified=tuple(id_ for id_, one in stands.items() if category.id in one.classified),
            by_field=tuple(
                id_
                for id_, one in stands.items()
                if category.id in one.by_field and category.id not in one.classified
            ),
            gathered=tuple(id_ for id_, one in stands.items() if inside.intersection(one.all)),
        )


def _parts_after_wholes(dimension: Dimension) -> Iterator[Category]:
    """Give the categories in their order, the parts of each right after it."""
    parts: dict[str, list[Category]] = {}
    for category in dimension.categories.values():
        parts.setdefault(category.part_of, []).append(category)
    left = list(reversed(parts.get("", ())))
    while left:
        category = left.pop()
        yield category
        left.extend(reversed(parts.get(category.id, ())))
