"""Text becomes data with positions, and broken text becomes findings."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tocmodel.diagnostics import Span
from tocmodel.syntax import LARGEST, parse
from tocmodel.syntax.yaml import DEEPEST, MOST_FINDINGS

BROKEN = yaml.safe_load((Path(__file__).parent / "broken.yaml").read_text(encoding="utf-8"))


def lines(text: str | bytes, path: str = "x.yaml") -> list[str]:
    """Return the findings, one line each, as in broken.yaml."""
    return [
        f"{finding.span.line}:{finding.span.column} {finding.code} {finding.message}"
        + (f" ({finding.help})" if finding.help else "")
        for finding in parse(text, path).findings
        if finding.span
    ]


@pytest.mark.parametrize("case", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_text_gives_its_findings_at_their_places(case: dict[str, Any]) -> None:
    assert lines(case["text"], case["path"]) == case["findings"]


def test_plain_words_follow_yaml_1_2_and_codes_keep_their_zeros() -> None:
    text = "[NO, on, yes, 12:30, 2024-01-01, 010, 1e3, .5, 0x1F, 0o17, ~, true, .inf, 1_000, '7']"
    expected = ["NO", "on", "yes", "12:30", "2024-01-01", "010", 1000.0, 0.5, 31, 15, None, True]
    assert parse(text, "x.yaml").data == [*expected, ".inf", "1_000", "7"]


def test_numbers_and_words_below_a_text_key_are_text_but_null_stays_null() -> None:
    text = "at: 5.10\nyears: [2018, true]\nempty:\nfields: {at: 5.10, n: 5.1}\nvalue: 3"
    tree = parse(text, "x.yaml", frozenset({"at", "years", "empty"}), {"fields": ()})
    assert tree.data == {
        "at": "5.10",
        "years": ["2018", "true"],
        "empty": None,
        "fields": {"at": "5.10", "n": 5.1},
        "value": 3,
    }


def test_every_key_and_value_has_its_place() -> None:
    tree = parse("a: é # c\nbb:\n  - x: 1\n    y: two words\n  - 😀z\n", "x.yaml")
    assert tree.span(("bb",), key=True) == Span("x.yaml", 2, 1, 2, 3)
    assert tree.span(("bb", 0, "y")) == Span("x.yaml", 4, 8, 4, 17)
    assert tree.span(("bb", 1)) == Span("x.yaml", 5, 5, 5, 7)
    assert tree.span(("bb",)) == Span("x.yaml", 3, 3, 5, 7)
    assert tree.span(("bb", 0, "missing")) == tree.span(("bb", 0), key=True)
    assert tree.raw(("bb", 0, "y")) == "two words"


def test_json_has_places_too() -> None:
    tree = parse('{"a": [1,\n  {"b": "c"}]}', "x.json")
    assert tree.data == {"a": [1, {"b": "c"}]}
    assert tree.span(("a", 1, "b"), key=True) == Span("x.json", 2, 4, 2, 7)
    assert tree.span(("a", 1, "b")) == Span("x.json", 2, 9, 2, 12)


@pytest.mark.parametrize("levels", [DEEPEST + 1, 1_001, 100_000])
@pytest.mark.parametrize("one", ["[", "{a: ", "- ", "? ", "[{a: ", "{? "])
@pytest.mark.parametrize("before", ["", "title: x\noutcomes: "])
def test_deep_nesting_is_a_finding_and_not_a_crash(before: str, one: str, levels: int) -> None:
    text = before + ("\n  " if before and one in "- ? " else "") + one * levels
    (found,) = parse(text, "x.yaml").findings
    assert (found.code, found.message) == ("TOC004", f"nested deeper than {DEEPEST} levels")


@pytest.mark.parametrize("looks_ahead", [DEEPEST + 1, DEEPEST + 50, 5 * DEEPEST])
def test_a_parser_that_stops_sooner_with_another_message_changes_nothing(
    looks_ahead: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Impatient:
        def __init__(self, text: str) -> None:
            self.text = text

        def get_event(self) -> None:
            index = self.text.index("b: ") + 3 + looks_ahead
            mark = yaml.Mark("", index, 0, index, None, 0)
            raise yaml.scanner.ScannerError(None, None, "enough is enough", mark)

    monkeypatch.setattr("tocmodel.syntax.yaml._PARSER", Impatient)
    text = "a: '[[['  # [[\nb: " + "[" * 10 * DEEPEST
    assert lines(text) == [f"2:{4 + DEEPEST} TOC004 nested deeper than {DEEPEST} levels"]


def test_deep_json_is_a_finding_and_not_a_crash() -> None:
    assert lines("[" * 100_000, "x.json")[0].endswith(f"nested deeper than {DEEPEST} levels")


def test_nesting_down_to_the_limit_is_read() -> None:
    text = "[" * DEEPEST + "]" * DEEPEST
    assert lines(text) == []
    assert lines(text, "x.json") == []


def test_a_file_over_the_size_limit_is_a_finding() -> None:
    assert lines(b"a" * (LARGEST + 1)) == ["1:1 TOC004 the file is larger than 64 MiB"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"title: caf\xe9", "1:11 TOC005 a character here is not UTF-8 (byte 0xe9)"),
        ("title: x".encode("utf-16"), "1:1 TOC005 the file is saved as UTF-16"),
        ("title: x".encode("utf-16-be"), "1:1 TOC005 the file is saved as UTF-16"),
    ],
    ids=["latin-1", "utf-16", "utf-16 without a mark"],
)
def test_a_file_in_another_encoding_is_a_finding_at_its_place(data: bytes, expected: str) -> None:
    assert [re.split(r"; | \(save", line)[0] for line in lines(data)] == [expected]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"PK\x03\x04...word/document.xml", "a Word document"),
        (b"PK\x03\x04...xl/workbook.xml", "an Excel workbook"),
        (b"PK\x03\x04...ppt/slides", "a PowerPoint presentation"),
        (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
        (b"PK\x03\x04", "a zip file"),
        (b"%PDF-1.7", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Office document"),
        (b"{\\rtf1", "a rich-text document"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\n<!DOCTYPE html><html>", "a web page"),
    ],
)
def test_a_file_of_another_kind_is_named(data: bytes, kind: str) -> None:
    help_ = "copy its words into a file that 'tocmodel new NAME.toc.yaml' makes"
    message = f"this is {kind} and not a theory, which is plain text"
    assert lines(data) == [f"1:1 TOC005 {message} ({help_})"]


def test_half_a_character_in_a_python_text_is_a_finding() -> None:
    assert lines("title: \ud800")[0].startswith("1:8 TOC005")


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert parse(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - 2\r\n", "x.yaml").data == {"a": 1, "b": [2]}


def test_a_file_full_of_problems_gives_a_limited_list() -> None:
    found = lines("\n".join(f"k{number}: *x" for number in range(1000)))
    assert len(found) == MOST_FINDINGS + 1
    assert found[-1].endswith("there are more problems from here on")


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=20,
)


@given(value=JSON_VALUES, indent=st.sampled_from([None, 2, "\t"]), ascii_only=st.booleans())
def test_json_is_read_as_the_standard_library_reads_it(
    value: Any, indent: int | str | None, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    tree = parse(text, "x.json")
    assert tree.findings == () or value is None
    assert tree.data == json.loads(text)


@given(st.text() | st.binary())
def test_any_text_gives_data_or_a_finding(text: str | bytes) -> None:
    for path in ("x.yaml", "x.json"):
        tree = parse(text, path)
        assert (tree.data is None) <= bool(tree.findings)
        assert all(finding.span is not None for finding in tree.findings)
