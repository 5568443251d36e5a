"""Step 9: how one would see each change, and what is known already."""

from collections.abc import Iterator
from functools import partial

from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_entry, add_to_list, theory_of
from tocmodel.guide.question import GuideQuestion, GuideStep, Typed, choices_from, quoted, titles
from tocmodel.guide.steps.changes import changes
from tocmodel.guide.steps.goal import goals


def _ask(document: Document) -> Iterator[GuideQuestion]:
    theory = theory_of(document)
    wanted = {**changes(theory), **goals(theory)}
    for id_, outcome in wanted.items():
        signs = [one for one in theory.indicators.values() if id_ in one.measures]
        yield GuideQuestion(
            id=f"signs of {id_}",
            words=f"How would you see that {quoted(outcome.title)}? What would you count?",
            example="Families who ask for help before their child starts school",
            write=partial(_add_sign, outcome=id_),
            so_far=titles(signs),
            choices=choices_from(theory.indicators),
            takes_several=True,
        )
    yield GuideQuestion(
        id="evidence",
        words="What do you know already? Name what a report, a survey or families have shown.",
        example="Nine in ten families who were visited came to the open day (survey, 2025)",
        write=_add_evidence,
        so_far=titles(theory.evidence.values()),
        takes_several=True,
    )
    for id_, piece in theory.evidence.items() if wanted else ():
        about = (*piece.supports, *piece.contradicts, *piece.about)
        yield GuideQuestion(
            id=f"support from {id_}",
            words=f"Which change does {quoted(piece.title)} support?",
            example="1",
            write=partial(_support, evidence=id_),
            so_far=titles(wanted[one] for one in about if one in wanted),
            choices=choices_from(wanted),
            takes_words=False,
        )


def _add_sign(document: Document, answer: Typed, *, outcome: str) -> Document:
    if answer.chosen:
        sign = answer.chosen[0]
    else:
        document, sign = add_entry(document, "indicators", {"title": answer.words})
    return add_to_list(document, ("indicators", sign), "measures", [outcome])


def _add_evidence(document: Document, answer: Typed) -> Document:
    return add_entry(document, "evidence", {"title": answer.words})[0]


def _support(document: Document, answer: Typed, *, evidence: str) -> Document:
    return add_to_list(document, ("evidence", evidence), "supports", answer.chosen)


EVIDENCE = GuideStep(
    title="How you would know",
    about="A change that nobody could see cannot be learned from. Figures can follow later.",
    ask=_ask,
)
