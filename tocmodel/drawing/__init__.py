"""Drawings: a theory, a table or its progress as a picture, in any format, laid out when needed.

>>> from tocmodel.model import TheoryOfChange
>>> theory = TheoryOfChange(
...     title="Breakfast",
...     interventions={"club": {"title": "Breakfast club"}},
...     outcomes={"fed": {"title": "Children are not hungry", "horizon": "short"}},
...     links=["club -> fed"],
... )
>>> drawing = draw(theory)
>>> drawing.svg.startswith("<?xml"), drawing.scene.page
(True, 'A4')
"""

from tocmodel.drawing.difference import draw_difference
from tocmodel.drawing.matrix import MATRIX_FORMATS, MATRIX_SUFFIXES, MatrixDrawing, draw_matrix
from tocmodel.drawing.picture import (
    FORMATS,
    SOURCES,
    SUFFIXES,
    Drawing,
    draw,
    draw_diagram,
    scene_on,
    to_pdf,
)
from tocmodel.drawing.progress import ProgressDrawing, draw_progress
from tocmodel.drawing.scenes import Fonts

__all__ = [
    "FORMATS",
    "MATRIX_FORMATS",
    "MATRIX_SUFFIXES",
    "SOURCES",
    "SUFFIXES",
    "Drawing",
    "Fonts",
    "MatrixDrawing",
    "ProgressDrawing",
    "draw",
    "draw_diagram",
    "draw_difference",
    "draw_matrix",
    "draw_progress",
    "scene_on",
    "to_pdf",
]
