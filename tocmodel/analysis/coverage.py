"""How far a theory covers a framework, and the gaps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from attrs import frozen

from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.frameworks import (
    Category,
    Dimension,
    Framework,
    dimension_fault,
    field_words,
    find_category,
    find_framework,
)
from tocmodel.model import ELEMENT_SECTIONS, Element, TheoryOfChange
from tocmodel.results import Result
from tocmodel.self_describing import SelfDescribing


@frozen(kw_only=True)
class CategoryCoverage(SelfDescribing):
    """One category, and the elements in it.

    Attributes:
        category: the category.
        dimension: its dimension.
        depth: how many categories contain it, one inside the other; 0 at the top.
        classified: ids of the elements classified under it.
        by_field: ids of the elements that are not, but have a field with the same meaning.
        gathered: ids of all elements in it or in a part of it, in the order of the theory.
    """

    category: Category
    dimension: Dimension
    depth: int
    classified: tuple[str, ...]
    by_field: tuple[str, ...]
    gathered: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it or in a part of it."""
        return not self.gathered

    @property
    def is_gap(self) -> bool:
        """Whether it is empty although the framework expects something in it."""
        return self.is_empty and not self.dimension.unwanted


@frozen(kw_only=True, slots=False)
class Coverage(SelfDescribing, Result):
    """How far a theory uses a framework.

    Attributes:
        theory: the theory, with those that it includes.
        framework: the framework.
        rows: its categories, dimension by dimension; a part comes after the category that contains
            it.
    """

    theory: TheoryOfChange
    framework: Framework
    rows: tuple[CategoryCoverage, ...]

    def __getitem__(self, category: str) -> CategoryCoverage:
        """Return the row of a category.

        Raises:
            UnknownIdError: there is no such category; the message names the nearest.
        """
        try:
            return self._by_id[category]
        except KeyError:
            near = did_you_mean(category, self._by_id)
            raise UnknownIdError(f"no category '{category}'{near}") from None

    @cached_property
    def _by_id(self) -> Mapping[str, CategoryCoverage]:
        return {row.category.id: row for row in self.rows}

    @property
    def gaps(self) -> tuple[str, ...]:
        """The ids of the wanted categories that are empty, in their parts too."""
        return tuple(row.category.id for row in self.rows if row.is_gap)

    @property
    def sought(self) -> tuple[CategoryCoverage, ...]:
        """The categories to count: the wanted ones, or all where none is marked as wanted."""
        return tuple(row for row in self.rows if not row.dimension.unwanted) or self.rows

    @property
    def covered(self) -> int:
        """How many of the categories to count have something in them or in one of their parts."""
        return sum(not row.is_empty for row in self.sought)

    @property
    def share(self) -> float:
        """The share of the categories to count that have something, from 0 to 1."""
        return self.covered / len(self.sought)

    @cached_property
    def elements(self) -> tuple[str, ...]:
        """The ids of all elements in any category, in the order of the theory."""
        found = {id_ for row in self.rows for id_ in row.gathered}
        return tuple(id_ for id_ in self.theory.elements if id_ in found)


def coverage(
    theory: TheoryLike, framework: Framework | str, dimension: str | None = None
) -> Coverage:
    """Return the elements in each category of a framework.

    An element is in a category when it is classified under it, or when one of its fields means the
    same. A category also gathers the elements in its parts.

    Args:
        theory: the theory, with those that it includes.
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
        UnknownIdError: there is no such framework or dimension.
    """
    theory = as_theory(theory)
    if isinstance(framework, str):
        framework = find_framework(framework)
    whole = theory.whole
    rows = tuple(
        row
        for one in _dimensions(framework, dimension)
        for row in _rows(categories_by_element(whole, framework, one), one)
    )
    return Coverage(theory=whole, framework=framework, rows=rows)


@frozen
class ElementCategories(SelfDescribing):
    """The categories of one dimension that an element is in.

    Attributes:
        classified: ids of the categories it is classified under.
        by_field: ids of the categories that one of its fields means.
    """

    classified: tuple[str, ...] = ()
    by_field: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Both, each category once."""
        return tuple(dict.fromkeys((*self.classified, *self.by_field)))


def categories_by_element(
    theory: TheoryOfChange,
    framework: Framework,
    dimension: Dimension,
    sections: Sequence[str] = (),
) -> Mapping[str, ElementCategories]:
    """Return the categories of each element in a dimension; elements in none are left out.

    Args:
        theory: the theory.
        framework: the framework.
        dimension: one of its dimensions.
        sections: the sections to look at; by default all that the dimension classifies.
    """
    conditions = _field_conditions(dimension)
    found = {
        id_: ElementCategories(
            _classified(element, framework, dimension), _categories_by_field(element, conditions)
        )
        for name in ELEMENT_SECTIONS
        if name in (sections or dimension.classifies)
        for id_, element in getattr(theory, name).items()
        if conditions or element.classified_as
    }
    return {id_: categories for id_, categories in found.items() if categories.all}


def _classified(element: Element, framework: Framework, dimension: Dimension) -> tuple[str, ...]:
    """Return the ids of a dimension's categories that an element is classified under."""
    named = element.classified_as.get(framework.id, ())
    found = (find_category(framework, address) for address in named)
    ids = (category.id for category in found if category and category.id in dimension.categories)
    return tuple(dict.fromkeys(ids))


_FieldCondition = tuple[str, tuple[tuple[tuple[str, ...], frozenset[str]], ...]]
"""The id of a category, and the conditions on which an element's fields mean it: in each, one of
the named fields has one of the named values."""


def _field_conditions(dimension: Dimension) -> tuple[_FieldCondition, ...]:
    """Return the field values that mean the same as a category, for each category that has any."""
    found: list[_FieldCondition] = []
    for id_, category in dimension.categories.items():
        if category.where:
            needs = tuple(((path,), frozenset(words)) for path, words in category.where.items())
            found.append((id_, needs))
        elif dimension.field:
            found.append((id_, ((dimension.field, frozenset((id_,))),)))
    return tuple(found)


def _categories_by_field(
    element: Element, conditions: Iterable[_FieldCondition]
) -> tuple[str, ...]:
    """Return the ids of the categories that an element's own fields mean."""
    held: dict[tuple[str, ...], frozenset[str]] = {}
    found = []
    for id_, needs in conditions:
        for paths, _ in needs:
            if paths not in held:
                held[paths] = frozenset(word for one in paths for word in field_words(element, one))
        if all(not wanted.isdisjoint(held[paths]) for paths, wanted in needs):
            found.append(id_)
    return tuple(found)


def _dimensions(framework: Framework, dimension: str | None) -> Iterable[Dimension]:
    if not dimension:
        return framework.dimensions.values()
    if fault := dimension_fault(framework, dimension):
        raise UnknownIdError(fault)
    return (framework.dimensions[dimension],)


def _rows(
    by_element: Mapping[str, ElementCategories], dimension: Dimension
) -> Iterator[CategoryCoverage]:
    for category in _parts_after_wholes(dimension):
        inside = {id_ for id_ in dimension.categories if category.id in dimension.ancestors(id_)}
        yield CategoryCoverage(
            category=category,
            dimension=dimension,
            depth=len(tuple(dimension.ancestors(category.id))) - 1,
            classified=tuple(
                id_ for id_, one in by_element.items() if category.id in one.classified
            ),
            by_field=tuple(
                id_
                for id_, one in by_element.items()
                if category.id in one.by_field and category.id not in one.classified
            ),
            gathered=tuple(id_ for id_, one in by_element.items() if inside.intersection(one.all)),
        )


def _parts_after_wholes(dimension: Dimension) -> Iterator[Category]:
    """Yield the categories in order, each followed by its parts."""
    parts: dict[str, list[Category]] = {}
    for category in dimension.categories.values():
        parts.setdefault(category.part_of, []).append(category)
    left = list(reversed(parts.get("", ())))
    while left:
        category = left.pop()
        yield category
        left.extend(reversed(parts.get(category.id, ())))
