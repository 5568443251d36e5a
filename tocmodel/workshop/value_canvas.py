"""A blank canvas for value creation, on A3: a field for each cycle of an edition (Wenger-Trayner).

The names, meanings and questions of the cycles are those of the framework, ``value-creation`` with
eight cycles (2020) or ``value-creation-2011`` with five.
"""

from tocmodel.frameworks import Category, Framework, find_framework
from tocmodel.layout.palette import MUTED
from tocmodel.layout.scene import Bounds, Path, Scene, SceneGroup
from tocmodel.layout.shapes import polygon
from tocmodel.model.choices import Cycle
from tocmodel.model.editions import LATER_EDITION, rank
from tocmodel.workshop.canvas import (
    GAP,
    HEIGHT,
    MARGIN,
    WIDTH,
    CanvasField,
    canvas_foot,
    canvas_head,
    draw_field,
    fields_in_a_row,
)

TITLE = "Value creation"
_ARROW = 26.0

_BELOW = (
    CanvasField(
        "spaces", "Where we learn together", "Who takes part, and what do they care about?"
    ),
    CanvasField("stories", "A story through the cycles", "Who can tell it from beginning to end?"),
    CanvasField("indicators", "Signs", "What would we see or count at each cycle?"),
    CanvasField("value", "What comes back", "How do we hear what happened, and what do we change?"),
)


def value_canvas_sheet(edition: str = LATER_EDITION) -> Scene:
    """Return the blank canvas of an edition.

    The cycles that surround the others are above, and the main flow is below them, from left to
    right.

    Raises:
        TocModelError: there is no such framework.
    """
    framework = find_framework(edition)
    cycles = framework.dimensions["cycle"].categories
    flow = sorted(
        (id_ for id_ in cycles if rank(Cycle(id_)) is not None),
        key=lambda id_: rank(Cycle(id_)) or 0,
    )
    around = [id_ for id_ in cycles if id_ not in flow]
    top, height = MARGIN + 62, 172.0
    groups: list[SceneGroup] = []
    if around:
        groups += fields_in_a_row(tuple(_field(cycles[id_], id_) for id_ in around), top, height)
        top += height + GAP
    below = HEIGHT - MARGIN - 22 - height
    groups += _flow([_field(cycles[id_], id_) for id_ in flow], top, below - GAP - top)
    groups += fields_in_a_row(_BELOW, below, height)
    return Scene(
        width=WIDTH,
        height=HEIGHT,
        page="A3",
        title=f"A blank canvas for value creation: {len(cycles)} cycles",
        description="A field for each cycle in which learning together can create value.",
        groups=(
            canvas_head(
                f"{TITLE}: {len(cycles)} cycles", "What did learning together make possible?"
            ),
            *groups,
            canvas_foot(_source(framework)),
        ),
    )


def _field(category: Category, id_: str) -> CanvasField:
    if not category.question:
        return CanvasField(id_, category.title, category.meaning)
    return CanvasField(id_, category.title, category.question, category.meaning)


def _flow(fields: list[CanvasField], y: float, height: float) -> list[SceneGroup]:
    """Return the cycles of the main flow with an arrow from each to the next."""
    count = len(fields)
    width = (WIDTH - 2 * MARGIN - _ARROW * (count - 1)) / count
    groups: list[SceneGroup] = []
    for place, field in enumerate(fields):
        x = MARGIN + place * (width + _ARROW)
        groups.append(draw_field(field, Bounds(x=x, y=y, width=width, height=height)))
        if place:
            groups.append(_arrow(fields[place - 1].id, field.id, x, y + height / 2))
    return groups


def _arrow(cause: str, effect: str, x: float, y: float) -> SceneGroup:
    """Return the arrow that ends at a field."""
    tip, start = x - 4, x - _ARROW + 4
    corners = (
        (start, y - 4),
        (tip - 9, y - 4),
        (tip - 9, y - 10),
        (tip, y),
        (tip - 9, y + 10),
        (tip - 9, y + 4),
        (start, y + 4),
    )
    return SceneGroup(
        id=f"arrow-{cause}-{effect}",
        role="arrow",
        title=f"{cause} to {effect}",
        ends=(f"field-{cause}", f"field-{effect}"),
        items=(Path(commands=polygon(corners), fill=MUTED),),
    )


def _source(framework: Framework) -> str:
    books = [one for one in framework.sources.values() if one.author]
    source = books[0] if books else None
    words = f"After {source.author} ({source.year}), {source.title}." if source else ""
    return f"{words} Begin anywhere; a thread through several cycles is worth most.".strip()
