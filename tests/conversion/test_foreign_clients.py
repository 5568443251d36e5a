"""The programs that formats belong to find in the samples what our readers find."""

from collections.abc import Callable
from pathlib import Path

import foreign_files
import pygraphviz
from browser import browser
from mermaid_client import rendered

from tocmodel.conversion.readers import dot, mermaid

Require = Callable[[bool, str], None]


def test_mermaid_draws_the_boxes_and_arrows_that_we_read(
    tmp_path: Path, node_modules: Path, require: Require
) -> None:
    script = node_modules / "mermaid" / "dist" / "mermaid.min.js"
    require(browser() is not None and script.is_file(), "no browser, or no mermaid, is installed")
    text = (foreign_files.SAMPLES / "flowchart.mmd").read_text(encoding="utf-8")
    [picture] = rendered([text], script, tmp_path)
    sketch = mermaid.read(text.encode(), "flowchart.mmd")
    drawn = sorted(" ".join(words.split()) for words in picture["boxes"])
    assert drawn == sorted(box.title for box in sketch.boxes)
    assert picture["arrows"] == len(sketch.lines)


def test_graphviz_reads_the_nodes_and_edges_that_we_read() -> None:
    text = (foreign_files.SAMPLES / "graph.dot").read_text(encoding="utf-8")
    graph = pygraphviz.AGraph(string=text)
    sketch = dot.read(text.encode(), "graph.dot")
    assert sorted(graph.nodes()) == sorted([*(box.key for box in sketch.boxes), "frame"])
    ends = {
        (line.effect, line.cause)
        if line.cause == "rents" and line.effect == "read"
        else (line.cause, line.effect)
        for line in sketch.lines
    }
    assert {*graph.edges()} == ends | {("frame", "rents")}
