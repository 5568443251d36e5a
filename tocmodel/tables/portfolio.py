"""A portfolio as a table in words: a row for each theory, and a summary."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from types import MappingProxyType

from tocmodel.analysis.progress import ProgressStatus, status_words
from tocmodel.analysis.publication import together
from tocmodel.diagnostics import Severity
from tocmodel.portfolios.model import FrameworkUse, Portfolio, PortfolioRow
from tocmodel.wording import IMAGINED, KIND_WORDS, counted

PORTFOLIO_HEADINGS: Mapping[str, str] = MappingProxyType(
    {
        "title": "Theory",
        "file": "File",
        "findings": "Findings",
        "indicators": "Indicators",
        "evidence": "Outcomes with evidence of change",
        "frameworks": "Frameworks",
        "problem": "Problem",
    }
)
"""The columns of the table in words, with their headings."""


def row_words(row: PortfolioRow, name: str = "") -> dict[str, str]:
    """Return each column of the table of a portfolio in words.

    Args:
        row: the row.
        name: the name of the theory, if its title is not enough.

    >>> row_words(PortfolioRow(file="a.toc.yaml", title="Harbour", outcomes=2))["evidence"]
    '0 of 2'
    """
    if row.reason:
        cells = {"title": row.file, "file": row.file, "problem": row.reason}
        return {**dict.fromkeys(PORTFOLIO_HEADINGS, ""), **cells}
    return {
        "title": marked(name or row.title, row),
        "file": row.file,
        "findings": findings_words(row.severities),
        "indicators": statuses_words(row.statuses),
        "evidence": f"{row.outcomes_with_change} of {row.outcomes}" if row.outcomes else "",
        "frameworks": "; ".join(f"{use.framework.id} {use_words(use)}" for use in row.frameworks),
        "problem": "",
    }


def imagined_line(rows: Sequence[PortfolioRow]) -> str:
    """Return the words at the top of anything made from theories: imagined, or with parts left out.

    >>> made_up = PortfolioRow(file="a", imagined=True)
    >>> imagined_line([made_up]), imagined_line([made_up, PortfolioRow(file="b")])
    ('An imagined example', 'An imagined example is among them')
    """
    published = [row.withheld for row in rows if row.withheld is not None]
    left_out = together(published).words if published else ""
    return ". ".join(filter(None, (_imagined(rows), left_out)))


def _imagined(rows: Sequence[PortfolioRow]) -> str:
    if not any(row.imagined for row in rows):
        return ""
    return IMAGINED if all(row.imagined for row in rows) else f"{IMAGINED} is among them"


def findings_words(severities: Mapping[Severity, int]) -> str:
    """Return how many findings there are, the worst first.

    >>> findings_words({Severity.ERROR: 1, Severity.ADVICE: 12}), findings_words({})
    ('1 error, 12 advice', 'none')
    """
    words = {Severity.ERROR: ("error", ""), Severity.WARNING: ("warning", "")}
    found = (
        counted(severities[severity], *words.get(severity, ("advice", "advice")))
        for severity in Severity
        if severities.get(severity)
    )
    return ", ".join(found) or "none"


def statuses_words(statuses: Mapping[ProgressStatus, int]) -> str:
    """Return how many indicators there are, and how many have each status.

    >>> statuses_words({ProgressStatus.NO_DATA: 2, ProgressStatus.MET: 1}), statuses_words({})
    ('3 (1 met, 2 no data yet)', 'none')
    """
    found = (
        f"{statuses[status]:,} {status_words(status)}"
        for status in ProgressStatus
        if statuses.get(status)
    )
    whole = sum(statuses.values())
    return f"{whole:,} ({', '.join(found)})" if whole else "none"


def use_words(use: FrameworkUse) -> str:
    """Return how many of the wanted categories of a framework have something in them."""
    return f"{use.covered} of {len(use.sought)}"


def kind_words(row: PortfolioRow) -> str:
    """Return the kind of a theory, and whether it is a guess."""
    if row.kind is None:
        return ""
    words = KIND_WORDS[row.kind][0].split(" ", 1)[1]
    return f"{words} (guessed)" if row.kind_guessed else words


def summary_words(portfolio: Portfolio) -> tuple[str, ...]:
    """Return what is in a portfolio, in sentences: also what could not be read, or was no theory.

    >>> summary_words(Portfolio(rows=(PortfolioRow(file="a"), PortfolioRow(file="b", reason="x"))))
    ('2 theories; 1 of them could not be read.', 'Findings: none.', 'Indicators: none.')
    """
    unread, passed = len(portfolio.unread), portfolio.passed_over
    lines = [
        counted(len(portfolio.rows), "theory", "theories")
        + (f"; {unread:,} of them could not be read." if unread else "."),
        f"Findings: {findings_words(portfolio.severities)}.",
        f"Indicators: {statuses_words(portfolio.statuses)}.",
    ]
    parts = [
        counted(passed.others, "file that is not a theory", "files that are not theories"),
        counted(passed.links, "folder that is a link", "folders that are links"),
        counted(passed.twice, "file named again", "files named again"),
    ]
    counts = (passed.others, passed.links, passed.twice)
    over = [part for part, count in zip(parts, counts, strict=True) if count]
    return (*lines, *([f"Passed over: {', '.join(over)}."] if over else []))


def names_of(rows: Sequence[PortfolioRow]) -> tuple[str, ...]:
    """Return a name for each theory: its title, with its file where two have the same title.

    >>> rows = [PortfolioRow(file=f"zones/{name}", title="Harbour") for name in ("a", "b")]
    >>> names_of([*rows, PortfolioRow(file="c", title="Moor")])
    ('Harbour (a)', 'Harbour (b)', 'Moor')
    """
    titles = Counter(row.name for row in rows)
    short = Counter((row.name, PurePath(row.file).name) for row in rows)

    def name(row: PortfolioRow) -> str:
        own = PurePath(row.file).name
        return f"{row.name} ({own if short[row.name, own] == 1 else row.file})"

    return tuple(name(row) if titles[row.name] > 1 else row.name for row in rows)


def marked(name: str, row: PortfolioRow) -> str:
    """Return the name of a theory, with the words that mark it if it is imagined."""
    return f"{name} ({IMAGINED.lower()})" if row.imagined else name
