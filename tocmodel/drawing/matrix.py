"""Drawings of tables and heat maps."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram.brand import Brand
from tocmodel.drawing.scenes import (
    Fonts,
    font_paths,
    format_of_file,
    note_on_letters,
    note_on_size,
    scene_bytes,
    svg_of,
    typefaces_in,
)
from tocmodel.formats import WriterInput, find_format, names_from, suffixes_of
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import PAPER_PAGES, require_page
from tocmodel.results import NotebookDisplay
from tocmodel.self_describing import SelfDescribing
from tocmodel.system.files import write_atomically
from tocmodel.tables.matrix import Matrix

MATRIX_FORMATS = names_from(WriterInput.SCENE, WriterInput.MATRIX)

MATRIX_SUFFIXES: Mapping[str, str] = suffixes_of(MATRIX_FORMATS)
"""The format of a table for each ending of a file's name."""


@frozen(kw_only=True)
class MatrixDrawing(SelfDescribing, NotebookDisplay):
    """One table or heat map, in any format; a notebook displays it.

    Attributes:
        matrix: the table to draw.
        page: ``A4`` or ``A3`` for that sheet, if the table fits it with text of 9 points; otherwise
            the smaller of both that has room.
        font: the font files to use for the letters they have; the font that comes with tocmodel
            draws the rest.
        brand: the project's own colours and logo; ``None`` for the usual look.
    """

    matrix: Matrix
    page: str = ""
    font: tuple[Path, ...] = field(default=(), converter=font_paths)
    brand: Brand | None = None
    _made: dict[str, Any] = field(factory=dict, init=False, repr=False, eq=False)

    @property
    def scene(self) -> Scene:
        """Everything with its position on the page; worked out once, without an engine."""
        if "scene" not in self._made:
            from tocmodel.layout.branded import branded_table  # noqa: PLC0415  (as above)
            from tocmodel.layout.table.place import layout_matrix  # noqa: PLC0415  (csv does without)

            placed = layout_matrix(
                self.matrix, page=self.page or None, typefaces=typefaces_in(self.font)
            )
            own = self.brand
            self._made["scene"] = branded_table(placed, self.matrix, own) if own else placed
        scene: Scene = self._made["scene"]
        return scene

    @property
    def svg(self) -> str:
        """The picture as the text of an SVG file."""
        return svg_of(self.scene)

    @property
    def html(self) -> str:
        """The table as a self-contained web page."""
        return str(find_format("html", WriterInput.MATRIX).write(self.matrix))

    def to_bytes(self, format: str, *, dpi: float = 144) -> bytes:  # noqa: A002
        """Return the content of a file of one of the ``MATRIX_FORMATS``; ``dpi`` is for png only.

        Raises:
            TocModelError: there is no such format, or a PDF lacks a letter.
        """
        if format not in MATRIX_FORMATS:
            known = ", ".join(MATRIX_FORMATS)
            raise TocModelError(f"no format '{format}' for a table: choose one of {known}")
        kind = find_format(format, WriterInput.SCENE, WriterInput.MATRIX)
        if kind.source is WriterInput.MATRIX:
            return kind.to_bytes(self.matrix)
        return scene_bytes(kind, self.scene, dpi)

    def save(self, path: str | Path, *, dpi: float = 144) -> None:
        """Write the table to a file, whole or not at all; its ending gives the format.

        Raises:
            TocModelError: the ending is not known, or the file cannot be written.
        """
        write_atomically(path, self.to_bytes(format_of_file(path, MATRIX_FORMATS), dpi=dpi))

    @property
    def notes(self) -> tuple[str, ...]:
        """Notes for the user: letters that no font has, or too large a size."""
        smaller = "show fewer rows or columns, or use html"
        return (
            *self.notes_on_letters,
            *note_on_size(self.scene, self.page, "table", smaller),
        )

    @property
    def notes_on_letters(self) -> tuple[str, ...]:
        """A note if no font has some letters, so that an SVG viewer uses its own font."""
        return note_on_letters(self.scene)


def draw_matrix(
    matrix: Matrix,
    *,
    page: str | None = None,
    font: Fonts | None = None,
    brand: Brand | None = None,
) -> MatrixDrawing:
    """Return a drawing of a table or a heat map, perhaps with the user's own fonts and brand.

    >>> from tocmodel.tables.matrix import Cell, Heading
    >>> row, column = Heading(id="a", title="Applied"), Heading(id="s", title="Stories")
    >>> cell = Cell(row="a", column="s", texts=("She tried it",))
    >>> drawing = draw_matrix(
    ...     Matrix(title="Value", corner="Cycle", rows=(row,), columns=(column,), cells=(cell,))
    ... )
    >>> print(drawing.to_bytes("text").decode())
    Value
    =====
    <BLANKLINE>
    Cycle      Stories
    ---------  ------------
    Applied    She tried it
    <BLANKLINE>

    Raises:
        TocModelError: there is no such page.
    """
    require_page(page, PAPER_PAGES)
    return MatrixDrawing(matrix=matrix, page=page or "", font=font, brand=brand)
