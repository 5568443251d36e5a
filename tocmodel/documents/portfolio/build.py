"""From a portfolio to a report: its title, its chapters, and what is imagined in it."""

from collections.abc import Iterable

from tocmodel.diagnostics import UnknownIdError, did_you_mean
from tocmodel.documents.blocks import Block, Callout, SectionHeading, paragraph, runs
from tocmodel.documents.model import WrittenReport
from tocmodel.documents.portfolio import PORTFOLIO_CHAPTERS
from tocmodel.documents.portfolio.names import some_of
from tocmodel.portfolios.model import Portfolio
from tocmodel.tables.portfolio import imagined_line, names_of
from tocmodel.wording import IMAGINED, counted


def portfolio_report(
    portfolio: Portfolio, *, title: str | None = None, sections: Iterable[str] = ()
) -> WrittenReport:
    """Return a report on several theories: what they hold, share and lack, and where they differ.

    Args:
        portfolio: the theories.
        title: the title of the report; by default, how many theories it is about.
        sections: the names of chapters, for a report of these alone.

    Raises:
        UnknownIdError: there is no such chapter.

    >>> from tocmodel.model import TheoryOfChange
    >>> from tocmodel.portfolios.run import portfolio
    >>> zones = portfolio([TheoryOfChange(title="Harbour"), TheoryOfChange(title="Moor")])
    >>> report = portfolio_report(zones, sections=["shared"])
    >>> report.title, report.blocks[0].text
    ('2 theories of change', 'What they share')
    """
    names = tuple(sections)
    for name in names:
        if name not in PORTFOLIO_CHAPTERS:
            known = ", ".join(PORTFOLIO_CHAPTERS)
            near = did_you_mean(name, PORTFOLIO_CHAPTERS) or f"; there are {known}"
            raise UnknownIdError(f"there is no chapter '{name}'{near}")
    remark = imagined_line(portfolio.read)
    return WrittenReport(
        title=title or counted(len(portfolio.rows), "theory of change", "theories of change"),
        subtitle=tuple(filter(None, (_SUBTITLE, remark))),
        imagined=IMAGINED if any(row.imagined for row in portfolio.read) else "",
        blocks=(*_warning(portfolio), *_chapters(portfolio, names)),
        has_cover=not names,
    )


_SUBTITLE = "What they share, where they differ, and what they lack"


def _chapters(portfolio: Portfolio, names: tuple[str, ...]) -> Iterable[Block]:
    for name in names or PORTFOLIO_CHAPTERS:
        chapter = PORTFOLIO_CHAPTERS[name]
        made = chapter.blocks(portfolio)
        if made or names:
            yield SectionHeading(chapter.title)
            yield from made or (paragraph("The theories state nothing about this."),)


def _warning(portfolio: Portfolio) -> tuple[Block, ...]:
    """Return the words for readers that some of the theories are made up."""
    named = zip(portfolio.read, names_of(portfolio.read), strict=True)
    found = [name for row, name in named if row.imagined]
    if not found:
        return ()
    are = "this theory is" if len(found) == 1 else "these theories are"
    words = f"{IMAGINED}: {are} made up: {some_of(found)}."
    return (Callout(runs(words)),)
