"""Loops in words: those with a name, and those that a feedback link closes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tocmodel.analysis.loops import Loop, LoopSign, loops, pairs_around
from tocmodel.analysis.named_loops import ComparedLoop, named_loops
from tocmodel.graph import causal_graph
from tocmodel.model import Effect, Link
from tocmodel.narrative.model import Paragraph, Sentence
from tocmodel.narrative.prose import Prose, compose, paragraph, sentence
from tocmodel.narrative.standing import standing
from tocmodel.narrative.steps import step
from tocmodel.narrative.teller import Teller
from tocmodel.wording import counted

_MOST = 12
"""The most links that lead back and are told one by one."""

_LIMIT = 200

_SIGNS = {
    LoopSign.REINFORCING: "this loop is reinforcing: each time round, a change grows",
    LoopSign.BALANCING: "this loop is balancing: each time round, it works against a change",
    LoopSign.UNDETERMINED: "what this loop does to a change cannot be said from its links",
}


def circles(teller: Teller, feedback: Sequence[Link]) -> tuple[Paragraph, ...]:
    """Return a paragraph for each named loop, and one for each further link that leads back."""
    named = named_loops(teller.theory)
    found: list[Paragraph] = []
    for place, one in enumerate(named):
        found += paragraph(_named(teller, one, "one" if place == 0 else "another"))
    in_named = {pair for one in named for pair in pairs_around(one.elements)}
    left = [link for link in feedback if (link.from_, link.to) not in in_named]
    around = loops(teller.theory, limit=_LIMIT) if left else ()
    for link in left[:_MOST]:
        closed = [loop for loop in around if link in loop.links]
        sentences = (*step(teller, link), *standing(teller, [link]), *_closes(teller, closed))
        found += paragraph(sentences)
    if left[_MOST:]:
        more = counted(len(left) - _MOST, "more link leads", "more links lead")
        found += paragraph([sentence(f"{more} back to something earlier")])
    return tuple(found)


def _named(teller: Teller, found: ComparedLoop, which: str) -> Iterator[Sentence]:
    loop = found.loop
    title = " ".join(loop.title.split())
    yield sentence(compose("{w} loop is called “{title}”", w=which, title=title))
    yield sentence(_round(teller, found.elements))
    if found.sign is not None:
        yield sentence(_SIGNS[found.sign])
    for cause, effect in found.missing:
        ends = {"a": teller.speaker.thing(cause), "b": teller.speaker.thing(effect)}
        yield sentence(compose("its links do not close it: none leads from {a} to {b}", **ends))
    yield from _claim(found)
    if loop.because:
        reason, *rest = teller.speaker.reason(loop.because)
        yield sentence(f"the reason given is that {reason}")
        yield from (sentence(one) for one in rest)


def _claim(found: ComparedLoop) -> Iterator[Sentence]:
    claimed = found.loop.claimed
    if claimed is None:
        return
    if found.contradicted:
        yield sentence(f"its authors claim that it is {claimed}, but its links say otherwise")
    elif found.sign is None or found.sign.value != claimed.value:
        yield sentence(f"its authors claim that it is {claimed}; its links do not show it")


def _round(teller: Teller, elements: Sequence[str]) -> Prose:
    """Return the way around a loop, in one part of a sentence."""
    if len(elements) == 1:
        return compose("{a} acts on itself", a=teller.speaker.thing(elements[0]))
    signed = _signed_round(teller, elements)
    if signed is not None:
        return signed
    words: Prose = compose("it goes round like this")
    joint = ": "
    for id_ in elements:
        words = compose("{w}{joint}{a}", w=words, joint=joint, a=teller.speaker.say(id_).prose)
        joint = "; "
    return compose("{w}; and back to the start", w=words)


def _signed_round(teller: Teller, elements: Sequence[str]) -> Prose | None:
    """Return the way around a loop of factors, with every rise and fall; nothing for any other."""
    edges = causal_graph(teller.theory).edges
    speaker = teller.speaker
    if not all(speaker.is_quantity(id_) for id_ in elements):
        return None
    rises = True
    words = speaker.a_rise(elements[0])
    ids = (*elements, elements[0])
    for place, pair in enumerate(pairwise(ids)):
        effects = {edge.link.effect for edge in edges.get(pair, ()) if edge.link}
        if effects not in ({Effect.INCREASES}, {Effect.DECREASES}):
            return None
        rises = rises is (effects == {Effect.INCREASES})
        next_one = speaker.a_rise(pair[1], "rise" if rises else "fall")
        joint = " brings " if place == 0 else ", which brings "
        if place == len(elements) - 1 and place:
            joint = ", and so in the end "
        words = compose("{w}{j}{a}", w=words, j=joint, a=next_one)
    return words


def _closes(teller: Teller, found: Sequence[Loop]) -> Iterator[Sentence]:
    """Yield the shortest of the loops that a link closes, and how many more there are."""
    if not found:
        yield sentence("this leads back to something earlier")
        return
    shortest = found[0]
    yield sentence("this closes a loop")
    yield sentence(_round(teller, shortest.elements))
    yield sentence(_SIGNS[shortest.sign])
    if len(found) > 1:
        more = counted(len(found) - 1, "longer loop passes", "longer loops pass")
        yield sentence(f"{more} through the same link")
