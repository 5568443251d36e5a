"""The loops of a picture: a circle for each, a code at the arrow that closes it, and its words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import evolve

from tocmodel.analysis.chosen_loops import LONGEST, ChosenLoop, ChosenLoops, choose_loops
from tocmodel.analysis.loops import pairs_around
from tocmodel.analysis.titles import Words
from tocmodel.diagram.legend import delay_words
from tocmodel.diagram.model import Arrow, Box, Diagram, LegendEntry, LoopCircle
from tocmodel.graph import Pair
from tocmodel.model import TheoryOfChange
from tocmodel.wording import EFFECT_SIGNS, count_words, say

_DELAY = "line:delay"
_CAUSAL = frozenset({"causal", "mutual"})


def with_loops(picture: Diagram, theory: TheoryOfChange, words: Words, *, focus: str) -> Diagram:
    """Return a picture with its loops, six at most; unchanged if it has none.

    Args:
        picture: the picture.
        theory: the whole theory.
        words: its titles in the language of the picture.
        focus: id of the element that the picture looks at; may be empty.
    """
    boxes = {box.id: box for box in picture.boxes}
    arrows = _steps(picture.arrows)
    found = choose_loops(theory, shown=boxes.keys(), focus=focus)
    circles = tuple(
        _circle(chosen, boxes, arrows, words)
        for chosen in found.chosen
        if all(pair in arrows for pair in pairs_around(chosen.loop.elements))
    )
    if not circles:
        return picture
    arrows_with_codes = tuple(_with_codes(picture.arrows, circles))
    sentences = {arrow.id: arrow.description for arrow in arrows_with_codes}
    circles = tuple(_said_alike(circle, sentences) for circle in circles)
    added = tuple(_legend(circles, picture))
    again = {one.sample for one in added}
    return evolve(
        picture,
        arrows=arrows_with_codes,
        legend=(*(one for one in picture.legend if one.sample not in again), *added),
        loops=circles,
        loops_note=_note(found, len(circles)),
    )


def _legend(circles: Sequence[LoopCircle], picture: Diagram) -> Iterator[LegendEntry]:
    """Yield a line for each loop, and one for the mark of a delay."""
    for circle in circles:
        yield LegendEntry(sample=f"loop:{circle.code}", text=circle.description)
    drawn = (
        picture.arrows
        if picture.layout == "map"
        else [arrow for circle in circles for arrow in circle.arrows]
    )
    delays = [arrow.delay for arrow in drawn if arrow.delay]
    if delays:
        yield LegendEntry(sample=_DELAY, text=delay_words(delays), keys=("takes-time",))


def _steps(arrows: Iterable[Arrow]) -> dict[Pair, Arrow]:
    """Return the arrow of each step that a loop may take; a mutual one can be taken either way."""
    steps: dict[Pair, Arrow] = {}
    for arrow in arrows:
        if arrow.kind not in _CAUSAL or arrow.from_whole or arrow.to_whole:
            continue
        steps.setdefault((arrow.from_, arrow.to), evolve(arrow, kind="causal"))
        if arrow.kind == "mutual":
            back = evolve(
                arrow,
                from_=arrow.to,
                to=arrow.from_,
                kind="causal",
                effect=arrow.effect_back or "increases",
            )
            steps.setdefault((arrow.to, arrow.from_), back)
    return steps


def _circle(
    chosen: ChosenLoop, boxes: Mapping[str, Box], arrows: Mapping[Pair, Arrow], words: Words
) -> LoopCircle:
    elements = chosen.loop.elements
    title = words.theory.loops[chosen.name].title if chosen.name else ""
    around = [arrows[pair] for pair in pairs_around(elements)]
    circle = LoopCircle(
        code=chosen.code,
        title=" ".join(title.split()),
        sign=str(chosen.loop.sign),
        sign_words=say(f"loop-{chosen.loop.sign}"),
        boxes=tuple(evolve(boxes[id_], badges=()) for id_ in elements),
        arrows=tuple(evolve(arrow, evidence=(), main=False, label="") for arrow in around),
    )
    return evolve(circle, description=_sentence(circle))


def _sentence(circle: LoopCircle) -> str:
    """Return a loop in words, with a sign before the end of each step."""
    around = (*circle.boxes[1:], circle.boxes[0])
    steps = (
        f" →\u00a0{EFFECT_SIGNS[arrow.effect]}\u00a0{box.text}"
        for arrow, box in zip(circle.arrows, around, strict=True)
    )
    heading = circle.heading[:1].upper() + circle.heading[1:]
    return f"{heading}: {circle.boxes[0].text}{''.join(steps)}"


def _with_codes(arrows: Iterable[Arrow], circles: Iterable[LoopCircle]) -> Iterator[Arrow]:
    """Yield the arrows; the one that closes a loop has its code among its words, and says it."""
    codes: dict[str, list[str]] = {}
    for circle in circles:
        closing = next((one for one in circle.arrows if one.feedback), circle.arrows[-1])
        codes.setdefault(closing.id, []).append(circle.code)
    for arrow in arrows:
        if arrow.id not in codes:
            yield arrow
            continue
        closed = codes[arrow.id]
        label = ", ".join((*closed, *filter(None, [arrow.label])))
        key = "closes-loop" if len(closed) == 1 else "closes-loops"
        words = say(key, codes=", ".join(closed))
        yield evolve(
            arrow, label=label, description=f"{arrow.description.removesuffix('.')}; {words}."
        )


def _said_alike(circle: LoopCircle, sentences: Mapping[str, str]) -> LoopCircle:
    """Return a loop whose arrows have the descriptions that they have in the picture."""
    around = (evolve(arrow, description=sentences[arrow.id]) for arrow in circle.arrows)
    return evolve(circle, arrows=tuple(around))


def _note(found: ChosenLoops, shown: int) -> str:
    """Return how many loops there are besides those that are drawn; empty if there are none.

    >>> _note(ChosenLoops(found=230), 6)
    '6 of 230 loops of at most 6 links'
    """
    if found.complete and found.found <= shown:
        return ""
    loops = count_words(found.found, "loops")
    key = "loops-of" if found.complete else "loops-of-at-least"
    return say(key, number=shown, loops=loops, most=LONGEST)
