"""What people gained from learning together: spaces, value cycle by cycle, and stories."""

from collections.abc import Iterator, Mapping, Sequence

from tocmodel.analysis.value.spaces import SpaceValue, ValuesAt, value_by_space
from tocmodel.model import Cycle, Link, Story, ValueStatus, ValueValence
from tocmodel.narrative.choose import strands
from tocmodel.narrative.model import Paragraph, Sentence
from tocmodel.narrative.prose import (
    Prose,
    compose,
    fits,
    listed,
    number_word,
    pairs,
    paragraph,
    sentence,
    text_of,
)
from tocmodel.narrative.standing import standing
from tocmodel.narrative.teller import Teller

_CYCLES: Mapping[Cycle, str] = {
    Cycle.ENABLING: "what made the learning possible",
    Cycle.STRATEGIC: "what came of talks with those whose backing matters",
    Cycle.IMMEDIATE: "what people gained from taking part as such",
    Cycle.POTENTIAL: "what they took away that may prove useful",
    Cycle.APPLIED: "what they did with it",
    Cycle.REALIZED: "the difference that it made",
    Cycle.REFRAMING: "what changed in their idea of success",
    Cycle.TRANSFORMATIVE: "what changed in people or in the setting",
    Cycle.ORIENTING: "how it fits into the wider landscape",
}
"""What each cycle of value creation is about, in a sentence."""

_STATUSES: Mapping[ValueStatus | None, str] = {
    ValueStatus.HAPPENED: "{cycle}: {a}",
    ValueStatus.PLANNED: "planned, and not yet there, is {cycle}: {a}",
    ValueStatus.HOPED: "only hoped for so far is {cycle}: {a}",
    None: "whether this happened is not stated – {cycle}: {a}",
}


_MOST_MEMBERS = 4
"""The most members of a space who are named."""


def learning(teller: Teller, links: Sequence[Link]) -> tuple[Paragraph, ...]:
    """Return a paragraph on each space, then how one value led to another, then the stories.

    Args:
        teller: the theory and its words.
        links: the links between values.
    """
    theory = teller.theory
    found: list[Paragraph] = []
    for item in value_by_space(theory) if theory.value_creation or theory.spaces else ():
        found += paragraph(_space(teller, item))
    for strand in strands(links):
        found += paragraph(_thread(teller, strand))
    found += paragraph(one for story in theory.stories.values() for one in _story(teller, story))
    return tuple(found)


def _space(teller: Teller, item: SpaceValue) -> Iterator[Sentence]:
    space = teller.theory.spaces.get(item.space)
    if space is not None:
        members = [id_ for id_ in space.members if id_ in teller.theory.partners]
        name = teller.speaker.say(space.id).prose
        people = _people(teller, members)
        yield sentence(compose("in {a}, {who} learn together", a=name, who=people))
        if space.difference:
            wish = teller.speaker.text(space.difference)
            yield sentence(f"this is the difference that they want to make: {wish}")
    elif item.values:
        yield sentence("some value is not tied to any one space")
    for values in item.values:
        yield from _values(teller, values)


def _people(teller: Teller, members: Sequence[str]) -> Prose:
    """Return the members of a space, or only their number where there are many."""
    if len(members) > _MOST_MEMBERS:
        return compose("{n} partners", n=number_word(len(members)))
    return listed(teller.speaker.titles(members)) if members else compose("people")


_VALENCES: Mapping[ValueValence, str] = {
    ValueValence.UNWANTED: "nobody wanted this: {b}",
    ValueValence.NONE: "people looked for this, and found no value in it: {b}",
}


def _values(teller: Teller, values: ValuesAt) -> Iterator[Sentence]:
    found = teller.theory.value_creation
    wanted = [id_ for id_ in values.values if found[id_].valence is ValueValence.WANTED]
    yield from _wanted(teller, values, wanted)
    for id_ in values.values:
        if template := _VALENCES.get(found[id_].valence):
            yield sentence(compose(template, b=teller.speaker.say(id_).prose))


def _wanted(teller: Teller, values: ValuesAt, ids: Sequence[str]) -> Iterator[Sentence]:
    if not ids:
        return
    things = [teller.speaker.say(id_).prose for id_ in ids]
    template = _STATUSES[values.status]
    cycle = _CYCLES[values.cycle]
    if fits(*things):
        yield sentence(compose(template, cycle=cycle, a=listed(things)))
        return
    for place, thing in enumerate(things):
        yield sentence(
            compose(template, cycle=cycle if place == 0 else "the same goes for this", a=thing)
        )


def _thread(teller: Teller, strand: Sequence[Link]) -> Iterator[Sentence]:
    """Yield how one value led to the next, each as far as it happened."""
    first = teller.speaker.say(strand[0].from_)
    yield sentence(compose("one thread starts here: {a}", a=first.prose))
    for turn, link in enumerate(strand):
        phrase = teller.speaker.say(link.to)
        words = compose(_led_to(teller, link, turn), b=phrase.prose)
        reason, *rest = teller.speaker.reason(link.because)
        if reason and fits(words, reason):
            yield sentence(compose("{a}, because {b}", a=words, b=reason), pairs([link]))
        else:
            yield sentence(words, pairs([link]))
            yield from [sentence(f"the reason is that {reason}", pairs([link]))] if reason else ()
        yield from (sentence(one, pairs([link])) for one in rest)
    yield from standing(teller, strand)


_CAME = ("what came from it: {b}", "this led on to the next: {b}", "and from that came this: {b}")
"""Ways to say what came from a value, so that no two neighbours are alike."""


def _led_to(teller: Teller, link: Link, turn: int) -> str:
    """Return how a value came, is planned or is hoped to come, from another."""
    values = teller.theory.value_creation
    status = {values[id_].status for id_ in (link.from_, link.to) if id_ in values}
    is_clause = teller.speaker.say(link.to).is_clause
    what = "that {b}" if is_clause else "{b}"
    if link.to in values and (words := _VALENCES.get(values[link.to].valence)):
        return words
    if status == {ValueStatus.HAPPENED}:
        return _CAME[turn % len(_CAME)]
    if ValueStatus.HOPED in status:
        return f"the hope is {what}"
    if ValueStatus.PLANNED in status:
        return f"the plan is {what}"
    return "whether this followed is not stated: {b}"


def _story(teller: Teller, story: Story) -> Iterator[Sentence]:
    if story.is_withheld:
        yield sentence("there is a story of it, which is withheld")
        return
    who = teller.theory.partners.get(story.teller)
    cycles = list(dict.fromkeys(step.cycle.word for step in story.steps))
    title = teller.speaker.words.title(story.id)
    start: Prose = compose("there is a story of it")
    if who is not None:
        start = compose("a story of it comes from {a}", a=teller.speaker.say(who.id).prose)
    yield sentence(compose("{start}: “{title}”", start=start, title=title))
    if cycles:
        words = text_of(listed(cycles))
        yield sentence(f"it goes through {words} value")
