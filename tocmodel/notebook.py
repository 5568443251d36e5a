"""The display of each kind of object in a notebook."""

from functools import singledispatch
from typing import Any

from tocmodel.analysis.coverage import Coverage
from tocmodel.checks import Findings
from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.model import Diagram
from tocmodel.documents.portfolio.build import portfolio_report
from tocmodel.drawing import Drawing, MatrixDrawing, draw, draw_diagram, draw_matrix
from tocmodel.formats import WriterInput, find_format
from tocmodel.model import TheoryOfChange
from tocmodel.portfolios.model import Portfolio
from tocmodel.report.outline import to_markdown, to_text
from tocmodel.report.portfolio import words_table
from tocmodel.report.table_text import to_list
from tocmodel.result_files import outline, to_bytes
from tocmodel.results import Result
from tocmodel.tables.coverage import to_matrix
from tocmodel.tables.matrix import Matrix
from tocmodel.tables.portfolio import summary_words

Bundle = dict[str, str]


@singledispatch
def shown(value: Any) -> Bundle:
    """Return the display of a value in a notebook, by kind of content."""
    return {"text/plain": repr(value)}


@shown.register
def _(value: Result) -> Bundle:
    lines = outline(value)
    return {"text/plain": to_text(lines), "text/markdown": to_markdown(lines)}


@shown.register
def _(value: Findings) -> Bundle:
    return {"text/plain": to_bytes(value, "text").decode()}


@shown.register
def _(value: Portfolio) -> Bundle:
    words = "\n".join((to_list(words_table(value)), *summary_words(value), ""))
    report = portfolio_report(value, sections=("theories",))
    return {"text/plain": words, "text/markdown": report.markdown}


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
    return _with_picture(str(find_format("text", WriterInput.DIAGRAM).write(value.diagram)), value)


@shown.register
def _(value: MatrixDrawing) -> Bundle:
    return _with_picture(str(find_format("text", WriterInput.MATRIX).write(value.matrix)), value)


def _with_picture(words: str, drawing: Drawing | MatrixDrawing) -> Bundle:
    try:
        return {"text/plain": words, "image/svg+xml": drawing.svg}
    except TocModelError as error:  # there is no engine, or a font lacks letters
        return {"text/plain": f"{words}\n(not drawn: {error})\n"}
