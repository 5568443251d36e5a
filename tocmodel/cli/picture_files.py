"""Which file each picture goes into, for ``tocmodel draw``.

A PDF holds all the pictures that are asked for, a page each; of any other format each picture is a
file. Nothing is written before every file is known to be free.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from tocmodel.cli.answers import Output, check_file, write_file
from tocmodel.cli.models import stem
from tocmodel.cli.streams import STDIN, put_bytes, say
from tocmodel.diagnostics import TocModelError
from tocmodel.drawing import Drawing, to_pdf
from tocmodel.files import make_folder
from tocmodel.formats import FORMATS, ending_of, is_known
from tocmodel.render import FROM_SCENE
from tocmodel.values import frozen

PICTURES = FROM_SCENE
"""The formats that go to a file of their own accord; the others go to standard output."""


@frozen(kw_only=True)
class Picture:
    """A picture to write.

    Attributes:
        file: the theory's file.
        theory: the theory's title.
        view: the id of the view that was asked for; empty where none was.
        drawing: the picture.
    """

    file: Path
    theory: str
    view: str
    drawing: Drawing


Job = tuple[Path | None, Sequence[Picture]]
"""A file to write (``None`` for standard output), and what goes into it."""


def picture_format(output: Output, *, several: bool) -> str:
    """Return the format of the pictures.

    Args:
        output: where they go.
        several: whether more than one was asked for; then a name without an ending is a folder's.

    Raises:
        TocModelError: the ending of the file asks for no kind of picture.
    """
    if _is_folder(output, several=several):
        return output.wanted or output.usual
    return output.format


def write_pictures(
    pictures: Sequence[Picture], output: Output, *, several: bool, dpi: int = 144
) -> None:
    """Write pictures, and say where.

    Raises:
        TocModelError: a file may not be written over or cannot be written, two pictures would go
            into one file, or a picture cannot be laid out.
    """
    format_ = picture_format(output, several=several)
    jobs = list(_jobs(pictures, output, format_, several=several))
    _refuse_lost(jobs, output)
    for target, held in jobs:
        data = _bytes(held, format_, dpi, several=several)
        if target is None:
            put_bytes(data)
        else:
            if _is_folder(output, several=several):
                make_folder(target.parent)
            write_file(target, data, force=output.force)
            say(f"Drew {target}")
        for note in _notes(held) if format_ in FROM_SCENE else ():
            say(f"Note: {note}")


def _is_folder(output: Output, *, several: bool) -> bool:
    """Say whether ``--output`` is a folder; one that is not there yet has a name without a dot.

    Where ``--format`` says what is drawn, any ending that nobody knows will do (``2019.06``).
    """
    file = output.file
    if file is None or file.is_dir():
        return file is not None
    ending = ending_of(file)
    return several and (not ending or bool(output.wanted and not is_known(ending)))


def _jobs(
    pictures: Sequence[Picture], output: Output, format_: str, *, several: bool
) -> Iterator[Job]:
    if several and format_ == "pdf":
        yield from _books(pictures, output)
        return
    for picture in pictures:
        yield _target(picture, output, format_, several=several, among=pictures), [picture]


def _books(pictures: Sequence[Picture], output: Output) -> Iterator[Job]:
    """Put all pictures into the one file that is named, else those of each theory into its own."""
    files = dict.fromkeys(picture.file for picture in pictures)
    is_named = output.file is not None and not _is_folder(output, several=True)
    if is_named or output.path == STDIN or STDIN in files:
        yield output.file, pictures
        return
    for file in files:
        held = [picture for picture in pictures if picture.file == file]
        yield (output.file or file.parent) / f"{stem(file)}.pdf", held


def _target(
    picture: Picture, output: Output, format_: str, *, several: bool, among: Sequence[Picture]
) -> Path | None:
    """Return the file of one picture; ``None`` for standard output."""
    beside_none = picture.file == STDIN or (format_ not in PICTURES and not several)
    if output.path == STDIN or (output.path is None and beside_none):
        if len(among) > 1 and format_ in PICTURES:
            raise TocModelError(
                f"several {format_} pictures cannot go to standard output; name a folder with "
                "--output, or draw them as one pdf"
            )
        return None
    parts = [part for part in picture.view.split("/") if part]
    own = "-".join([stem(picture.file), *parts])
    if output.file is None or _is_folder(output, several=several):
        return (output.file or picture.file.parent) / f"{own}{FORMATS[format_].suffixes[0]}"
    if not several:
        return output.file
    one_theory = all(other.file == picture.file for other in among)
    ending = ending_of(output.file)
    base, ending = output.file.name[: -len(ending)], output.file.name[-len(ending) :]
    return output.file.with_name("-".join([base, *(parts if one_theory else [own])]) + ending)


def _refuse_lost(jobs: Sequence[Job], output: Output) -> None:
    """Refuse to write over what is to be kept, and over what was written a moment ago."""
    targets = Counter(target for target, _ in jobs if target is not None)
    for target, times in targets.items():
        if times > 1:
            raise TocModelError(
                f"{times} pictures would be called '{target}'; draw their theories one by one"
            )
        check_file(target, force=output.force)


def _bytes(held: Sequence[Picture], format_: str, dpi: int, *, several: bool) -> bytes:
    if not (several and format_ == "pdf"):
        return held[0].drawing.to_bytes(format_, dpi=dpi)
    theories = list(dict.fromkeys(picture.theory for picture in held))
    titles = [picture.drawing.diagram.title for picture in held]
    if len(theories) > 1:
        titles = [
            title if title == picture.theory else f"{picture.theory}: {title}"
            for title, picture in zip(titles, held, strict=True)
        ]
    drawings = (picture.drawing for picture in held)
    return to_pdf(drawings, title=", ".join(theories), bookmarks=titles)


def _notes(held: Sequence[Picture]) -> Iterator[str]:
    for page, picture in enumerate(held, 1):
        for note in picture.drawing.notes:
            where = f"page {page}, '{picture.drawing.diagram.title}': " if len(held) > 1 else ""
            yield f"{where}{note}"
