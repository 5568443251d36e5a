"""Periods as text."""

from datetime import date

import pytest

from tocmodel.model import Month
from tocmodel.model.period import Period, PeriodKind, period


@pytest.mark.parametrize(
    ("text", "start", "end", "kind"),
    [
        ("2018", date(2018, 1, 1), date(2018, 12, 31), "year"),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31), "month"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2018-09-01", date(2018, 9, 1), date(2018, 9, 1), "day"),
        ("2016/2018", date(2016, 1, 1), date(2018, 12, 31), "span"),
        ("2016-01/2017-12", date(2016, 1, 1), date(2017, 12, 31), "span"),
        ("2020-03-23 / 2020-06", date(2020, 3, 23), date(2020, 6, 30), "span"),
        ("2018/2017", date(2018, 1, 1), date(2017, 12, 31), "span"),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31), "quarter"),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31), "quarter"),
        ("2024-spring", date(2024, 3, 1), date(2024, 5, 31), "season"),
        ("2024-winter", date(2024, 12, 1), date(2025, 2, 28), "season"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(
    text: str, start: date, end: date, kind: PeriodKind
) -> None:
    assert period(text) == Period(start, end, PeriodKind(kind))


def test_two_years_in_a_row_are_one_year_that_begins_where_the_theory_says() -> None:
    known = period("2017/2018", Month.SEPTEMBER)
    assert known == Period(date(2017, 9, 1), date(2018, 8, 31), PeriodKind.SPLIT_YEAR)
    unknown = Period(date(2017, 1, 1), date(2018, 12, 31), PeriodKind.SPLIT_YEAR, is_exact=False)
    assert period("2017/2018") == unknown


@pytest.mark.parametrize(
    ("first", "second", "begins", "is_before"),
    [
        ("2017/2018", "2018/2019", None, True),
        ("2018/2019", "2017/2018", None, False),
        ("2017/2018", "2018", None, False),  # it may begin in April or in September
        ("2017/2018", "2018-09", Month.SEPTEMBER, True),
        ("2017/2018", "2018-09", None, False),
        ("2023/2024-autumn", "2023/2024-spring", None, True),
        ("2023/2024-spring", "2023/2024-summer", None, True),
        ("2023/2024-summer", "2024-autumn", None, True),
        ("2024-Q1", "2024-Q2", None, True),
        ("2018", "2018-06", None, False),
    ],
)
def test_a_period_is_before_another_only_where_that_is_known(
    first: str, second: str, begins: Month | None, is_before: bool
) -> None:
    one, other = period(first, begins), period(second, begins)
    assert one is not None
    assert other is not None
    assert one.is_before(other) is is_before


@pytest.mark.parametrize(
    ("first", "second", "is_equal"),
    [
        ("2017/2018", "2018", True),
        ("2024-02", "2024-03", True),
        ("2024-Q1", "2024-winter", True),
        ("2024-01/2024-03", "2024-Q3", True),
        ("2023/2024-autumn", "2023/2024-summer", True),
        ("2023/2024-autumn", "2024-autumn", False),
        ("2023/2024-autumn", "2023/2024", False),
        ("2016/2020", "2018", False),
        ("2018-09-01", "2018-09", False),
        ("2018-09-01/2018-09-14", "2018-10-01/2018-10-14", True),
    ],
)
def test_periods_are_as_long_as_each_other_whatever_the_days_of_a_month(
    first: str, second: str, is_equal: bool
) -> None:
    one, other = period(first), period(second)
    assert one is not None
    assert other is not None
    assert one.is_as_long_as(other) is is_equal
    assert other.is_as_long_as(one) is is_equal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2017-18",
        "18",
        "2018-2-1",
        "2018-02-30",
        "summer",
        "2018/2019/2020",
        "٢٠١٨",
        "/",
        "2024-Q5",
        "2024-Autumn",
        "2023/2025-autumn",
        "2023/2024-winter",
        "2024-autumn/2025",
        "0000-spring",
    ],
)
def test_what_is_not_written_as_a_period_is_none(text: str) -> None:
    assert period(text) is None
