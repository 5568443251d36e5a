"""The set of pictures that stands for one that is too large, for ``tocmodel draw --all``."""

from collections.abc import Iterator
from shlex import quote
from typing import TYPE_CHECKING

from attrs import evolve

from tocmodel.cli.draw_files import JOINED, Picture
from tocmodel.cli.streams import print_message

if TYPE_CHECKING:
    from tocmodel.model import TheoryOfChange

TABLES = ("csv", "xlsx")
"""The files of the matrix besides its picture, where each picture is a file."""


def with_sets(
    pictures: Iterator[Picture], theory: "TheoryOfChange", format_: str
) -> Iterator[Picture]:
    """Yield the pictures of a theory, and a set of pictures in place of each that is too large.

    After the sets comes the matrix of causes and effects, as a picture if it fits A2, and as tables
    if each picture is a file.

    Args:
        pictures: all those of one theory.
        theory: the theory.
        format_: the format of the files.
    """
    from tocmodel.picture_set import is_large, picture_set

    matrix: Picture | None = None
    for picture in pictures:
        drawing = picture.diagram_drawing
        if not is_large(drawing):
            yield picture
            continue
        before = f"{picture.view}/" if theory.views else ""
        for part in picture_set(drawing):
            yield evolve(picture, view=f"{before}{part.name}", drawing=part.drawing, in_set=True)
        matrix = matrix or picture
    if matrix is not None:
        yield from _matrix(matrix, format_)


def _matrix(picture: Picture, format_: str) -> Iterator[Picture]:
    from tocmodel.drawing import draw_matrix
    from tocmodel.layout.sheet import fits_a2
    from tocmodel.layout.table.place import MOST_CELLS
    from tocmodel.tables.signed_matrix import signed_matrix

    drawing = picture.diagram_drawing
    if drawing.theory is None:
        return
    table = signed_matrix(drawing.theory, language=drawing.language or None)
    made = draw_matrix(table, font=drawing.font or None, brand=drawing.brand)
    drawn = evolve(picture, view="matrix", drawing=made)
    fits = len(table.rows) * len(table.columns) <= MOST_CELLS and fits_a2(*_size(drawn))
    size = f"{len(table.rows)} rows and {len(table.columns)} columns"
    left_out = "" if fits else f"the matrix has no picture, as its {size} fit no sheet up to A2"
    if fits:
        yield drawn
    elif format_ in JOINED:
        command = f"tocmodel matrix {quote(str(picture.file))} -o matrix.xlsx"
        print_message(f"Note: {left_out}: '{command}' writes all of it")
    if format_ not in JOINED:
        note = f"{left_out}: the {' and '.join(TABLES)} files have all of it" if left_out else ""
        first, last = (evolve(drawn, format=name) for name in TABLES)
        yield from (first, evolve(last, note=note))


def _size(picture: Picture) -> tuple[float, float]:
    scene = picture.drawing.scene
    return scene.width, scene.height
