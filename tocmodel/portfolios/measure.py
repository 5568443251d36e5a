"""Measure one theory of a portfolio: count what it holds, and keep what is compared."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from tocmodel.analysis.chosen_figure import choose_figure
from tocmodel.analysis.coverage import CategoryCoverage, coverage
from tocmodel.analysis.evidence import pieces
from tocmodel.analysis.progress import Progress, progress_of, progress_words
from tocmodel.analysis.publication import published
from tocmodel.analysis.summary.reasons import outcomes_with_change
from tocmodel.checks import check, kind_of
from tocmodel.config import Config
from tocmodel.diagnostics import Finding, Severity
from tocmodel.fileformat.document import Document, document_of
from tocmodel.frameworks import Framework, resolve_frameworks
from tocmodel.model import Element, Indicator, TheoryOfChange
from tocmodel.model.convert import FrozenDict
from tocmodel.portfolios.model import (
    CategorySummary,
    ComparedEntry,
    FrameworkSummary,
    FrameworkUse,
    PortfolioRow,
)
from tocmodel.system.project import beside
from tocmodel.wording import counted, figure_words

COMPARED = ("conditions", "interventions", "mechanisms", "outcomes", "indicators")
"""The sections whose entries are compared with those of other theories."""

MOST_ENTRIES = 1_000
"""The most entries of one theory that are compared, so that no file fills the memory."""


@frozen
class Measured:
    """A row, and the files that the theory includes: as written, and where each of them is."""

    row: PortfolioRow
    includes: tuple[tuple[str, str], ...] = ()


@frozen
class PublicationWish:
    """A wish for what may be published.

    Attributes:
        as_of: the day on which consents must hold; ``None`` if it is not known.
    """

    as_of: date | None = None


def measure(
    what: Document | TheoryOfChange,
    name: str,
    config: Config,
    publication: PublicationWish | None = None,
) -> Measured:
    """Return what is known of a theory, as a row of a portfolio.

    Args:
        what: a document, or a theory made in Python.
        name: the name of its file to show.
        config: the settings of its folder, which decide on the checks that run.
        publication: given if only what may be published is wanted.
    """
    theory = what.theory if isinstance(what, Document) else what
    document = what if isinstance(what, Document) else document_of(what)
    if theory is None:
        return Measured(_without_theory(document, name) if document else PortfolioRow(file=name))
    withheld = None
    if publication is not None:
        limit = config.suppress_below
        made = published(theory, as_of=publication.as_of, suppress_below=limit)
        theory, withheld = made.theory, made.left_out
    whole = theory.whole
    found = check(
        document or theory, select=config.select, ignore=config.ignore, severity=config.severity
    )
    kind = kind_of(document or theory)
    progress = {id_: progress_of(whole, one)[0] for id_, one in theory.indicators.items()}
    with_change = outcomes_with_change(whole)
    compared = list(_entries(theory, progress))
    row = PortfolioRow(
        file=name,
        title=theory.title,
        kind=kind.kind if kind else None,
        kind_guessed=bool(kind and kind.guessed),
        imagined=theory.has_imagined,
        elements=len(whole.elements),
        links=len(whole.links),
        severities=_severities(found),
        checks=FrozenDict(Counter(finding.rule for finding in found)),
        frameworks=tuple(_use(whole, one) for one in _frameworks(theory, document).values()),
        statuses=FrozenDict(Counter(one.status for one in progress.values())),
        outcomes=len(whole.outcomes),
        outcomes_with_change=with_change.value or 0,
        evidence=len(pieces(whole)),
        entries=tuple(compared[:MOST_ENTRIES]),
        left_out=max(len(compared) - MOST_ENTRIES, 0),
        withheld=withheld,
    )
    return Measured(row, tuple(_includes(theory, document)))


def _without_theory(document: Document, name: str) -> PortfolioRow:
    first, *others = document.findings
    place = f" (line {first.span.line})" if first.span else ""
    more = f", and {counted(len(others), 'more problem')}" if others else ""
    return PortfolioRow(
        file=name,
        reason=f"it holds no valid theory: {first.message}{place}{more}",
        severities=_severities(document.findings),
        checks=FrozenDict(Counter(finding.rule for finding in document.findings)),
    )


def _severities(findings: Iterable[Finding]) -> Mapping[Severity, int]:
    counts = Counter(finding.severity for finding in findings)
    return FrozenDict({severity: counts[severity] for severity in Severity if counts[severity]})


def _frameworks(theory: TheoryOfChange, document: Document | None) -> Mapping[str, Framework]:
    if not theory.frameworks:
        return {}
    return document.frameworks if document else resolve_frameworks(theory.frameworks).found


def _use(theory: TheoryOfChange, framework: Framework) -> FrameworkUse:
    """Return how many elements of a theory are in each category of a framework."""
    rows = coverage(theory, framework).rows
    several = len(framework.dimensions) > 1
    summary = FrameworkSummary(
        id=framework.id,
        title=framework.title,
        edition=framework.edition,
        categories=tuple(_category(row, several=several) for row in rows),
    )
    return FrameworkUse(framework=summary, counts=tuple(len(row.gathered) for row in rows))


def _category(row: CategoryCoverage, *, several: bool) -> CategorySummary:
    known = row.dimension.categories
    is_whole = any(other.part_of == row.category.id for other in known.values())
    around = row.category if is_whole else known.get(row.category.part_of)
    dimension = row.dimension.title if several else ""
    return CategorySummary(
        id=row.category.id,
        title=row.category.title,
        dimension=row.dimension.id,
        part_of=around.title if around else dimension,
        is_wanted=not row.dimension.unwanted,
    )


def _entries(theory: TheoryOfChange, progress: Mapping[str, Progress]) -> Iterator[ComparedEntry]:
    for section in COMPARED:
        entries: Mapping[str, Element] = getattr(theory, section)
        for id_, entry in entries.items():
            facts = (
                _of_indicator(theory, entry, progress[id_])
                if isinstance(entry, Indicator)
                else _facts(entry)
            )
            yield ComparedEntry(section=section, id=id_, title=entry.title, facts=tuple(facts))


_FACTS = ("horizon", "tier", "level")
"""The fields that are compared where an element has them: words of closed sets."""


def _facts(element: Element) -> Iterator[tuple[str, str]]:
    for name in _FACTS:
        if word := getattr(element, name, None):
            yield name, str(word)


def _of_indicator(
    theory: TheoryOfChange, indicator: Indicator, found: Progress
) -> Iterator[tuple[str, str]]:
    """Yield what is compared of an indicator: how it counts, and where it stands."""
    latest = choose_figure(indicator, theory.place)
    words = {
        "unit": indicator.unit,
        "better": str(indicator.better or ""),
        "baseline": "; ".join(figure_words(item, indicator.unit) for item in indicator.baseline),
        "target": "; ".join(figure_words(item, indicator.unit) for item in indicator.target),
        "latest": latest.words if latest else "",
        "status": progress_words(found),
    }
    yield from ((name, text) for name, text in words.items() if text)


def _includes(theory: TheoryOfChange, document: Document | None) -> Iterator[tuple[str, str]]:
    for include in theory.includes.values():
        if include.file and document is not None:
            yield include.file, os.path.realpath(beside(include.file, document.path))
