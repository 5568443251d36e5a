"""Step 7: what else must be true."""

from collections.abc import Iterator
from functools import partial

from tocmodel.diagnostics import Pointer
from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_entry, add_to_list, theory_of
from tocmodel.guide.question import GuideQuestion, GuideStep, Typed, choices_from
from tocmodel.guide.steps.reasons import link_words, open_links
from tocmodel.model import Link, TheoryOfChange


def _ask(document: Document) -> Iterator[GuideQuestion]:
    theory = theory_of(document)
    for link, at in open_links(document):
        yield GuideQuestion(
            id=f"assumptions of {link.from_} -> {link.to}",
            words=f"{link_words(theory, link)}: what must be true for that, but may not be?",
            example="Staff stay long enough for families to know them",
            write=partial(_add_assumption, at=at),
            so_far=_assumed(theory, link),
            choices=choices_from(theory.assumptions),
            takes_several=True,
        )


def _assumed(theory: TheoryOfChange, link: Link) -> tuple[str, ...]:
    return tuple(
        theory.assumptions[one].title if isinstance(one, str) else one.title
        for one in link.assumes
        if not isinstance(one, str) or one in theory.assumptions
    )


def _add_assumption(document: Document, answer: Typed, *, at: Pointer) -> Document:
    if answer.chosen:
        assumption = answer.chosen[0]
    else:
        document, assumption = add_entry(document, "assumptions", {"title": answer.words})
    return add_to_list(document, at, "assumes", [assumption])


ASSUMPTIONS = GuideStep(
    title="The assumptions",
    about=(
        "What you take for granted but cannot decide yourselves. If it does not hold, the link "
        "does not work."
    ),
    ask=_ask,
)
