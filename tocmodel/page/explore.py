"""What the script of a page needs to know: the graph, the loops and the stories.

It has ids only. The script takes every title from the page itself, so each is in it once.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from attrs import frozen

from tocmodel.analysis.loops import Loop, loops
from tocmodel.analysis.named_loops import named_loops
from tocmodel.analysis.titles import Words
from tocmodel.diagram.model import Arrow, Diagram
from tocmodel.model import Story, TheoryOfChange
from tocmodel.wording import say

MOST_LOOPS = 30
"""The most loops in the list of a page; the shortest are listed, after those with a name."""


@frozen(kw_only=True)
class StoryLine:
    """A story to go through step by step.

    Attributes:
        key: its name in the address of the page.
        title: its title.
        steps: of each step, the words, and the ids of the boxes and arrows that it lights. The
            words of the main story are those of its arrows, and not repeated.
        is_own: whether its title is of the theory, and not a word of ours.
    """

    key: str
    title: str
    steps: tuple[tuple[str, tuple[str, ...]], ...]
    is_own: bool = True


@frozen(kw_only=True)
class Circle:
    """A loop to light up: its words, and the ids of its elements."""

    title: str
    elements: tuple[str, ...]


def graph_data(diagram: Diagram) -> dict[str, Any]:
    """Return the boxes, frames and arrows of a picture by id."""
    return {
        "boxes": {box.id: box.cluster for box in diagram.boxes},
        "frames": {frame.id: frame.parent for frame in diagram.clusters},
        "arrows": [[arrow.id, arrow.from_, arrow.to, _way_of(arrow)] for arrow in diagram.arrows],
    }


def _way_of(arrow: Arrow) -> str:
    """Return how the script follows an arrow: a cause unless it is named.

    >>> _way_of(Arrow(id="a--b", from_="a", to="b", kind="bridged"))
    ''
    """
    if arrow.feedback:
        return "feedback"
    return "" if arrow.kind in ("causal", "bridged") else arrow.kind


def circles(
    theory: TheoryOfChange | None, words: Words | None, shown: Iterable[str]
) -> tuple[tuple[Circle, ...], bool]:
    """Return the loops whose elements are all shown, and whether there are more than are listed.

    Those with a name come first, then the shortest.
    """
    if theory is None or words is None:
        return (), False
    boxes = frozenset(shown)
    named = tuple(_named(theory, boxes))
    known = {frozenset(circle.elements) for circle in named}
    found = loops(theory, limit=_LOOKED_AT)
    others = [
        loop
        for loop in found
        if boxes.issuperset(loop.elements) and frozenset(loop.elements) not in known
    ]
    listed = (_circle(loop, words) for loop in others[:MOST_LOOPS])
    return (*named, *listed), len(others) > MOST_LOOPS or not found.complete


_LOOKED_AT = 1000
"""How many loops are looked at for those that a page can light up."""


def _named(theory: TheoryOfChange, boxes: frozenset[str]) -> Iterator[Circle]:
    for named in named_loops(theory):
        if boxes.issuperset(named.elements):
            sign = say(f"loop-{named.sign or 'not-closed'}")
            yield Circle(title=f"{named.loop.title} ({sign})", elements=named.elements)


def _circle(loop: Loop, words: Words) -> Circle:
    titles = " → ".join(map(words.title, (*loop.elements, loop.elements[0])))
    return Circle(title=f"{say(f'loop-{loop.sign}')}: {titles}", elements=loop.elements)


def story_lines(
    theory: TheoryOfChange | None, diagrams: tuple[Diagram, ...]
) -> Iterator[StoryLine]:
    """Yield the main story, where some arrows are part of it, and every value-creation story."""
    for diagram in diagrams[:1]:
        main = tuple(_main_steps(diagram))
        if main:
            yield StoryLine(key="main", title=say("page-main-story"), steps=main, is_own=False)
    if theory is not None:
        for story in theory.stories.values():
            if steps := tuple(_told(story)):
                yield StoryLine(key=story.id, title=story.full_title, steps=steps)


def _main_steps(diagram: Diagram) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the arrows of the main story, each after those that lead to its start."""
    left = [arrow for arrow in diagram.arrows if arrow.main]
    order = {box.id: place for place, box in enumerate(diagram.boxes)}
    left.sort(key=lambda arrow: (order.get(arrow.from_, 0), order.get(arrow.to, 0)))
    while left:
        ends = {arrow.to for arrow in left if not arrow.feedback}
        ready = next((arrow for arrow in left if arrow.from_ not in ends), left[0])
        left.remove(ready)
        yield "", (ready.from_, ready.to, ready.id)


def _told(story: Story) -> Iterator[tuple[str, tuple[str, ...]]]:
    for step in story.steps:
        status = f"-{step.status}" if step.status in ("planned", "hoped") else ""
        sentence = say(
            f"page-story-step{status}",
            cycle=say(f"cycle-{step.cycle}"),
            what=step.says or say("page-no-details"),
        )
        yield sentence[:1].upper() + sentence[1:], (step.value,) if step.value else ()
