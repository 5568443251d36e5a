"""Sheets of paper and the sizes of text and gaps that go with them."""

from attrs import evolve, frozen

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
    margin: float = 24.0
    pad: float = 9.0
    """From a box to the edge of the band it stands in."""

    def box_width(self, slots: int, *, taken: float = 0.0) -> float:
        """Return how wide boxes may be with so many of them side by side; 0 if too narrow."""
        room = self.width - 2 * self.margin - 2 * self.pad - taken - (slots - 1) * self.gap
        width = min(self.widest, room / slots) // 2 * 2
        return width if width >= self.narrowest else 0.0

    def upright(self) -> "Sheet":
        """Return the same sheet turned."""
        return evolve(self, page=f"{self.page} portrait", width=self.height, height=self.width)


SHEETS = (
    Sheet(
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
    ),
    Sheet(
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
    ),
    Sheet(
        page="A3",
        width=1190.55,
        height=841.89,
        title=19,
        heading=10.5,
        text=9.5,
        small=9,
        gap=32,
        narrowest=82,
        widest=150,
        space=12,
    ),
    Sheet(
        page="A3",
        width=1190.55,
        height=841.89,
        title=16,
        heading=9.5,
        text=9,
        small=9,
        gap=26,
        narrowest=70,
        widest=190,
        space=7,
        margin=18,
        pad=7,
    ),
    Sheet(
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
    ),
)
"""The sheets that are tried in turn; the last one holds any picture."""
