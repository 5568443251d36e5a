"""Verbs of links, disputes and confidence."""

from collections.abc import Mapping

from tocmodel.model import (
    Confidence,
    Effect,
    Link,
    Number,
    TheoryOfChange,
    Voice,
    VoicedEffect,
)
from tocmodel.wording.phrases import say

_FACTOR_VERBS: Mapping[Effect, str] = {Effect.INCREASES: "raises", Effect.DECREASES: "lowers"}
"""The keys of the verbs for what raises or lowers a factor."""


def effect_verb(theory: TheoryOfChange, effect: Effect, to: str) -> str:
    """Return the verb between a cause and its effect; a factor is raised or lowered.

    >>> theory = TheoryOfChange(title="T", factors={"rents": {"title": "Rents"}})
    >>> effect_verb(theory, Effect.INCREASES, "rents"), effect_verb(theory, Effect.INCREASES, "x")
    ('raises', 'leads to')
    """
    if to in theory.factors and effect in _FACTOR_VERBS:
        return say(f"verb-{_FACTOR_VERBS[effect]}")
    return say(f"verb-{effect}")


ASSOCIATED = "goes with"
"""The verb for an association, which claims no direction."""


def mutual_verb(theory: TheoryOfChange, way_on: Link, way_back: Link) -> str:
    """Return the verb between two elements that each have an effect on the other.

    >>> theory = TheoryOfChange(
    ...     title="T", factors={"trust": {"title": "Trust"}, "mood": {"title": "Mood"}}
    ... )
    >>> link = Link(from_="trust", to="mood", kind="mutual")
    >>> mutual_verb(theory, link, link.way_back)
    'raises, and is raised by,'
    """
    on = effect_verb(theory, way_on.effect, way_on.to).rstrip(",")
    key = str(way_back.effect)
    if way_back.to in theory.factors:
        key = _FACTOR_VERBS.get(way_back.effect, key)
    return say("verb-mutual", verb=on, passive=say(f"passive-{key}"))


def link_verb(theory: TheoryOfChange, link: Link) -> str:
    """Return the verb between the two elements of a link in a sentence about it.

    >>> theory = TheoryOfChange(title="T")
    >>> link_verb(theory, Link(from_="a", to="b", kind="association"))
    'goes with'
    >>> link_verb(theory, Link(from_="a", to="b", effect="decreases"))
    'reduces'
    """
    if not link.is_causal:
        return say("verb-goes-with-less" if link.effect is Effect.DECREASES else "verb-goes-with")
    if link.is_mutual:
        return mutual_verb(theory, link, link.way_back)
    return effect_verb(theory, link.effect, link.to)


EFFECT_SIGNS: Mapping[str, str] = {
    "increases": "+",
    "decreases": "−",
    "changes": "~",
    "unknown": "?",
    "disputed": "±",
    "mixed": "±",
}
"""The sign of each effect that an arrow can have, in words on a picture."""

VOICED_SIGNS: Mapping[VoicedEffect, str] = {
    VoicedEffect.NONE: "0",
    **{effect: EFFECT_SIGNS[effect] for effect in VoicedEffect if effect in EFFECT_SIGNS},
}
"""The sign of the effect that a voice in a dispute sees."""


def voice_words(theory: TheoryOfChange, link: Link) -> tuple[str, ...]:
    """Return who says what about an effect that is disputed, each with the source.

    >>> voices = [{"who": "landlords", "effect": "none", "source": "survey", "at": "p. 3"}]
    >>> voice_words(TheoryOfChange(title="T"), Link(from_="a", to="b", voices=voices))
    ('landlords: it has no effect (survey, p. 3)',)
    """
    return tuple(voice_text(theory, voice) for voice in link.voices)


def voice_text(theory: TheoryOfChange, voice: Voice) -> str:
    """Return what one voice says about an effect, with its source."""
    source = theory.sources.get(voice.source)
    parts = (source.title if source else voice.source, voice.at)
    words = ", ".join(part for part in parts if part)
    return f"{voice.who}: {say(f'voice-{voice.effect}')}" + (f" ({words})" if words else "")


def confidence_words(confidence: Confidence | Number | None) -> str:
    """Return a partnership's confidence in a link in words; empty if not stated.

    >>> confidence_words(Confidence.VERY_LOW), confidence_words(12.5), confidence_words(None)
    ('very low', '12.5%', '')
    """
    if confidence is None:
        return ""
    if isinstance(confidence, int | float):
        return f"{confidence:g}%"
    return say(f"confidence-{confidence}")
