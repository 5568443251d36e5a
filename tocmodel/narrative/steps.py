"""A link as sentences: its claim, its reason, what it needs, and how far it is known."""

from collections.abc import Iterator, Mapping, Sequence

from tocmodel.model import (
    Assumption,
    Confidence,
    Effect,
    Link,
    Mechanism,
    Needed,
    VoicedEffect,
)
from tocmodel.narrative.claims import claim, is_reason, relation, the_same, what_follows, works_by
from tocmodel.narrative.model import Sentence
from tocmodel.narrative.plain_claims import plain_claim
from tocmodel.narrative.prose import (
    Prose,
    compose,
    fits,
    listed,
    sentence,
    split_sentences,
)
from tocmodel.narrative.speaker import SpokenTitle
from tocmodel.narrative.teller import Teller
from tocmodel.wording import confidence_words, votes_words


def step(
    teller: Teller, link: Link, *, follows: bool = False, again: bool = False, turn: int = 0
) -> Iterator[Sentence]:
    """Yield what a link claims, why, and what else must be true.

    Args:
        teller: the theory and its words.
        link: the link.
        follows: whether the sentence before has just named the cause.
        again: whether the sentences before were about the same cause.
        turn: the number of the step, so that neighbours differ.
    """
    speaker, about = teller.speaker, [(link.from_, link.to)]
    if teller.plain:
        yield from plain_claim(speaker, link, follows=follows, turn=turn)
        yield from _reasons(teller, link, ())
    elif link.is_mutual or not link.is_causal:
        for prose in relation(speaker, link):
            yield sentence(prose, about)
        yield from _reasons(teller, link, ())
    else:
        phrase = what_follows(speaker, link, turn) if follows else claim(speaker, link)
        if again and not follows and not is_reason(teller.theory, link):
            phrase = the_same(speaker, link)
        yield from _reasons(teller, link, phrase)
    yield from after_the_claim(teller, link)


def _reasons(teller: Teller, link: Link, phrase: Prose) -> Iterator[Sentence]:
    """Yield the claim with its reason and its assumptions, as far as breath allows.

    There is no claim where a sentence before has it.
    """
    about = [(link.from_, link.to)]
    reason, *further = teller.speaker.reason(link.because)
    assumptions = [one for item in link.assumes if (one := assumed(teller, item))]
    if phrase and reason and fits(phrase, reason):
        joint = ": " if is_reason(teller.theory, link) else ", because "
        phrase = compose("{a}{joint}{b}", a=phrase, joint=joint, b=reason)
        reason = ""
        if (
            len(assumptions) == 1
            and assumptions[0].is_clause
            and fits(phrase, assumptions[0].prose)
        ):
            phrase = compose("{a}, provided that {b}", a=phrase, b=assumptions[0].prose)
            assumptions = []
    yield from [sentence(phrase, about)] if phrase else ()
    why = "this is why: {a}" if teller.plain else "the reason is that {a}"
    yield from [sentence(compose(why, a=reason), about)] if reason else ()
    yield from (sentence(one, about) for one in further)
    if assumptions:
        yield sentence(_depends(teller, assumptions), about)


def _depends(teller: Teller, assumptions: Sequence[SpokenTitle]) -> Prose:
    """Return what a step depends on: *this only works if families come*."""
    if teller.plain and all(one.is_clause for one in assumptions):
        return compose("this only works if {a}", a=listed([one.prose for one in assumptions]))
    things = [
        compose("that {a}", a=one.prose) if one.is_clause else one.prose for one in assumptions
    ]
    return compose("it depends on this: {a}", a=listed(things))


def assumed(teller: Teller, item: str | Assumption) -> SpokenTitle | None:
    """Return an assumption as it is said; nothing for an id without one."""
    if isinstance(item, Assumption):
        return teller.speaker.said_text(item.title)
    return teller.speaker.say(item) if item in teller.theory.assumptions else None


def after_the_claim(teller: Teller, link: Link) -> Iterator[Sentence]:
    """Yield how a link works, how long it takes, who disputes it, and how strong it is."""
    about = [(link.from_, link.to)]
    if link.to in teller.theory.mechanisms:
        yield from mechanism(teller, link.to)
    for id_ in link.via:
        if id_ in teller.theory.mechanisms:
            way = works_by(teller.speaker.say(id_))
            yield sentence(compose("it works {a}", a=way), about)
            yield from mechanism(teller, id_)
    yield from _disputes(teller, link)
    if link.delay:
        yield sentence(f"it takes time: {teller.speaker.text(link.delay)}", about)
    size = listed([*_size(link)])
    yield from [sentence(size, about)] if size else ()
    for figure in link.votes:
        yield sentence(f"when people chose, it had {votes_words(figure)}", about)


def mechanism(teller: Teller, id_: str) -> Iterator[Sentence]:
    """Yield what a mechanism brings, how people respond, and where it works."""
    found: Mechanism = teller.theory.mechanisms[id_]
    if id_ in teller.described:
        return
    teller.described.add(id_)
    text = teller.speaker.text
    if found.resource:
        yield sentence(f"what people get is {text(found.resource)}")
    if found.reasoning:
        words = text(found.reasoning)
        first_person = any(f" {me} " in f" {words} " for me in ("I", "me", "my", "we", "our", "us"))
        yield sentence(
            f"people then think: “{words}.”" if first_person else f"in response, {words}"
        )
    if found.context:
        yield sentence(f"this is where it works: {text(found.context)}")


_VIEWS: Mapping[VoicedEffect, str] = {
    VoicedEffect.INCREASES: "that it leads to more",
    VoicedEffect.DECREASES: "that it leads to less",
    VoicedEffect.CHANGES: "that it changes something",
    VoicedEffect.NONE: "that it has no effect",
    VoicedEffect.UNKNOWN: "that nobody knows yet",
}


def _disputes(teller: Teller, link: Link) -> Iterator[Sentence]:
    about = [(link.from_, link.to)]
    if link.effect is Effect.DISPUTED and not link.voices:
        yield sentence("the theory does not name who disputes it", about)
    for voice in link.voices:
        who = teller.speaker.text(voice.who)
        yield sentence(f"the view of {who} is {_VIEWS[voice.effect]}", about)


_NEEDS: Mapping[Needed, str] = {
    Needed.NECESSARY: "it is seen as necessary",
    Needed.SUFFICIENT: "it is seen as enough by itself",
    Needed.CONTRIBUTORY: "it is seen as a needed part of a package",
}


def _size(link: Link) -> Iterator[str]:
    if link.strength:
        yield f"the effect is thought to be {link.strength}"
    if link.needed:
        yield _NEEDS[link.needed]
    if isinstance(link.confidence, Confidence):
        yield f"confidence in this step is {confidence_words(link.confidence)}"
    elif link.confidence is not None:
        yield f"confidence in this step is put at {confidence_words(link.confidence)}"


def own_words(text: str, links: Sequence[tuple[str, str]] = ()) -> Iterator[Sentence]:
    """Yield a text that the partnership wrote, sentence by sentence."""
    yield from (sentence(one, links) for one in split_sentences(text))
