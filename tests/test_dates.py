"""How people write dates, and what the language writes for each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.dates import readings, suggestions
from tocmodel.model.period import period


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2024-07-14", ["2024-07-14"]),
        ("14/07/2024", ["2024-07-14"]),
        ("14.7.24", ["2024-07-14"]),
        ("14-Jul-24", ["2024-07-14"]),
        ("14th July 2024", ["2024-07-14"]),
        ("July 14, 2024", ["2024-07-14"]),
        ("2024/07/14", ["2024-07-14"]),
        ("2024-07-14 00:00:00", ["2024-07-14"]),
        ("04/07/2024", ["2024-07-04", "2024-04-07"]),
        ("04/04/2024", ["2024-04-04"]),
        ("1 September 2019", ["2019-09-01"]),
        ("Jul-24", ["2024-07"]),
        ("Sept 2018", ["2018-09"]),
        ("Sept. 2018", ["2018-09"]),
        ("9/2019", ["2019-09"]),
        ("2019-9", ["2019-09"]),
        ("2016–17", ["2016/2017"]),
        ("2016-17", ["2016/2017"]),
        ("2016/17", ["2016/2017"]),
        ("1999/00", ["1999/2000"]),
        ("2016 to 2017", ["2016/2017"]),
        ("academic year 2016/17", ["2016/2017"]),
        ("2016/17 school year", ["2016/2017"]),
        ("between 2018 and 2019", ["2018/2019"]),
        ("2011/12", ["2011/2012", "2011-12"]),
        ("Q1 2019", ["2019-01/2019-03", "2019-04/2019-06"]),
        ("Q4 2019", ["2019-10/2019-12", "2020-01/2020-03"]),
        ("Sept to Dec 2019", ["2019-09/2019-12"]),
        ("1–5 May 2019", ["2019-05-01/2019-05-05"]),
        ("Sept 2018 - July 2019", ["2018-09/2019-07"]),
        ("01/09/2019 - 31/08/2020", ["2019-09-01/2020-08-31", "2019-01-09/2020-08-31"]),
        ("1000", ["1000"]),
        ("14.7.49", ["2049-07-14"]),
        ("14.7.50", ["1950-07-14"]),
        ("2016—17", ["2016/2017"]),
        ("2016/12", ["2016-12"]),
        ("2010 to 2011/12", ["2010/2011-12"]),
        ("2011/12 to 2013", ["2011-12/2013"]),
        ("quarter 2 2019", ["2019-04/2019-06", "2019-07/2019-09"]),
        ("2019 q3", ["2019-07/2019-09", "2019-10/2019-12"]),
        ("July '24", ["2024-07"]),
        ("Jul-’99", ["1999-07"]),
        (f"1 july{',' * 50}2024", ["2024-07-01"]),  # sixty letters, and no more
    ],
)
def test_what_has_one_reading_is_read_and_of_several_all_are_given(
    text: str, meant: list[str]
) -> None:
    assert list(readings(text)) == meant
    assert list(suggestions(text)) == meant


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("Summer 2019", ["2019-06/2019-08", "2019-04/2019-07", "2019"]),
        ("Autumn 2018", ["2018-09/2018-11", "2018-09/2018-12", "2018"]),
        ("Autumn term 2018", ["2018-09/2018-12", "2018"]),
        ("Winter 2018", ["2018-12/2019-02", "2018"]),
        ("early 2019", ["2019"]),
        ("c. 2019", ["2019"]),
        ("2018 – present", ["2018"]),
        ("24-Jul", []),
        ("31/02/2019", []),
        ("2017/18 or 2018/19", []),
        ("last year", []),
        ("0000", []),
        ("Fall 2018", ["2018-09/2018-11", "2018-09/2018-12", "2018"]),
        ("0999", []),
        ("2019?", ["2019"]),
        ("2019 2020?", []),
        (f"{'a' * 55} 2019", ["2019"]),
        (f"{'a' * 56} 2019", []),
        (f"1 july{',' * 51}2024", []),
    ],
)
def test_what_would_be_guessed_is_suggested_and_not_read(text: str, instead: list[str]) -> None:
    assert readings(text) == ()
    assert list(suggestions(text)) == instead


WRITTEN = st.text("0123456789/-–. QqJjuUlLAaGg'", max_size=30) | st.text(max_size=80)


@given(WRITTEN)
def test_every_reading_is_a_date_or_a_period_of_the_language(text: str) -> None:
    assert all(period(item) for item in suggestions(text))
