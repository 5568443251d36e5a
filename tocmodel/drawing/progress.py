"""Drawings of the progress of indicators: small charts."""

from pathlib import Path
from typing import Any

from attrs import field, frozen

from tocmodel.analysis.progress import ProgressReport, progress
from tocmodel.diagnostics import TocModelError, listed
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
from tocmodel.fileformat.loading import TheoryLike
from tocmodel.formats import WriterInput, find_format, names_from
from tocmodel.layout.scene import Scene
from tocmodel.results import NotebookDisplay
from tocmodel.self_describing import SelfDescribing
from tocmodel.system.files import write_atomically
from tocmodel.tables.trends import Trends, to_trends


@frozen(kw_only=True)
class ProgressDrawing(SelfDescribing, NotebookDisplay):
    """Small charts of the progress of indicators as a picture; a notebook displays it.

    Attributes:
        progress: the progress of the indicators.
        trends: what the charts show.
        as_lines: whether each has a line with a small chart in it, instead of a panel.
        upright: whether the page is upright, as those of a document are.
        font: the font files to use for the letters they have; the font that comes with tocmodel
            draws the rest.
    """

    progress: ProgressReport
    trends: Trends = field(repr=False)
    as_lines: bool = False
    upright: bool = False
    font: tuple[Path, ...] = field(default=(), converter=font_paths)
    _made: dict[str, Any] = field(factory=dict, init=False, repr=False, eq=False)

    @property
    def scene(self) -> Scene:
        """Everything with its position on the page; worked out once, without an engine.

        Raises:
            TocModelError: there are too many charts for a picture, or a font cannot be used.
        """
        if "scene" not in self._made:
            from tocmodel.layout.trends.place import layout_trends  # noqa: PLC0415  (for a picture only)

            self._made["scene"] = layout_trends(
                self.trends,
                as_lines=self.as_lines,
                upright=self.upright,
                typefaces=typefaces_in(self.font),
            )
        scene: Scene = self._made["scene"]
        return scene

    @property
    def svg(self) -> str:
        """The picture as the text of an SVG file."""
        return svg_of(self.scene)

    def to_bytes(self, format: str, *, dpi: float = 144) -> bytes:  # noqa: A002
        """Return the content of a file: svg, png or pdf; ``dpi`` is for png only.

        Raises:
            TocModelError: there is no such format, or there are too many charts for a picture.
        """
        known = names_from(WriterInput.SCENE)
        if format not in known:
            raise TocModelError(f"no format '{format}' for charts: choose one of {listed(known)}")
        return scene_bytes(find_format(format, WriterInput.SCENE), self.scene, dpi)

    def save(self, path: str | Path, *, dpi: float = 144) -> None:
        """Write the picture to a file, whole or not at all; its ending gives the format.

        Raises:
            TocModelError: the ending is not known, or the file cannot be written.
        """
        names = names_from(WriterInput.SCENE)
        write_atomically(path, self.to_bytes(format_of_file(path, names), dpi=dpi))

    @property
    def notes(self) -> tuple[str, ...]:
        """Notes for the user: letters that no font has, or too large a size."""
        smaller = "choose some with --status, or use --lines"
        return (
            *note_on_letters(self.scene),
            *note_on_size(self.scene, "", "picture", smaller),
        )


def draw_progress(
    theory: TheoryLike | ProgressReport,
    *,
    language: str | None = None,
    as_lines: bool = False,
    upright: bool = False,
    font: Fonts | None = None,
) -> ProgressDrawing:
    """Return a drawing of the progress of indicators: a small chart for each.

    Args:
        theory: the theory, or the progress of some of its indicators.
        language: the language of the titles, where the theory is translated.
        as_lines: a line with a small chart for each, instead of a panel.
        upright: the page is upright, as those of a document are.
        font: a font file, or several; the first that has a letter draws it. Needs the extra
            ``fonts``.

    Raises:
        UnknownIdError: the theory is not translated into this language.
    """
    found = theory if isinstance(theory, ProgressReport) else progress(theory)
    return ProgressDrawing(
        progress=found,
        trends=to_trends(found, language=language),
        as_lines=as_lines,
        upright=upright,
        font=font,
    )
