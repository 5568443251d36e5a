"""How far links are known: whose reading they are, and what the evidence on them shows."""

from collections.abc import Iterator, Mapping, Sequence

from tocmodel.analysis.evidence import Bearing, WeightOfEvidence
from tocmodel.model import Link, Standing
from tocmodel.narrative.model import Sentence
from tocmodel.narrative.prose import (
    Prose,
    compose,
    listed,
    number_word,
    ordinal_word,
    pairs,
    sentence,
    text_of,
)
from tocmodel.narrative.teller import Teller

_BEARINGS: Mapping[Bearing, str] = {
    Bearing.CHANGE: "evidence of a change backs {step}: {what}",
    Bearing.CAUSE: "evidence of a cause backs {step}: {what}",
    Bearing.SITUATION: "evidence on {step} shows the situation only: {what}",
    Bearing.DELIVERY: "evidence on {step} shows only that the work was delivered: {what}",
    Bearing.AIM: "for {step} there is a stated aim, which is not evidence: {what}",
    Bearing.UNSTATED: "evidence is cited for {step}, and what it shows is not stated: {what}",
    Bearing.NO_CHANGE: "evidence on {step} saw no change: {what}",
    Bearing.MIXED: "evidence on {step} is mixed: {what}",
    Bearing.ABOUT: "evidence bears on {step}, neither for it nor against it: {what}",
    Bearing.AGAINST: "evidence speaks against {step}: {what}",
}


def _named(teller: Teller, weight: WeightOfEvidence, bearing: Bearing) -> Prose:
    pieces = weight.of(bearing)
    return listed(
        [
            teller.speaker.say(piece.id).prose
            if piece.id in teller.theory.evidence
            else teller.speaker.said_text(piece.title).prose
            for piece in pieces
        ]
    )


def standing(teller: Teller, links: Sequence[Link], noun: str = "step") -> Iterator[Sentence]:
    """Yield how far the links of a paragraph are known: whose reading they are, and the evidence.

    Args:
        teller: the theory and its words.
        links: the links, in the order in which the paragraph told them.
        noun: what the paragraph calls one of them.
    """
    yield from _guesses(teller, links, Standing.INFERRED, noun)
    yield from _guesses(teller, links, Standing.DRAFTED, noun)
    groups: dict[tuple[Bearing, Prose], list[Link]] = {}
    for link in links:
        weight = teller.evidence(link)
        for bearing in dict.fromkeys(bearing for bearing, _ in weight.pieces):
            groups.setdefault((bearing, _named(teller, weight, bearing)), []).append(link)
    for (bearing, what), found in groups.items():
        words = compose(_BEARINGS[bearing], step=_which(found, links, noun), what=what)
        yield sentence(words, pairs(found))


_READINGS: Mapping[Standing, tuple[str, str]] = {
    Standing.INFERRED: ("{which} {is_are} our own reading", "{which} {is_are} our own idea"),
    Standing.DRAFTED: (
        "{which} {is_are} a draft by a program, which nobody has confirmed",
        "a computer program wrote {which}, and nobody has confirmed {it}",
    ),
}
"""How a guess is marked, in usual and in plain words."""


def _guesses(
    teller: Teller, links: Sequence[Link], kind: Standing, noun: str
) -> Iterator[Sentence]:
    found = [link for link in links if link.standing is kind]
    if not found:
        return
    one = len(found) == 1
    given = {"which": _which(found, links, noun), "it": "it" if one else "them"}
    words = compose(_READINGS[kind][teller.plain], is_are="is" if one else "are", **given)
    is_tested = any(teller.evidence(link).pieces for link in found)
    untested = f"as far as we know, nobody has tested {given['it']}"
    if not is_tested and not teller.plain:
        words = compose("{a}; {b}", a=words, b=untested)
    yield sentence(words, pairs(found))
    if not is_tested and teller.plain:
        yield sentence(untested, pairs(found))


def _which(found: Sequence[Link], links: Sequence[Link], noun: str) -> str:
    """Return the words for some of the links of a paragraph: *the second step*, *all three steps*.

    >>> a, b, c = (Link(from_="x", to=to) for to in "abc")
    >>> _which([a, b, c], [a, b, c], "step"), _which([b, c], [a, b, c], "step")
    ('all three steps', 'the last two steps')
    >>> _which([a, c], [a, b, c], "reason"), _which([a], [a], "step")
    ('the first and last reasons', 'this step')
    """
    ids = {id(link) for link in found}
    places = [place for place, link in enumerate(links, start=1) if id(link) in ids]
    number = len(places)
    if number == len(links):
        words = {1: f"this {noun}", 2: f"both {noun}s"}
        return words.get(number, f"all {number_word(number)} {noun}s")
    run_to_the_end = places == [*range(len(links) - number + 1, len(links) + 1)]
    if number > 1 and run_to_the_end:
        return f"the last {number_word(number)} {noun}s"
    if number > 1 and places == [*range(1, number + 1)]:
        return f"the first {number_word(number)} {noun}s"
    ordinals = [
        "last" if place == len(links) and place > 2 else ordinal_word(place) for place in places
    ]
    return f"the {text_of(listed(ordinals))} {noun}{'s' if number > 1 else ''}"
