"""A poster of several sheets: nothing is lost, neighbours overlap, each sheet has its place."""

import io
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from tocmodel.drawing import draw
from tocmodel.layout.sheet import TILES
from tocmodel.model import TheoryOfChange
from tocmodel.render.tiles import OVERLAP, tiling

LENGTHS = st.floats(60, 6000)


@given(width=LENGTHS, height=LENGTHS, sheet=st.sampled_from(TILES))
def test_every_point_of_a_picture_is_on_a_sheet_and_neighbours_overlap(
    width: float, height: float, sheet: str
) -> None:
    found = tiling(width, height, sheet)
    top = [tile.area for tile in found.tiles if tile.row == 1]
    left = [tile.area for tile in found.tiles if tile.column == 1]
    assert (len(found.tiles), len(top), len(left)) == (
        found.rows * found.columns,
        found.columns,
        found.rows,
    )
    assert (top[0].x, left[0].y) == (0, 0)
    assert top[-1].right == pytest.approx(width)
    assert left[-1].bottom == pytest.approx(height)
    shared = [one.right - other.x for one, other in pairwise(top)]
    shared += [one.bottom - other.y for one, other in pairwise(left)]
    assert all(length >= OVERLAP - 0.05 for length in shared)


def wide(number: int) -> TheoryOfChange:
    return TheoryOfChange(
        title="A long story",
        outcomes={f"o{n}": {"title": f"Change {n}"} for n in range(number)},
        links=[f"o{n} -> o{n + 1}" for n in range(number - 1)],
    )


def test_a_poster_has_the_same_sheets_each_time_with_its_place_in_words() -> None:
    drawing = draw(wide(60))
    made = drawing.tiles("A4")
    assert made == draw(wide(60)).tiles("A4")
    found = tiling(drawing.scene.width, drawing.scene.height, "A4")
    pages = PdfReader(io.BytesIO(made)).pages
    assert len(pages) == len(found.tiles) > 2
    assert f"A long story: row 1 of {found.rows}, column 2 of {found.columns}" in (
        pages[1].extract_text()
    )
    assert {(float(page.mediabox.width), float(page.mediabox.height)) for page in pages} == {
        (found.width, found.height)
    }
