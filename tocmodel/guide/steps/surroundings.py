"""Step 8: partners and strengths, and what is beyond one's control or could do harm."""

from collections.abc import Iterator
from functools import partial

from tocmodel.diagnostics import Pointer
from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_entry, add_link, add_to_list, set_ceiling, theory_of
from tocmodel.guide.question import (
    GuideQuestion,
    GuideStep,
    Option,
    Typed,
    choices_from,
    quoted,
    titles,
)
from tocmodel.guide.steps.changes import changes
from tocmodel.guide.steps.goal import goals
from tocmodel.model import Horizon, Role, TheoryOfChange

_CEILINGS = (
    Option(Horizon.SHORT.value, "the changes soon after the work starts"),
    Option(Horizon.MEDIUM.value, "the changes after some time"),
    Option(Horizon.LONG.value, "the changes years later"),
    Option(Horizon.IMPACT.value, "all of it, with the goal"),
)


def _ask(document: Document) -> Iterator[GuideQuestion]:
    theory = theory_of(document)
    yield from _partners(theory)
    yield from _strengths(theory)
    yield from _risks(theory)
    yield from _harms(theory)
    ceiling = theory.ceiling_of_accountability
    yield GuideQuestion(
        id="ceiling",
        words="How far are you accountable for the result? Beyond that, too much depends on "
        "others.",
        example="2",
        write=lambda held, given: set_ceiling(held, given.chosen[0]),
        so_far=tuple(one.words for one in _CEILINGS if one.id == ceiling),
        is_single=True,
        choices=_CEILINGS,
        takes_words=False,
    )


def _partners(theory: TheoryOfChange) -> Iterator[GuideQuestion]:
    workers = {
        id_: partner
        for id_, partner in theory.partners.items()
        if partner.role is not Role.BENEFICIARY
    }
    yield GuideQuestion(
        id="partners",
        words="Who works together on this?",
        example="The two primary schools",
        write=partial(_add, section="partners", role=Role.DELIVERER.value),
        so_far=titles(workers.values()),
        takes_several=True,
    )
    for id_, activity in theory.interventions.items() if theory.partners else ():
        yield GuideQuestion(
            id=f"partners of {id_}",
            words=f"Who does {quoted(activity.title)}?",
            example="1 2",
            write=partial(_add_chosen, at=("interventions", id_), key="partners"),
            so_far=titles(theory.partners[one] for one in activity.partners),
            choices=choices_from(theory.partners),
            takes_words=False,
        )


def _strengths(theory: TheoryOfChange) -> Iterator[GuideQuestion]:
    yield GuideQuestion(
        id="assets",
        words="What is already strong there, that the work can build on?",
        example="A family centre that people already use and trust",
        write=partial(_add, section="assets"),
        so_far=titles(theory.assets.values()),
        takes_several=True,
    )
    for id_, asset in theory.assets.items() if theory.interventions else ():
        users = [one for one in theory.interventions.values() if id_ in one.uses]
        yield GuideQuestion(
            id=f"uses of {id_}",
            words=f"Which of your activities build on {quoted(asset.title)}?",
            example="1",
            write=partial(_use, asset=id_),
            so_far=titles(users),
            choices=choices_from(theory.interventions),
            takes_words=False,
        )


def _risks(theory: TheoryOfChange) -> Iterator[GuideQuestion]:
    wanted = {**goals(theory), **changes(theory)}
    yield GuideQuestion(
        id="risks",
        words="What could stop it, and is not in your hands?",
        example="Rents rise, and families have to move away",
        write=partial(_add, section="risks"),
        so_far=titles(theory.risks.values()),
        takes_several=True,
    )
    for id_, risk in theory.risks.items() if wanted else ():
        threatened = [theory.elements[one] for one in risk.threatens if one in theory.elements]
        yield GuideQuestion(
            id=f"threats of {id_}",
            words=f"What would be at risk if {quoted(risk.title)}?",
            example="1",
            write=partial(_add_chosen, at=("risks", id_), key="threatens"),
            so_far=titles(threatened),
            choices=choices_from(wanted),
            takes_words=False,
        )


def _harms(theory: TheoryOfChange) -> Iterator[GuideQuestion]:
    harms = {id_: one for id_, one in theory.outcomes.items() if one.unintended}
    yield GuideQuestion(
        id="harms",
        words="Whom could your work harm or leave out? What could happen that nobody wants?",
        example="Families feel singled out by the visits",
        write=_add_harm,
        so_far=titles(harms.values()),
        takes_several=True,
    )
    for id_, harm in harms.items() if theory.interventions else ():
        causes = [link.from_ for link in theory.links_to(id_) if link.from_ in theory.interventions]
        yield GuideQuestion(
            id=f"causes of harm {id_}",
            words=f"Which of your activities could lead to {quoted(harm.title)}?",
            example="1",
            write=partial(_add_causes, effect=id_),
            so_far=titles(theory.interventions[cause] for cause in causes),
            choices=choices_from(theory.interventions),
            takes_words=False,
        )


def _add(document: Document, answer: Typed, *, section: str, **keys: str) -> Document:
    return add_entry(document, section, {"title": answer.words, **keys})[0]


def _add_chosen(document: Document, answer: Typed, *, at: Pointer, key: str) -> Document:
    return add_to_list(document, at, key, answer.chosen)


def _use(document: Document, answer: Typed, *, asset: str) -> Document:
    for activity in answer.chosen:
        document = add_to_list(document, ("interventions", activity), "uses", [asset])
    return document


def _add_harm(document: Document, answer: Typed) -> Document:
    body = {"title": answer.words, "unintended": True, "valence": "unwanted"}
    return add_entry(document, "outcomes", body)[0]


def _add_causes(document: Document, answer: Typed, *, effect: str) -> Document:
    for activity in answer.chosen:
        document = add_link(document, activity, effect)
    return document


SURROUNDINGS = GuideStep(
    title="Partners, strengths and risks",
    about=(
        "Nobody does this alone. Name who works with you, what is already strong, and what is "
        "beyond your control."
    ),
    ask=_ask,
)
