"""A link in short, easy sentences."""

from collections.abc import Iterator, Mapping

from tocmodel.model import Effect, Link
from tocmodel.narrative.claims import is_reason, modal, relation
from tocmodel.narrative.model import Sentence
from tocmodel.narrative.prose import Prose, compose, sentence
from tocmodel.narrative.speaker import Speaker

_OF_A_CLAUSE: Mapping[Effect, tuple[str, ...]] = {
    Effect.INCREASES: ("we think this means that {b}", "we think that then {b}"),
    Effect.DECREASES: ("we think that it then happens less often that {b}",),
    Effect.CHANGES: ("we think this changes how far {b}",),
    Effect.UNKNOWN: ("this may change whether {b}, and nobody knows yet how",),
    Effect.DISPUTED: ("this may change whether {b}, and people do not agree how",),
}

_OF_A_THING: Mapping[Effect, tuple[str, ...]] = {
    Effect.INCREASES: ("we think that this leads to {b}",),
    Effect.DECREASES: ("we think that this reduces {b}",),
    Effect.CHANGES: ("we think this changes {b}",),
    Effect.UNKNOWN: ("this may change {b}, and nobody knows yet how",),
    Effect.DISPUTED: ("this may change {b}, and people do not agree how",),
}


def plain_claim(speaker: Speaker, link: Link, *, follows: bool, turn: int) -> Iterator[Sentence]:
    """Yield the claim of a link in easy sentences: first the cause, then what we think follows.

    Args:
        speaker: names the elements.
        link: the link.
        follows: whether the sentence before has just named the cause.
        turn: the number of the step, so that neighbours differ.
    """
    about = [(link.from_, link.to)]
    if link.is_mutual or not link.is_causal:
        yield from (sentence(prose, about) for prose in relation(speaker, link))
        return
    cause, effect = speaker.say(link.from_), speaker.say(link.to)
    if not follows:
        start = speaker.a_rise(link.from_) if speaker.is_quantity(link.from_) else cause.prose
        first = "this is so" if is_reason(speaker.theory, link) else "this comes first"
        yield sentence(compose("{first}: {a}", first=first, a=start), about)
    could = modal(speaker.theory, link) == "could" and link.effect is Effect.INCREASES
    happens = compose("this could happen: {b}", b=effect.prose)
    yield sentence(happens if could else _what_follows(speaker, link, turn), about)


def _what_follows(speaker: Speaker, link: Link, turn: int) -> Prose:
    effect = speaker.say(link.to)
    if is_reason(speaker.theory, link):
        why = "why" if effect.is_clause else "for"
        return compose("we think this is one reason {why} {b}", why=why, b=effect.prose)
    if speaker.is_quantity(link.to) and link.effect in (Effect.INCREASES, Effect.DECREASES):
        noun = "rise" if link.effect is Effect.INCREASES else "fall"
        return compose("we think that this leads to {b}", b=speaker.a_rise(link.to, noun))
    ways = (_OF_A_CLAUSE if effect.is_clause else _OF_A_THING)[link.effect]
    return compose(ways[turn % len(ways)], b=effect.prose)
