"""The register of assumptions and risks: what must hold, what may go wrong, and who watches."""

from collections.abc import Iterator

from tocmodel.documents.blocks import (
    Block,
    SectionHeading,
    TableCell,
    TableColumn,
    TextTable,
    cell,
)
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Assumption, Risk
from tocmodel.report.origins import origin_words

HOLDS = {
    "yes": "Holds",
    "no": "Does not hold",
    "unknown": "Not known",
    "": "Not stated",
}
"""Whether an assumption holds, in a cell."""


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return a table of assumptions and a table of risks, if the theory has any."""
    return tuple(_tables(subject))


def _tables(subject: ReportSubject) -> Iterator[Block]:
    if assumptions := assumed(subject):
        yield SectionHeading("Assumptions", 2)
        yield TextTable(
            "Assumptions",
            (
                TableColumn("Assumption", 1.5),
                TableColumn("Critical", 0.6),
                TableColumn("Does it hold?", 0.8),
                TableColumn("Where it matters", 2.0),
                TableColumn("Who watches it", 0.9),
            ),
            tuple(tuple(_assumption(subject, *found)) for found in assumptions.items()),
        )
    if subject.theory.risks:
        yield SectionHeading("Risks", 2)
        yield TextTable(
            "Risks",
            (
                TableColumn("Risk", 1.5),
                TableColumn("Likelihood", 0.7),
                TableColumn("Severity", 0.7),
                TableColumn("What it threatens", 1.4),
                TableColumn("Answer to it", 1.5),
            ),
            tuple(tuple(_risk(subject, risk)) for risk in subject.theory.risks.values()),
        )


def assumed(subject: ReportSubject) -> dict[Assumption, tuple[str, ...]]:
    """Return every assumption, also those written on a link, with the links that rest on it."""
    found: dict[Assumption, list[str]] = {item: [] for item in subject.theory.assumptions.values()}
    for link in subject.theory.links:
        for item in link.assumes:
            known = subject.theory.assumptions.get(item) if isinstance(item, str) else item
            if known is not None:
                found.setdefault(known, []).append(f"{link.from_} -> {link.to}")
    return {item: tuple(dict.fromkeys(links)) for item, links in found.items()}


def _assumption(
    subject: ReportSubject, item: Assumption, links: tuple[str, ...]
) -> Iterator[TableCell]:
    is_listed = item.id in subject.theory.assumptions
    title = subject.title(item.id) if is_listed else item.full_title
    yield cell(title, item.description, origin_words(subject.theory, item))
    yield cell("Yes" if item.critical else "No")
    yield cell(HOLDS[str(item.holds or "")])
    yield cell(*subject.claims(links)) or cell("No link names it")
    yield cell(subject.title(item.owner) if item.owner else "Nobody is named")


def _risk(subject: ReportSubject, risk: Risk) -> Iterator[TableCell]:
    outside = "From outside the partnership." if risk.external else ""
    about = (risk.description, outside, origin_words(subject.theory, risk))
    yield cell(subject.title(risk.id), *about)
    yield cell(str(risk.likelihood or "not stated").capitalize())
    yield cell(str(risk.severity or "not stated").capitalize())
    yield cell(*map(subject.title, risk.threatens)) or cell("Not stated")
    yield cell(risk.mitigation) or cell("None is stated")
