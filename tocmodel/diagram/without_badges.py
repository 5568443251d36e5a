"""A diagram with short boxes: the small lines in its boxes are kept only where they state a doubt.

A slide has room for a few words in large letters. Figures, evidence and assumptions go into the
description of each box, for notes and screen readers. What makes a box less certain than it looks
stays in sight.
"""

from attrs import evolve

from tocmodel.diagram.model import Badge, Box, Diagram

DOUBTS = frozenset(
    {"inferred", "drafted", "planned", "hoped", "not-said", "aim", "against", "collapsed", "gap"}
)
"""The kinds of badge without which a box would claim more, or something else."""


def without_badges(diagram: Diagram) -> Diagram:
    """Return a diagram whose boxes show only badges of doubt.

    >>> figure = Badge(kind="indicator", text="3 indicators")
    >>> guess = Badge(kind="inferred", text="inferred")
    >>> box = Box(id="a", kind="outcome", text="Calm", column="short", badges=(figure, guess))
    >>> short = without_badges(Diagram(title="Club", boxes=(box,))).boxes[0]
    >>> [badge.text for badge in short.badges], short.description
    (['inferred'], '3 indicators')
    """
    if not diagram.boxes:
        return diagram
    boxes = tuple(map(_short, diagram.boxes))
    shown = {badge.kind for box in boxes for badge in box.badges}
    shown |= {kind for arrow in diagram.arrows for kind in arrow.evidence}
    legend = tuple(
        entry
        for entry in diagram.legend
        if not entry.sample.startswith("badge:") or entry.sample.removeprefix("badge:") in shown
    )
    return evolve(diagram, boxes=boxes, legend=legend, loops=())


def _short(box: Box) -> Box:
    moved = [badge.text for badge in box.badges if not states_doubt(badge)]
    kept = tuple(badge for badge in box.badges if states_doubt(badge))
    return evolve(box, badges=kept, description=". ".join(filter(None, (box.description, *moved))))


def states_doubt(badge: Badge) -> bool:
    """Whether a box would claim more without a badge, or the badge was asked for."""
    return badge.kind in DOUBTS or badge.kind.startswith("progress:")  # shown only where asked for
