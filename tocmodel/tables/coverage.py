"""The coverage of a framework as a table: categories by elements, or a heat map by section."""

from collections.abc import Iterator

from tocmodel.analysis.coverage import CategoryCoverage, Coverage
from tocmodel.diagram.notes import date_of, full_title
from tocmodel.frameworks import published
from tocmodel.model import ELEMENT_SECTIONS
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.tables.matrix import Cell, Heading, Matrix, MatrixLegend
from tocmodel.wording import note_with, remark_words

_ALL = "all"

_LEGEND = (
    MatrixLegend(key="classified", text="classified so"),
    MatrixLegend(key="by field", text="a field of it says the same"),
    MatrixLegend(key="by a part", text="is in a part of it"),
)


def to_matrix(coverage: Coverage, *, heat: bool = False) -> Matrix:
    """Return a coverage as a table.

    Args:
        coverage: the coverage.
        heat: count the elements in each category, in all and by section, rather than give each
            element a column; a category without any is a gap.

    >>> from tocmodel.analysis.coverage import coverage
    >>> from tocmodel.model import TheoryOfChange
    >>> theory = TheoryOfChange(
    ...     title="Breakfast", interventions={"club": {"title": "Breakfast club", "odds": "beat"}}
    ... )
    >>> found = coverage(theory, "resilience", "odds")
    >>> to_matrix(found).by_place["beat-the-odds", "club"].texts
    ('by field',)
    >>> [cell.weight for cell in to_matrix(found, heat=True).cells]
    [1, 1, 0]
    """
    several = len({row.dimension.id for row in coverage.rows}) > 1
    rows = tuple(_heading(row, several=several) for row in coverage.rows)
    columns = tuple(_sections(coverage)) if heat else tuple(_elements(coverage))
    cells = tuple(_counts(coverage, columns) if heat else _marks(coverage))
    used = {mark for cell in cells for mark in cell.marks}
    source = next(iter(coverage.framework.sources.values()), None)
    return Matrix(
        title=coverage.framework.title,
        subtitle=full_title(coverage.theory),
        remark=remark_words(coverage.theory),
        language=coverage.theory.language,
        description=_description(coverage),
        corner=_corner(coverage),
        rows=rows,
        columns=columns,
        cells=cells,
        heat=heat,
        legend=tuple(item for item in _LEGEND if item.key in used),
        note=note_with(f"Source: {published(source)}" if source else "", coverage.theory),
        date=date_of(coverage.theory),
    )


def coverage_sentence(coverage: Coverage) -> str:
    """Return how much of a framework is covered: ``3 of 5 categories have something in them``."""
    have = "has something in it" if coverage.covered == 1 else "have something in them"
    return f"{coverage.covered} of {len(coverage.sought)} categories {have}"


def _heading(row: CategoryCoverage, *, several: bool) -> Heading:
    """A row's heading; above it the category that contains it, or its dimension."""
    known = row.dimension.categories
    is_whole = any(other.part_of == row.category.id for other in known.values())
    around = row.category if is_whole else known.get(row.category.part_of)
    dimension = row.dimension.title if several else ""
    return Heading(
        id=row.category.id,
        title=row.category.title,
        part_of=around.title if around else dimension,
        meaning=row.category.meaning,
    )


def _elements(coverage: Coverage) -> Iterator[Heading]:
    for id_ in coverage.elements:
        section = SECTION_NAMES[coverage.theory.section_of(id_)]
        title = coverage.theory.element(id_).full_title
        yield Heading(id=id_, title=title, part_of=section.heading)


def _sections(coverage: Coverage) -> Iterator[Heading]:
    """Yield a column for all, and one for each section with an element in any category."""
    yield Heading(id=_ALL, title="All")
    used = {coverage.theory.section_of(id_) for id_ in coverage.elements}
    for name in ELEMENT_SECTIONS:
        if name in used:
            yield Heading(id=name, title=SECTION_NAMES[name].heading)


def _marks(coverage: Coverage) -> Iterator[Cell]:
    for row in coverage.rows:
        for id_ in row.gathered:
            mark = "by a part"
            if id_ in row.classified:
                mark = "classified"
            elif id_ in row.by_field:
                mark = "by field"
            yield Cell(row=row.category.id, column=id_, texts=(mark,), marks=(mark,), weight=1)


def _counts(coverage: Coverage, columns: tuple[Heading, ...]) -> Iterator[Cell]:
    """Count the elements in each category; a gap is shown once, in the column for all."""
    for row in coverage.rows:
        sections = [coverage.theory.section_of(id_) for id_ in row.gathered]
        for column in columns:
            count = len(sections) if column.id == _ALL else sections.count(column.id)
            if count or (column.id == _ALL and row.is_gap):
                texts = (str(count),) if count else ()
                yield Cell(row=row.category.id, column=column.id, texts=texts, weight=count)


def _corner(coverage: Coverage) -> str:
    titles = {row.dimension.title for row in coverage.rows}
    return titles.pop() if len(titles) == 1 else "Category"


def _description(coverage: Coverage) -> str:
    gaps = [coverage[id_].category.title for id_ in coverage.gaps]
    named = f" Empty: {'; '.join(gaps)}." if gaps else ""
    return f"Of the framework '{coverage.framework.title}', {coverage_sentence(coverage)}.{named}"
