"""Widths go where they make a picture lower."""

import pytest

from tocmodel.layout.balance_widths import share_out


@pytest.mark.parametrize("needed", [8, 16, 32])
def test_width_moves_even_where_no_small_step_helps(needed: float) -> None:
    widths = [100.0, 100.0]
    share_out(widths, lambda now: (1.0 if now[1] >= 100 + needed else 2.0,), [60.0, 60.0])
    assert widths == [100 - needed, 100 + needed]


def test_no_slot_gets_narrower_than_its_words() -> None:
    widths = [100.0, 100.0]
    share_out(widths, lambda now: (-now[1],), [90.0, 60.0])
    assert widths == [92, 108]
