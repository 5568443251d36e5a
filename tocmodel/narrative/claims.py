"""What a link claims, in one part of a sentence; it never claims more than the link."""

from collections.abc import Mapping

from tocmodel.model import Effect, Link, Outcome, TheoryOfChange
from tocmodel.model.choices import Valence
from tocmodel.narrative.prose import Prose, compose
from tocmodel.narrative.speaker import Speaker, SpokenTitle

_OF_A_CLAUSE: Mapping[Effect, str] = {
    Effect.INCREASES: "{may} mean that {b}",
    Effect.DECREASES: "{may} make it less common that {b}",
    Effect.CHANGES: "{may} change how far {b}",
    Effect.UNKNOWN: "may affect whether {b}, but nobody knows yet in which direction",
    Effect.DISPUTED: "may affect whether {b}, but in which direction is disputed",
}

_OF_A_THING: Mapping[Effect, str] = {
    Effect.INCREASES: "{may} lead to {b}",
    Effect.DECREASES: "{may} reduce {b}",
    Effect.CHANGES: "{may} change {b}",
    Effect.UNKNOWN: "may affect {b}, but nobody knows yet in which direction",
    Effect.DISPUTED: "may affect {b}, but in which direction is disputed",
}

_MOVES: Mapping[Effect, str] = {Effect.INCREASES: "rise", Effect.DECREASES: "fall"}

_BACK_REFERENCES = ("if so, {b}", "this {may} mean that {b}", "it {may} follow that {b}")
"""Ways to say what follows from what was just named, so that no two neighbours are alike."""


def predicate(speaker: Speaker, link: Link) -> Prose:
    """Return what the effect of a link is, from the verb on: *should mean that children rest*."""
    phrase = speaker.say(link.to)
    table = _OF_A_CLAUSE if phrase.is_clause else _OF_A_THING
    if speaker.is_quantity(link.to) and link.effect in _MOVES:
        move = speaker.a_rise(link.to, _MOVES[link.effect])
        return compose("{may} bring {b}", may=modal(speaker.theory, link), b=move)
    if _is_mechanism(speaker, link) and link.effect is Effect.INCREASES:
        return compose(_RESPONSE, may=modal(speaker.theory, link), b=phrase.prose)
    return compose(table[link.effect], may=modal(speaker.theory, link), b=phrase.prose)


_RESPONSE = "{may} set a response in motion: {b}"
"""How a mechanism comes about: it is what people do with what they are given."""


def _is_mechanism(speaker: Speaker, link: Link) -> bool:
    return link.to in speaker.theory.mechanisms


def is_reason(theory: TheoryOfChange, link: Link) -> bool:
    """Return whether a link explains one condition by another."""
    both = link.from_ in theory.conditions and link.to in theory.conditions
    return both and link.effect is Effect.INCREASES and link.is_causal


def modal(theory: TheoryOfChange, link: Link) -> str:
    """Return how sure a sentence sounds: *should* only for what is aimed at."""
    known = theory.elements
    for end in (known.get(link.to), known.get(link.from_)):
        if isinstance(end, Outcome) and end.valence is Valence.UNWANTED:
            return "could"
    if link.to in theory.conditions or link.to in theory.factors or link.to in theory.risks:
        return "can"
    return "should"


def claim(speaker: Speaker, link: Link) -> Prose:
    """Return a link as a whole claim: *if rents rise, families move*."""
    cause, effect = speaker.say(link.from_), speaker.say(link.to)
    if is_reason(speaker.theory, link):
        return compose(
            "one reason {why} {b} is {that}{a}",
            why="why" if effect.is_clause else "for",
            b=effect.prose,
            that="that " if cause.is_clause else "",
            a=cause.prose,
        )
    if not cause.is_clause:
        start = speaker.a_rise(link.from_) if speaker.is_quantity(link.from_) else cause.prose
        return compose("{a} {does}", a=start, does=predicate(speaker, link))
    if effect.is_clause and link.effect is Effect.INCREASES and not _is_mechanism(speaker, link):
        return compose("if {a}, then {b}", a=cause.prose, b=effect.prose)
    return compose("if {a}, this {does}", a=cause.prose, does=predicate(speaker, link))


def what_follows(speaker: Speaker, link: Link, turn: int) -> Prose:
    """Return a link whose cause was named in the sentence before: *if so, families move*."""
    effect = speaker.say(link.to)
    if is_reason(speaker.theory, link):
        why = "why" if effect.is_clause else "for"
        return compose("this is one reason {why} {b}", why=why, b=effect.prose)
    if link.from_ in speaker.theory.interventions:
        return compose("this work {does}", does=predicate(speaker, link))
    if _is_mechanism(speaker, link) and link.effect is Effect.INCREASES and turn % 2:
        return compose("this should draw a response: {b}", b=effect.prose)
    if _is_mechanism(speaker, link):
        return compose("this {does}", does=predicate(speaker, link))
    if effect.is_clause and link.effect is Effect.INCREASES:
        template = _BACK_REFERENCES[turn % len(_BACK_REFERENCES)]
        return compose(template, may=modal(speaker.theory, link), b=effect.prose)
    return compose("this {does}", does=predicate(speaker, link))


def the_same(speaker: Speaker, link: Link) -> Prose:
    """Return a further link of the cause that the sentences before were about."""
    return compose("the same {does}", does=predicate(speaker, link))


def works_by(phrase: SpokenTitle) -> Prose:
    """Return a mechanism as the way in which something works.

    >>> from tocmodel.narrative.grammar import TitleForm
    >>> from tocmodel.narrative.model import Fragment
    >>> face = SpokenTitle(TitleForm.PHRASE, (Fragment("a known face", "face"),))
    >>> [fragment.text for fragment in works_by(face)]
    ['through ', 'a known face']
    """
    return compose("because {a}" if phrase.is_clause else "through {a}", a=phrase.prose)


MUTUAL: Mapping[Effect, str] = {
    Effect.INCREASES: "more of the one brings more of the other",
    Effect.DECREASES: "more of the one means less of the other",
    Effect.CHANGES: "each changes the other",
    Effect.UNKNOWN: "nobody knows yet in which direction",
    Effect.DISPUTED: "in which direction is disputed",
}
"""What two things that act on each other do to each other."""


def relation(speaker: Speaker, link: Link) -> tuple[Prose, ...]:
    """Return a mutual link or an association, in one or more sentences."""
    ends = {"a": speaker.thing(link.from_), "b": speaker.thing(link.to)}
    if not link.is_causal:
        return _association(link, ends)
    start = compose("{a} and {b} act on each other", **ends)
    back = link.way_back
    if back.effect is link.effect:
        return (compose("{start}: {how}", start=start, how=MUTUAL[link.effect]),)
    ways = (claim(speaker, link), claim(speaker, back))
    return (
        start,
        compose("on the one hand, {a}", a=ways[0]),
        compose("on the other, {a}", a=ways[1]),
    )


def _association(link: Link, ends: Mapping[str, Prose]) -> tuple[Prose, ...]:
    more = compose("{a} and {b} go together", **ends)
    if link.effect is Effect.DECREASES:
        more = compose("where there is more of {a}, there is less of {b}", **ends)
    if link.effect in (Effect.CHANGES, Effect.UNKNOWN, Effect.DISPUTED):
        more = compose("{a} and {b} go together in some way", **ends)
    return (compose("{a}; neither is said to cause the other", a=more),)
