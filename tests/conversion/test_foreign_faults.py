"""Damaged files of other programs are refused in one sentence with the place."""

import base64
import zlib
from pathlib import Path
from typing import Any

import foreign_files
import pytest
import yaml

from tocmodel.conversion.choices import Choices
from tocmodel.conversion.convert import convert_bytes
from tocmodel.conversion.graph_text import LARGEST_GRAPH_TEXT, MOST_GRAPH_ARROWS
from tocmodel.diagnostics import TocModelError

CASES = yaml.safe_load(Path(__file__).with_name("foreign_faults.yaml").read_text(encoding="utf-8"))


def refused(data: bytes, name: str, format_: str) -> str:
    with pytest.raises(TocModelError) as caught:
        convert_bytes(data, name, format_, Choices())
    return str(caught.value)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['format']} {case['content'][:30]}")
def test_a_damaged_file_is_refused_with_its_place(case: dict[str, Any]) -> None:
    content = case["content"].encode()
    assert refused(content, case["file"], case["format"]) == case["message"]


def packed(text: bytes) -> bytes:
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    raw = deflate.compress(text) + deflate.flush()
    return b"<mxfile><diagram name='A'>" + base64.b64encode(raw) + b"</diagram></mxfile>"


def test_a_page_that_unpacks_to_very_much_is_refused() -> None:
    data = packed(b" " * (65 * 1024 * 1024))
    assert len(data) < 100_000
    assert "page 'A': its packed content is too large" in refused(data, "a.drawio", "drawio")


def test_a_short_text_with_very_many_arrows_is_refused() -> None:
    names = " & ".join(f"a{number}" for number in range(400))
    many = f"more than {MOST_GRAPH_ARROWS:,} arrows"
    flowchart = f"flowchart LR\n{names} --> {names}".encode()
    assert many in refused(flowchart, "a.mmd", "mermaid")
    braces = "{" + " ".join(f"a{number}" for number in range(400)) + "}"
    for name in ("dot", "dagitty"):
        head = "digraph" if name == "dot" else "dag"
        text = f"{head} {{ {braces} -> {braces} }}".encode()
        assert f"at most {MOST_GRAPH_ARROWS:,} arrows" in refused(text, f"a.{name}", name)


@pytest.mark.parametrize("name", ["mermaid", "dot", "dagitty"])
def test_a_text_that_is_too_large_is_refused(name: str) -> None:
    data = b"x" * (LARGEST_GRAPH_TEXT + 1)
    assert "the file is larger than 8 MiB" in refused(data, "a", name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("mermaid", "flowchart LR\n" + "subgraph a\n" * 60),
        ("dot", "digraph {" + "subgraph {" * 60),
        ("dagitty", "dag { a -> " + "{" * 60),
        ("cids", '[{"@id": ' * 500),
        ("graphml", "<graphml>" + "<graph>" * 300),
    ],
)
def test_what_is_too_deep_is_refused(name: str, text: str) -> None:
    assert refused(text.encode(), "a", name)


def test_entities_are_refused_in_archives_too() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bb">]><ConservationProject>&b;</ConservationProject>'
    data = foreign_files.archive({"project.xml": bomb})
    assert "has a document type" in refused(data, "a.xmpz2", "miradi")
