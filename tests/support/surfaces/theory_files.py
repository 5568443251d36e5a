"""Files of a theory: whatever they hold, there is a theory or a reason why not."""

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from surfaces.damage import damaged_lines, damaged_text
from surfaces.model import Case, Surface, one_file, only_file
from tocmodel.checks import check
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.formatting import formatted_text
from tocmodel.fileformat.loading import reads
from tocmodel.starters import examples
from tocmodel.syntax import parse

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
    "  - {check: TOC104, reason: x}\n",
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
    "9" * 5000,
    "a" * 300,
    '"title": ',
    '"\\ud800"',
    "true",
    "12:30",
    "2024-01-01",
]
"""Pieces of the language, and what YAML, JSON or a text might trip over."""

CORPUS = Path(__file__).parents[2] / "schema/corpus"

ODD_VALUES = [
    None,
    True,
    0,
    -1,
    10**400,
    1.5,
    1e308,
    "",
    " ",
    "x",
    "NO",
    "a -> b",
    "\u202e",
    "\x00",
    "2024-02-30",
    "2019/2018",
    [],
    [[]],
    {},
    {"title": "x"},
    {"": ""},
    ["a", "a"],
]


@cache
def whole_theories() -> tuple[str, ...]:
    """The examples, and the good files of the schema's tests."""
    paths = [*examples().values(), *sorted((CORPUS / "good").glob("*.yaml"))]
    return tuple(Path(path).read_text(encoding="utf-8") for path in paths)


@cache
def plain_theories() -> tuple[str, ...]:
    """The same as JSON, from which each draw makes its own copy."""
    return tuple(
        json.dumps(parse(text, "a.toc.yaml").data, default=str) for text in whole_theories()
    )


@st.composite
def edited_data(draw: st.DrawFn) -> str:
    """A theory as JSON in which values are odd, missing or in another place."""
    data = json.loads(draw(st.sampled_from(plain_theories())))
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(data))
        if not places:
            break
        inside, key = draw(st.sampled_from(places))
        action = draw(st.sampled_from(["odd", "gone", "copied", "wrapped"]))
        if action == "odd":
            inside[key] = deepcopy(draw(st.sampled_from(ODD_VALUES)))
        elif action == "gone":
            del inside[key]
        elif action == "copied":
            there, other = draw(st.sampled_from(places))
            inside[key] = json.loads(json.dumps(there[other]))
        else:
            inside[key] = draw(st.sampled_from([[inside[key]], {"x": inside[key]}]))
    return json.dumps(data, indent=draw(st.sampled_from([None, 1])))


def _places(data: Any) -> Any:
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            yield data, key
            yield from _places(value)


def read_and_check(case: Case) -> bool:
    """Read and check a file, which gives a theory or findings at places that exist."""
    name, content = only_file(case)
    document = reads(content, name)
    findings = check(document)
    assert findings == check(reads(content, name))
    assert document.theory is not None or findings
    _are_in_the_file(document, findings)
    return document.theory is not None


def _are_in_the_file(document: Document, findings: Any) -> None:
    lines = document.tree.text.count("\n") + 1
    for finding in findings:
        assert finding.message
        if finding.span is not None:
            assert 1 <= finding.span.line <= finding.span.end_line <= lines + 1
            assert finding.span.column >= 1
            assert finding.span.end_column >= 1


def format_(case: Case) -> bool:
    """Write a file in its normal form, which means the same and has a normal form of its own."""
    name, content = only_file(case)
    document = reads(content, name)
    if document.theory is None:
        return False
    text = formatted_text(document)
    again = reads(text, name)
    assert again.theory == document.theory
    assert formatted_text(again) == text
    return True


_NAMES = st.sampled_from(["zone.toc.yaml", "zone.toc.json"])
_HEAPS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
_BEGUN = st.lists(st.sampled_from(PIECES[2:15]), max_size=6).map(
    lambda pieces: f"tocmodel: 1\ntitle: A zone\n{''.join(pieces)}"
)

SURFACES = (
    Surface(
        "theory: any bytes", st.builds(one_file, _NAMES, st.binary(max_size=400)), read_and_check
    ),
    Surface("theory: heap of pieces", st.builds(one_file, _NAMES, _HEAPS | _BEGUN), read_and_check),
    Surface(
        "theory: damaged text",
        st.deferred(lambda: damaged_text(whole_theories(), PIECES)).map(
            lambda text: one_file("zone.toc.yaml", text)
        ),
        read_and_check,
    ),
    Surface(
        "theory: lines moved",
        st.deferred(lambda: damaged_lines(whole_theories())).map(
            lambda text: one_file("zone.toc.yaml", text)
        ),
        read_and_check,
    ),
    Surface(
        "theory: odd values",
        edited_data().map(lambda text: one_file("zone.toc.json", text)),
        read_and_check,
    ),
    Surface(
        "theory: format",
        st.deferred(
            lambda: (
                damaged_text(whole_theories(), PIECES)
                | damaged_lines(whole_theories())
                | edited_data()
            )
        ).map(lambda text: one_file("zone.toc.yaml", text)),
        format_,
    ),
)
