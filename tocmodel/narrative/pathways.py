"""The main story and the further pathways: strand by strand, or all that leads to one thing."""

from collections.abc import Iterator, Mapping, Sequence

from tocmodel.analysis.goals import aims
from tocmodel.model import Effect, Horizon, Link, Outcome
from tocmodel.narrative.choose import strands
from tocmodel.narrative.claims import MUTUAL, modal, predicate
from tocmodel.narrative.model import Paragraph, Sentence
from tocmodel.narrative.prose import (
    Prose,
    compose,
    fits,
    listed,
    number_word,
    ordinal_word,
    pairs,
    paragraph,
    sentence,
    which_one,
)
from tocmodel.narrative.standing import standing
from tocmodel.narrative.steps import after_the_claim, assumed, own_words, step
from tocmodel.narrative.teller import Teller
from tocmodel.wording import dose_words

_MOST_STEPS = 5
"""The most steps in one paragraph of further pathways, unless one strand has more."""

_MOST_FACTS = 3
"""The most conditions that a piece of work is said to respond to."""

_FAN_OUT = 3
"""From this many effects on, what one thing leads to for one reason is told together."""

_FAN = 2
"""From this many causes on, what leads to one thing is told together."""


def main_story(teller: Teller, links: Sequence[Link]) -> tuple[Paragraph, ...]:
    """Return the main story: a paragraph for each strand."""
    described: set[str] = set()
    ends = {link.to for link in links} - {link.from_ for link in links}
    found: list[Paragraph] = []
    for number, strand in enumerate(strands(links), start=1):
        found += paragraph(_strand(teller, strand, described, ends, number))
        described.update(id_ for link in strand for id_ in (link.from_, link.to))
    return tuple(found)


def _strand(
    teller: Teller, strand: Sequence[Link], described: set[str], ends: set[str], number: int
) -> Iterator[Sentence]:
    start = strand[0].from_
    is_new = start not in described
    if is_new:
        yield from _opening(teller, start, described, number)
    for place, link in enumerate(strand):
        follows = link.is_causal and not link.is_mutual and (place > 0 or is_new)
        yield from step(teller, link, follows=follows, turn=place)
        yield from _arrival(teller, link, described)
    yield from standing(teller, strand)
    last = strand[-1].to
    if last in described and last not in ends:
        yield sentence("from there, the story goes on as described above")


def _opening(teller: Teller, start: str, described: set[str], number: int) -> Iterator[Sentence]:
    """Yield the beginning of a strand: the work, who does it, and the need that it answers."""
    speaker = teller.speaker
    phrase = speaker.say(start)
    strand = "the story starts" if number == 1 else f"a {ordinal_word(number)} strand starts"
    done = teller.theory.interventions.get(start)
    partners = [id_ for id_ in done.partners if id_ in teller.theory.partners] if done else []
    who: Prose = compose("")
    if partners:
        who = compose(", delivered by {a}", a=listed(speaker.titles(partners)))
    team = f"team: {' '.join(partners)}"
    if len(partners) > 1 and team in described:
        who = compose(", delivered by the same partners")
    described.add(team)
    joint = "when" if phrase.is_clause else "with"
    if fits(phrase.prose, who):
        yield sentence(compose("{s} {j} {a}{who}", s=strand, j=joint, a=phrase.prose, who=who))
    else:
        yield sentence(compose("{s} {j} {a}", s=strand, j=joint, a=phrase.prose))
        yield sentence(compose("those who deliver it are {a}", a=listed(speaker.titles(partners))))
    if done and done.dose:
        yield sentence(f"people get it {dose_words(done.dose)}")
    needs = [id_ for id_ in done.addresses if id_ in teller.theory.conditions] if done else []
    if needs:
        facts = _facts(teller, needs[:_MOST_FACTS])
        more = "" if len(needs) <= _MOST_FACTS else ", among other needs"
        yield sentence(compose("it responds to {a}{more}", a=facts, more=more))


def _facts(teller: Teller, ids: Sequence[str]) -> Prose:
    """Return conditions as what something responds to."""
    phrase = [teller.speaker.say(id_) for id_ in ids]
    return listed(
        [
            compose("the fact that {a}", a=one.prose) if one.is_clause else one.prose
            for one in phrase
        ]
    )


def _arrival(teller: Teller, link: Link, described: set[str]) -> Iterator[Sentence]:
    """Yield what there is to say of an outcome when the story first comes to it."""
    outcome = teller.theory.outcomes.get(link.to)
    if outcome is None or link.to in described:
        return
    yield from _needs_of(teller, [link])
    if outcome.combination:
        yield from own_words(outcome.combination)
    if outcome.id in aims(teller.theory) and outcome.horizon in (Horizon.LONG, Horizon.IMPACT):
        only = len(aims(teller.theory)) == 1
        yield sentence(f"that is {'the long-term aim' if only else 'one of the long-term aims'}")


def needs(teller: Teller, outcome: Outcome) -> Iterator[Sentence]:
    """Yield what an outcome cannot come about without."""
    ways = [
        listed([teller.speaker.say(id_).prose for id_ in together])
        for together in outcome.needs
        if together
    ]
    if not ways:
        return
    phrase = teller.speaker.say(outcome.id)
    before = "before {o}, " if phrase.is_clause else "for {o}, "
    if len(ways) > 1:
        rule = "at least one of the following must be there: {a}"
    elif len(outcome.needs[0]) > 1:
        rule = "all of the following must come together: {a}"
    else:
        rule = "this must be there: {a}"
    yield sentence(compose(before + rule, o=phrase.prose, a=listed(ways, last="or")))


def further_pathways(
    teller: Teller, links: Sequence[Link], noun: str = "claim"
) -> tuple[Paragraph, ...]:
    """Return other pathways: what leads to one thing together, and then strand by strand."""
    causes: dict[tuple[str, Effect], list[Link]] = {}
    for link in links:
        if link.is_causal and not link.is_mutual:
            causes.setdefault((link.to, link.effect), []).append(link)
    fans = {key: found for key, found in causes.items() if len(found) >= _FAN and not teller.plain}
    in_fans = {id(link) for found in fans.values() for link in found}
    paragraphs: list[Paragraph] = []
    for turn, fan in enumerate(fans.values()):
        paragraphs += paragraph(_fan(teller, fan, noun, turn))
    fans_out = _fans_out([link for link in links if id(link) not in in_fans])
    for shared in fans_out:
        paragraphs += paragraph(_fan_out(teller, shared, noun))
    in_fans |= {id(link) for shared in fans_out for link in shared}
    mutual = _mutual(links)
    for shared in mutual.values():
        paragraphs += paragraph(_both_ways(teller, shared))
    in_fans |= {id(link) for shared in mutual.values() for link in shared}
    for group in _gathered(teller, strands([link for link in links if id(link) not in in_fans])):
        paragraphs += paragraph(_group(teller, group))
    return tuple(paragraphs)


def _fans_out(links: Sequence[Link]) -> list[list[Link]]:
    """Return the links of one cause with several effects and one reason, together."""
    found: dict[tuple[str, Effect, str], list[Link]] = {}
    for link in links:
        if link.is_causal and not link.is_mutual and link.because:
            found.setdefault((link.from_, link.effect, link.because), []).append(link)
    return [shared for shared in found.values() if len(shared) >= _FAN_OUT]


_EACH: Mapping[Effect, str] = {
    Effect.INCREASES: "leads to each of the following",
    Effect.DECREASES: "makes each of the following less common",
    Effect.CHANGES: "changes each of the following",
    Effect.UNKNOWN: "affects each of the following, but nobody knows yet in which direction",
    Effect.DISPUTED: "affects each of the following, but in which direction is disputed",
}


def _fan_out(teller: Teller, links: Sequence[Link], noun: str) -> Iterator[Sentence]:
    """Yield all effects of one cause that have the same reason."""
    first, about = links[0], pairs(links)
    cause = teller.speaker.say(first.from_)
    start = compose("the fact that {a}", a=cause.prose) if noun == "reason" else cause.prose
    if cause.is_clause and noun != "reason":
        start = compose("if {a}, this", a=cause.prose)
    does = "is one reason for each of the following" if noun == "reason" else _EACH[first.effect]
    effects = listed([teller.speaker.say(link.to).prose for link in links])
    if noun != "reason" and not cause.is_clause:
        words = compose("the idea is that this {does}: {b}", does=does, b=effects)
        yield sentence(compose("next comes {a}", a=start), about)
        yield sentence(words, about)
    else:
        yield sentence(compose("{a} {does}: {b}", a=start, does=does, b=effects), about)
    reason, *rest = teller.speaker.reason(first.because)
    yield sentence(f"the reason is the same for each: {reason}", about)
    yield from (sentence(one, about) for one in rest)
    for link in links:
        yield from after_the_claim(teller, link)
    yield from _needs_of(teller, links)
    yield from standing(teller, links, "claim")


def _mutual(links: Sequence[Link]) -> dict[tuple[object, ...], list[Link]]:
    """Return the mutual links of one statement together, by what they share."""
    found: dict[tuple[object, ...], list[Link]] = {}
    for link in links:
        if link.is_mutual and link.way_back.effect is link.effect:
            found.setdefault((link.to, link.effect, link.because, link.together), []).append(link)
    return {key: shared for key, shared in found.items() if len(shared) > 1}


def _both_ways(teller: Teller, links: Sequence[Link]) -> Iterator[Sentence]:
    first, about = links[0], pairs(links)
    causes = listed([teller.speaker.thing(link.from_) for link in links])
    words = "there is an effect both ways between {b} and each of the following: {a}"
    yield sentence(compose(words, a=causes, b=teller.speaker.thing(first.to)), about)
    yield sentence(MUTUAL[first.effect], about)
    if first.because:
        reason, *rest = teller.speaker.reason(first.because)
        yield sentence(f"the reason is that {reason}", about)
        yield from (sentence(one, about) for one in rest)
    for link in links:
        yield from after_the_claim(teller, link)
    yield from _needs_of(teller, links)
    yield from standing(teller, links, "claim")


def _needs_of(teller: Teller, links: Sequence[Link]) -> Iterator[Sentence]:
    """Yield what the effects of some links cannot come about without, each once."""
    for id_ in dict.fromkeys(link.to for link in links):
        outcome = teller.theory.outcomes.get(id_)
        if outcome is not None and outcome.needs and f"needs: {id_}" not in teller.described:
            teller.described.add(f"needs: {id_}")
            yield from needs(teller, outcome)


Strand = tuple[Link, ...]


def _gathered(teller: Teller, found: Sequence[Strand]) -> Iterator[list[Strand]]:
    """Yield strands in groups for a paragraph each: those that are known equally well together."""
    by_standing: dict[bool, list[list[Strand]]] = {True: [[]], False: [[]]}
    for strand in found:
        is_guess = all(
            not link.standing.is_attested and not teller.evidence(link).pieces for link in strand
        )
        groups = by_standing[is_guess]
        if sum(map(len, groups[-1])) + len(strand) > _MOST_STEPS and groups[-1]:
            groups.append([])
        groups[-1].append(strand)
    yield from (group for groups in by_standing.values() for group in groups if group)


def _group(teller: Teller, group: Sequence[Strand]) -> Iterator[Sentence]:
    before = ""
    for strand in group:
        again = strand[0].from_ == before
        before = strand[0].from_ if len(strand) == 1 else ""
        for place, link in enumerate(strand):
            follows = place > 0 and link.is_causal and not link.is_mutual
            yield from step(teller, link, follows=follows, again=again and not place, turn=place)
        yield from _needs_of(teller, strand)
    yield from standing(teller, [link for strand in group for link in strand])


def _fan(teller: Teller, links: Sequence[Link], noun: str, turn: int) -> Iterator[Sentence]:
    """Yield everything that leads to one thing: *Two things should mean that …*."""
    number = number_word(len(links))
    first = links[0]
    effect = teller.speaker.say(first.to)
    if noun == "reason" and effect.is_clause and first.effect is Effect.INCREASES:
        yield sentence(compose("there are {n} reasons why {b}", n=number, b=effect.prose))
    else:
        yield sentence(_head(teller, first, number, turn))
    shared = {link.because for link in links}
    for place, link in enumerate(links):
        yield from _fan_item(teller, link, place, len(links), with_reason=len(shared) > 1)
    if len(shared) == 1 and first.because:
        reason, *rest = teller.speaker.reason(first.because)
        yield sentence(f"the reason is the same for each: {reason}", pairs(links))
        yield from (sentence(one, pairs(links)) for one in rest)
    yield from _needs_of(teller, links)
    yield from standing(teller, links, noun)


_HEADS = (
    "{n} things should mean that {b}",
    "{n} things should help, so that {b}",
    "that {b} should follow from {n} things",
)
"""Ways to begin what leads to one thing, so that no two neighbours are alike."""


def _head(teller: Teller, link: Link, number: str, turn: int) -> Prose:
    effect = teller.speaker.say(link.to)
    is_usual = effect.is_clause and link.effect is Effect.INCREASES
    is_aim = link.to in teller.theory.outcomes or link.to in teller.theory.outputs
    if is_usual and is_aim and modal(teller.theory, link) == "should":
        return compose(_HEADS[turn % len(_HEADS)], n=number, b=effect.prose)
    return compose("{n} things {does}", n=number, does=predicate(teller.speaker, link))


def _fan_item(
    teller: Teller, link: Link, place: int, number: int, *, with_reason: bool
) -> Iterator[Sentence]:
    which = which_one(place, number)
    phrase = teller.speaker.say(link.from_)
    start = (
        teller.speaker.a_rise(link.from_)
        if teller.speaker.is_quantity(link.from_)
        else phrase.prose
    )
    words = compose(
        "{which} is that {a}" if phrase.is_clause else "{which} is {a}", which=which, a=start
    )
    reason, *rest = teller.speaker.reason(link.because) if with_reason else ("",)
    about = [(link.from_, link.to)]
    if reason and fits(words, reason):
        yield sentence(compose("{a}: {b}", a=words, b=reason), about)
    else:
        yield sentence(words, about)
        yield from [sentence(f"the reason is that {reason}", about)] if reason else ()
    yield from (sentence(one, about) for one in rest)
    for item in link.assumes:
        if (needed := assumed(teller, item)) is not None:
            holds = "this holds only if {a}" if needed.is_clause else "this depends on {a}"
            yield sentence(compose(holds, a=needed.prose), about)
    yield from after_the_claim(teller, link)
