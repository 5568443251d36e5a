"""What an analysis found, as files: which kinds of file each result can be, and their content."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from attrs import evolve

import tocmodel
from tocmodel.analysis.coverage import Coverage
from tocmodel.analysis.difference import Differences
from tocmodel.analysis.explaining import Explanation
from tocmodel.analysis.loops import Loops
from tocmodel.analysis.pathways import Pathways
from tocmodel.analysis.summary import Analysis
from tocmodel.analysis.value.claims import Claims
from tocmodel.analysis.value.flows import Flows
from tocmodel.analysis.value.loops import LearningLoops
from tocmodel.analysis.value.spaces import SpaceValues
from tocmodel.catalogue import pages
from tocmodel.checking import Findings, group
from tocmodel.diagnostics import InvalidModelError
from tocmodel.diagram.coverage_matrix import to_matrix
from tocmodel.diagram.difference import to_difference_diagram
from tocmodel.document import Document
from tocmodel.drawing import MATRIX_FORMATS, draw, draw_diagram, draw_matrix
from tocmodel.files import write_atomically
from tocmodel.formats import format_of
from tocmodel.model import TheoryOfChange, View
from tocmodel.render import FROM_SCENE
from tocmodel.render.spreadsheet import csv_bytes
from tocmodel.reporters import REPORTERS, CheckedFile, Report, reporter
from tocmodel.results import Result
from tocmodel.telling import analysis, differences, explanation, explanation_data, framework, value
from tocmodel.telling.outline import Line, to_markdown, to_text
from tocmodel.telling.paths import loops_outline, pathways_outline
from tocmodel.telling.value_table import claims_table
from tocmodel.wording import imagined_words

Outline = tuple[Line, ...]


def outline(result: Result) -> Outline:
    """Return a result in words, line by line.

    Raises:
        InvalidModelError: there are no words for a value of this kind.
    """
    for kind, words in _OUTLINES.items():
        if isinstance(result, kind):
            return words(result)
    raise InvalidModelError(f"there are no words for a value of type {type(result).__name__}")


def formats_of(result: Result) -> tuple[str, ...]:
    """Return the formats in which a result can be written, the usual one first."""
    if isinstance(result, Findings):
        return tuple(REPORTERS)
    more = next((names for kind, names in _MORE.items() if isinstance(result, kind)), ())
    return tuple(dict.fromkeys(("text", "markdown", *more)))


def to_bytes(result: Result, format: str) -> bytes:  # noqa: A002  # the field's word
    """Return the content of a file of one of the formats of a result.

    Raises:
        TocModelError: the result cannot be written in this format.
    """
    if format not in formats_of(result):
        known = ", ".join(formats_of(result))
        raise InvalidModelError(f"no format '{format}' for this: choose one of {known}")
    if isinstance(result, Findings):
        return reporter(format)(report_of(result)).encode("utf-8", "replace")
    if format in ("text", "markdown"):
        written = to_text(outline(result)) if format == "text" else to_markdown(outline(result))
        return written.encode("utf-8", "replace")
    if format == "json":
        data = next(make for kind, make in _DATA.items() if isinstance(result, kind))(result)
        return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")
    if format == "csv" and isinstance(result, Analysis | Claims):
        return _table(result)
    return _picture(result, format)


def save(result: Result, path: str | Path) -> None:
    """Write a result to a file, whole or not at all; the ending of the name says the format.

    Raises:
        TocModelError: the ending asks for none of its formats, or the file cannot be written.
    """
    format_ = format_of(path, formats_of(result), writes="this is written as")
    write_atomically(path, to_bytes(result, format_))


def report_of(found: Findings) -> Report:
    """Return findings as the report of one file; of a theory made in Python, of its title."""
    about = found.about
    file = CheckedFile(path=about.title if isinstance(about, TheoryOfChange) else "theory")
    if isinstance(about, Document):
        file = CheckedFile(path=about.path, text=about.tree.text)
    file = evolve(file, findings=tuple(found), short=tuple(group(found)))
    return Report(files=(file,), version=tocmodel.__version__, pages=tuple(pages().values()))


def compared(found: Differences) -> differences.Compared:
    """Return differences with what the two theories are called."""
    titles = tuple(theory.title if theory else "" for theory in (found.old, found.new))
    old, new = titles if titles[0] != titles[1] else ("the old theory", "the new theory")
    return differences.Compared(title=titles[1], old=old, new=new, differences=found)


def _table(result: Analysis | Claims) -> bytes:
    if isinstance(result, Claims):
        return claims_table(result.about, result)
    rows = [["" if cell is None else str(cell) for cell in row] for row in analysis.to_rows(result)]
    heads = ("measure", "part", "value", "of")
    return csv_bytes([heads, *rows], imagined_words(result.theory))


def _picture(result: Result, format_: str) -> bytes:
    if isinstance(result, Coverage):
        return draw_matrix(to_matrix(result, heat=True)).to_bytes(format_)
    if isinstance(result, Explanation):
        asked = explanation.question(result)
        view = View(id="why", title=asked, why=result.subject.id)
        return draw(result.theory, view).to_bytes(format_)
    if isinstance(result, Differences) and result.old and result.new:
        return draw_diagram(to_difference_diagram(result.old, result.new)).to_bytes(format_)
    raise InvalidModelError("there is no picture of this")


def _spaces(found: SpaceValues) -> Outline:
    return tuple(line for item in found for line in value.space_lines(found.about, item))


def _flows(found: Flows) -> Outline:
    return tuple(value.flows_lines(found.theory or _NO_THEORY, found))


def _learning_loops(found: LearningLoops) -> Outline:
    return tuple(value.loops_lines(found.about or _NO_THEORY, found))


_NO_THEORY = TheoryOfChange(title="")

_OUTLINES: Mapping[type[Any], Callable[[Any], Outline]] = MappingProxyType(
    {
        Analysis: analysis.outline,
        Claims: lambda found: value.claims_outline(found.about or _NO_THEORY, found),
        Coverage: framework.coverage_outline,
        Differences: lambda found: differences.outline(compared(found)),
        Explanation: explanation.outline,
        Flows: _flows,
        LearningLoops: _learning_loops,
        Loops: loops_outline,
        Pathways: pathways_outline,
        SpaceValues: _spaces,
    }
)
"""How each kind of result is put into words."""

_MORE: Mapping[type[Any], tuple[str, ...]] = MappingProxyType(
    {
        Analysis: ("csv", "json"),
        Claims: ("csv",),
        Coverage: MATRIX_FORMATS,
        Differences: ("json", *FROM_SCENE),
        Explanation: ("json", *FROM_SCENE),
    }
)
"""What each kind of result can be besides words."""

_DATA: Mapping[type[Any], Callable[[Any], dict[str, Any]]] = MappingProxyType(
    {
        Analysis: lambda found: analysis.to_data(
            [(found.theory.title, found)], tocmodel.__version__
        ),
        Differences: lambda found: differences.to_data(compared(found), tocmodel.__version__),
        Explanation: lambda found: explanation_data.to_data(found, tocmodel.__version__),
    }
)
"""The plain data of each kind of result that has some."""
