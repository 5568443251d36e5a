"""Sheets of paper and the sizes of text and gaps that go with them."""

from attrs import evolve

from tocmodel.diagnostics import TocModelError
from tocmodel.values import frozen

INFINITE = 1e9


@frozen(kw_only=True)
class Sheet:
    """One size of page, all lengths in points.

    Attributes:
        page: its name, empty for a page as large as the picture needs.
        width, height: of the page.
        title, heading, text, small: sizes of text; ``small`` is for badges, legend and note.
        gap: between the boxes of two columns; the arrows bend there.
        narrowest, widest: how wide boxes may be.
        space: between two boxes in a column.
        above: from the outline of a box to its words.
        lane_side: how wide the names of lanes are when they stand beside them.
        tight: squeeze: boxes get the width they need rather than all the same.
    """

    page: str
    width: float
    height: float
    title: float
    heading: float
    text: float
    small: float
    gap: float
    narrowest: float
    widest: float
    space: float = 14.0
    above: float = 7.0
    tight: bool = False
    lane_side: float = 92.0
    margin: float = 24.0
    pad: float = 9.0
    """From a box to the edge of the band it stands in."""

    def box_width(self, slots: int, *, taken: float) -> float:
        """Return how wide boxes may be with so many of them side by side; 0 if too narrow.

        ``taken`` is the room for what stands beside and between them.
        """
        room = self.width - 2 * self.margin - 2 * self.pad - taken
        width = min(self.widest, room / slots) // 2 * 2
        return width if width >= self.narrowest else 0.0

    def upright(self) -> "Sheet":
        """Return the same sheet turned."""
        return evolve(self, page=f"{self.page} portrait", width=self.height, height=self.width)


A4 = Sheet(
    page="A4",
    width=841.89,
    height=595.28,
    title=16,
    heading=10.5,
    text=9.5,
    small=9,
    gap=36,
    narrowest=98,
    widest=140,
    space=12,
)
A4_TIGHT = evolve(
    A4,
    title=14,
    heading=9,
    text=9,
    gap=21,
    narrowest=62,
    widest=190,
    space=5,
    above=3.5,
    tight=True,
    lane_side=64,
    margin=14,
    pad=5,
)
A3_ROOMY = Sheet(
    page="A3",
    width=1190.55,
    height=841.89,
    title=20,
    heading=12,
    text=11,
    small=9.5,
    gap=46,
    narrowest=112,
    widest=156,
    space=16,
)
A3 = evolve(
    A3_ROOMY,
    title=19,
    heading=10.5,
    text=9.5,
    small=9,
    gap=32,
    narrowest=82,
    widest=150,
    space=12,
)
A3_TIGHT = evolve(
    A3,
    title=16,
    heading=9.5,
    text=9,
    gap=25,
    narrowest=66,
    widest=190,
    space=6,
    above=4,
    tight=True,
    lane_side=70,
    margin=16,
    pad=6,
)
ENDLESS = Sheet(
    page="",
    width=INFINITE,
    height=INFINITE,
    title=24,
    heading=13,
    text=11,
    small=9.5,
    gap=64,
    narrowest=0,
    widest=150,
)
"""As large as the picture needs."""


def sheets_for(page: str | None) -> tuple[tuple[Sheet, ...], ...]:
    """Return the sheets to try before the endless one, in turns.

    A picture goes on a later sheet only when it fits none of an earlier turn in any way.

    Raises:
        TocModelError: there is no such page.

    >>> [[sheet.page for sheet in turn] for turn in sheets_for("A4")]
    [['A4', 'A4'], ['A3', 'A3', 'A3']]
    """
    require_page(page)
    a3 = (A3_ROOMY, A3, A3_TIGHT)
    turns = {None: ((A4, *a3),), "A4": ((A4, A4_TIGHT), a3), "A3": (a3,)}
    return turns[page]


def require_page(page: str | None) -> None:
    """Make sure that a page is one for which there are sheets.

    Raises:
        TocModelError: there is no such page.
    """
    if page not in {None, "A4", "A3"}:
        raise TocModelError(f"no page '{page}': choose A4 or A3")
