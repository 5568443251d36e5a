"""A framework in words, and how far a theory uses it."""

from collections.abc import Iterable, Iterator

from tocmodel.analysis.coverage import CategoryCoverage, Coverage
from tocmodel.frameworks import (
    Category,
    Dimension,
    Framework,
    FrameworkCheck,
    check_words,
    full_address,
    published,
    wording_words,
)
from tocmodel.model.section_names import SECTION_NAMES
from tocmodel.report.outline import Line
from tocmodel.report.title_lines import title_lines
from tocmodel.tables.coverage import coverage_sentence

MOST = 8
"""How many elements are named in one line; more are counted."""


def outline(framework: Framework) -> tuple[Line, ...]:
    """Return a framework line by line: its questions, its words, its checks and its sources."""
    return tuple(_lines(framework))


def coverage_outline(coverage: Coverage) -> tuple[Line, ...]:
    """Return the elements in each category, and the empty categories, line by line."""
    return tuple(_coverage_lines(coverage))


def _kinds(sections: Iterable[str]) -> list[str]:
    return [SECTION_NAMES[name].several for name in sections]


def _lines(framework: Framework) -> Iterator[Line]:
    edition = f" ({framework.edition})" if framework.edition else ""
    yield Line(0, f"{framework.title}{edition}: {framework.id}", "heading")
    if framework.description:
        yield Line(0, framework.description)
    for dimension in framework.dimensions.values():
        yield from _dimension(framework, dimension)
    if framework.checks:
        yield Line(0, "What it expects", "heading")
    for check in framework.checks.values():
        yield from _check(framework, check)
    if framework.templates:
        yield Line(0, "Templates", "heading")
    for template in framework.templates.values():
        yield Line(0, f"{template.id}: {template.title}", "item")
        yield from _text_line(1, template.description)
    if framework.sources:
        yield Line(0, "Sources", "heading")
    for source in framework.sources.values():
        yield Line(0, published(source), "point")


def _text_line(depth: int, text: str) -> Iterator[Line]:
    if text:
        yield Line(depth, text)


def _dimension(framework: Framework, dimension: Dimension) -> Iterator[Line]:
    yield Line(0, f"{dimension.title}: {dimension.id}", "heading")
    yield from _text_line(0, dimension.description)
    yield Line(0, f"For {', '.join(_kinds(dimension.classifies))}.")
    for id_, category in dimension.categories.items():
        depth = len(list(dimension.ancestors(id_))) - 1
        yield Line(depth, f"{full_address(framework, id_)}: {category.title}", "item")
        yield from _text_line(depth + 1, category.meaning)
        yield from _text_line(depth + 1, category.question)
        yield from _text_line(depth + 1, _fields(dimension, category))
        yield Line(depth + 1, f"Wording {wording_words(category, framework.sources)}.")


def _fields(dimension: Dimension, category: Category) -> str:
    """Name the fields of a theory that mean the same."""
    if category.where:
        pairs = (f"{name} {' or '.join(words)}" for name, words in category.where.items())
        return f"The same as: {', '.join(pairs)}."
    if dimension.field:
        return f"The same as: {' or '.join(dimension.field)} {category.id}."
    return ""


def _check(framework: Framework, check: FrameworkCheck) -> Iterator[Line]:
    name = f"{framework.id}/{check.id}"
    yield Line(0, f"{name} ({check.severity.value}): {check_words(framework, check)}", "item")
    yield from _text_line(1, check.why)
    yield from _text_line(1, f"To do: {check.help}" if check.help else "")
    if check.source:
        at = f", {check.at}" if check.at else ""
        yield Line(1, f"Source: {published(framework.sources[check.source])}{at}")


def _coverage_lines(coverage: Coverage) -> Iterator[Line]:
    yield from title_lines(f"{coverage.framework.title}: {coverage.theory.title}", coverage.theory)
    yield Line(0, f"{coverage_sentence(coverage)}.")
    dimensions = {row.dimension.id: row.dimension for row in coverage.rows}
    for dimension in dimensions.values():
        rows = [row for row in coverage.rows if row.dimension.id == dimension.id]
        yield Line(0, dimension.title, "heading")
        yield from _covered(coverage, rows, "", 0)


def _covered(
    coverage: Coverage, rows: list[CategoryCoverage], within: str, depth: int
) -> Iterator[Line]:
    """List the parts of a category: first those with something in them, then the gaps."""
    parts = [row for row in rows if row.category.part_of == within]
    for row in parts:
        if not row.is_empty:
            yield Line(depth, f"{row.category.title} ({len(row.gathered)})", "item")
            yield from _text_line(depth + 1, _names(coverage, row))
            yield from _covered(coverage, rows, row.category.id, depth + 1)
    empty = [row for row in parts if row.is_empty]
    if empty:
        wanted = not empty[0].dimension.unwanted
        names = "; ".join(_gap(row, rows) for row in empty)
        yield (
            Line(depth, f"Nothing yet: {names}", "alarm")
            if wanted
            else Line(depth, f"Not found here: {names}")
        )


def _gap(row: CategoryCoverage, rows: list[CategoryCoverage]) -> str:
    parts = sum(row.category.id in row.dimension.ancestors(one.category.id) for one in rows) - 1
    return f"{row.category.title} (and its {parts} parts)" if parts else row.category.title


def _names(coverage: Coverage, row: CategoryCoverage) -> str:
    """Name the elements in the category itself; those in a part are named there."""
    own = [id_ for id_ in row.gathered if id_ in (*row.classified, *row.by_field)]
    titles = [coverage.theory.element(id_).full_title for id_ in own[:MOST]]
    more = [f"and {len(own) - MOST} more"] if len(own) > MOST else []
    return "; ".join((*titles, *more))
