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

EFFECT_WORDS: Mapping[Effect, str] = {
    Effect.INCREASES: "leads to",
    Effect.DECREASES: "reduces",
    Effect.CHANGES: "changes",
    Effect.UNKNOWN: "affects, in a way not yet known,",
    Effect.DISPUTED: "affects, in a way that is disputed,",
}
"""The verb between cause and effect in a sentence about a link."""

_FACTOR_VERBS: Mapping[Effect, str] = {
    **EFFECT_WORDS,
    Effect.INCREASES: "raises",
    Effect.DECREASES: "lowers",
}


def effect_verb(theory: TheoryOfChange, effect: Effect, to: str) -> str:
    """Return the verb between a cause and its effect; a factor is raised or lowered.

    >>> theory = TheoryOfChange(title="T", factors={"rents": {"title": "Rents"}})
    >>> effect_verb(theory, Effect.INCREASES, "rents"), effect_verb(theory, Effect.INCREASES, "x")
    ('raises', 'leads to')
    """
    return (_FACTOR_VERBS if to in theory.factors else EFFECT_WORDS)[effect]


_PASSIVE: Mapping[Effect, str] = {
    Effect.INCREASES: "follows from",
    Effect.DECREASES: "is reduced by",
    Effect.CHANGES: "is changed by",
    Effect.UNKNOWN: "is affected, in a way not yet known, by",
    Effect.DISPUTED: "is affected, in a way that is disputed, by",
}

_FACTOR_PASSIVE: Mapping[Effect, str] = {
    **_PASSIVE,
    Effect.INCREASES: "is raised by",
    Effect.DECREASES: "is lowered by",
}

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
    passive = _FACTOR_PASSIVE if way_back.to in theory.factors else _PASSIVE
    return f"{on}, and {passive[way_back.effect]},"


def link_verb(theory: TheoryOfChange, link: Link) -> str:
    """Return the verb between the two elements of a link in a sentence about it.

    >>> theory = TheoryOfChange(title="T")
    >>> link_verb(theory, Link(from_="a", to="b", kind="association"))
    'goes with'
    >>> link_verb(theory, Link(from_="a", to="b", effect="decreases"))
    'reduces'
    """
    if not link.is_causal:
        return f"{ASSOCIATED} less of" if link.effect is Effect.DECREASES else ASSOCIATED
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

_VOICED: Mapping[VoicedEffect, str] = {
    VoicedEffect.INCREASES: "it leads to more",
    VoicedEffect.DECREASES: "it leads to less",
    VoicedEffect.CHANGES: "it changes it",
    VoicedEffect.NONE: "it has no effect",
    VoicedEffect.UNKNOWN: "nobody knows yet",
}


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
    return f"{voice.who}: {_VOICED[voice.effect]}" + (f" ({words})" if words else "")


def confidence_words(confidence: Confidence | Number | None) -> str:
    """Return a partnership's confidence in a link in words; empty if not stated.

    >>> confidence_words(Confidence.VERY_LOW), confidence_words(12.5), confidence_words(None)
    ('very low', '12.5%', '')
    """
    if confidence is None:
        return ""
    if isinstance(confidence, int | float):
        return f"{confidence:g}%"
    return str(confidence).replace("-", " ")
