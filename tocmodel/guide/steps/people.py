"""Step 2: the people it is for."""

from collections.abc import Iterator

from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_entry, theory_of
from tocmodel.guide.question import GuideQuestion, GuideStep, Option, Typed
from tocmodel.model import Role, TheoryOfChange


def people(theory: TheoryOfChange) -> tuple[Option, ...]:
    """Return the people whom the work is for, as choices."""
    return tuple(
        Option(id_, partner.title)
        for id_, partner in theory.partners.items()
        if partner.role is Role.BENEFICIARY
    )


def _ask(document: Document) -> Iterator[GuideQuestion]:
    yield GuideQuestion(
        id="people",
        words="Who is it for? Whose lives should be better?",
        example="Families with children under five",
        write=_add_people,
        so_far=tuple(choice.words for choice in people(theory_of(document))),
        takes_several=True,
    )


def _add_people(document: Document, answer: Typed) -> Document:
    body = {"title": answer.words, "role": Role.BENEFICIARY.value}
    return add_entry(document, "partners", body)[0]


PEOPLE = GuideStep(
    title="The people",
    about="Name the people whom it is for, as exactly as you can.",
    ask=_ask,
)
