"""Whatever a file holds, it is read as a theory or answered with findings at places that exist."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocmodel.checking import check
from tocmodel.document import Document
from tocmodel.loading import reads

EXAMPLES = int(os.environ.get("TOCMODEL_FUZZ_EXAMPLES", "40"))
"""How many odd files each test tries; ``nox -s fuzz`` tries many more."""

odd = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])

NAMES = st.sampled_from(["zone.toc.yaml", "zone.toc.json"])

PIECES = [
    "tocmodel: 1\n",
    "tocmodel: 2\n",
    "title: A zone\n",
    "links:\n",
    "  - a -> b\n",
    "  - a -> b -> a\n",
    "outcomes:\n",
    "  a: {title: A}\n",
    "  b:\n    title: B\n    horizon: long\n",
    "indicators:\n",
    "  c: {title: C, measures: a, target: 3}\n",
    "  - {from: a, to: b, because: x}\n",
    "views:\n",
    "waivers:\n",
    "  - {rule: TOC104, reason: x}\n",
    "# tocmodel: ignore[TOC204] x\n",
    "null\n",
    "~",
    "---\n",
    "...\n",
    "%YAML 1.1\n",
    "&x ",
    "*x ",
    "!!python/object:os.system ",
    "<<: *x\n",
    "? ",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "'",
    '"',
    "|\n",
    ">-\n",
    "\t",
    " ",
    "\n",
    "\r\n",
    "\x00",
    "\x85",
    "\u2028",
    "\ufeff",
    "\ud800",
    "é",
    "😀",
    "0x",
    "1e999",
    ".nan",
    "-.inf",
    "9" * 400,
    "a" * 300,
    '"title": ',
    '"\\ud800"',
    "true",
    "12:30",
    "2024-01-01",
]


@odd
@given(data=st.binary(max_size=400), name=NAMES)
def test_any_bytes_give_findings_or_a_theory(data: bytes, name: str) -> None:
    _is_answered(reads(data, name))


@odd
@given(text=st.lists(st.sampled_from(PIECES), max_size=30).map("".join), name=NAMES)
def test_any_heap_of_pieces_gives_findings_or_a_theory(text: str, name: str) -> None:
    _is_answered(reads(text, name))


@odd
@given(data=st.data())
def test_a_damaged_example_gives_findings_or_a_theory(data: st.DataObject, example: str) -> None:
    text = example
    for _ in range(data.draw(st.integers(1, 4), "damages")):
        start = data.draw(st.integers(0, len(text)), "start")
        end = data.draw(st.integers(start, min(len(text), start + 60)), "end")
        piece = data.draw(st.sampled_from([*PIECES, text[start : start + 40]]), "piece")
        text = text[:start] + piece + text[end:]
    _is_answered(reads(text, "zone.toc.yaml"))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "{?", "[[", "a:\n "])
def test_deep_nesting_gives_findings(opening: str) -> None:
    document = reads(opening * 100_000, "zone.toc.yaml")
    assert document.theory is None
    assert document.findings


@pytest.fixture(scope="module")
def example(repository: Path) -> str:
    """The text of a real theory."""
    path = repository / "examples/pembury/pembury.toc.yaml"
    return path.read_text(encoding="utf-8")


def _is_answered(document: Document) -> None:
    """Fail unless there is a theory or a reason why not, each reason at a place in the file."""
    findings = check(document)
    assert document.theory is not None or findings
    lines = document.tree.text.count("\n") + 1
    for finding in findings:
        if finding.span is not None:
            assert 1 <= finding.span.line <= finding.span.end_line <= lines + 1
            assert finding.span.column >= 1
            assert finding.span.end_column >= 1
