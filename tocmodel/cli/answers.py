"""Where an answer goes, and in which format: to standard output, or to the file that is named."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import evolve
from click.core import ParameterSource

from tocmodel.cli.options import A_PATH
from tocmodel.cli.overwriting import refusal
from tocmodel.cli.streams import STDIN, put, put_bytes, say
from tocmodel.diagnostics import TocModelError, listed, printable
from tocmodel.files import files_read, write_atomically, write_keeping_line_ends
from tocmodel.formats import SOURCE_SUFFIXES, ending_of, format_of
from tocmodel.render import FROM_SCENE
from tocmodel.values import frozen

if TYPE_CHECKING:
    from tocmodel.diagram.matrix import Matrix

Command = Callable[..., Any]


@frozen(kw_only=True)
class Output:
    """Where an answer goes, as ``--output``, ``--format`` and ``--force`` say it.

    Attributes:
        path: the file; ``None`` or ``-`` for standard output.
        names: the formats in which the command can answer.
        usual: the one that is taken where nothing says which.
        wanted: the one that ``--format`` names.
        force: whether a theory that is there may be replaced.
        writes: how a message lists the endings.
        font: the fonts that ``--font`` names, of a command that draws.
    """

    path: Path | None = None
    names: tuple[str, ...] = ()
    usual: str = "text"
    wanted: str | None = None
    force: bool = False
    writes: str = "this command writes"
    font: tuple[Path, ...] = ()

    @property
    def file(self) -> Path | None:
        """The file to write; ``None`` for standard output.

        >>> Output(path=Path("-")).file, Output(path=Path("why.md")).file
        (None, PosixPath('why.md'))
        """
        return None if self.path == STDIN else self.path

    @property
    def format(self) -> str:
        """The format in which to answer.

        Raises:
            TocModelError: the ending of the file asks for none of the command's formats.
        """
        if self.wanted is not None and self.wanted not in self.names:
            raise TocModelError(f"{self.writes} {listed(self.names)}, not {self.wanted}")
        file = self.file
        if file is None or _is_device(file):
            return self.wanted or (self.usual if self.usual in self.names else self.names[0])
        if file.is_dir():
            raise TocModelError(f"'{printable(str(file))}' is a folder; name a file in it")
        if self.wanted and self.force and ending_of(file) in SOURCE_SUFFIXES:
            return self.wanted
        return format_of(file, self.names, self.wanted, writes=self.writes)

    def only(self, *names: str, writes: str = "this writes") -> "Output":
        """Return the same for a question that can be answered in these formats only."""
        return evolve(self, names=names, writes=writes)

    def fonts_for(self, file: Path, format_: str) -> tuple[Path, ...]:
        """Return the fonts for a picture of a model file: those named, else those of the project.

        Raises:
            TocModelError: the configuration of the project is not as it should be.
        """
        from tocmodel.config import find_config

        if format_ not in FROM_SCENE:
            return ()
        return self.font or find_config(file.parent).font

    def deliver(self, answer: str | bytes, *, colour: bool = False, replaces: bool = True) -> None:
        """Write an answer to standard output, or to the file, and say so.

        Raises:
            TocModelError: the file may not be written over, or cannot be written.
        """
        _ = self.format  # raises where the name of the file asks for another kind
        if self.file is not None:
            write_file(self.file, answer, force=self.force, replaces=replaces)
            say(f"Wrote {self.file}")
        elif isinstance(answer, bytes):
            put_bytes(answer)
        else:
            put(answer, colour=colour)


def answers_in(
    *names: str,
    usual: str | None = None,
    output: str = "The file to write; - writes to standard output.",
    format_: str = "The kind of file.",
    force: str = "Replace a theory or framework that exists. A file being read is never replaced.",
) -> Callable[[Command], Command]:
    """Give a command ``--output``, ``--format`` and ``--force``; it gets ``output``, an ``Output``.

    A command that can answer with a picture gets ``--font`` as well.

    Args:
        names: the formats in which it can answer; with a single one there is no ``--format``.
        usual: the format that is taken where nothing says which; else the first.
        output: help for ``--output``.
        format_: help for ``--format``, without its default.
        force: help for ``--force``.
    """
    usual = usual or names[0]

    def decorate(command: Command) -> Command:
        @wraps(command)
        def answered(**given: Any) -> Any:
            named = given.pop("format", None)
            context = click.get_current_context()
            # The ending of a file goes before a habit, which is what the environment holds.
            is_habit = context.get_parameter_source("format") is ParameterSource.ENVIRONMENT
            where = Output(
                path=given.pop("output"),
                names=names,
                usual=(is_habit and named) or usual,
                wanted=None if is_habit else named,
                force=given.pop("force"),
                font=given.pop("font", ()),
            )
            return command(output=where, **given)

        made: Command = answered
        for option in _options(
            names, output, f"{format_}  [default: by the ending of --output, else {usual}]", force
        ):
            made = option(made)
        return made

    return decorate


def _options(
    names: tuple[str, ...], output: str, format_: str, force: str
) -> list[Callable[[Command], Command]]:
    flag = click.option("--force", is_flag=True, help=force)
    path = click.option("--output", "-o", type=A_PATH, help=output)
    kind = click.option("--format", "-f", type=click.Choice(names), help=format_)
    font = click.option(
        "--font",
        type=A_PATH,
        multiple=True,
        metavar="FILE",
        help="A font for pictures (.ttf, .otf), for other scripts or your own style. "
        "Repeatable, as for bold.  [default: 'font' in tocmodel.toml]",
    )
    draws = not set(FROM_SCENE).isdisjoint(names)
    return [*[font] * draws, flag, path, *[kind] * (len(names) > 1)]


def check_file(path: Path, *, force: bool = False, replaces: bool = True) -> None:
    """Say that a file may not be written, where it may not.

    Raises:
        TocModelError: it is one that the command reads, or one that only ``--force`` replaces.
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
    """Write a file, whole or not at all, where that loses nothing; every command writes by this.

    Args:
        path: the file.
        data: what it is to hold.
        force: whether the person said ``--force``.
        replaces: whether a file of this name is usually replaced.

    Raises:
        TocModelError: the file may not be written over, or cannot be written.
    """
    check_file(path, force=force, replaces=replaces)
    write_atomically(path, data)


def change_file(path: Path, text: str) -> None:
    """Write a changed text over the file that the command is there to change.

    Raises:
        TocModelError: the file cannot be written.
    """
    check_file(path)
    write_keeping_line_ends(path, text)


def _name(context: click.Context | None) -> str:
    """Return the name of the command without the program's: ``story read``."""
    names: list[str] = []
    while context is not None and context.parent is not None:
        names.insert(0, context.info_name or "")
        context = context.parent
    return " ".join(names)


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def table_bytes(matrix: "Matrix", format_: str, fonts: tuple[Path, ...] = ()) -> bytes:
    """Return a table in a format; what is to be said of a picture of it is said.

    Args:
        matrix: the table.
        format_: the format.
        fonts: fonts of one's own, for a picture.

    Raises:
        TocModelError: there is too much in it for a picture.
    """
    from tocmodel.drawing import draw_matrix

    drawing = draw_matrix(matrix, font=fonts)
    data = drawing.to_bytes(format_)
    for note in drawing.notes if format_ in FROM_SCENE else ():
        say(f"Note: {note}")
    return data
