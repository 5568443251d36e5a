"""The evidence: what each piece shows, for or against what, and which claims have none."""

from collections.abc import Iterator

from tocmodel.analysis.evidence import (
    NO_EVIDENCE,
    RESULTS,
    Bearing,
    WeightOfEvidence,
    pieces,
    weights_of_evidence,
)
from tocmodel.diagram.sentences import quoted
from tocmodel.documents.blocks import (
    Block,
    ItemList,
    SectionHeading,
    TableCell,
    TableColumn,
    TextTable,
    cell,
    paragraph,
    runs,
)
from tocmodel.documents.subject import ReportSubject
from tocmodel.model import Evidence, Shows

SHOWS: dict[Shows | None, str] = {
    Shows.AIM: "States an aim",
    Shows.SITUATION: "Shows the situation",
    Shows.DELIVERY: "Shows that the work was done",
    Shows.CHANGE: "Shows a change",
    Shows.NO_CHANGE: "Shows no change",
    Shows.MIXED: "Shows mixed results",
    Shows.CAUSE: "Shows what brought a change about",
    None: "Not stated what it shows",
}
"""What a piece of evidence shows, in a cell."""

_KINDS_OF_SUPPORT = (
    ("Evidence of a change", tuple(RESULTS)),
    ("Mixed results, or no change seen", (Bearing.MIXED, Bearing.NO_CHANGE)),
    ("Evidence only of the work or the situation", (Bearing.DELIVERY, Bearing.SITUATION)),
    ("Stated only as an aim", (Bearing.AIM,)),
    ("Cited, without saying what it shows", (Bearing.UNSTATED, Bearing.ABOUT)),
)


def blocks(subject: ReportSubject) -> tuple[Block, ...]:
    """Return how far each outcome is shown, and a table of the evidence."""
    return (*_of_outcomes(subject), *_table(subject))


def support_of(subject: ReportSubject) -> dict[str, tuple[str, ...]]:
    """Return the outcomes by the strongest evidence for them, in words, the strongest first."""
    weights = weights_of_evidence(subject.theory)
    found: dict[str, list[str]] = {name: [] for name, _ in _KINDS_OF_SUPPORT}
    found["No evidence"] = []
    for id_ in subject.theory.outcomes:
        found[_support(weights.get(id_, NO_EVIDENCE))].append(id_)
    return {name: tuple(ids) for name, ids in found.items() if ids}


def _support(weight: WeightOfEvidence) -> str:
    found = (name for name, bearings in _KINDS_OF_SUPPORT if weight.of(*bearings))
    return next(found, "No evidence")


def contested(subject: ReportSubject) -> tuple[str, ...]:
    """Return the claims that evidence speaks against, in words."""
    weights = weights_of_evidence(subject.theory)
    against = [key for key, weight in weights.items() if weight.contrary]
    references = (key if isinstance(key, str) else " -> ".join(key) for key in against)
    return tuple(subject.claims(references))


def _of_outcomes(subject: ReportSubject) -> Iterator[Block]:
    if not subject.theory.outcomes:
        return
    yield SectionHeading("How far the outcomes are shown", 2)
    yield ItemList(
        tuple(
            runs(f"{name}: {len(ids)}. ", ", ".join(quoted(subject.title(id_)) for id_ in ids), ".")
            for name, ids in support_of(subject).items()
        )
    )
    if against := contested(subject):
        yield paragraph(f"Evidence speaks against: {'; '.join(against)}.")


def _table(subject: ReportSubject) -> Iterator[Block]:
    found = [piece.evidence for piece in pieces(subject.theory)]
    if not found:
        yield paragraph("The theory names no evidence.")
        return
    yield SectionHeading("Pieces of evidence", 2)
    yield TextTable(
        "Pieces of evidence",
        (
            TableColumn("Evidence", 1.5),
            TableColumn("What it shows", 0.8),
            TableColumn("For, against or about", 1.7),
            TableColumn("Source, and who vouches for it", 1.4),
        ),
        tuple(tuple(_row(subject, item)) for item in found),
    )


def _row(subject: ReportSubject, item: Evidence) -> Iterator[TableCell]:
    is_listed = item.id in subject.theory.evidence
    title = subject.title(item.id) if is_listed else item.full_title
    quote = f"“{item.quote.strip()}”" if item.quote and item.source else ""
    withheld = "Withheld by the source." if item.redacted else ""
    yield cell(title, item.description, quote, withheld)
    yield cell(SHOWS[item.shows])
    yield cell(
        *(f"For: {claim}" for claim in subject.claims(item.supports)),
        *(f"Against: {claim}" for claim in subject.claims(item.contradicts)),
        *(f"About: {claim}" for claim in subject.claims(item.about)),
    ) or cell("For a link that cites it")
    words = (item.kind, item.independence)
    yield cell(
        subject.source(item.source, item.at) or "No source is named",
        ", ".join(str(word).replace("-", " ") for word in words if word),
        item.period,
    )
