"""The words on shapes and lines that are drawn without our own symbols.

Programs that edit slides have no hollow heads, bars or signs in circles. So the kind of a box is a
word before its name, and what makes an arrow less than a plain "leads to" is in words beside it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from types import MappingProxyType

from attrs import evolve

from tocmodel.analysis.titles import words_for
from tocmodel.diagram.model import Arrow, Box, Diagram
from tocmodel.drawing import Drawing
from tocmodel.model import Labels
from tocmodel.wording import say, speaking

_EFFECTS: Mapping[str, str] = MappingProxyType(
    {
        "decreases": "verb-decreases",
        "changes": "label-changes",
        "disputed": "label-disputed",
    }
)
"""The phrases for effects; other effects have words of this module."""
_OTHER_EFFECTS: Mapping[str, str] = MappingProxyType({"unknown": "?", "mixed": "effects differ"})
_GUESSES: Mapping[str, str] = MappingProxyType(
    {"inferred": "guess-inferred", "drafted": "guess-drafted"}
)
"""The phrases for guesses."""
STATED = "stated"
_REMARKS: Mapping[str, str] = MappingProxyType(
    {
        "inferred": "Arrows are inferred (our own reading), except those marked ‘stated’.",
        "drafted": "Arrows are drafted by a program, except those marked ‘stated’.",
    }
)
"""What a slide says if most of its arrows are guesses, so that not each of them has to."""
_MOST = 3
"""The number of guesses from which a slide may say it once."""
_ABOUT_ORIGIN = frozenset({"causal", "mutual", "bridged", "associated", "threatens"})
"""The kinds of arrow that can be a guess."""


def speaking_as(drawing: Drawing) -> AbstractContextManager[object]:
    """Return a context in which the fixed words of slides are in the language of a drawing."""
    if drawing.theory is None:
        return nullcontext()
    plain = drawing.view is not None and drawing.view.labels is Labels.PLAIN
    return speaking(words_for(drawing.theory, drawing.language, plain=plain).fixed)


def kind_word(box: Box) -> str:
    """Return the word for the kind of a box.

    >>> kind_word(Box(id="a", kind="value_creation", text="She dared", column="applied"))
    'Value creation'
    """
    word = box.kind.replace("_", " ").replace("-", " ")
    return f"Unwanted {word}" if box.unwanted else word.capitalize()


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
    return evolve(diagram, boxes=boxes, arrows=arrows), _REMARKS.get(usual, "")


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
    return say(_EFFECTS[effect]) if effect in _EFFECTS else _OTHER_EFFECTS.get(effect, "")


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
        yield f"back: {back}"
    if arrow.guess in _GUESSES and arrow.guess != usual:
        yield say(_GUESSES[arrow.guess])
    elif usual and not arrow.guess and arrow.kind in _ABOUT_ORIGIN:
        yield STATED
    if "against" in arrow.evidence:
        yield "evidence against"
    if arrow.change:
        yield arrow.change
