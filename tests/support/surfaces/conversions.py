"""Files of other programs: each becomes a theory that reads back the same, or is refused."""

from functools import cache
from pathlib import Path

from converted_files import MADE
from hypothesis import strategies as st
from odd_labels import ODD

from surfaces.damage import damaged_bytes, damaged_lines, damaged_text
from surfaces.model import Case, Surface, one_file, only_file
from tocmodel.conversion.choices import Choices
from tocmodel.conversion.convert import convert_bytes
from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.loading import loads

_FOLDER = Path(__file__).parents[2] / "conversion"
_PIECES = [
    *("\n", "\n  ", "\t", ",", ";", "|", '"', "'", "->", "#", "- ", "1.1 ", "{", "}", "[", "]"),
    *('"id": 1,', '"from":', "null", "1e999", "From", "To", "Label", "Goal: ", "Outputs", "%"),
    *("<outline>", "</outline>", "&amp;", "&x;", "\x00", "\ufeff", "\ud800", "x" * 400, *ODD),
]


@cache
def _samples() -> dict[str, bytes]:
    """The small files of each dialect, also of the formats with tests of their own."""
    files = [*(_FOLDER / "cases").iterdir(), *(_FOLDER / "samples").iterdir()]
    found = {path.name: path.read_bytes() for path in sorted(files) if path.is_file()}
    return {**found, **{name: make() for name, make in MADE.items()}}


@st.composite
def _texts(draw: st.DrawFn) -> Case:
    """A text file with pieces, lines or bytes changed."""
    names = [name for name, data in _samples().items() if not data.startswith(b"PK")]
    name = draw(st.sampled_from(names))
    text = _samples()[name].decode("utf-8", "replace")
    content = draw(damaged_text([text], _PIECES) | damaged_lines([text]))
    return one_file(name, content)


@st.composite
def _archives(draw: st.DrawFn) -> Case:
    """A workbook or a document with bytes changed."""
    names = [name for name, data in _samples().items() if data.startswith(b"PK")]
    name = draw(st.sampled_from(names))
    return one_file(name, draw(damaged_bytes([_samples()[name]])))


@st.composite
def _named_otherwise(draw: st.DrawFn) -> Case:
    """A file with the ending of another."""
    name, other = (draw(st.sampled_from([*_samples()])) for _ in range(2))
    return one_file(f"a{Path(other).suffix}", _samples()[name])


def _converts(case: Case) -> bool:
    """The theory has a text that reads back as it, the same each time; or a sentence tells why."""
    name, content = only_file(case)
    try:
        made = convert_bytes(content, name, "", Choices())
    except TocModelError:
        return False
    assert loads(made.text) == made.theory
    assert all(note.message for note in made.notes)
    again = convert_bytes(content, name, "", Choices())
    assert (again.text, again.notes) == (made.text, made.notes)
    return True


SURFACES = (
    Surface("texts of other programs", _texts(), _converts, examples=40),
    Surface("archives of other programs", _archives(), _converts),
    Surface("files with another ending", _named_otherwise(), _converts),
)
