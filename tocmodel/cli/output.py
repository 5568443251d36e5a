"""The destination and format of an answer: standard output, or a named file."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve, frozen
from click.core import ParameterSource

from tocmodel.characters import terminal_text
from tocmodel.cli.options import A_PATH
from tocmodel.cli.overwriting import refusal
from tocmodel.cli.streams import STDIN, has_colour, print_bytes, print_message, print_result
from tocmodel.diagnostics import TocModelError, listed
from tocmodel.formats import (
    SOURCE_SUFFIXES,
    Format,
    WriterInput,
    ending_of,
    find_format,
    format_of,
    names_from,
)
from tocmodel.system.files import files_read, in_the_manner_of, read_again, write_atomically

if TYPE_CHECKING:
    from tocmodel.diagram.brand import Brand
    from tocmodel.drawing import Drawing, MatrixDrawing, ProgressDrawing
    from tocmodel.tables.matrix import Matrix

Command = Callable[..., Any]

_WITH_PICTURES = (WriterInput.SCENE, WriterInput.DRAWING, WriterInput.DOCUMENT)
"""The inputs with a picture in them, for which a user may name fonts."""


@frozen(kw_only=True)
class OutputOptions:
    """The destination of an answer, from ``--output``, ``--format`` and ``--force``.

    Attributes:
        path: the file; ``None`` or ``-`` for standard output.
        sources: the inputs that the command can make; it offers the formats that take one of them.
        usual: the default format.
        wanted: the format that ``--format`` names.
        force: whether an existing theory may be replaced.
        writes: the words before the endings in a message.
        font: the fonts that ``--font`` names, for a command that draws.
    """

    path: Path | None = None
    sources: tuple[WriterInput, ...] = ()
    usual: str = "text"
    wanted: str | None = None
    force: bool = False
    writes: str = "this command writes"
    font: tuple[Path, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The formats in which the command can answer."""
        return names_from(*self.sources)

    @property
    def file(self) -> Path | None:
        """The file to write; ``None`` for standard output.

        >>> OutputOptions(path=Path("-")).file, OutputOptions(path=Path("why.md")).file
        (None, PosixPath('why.md'))
        """
        return None if self.path == STDIN else self.path

    @property
    def format(self) -> str:
        """The format of the answer.

        Raises:
            TocModelError: the command has no format with the file's ending.
        """
        if self.wanted is not None and self.wanted not in self.names:
            raise TocModelError(f"{self.writes} {listed(self.names)}, not {self.wanted}")
        file = self.file
        if file is None or _is_device(file):
            return self.wanted or (self.usual if self.usual in self.names else self.names[0])
        if file.is_dir():
            raise TocModelError(f"'{terminal_text(str(file))}' is a folder; name a file in it")
        if self.wanted and self.force and ending_of(file) in SOURCE_SUFFIXES:
            return self.wanted
        return format_of(file, self.names, self.wanted, writes=self.writes)

    @property
    def kind(self) -> Format:
        """The format of the answer, and its input.

        Raises:
            TocModelError: the command has no format with the file's ending.
        """
        return find_format(self.format, *self.sources)

    def only(self, *sources: WriterInput, writes: str = "") -> "OutputOptions":
        """Return the same for an answer that can be made only from these inputs."""
        return evolve(self, sources=sources, writes=writes or self.writes)

    def fonts_for(self, file: Path, format_: str) -> tuple[Path, ...]:
        """Return the fonts for a picture of a model file: those named, or those of the project.

        Raises:
            TocModelError: the configuration of the project has a mistake.
        """
        from tocmodel.config import find_config

        if format_ not in names_from(*_WITH_PICTURES):
            return ()
        return self.font or find_config(file.parent).font

    def brand_for(self, file: Path, format_: str) -> "Brand | None":
        """Return the colours and the logo for a picture of a model file, if its project has them.

        Raises:
            TocModelError: the configuration of the project has a mistake, or the logo cannot be
                used.
        """
        from tocmodel.config import find_config
        from tocmodel.drawing.logo import brand_of

        with_colours = names_from(*_WITH_PICTURES, WriterInput.DIAGRAM)
        return brand_of(find_config(file.parent)) if format_ in with_colours else None

    def deliver_table(self, matrix: "Matrix", file: Path, format_: str) -> None:
        """Write a table of a model file in a format, with the fonts and colours of its project.

        Raises:
            TocModelError: the configuration of the project has a mistake, there is too much for a
                picture, or the file cannot be written.
        """
        fonts, brand = self.fonts_for(file, format_), self.brand_for(file, format_)
        self.deliver(table_bytes(matrix, format_, fonts, brand))

    def deliver(self, answer: str | bytes, *, colour: bool = False, replaces: bool = True) -> None:
        """Write an answer to standard output, or to the file, and report the file.

        Raises:
            TocModelError: the file must not be overwritten, or cannot be written.
        """
        _ = self.format  # raises if the name of the file has another format's ending
        if self.file is not None:
            write_file(self.file, answer, force=self.force, replaces=replaces)
            print_message(f"Wrote {self.file}")
        elif isinstance(answer, bytes):
            print_bytes(answer)
        else:
            print_result(answer, colour=colour)

    def deliver_made(self, *made: Any) -> None:
        """Write the answer in the requested format; several answers are written one below another.

        Text for a terminal is in colour.

        Args:
            made: the input of the format: an outline, a report, plain data.

        Raises:
            TocModelError: the file must not be overwritten, or cannot be written.
        """
        kind = self.kind
        has_colours = kind.name == "text" and kind.source in (
            WriterInput.OUTLINE,
            WriterInput.FINDINGS,
        )
        colour = has_colours and self.file is None and has_colour(sys.stdout)
        options = {"colour": True} if colour else {}
        first, *others = (kind.write(one, **options) for one in made)
        answer = "\n".join(map(str, (first, *others))) if others else first
        self.deliver(answer, colour=colour)


def output_options(
    *sources: WriterInput,
    usual: str | None = None,
    output: str = "The file to write (- for standard output).",
    format_: str = "The output format.",
    force: str = (
        "Overwrite an existing theory or framework, but never a file that this command reads."
    ),
) -> Callable[[Command], Command]:
    """Give a command ``--output``, ``--format`` and ``--force``, as one argument ``output``.

    A command that can draw a picture also gets ``--font``.

    Args:
        sources: the inputs it can make, such as an outline or a scene; it offers every format that
            ``tocmodel.formats`` makes from these. If there is only one, there is no ``--format``.
        usual: the default format; without it, the first.
        output: help for ``--output``.
        format_: help for ``--format``, without its default.
        force: help for ``--force``.
    """
    names = names_from(*sources)
    usual = usual or names[0]

    def decorate(command: Command) -> Command:
        @wraps(command)
        def answered(**given: Any) -> Any:
            named = given.pop("format", None)
            context = click.get_current_context()
            # The ending of a file counts more than a preference set in the environment.
            is_habit = context.get_parameter_source("format") is ParameterSource.ENVIRONMENT
            where = OutputOptions(
                path=given.pop("output"),
                sources=sources,
                usual=(is_habit and named) or usual,
                wanted=None if is_habit else named,
                force=given.pop("force"),
                font=given.pop("font", ()),
            )
            return command(output=where, **given)

        made: Command = answered
        for option in _options(
            sources,
            output,
            f"{format_}  [default: from the ending of --output, else {usual}]",
            force,
        ):
            made = option(made)
        return made

    return decorate


def _options(
    sources: tuple[WriterInput, ...], output: str, format_: str, force: str
) -> list[Callable[[Command], Command]]:
    names = names_from(*sources)
    flag = click.option("--force", is_flag=True, help=force)
    path = click.option("--output", "-o", type=A_PATH, help=output)
    kind = click.option("--format", "-f", type=click.Choice(names), help=format_)
    font = click.option(
        "--font",
        type=A_PATH,
        multiple=True,
        metavar="FILE",
        help="A font file for pictures (.ttf, .otf). Repeat it for bold, or for other scripts.  "
        "[default: 'font' in tocmodel.toml]",
    )
    return [
        *[font] * any(source in sources for source in _WITH_PICTURES),
        flag,
        path,
        *[kind] * (len(names) > 1),
    ]


def check_file(path: Path, *, force: bool = False, replaces: bool = True) -> None:
    """Refuse a file that may not be written.

    Raises:
        TocModelError: the command reads it, or only ``--force`` may replace it.
    """
    context = click.get_current_context(silent=True)
    found = refusal(
        path,
        read=files_read(),
        command=_name(context),
        parameters=context.params if context else None,
        force=force,
        replaces=replaces,
    )
    if found:
        raise TocModelError(found)


def write_file(
    path: Path, data: str | bytes, *, force: bool = False, replaces: bool = True
) -> None:
    """Write a file, whole or not at all, if nothing is lost by it; every command uses this.

    Args:
        path: the file.
        data: its new contents.
        force: whether ``--force`` is given.
        replaces: whether a file of this name is usually replaced.

    Raises:
        TocModelError: the file must not be overwritten, or cannot be written.
    """
    check_file(path, force=force, replaces=replaces)
    is_new = not (replaces or force or path.exists())
    _write(path, data, expected=read_again(path), is_new=is_new)


def change_file(path: Path, text: str) -> None:
    """Write a changed text over the file that the command has read in order to change it.

    Raises:
        TocModelError: the file cannot be written, or has changed since it was read.
    """
    check_file(path)
    old = read_again(path)
    if old is None:
        raise ValueError(f"{path} was not read, so it cannot be changed")
    _write(path, in_the_manner_of(old, text), expected=old)


def _write(path: Path, data: str | bytes, *, expected: bytes | None, is_new: bool = False) -> None:
    for note in write_atomically(path, data, expected=expected, is_new=is_new):
        print_message(f"Note: {path}: {note}")


def _name(context: click.Context | None) -> str:
    """Return the name of the command without the program's: ``story read``."""
    names: list[str] = []
    while context is not None and context.parent is not None:
        names.insert(0, context.info_name or "")
        context = context.parent
    return " ".join(names)


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def table_bytes(
    matrix: "Matrix",
    format_: str,
    fonts: tuple[Path, ...] = (),
    brand: "Brand | None" = None,
) -> bytes:
    """Return a table in a format, and print the notes on its picture.

    Args:
        matrix: the table.
        format_: the format.
        fonts: the user's own fonts, for a picture.
        brand: the project's own colours and logo, for a picture.

    Raises:
        TocModelError: there is too much in it for a picture.
    """
    from tocmodel.drawing import draw_matrix

    return drawing_bytes(draw_matrix(matrix, font=fonts, brand=brand), format_)


def drawing_bytes(drawing: "Drawing | MatrixDrawing | ProgressDrawing", format_: str) -> bytes:
    """Return a drawing in a format, and print the notes on its picture.

    Raises:
        TocModelError: there is too much in it for a picture.
    """
    data = drawing.to_bytes(format_)
    for note in drawing.notes if format_ in names_from(WriterInput.SCENE) else ():
        print_message(f"Note: {note}")
    return data
