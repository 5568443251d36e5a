"""The words on shapes and lines that are drawn without our own symbols.

Programs that edit slides have no hollow heads, bars or signs in circles. So the kind of a box is a
word before its name, and what makes an arrow less than a plain "leads to" is in words beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from attrs import evolve

from tocmodel.diagram.model import Arrow, Box, Diagram
from tocmodel.diagram.phrases import noun_of
from tocmodel.wording import say

_EFFECTS: Mapping[str, str] = MappingProxyType(
    {
        "decreases": "verb-decreases",
        "changes": "label-changes",
        "disputed": "label-disputed",
        "mixed": "slide-mixed",
    }
)
"""The phrases for effects; one that nobody knows has a question mark in every language."""
_GUESSES: Mapping[str, str] = MappingProxyType(
    {"inferred": "guess-inferred", "drafted": "guess-drafted"}
)
"""The phrases for guesses."""
_REMARKS: Mapping[str, str] = MappingProxyType(
    {"inferred": "slide-mostly-inferred", "drafted": "slide-mostly-drafted"}
)
"""What a slide says if most of its arrows are guesses, so that not each of them has to."""
_MOST = 3
"""The number of guesses from which a slide may say it once."""
_ABOUT_ORIGIN = frozenset({"causal", "mutual", "bridged", "associated", "threatens"})
"""The kinds of arrow that can be a guess."""


def kind_word(box: Box) -> str:
    """Return the word for the kind of a box.

    >>> kind_word(Box(id="a", kind="value_creation", text="She dared", column="applied"))
    'Value creation'
    """
    word = say("slide-undescribed") if box.kind == "undescribed" else noun_of(box.kind)
    if box.unwanted:
        word = say("noun-unwanted-value", value=word[:1].lower() + word[1:])
    return word[:1].upper() + word[1:]


def with_native_words(diagram: Diagram) -> tuple[Diagram, str]:
    """Return a diagram whose shapes and lines need no symbols, and what is true of most arrows.

    >>> arrow = Arrow(id="1", from_="a", to="b", effect="decreases", guess="inferred")
    >>> box = Box(id="a", kind="outcome", text="Calm", column="short")
    >>> ready, remark = with_native_words(Diagram(title="Club", boxes=(box,), arrows=(arrow,)))
    >>> ready.boxes[0].text, ready.arrows[0].label, remark
    ('Outcome: Calm', 'reduces, inferred', '')
    """
    usual = _usual_guess(diagram.arrows)
    arrows = tuple(
        evolve(arrow, label=", ".join(_beside(arrow, usual))) for arrow in diagram.arrows
    )
    boxes = tuple(map(_with_kind, diagram.boxes))
    remark = say(_REMARKS[usual]) if usual else ""
    return evolve(diagram, boxes=boxes, arrows=arrows), remark


def _with_kind(box: Box) -> Box:
    change = f" ({box.change})" if box.change else ""
    if box.kind in ("continuation", "part"):
        return evolve(box, text=box.text[:1].upper() + box.text[1:])
    return evolve(box, text=f"{kind_word(box)}: {box.text or box.id}{change}", change="")


def _usual_guess(arrows: Sequence[Arrow]) -> str:
    """Return the guess that more than half of the arrows are; empty for none."""
    claims = [arrow.guess for arrow in arrows if arrow.kind in _ABOUT_ORIGIN]
    for guess in _GUESSES:
        if claims.count(guess) >= _MOST and 2 * claims.count(guess) > len(claims):
            return guess
    return ""


def _effect(effect: str) -> str:
    """Return the words for an effect; empty for an increase, which a plain arrow means."""
    if effect == "unknown":
        return "?"
    return say(_EFFECTS[effect]) if effect in _EFFECTS else ""


def _says(arrow: Arrow, effect: str) -> bool:
    """Whether the words of an arrow say its effect already, in English or in their language."""
    return effect in arrow.label or arrow.effect in arrow.label


def _beside(arrow: Arrow, usual: str) -> Iterator[str]:
    """Yield the words beside an arrow."""
    if arrow.label:
        yield arrow.label
    if arrow.kind == "threatens":
        yield say("verb-threatens")
    elif (effect := _effect(arrow.effect)) and not _says(arrow, effect):
        yield effect
    back = _effect(arrow.effect_back)
    if back and arrow.effect_back != arrow.effect:
        yield say("slide-back", effect=back)
    if arrow.guess in _GUESSES and arrow.guess != usual:
        yield say(_GUESSES[arrow.guess])
    elif usual and not arrow.guess and arrow.kind in _ABOUT_ORIGIN:
        yield say("slide-stated")
    if "against" in arrow.evidence:
        yield say("slide-against")
    if arrow.change:
        yield arrow.change
