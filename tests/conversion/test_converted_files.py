"""Small files of each dialect become the theories beside them, with the notes beside them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from converted_files import MADE

from tocmodel.conversion.choices import Choices
from tocmodel.conversion.convert import Conversion, convert_bytes
from tocmodel.conversion.notes import notes_lines
from tocmodel.fileformat.loading import loads

CASES = Path(__file__).parent / "cases"
FORMATS = {
    "blueprint.json": "kumu",
    "colours.prsm": "prsm",
    "contiguous.csv": "logframe",
    "elements.csv": "edges",
    "export.json": "kumu",
    "front-matter.md": "outline",
    "graph.json": "prsm",
    "headings.docx": "document",
    "indented.txt": "outline",
    "kumu-sheets.xlsx": "edges",
    "links.csv": "edges",
    "logframe-semicolons.csv": "logframe",
    "logframe.csv": "logframe",
    "logframe.docx": "logframe",
    "map.prsm": "prsm",
    "merged.docx": "strategies",
    "numbered.txt": "outline",
    "outline.md": "outline",
    "outline.opml": "opml",
    "semicolons.csv": "edges",
    "strategies.csv": "strategies",
    "tabs-cp1252.tsv": "edges",
}
"""The files, and the format that their content shows."""

CHOICES = Choices(kinds={"thing": "assumption"}, merge_titles=True, keep_positions=True)


def converted(name: str, choices: Choices | None = None) -> Conversion:
    data = MADE[name]() if name in MADE else (CASES / name).read_bytes()
    return convert_bytes(data, name, "", choices or Choices())


def test_every_file_is_here() -> None:
    assert {path.name for path in CASES.iterdir() if path.is_file()} | MADE.keys() == FORMATS.keys()


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_becomes_the_theory_beside_it(
    name: str, kept: Callable[[Path, bytes], None]
) -> None:
    made = converted(name)
    assert made.format == FORMATS[name]
    notes = "".join(f"# {line}\n" for line in notes_lines(made.notes, most=1000))
    kept(CASES / "expected" / f"{name}.toc.yaml", (notes + made.text).encode())
    assert loads(made.text) == made.theory


@pytest.mark.parametrize("name", ["blueprint.json", "map.prsm", "elements.csv"])
def test_choices_decide_what_is_guessed_otherwise(
    name: str, kept: Callable[[Path, bytes], None]
) -> None:
    made = converted(name, CHOICES)
    notes = "".join(f"# {line}\n" for line in notes_lines(made.notes, most=1000))
    kept(CASES / "expected" / f"{name}.chosen.toc.yaml", (notes + made.text).encode())
