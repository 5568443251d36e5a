"""The sheets that a map is tried on, the smallest first."""

from collections.abc import Iterator

from attrs import evolve

from tocmodel.layout.sheet import INFINITE, Sheet, Turns

A4 = Sheet(
    page="A4",
    width=841.89,
    height=595.28,
    title=14,
    heading=10,
    text=9,
    small=9,
    gap=17,
    narrowest=60,
    widest=116,
    space=15,
    above=4.5,
    margin=16,
)
A3 = evolve(A4, page="A3", width=1190.55, height=841.89, title=17)
A3_SMALL = evolve(A3, text=8.5, small=8.5, above=4, gap=15, space=13)
A2 = evolve(A4, page="A2", width=1683.78, height=1190.55, title=22, margin=22)
A2_LARGE = evolve(A2, text=11, small=10.5, heading=12, widest=140, above=5.5, gap=20, space=18)
A2_DENSE = evolve(A2, above=4, gap=16, space=14, margin=16)
A1 = evolve(A2, page="A1", width=2383.94, height=1683.78, title=28)
A0 = evolve(A2, page="A0", width=3370.39, height=2383.94, title=36)
ENDLESS = evolve(A0, page="", width=INFINITE, height=INFINITE)

POSTERS = (A4, A3, A3_SMALL, A2_LARGE, A2, A2_DENSE, A1, A0)


def sheets_to_try(turns: Turns) -> Iterator[Sheet]:
    """Yield the sheets for a map: those asked for, in the sizes of maps, and then larger ones.

    Args:
        turns: the sheets for a picture in columns, in turns; their pages are what is asked for.
    """
    asked = [sheet for turn in turns for size in turn for sheet in size]
    pages = dict.fromkeys(sheet.page for sheet in asked)
    if "slide" in pages:
        yield from (evolve(sheet, gap=16, space=14, widest=150) for sheet in asked)
        return
    smallest = min((sheet.width for sheet in asked), default=0.0)
    yield from (sheet for sheet in POSTERS if sheet.width >= smallest)
