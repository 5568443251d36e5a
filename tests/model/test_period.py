"""Periods as text."""

from datetime import date

import pytest

from tocmodel.model.period import Period, period


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-09-01", date(2018, 9, 1), date(2018, 9, 1)),
        ("2017/2018", date(2017, 1, 1), date(2018, 12, 31)),
        ("2020-03-23 / 2020-06", date(2020, 3, 23), date(2020, 6, 30)),
        ("2018/2017", date(2018, 1, 1), date(2017, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, start: date, end: date) -> None:
    assert period(text) == Period(start, end)


@pytest.mark.parametrize(
    "text", ["", "2017-18", "18", "2018-2-1", "2018-02-30", "summer", "2018/2019/2020", "٢٠١٨", "/"]
)
def test_what_is_not_written_as_a_period_is_none(text: str) -> None:
    assert period(text) is None
