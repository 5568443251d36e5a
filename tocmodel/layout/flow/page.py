"""Sizes of the page around the frame: headings, names of lanes, and the area above them."""

from attrs import frozen

from tocmodel.diagram.model import Column, Diagram
from tocmodel.layout.flow import headings
from tocmodel.layout.flow.frame import Frame
from tocmodel.layout.flow.lanes import lane_lines
from tocmodel.layout.sheet import Sheet
from tocmodel.layout.text import LEADING

NARROWEST = 380.0
"""The least width of a picture: its title needs room."""


@frozen(kw_only=True)
class PageLayout:
    """Sizes of the page around the frame.

    Attributes:
        columns: those with boxes, in reading order.
        heading: the height of the headings, or their width beside rows.
        lane_head: the width of the names of lanes, or their height above rows.
        left: where the frame starts on the page.
        above: from the end of the title to where the frame starts.
        width: of the whole page.
    """

    columns: tuple[Column, ...]
    heading: float
    lane_head: float
    left: float
    above: float
    width: float


def make_page_layout(diagram: Diagram, frame: Frame, sheet: Sheet) -> PageLayout:
    """Work out the sizes of the page around a frame."""
    known = {column.id: column for column in diagram.columns}
    # A box may name a column that the diagram does not list: it still gets a heading.
    columns = tuple(known.get(id_, Column(id=id_, title=id_.capitalize())) for id_ in frame.bands)
    return (
        _beside(diagram, columns, frame, sheet)
        if frame.down
        else _above(diagram, columns, frame, sheet)
    )


def _above(diagram: Diagram, columns: tuple[Column, ...], frame: Frame, sheet: Sheet) -> PageLayout:
    """Headings above their columns, and names of lanes beside them."""
    widths = {id_: end - start for id_, (start, end) in frame.bands.items()}
    heading = headings.heading_height(headings.heading_lines(columns, widths, sheet), sheet)
    lane_head = sheet.lane_side if diagram.lanes else 0.0
    left = sheet.margin + (lane_head + 8 if lane_head else 0) - frame.along[0]
    return PageLayout(
        columns=columns,
        heading=heading,
        lane_head=lane_head,
        left=left,
        above=(8 if sheet.tight else 12) + heading + 5 - frame.across[0],
        width=max(left + frame.along[1] + sheet.margin, NARROWEST),
    )


def _beside(
    diagram: Diagram, columns: tuple[Column, ...], frame: Frame, sheet: Sheet
) -> PageLayout:
    """Headings beside their rows, and names of lanes above them."""
    counts = [
        len(lane_lines(diagram, sheet, end - start - 16)[index])
        for index, (start, end) in enumerate(frame.lanes)
    ]
    lane_head = max(counts, default=0) * sheet.heading * LEADING + (10 if counts else 0)
    heading = headings.HEADING_SIDE if any(headings.heading_words(columns).values()) else 0.0
    left = sheet.margin + heading + 5 - frame.across[0]
    return PageLayout(
        columns=columns,
        heading=heading,
        lane_head=lane_head,
        left=left,
        above=12 + (lane_head + 5 if lane_head else 0) - frame.along[0],
        width=max(left + frame.across[1] + sheet.margin, NARROWEST),
    )
