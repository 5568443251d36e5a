"""Diagram to scene: measure, let the engine arrange, and put everything on the page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import ceil

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.parts import Diagram
from tocmodel.layout import furniture, headings
from tocmodel.layout.arrange import Arrangement, Room, Solve, arrange, spans
from tocmodel.layout.boxes import LOWEST, SizedBox, draw_box, size_box
from tocmodel.layout.engines import find_engine, positions
from tocmodel.layout.frame import Frame, make_frame
from tocmodel.layout.gaps import find_gaps
from tocmodel.layout.legend import draw_legend
from tocmodel.layout.lettering import Lettering, lettered
from tocmodel.layout.outlines import outlined
from tocmodel.layout.page import NARROWEST, Page, make_page
from tocmodel.layout.palette import tone
from tocmodel.layout.plan import Group as GroupPath
from tocmodel.layout.plan import Plan, make_plan
from tocmodel.layout.ports import Router
from tocmodel.layout.routes import route
from tocmodel.layout.scene import Bounds, Group, Scene
from tocmodel.layout.sheet import A4, ENDLESS, Sheet, sheets_for
from tocmodel.layout.slots import Slots, find_slots
from tocmodel.layout.text import LEADING
from tocmodel.layout.typefaces import Typeface
from tocmodel.layout.widths import slot_widths

MOST_BOXES = 400
MOST_ARROWS = 1500
_SHRINKING = (1.0, 0.84, 0.7, 0.56)
"""The widths of boxes that are tried in a picture that reads downwards."""
_WIDTH_BESIDE = 132.0
_WORTH_TRYING = 40
"""A picture of more boxes is not squeezed on to a sheet by sharing out its columns otherwise."""


def layout(
    diagram: Diagram,
    engine: str | None = None,
    *,
    time_limit: float = 30.0,
    page: str | None = None,
    typefaces: Sequence[Typeface] = (),
) -> Scene:
    """Place a diagram on a page.

    Args:
        diagram: what to draw.
        engine: ``graphviz-pure``, ``pygraphviz`` or ``dot``; without it, the first one installed.
        time_limit: the most seconds that the engine may take each time it is asked.
        page: ``A4`` or ``A3`` for that sheet if the picture fits it at all, else the next larger
            one; without it, the smaller of both on which the picture has room.
        typefaces: fonts that draw what they have; the bundled font draws the rest.

    Raises:
        TocModelError: there is no engine, it failed or took too long, or the diagram is larger
            than a picture can be.
    """
    sheets = sheets_for(page)
    _refuse_too_much(diagram)
    lettering = Lettering(typefaces=tuple(typefaces), language=diagram.language)
    with lettered(lettering):
        return outlined(_place(diagram, engine, sheets, time_limit), lettering)


def _place(
    diagram: Diagram,
    engine: str | None,
    sheets: tuple[tuple[Sheet, ...], ...],
    time_limit: float,
) -> Scene:
    if not diagram.boxes:
        return _compose_empty(diagram)
    chosen = find_engine(engine)

    def solve(dot: str, nodes: int) -> Mapping[str, tuple[float, float]]:
        return positions(chosen, dot, nodes=nodes, time_limit=time_limit)

    for slots, sheet, narrower in _attempts(diagram, sheets):
        roomy = furniture.with_room_for_lanes(diagram, sheet)
        scene = _try_sheet(diagram, slots, roomy, solve, narrower)
        if scene is not None:
            return scene
    raise TocModelError("this view is larger than a picture can be: draw a smaller one")


def _attempts(
    diagram: Diagram, sheets: tuple[tuple[Sheet, ...], ...]
) -> Iterator[tuple[Slots, Sheet, float]]:
    """What to try in turn until the picture fits: sheets, shares of slots, widths of boxes."""
    first, *others = find_slots(diagram)
    widths = _SHRINKING if diagram.top_to_bottom else (1.0,)
    for turn in sheets:
        yield from ((first, sheet, width) for sheet in turn for width in widths)
        if len(diagram.boxes) > _WORTH_TRYING:
            continue
        upright = [sheet.upright() for sheet in turn]
        yield from ((slots, sheet, w) for slots in others for sheet in turn for w in widths)
        yield from (
            (slots, sheet, w) for slots in (first, *others) for sheet in upright for w in widths
        )
    yield first, ENDLESS, 1.0


def _refuse_too_much(diagram: Diagram) -> None:
    boxes, arrows = len(diagram.boxes), len(diagram.arrows)
    if boxes <= MOST_BOXES and arrows <= MOST_ARROWS:
        return
    raise TocModelError(
        f"this view has {boxes} boxes and {arrows} arrows, and a picture can hold "
        f"{MOST_BOXES} and {MOST_ARROWS}: focus on one element, collapse groups, or show fewer "
        "sections"
    )


def _try_sheet(
    diagram: Diagram, slots: Slots, sheet: Sheet, solve: Solve, narrower: float
) -> Scene | None:
    """Return the scene on a sheet, or nothing when it is too small."""
    if _is_too_full(diagram, slots, sheet):
        return None
    down = diagram.top_to_bottom
    gaps = find_gaps(diagram, slots, sheet)
    if down:
        width = _width_beside(diagram, slots, sheet, narrower)
        widths = (width,) * slots.count if width else ()
    else:
        taken = sheet.lane_side + 8 if diagram.lanes else 0.0
        widths = slot_widths(diagram, slots, sheet, taken=taken + sum(gaps))
    if not widths:
        return None
    boxes = {box.id: size_box(box, widths[slots.of[box.id]], sheet) for box in diagram.boxes}
    plan = make_plan(diagram, boxes, slots, gaps, sheet)
    if _is_hopeless(plan, sheet, down=down):
        return None
    titles = _cluster_words(diagram, plan, widths, sheet)
    room = _room(diagram, titles, max(widths), sheet)
    arrangement = arrange(plan, room, solve)
    return _compose(diagram, slots, boxes, plan, arrangement, titles, sheet)


def _width_beside(diagram: Diagram, slots: Slots, sheet: Sheet, narrower: float) -> float:
    """How wide boxes may be in rows: as many side by side as the fullest row of each lane has.

    Rows are often longer than that, as boxes stand below what leads to them: ``narrower`` leaves
    room for it.
    """
    if not sheet.page:
        return _WIDTH_BESIDE if narrower == 1.0 else 0.0
    rows: dict[str, dict[int, int]] = {}
    for box in diagram.boxes:
        row = rows.setdefault(box.lane if diagram.lanes else "", {})
        row[slots.of[box.id]] = row.get(slots.of[box.id], 0) + 1
    most = sum(max(row.values()) for row in rows.values())
    room = sheet.width - 2 * sheet.margin - headings.HEADING_SIDE - 20
    width = (room / most * narrower - sheet.space - 4) // 2 * 2
    return min(width, sheet.widest) if width >= sheet.narrowest else 0.0


def _is_too_full(diagram: Diagram, slots: Slots, sheet: Sheet) -> bool:
    """Whether one slot has more boxes than could stand in it however little they said."""
    if diagram.top_to_bottom:
        return False
    most = max(Counter(slots.of[box.id] for box in diagram.boxes).values())
    return most * (LOWEST + sheet.space) > sheet.height - 2 * sheet.margin


def _is_hopeless(plan: Plan, sheet: Sheet, *, down: bool) -> bool:
    """Whether one slot alone is longer than the page: then the engine need not be asked."""
    lengths: dict[int, int] = {}
    for item in plan.items:
        lengths[item.slot] = lengths.get(item.slot, 0) + item.size
    return max(lengths.values()) > (sheet.width if down else sheet.height) - 2 * sheet.margin


def _cluster_words(
    diagram: Diagram, plan: Plan, widths: Sequence[float], sheet: Sheet
) -> dict[GroupPath, tuple[str, ...]]:
    room = {
        group: (widths[first] if diagram.top_to_bottom else sum(widths[first : last + 1])) - 8
        for group, (first, last) in spans(plan.items).items()
        if " cluster " in group[-1]
    }
    return furniture.cluster_titles(diagram, room, sheet)


def _head_height(lines: tuple[str, ...], sheet: Sheet) -> int:
    return 2 * ceil((len(lines) * sheet.small * LEADING + 8) / 2)


def _room(
    diagram: Diagram, titles: Mapping[GroupPath, tuple[str, ...]], width: float, sheet: Sheet
) -> Room:
    down = diagram.top_to_bottom
    heads = {group: 10 if down else _head_height(lines, sheet) for group, lines in titles.items()}
    side = sheet.lane_side - 12
    names = furniture.lane_lines(diagram, sheet, side)
    lanes = tuple(
        int(width) if down else 2 * ceil((len(lines) * sheet.heading * LEADING + 8) / 2)
        for lines in names
    )
    if sheet.tight:
        return Room(titles=heads, lanes=lanes, between_lanes=6, after=6)
    return Room(titles=heads, lanes=lanes)


def _compose(
    diagram: Diagram,
    slots: Slots,
    boxes: Mapping[str, SizedBox],
    plan: Plan,
    arrangement: Arrangement,
    titles: Mapping[GroupPath, tuple[str, ...]],
    sheet: Sheet,
) -> Scene | None:
    heads = {group: _head_height(lines, sheet) for group, lines in titles.items()}
    frame = make_frame(diagram, plan, arrangement, boxes, slots, heads, sheet)
    page = make_page(diagram, frame, sheet)
    if page.width > sheet.width:
        return None
    title, title_height = furniture.draw_title(
        diagram, sheet.margin, sheet.margin, page.width - 2 * sheet.margin, sheet
    )
    frame = frame.moved((page.left, 0.0))
    above = page.above + furniture.ceiling_height(diagram, frame, sheet, title)
    frame = frame.moved((page.left, sheet.margin + title_height + above))
    places = {id_: frame.box(boxes[id_], plan.keys[id_], slots.of[id_]) for id_ in boxes}
    router = Router(frame=frame, plan=plan, slots=slots, boxes=places, sheet=sheet)
    frames, names = furniture.draw_clusters(frame, titles, sheet)
    body: list[Group] = [
        title,
        *headings.draw_bands(diagram, page.columns, frame, page.heading, sheet),
        *_lanes(diagram, frame, page, sheet),
        *furniture.draw_ceiling(diagram, frame, page.heading, sheet),
        *frames,
        *route(router),
        *_boxes(diagram, boxes, places, sheet),
        *names,
    ]
    bottom = frame.at(frame.along[1], frame.across[1])[1] + (10 if sheet.tight else 16)
    return _finish(diagram, body, bottom, page.width, sheet)


def _lanes(diagram: Diagram, frame: Frame, page: Page, sheet: Sheet) -> tuple[Group, ...]:
    if not frame.lanes:
        return ()
    gap = 5.0 if frame.down else 8.0
    start = frame.along[0]
    return furniture.draw_lanes(diagram, frame, (start - gap - page.lane_head, start - gap), sheet)


def _boxes(
    diagram: Diagram,
    boxes: Mapping[str, SizedBox],
    places: Mapping[str, Bounds],
    sheet: Sheet,
) -> list[Group]:
    return [
        draw_box(
            boxes[box.id],
            places[box.id],
            tone(box.colour or box.column, diagram.colours),
            sheet,
            kind_word=box.kind.replace("_", " ").replace("-", " ").capitalize(),
        )
        for box in diagram.boxes
    ]


def _finish(
    diagram: Diagram, body: list[Group], bottom: float, width: float, sheet: Sheet
) -> Scene | None:
    """Add legend and note, and see whether the page is high enough."""
    inner = width - 2 * sheet.margin
    legend, high = draw_legend(diagram, sheet.margin, bottom, inner, sheet)
    bottom += high + 10 if high else 0.0
    note, high = furniture.draw_note(diagram, sheet.margin, bottom, inner, sheet)
    bottom += high
    height = bottom + sheet.margin * 0.7
    if height > sheet.height:
        return None
    return Scene(
        width=round(width, 2),
        height=round(height, 2),
        page=sheet.page,
        title=diagram.title,
        description=diagram.description,
        language=diagram.language,
        date=diagram.date,
        groups=(*body, *legend, *note),
    )


def _compose_empty(diagram: Diagram) -> Scene:
    """A view that shows nothing still has its title and its note."""
    sheet = A4
    title, high = furniture.draw_title(
        diagram, sheet.margin, sheet.margin, NARROWEST - 2 * sheet.margin, sheet
    )
    scene = _finish(diagram, [title], sheet.margin + high + 16, NARROWEST, sheet)
    if scene is None:
        raise TocModelError("the title of this view is longer than a page")
    return scene
