"""Step 1: the situation, and its causes."""

from collections.abc import Iterator
from functools import partial

from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_entry, add_link, set_place, set_text, theory_of
from tocmodel.guide.question import (
    LONGEST_NAME,
    GuideQuestion,
    GuideStep,
    Typed,
    choices_from,
    quoted,
    titles,
)
from tocmodel.model import TheoryOfChange


def _ask(document: Document) -> Iterator[GuideQuestion]:
    theory = theory_of(document)
    yield GuideQuestion(
        id="title",
        words="What is the name of your partnership, programme or project?",
        example="Harbour Family Zone",
        write=lambda held, given: set_text(held, (), "title", given.words),
        so_far=(theory.title,),
        is_single=True,
        longest=LONGEST_NAME,
    )
    yield GuideQuestion(
        id="place",
        words="Where is it?",
        example="The harbour estate, Northtown",
        write=lambda held, given: set_place(held, given.words),
        so_far=(theory.place.name,) if theory.place else (),
        is_single=True,
        longest=LONGEST_NAME,
    )
    yield GuideQuestion(
        id="conditions",
        words="What is hard there now, and for whom?",
        example="Some children start school behind their peers",
        write=_add_condition,
        so_far=titles(theory.conditions.values()),
        takes_several=True,
    )
    for id_, condition in theory.conditions.items():
        if not _leads_to_another(theory, id_):
            yield GuideQuestion(
                id=f"causes of {id_}",
                words=f"Why is it so that {quoted(condition.title)}? What is behind it?",
                example="Families do not know of services, or do not trust them",
                write=partial(_add_cause, effect=id_),
                so_far=_causes(theory, id_),
                choices=choices_from(theory.conditions, without=[id_]),
                takes_several=True,
            )


def _leads_to_another(theory: TheoryOfChange, id_: str) -> bool:
    return any(link.to in theory.conditions for link in theory.links if link.from_ == id_)


def _causes(theory: TheoryOfChange, id_: str) -> tuple[str, ...]:
    causes = (link.from_ for link in theory.links if link.to == id_)
    return tuple(theory.conditions[cause].title for cause in causes if cause in theory.conditions)


def _add_condition(document: Document, answer: Typed) -> Document:
    return add_entry(document, "conditions", {"title": answer.words})[0]


def _add_cause(document: Document, answer: Typed, *, effect: str) -> Document:
    if answer.chosen:
        return add_link(document, answer.chosen[0], effect)
    changed, cause = add_entry(document, "conditions", {"title": answer.words})
    return changed if cause == effect else add_link(changed, cause, effect)


SITUATION = GuideStep(
    title="The situation",
    about="Begin with how things are now, and why. Look for the causes behind the causes.",
    ask=_ask,
)
