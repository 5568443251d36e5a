"""What a notebook shows of each kind of value: the one place that says so."""

from functools import singledispatch
from typing import Any

from tocmodel.analysis.coverage import Coverage
from tocmodel.checking import Findings
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.coverage_matrix import to_matrix
from tocmodel.diagram.matrix import Matrix
from tocmodel.diagram.parts import Diagram
from tocmodel.drawing import Drawing, MatrixDrawing, draw, draw_diagram, draw_matrix
from tocmodel.model import TheoryOfChange
from tocmodel.render import find_matrix_writer, find_writer
from tocmodel.result_files import outline, to_bytes
from tocmodel.results import Result
from tocmodel.telling.outline import to_markdown, to_text

Bundle = dict[str, str]


@singledispatch
def shown(value: Any) -> Bundle:
    """Return what a notebook shows of a value, by kind of content."""
    return {"text/plain": repr(value)}


@shown.register
def _(value: Result) -> Bundle:
    lines = outline(value)
    return {"text/plain": to_text(lines), "text/markdown": to_markdown(lines)}


@shown.register
def _(value: Findings) -> Bundle:
    return {"text/plain": to_bytes(value, "text").decode()}


@shown.register
def _(value: Coverage) -> Bundle:
    return shown(draw_matrix(to_matrix(value, heat=True)))


@shown.register
def _(value: TheoryOfChange) -> Bundle:
    try:
        return shown(draw(value))
    except TocModelError as error:
        return {"text/plain": f"{value.title} (not drawn: {error})"}


@shown.register
def _(value: Diagram) -> Bundle:
    return shown(draw_diagram(value))


@shown.register
def _(value: Matrix) -> Bundle:
    return shown(draw_matrix(value))


@shown.register
def _(value: Drawing) -> Bundle:
    return _with_picture(str(find_writer("text")(value.diagram)), value)


@shown.register
def _(value: MatrixDrawing) -> Bundle:
    return _with_picture(str(find_matrix_writer("text")(value.matrix)), value)


def _with_picture(words: str, drawing: Drawing | MatrixDrawing) -> Bundle:
    try:
        return {"text/plain": words, "image/svg+xml": drawing.svg}
    except TocModelError as error:  # there is no engine, or a font lacks letters
        return {"text/plain": f"{words}\n(not drawn: {error})\n"}
