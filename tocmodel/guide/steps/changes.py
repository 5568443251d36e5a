"""Step 4: the changes before the goal, found backwards."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_entry, add_link, set_text, theory_of
from tocmodel.guide.question import GuideQuestion, GuideStep, Option, Typed, choices_from, quoted
from tocmodel.guide.steps.goal import ask_who, goals
from tocmodel.model import Horizon, Outcome, TheoryOfChange

MOST_STEPS_BACK = 3
"""How many changes one before another the guide asks for; a file may have more."""

_HORIZONS = (
    Option(Horizon.SHORT.value, "soon after the work starts"),
    Option(Horizon.MEDIUM.value, "after some time, as first changes take hold"),
    Option(Horizon.LONG.value, "years later"),
)


def changes(theory: TheoryOfChange) -> Mapping[str, Outcome]:
    """Return the outcomes that are aimed for and are no goal."""
    final = goals(theory)
    return {
        id_: outcome
        for id_, outcome in theory.outcomes.items()
        if id_ not in final and not outcome.unintended
    }


def first_changes(theory: TheoryOfChange) -> Mapping[str, Outcome]:
    """Return the outcomes aimed for that come first: no other one leads to them."""
    wanted = {**goals(theory), **changes(theory)}
    return {id_: one for id_, one in wanted.items() if not causes(theory, id_)}


def causes(theory: TheoryOfChange, id_: str) -> tuple[str, ...]:
    """Return the ids of the outcomes that lead to one."""
    return tuple(link.from_ for link in theory.links_to(id_) if link.from_ in theory.outcomes)


def _ask(document: Document) -> Iterator[GuideQuestion]:
    theory = theory_of(document)
    for id_ in _backwards(theory, list(goals(theory))):
        outcome = theory.outcomes[id_]
        yield GuideQuestion(
            id=f"before {id_}",
            words=f"What must change before {quoted(outcome.title)}?",
            example="Families trust the people whom they ask for help",
            write=partial(_add_change, effect=id_),
            so_far=tuple(theory.outcomes[cause].title for cause in causes(theory, id_)),
            choices=choices_from(changes(theory), without=[id_, *_after(theory, id_)]),
            takes_several=True,
        )
    for id_, outcome in changes(theory).items():
        yield GuideQuestion(
            id=f"horizon of {id_}",
            words=f"How soon would you expect this: {quoted(outcome.title)}?",
            example="1",
            write=partial(_set_horizon, outcome=id_),
            so_far=tuple(one.words for one in _HORIZONS if one.id == outcome.horizon),
            is_single=True,
            choices=_HORIZONS,
            takes_words=False,
        )
        yield ask_who(theory, id_, outcome)


def _backwards(theory: TheoryOfChange, level: Sequence[str]) -> list[str]:
    """Return the goals, then what leads to them, and so on, each once."""
    found: dict[str, None] = {}
    for _ in range(MOST_STEPS_BACK):
        found.update(dict.fromkeys(level))
        level = [cause for id_ in level for cause in causes(theory, id_) if cause not in found]
    return list(found)


def _after(theory: TheoryOfChange, id_: str) -> set[str]:
    """Return the outcomes that something leads to, so that it is not asked to follow them."""
    found: set[str] = set()
    waiting = [id_]
    while waiting:
        for link in theory.links_from(waiting.pop()):
            if link.to in theory.outcomes and link.to not in found:
                found.add(link.to)
                waiting.append(link.to)
    return found


def _add_change(document: Document, answer: Typed, *, effect: str) -> Document:
    if answer.chosen:
        return add_link(document, answer.chosen[0], effect)
    changed, cause = add_entry(document, "outcomes", {"title": answer.words})
    return changed if cause == effect else add_link(changed, cause, effect)


def _set_horizon(document: Document, answer: Typed, *, outcome: str) -> Document:
    return set_text(document, ("outcomes", outcome), "horizon", answer.chosen[0])


CHANGES = GuideStep(
    title="The changes before that",
    about="Work backwards from the goal. For each change, ask what must change before it.",
    ask=_ask,
)
