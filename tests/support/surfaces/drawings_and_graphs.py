"""Drawings, graphs and models of other programs: a valid theory, or a finding with its place."""

import io
import zipfile
from collections.abc import Sequence

import foreign_files
from hypothesis import strategies as st
from odd_labels import ODD
from strategies import theories

from surfaces.damage import damaged_bytes, damaged_text
from surfaces.model import Case, Surface, one_file, only_file
from tocmodel.conversion.choices import Choices
from tocmodel.conversion.convert import convert_bytes
from tocmodel.conversion.readers import READERS
from tocmodel.conversion.writers import left_out
from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.dumping import dumps
from tocmodel.fileformat.loading import reads
from tocmodel.formats import WriterInput, find_format
from tocmodel.model import TheoryOfChange

WRITTEN = ("causal-map", "graphml", "gexf", "dagitty", "iati", "cids")
"""The formats in which a theory is written and that are read again."""

PIECES = (
    *('"', "'", "<", ">", "&", "]]>", "<!--", "<!DOCTYPE x>", "<![CDATA[", "&amp;", "&x;", "</"),
    *("{", "}", "[", "]", "(", ")", "{{", "((", "|", "\\", "`", ";", "#", "%%", "//", "/*", ":::"),
    *("->", "-->", "<->", "--", "---", "==>", "-.->", "<-", "@->", " & ", "@{", "end", "subgraph "),
    *("\n", "\n\n", "\r", "\t", "\x00", "\ufeff", "\ud800", "\u202e", "1e999", "-1", "NaN"),
    *('id=""', 'parent="1"', 'source="e1"', "x" * 400, "{" * 120, "<a>" * 210, *ODD),
)


def _read(case: Case) -> bool:
    """What is read is a valid theory that its file has again; all else is a message."""
    name, data = only_file(case)
    return _is_read(data, name, case.words[0] if case.words else "")


def _is_read(data: bytes, name: str, format_: str) -> bool:
    try:
        made = convert_bytes(data, name, format_, Choices(keep_positions=True))
    except TocModelError:
        return False
    assert all(note.message for note in made.notes)
    document = reads(dumps(made.theory), "x.toc.yaml")
    assert document.theory == made.theory, document.findings
    return True


def _damaged(format_: str, *names: str) -> Surface:
    """The samples of one format, damaged as text."""
    texts = [(foreign_files.SAMPLES / name).read_text(encoding="utf-8") for name in names]
    ending = next(reader for reader in READERS if reader.name == format_).suffixes[0]

    def case(text: str) -> Case:
        made = one_file(f"a{ending}", text)
        return Case(made.files, (format_,))

    inputs = damaged_text(texts, PIECES).map(case)
    return Surface(f"{format_}: damaged", inputs, _read)


def _archives() -> dict[str, bytes]:
    return {
        "a.pptx": foreign_files.slides(),
        "a.xmpz2": foreign_files.miradi_project(),
        "a.xlsx": foreign_files.causal_map(),
    }


_FORMATS = {"a.pptx": "powerpoint", "a.xmpz2": "miradi", "a.xlsx": "causal-map"}


@st.composite
def _damaged_parts(draw: st.DrawFn) -> Case:
    """An archive in which a part is damaged, or has been left out."""
    name = draw(st.sampled_from(sorted(_FORMATS)))
    with zipfile.ZipFile(io.BytesIO(_archives()[name])) as whole:
        parts = {part: whole.read(part) for part in whole.namelist()}
    part = draw(st.sampled_from(sorted(parts)))
    if draw(st.integers(0, 9)) == 0:
        del parts[part]
    else:
        text = parts[part].decode()
        parts[part] = draw(damaged_text([text], PIECES)).encode("utf-8", "replace")
    return Case({name: foreign_files.archive(dict(parts))}, (_FORMATS[name],))


@st.composite
def _damaged_archives(draw: st.DrawFn) -> Case:
    name = draw(st.sampled_from(sorted(_FORMATS)))
    return Case({name: draw(damaged_bytes([_archives()[name]]))}, (_FORMATS[name],))


@st.composite
def _anything(draw: st.DrawFn) -> Case:
    """A heap of pieces with any ending that a reader has."""
    reader = draw(st.sampled_from(READERS))
    heap: Sequence[str] = draw(st.lists(st.sampled_from(PIECES), max_size=12))
    ending = draw(st.sampled_from(reader.suffixes))
    named = draw(st.sampled_from(["", reader.name]))
    return Case(one_file(f"a{ending}", "".join(heap)).files, (named,))


def _case_of(theory: TheoryOfChange) -> Case:
    return Case({"zone.toc.yaml": dumps(theory).encode()})


def _written(case: Case) -> bool:
    """A theory is written in each format, always in the same way, and read again as a theory."""
    [(name, content)] = case.files.items()
    theory = reads(content, name).theory
    if theory is None:
        return False
    for format_ in WRITTEN:
        made = find_format(format_, WriterInput.THEORY)
        data = made.to_bytes(theory)
        assert data == made.to_bytes(theory)
        assert all(note.message for note in left_out(format_, theory))
        if format_ != "dagitty" or theory.elements:
            assert _is_read(data, f"a{made.suffixes[0]}", format_)
    return True


SURFACES = (
    _damaged("mermaid", "flowchart.mmd", "newer.mmd", "markdown.md"),
    _damaged("dot", "graph.dot"),
    _damaged("dagitty", "today.dagitty", "older.dagitty"),
    _damaged("drawio", "drawing.drawio", "legend.drawio"),
    _damaged("graphml", "gephi.graphml", "yed.graphml"),
    _damaged("gexf", "gephi.gexf"),
    _damaged("xmile", "bathtub.xmile"),
    _damaged("iati", "results.xml"),
    _damaged("cids", "impact.jsonld"),
    Surface("archives of programs: damaged parts", _damaged_parts(), _read),
    Surface("archives of programs: damaged", _damaged_archives(), _read),
    Surface("files of programs: heaps", _anything(), _read, examples=50),
    Surface("written for other programs", st.builds(_case_of, theories()), _written, examples=15),
)
