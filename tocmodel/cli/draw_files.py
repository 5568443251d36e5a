"""Which file each picture goes into, for ``tocmodel draw``.

A PDF, a PowerPoint file and a draw.io file have all requested pictures, and a web page has all
requested views of a theory. In any other format each picture is a separate file. Nothing is written
until all files are known to be writable.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from tocmodel.cli.models import stem
from tocmodel.cli.output import OutputOptions, check_file, write_file
from tocmodel.cli.progress_bar import tracked
from tocmodel.cli.streams import STDIN, print_bytes, print_message
from tocmodel.diagnostics import TocModelError
from tocmodel.formats import WriterInput, ending_of, endings, is_known, names_from
from tocmodel.system.files import make_folder, read_whole

if TYPE_CHECKING:
    from tocmodel.drawing import Drawing, MatrixDrawing

PICTURES = names_from(WriterInput.SCENE)
"""The formats that are a picture and nothing else."""

IN_A_FILE = (*PICTURES, *names_from(WriterInput.DRAWING))
"""The formats that go to a file by default; the others go to standard output."""

JOINED = ("pdf", "html", "pptx", "drawio")
"""The formats that have all requested pictures in one file."""


@frozen(kw_only=True)
class PictureFileOptions:
    """How pictures are written.

    Attributes:
        dpi: dots per inch, for png.
        as_slides: whether a picture that is too large for a slide becomes several.
        template: the content of a PowerPoint file to use for pptx.
        tile: the sheets of paper to divide a picture among, for pdf; empty for one page.
    """

    dpi: int = 144
    as_slides: bool = False
    template: bytes | None = None
    tile: str = ""


def read_template(path: Path | None) -> bytes | None:
    """Return the content of a template, if one is named.

    Raises:
        TocModelError: it is too large, or cannot be read.
    """
    if path is None:
        return None
    from tocmodel.slides.powerpoint.template import TemplateLimits

    return read_whole(path, TemplateLimits().size)


@frozen(kw_only=True)
class Picture:
    """A picture to write.

    Attributes:
        file: the theory's file.
        theory: the theory's title.
        view: the id of the requested view; empty if none was requested.
        drawing: the picture, or a table.
        format: the format of its file, where it is not that of the others; may be empty.
        in_set: it is one of several that stand for a picture too large for a sheet.
        is_slide: it is one of several slides of a picture.
        note: what to say below the name of its file.
    """

    file: Path
    theory: str
    view: str
    drawing: "Drawing | MatrixDrawing"
    format: str = ""
    in_set: bool = False
    is_slide: bool = False
    note: str = ""

    @property
    def title(self) -> str:
        """The title of the picture."""
        from tocmodel.drawing import MatrixDrawing

        drawing = self.drawing
        return drawing.matrix.title if isinstance(drawing, MatrixDrawing) else drawing.diagram.title

    @property
    def diagram_drawing(self) -> "Drawing":
        """The picture, where it cannot be a table."""
        from tocmodel.drawing import Drawing

        if not isinstance(self.drawing, Drawing):
            raise TypeError(f"a table cannot be drawn as a diagram: {self.title}")
        return self.drawing


Job = tuple[Path | None, Sequence[Picture]]
"""A file to write (``None`` for standard output), and its content."""


def picture_format(output: OutputOptions, *, several: bool) -> str:
    """Return the format of the pictures.

    Args:
        output: their destination.
        several: whether more than one is requested; a name without an ending is then a folder.

    Raises:
        TocModelError: the file's ending is not that of a picture.
    """
    if _is_folder(output, several=several):
        return output.wanted or output.usual
    return output.format


def go_into_one_file(output: OutputOptions, *, several: bool) -> bool:
    """Return whether all pictures go into one named file, or to standard output by its name."""
    return output.path is not None and not _is_folder(output, several=several)


def write_pictures(
    pictures: Sequence[Picture],
    output: OutputOptions,
    options: PictureFileOptions,
    *,
    several: bool,
) -> None:
    """Write pictures, and report the files.

    Args:
        pictures: the pictures.
        output: their destination.
        options: how to write them.
        several: whether more than one is requested.

    Raises:
        TocModelError: a file must not be overwritten or cannot be written, two pictures would go
            into one file, or a picture cannot be laid out.
    """
    format_ = picture_format(output, several=several)
    jobs = list(_jobs(pictures, output, format_, several=several))
    if options.as_slides and format_ in PICTURES:
        jobs = [part for job in jobs for part in _slides(job, format_)]
    _refuse_lost(jobs, output)
    for target, contents in tracked(jobs, "Drawing"):
        own = contents[0].format or format_
        data = _bytes(contents, own, options, several=several or len(contents) > 1)
        # A note may fail, so they are all made before the file is written.
        notes = list(_notes(contents, own))
        if target is None:
            print_bytes(data)
        else:
            if _is_folder(output, several=several):
                make_folder(target.parent)
            write_file(target, data, force=output.force)
            print_message(f"Drew {target}")
        for note in (*notes, *(picture.note for picture in contents if picture.note)):
            print_message(f"Note: {note}")


def _is_folder(output: OutputOptions, *, several: bool) -> bool:
    """Return whether ``--output`` is a folder; the name of a new one has no dot.

    With ``--format``, the name may have any unknown ending (``2019.06``).
    """
    file = output.file
    if file is None or file.is_dir():
        return file is not None
    ending = ending_of(file)
    return several and (not ending or bool(output.wanted and not is_known(ending)))


def _jobs(
    pictures: Sequence[Picture], output: OutputOptions, format_: str, *, several: bool
) -> Iterator[Job]:
    if several and format_ in JOINED:
        yield from _joined(pictures, output, format_)
        return
    for picture in pictures:
        yield _target(picture, output, format_, several=several, among=pictures), [picture]


def _slides(job: Job, format_: str) -> Iterator[Job]:
    """Divide the pictures of a file into slides: pages of it, or files with a number."""
    from tocmodel.slides.pictures import to_slides

    target, pictures = job
    slides: list[Picture] = []
    for picture in pictures:
        found = to_slides(picture.diagram_drawing, first=len(slides) + 1)
        own = [evolve(picture, drawing=drawing, is_slide=True) for drawing in found]
        slides += [
            evolve(own[0], note="; ".join(picture.diagram_drawing.notes_on_slides)),
            *own[1:],
        ]
    if format_ == "pdf" or len(slides) == 1:
        yield target, slides
        return
    if target is None:
        raise TocModelError(_several_to_standard_output(format_))
    ending = ending_of(target)
    name, ending = target.name[: -len(ending)], target.name[-len(ending) :]
    for number, slide in enumerate(slides, 1):
        yield target.with_name(f"{name}-{number}{ending}"), [slide]


def _several_to_standard_output(format_: str) -> str:
    return (
        f"several {format_} pictures cannot go to standard output; name a folder with "
        "--output, or draw them as one pdf"
    )


def _joined(pictures: Sequence[Picture], output: OutputOptions, format_: str) -> Iterator[Job]:
    """Put all pictures into the named file, or those of each theory into its own."""
    files = dict.fromkeys(picture.file for picture in pictures)
    is_named = output.file is not None and not _is_folder(output, several=True)
    if is_named or output.path == STDIN or STDIN in files:
        yield output.file, pictures
        return
    for file in files:
        contents = [picture for picture in pictures if picture.file == file]
        yield (output.file or file.parent) / f"{stem(file)}{endings(format_)[0]}", contents


def _target(
    picture: Picture,
    output: OutputOptions,
    format_: str,
    *,
    several: bool,
    among: Sequence[Picture],
) -> Path | None:
    """Return the file of one picture; ``None`` for standard output."""
    beside_none = picture.file == STDIN or (format_ not in IN_A_FILE and not several)
    if output.path == STDIN or (output.path is None and beside_none):
        if len(among) > 1 and format_ in IN_A_FILE:
            raise TocModelError(_several_to_standard_output(format_))
        return None
    parts = [part for part in picture.view.split("/") if part]
    own = "-".join([stem(picture.file), *parts])
    if output.file is None or _is_folder(output, several=several):
        return (
            output.file or picture.file.parent
        ) / f"{own}{endings(picture.format or format_)[0]}"
    if not several:
        return output.file
    one_theory = all(other.file == picture.file for other in among)
    ending = ending_of(output.file)
    base, ending = output.file.name[: -len(ending)], output.file.name[-len(ending) :]
    if picture.format:
        ending = endings(picture.format)[0]
    return output.file.with_name("-".join([base, *(parts if one_theory else [own])]) + ending)


def _refuse_lost(jobs: Sequence[Job], output: OutputOptions) -> None:
    """Refuse to overwrite files to keep, and files written a moment ago."""
    targets = Counter(target for target, _ in jobs if target is not None)
    for target, times in targets.items():
        if times > 1:
            raise TocModelError(
                f"{times} pictures would be called '{target}'; draw their theories one by one"
            )
        check_file(target, force=output.force)


def _bytes(
    contents: Sequence[Picture], format_: str, options: PictureFileOptions, *, several: bool
) -> bytes:
    if options.tile:
        return _tiles(contents, options.tile)
    if options.template is None and not (several and format_ in JOINED):
        return contents[0].drawing.to_bytes(format_, dpi=options.dpi)
    for picture in tracked(contents, "Drawing"):
        _ = picture.drawing.scene  # it is laid out once, and takes most of the time
    if format_ == "html":
        return _page(contents)
    names = _names(contents)
    title = ", ".join(dict.fromkeys(picture.theory for picture in contents))
    if format_ == "pptx":
        from tocmodel.slides.powerpoint.write import to_pptx

        drawings = [picture.diagram_drawing for picture in contents]
        return to_pptx(drawings, title=title, names=names, template=options.template)
    if format_ == "drawio":
        from tocmodel.slides.drawio.write import to_drawio

        drawings = [picture.diagram_drawing for picture in contents]
        return to_drawio(drawings, names=names).encode()
    from tocmodel.drawing import to_pdf

    return to_pdf((picture.drawing for picture in contents), title=title, bookmarks=names)


def _tiles(contents: Sequence[Picture], sheet: str) -> bytes:
    if len(contents) > 1:
        raise TocModelError("--tile makes a poster of one picture: name a view with --view")
    return contents[0].diagram_drawing.tiles(sheet)


def _page(contents: Sequence[Picture]) -> bytes:
    from tocmodel.page.drawing_page import to_html

    if len({picture.file for picture in contents}) > 1:
        raise TocModelError("a web page has one theory: name a folder with --output")
    return to_html(picture.diagram_drawing for picture in contents).encode()


def _names(contents: Sequence[Picture]) -> list[str]:
    """Return the names of pictures in a file, with their theories if there are several."""
    titles = [picture.title for picture in contents]
    if len({picture.theory for picture in contents}) < 2:
        return titles
    return [
        title if title == picture.theory else f"{picture.theory}: {title}"
        for title, picture in zip(titles, contents, strict=True)
    ]


def _notes(contents: Sequence[Picture], format_: str) -> Iterator[str]:
    """Yield the notes on some pictures, each on its page if there are several."""
    for page, picture in enumerate(contents, 1):
        for note in _notes_on(picture, format_):
            where = f"page {page}, '{picture.title}': " if len(contents) > 1 else ""
            yield f"{where}{note.replace('draw FILE ', f'draw {quote(str(picture.file))} ')}"


def _notes_on(picture: Picture, format_: str) -> tuple[str, ...]:
    """Return the notes on a picture that matter in a format; what fits slides has no size."""
    from tocmodel.drawing import MatrixDrawing

    drawing = picture.drawing
    if isinstance(drawing, MatrixDrawing):
        return drawing.notes if format_ in (*PICTURES, "html") else ()
    if picture.in_set:
        return drawing.notes_on_letters
    if picture.is_slide:
        return (*drawing.notes_on_letters, *drawing.notes_on_size)
    if format_ == "pptx":
        return drawing.notes_on_slides
    return drawing.notes if format_ in (*PICTURES, "html") else drawing.notes_on_positions
