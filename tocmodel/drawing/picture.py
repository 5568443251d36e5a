"""Drawings of a theory: a view of it as a picture, in any format, laid out when first needed."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from tocmodel.diagnostics import TocModelError
from tocmodel.diagram import chosen_view, theory_for, to_diagram
from tocmodel.diagram.brand import Brand
from tocmodel.diagram.large import busiest, is_large_map
from tocmodel.diagram.model import Diagram
from tocmodel.diagram.summary import MOST as MOST_IN_SUMMARY
from tocmodel.diagram.without_badges import without_badges
from tocmodel.drawing.matrix import MatrixDrawing
from tocmodel.drawing.scenes import (
    READABLE,
    Fonts,
    font_paths,
    format_of_file,
    note_on_letters,
    note_on_size,
    scene_bytes,
    svg_of,
    typefaces_in,
)
from tocmodel.fileformat.loading import TheoryLike, as_theory
from tocmodel.formats import WriterInput, find_format, names_from, suffixes_of
from tocmodel.layout.scene import Scene
from tocmodel.layout.sheet import (
    PAPER_PAGES,
    POSTERS,
    SLIDE,
    TILES,
    Sheet,
    fits_a2,
    require_page,
)
from tocmodel.model import Layout, TheoryOfChange, View
from tocmodel.results import NotebookDisplay
from tocmodel.self_describing import SelfDescribing
from tocmodel.system.files import write_atomically

if TYPE_CHECKING:
    from tocmodel.frameworks import Framework
    from tocmodel.layout.positions import Positions

SOURCES = (WriterInput.SCENE, WriterInput.DIAGRAM, WriterInput.DRAWING)
"""The inputs of the writers of a picture."""

FORMATS = names_from(*SOURCES)

SUFFIXES: Mapping[str, str] = suffixes_of(FORMATS)
"""The format for each ending of a file's name."""

_SMALLER = "draw a smaller view (focus on one element, or collapse groups)"


@frozen(kw_only=True)
class Drawing(SelfDescribing, NotebookDisplay):
    """One picture of a theory; a notebook displays it.

    Attributes:
        diagram: the diagram to draw.
        engine: the layout engine: ``graphviz-pure``, ``pygraphviz``, ``dot``, or the first of these
            that is installed.
        time_limit: the most seconds for each run of the engine.
        page: ``A4`` or ``A3`` for that sheet, if the picture fits it with text of 9 points;
            ``A2``, ``A1`` or ``A0`` for a picture as large as that sheet has room for; ``slide``
            for a slide, if it fits one with text of 12 points and without the small lines in its
            boxes; otherwise the smaller of A4 and A3 that has room.
        font: the font files to use for the letters they have; the font that comes with tocmodel
            draws the rest.
        theory: the theory of the diagram, for files with words beside the picture; ``None`` if the
            diagram was made in another way.
        language: the requested language of the words; empty for that of the theory.
        view: the view of the theory that the diagram shows; ``None`` if it was made in another way.
        frameworks: the partnership's own frameworks that the view uses.
        brand: the project's own colours and logo; ``None`` for the usual look.
        earlier: an earlier picture, whose boxes keep their places; ``None`` for none.
    """

    diagram: Diagram
    engine: str = ""
    time_limit: float = 30.0
    page: str = ""
    font: tuple[Path, ...] = field(default=(), converter=font_paths)
    theory: TheoryOfChange | None = field(default=None, repr=False)
    language: str = ""
    view: View | None = field(default=None, repr=False)
    frameworks: tuple[Any, ...] = field(default=(), repr=False)
    brand: Brand | None = None
    earlier: Scene | None = field(default=None, repr=False)
    _made: dict[str, Any] = field(factory=dict, init=False, repr=False, eq=False)

    @property
    def scene(self) -> Scene:
        """Everything with its position on the page; worked out once.

        Raises:
            TocModelError: there is no engine, it failed or took too long, there is too much to
                draw, or a font cannot be used.
        """
        if "scene" not in self._made and self.diagram.layout == Layout.LOGFRAME and self.theory:
            self._made["scene"] = self._logframe(self.theory)
        if "scene" not in self._made:
            from tocmodel.layout import layout  # noqa: PLC0415  (dot and mermaid do without)

            is_slide = self.page == SLIDE.page
            placed = layout(
                without_badges(self.diagram) if is_slide else self.diagram,
                self.engine or None,
                time_limit=self.time_limit,
                page=self.page or None,
                typefaces=typefaces_in(self.font),
                earlier=self._positions,
            )
            self._made["scene"] = self._branded(placed)
        scene: Scene = self._made["scene"]
        return scene

    @property
    def _positions(self) -> "Positions | None":
        from tocmodel.layout.positions import positions_in  # noqa: PLC0415  (as above)

        return positions_in(self.earlier, self.diagram) if self.earlier is not None else None

    def _branded(self, scene: Scene) -> Scene:
        from tocmodel.layout.branded import branded  # noqa: PLC0415  (as above)

        return branded(scene, self.diagram, self.brand) if self.brand else scene

    def _logframe(self, theory: TheoryOfChange) -> Scene:
        """The logframe of the theory, under the title of the picture."""
        from tocmodel.layout.branded import branded_table  # noqa: PLC0415  (as above)
        from tocmodel.layout.table.place import layout_matrix  # noqa: PLC0415  (few views ask for it)
        from tocmodel.tables.logframe import logframe  # noqa: PLC0415  (as above)

        table = logframe(theory, language=self.language or None)
        page = self.page if self.page in PAPER_PAGES else None
        placed = layout_matrix(table, page=page, typefaces=typefaces_in(self.font))
        return branded_table(placed, table, self.brand) if self.brand else placed

    @property
    def svg(self) -> str:
        """The picture as the text of an SVG file."""
        return svg_of(self.scene)

    def png(self, dpi: float = 144) -> bytes:
        """Return the picture as a PNG file; a very large one gets fewer dots per inch."""
        return self.to_bytes("png", dpi=dpi)

    def pdf(self) -> bytes:
        """Return the picture as a PDF file of one page."""
        return self.to_bytes("pdf")

    def tiles(self, sheet: str = "A4") -> bytes:
        """Return the picture, in its own size, as a PDF of sheets to be glued to a poster.

        Args:
            sheet: ``A4`` or ``A3``.

        Raises:
            TocModelError: there is no such sheet, or the picture cannot be laid out.
        """
        from tocmodel.render.tiles import pdf_tiles  # noqa: PLC0415  (needed for posters only)

        require_page(sheet, TILES)
        return pdf_tiles(self.scene, sheet)

    def to_bytes(self, format: str, *, dpi: float = 144) -> bytes:  # noqa: A002
        """Return the content of a file of one of the ``FORMATS``; ``dpi`` is for png only.

        Raises:
            TocModelError: there is no such format, or the picture cannot be laid out.
        """
        if format not in FORMATS:
            raise TocModelError(f"no format '{format}': choose one of {', '.join(FORMATS)}")
        kind = find_format(format, *SOURCES)
        if kind.source is WriterInput.DIAGRAM:
            return kind.to_bytes(self.diagram)
        if kind.source is WriterInput.DRAWING:
            return kind.to_bytes(self)
        return scene_bytes(kind, self.scene, dpi)

    def save(self, path: str | Path, *, dpi: float = 144) -> None:
        """Write the picture to a file, whole or not at all; its ending gives the format.

        Raises:
            TocModelError: the ending is not known, the picture cannot be laid out, or the file
                cannot be written.
        """
        write_atomically(path, self.to_bytes(format_of_file(path, FORMATS), dpi=dpi))

    @property
    def notes(self) -> tuple[str, ...]:
        """Notes for the user: letters that no font has, too large a size, what kept its place."""
        return (*self.notes_on_letters, *self.notes_on_size, *self.notes_on_positions)

    @property
    def notes_on_letters(self) -> tuple[str, ...]:
        """A note if no font has some letters, so that an SVG viewer uses its own font."""
        return note_on_letters(self.scene)

    @property
    def notes_on_positions(self) -> tuple[str, ...]:
        """A note on which boxes keep the places of an earlier picture, if there is one."""
        return self._note_on_positions(on_slides=self.page == SLIDE.page)

    @property
    def notes_on_slides(self) -> tuple[str, ...]:
        """The same note for slides of the picture."""
        return self._note_on_positions(on_slides=True)

    def _note_on_positions(self, *, on_slides: bool) -> tuple[str, ...]:
        from tocmodel.drawing.earlier import note_on_positions  # noqa: PLC0415  (few have one)

        earlier = self._positions
        if earlier is None:
            return ()
        note = note_on_positions(self.diagram, earlier, self._usual_layout, on_slides=on_slides)
        return (note,)

    @property
    def _usual_layout(self) -> str:
        """The layout without an earlier picture; empty if the drawing cannot know it."""
        if self.theory is None or self.view is None:
            return ""
        language, frameworks = self.language or None, self.frameworks
        return to_diagram(self.theory, self.view, language=language, frameworks=frameworks).layout

    @property
    def notes_on_size(self) -> tuple[str, ...]:
        """A note if the picture is larger than a sheet, or its key is on a second page.

        It has commands for what fits a sheet; ``FILE`` in them stands for the file of the theory.
        """
        if self.scene.more:
            return ("the key to the numbers is on a second page, which only a PDF has (-o x.pdf)",)
        if self.page == SLIDE.page:
            fits = self.scene.page == SLIDE.page
            return () if fits else (f"the picture does not fit a slide: {_SMALLER}, or divide it",)
        if not note_on_size(self.scene, self.page, "picture", ""):
            return ()  # and nothing smaller needs to be tried
        return note_on_size(self.scene, self.page, "picture", self._smaller)

    @property
    def _smaller(self) -> str:
        """What to draw in place of a picture that fits no sheet: commands that were tried."""
        elements = self.theory.whole.elements if self.theory else {}
        near = next((id_ for id_ in self._busiest() if self._fits_around(id_)), "")
        choices = list(filter(None, [self._larger_sheet()]))
        if len(self.diagram.boxes) > MOST_IN_SUMMARY and self.theory:
            choices.append(
                f"'tocmodel draw FILE --view summary' draws {MOST_IN_SUMMARY} boxes at most"
            )
        if near and is_large_map(self.diagram):
            choices.append("'tocmodel draw FILE --all -o pages.pdf' draws a page for each region")
        if near:
            step = f"{self._command} --focus {near} --upstream 1 --downstream 1"
            choices.append(f"'{step}' draws everything one step away from ‘{elements[near].title}’")
        return ", and ".join(choices) or _SMALLER

    def _larger_sheet(self) -> str:
        """Return the command for the next sheet on which words are large enough, if any."""
        larger = POSTERS[POSTERS.index(self.page) + 1 :] if self.page in POSTERS else ()
        for sheet in larger:
            drawn = self._drawn_as(page=sheet)
            if drawn and not note_on_size(drawn.scene, sheet, "picture", ""):
                return f"'{self._command} --page {sheet}' has words of {READABLE:g} points or more"
        return ""

    @property
    def _command(self) -> str:
        """The command for this view, without any option."""
        return (
            f"tocmodel draw FILE --view {self._view_id}" if self._view_id else "tocmodel draw FILE"
        )

    def _busiest(self) -> tuple[str, ...]:
        elements = self.theory.whole.elements if self.theory else {}
        return tuple(id_ for id_ in busiest(self.diagram, 6) if id_ in elements)

    @property
    def _view_id(self) -> str:
        """The view to name in a command; empty if it is the first, or not one of the theory's."""
        views = tuple(self.theory.views) if self.theory else ()
        return self.view.id if self.view and self.view.id in views[1:] else ""

    def _fits_around(self, id_: str) -> bool:
        """Whether what is one step round an element fits a sheet, as a command would draw it."""
        drawn = self._drawn_as(focus=id_, upstream=1, downstream=1)
        if drawn is None:
            return False
        return bool(drawn.scene.page) and fits_a2(drawn.scene.width, drawn.scene.height)

    def _drawn_as(self, **keys: Any) -> "Drawing | None":
        """Return the view as a command with some options would draw it; none without a theory."""
        if self.theory is None:
            return None
        view = self._view_id or None
        engine, font = self.engine or None, self.font
        return draw(self.theory, view, engine=engine, time_limit=self.time_limit, font=font, **keys)


def scene_on(drawing: Drawing, diagram: Diagram, sheets: tuple[Sheet, ...]) -> Scene:
    """Return a diagram laid out as a drawing would be, with its engine and fonts, on other sheets.

    Boxes keep the places of the earlier picture, if the drawing has one.

    Args:
        drawing: the drawing.
        diagram: the diagram to lay out, such as a part of the drawing.
        sheets: the sheets to try; if it fits none, the picture is as large as it needs to be.

    Raises:
        TocModelError: there is no engine, it failed or took too long, or a font cannot be used.
    """
    from tocmodel.layout import layout  # noqa: PLC0415  (dot and mermaid do without)
    from tocmodel.layout.positions import positions_in  # noqa: PLC0415  (as above)

    return layout(
        diagram,
        drawing.engine or None,
        time_limit=drawing.time_limit,
        sheets=sheets,
        typefaces=typefaces_in(drawing.font),
        earlier=None if drawing.earlier is None else positions_in(drawing.earlier, diagram),
    )


def draw(  # noqa: PLR0913  (each is a separate choice)
    theory: TheoryLike,
    view: View | str | None = None,
    *,
    engine: str | None = None,
    time_limit: float = 30.0,
    page: str | None = None,
    language: str | None = None,
    frameworks: "Iterable[Framework]" = (),
    font: Fonts | None = None,
    brand: Brand | None = None,
    keep_positions: "Drawing | str | Path | None" = None,
    **keys: Any,
) -> Drawing:
    """Return a drawing of a theory.

    ``draw(theory, focus="school-ready", upstream=1)`` and ``draw(theory, partner="schools")``
    change a view for this picture: you can give any key of a view by its name.

    Args:
        theory: the theory.
        view: a view, or the id of one of the theory's; by default its first.
        engine: the layout engine; by default the first one that is installed.
        time_limit: the most seconds for each run of the engine.
        page: ``A4``, ``A3`` or ``slide`` for that sheet, if the picture fits it; ``A2``, ``A1`` or
            ``A0`` for a picture as large as that sheet has room for.
        language: the language of the words, where the theory is translated.
        frameworks: the partnership's own frameworks that the view uses to sort or pick elements;
            those that come with tocmodel are known by id.
        font: a font file, or several; the first that has a letter draws it. Needs the extra
            ``fonts``.
        brand: the project's own colours and logo.
        keep_positions: an earlier picture of the theory, or the SVG file of one: its boxes keep
            their places, so that what is new does not move the rest.
        keys: keys of the view to change, such as ``focus``, ``upstream``, ``downstream``,
            ``partner``, ``where``, ``lanes`` or ``colour``.

    Raises:
        UnknownIdError: there is no such view or language; or the view, or a link, names something
            that does not exist.
        TocModelError: there is no such page, or no such key of a view.
    """
    theory, frameworks = as_theory(theory), tuple(frameworks)
    view = chosen_view(theory, view, keys)
    theory = theory_for(view, theory)
    make = partial(to_diagram, theory, language=language, frameworks=frameworks)
    diagram, earlier = make(view), None
    if keep_positions is not None:
        from tocmodel.drawing.earlier import earlier_picture, in_its_layout  # noqa: PLC0415  (few have one)

        earlier = earlier_picture(keep_positions)
        diagram = in_its_layout(earlier, diagram, view, make)
    drawn = draw_diagram(
        evolve(diagram, own_colours=brand.colours) if brand else diagram,
        engine=engine,
        time_limit=time_limit,
        page=page,
        font=font,
    )
    return evolve(
        drawn,
        theory=theory,
        language=language or "",
        view=view,
        frameworks=frameworks,
        brand=brand,
        earlier=earlier,
    )


def draw_diagram(
    diagram: Diagram,
    *,
    engine: str | None = None,
    time_limit: float = 30.0,
    page: str | None = None,
    font: Fonts | None = None,
) -> Drawing:
    """Return a drawing of an existing diagram.

    Raises:
        TocModelError: there is no such page.
    """
    require_page(page)
    return Drawing(
        diagram=diagram, engine=engine or "", time_limit=time_limit, page=page or "", font=font
    )


def to_pdf(
    drawings: Iterable[Drawing | MatrixDrawing], *, title: str = "", bookmarks: Iterable[str] = ()
) -> bytes:
    """Return drawings as one PDF file, with a page and a bookmark for each.

    Args:
        drawings: the drawings, at least one; each page has the size of its own sheet.
        title: the title of the file; by default that of the first drawing.
        bookmarks: the name of each page; by default the title of its drawing.

    Raises:
        TocModelError: there are no drawings, a picture cannot be laid out, or the font lacks a
            letter.
    """
    from tocmodel.render.pdf import pdf_pages  # noqa: PLC0415  (needed for this format only)

    scenes = [drawing.scene for drawing in drawings]
    if not scenes:
        raise TocModelError("there is nothing to draw")
    return pdf_pages(scenes, title, tuple(bookmarks))
