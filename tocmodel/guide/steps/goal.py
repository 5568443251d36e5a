"""Step 3: the final goal."""

from collections.abc import Iterator, Mapping
from functools import partial

from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_entry, set_text, theory_of
from tocmodel.guide.question import LONGEST_NAME, GuideQuestion, GuideStep, Typed, quoted, titles
from tocmodel.guide.steps.people import people
from tocmodel.model import Horizon, Outcome, TheoryOfChange


def goals(theory: TheoryOfChange) -> Mapping[str, Outcome]:
    """Return the final goals: the outcomes whose horizon is the impact."""
    return {
        id_: outcome
        for id_, outcome in theory.outcomes.items()
        if outcome.horizon is Horizon.IMPACT and not outcome.unintended
    }


def _ask(document: Document) -> Iterator[GuideQuestion]:
    theory = theory_of(document)
    yield GuideQuestion(
        id="goal",
        words=(
            "What will be different for them in the end? Write it as if it had happened: a change "
            "in people's lives, not your work."
        ),
        example="Children from the harbour do as well as children anywhere",
        write=_add_goal,
        so_far=titles(goals(theory).values()),
        takes_several=True,
    )
    for id_, goal in goals(theory).items():
        yield ask_who(theory, id_, goal)


def ask_who(theory: TheoryOfChange, id_: str, outcome: Outcome) -> GuideQuestion:
    """Return the question of who changes."""
    return GuideQuestion(
        id=f"who of {id_}",
        words=f"Who exactly changes when {quoted(outcome.title)}?",
        example="children who grow up around the harbour",
        write=partial(_set_who, outcome=id_),
        so_far=(outcome.who,) if outcome.who else (),
        is_single=True,
        choices=people(theory),
        longest=LONGEST_NAME,
    )


def _add_goal(document: Document, answer: Typed) -> Document:
    body = {"title": answer.words, "horizon": Horizon.IMPACT.value}
    return add_entry(document, "outcomes", body)[0]


def _set_who(document: Document, answer: Typed, *, outcome: str) -> Document:
    partners = theory_of(document).partners
    words = answer.words or partners[answer.chosen[0]].title
    return set_text(document, ("outcomes", outcome), "who", words)


GOAL = GuideStep(
    title="The goal",
    about=(
        "The change you hope for in the end. Others work for it too, and you need not reach it "
        "alone. One goal is usual."
    ),
    ask=_ask,
)
