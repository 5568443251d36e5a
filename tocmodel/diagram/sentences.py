"""The words of a diagram: titles in the requested language, and sentences for screen readers."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from attrs import evolve

from tocmodel.analysis.named_loops import named_loops
from tocmodel.analysis.titles import Words
from tocmodel.diagram.connectors import Connector
from tocmodel.diagram.descriptions import remark, traits
from tocmodel.diagram.evidence import link_evidence, spoken_bearing
from tocmodel.diagram.model import Arrow, Badge, Diagram
from tocmodel.model import (
    Effect,
    Element,
    Link,
    Outcome,
    TheoryOfChange,
    ValueStatus,
)
from tocmodel.wording import (
    ASSOCIATED,
    EFFECT_SIGNS,
    VERB_PHRASES,
    VOICED_SIGNS,
    confidence_words,
    effect_verb,
    guess_of,
    kind_word,
    link_verb,
    mutual_verb,
    say,
    say_number,
    voice_words,
    votes_words,
)

VERBS: Mapping[str, str] = {
    "associated": ASSOCIATED,
    **{key.removeprefix("verb-"): verb for key, verb in VERB_PHRASES.items()},
}
"""The verb for each kind of arrow except causal and mutual ones, from its start to its end."""


def arrow(connector: Connector, words: Words) -> Arrow:
    """Return the arrow for a connector, with its words for screen readers."""
    joint = "--" if connector.kind in ("causal", "bridged") else f"--{connector.kind}--"
    verb = _verb(connector, words.theory)
    reasons = tuple(_reasons(connector, words))
    spoken = connector_words(connector, words)
    return Arrow(
        id=f"{connector.from_}{joint}{connector.to}",
        from_=connector.from_,
        to=connector.to,
        kind=connector.kind,
        effect="mixed" if _is_mixed(connector) else str(connector.effect),
        effect_back=str(connector.effect_back or ""),
        feedback=connector.feedback,
        main=connector.main,
        guess=connector.guess,
        from_whole=connector.from_whole,
        to_whole=connector.to_whole,
        evidence=tuple(
            dict.fromkeys(
                kind for link in connector.links for kind, _, _ in link_evidence(words.theory, link)
            )
        ),
        label=", ".join(_label(connector)),
        delay=_delay(connector),
        verb=verb,
        reasons=reasons,
        description="; ".join((spoken, *reasons)) + ".",
    )


def connector_words(connector: Connector, words: Words) -> str:
    """Return what a connector claims, without its reasons: *something in X leads to Y*."""
    verb = _verb(connector, words.theory)
    some = "all-of" if connector.kind == "uses" else "something-in"
    from_, to = quoted(words.title(connector.from_)), quoted(words.title(connector.to))
    start = say(some, whole=from_) if connector.from_whole else from_
    return f"{start} {verb} {say(some, whole=to) if connector.to_whole else to}"


def quoted(title: str) -> str:
    """Return a title for use within a sentence."""
    return f"“{title}”"


_CREATES: Mapping[ValueStatus | None, str] = {
    ValueStatus.HAPPENED: "verb-creates",
    ValueStatus.PLANNED: "creates-planned",
    ValueStatus.HOPED: "creates-hoped",
    None: "creates-not-said",
}


def _verb(connector: Connector, theory: TheoryOfChange) -> str:
    if connector.kind == "creates" and connector.to in theory.value_creation:
        return say(_CREATES[theory.value_creation[connector.to].status])
    if connector.kind == "bridged":
        verb = effect_verb(theory, connector.effect, connector.to)
        return say("verb-bridged", verb=verb)
    if connector.kind == "associated":
        return link_verb(theory, connector.links[0]) if connector.links else say("verb-goes-with")
    if connector.kind in VERBS:
        return say(f"verb-{connector.kind}")
    if connector.kind == "mutual" and connector.links:
        return mutual_verb(theory, connector.links[0], connector.links[0].way_back)
    verb = _causal_verb(connector, theory)
    return say("verb-feeds-back", verb=verb) if connector.feedback else verb


def _causal_verb(connector: Connector, theory: TheoryOfChange) -> str:
    if not _is_mixed(connector):
        return effect_verb(theory, connector.effect, connector.to)
    verbs = [effect_verb(theory, effect, connector.to) for effect in _effects(connector)]
    return f" {say('and')} ".join(verbs)


def _is_mixed(connector: Connector) -> bool:
    """Whether it represents several links whose effects differ."""
    return len(_effects(connector)) > 1


def _effects(connector: Connector) -> tuple[Effect, ...]:
    """Return the effects of its links, each once."""
    return tuple(dict.fromkeys(link.effect for link in connector.links))


def _listed(signs: Iterable[str]) -> str:
    """List signs for a label.

    >>> _listed("+−"), _listed("+−?")
    ('both + and −', 'both +, − and ?')
    """
    *others, last = signs
    return say("label-both", signs=", ".join(others), last=last)


def _label(connector: Connector) -> Iterator[str]:
    if connector.kind in ("causal", "mutual", "bridged", "threatens"):
        if _is_mixed(connector):
            yield _listed(EFFECT_SIGNS[effect] for effect in _effects(connector))
        elif connector.effect is Effect.CHANGES:
            yield say("label-changes")
        elif connector.effect is Effect.DISPUTED:
            signs, disputed = " ".join(_signs(connector)), say("label-disputed")
            yield f"{disputed}: {signs}" if signs else disputed
    votes = [votes_words(figure) for link in connector.links for figure in link.votes]
    if len(votes) == 1:
        yield from votes
    if delay := _delay(connector):
        yield delay


def _delay(connector: Connector) -> str:
    """Return how long a connector takes, if its links do not say different things."""
    delays = dict.fromkeys(link.delay for link in connector.links if link.delay)
    return next(iter(delays)) if len(delays) == 1 else ""


def _signs(connector: Connector) -> Iterator[str]:
    """Yield the sign of each effect that someone sees, once."""
    seen = (voice.effect for link in connector.links for voice in link.voices)
    yield from dict.fromkeys(VOICED_SIGNS[effect] for effect in seen)


MOST_REASONS = 100
"""The most reasons in the words of one arrow.

A link drawn through many mechanisms has as many arrows, and each of them has all its reasons.
"""


def _reasons(connector: Connector, words: Words) -> Iterator[str]:
    """Yield the reasons of all links; of several links, those of each in one, with its effect."""
    parts = (
        (place, part)
        for place, link in enumerate(connector.links)
        for part in (*_own_effect(link, connector, words), *_reason(link, connector.from_, words))
    )
    by_link: dict[int, list[str]] = {}
    for place, part in islice(parts, MOST_REASONS):
        by_link.setdefault(place, []).append(part)
    for found in by_link.values():
        yield from [", ".join(found)] if len(connector.links) > 1 else found
    if next(parts, None):
        yield say("because-and-more")
    guesses = dict.fromkeys(guess for link in connector.links if (guess := guess_of(link)))
    if connector.guess:
        yield say(f"guess-{connector.guess}-in-full")
    else:
        yield from (say("in-part", what=say(f"guess-{guess}-in-full")) for guess in guesses)


def _own_effect(link: Link, connector: Connector, words: Words) -> Iterator[str]:
    """Yield the sign and the effect of one of several links that differ in these."""
    if _is_mixed(connector):
        verb = effect_verb(words.theory, link.effect, connector.to)
        yield f"{EFFECT_SIGNS[link.effect]} {say('verb-it', verb=verb)}"


def _reason(link: Link, start: str, words: Words) -> Iterator[str]:
    if link.because:
        yield say("because", reason=link.because)
    yield from voice_words(words.theory, link)
    for id_ in link.via:
        if id_ in words.theory.mechanisms and id_ != start:
            yield say("by-way-of", title=quoted(words.title(id_)))
    for item in link.assumes:
        if not isinstance(item, str):
            yield say("assuming", title=quoted(item.full_title))
        elif item in words.theory.assumptions:
            yield say("assuming", title=quoted(words.title(item)))
    yield from _size(link)
    yield from (f"{say('votes')}: {votes_words(figure)}" for figure in link.votes)
    for _, bearing, piece in link_evidence(words.theory, link):
        yield f"{spoken_bearing(bearing, words)}: {quoted(piece.full_title)}"


def _size(link: Link) -> Iterator[str]:
    """Yield the delay, strength and confidence of a link in words."""
    if link.delay:
        yield say("after", delay=link.delay)
    if link.strength:
        yield say(f"strength-{link.strength}")
    if link.needed:
        yield say(f"needed-{link.needed}")
    if sure := confidence_words(link.confidence):
        yield say("confidence", how=sure)


def list_titles(titles: Sequence[str]) -> str:
    """List titles so that it is clear where each ends, even if one contains a comma.

    >>> list_titles(["Police", "Schools"]), list_titles(["Children, parents and carers", "Police"])
    ('Police, Schools', 'Children, parents and carers; Police')
    """
    return ("; " if any("," in title for title in titles) else ", ").join(titles)


def box_description(id_: str, badges: tuple[Badge, ...], words: Words) -> str:
    """Return the words for a box that a screen reader reads after its title."""
    element = words.theory.element(id_)
    kind = kind_word(element, words.theory.section_of(id_))
    titles = {partner: words.title(partner) for partner in _quoted_partners(words.theory, element)}
    properties = (kind.capitalize(), *traits(element))
    small = (
        text
        for badge in badges
        for text in (badge.text, badge.trend_words)
        if text and text not in properties
    )
    parts = [", ".join(properties), words.description(id_), remark(element, titles), *small]
    return " ".join(sentence(part) for part in parts if part)


def _quoted_partners(theory: TheoryOfChange, element: Element) -> Iterator[str]:
    if isinstance(element, Outcome):
        yield from (one.said_by for one in element.quotes if one.said_by in theory.partners)


def sentence(text: str) -> str:
    """Begin with a capital and end with a full stop.

    >>> sentence("risk: rents rise")
    'Risk: rents rise.'
    """
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")


def loop_sentences(words: Words, shown: Collection[str]) -> tuple[str, ...]:
    """Return each named loop whose elements are all shown, with what its links make it."""
    return tuple(
        say(
            "described-loop",
            title=found.loop.title,
            sign=say(f"loop-{found.sign or 'not-closed'}"),
            titles=list_titles([words.title(id_) for id_ in found.elements]),
        )
        for found in named_loops(words.theory)
        if all(id_ in shown for id_ in found.elements)
    )


def with_description(diagram: Diagram, loops: Sequence[str] = ()) -> Diagram:
    """Return the diagram with a short description, for those who cannot see the picture.

    Args:
        diagram: the diagram.
        loops: a sentence about each named loop.
    """
    numbers = {column.id: 0 for column in diagram.columns}
    for box in diagram.boxes:
        numbers[box.column] += 1
    way = "described-down" if diagram.top_to_bottom else "described-across"
    boxes = say_number(len(diagram.boxes), "described-box", "described-boxes")
    arrows = say_number(len(diagram.arrows), "described-arrow", "described-arrows")
    parts = [say(way, boxes=boxes, arrows=arrows)]
    if diagram.columns:
        stages = ", ".join(f"{item.title} ({numbers[item.id]})" for item in diagram.columns)
        parts.append(say("described-stages", titles=stages))
    if diagram.lanes:
        lanes = ", ".join(lane.title for lane in diagram.lanes)
        parts.append(say("described-lanes", titles=lanes))
    back = [item for item in diagram.arrows if item.feedback]
    if back:
        parts.append(say_number(len(back), "described-feedback", "described-feedbacks"))
    parts += loops
    if diagram.ceiling:
        after = next(item.title for item in diagram.columns if item.id == diagram.ceiling)
        ceiling = diagram.ceiling_label[:1].lower() + diagram.ceiling_label[1:]
        parts.append(say("described-ceiling", ceiling=ceiling, stage=after))
    return evolve(diagram, description=" ".join(sentence(part) for part in parts))
