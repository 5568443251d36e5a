"""Numbers in texts: what is read of them, and that no text makes reading them fail or take long."""

from typing import Any

import pytest
from attrs import asdict
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.dates import suggestions
from tocmodel.fileformat.loading import reads
from tocmodel.schema.arrows import chain
from tocmodel.schema.synonyms import KEYS, WORDS, meant
from tocmodel.schema.typed_numbers import TypedAmount, amount
from tocmodel.schema.wrong_type import pieces_of


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("85%", {"value": 85, "unit": "percent"}),
        ("75 %", {"value": 75, "unit": "percent"}),
        ("£1.2m", {"value": 1_200_000, "unit": "pounds", "currency": "GBP"}),
        ("25,000 GBP", {"value": 25_000, "unit": "pounds", "currency": "GBP"}),
        ("16,240,000", {"value": 16_240_000}),
        ("over 500", {"value": 500, "qualifier": "more than"}),
        ("c. 500", {"value": 500, "qualifier": "about"}),
        ("~500", {"value": 500, "qualifier": "about"}),
        ("500+ children", {"value": 500, "qualifier": "at least", "unit": "children"}),
        ("no more than 5", {"value": 5, "qualifier": "at most"}),
        ("8 out of 10", {"value": 8, "of": 10}),
        ("1/3", {"value": 1, "of": 3}),
        ("836 of about 1,000", {"value": 836, "of": 1000, "of_qualifier": "about"}),
        ("75% of pupils", {"value": 75, "unit": "percent", "of_what": "pupils"}),
        ("5-10", {"low": 5, "high": 10}),
        ("5–10 days", {"low": 5, "high": 10, "unit": "days"}),
        ("£5m-£10m", {"low": 5_000_000, "high": 10_000_000, "unit": "pounds", "currency": "GBP"}),
        ("1 to 2 million", {"low": 1_000_000, "high": 2_000_000}),
        ("505 children", {"value": 505, "unit": "children"}),
        ("1,5", {"value": 1.5}),
        ("−3", {"value": -3}),
        ("twelve", {"value": 12}),
        ("80% by 2025", {"value": 80, "unit": "percent", "period": "2025"}),
        ("505 (2018/19)", {"value": 505, "period": "2018/2019"}),
        ("2019: 505", {"value": 505, "period": "2019"}),
        ("5.3 (SD 2.1)", {"value": 5.3, "spread": "{sd: 2.1}"}),
    ],
)
def test_a_number_is_read_with_all_that_stands_about_it(text: str, found: dict[str, Any]) -> None:
    read = amount(text)
    assert read is not None
    empty = asdict(TypedAmount())
    assert {key: value for key, value in asdict(read).items() if value != empty[key]} == found


@pytest.mark.parametrize(
    "text", ["N/A", "High", "increase by 10%", "10-5", "1st", "half", "3:1", "1,20,000", "", "of"]
)
def test_what_is_no_number_is_not_read_as_one(text: str) -> None:
    assert amount(text) is None


@given(st.text(max_size=90) | st.text("0123456789,.%£/–- ofncxm()", max_size=40))
def test_no_text_makes_reading_fail(text: str) -> None:
    for read in (amount, suggestions, chain, pieces_of):
        read(text)
    for table in (KEYS, WORDS):
        meant(text, ["outcomes", "higher"], table)


@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", ["-" * 60_000, " " * 60_000 + "x", "1" * 60_000, "a," * 30_000])
def test_no_text_takes_long(text: str) -> None:
    fields = ", ".join(f"{key}: '{text}'" for key in ("better", "baseline", "measures"))
    document = reads(
        "tocmodel: 1\ntitle: T\n"
        f"links: ['{text}', {{from: '{text}', to: a, confidence: '{text}'}}]\n"
        f"indicators: {{n: {{title: N, {fields}}}}}\n"
        f"revision: {{agreed_on: '{text}'}}\n"
    )
    assert document.theory is None
    assert {finding.code for finding in document.findings} >= {"TOC010", "TOC011"}
