"""Step 10: a last look at every link."""

import re
from collections.abc import Iterator, Mapping
from functools import partial

from tocmodel.fileformat.document import Document
from tocmodel.guide.edits import add_link, set_summary, set_text, theory_of
from tocmodel.guide.question import (
    GuideQuestion,
    GuideStep,
    Option,
    Typed,
    TypedError,
    choices_from,
)
from tocmodel.guide.steps.reasons import link_words, open_links
from tocmodel.model import Confidence, Entry, TheoryOfChange


def _ask(document: Document) -> Iterator[GuideQuestion]:
    theory = theory_of(document)
    links = list(open_links(document))
    if links:
        yield GuideQuestion(
            id="doubts",
            words="Here is every link. Which of them do you doubt?",
            example="2",
            write=_doubt,
            so_far=tuple(
                link_words(theory, link) for link, _ in links if link.confidence is Confidence.LOW
            ),
            choices=tuple(Option(str(at[1]), link_words(theory, link)) for link, at in links),
            takes_words=False,
        )
    ends = _ends(theory)
    if len(ends) > 1:
        yield GuideQuestion(
            id="missing links",
            words="Does anything else in this list lead to another? Write it with an arrow: ->",
            example="1 -> 3",
            write=partial(_add_missing, ends=tuple(ends)),
            choices=choices_from(ends),
            takes_several=True,
        )
    yield GuideQuestion(
        id="summary",
        words="How would you explain it to a neighbour, in two or three sentences?",
        example="Teachers visit families at home, so that families know whom to ask …",
        write=lambda held, given: set_summary(held, given.words),
        so_far=(theory.summary,) if theory.summary else (),
        is_single=True,
    )


def _ends(theory: TheoryOfChange) -> Mapping[str, Entry]:
    return {**theory.interventions, **theory.outcomes}


def _doubt(document: Document, answer: Typed) -> Document:
    for place in answer.chosen:
        at = ("links", int(place))
        document = set_text(document, at, "confidence", Confidence.LOW.value)
    return document


def _add_missing(document: Document, answer: Typed, *, ends: tuple[str, ...]) -> Document:
    found = re.fullmatch(r"\s*([0-9]{1,6})\s*(?:->|→|leads to)\s*([0-9]{1,6})\s*", answer.words)
    numbers = tuple(map(int, found.groups())) if found else ()
    if len(numbers) != 2 or not all(1 <= number <= len(ends) for number in numbers):
        raise TypedError(
            f"write two numbers from 1 to {len(ends)} with an arrow between them, such as: 1 -> 2"
        )
    cause, effect = (ends[number - 1] for number in numbers)
    if cause == effect:
        raise TypedError("a link joins two different things")
    if effect in theory_of(document).interventions and cause in theory_of(document).outcomes:
        raise TypedError("an activity comes before a change: swap the two numbers")
    return add_link(document, cause, effect)


LINKS = GuideStep(
    title="Every link again",
    about="Read the links aloud, one by one. Write a doubt down: it is the next to test.",
    ask=_ask,
)
