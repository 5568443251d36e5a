"""Posters: a picture as large as A2, A1 or A0 has room for."""

import pytest
from diagrams import club
from geometry import faults
from hypothesis import given
from hypothesis import strategies as st
from matrices import told

from tocmodel.layout import layout
from tocmodel.layout.poster import on_poster, smallest_text
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import PAPER_SIZES, POSTERS
from tocmodel.layout.table.place import layout_matrix

SIDES = st.floats(60, 6000)


@given(width=SIDES, height=SIDES, page=st.sampled_from(POSTERS))
def test_a_picture_fills_its_sheet_in_one_direction(width: float, height: float, page: str) -> None:
    found = on_poster(Scene(title="A", width=width, height=height), page)
    long, short = PAPER_SIZES[page]
    sheet = (short, long) if found.page.endswith("portrait") else (long, short)
    spare = [side - own for side, own in zip(sheet, (found.width, found.height), strict=True)]
    assert min(spare) == pytest.approx(0, abs=0.01)
    assert max(spare) >= -0.01


@pytest.mark.parametrize("page", POSTERS)
def test_a_poster_has_the_faults_of_no_picture_and_large_words(page: str) -> None:
    found = layout(club(), page=page)
    assert (found.page, faults(found)) == (page, [])
    assert smallest_text(found) == pytest.approx(
        smallest_text(layout(club())) * PAPER_SIZES[page][0] / PAPER_SIZES["A4"][0], abs=0.02
    )


def test_a_table_fills_a_poster_too() -> None:
    found = layout_matrix(told(), page="A1")
    assert (found.page, found.width) == ("A1", 2383.94)
