"""Reports on many theories, with one file a chapter: a function from a portfolio to blocks."""

from collections.abc import Callable

from attrs import frozen

from tocmodel.documents.blocks import Block
from tocmodel.documents.portfolio import differences, frameworks, gaps, shared, theories
from tocmodel.portfolios.model import Portfolio


@frozen
class PortfolioChapter:
    """A chapter of a report on many theories.

    Attributes:
        name: its name for ``--sections``.
        title: its heading.
        blocks: returns its blocks.
    """

    name: str
    title: str
    blocks: Callable[[Portfolio], tuple[Block, ...]]


PORTFOLIO_CHAPTERS = {
    chapter.name: chapter
    for chapter in (
        PortfolioChapter("theories", "The theories", theories.blocks),
        PortfolioChapter("shared", "What they share", shared.blocks),
        PortfolioChapter("differences", "Where they differ", differences.blocks),
        PortfolioChapter("frameworks", "What they cover of each framework", frameworks.blocks),
        PortfolioChapter("gaps", "What they lack", gaps.blocks),
    )
}
"""Every chapter by its name, in the order of a full report."""
