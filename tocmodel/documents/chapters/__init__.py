"""The chapters of a report, one file each: a function from a subject to blocks."""

from collections.abc import Callable

from attrs import frozen

from tocmodel.documents.blocks import Block
from tocmodel.documents.chapters import (
    assumptions_and_risks,
    elements,
    evidence,
    glossary,
    included,
    logframe,
    monitoring,
    narrative,
    pathways,
    picture,
    reviews,
    sources,
    value_creation,
)
from tocmodel.documents.subject import ReportSubject


@frozen
class Chapter:
    """A chapter.

    Attributes:
        name: its name for ``--sections``.
        title: its heading.
        blocks: returns its blocks.
    """

    name: str
    title: str
    blocks: Callable[[ReportSubject], tuple[Block, ...]]


CHAPTERS = {
    chapter.name: chapter
    for chapter in (
        Chapter("narrative", "The theory in words", narrative.blocks),
        Chapter("picture", "The theory in a picture", picture.blocks),
        Chapter("elements", "The parts of the theory", elements.blocks),
        Chapter("pathways", "How one thing leads to another", pathways.blocks),
        Chapter("assumptions", "Assumptions and risks", assumptions_and_risks.blocks),
        Chapter("evidence", "The evidence", evidence.blocks),
        Chapter("monitoring", "Monitoring framework", monitoring.blocks),
        Chapter("logframe", "Logframe", logframe.blocks),
        Chapter("value", "Value creation and stories", value_creation.blocks),
        Chapter("included", "What the included theories share", included.blocks),
        Chapter("reviews", "Review log", reviews.blocks),
        Chapter("glossary", "Glossary", glossary.blocks),
        Chapter("sources", "Sources", sources.blocks),
    )
}
"""Every chapter by its name, in the order of a full report."""
