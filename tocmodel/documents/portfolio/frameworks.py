"""What theories cover of each framework that they name: a heat map, and what nobody has."""

from collections.abc import Iterator

from tocmodel.documents.blocks import Block, Illustration, SectionHeading, paragraph
from tocmodel.drawing import draw_matrix
from tocmodel.portfolios.model import FrameworkSummary, Portfolio
from tocmodel.tables.matrix import Matrix
from tocmodel.tables.portfolio_heat import for_a_page, portfolio_heat
from tocmodel.wording import counted

_MOST_ROWS = 40
"""The most theories in a heat map on paper."""

_MOST_CATEGORIES = 80


def blocks(portfolio: Portfolio) -> tuple[Block, ...]:
    """Return a part for each framework that at least two theories name."""
    return tuple(
        block for framework in portfolio.frameworks for block in _of_one(portfolio, framework)
    )


def _of_one(portfolio: Portfolio, framework: FrameworkSummary) -> Iterator[Block]:
    matrix = portfolio_heat(portfolio, framework)
    if len(matrix.rows) < 2:
        return
    yield SectionHeading(framework.title, 2)
    yield paragraph(matrix.description)
    if len(matrix.rows) > _MOST_ROWS or len(matrix.columns) > _MOST_CATEGORIES:
        size = f"{len(matrix.rows):,} theories by {len(matrix.columns):,} categories"
        yield paragraph(f"A heat map of {size} is too large for a page.", style="small")
        return
    yield Illustration(
        draw_matrix(for_a_page(matrix)).scene,
        alternative=_in_words(matrix),
        caption=f"{framework.title}: {counted(len(matrix.rows), 'theory', 'theories')}",
    )


def _in_words(matrix: Matrix) -> str:
    """Return a heat map in words: what each theory has something in."""
    titles = {column.id: column.title for column in matrix.columns}
    parts = []
    for row in matrix.rows:
        filled = [cell for cell in matrix.cells if cell.row == row.id and cell.weight]
        words = "; ".join(f"{titles[cell.column]} {cell.weight}" for cell in filled)
        parts.append(f"{row.title}: {words or 'nothing'}.")
    return " ".join(parts)
