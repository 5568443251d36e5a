"""Typing mistakes are reported all at once, each at its place and with a correction."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from tocmodel.diagnostics import Finding
from tocmodel.fileformat.loading import reads
from tocmodel.syntax.corrections import LineEdit, apply_line_edits, before
from tocmodel.syntax.tree import Tree

CASES = yaml.safe_load(Path(__file__).with_name("typed.yaml").read_text(encoding="utf-8"))
HEAD = "tocmodel: 1\ntitle: T\n"


def line(finding: Finding) -> str:
    """Return a finding as in the cases: with its help if it is about syntax."""
    place = f"{finding.span.line}:{finding.span.column} " if finding.span else ""
    help_ = f" ({finding.help})" if finding.help and finding.code < "TOC010" else ""
    return f"{place}{finding.code} {finding.message}{help_}"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_a_typing_mistake_is_reported_with_a_correction(case: dict[str, Any]) -> None:
    assert list(map(line, reads(HEAD + case["text"], "x.toc.yaml").findings)) == case["finds"]


WRITTEN = [
    (case["text"], found)
    for case in CASES.values()
    for found in case["finds"]
    if re.search(r"\(write (?:\w+: )?[\"'].*\)$", found) and "begins a" not in found
]


@pytest.mark.parametrize(("text", "found"), WRITTEN)
def test_the_suggested_correction_is_read_as_text(text: str, found: str) -> None:
    written = found.rpartition("(write ")[2].removesuffix(")")
    value = yaml.safe_load(written)
    said = value if isinstance(value, str) else next(iter(value.values()))
    letters = re.sub(r"\W", "", said)
    assert letters or said in text
    assert letters in re.sub(r"\W", "", text)


def test_a_corrected_text_does_not_make_a_theory() -> None:
    document = reads(f"{HEAD}summary: Aim: read better\n", "x.toc.yaml")
    assert document.theory is None
    assert document.tree.data is None
    assert [finding.code for finding in document.findings] == ["TOC001"]


def test_typing_mistakes_are_not_looked_for_in_json() -> None:
    text = '{"tocmodel": 1, "title": "T", "outcomes": {"a": {"title": ["Draft"]}}}'
    assert [finding.code for finding in reads(text, "x.toc.json").findings] == ["TOC010"]


def test_reading_on_in_a_file_full_of_mistakes_takes_a_limited_number_of_steps() -> None:
    entries = "".join(f"  a{number}: {{title: Aim: x}}\n" for number in range(2000))
    found = reads(f"{HEAD}outcomes:\n{entries}", "x.toc.yaml").findings
    assert [finding.span.line for finding in found if finding.span] == list(range(4, 25))
    assert found[-1].message == "there are more mistakes from here on"


def test_a_file_with_hundreds_of_commas_is_examined_once() -> None:
    entries = "".join(f"  a{number}: {{title: Goal, more}}\n" for number in range(300))
    found = reads(f"{HEAD}outcomes:\n{entries}links: [a1 -> b]\n", "x.toc.yaml").findings
    assert {finding.message for finding in found} == {"this comma ends the text"}
    assert [finding.span.line for finding in found if finding.span] == list(range(4, 204))


PIECES = st.sampled_from(
    [
        "outcomes:\n",
        "  a:\n",
        "  b:\n",
        "    title: x\n",
        "    title: Aim: x\n",
        "  c: {title: a, b, who: [x}\n",
        "  d: {title: # x}\n",
        "\ttitle: 'x\n",
        "   who = “a: b”\n",
        "links:\n",
        "- a -> b\n",
        "  - from:\u00a0a\n",
        "\u200b",
        "\ufeff",
        "<<<<<<< x\n",
        "title: '\n",
        '  "',
        "}",
        "]\n",
        "# x\n",
        "  x # y\n",
        "summary: >-\n",
        "   ? x\n",
        "a:\u2028b\n",
        "\n",
    ]
)


@settings(deadline=None, max_examples=300)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_findings_are_always_inside_the_file(text: str) -> None:
    document = reads(HEAD + text, "x.toc.yaml")
    lines = (HEAD + text).removeprefix("\ufeff").split("\n")
    assert (document.theory is None) == bool(document.findings)
    for finding in document.findings:
        assert finding.span is not None
        assert 1 <= finding.span.line <= len(lines)
        assert 1 <= finding.span.column <= len(lines[finding.span.line - 1]) + 1
    places = [(item.span, item.message) for item in document.findings]
    assert len(set(places)) == len(places)


def test_a_place_in_a_corrected_text_is_found_in_the_typed_text() -> None:
    typed = "a: x: y # z\nb: 1"
    edits = (LineEdit(1, 4, 4, '"x: y"'),)
    text = apply_line_edits(typed, edits)
    span = Tree("x.yaml", text).stretch(text.index("#"), text.index("#") + 1)
    assert text == 'a: "x: y" # z\nb: 1'
    assert (before(span, [edits]).column, before(span, []).column) == (9, 11)
