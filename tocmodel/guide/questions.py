"""All steps of the guide, and the questions on a theory as it is now."""

from collections.abc import Iterator

from tocmodel.fileformat.document import Document
from tocmodel.guide.question import GuideQuestion, GuideStep
from tocmodel.guide.steps.activities import ACTIVITIES
from tocmodel.guide.steps.assumptions import ASSUMPTIONS
from tocmodel.guide.steps.changes import CHANGES
from tocmodel.guide.steps.evidence import EVIDENCE
from tocmodel.guide.steps.goal import GOAL
from tocmodel.guide.steps.links import LINKS
from tocmodel.guide.steps.people import PEOPLE
from tocmodel.guide.steps.reasons import REASONS
from tocmodel.guide.steps.situation import SITUATION
from tocmodel.guide.steps.surroundings import SURROUNDINGS

__all__ = ["STEPS", "GuideQuestion", "GuideStep", "questions"]

STEPS = (
    SITUATION,
    PEOPLE,
    GOAL,
    CHANGES,
    ACTIVITIES,
    REASONS,
    ASSUMPTIONS,
    SURROUNDINGS,
    EVIDENCE,
    LINKS,
)
"""The steps, in their order."""


def questions(document: Document) -> Iterator[tuple[GuideStep, GuideQuestion]]:
    """Yield every question on a theory as it is now, in order, with its step."""
    for step in STEPS:
        for question in step.ask(document):
            yield step, question
