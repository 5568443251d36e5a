"""Sheets of paper and the sizes of text and gaps that go with them."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import evolve, frozen

from tocmodel.diagnostics import TocModelError, listed

INFINITE = 1e9
PAPER_SIZES: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "A4": (841.89, 595.28),
        "A3": (1190.55, 841.89),
        "A2": (1683.78, 1190.55),
        "A1": (2383.94, 1683.78),
        "A0": (3370.39, 2383.94),
    }
)
"""The longer and the shorter side of each sheet of paper, in points."""
_UPRIGHT = 0.4
"""What it costs to turn a sheet: screens and most documents are wide."""


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
        lane_side: the width of lane names beside the lanes.
        tight: boxes get the width they need rather than all the same.
        turns: whether it may be used upright too, as paper can.
        change_signs: in a picture of differences, changes of boxes are signs and not words.
        key_apart: the key is on a page of its own.
        cost: how many crossings of arrows it is worth to use a better sheet instead.
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
    turns: bool = True
    change_signs: bool = False
    key_apart: bool = False
    lane_side: float = 92.0
    margin: float = 24.0
    pad: float = 9.0
    """From a box to the edge of its band."""
    cost: float = 0.0

    def box_width(self, slots: int, *, taken: float) -> float:
        """Return the width of boxes with a number of them side by side; 0 if too narrow.

        ``taken`` is the room needed beside and between them.
        """
        room = self.width - 2 * self.margin - 2 * self.pad - taken
        width = min(self.widest, room / slots) // 2 * 2
        return width if width >= self.narrowest else 0.0

    def upright(self) -> "Sheet":
        """Return the same sheet, upright."""
        if self.height > self.width:
            return self
        return evolve(
            self,
            page=f"{self.page} portrait",
            width=self.height,
            height=self.width,
            cost=self.cost + _UPRIGHT,
        )


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
    text=9.5,
    gap=21,
    narrowest=62,
    widest=190,
    space=5,
    above=3.5,
    tight=True,
    lane_side=64,
    margin=14,
    pad=5,
    cost=0.9,
)
A4_DENSE = evolve(
    A4_TIGHT,
    title=13,
    text=9,
    narrowest=56,
    space=4,
    above=2.5,
    margin=12,
    pad=4,
    cost=1.4,
)
"""For the most words on the smallest paper."""
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
    cost=2.1,
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
    cost=2.6,
)
A3_TIGHT = evolve(
    A3,
    title=16,
    heading=9.5,
    text=9.5,
    gap=25,
    narrowest=66,
    widest=190,
    space=6,
    above=4,
    tight=True,
    lane_side=70,
    margin=16,
    pad=6,
    cost=3,
)
A3_DENSE = evolve(A3_TIGHT, text=9, narrowest=60, space=5, above=3, pad=5, cost=3.4)
SLIDE = Sheet(
    page="slide",
    width=960,
    height=540,
    title=22,
    heading=13,
    text=12,
    small=12,
    gap=50,
    narrowest=104,
    widest=190,
    turns=False,
)
SLIDE_TIGHT = evolve(
    SLIDE,
    title=18,
    heading=12,
    gap=32,
    narrowest=70,
    widest=220,
    space=8,
    above=5,
    tight=True,
    lane_side=80,
    margin=18,
    pad=6,
    cost=1,
)
SLIDE_LOW = evolve(SLIDE_TIGHT, gap=56, narrowest=62, space=5, above=3, margin=12, pad=4, cost=1.5)
"""For many boxes one above the other, with room for words beside the arrows."""
SLIDE_DENSE = evolve(SLIDE_LOW, gap=24, cost=2)
SLIDES = (SLIDE, SLIDE_TIGHT, SLIDE_LOW, SLIDE_DENSE)
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

PAPER_PAGES = tuple(PAPER_SIZES)
"""The pages that a table can be made for."""

PAGES = (*PAPER_PAGES, "slide")
"""The pages that a picture can be made for."""

TILES = ("A4", "A3")
"""The sheets of office printers, which a poster can be glued together from."""

POSTERS = ("A2", "A1", "A0")
"""The pages that a picture fills: it is drawn as large as they have room for."""


Turns = tuple[tuple[tuple[Sheet, ...], ...], ...]
"""Sheets to try: in turns, by size of paper, the roomiest first."""


def sheets_for(page: str | None) -> Turns:
    """Return the sheets to try before the endless one: in turns, and by size of paper.

    A picture goes on a sheet of a later turn only if it does not fit any of an earlier one. Within
    a turn, what it costs decides.

    Raises:
        TocModelError: there is no such page.

    >>> [[[sheet.page for sheet in size] for size in turn] for turn in sheets_for("A4")]
    [[['A4', 'A4', 'A4']], [['A3', 'A3', 'A3', 'A3']]]
    >>> [[[sheet.page for sheet in size] for size in turn] for turn in sheets_for(None)]
    [[['A4', 'A4', 'A4'], ['A3', 'A3', 'A3', 'A3']]]
    >>> [sheet.page for turn in sheets_for("A1")[1:] for size in turn for sheet in size]
    ['A2', 'A2', 'A2', 'A2', 'A1', 'A1', 'A1', 'A1']
    """
    require_page(page)
    a4, a3 = (A4, A4_TIGHT, A4_DENSE), (A3_ROOMY, A3, A3_TIGHT, A3_DENSE)
    usual: Turns = ((a4, a3),)
    turns: dict[str | None, Turns] = {
        None: usual,
        "A4": ((a4,), (a3,)),
        "A3": ((a3,),),
        "slide": ((SLIDES,),),
    }
    if page not in POSTERS:
        return turns[page]
    larger = POSTERS[: POSTERS.index(page) + 1]
    return (*usual, *((tuple(_as_large_as(name, sheet) for sheet in a3),) for name in larger))


def _as_large_as(page: str, sheet: Sheet) -> Sheet:
    """Return a sheet of another size with the same words and gaps."""
    width, height = PAPER_SIZES[page]
    return evolve(sheet, page=page, width=width, height=height)


def fits_a2(width: float, height: float) -> bool:
    """Whether a picture of this size can be printed on A2, in points.

    >>> fits_a2(1100, 1600), fits_a2(1600, 1100), fits_a2(1600, 1600)
    (True, True, False)
    """
    long, short = PAPER_SIZES["A2"]
    return min(width, height) <= short and max(width, height) <= long


def require_page(page: str | None, pages: tuple[str, ...] = PAGES) -> None:
    """Check that there are sheets for a page.

    Args:
        page: the page; ``None`` for any.
        pages: the pages there are.

    Raises:
        TocModelError: there is no such page.
    """
    if page is not None and page not in pages:
        raise TocModelError(f"no page '{page}': choose {listed(pages)}")
