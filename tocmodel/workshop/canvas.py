"""A blank canvas for a theory of change, on A3: fields with questions, and room for notes."""

from attrs import frozen

from tocmodel.layout.palette import INK, MUTED, tone
from tocmodel.layout.scene import Bounds, Path, Scene, SceneGroup
from tocmodel.layout.shapes import line
from tocmodel.workshop.sheets import SheetWords, field_outline, inside, stack

WIDTH, HEIGHT = 1190.55, 841.89
"""A sheet of A3 on its side, in points."""
MARGIN = 28.0
GAP = 10.0
TITLE = "Theory of change"


@frozen
class CanvasField:
    """A field of a canvas: its id, which gives its colour, its heading, its question, and more."""

    id: str
    heading: str
    question: str
    about: str = ""


_PATHWAY = (
    CanvasField("conditions", "1  The situation", "What is hard here now, and why? For whom?"),
    CanvasField(
        "interventions", "4  What we do", "What do we do to bring the first changes about?"
    ),
    CanvasField("mechanisms", "5  How people respond", "Why would they do something differently?"),
    CanvasField("short", "3  First changes", "What must change before that?"),
    CanvasField("long", "3  Later changes", "What must change before the goal?"),
    CanvasField("impact", "2  The goal", "What will be different in people's lives in the end?"),
)
_AROUND = (
    CanvasField("partners", "6  Who", "Who is it for? Who works together, and who decides?"),
    CanvasField("assets", "7  What is strong here", "What can we build on?"),
    CanvasField("assumptions", "8  What must be true", "What do we take for granted?"),
    CanvasField(
        "risks", "9  What could stop it", "What is beyond our control? Whom could it harm?"
    ),
    CanvasField(
        "indicators", "10  How we would know", "What would we see, and what do we know already?"
    ),
)


def canvas_sheet() -> Scene:
    """Return the blank canvas: the pathway from left to right, and what surrounds it below."""
    top = MARGIN + 62
    bottom_row = 205.0
    pathway_height = HEIGHT - top - bottom_row - GAP - MARGIN - 22
    below = top + pathway_height + GAP
    return Scene(
        width=WIDTH,
        height=HEIGHT,
        page="A3",
        title=f"A blank canvas for a {TITLE.lower()}",
        description="Fields to fill in with a group, from the goal backwards to what you do.",
        groups=(
            canvas_head(TITLE, "Start at the right, with the goal, and work backwards."),
            *fields_in_a_row(_PATHWAY, top, pathway_height),
            *fields_in_a_row(_AROUND, below, bottom_row),
            canvas_foot(
                "Numbers give the order of the questions. One thing on each note; draw an "
                "arrow where one leads to another, and write why beside it."
            ),
        ),
    )


def canvas_head(title: str, advice: str) -> SceneGroup:
    """Return the head of a canvas: its title, and lines for what it is about and when."""
    items, _ = stack(
        [SheetWords(title, 24, bold=True), SheetWords(advice, 13, colour=MUTED)],
        Bounds(x=MARGIN, y=MARGIN - 6, width=470, height=60),
        gap=2,
    )
    labels = (("Of", 540.0, 300.0), ("Date", 880.0, 110.0), ("Sheet", 1040.0, 122.55))
    for label, x, width in labels:
        words, _ = stack([SheetWords(label, colour=MUTED)], Bounds(x=x, y=40, width=50, height=20))
        rule = Path(commands=line(((x + 40, 54), (x + width, 54))), stroke=INK, stroke_width=0.75)
        items = [*items, *words, rule]
    return SceneGroup(id="title", role="title", items=tuple(items))


def canvas_foot(words: str) -> SceneGroup:
    """Return the line of advice at the foot of a canvas."""
    place = Bounds(x=MARGIN, y=HEIGHT - MARGIN - 12, width=WIDTH - 2 * MARGIN, height=20)
    items, _ = stack([SheetWords(words, colour=MUTED)], place)
    return SceneGroup(id="note", role="note", items=tuple(items))


def fields_in_a_row(fields: tuple[CanvasField, ...], y: float, height: float) -> list[SceneGroup]:
    """Return fields beside each other, across the sheet."""
    width = (WIDTH - 2 * MARGIN - GAP * (len(fields) - 1)) / len(fields)
    return [
        draw_field(field, Bounds(x=MARGIN + place * (width + GAP), y=y, width=width, height=height))
        for place, field in enumerate(fields)
    ]


def draw_field(field: CanvasField, place: Bounds) -> SceneGroup:
    """Return one field with its heading and its question; the rest of it is free."""
    colours = tone(field.id, ())
    words = [
        SheetWords(field.heading, 15, bold=True, colour=colours.dark),
        SheetWords(field.question, 12.5),
        SheetWords(field.about, colour=MUTED),
    ]
    items, _ = stack(words, inside(place, 10), gap=3)
    return SceneGroup(
        id=f"field-{field.id}",
        role="box",
        kind=field.id,
        title=field.heading,
        description=f"{field.question} {field.about}".strip(),
        items=(field_outline(place, colours), *items),
        bounds=place,
    )
