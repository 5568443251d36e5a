"""Heat maps of a portfolio: theories by the categories of a framework."""

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.portfolios.model import (
    CategorySummary,
    FrameworkSummary,
    FrameworkUse,
    Portfolio,
)
from tocmodel.tables.matrix import Cell, Heading, Matrix
from tocmodel.tables.portfolio import imagined_line, marked, names_of
from tocmodel.wording import counted


def framework_named(portfolio: Portfolio, id_: str) -> FrameworkSummary:
    """Return a framework that the theories of a portfolio name.

    Raises:
        UnknownIdError: none of them names it, or they mean several by the same id.
    """
    found = [framework for framework in portfolio.frameworks if framework.id == id_]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnknownIdError(
            f"the theories mean {len(found)} different frameworks by '{id_}': give each an id of "
            "its own, or compare the theories of one of them"
        )
    known = sorted({framework.id for framework in portfolio.frameworks})
    if not known:
        raise UnknownIdError("no theory names a framework: add 'frameworks' to one")
    near = did_you_mean(id_, known) or f"; they name {', '.join(known)}"
    raise UnknownIdError(f"no theory names the framework '{id_}'{near}")


def portfolio_heat(
    portfolio: Portfolio, framework: FrameworkSummary | str, dimension: str | None = None
) -> Matrix:
    """Return a heat map of theories by categories: how many elements each has in each of them.

    A category that the framework wants, and that a theory has nothing in, is a gap. Theories that
    do not name the framework are not in it, and counted in the note.

    Args:
        portfolio: the theories.
        framework: a framework that some of them name, or its id.
        dimension: the id of a dimension; all of them when left out.

    Raises:
        UnknownIdError: no theory names this framework, or it has no such dimension.

    >>> from tocmodel.model import TheoryOfChange
    >>> from tocmodel.portfolios.run import portfolio
    >>> visits = {"visits": {"title": "Home visits", "odds": "beat"}}
    >>> zone = TheoryOfChange(title="Zone", frameworks=["resilience"], interventions=visits)
    >>> zones = portfolio([zone, TheoryOfChange(title="Town")])
    >>> found = portfolio_heat(zones, "resilience", "odds")
    >>> [cell.weight for cell in found.cells], found.note
    ([1, 0], '1 theory does not name this framework.')
    """
    if isinstance(framework, str):
        framework = framework_named(portfolio, framework)
    categories = _categories(framework, dimension or "")
    used = {
        place: use
        for place, row in enumerate(portfolio.read)
        for use in row.frameworks
        if use.framework == framework
    }
    names = names_of(portfolio.read)
    left = len(portfolio.read) - len(used)
    return Matrix(
        title=framework.title,
        subtitle=imagined_line([portfolio.read[place] for place in used]),
        remark=imagined_line([portfolio.read[place] for place in used]),
        description=_description(framework, categories, tuple(used.values())),
        corner="Theory",
        rows=tuple(
            Heading(id=str(place), title=marked(names[place], portfolio.read[place]))
            for place in used
        ),
        columns=tuple(
            Heading(id=category.id, title=category.title, part_of=category.part_of)
            for category in categories
        ),
        cells=tuple(
            Cell(row=str(place), column=id_, texts=(str(count),) * (count > 0), weight=count)
            for place, use in used.items()
            for id_, count in _counts(use, categories)
        ),
        heat=True,
        note=f"{counted(left, 'theory does', 'theories do')} not name this framework." * (left > 0),
    )


def for_a_page(matrix: Matrix) -> Matrix:
    """Return a heat map with its categories as rows, if it has few theories and many categories.

    A picture that is many times as wide as high can be neither printed nor read on a screen.
    """
    if len(matrix.rows) > _FEW or len(matrix.columns) <= 2 * _FEW:
        return matrix
    cells = {(cell.column, cell.row): cell for cell in matrix.cells}
    return evolve(
        matrix,
        corner="Category",
        rows=matrix.columns,
        columns=matrix.rows,
        cells=tuple(
            evolve(cells[row.id, column.id], row=row.id, column=column.id)
            for row in matrix.columns
            for column in matrix.rows
            if (row.id, column.id) in cells
        ),
    )


_FEW = 12
"""The most theories that are columns of a page."""


def _categories(framework: FrameworkSummary, dimension: str) -> tuple[CategorySummary, ...]:
    known = {category.dimension for category in framework.categories}
    if dimension and dimension not in known:
        near = did_you_mean(dimension, known) or f"; it has {', '.join(sorted(known))}"
        raise UnknownIdError(f"the framework '{framework.id}' has no dimension '{dimension}'{near}")
    return tuple(one for one in framework.categories if dimension in ("", one.dimension))


def _counts(use: FrameworkUse, categories: Sequence[CategorySummary]) -> Iterator[tuple[str, int]]:
    """Yield what is worth a cell: something, or nothing where the framework wants something."""
    counts = use.by_category
    for category in categories:
        if counts[category.id] or category.is_wanted:
            yield category.id, counts[category.id]


def _description(
    framework: FrameworkSummary,
    categories: Sequence[CategorySummary],
    uses: Sequence[FrameworkUse],
) -> str:
    theories = Counter(id_ for use in uses for id_, count in use.by_category.items() if count)
    everywhere = [one.title for one in categories if theories[one.id] == len(uses) > 1]
    empty = [one.title for one in categories if one.is_wanted and not theories[one.id]]
    something = f" Something in all of them: {'; '.join(everywhere)}." if everywhere else ""
    nothing = f" Nothing in any of them: {'; '.join(empty)}." if empty else ""
    return (
        f"How many elements {counted(len(uses), 'theory has', 'theories have')} in each "
        f"category of the framework '{framework.title}'.{something}{nothing}"
    )
