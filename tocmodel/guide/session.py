"""The state of the guide between two lines that a person types, and the next state."""

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import theory_of
from tocmodel.guide.outline import outline_lines
from tocmodel.guide.question import GuideQuestion, GuideStep, TypedError, read_typed
from tocmodel.guide.questions import STEPS, questions

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "back": "return to the question before",
        "next": "go to the next step",
        "step 4": "go to a step by its number",
        "show": "list everything so far",
        "help": "show these words",
        "stop": "stop here, and go on another day",
    }
)
"""The words that are commands and not answers, and what each does."""

_OTHER_WORDS = MappingProxyType({"?": "help", "quit": "stop", "exit": "stop"})


@frozen(kw_only=True)
class Guide:
    """Where a person is in the guide.

    Attributes:
        document: the file with all answers so far.
        at: the id of the question that is asked; empty at the end.
        said: what to show in reply to the last line.
        is_stopped: whether the person stopped before the end.
    """

    document: Document
    at: str = ""
    said: tuple[str, ...] = ()
    is_stopped: bool = False

    @property
    def text(self) -> str:
        """The text of the file."""
        return self.document.tree.text

    @property
    def question(self) -> GuideQuestion | None:
        """The question that is asked; ``None`` at the end."""
        return next((one for _, one in questions(self.document) if one.id == self.at), None)

    @property
    def step(self) -> GuideStep:
        """The step of the question; the last one at the end."""
        asked = ((step, one.id) for step, one in questions(self.document))
        return next((step for step, id_ in asked if id_ == self.at), STEPS[-1])

    @property
    def place(self) -> tuple[int, int]:
        """The number of the question in its step, and how many the step has now."""
        step = self.step
        ids = [one.id for one in step.ask(self.document)]
        return (ids.index(self.at) + 1 if self.at in ids else len(ids)), len(ids)


def begin(document: Document) -> Guide:
    """Return the guide at the first question after the last answer in a file.

    If the very last question has an answer, it is the first question without one, or the last.
    """
    asked = [question for _, question in questions(document)]
    answered = [
        place for place, question in enumerate(asked) if question.so_far and question.id != "title"
    ]
    following = asked[answered[-1] + 1 :] if answered else asked
    gaps = (question for question in asked if not question.so_far)
    return Guide(document=document, at=next(iter(following or gaps), asked[-1]).id)


def unanswered(guide: Guide) -> Mapping[int, int]:
    """Return how many questions of each step have no answer yet, by the number of the step."""
    found = Counter(
        STEPS.index(step) + 1
        for step, question in questions(guide.document)
        if not question.so_far and question.id != "missing links"
    )
    return MappingProxyType(found)


def reread(guide: Guide, document: Document) -> Guide:
    """Return the guide after somebody changed the file; it stays at its question if it can."""
    changed = evolve(guide, document=document)
    if guide.at and changed.question is None:
        return begin(document)
    return changed


def answer(guide: Guide, line: str) -> Guide:
    """Return the guide after a person has typed a line: an answer, a command, or nothing.

    An answer that the question cannot use, or that cannot be put into the file as it is written,
    changes nothing; the reply explains why.
    """
    words = tidy(line)
    command = _OTHER_WORDS.get(words.casefold(), words.casefold())
    if not words:
        return _move(guide, 1)
    if command in COMMANDS or _STEP.fullmatch(command):
        return _follow(guide, command)
    question = guide.question
    return _with_answer(guide, question, words) if question else guide


def _with_answer(guide: Guide, question: GuideQuestion, words: str) -> Guide:
    if len(words) > question.longest:
        reply = (
            f"That has {len(words):,} characters, and {question.longest:,} fit here; "
            "use fewer words."
        )
        return evolve(guide, said=(reply,))
    try:
        document = question.write(guide.document, read_typed(question, words))
    except (TypedError, TocModelError) as error:
        return evolve(guide, said=(f"Not yet: {error}",))
    return _answered(guide, question, document)


def _answered(guide: Guide, question: GuideQuestion, document: Document) -> Guide:
    if document.tree.text == guide.text:
        reply = "That is there already."
    elif question.takes_several:
        reply = "Noted. Add another, or press Enter to go on."
    else:
        reply = "Noted."
    noted = evolve(guide, document=document, said=(reply,))
    return noted if question.takes_several else evolve(_move(noted, 1), said=(reply,))


def _follow(guide: Guide, command: str) -> Guide:
    number = _STEP.fullmatch(command)
    if number:
        return _to_step(guide, int(number[1]))
    if command == "back":
        return _move(guide, -1)
    if command == "next":
        return _to_step(guide, STEPS.index(guide.step) + 2)
    if command == "show":
        return evolve(guide, said=tuple(outline_lines(theory_of(guide.document))))
    if command == "stop":
        return evolve(guide, said=(), is_stopped=True)
    return evolve(guide, said=tuple(f"{word}: {meaning}" for word, meaning in COMMANDS.items()))


def _move(guide: Guide, by: int) -> Guide:
    """Return the guide some questions later or earlier."""
    ids = [question.id for _, question in questions(guide.document)]
    here = ids.index(guide.at) if guide.at in ids else len(ids)
    there = here + by
    if there < 0:
        return evolve(guide, said=("This is the first question.",))
    return evolve(guide, at=ids[there] if there < len(ids) else "", said=())


def _to_step(guide: Guide, number: int) -> Guide:
    """Return the guide at the first question from a step on; at the end, if there is none."""
    if not 1 <= number <= len(STEPS) + 1:
        return evolve(guide, said=(f"The steps have the numbers 1 to {len(STEPS)}.",))
    ids = (one.id for step, one in questions(guide.document) if STEPS.index(step) >= number - 1)
    return evolve(guide, at=next(ids, ""), said=())


_STEP = re.compile("step ([0-9]{1,3})")


def tidy(line: str) -> str:
    r"""Return what a person typed on one line, without what keys such as arrows send.

    >>> tidy("\x1b[A  Families\task \ufeff for \x00 help\r\n")
    'Families ask for help'
    """
    without_keys = _KEYS.sub("", line.encode("utf-8", "replace").decode("utf-8"))
    return " ".join(_CONTROLS.sub(" ", without_keys).split())


_KEYS = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
