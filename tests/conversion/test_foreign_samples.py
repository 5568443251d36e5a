"""What is read from a small sample of each format, with everything that was guessed or lost."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path

import foreign_files
import pytest

from tocmodel.conversion import readers
from tocmodel.conversion.choices import Choices
from tocmodel.conversion.convert import convert_bytes
from tocmodel.conversion.sketch import Sketch

MADE: dict[str, Callable[[], bytes]] = {
    "causal-map-4.xlsx": foreign_files.causal_map,
    "causal-map-3.xlsx": partial(foreign_files.causal_map, version=3),
    "causal-map-2.zip": partial(foreign_files.causal_map, version=2),
    "slides.pptx": foreign_files.slides,
    "project.xmpz2": foreign_files.miradi_project,
}
"""Samples that are archives, and so are made when they are needed."""

READ_BY = {
    "causal-map-2.zip": "causal-map",
    "causal-map-3.xlsx": "causal-map",
    "causal-map-4.xlsx": "causal-map",
    "bathtub.xmile": "xmile",
    "drawing.drawio": "drawio",
    "flowchart.mmd": "mermaid",
    "gephi.gexf": "gexf",
    "gephi.graphml": "graphml",
    "graph.dot": "dot",
    "impact.jsonld": "cids",
    "legend.drawio": "drawio",
    "markdown.md": "mermaid",
    "newer.mmd": "mermaid",
    "older.dagitty": "dagitty",
    "project.xmpz2": "miradi",
    "results.xml": "iati",
    "slides.pptx": "powerpoint",
    "today.dagitty": "dagitty",
    "yed.graphml": "graphml",
}


def content(name: str) -> bytes:
    make = MADE.get(name)
    return make() if make else (foreign_files.SAMPLES / name).read_bytes()


def sketched(name: str, data: bytes | None = None) -> Sketch:
    data = content(name) if data is None else data
    return readers.find_reader(data, name).read(data, name, {})


@pytest.mark.parametrize("name", READ_BY)
def test_the_content_shows_which_reader_reads_a_file(name: str) -> None:
    assert readers.find_reader(content(name), name).name == READ_BY[name]


@pytest.mark.parametrize("name", READ_BY)
def test_a_sample_is_read_as_kept(name: str, kept: Callable[[Path, bytes], None]) -> None:
    data = foreign_files.sketch_data(sketched(name))
    text = json.dumps(data, indent=1, ensure_ascii=False) + "\n"
    kept(Path(__file__).parent / "sketches" / f"{name}.json", text.encode())


@pytest.mark.parametrize("name", READ_BY)
def test_a_sample_becomes_a_theory_with_all_that_was_read(name: str) -> None:
    sketch = sketched(name)
    made = convert_bytes(content(name), name, "", Choices())
    assert len(made.theory.elements) >= len(sketch.boxes)
    assert len(made.theory.indicators) == len(sketch.records.get("indicators", {}))
    assert [note.message for note in made.notes if "not valid" in note.message] == []


def test_a_compressed_drawing_is_read_like_a_plain_one() -> None:
    plain = content("drawing.drawio").decode()
    packed = foreign_files.compressed_drawing(plain)
    assert "mxCell" not in packed
    assert sketched("drawing.drawio", packed.encode()) == sketched("drawing.drawio")
