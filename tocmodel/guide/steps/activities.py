"""Step 5: the activities, and the needs that they act on."""

from collections.abc import Iterator
from functools import partial

from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_entry, add_link, add_to_list, theory_of
from tocmodel.guide.question import GuideQuestion, GuideStep, Typed, choices_from, quoted
from tocmodel.guide.steps.changes import first_changes
from tocmodel.model import TheoryOfChange


def _ask(document: Document) -> Iterator[GuideQuestion]:
    theory = theory_of(document)
    for id_, outcome in first_changes(theory).items():
        yield GuideQuestion(
            id=f"activities for {id_}",
            words=f"What do you do, or will you do, so that {quoted(outcome.title)}?",
            example="Teachers and health visitors visit families at home",
            write=partial(_add_activity, effect=id_),
            so_far=_activities(theory, id_),
            choices=choices_from(theory.interventions),
            takes_several=True,
        )
    if not theory.conditions:
        return
    for id_, activity in theory.interventions.items():
        yield GuideQuestion(
            id=f"needs of {id_}",
            words=f"Which of these does {quoted(activity.title)} act on?",
            example="1",
            write=partial(_set_needs, activity=id_),
            so_far=tuple(
                theory.conditions[need].title
                for need in activity.addresses
                if need in theory.conditions
            ),
            choices=choices_from(theory.conditions),
            takes_words=False,
        )


def _activities(theory: TheoryOfChange, outcome: str) -> tuple[str, ...]:
    causes = (link.from_ for link in theory.links_to(outcome))
    return tuple(
        theory.interventions[cause].title for cause in causes if cause in theory.interventions
    )


def _add_activity(document: Document, answer: Typed, *, effect: str) -> Document:
    if answer.chosen:
        return add_link(document, answer.chosen[0], effect)
    changed, activity = add_entry(document, "interventions", {"title": answer.words})
    return add_link(changed, activity, effect)


def _set_needs(document: Document, answer: Typed, *, activity: str) -> Document:
    return add_to_list(document, ("interventions", activity), "addresses", answer.chosen)


ACTIVITIES = GuideStep(
    title="The activities",
    about="Now what you do. Start from the earliest changes, which your work must bring about.",
    ask=_ask,
)
