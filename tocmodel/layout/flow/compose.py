"""Everything on the page: an arranged diagram becomes a scene."""

from collections.abc import Mapping

from attrs import frozen

from tocmodel.diagram.model import Diagram
from tocmodel.layout.flow import headings
from tocmodel.layout.flow.ceiling import ceiling_height, ceiling_of, draw_ceiling
from tocmodel.layout.flow.clusters import draw_cluster_names, draw_clusters
from tocmodel.layout.flow.constraints import GroupPath, Plan
from tocmodel.layout.flow.frame import Frame, make_frame
from tocmodel.layout.flow.lanes import draw_lanes
from tocmodel.layout.flow.order import Arrangement
from tocmodel.layout.flow.page import PageLayout, make_page_layout
from tocmodel.layout.flow.ports import Ports, Router, find_ports
from tocmodel.layout.flow.routes import draw_arrows
from tocmodel.layout.flow.slots import Slots
from tocmodel.layout.flow.tracks import Tracks, find_tracks
from tocmodel.layout.scene import Scene, SceneGroup
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.symbols.boxes import SizedBox
from tocmodel.layout.symbols.whole import draw_boxes, draw_foot, finish_scene, room_above_foot
from tocmodel.layout.titles import draw_title


@frozen(kw_only=True)
class Arranged:
    """A diagram whose boxes have sizes and places across, before it is on a page.

    Attributes:
        diagram, slots, sheet: what is drawn, and where to.
        boxes: with their words wrapped, by id.
        plan: what the engine arranged.
        arrangement: its places.
        titles: the words of each cluster.
        heads: the room for them.
    """

    diagram: Diagram
    slots: Slots
    sheet: Sheet
    boxes: Mapping[str, SizedBox]
    plan: Plan
    arrangement: Arrangement
    titles: Mapping[GroupPath, tuple[str, ...]]
    heads: Mapping[GroupPath, int]


@frozen(kw_only=True)
class Routed:
    """An arranged diagram with a frame, and its arrows with ports and tracks."""

    arranged: Arranged
    title: SceneGroup
    page: PageLayout
    router: Router
    ports: Ports
    tracks: Tracks


def route(arranged: Arranged) -> Routed | None:
    """Put an arranged diagram on its page, and route its arrows; nothing if it is too wide."""
    diagram, sheet, plan = arranged.diagram, arranged.sheet, arranged.plan
    slots, boxes = arranged.slots, arranged.boxes
    frame = make_frame(diagram, plan, arranged.arrangement, boxes, slots, arranged.heads, sheet)
    page = make_page_layout(diagram, frame, sheet)
    if page.width > sheet.width:
        return None
    title, title_height = draw_title(
        diagram, sheet.margin, sheet.margin, page.width - 2 * sheet.margin, sheet
    )
    frame = frame.moved((page.left, 0.0))
    above = page.above + ceiling_height(diagram, frame, sheet, title)
    frame = frame.moved((page.left, sheet.margin + title_height + above))
    places = {id_: frame.box(boxes[id_], plan.keys[id_], slots.of[id_]) for id_ in boxes}
    router = Router(frame=frame, plan=plan, slots=slots, boxes=places, sheet=sheet)
    ports = find_ports(router)
    return Routed(
        arranged=arranged,
        title=title,
        page=page,
        router=router,
        ports=ports,
        tracks=find_tracks(router, ports),
    )


def bottom_of(routed: Routed) -> float:
    """Return where the columns of a picture end on its page."""
    frame, sheet = routed.router.frame, routed.arranged.sheet
    return frame.at(frame.along[1], frame.across[1])[1] + room_above_foot(sheet)


def excess(routed: Routed) -> float:
    """Return how much higher a picture is than its page; zero or less if it fits."""
    sheet = routed.arranged.sheet
    if not sheet.page:
        return 0.0
    _, end = draw_foot(routed.arranged.diagram, bottom_of(routed), routed.page.width, sheet)
    return end + sheet.margin * 0.7 - sheet.height


def compose(routed: Routed) -> Scene | None:
    """Draw everything; nothing if the page is too low for it."""
    arranged, page, router = routed.arranged, routed.page, routed.router
    diagram, sheet, frame = arranged.diagram, arranged.sheet, router.frame
    ceiling = draw_ceiling(diagram, frame, page.heading, sheet)
    arrows, diagram = draw_arrows(diagram, router, routed.ports, routed.tracks)
    body: list[SceneGroup] = [
        routed.title,
        *headings.draw_bands(diagram, page.columns, frame, page.heading, sheet),
        *_lanes(diagram, frame, page, sheet),
        *ceiling,
        *draw_clusters(frame, arranged.titles, ceiling_of(diagram, frame)),
        *arrows,
        *draw_boxes(diagram, arranged.boxes, router.boxes, sheet),
        *draw_cluster_names(
            frame, arranged.titles, (*ceiling, *arrows), router.boxes.values(), sheet
        ),
    ]
    return finish_scene(diagram, body, bottom_of(routed), page.width, sheet)


def _lanes(
    diagram: Diagram, frame: Frame, page: PageLayout, sheet: Sheet
) -> tuple[SceneGroup, ...]:
    if not frame.lanes:
        return ()
    gap = 5.0 if frame.down else 8.0
    start = frame.along[0]
    return draw_lanes(diagram, frame, (start - gap - page.lane_head, start - gap), sheet)
