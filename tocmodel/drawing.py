"""Drawings: a theory and a view as a picture, in any format, laid out when first needed.

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

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import to_diagram
from tocmodel.diagram.matrix import Matrix
from tocmodel.diagram.parts import Diagram
from tocmodel.files import write_atomically
from tocmodel.formats import format_of, suffixes_of
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import require_page
from tocmodel.loading import TheoryLike
from tocmodel.model import View
from tocmodel.render import (
    FROM_DIAGRAM,
    FROM_SCENE,
    MATRIX_RENDERERS,
    find_matrix_writer,
    find_writer,
)
from tocmodel.results import Shown
from tocmodel.values import field, frozen

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework
    from tocmodel.layout.typefaces import Typeface

FORMATS = (*FROM_SCENE, *FROM_DIAGRAM)

SUFFIXES: Mapping[str, str] = suffixes_of(FORMATS)
"""The format that the ending of a file's name asks for."""

MATRIX_FORMATS = (*FROM_SCENE, *MATRIX_RENDERERS)

MATRIX_SUFFIXES: Mapping[str, str] = suffixes_of(MATRIX_FORMATS)
"""The format of a table that the ending of a file's name asks for."""


Fonts = str | Path | Iterable[str | Path]
"""A font file, or several."""


def _paths(font: Fonts | None) -> tuple[Path, ...]:
    if font is None:
        return ()
    return (Path(font),) if isinstance(font, str | Path) else tuple(map(Path, font))


def _typefaces(paths: tuple[Path, ...]) -> "tuple[Typeface, ...]":
    if not paths:
        return ()
    from tocmodel.layout.typefaces import read_typefaces  # noqa: PLC0415  (for fonts of one's own)

    return read_typefaces(paths)


@frozen(kw_only=True)
class Drawing(Shown):
    """One picture of a theory; in a notebook it shows itself.

    Attributes:
        diagram: what is drawn.
        engine: what lays it out: ``graphviz-pure``, ``pygraphviz``, ``dot``, or the first of these
            that is installed.
        time_limit: the most seconds that the engine may take each time it is asked.
        page: ``A4`` or ``A3`` for that sheet, where the picture fits it with text of 9 points; else
            the smaller of both on which it has room.
        font: the font files that draw what they have; the font that comes with tocmodel draws the
            rest.
    """

    diagram: Diagram
    engine: str | None = None
    time_limit: float = 30.0
    page: str | None = None
    font: tuple[Path, ...] = field(default=(), converter=_paths)
    _made: dict[str, Any] = field(factory=dict, init=False, repr=False, eq=False)

    @property
    def scene(self) -> Scene:
        """Everything with its place on the page; worked out once.

        Raises:
            TocModelError: there is no engine, it failed or took too long, there is too much to
                draw, or a font cannot be used.
        """
        if "scene" not in self._made:
            from tocmodel.layout import layout  # noqa: PLC0415  (dot and mermaid do without)

            self._made["scene"] = layout(
                self.diagram,
                self.engine,
                time_limit=self.time_limit,
                page=self.page,
                typefaces=_typefaces(self.font),
            )
        scene: Scene = self._made["scene"]
        return scene

    @property
    def svg(self) -> str:
        """The picture as the text of an SVG file."""
        return str(find_writer("svg")(self.scene))

    def png(self, dpi: float = 144) -> bytes:
        """Return the picture as a PNG file; a very large one gets fewer dots to the inch."""
        return self.to_bytes("png", dpi=dpi)

    def pdf(self) -> bytes:
        """Return the picture as a PDF file of one page."""
        return self.to_bytes("pdf")

    def to_bytes(self, format: str, *, dpi: float = 144) -> bytes:  # noqa: A002
        """Return the content of a file of one of the ``FORMATS``; ``dpi`` is for png only.

        Raises:
            TocModelError: there is no such format, or the picture cannot be laid out.
        """
        if format not in FORMATS:
            raise TocModelError(f"no format '{format}': choose one of {', '.join(FORMATS)}")
        writer = find_writer(format)
        if format == "png":
            made = writer(self.scene, dpi)
        else:
            made = writer(self.scene if format in FROM_SCENE else self.diagram)
        return made if isinstance(made, bytes) else made.encode("utf-8", "replace")

    def save(self, path: str | Path, *, dpi: float = 144) -> None:
        """Write the picture to a file, whole or not at all; its ending says the format.

        Raises:
            TocModelError: the ending is not known, the picture cannot be laid out, or the file
                cannot be written.
        """
        write_atomically(path, self.to_bytes(_format_of(path, FORMATS), dpi=dpi))

    @property
    def notes(self) -> tuple[str, ...]:
        """Notes for the user: letters that no font has, or too large a size."""
        return (*self.notes_on_letters, *self.notes_on_size)

    @property
    def notes_on_letters(self) -> tuple[str, ...]:
        """A note where no font has some letters, and a viewer of the SVG uses one of its own."""
        return _notes_on_letters(self.scene)

    @property
    def notes_on_size(self) -> tuple[str, ...]:
        """A note where the picture is larger than a sheet."""
        smaller = "draw a smaller view (focus on one element, or collapse groups)"
        return _notes_on_size(self.scene, self.page, "picture", smaller)


@frozen(kw_only=True)
class MatrixDrawing(Shown):
    """One table or heat map, in any format; in a notebook it shows itself.

    Attributes:
        matrix: what is shown.
        page: ``A4`` or ``A3`` for that sheet, where the table fits it with text of 9 points; else
            the smaller of both on which it has room.
        font: the font files that draw what they have; the font that comes with tocmodel draws the
            rest.
    """

    matrix: Matrix
    page: str | None = None
    font: tuple[Path, ...] = field(default=(), converter=_paths)
    _made: dict[str, Any] = field(factory=dict, init=False, repr=False, eq=False)

    @property
    def scene(self) -> Scene:
        """Everything with its place on the page; worked out once, and with no engine."""
        if "scene" not in self._made:
            from tocmodel.layout.matrix import layout_matrix  # noqa: PLC0415  (csv does without)

            self._made["scene"] = layout_matrix(
                self.matrix, page=self.page, typefaces=_typefaces(self.font)
            )
        scene: Scene = self._made["scene"]
        return scene

    @property
    def svg(self) -> str:
        """The picture as the text of an SVG file."""
        return str(find_writer("svg")(self.scene))

    @property
    def html(self) -> str:
        """The table as a web page that needs no other file."""
        return str(find_matrix_writer("html")(self.matrix))

    def to_bytes(self, format: str, *, dpi: float = 144) -> bytes:  # noqa: A002
        """Return the content of a file of one of the ``MATRIX_FORMATS``; ``dpi`` is for png only.

        Raises:
            TocModelError: there is no such format, or a PDF lacks a letter.
        """
        if format not in MATRIX_FORMATS:
            known = ", ".join(MATRIX_FORMATS)
            raise TocModelError(f"no format '{format}' for a table: choose one of {known}")
        if format in MATRIX_RENDERERS:
            made = find_matrix_writer(format)(self.matrix)
        elif format == "png":
            made = find_writer(format)(self.scene, dpi)
        else:
            made = find_writer(format)(self.scene)
        return made if isinstance(made, bytes) else made.encode("utf-8", "replace")

    def save(self, path: str | Path, *, dpi: float = 144) -> None:
        """Write the table to a file, whole or not at all; its ending says the format.

        Raises:
            TocModelError: the ending is not known, or the file cannot be written.
        """
        write_atomically(path, self.to_bytes(_format_of(path, MATRIX_FORMATS), dpi=dpi))

    @property
    def notes(self) -> tuple[str, ...]:
        """Notes for the user: letters that no font has, or too large a size."""
        smaller = "show fewer rows or columns, or use html"
        return (
            *_notes_on_letters(self.scene),
            *_notes_on_size(self.scene, self.page, "table", smaller),
        )


def _format_of(path: str | Path, names: Sequence[str]) -> str:
    return format_of(path, names, writes="save as")


def _notes_on_letters(scene: Scene) -> tuple[str, ...]:
    from tocmodel.render.letters import ADVICE, missing_letters, say_missing  # noqa: PLC0415

    missing = missing_letters(scene)
    if not missing:
        return ()
    viewers = "a viewer draws them in a font of its own, and their width is a guess"
    return (f"{say_missing(missing)}: {viewers}; {ADVICE}",)


def _notes_on_size(scene: Scene, page: str | None, what: str, smaller: str) -> tuple[str, ...]:
    wanted, drawn = page or "A3", scene.page
    if drawn.startswith(wanted) or (drawn and not page):
        return ()
    if drawn:
        return (f"the {what} does not fit {wanted}, and is made for {drawn}: for print, {smaller}",)
    wide, high = (round(side / 72 * 2.54) for side in (scene.width, scene.height))
    return (f"the {what} is {wide} by {high} cm, larger than {wanted}: for print, {smaller}",)


def draw(  # noqa: PLR0913  (each is a choice of its own)
    theory: TheoryLike,
    view: View | str | None = None,
    *,
    engine: str | None = None,
    time_limit: float = 30.0,
    page: str | None = None,
    language: str = "",
    frameworks: "Iterable[Framework]" = (),
    font: Fonts | None = None,
    **keys: Any,
) -> Drawing:
    """Return a drawing of a theory.

    ``draw(theory, focus="school-ready", upstream=1)`` and ``draw(theory, partner="schools")``
    change a view for this picture: any key of a view may be given by its name.

    Args:
        theory: the theory.
        view: a view, or the id of one of the theory's; its first when left out.
        engine: what lays it out; else the first engine that is installed.
        time_limit: the most seconds that the engine may take each time it is asked.
        page: ``A4`` or ``A3`` for that sheet, where the picture fits it.
        language: language of the words, where the theory is translated.
        frameworks: frameworks of a partnership's own by which the view sorts or picks elements;
            those that come with tocmodel are known by their ids.
        font: a font file, or several, to draw with; the first that has a letter draws it. Needs
            the extra ``fonts``.
        keys: keys of a view that differ from it, such as ``focus``, ``upstream``, ``downstream``,
            ``partner``, ``where``, ``lanes`` or ``colour``.

    Raises:
        TocModelError: there is no such view, page, language or key; or the view, or a link, names
            something that does not exist.
    """
    return draw_diagram(
        to_diagram(theory, view, language=language, frameworks=frameworks, **keys),
        engine=engine,
        time_limit=time_limit,
        page=page,
        font=font,
    )


def draw_diagram(
    diagram: Diagram,
    *,
    engine: str | None = None,
    time_limit: float = 30.0,
    page: str | None = None,
    font: Fonts | None = None,
) -> Drawing:
    """Return a drawing of a diagram that was made elsewhere.

    Raises:
        TocModelError: there is no such page.
    """
    require_page(page)
    return Drawing(diagram=diagram, engine=engine, time_limit=time_limit, page=page, font=font)


def to_pdf(
    drawings: Iterable[Drawing | MatrixDrawing], *, title: str = "", bookmarks: Iterable[str] = ()
) -> bytes:
    """Return drawings as one PDF file, with a page and a bookmark for each.

    Args:
        drawings: what to show, at least one; each page has the size of its own sheet.
        title: the title of the file; else that of the first drawing.
        bookmarks: what to call each page; else the title of its drawing.

    Raises:
        TocModelError: there is nothing to show, a picture cannot be laid out, or the font lacks a
            letter.
    """
    from tocmodel.render.pdf import pdf_pages  # noqa: PLC0415  (needed for this format only)

    scenes = [drawing.scene for drawing in drawings]
    if not scenes:
        raise TocModelError("there is nothing to draw")
    return pdf_pages(scenes, title, tuple(bookmarks))


def draw_matrix(
    matrix: Matrix, *, page: str | None = None, font: Fonts | None = None
) -> MatrixDrawing:
    """Return a drawing of a table or a heat map, with a font file or several of one's own.

    >>> from tocmodel.diagram.matrix import Cell, Heading
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
    require_page(page)
    return MatrixDrawing(matrix=matrix, page=page, font=font)
