"""Where an answer goes, and in which format: to standard output, or to the file that is named."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from tocmodel.cli.models import STDIN
from tocmodel.cli.streams import put, put_bytes, say
from tocmodel.diagnostics import TocModelError
from tocmodel.files import write_atomically

if TYPE_CHECKING:
    from tocmodel.diagram.matrix import Matrix


def is_for_stdout(output: Path | None) -> bool:
    """Say whether an answer goes to standard output.

    >>> is_for_stdout(None), is_for_stdout(Path("-")), is_for_stdout(Path("why.md"))
    (True, True, False)
    """
    return output is None or output == STDIN


def format_for(output: Path | None, wanted: str | None, endings: Mapping[str, str]) -> str:
    """Return the format that is wanted, else that of the file's ending, else text.

    >>> format_for(Path("why.MD"), None, {".md": "markdown"}), format_for(None, None, {})
    ('markdown', 'text')

    Raises:
        TocModelError: the ending says no format.
    """
    if wanted or output is None or is_for_stdout(output):
        return wanted or "text"
    found = endings.get(output.suffix.lower())
    if found is None:
        raise TocModelError(
            f"the ending of '{output.name}' says no format; end it in {', '.join(endings)}, or "
            "name one with --format"
        )
    return found


def table_bytes(matrix: "Matrix", format_: str) -> bytes:
    """Return a table in a format; what is to be said of a picture of it is said.

    Raises:
        TocModelError: there is too much in it for a picture.
    """
    from tocmodel.drawing import draw_matrix
    from tocmodel.render import FROM_SCENE

    drawing = draw_matrix(matrix)
    data = drawing.to_bytes(format_)
    for note in drawing.notes if format_ in FROM_SCENE else ():
        say(f"Note: {note}")
    return data


def deliver(answer: str | bytes, output: Path | None = None, *, colour: bool = False) -> None:
    """Write an answer to standard output, or to a file, and say so.

    Raises:
        TocModelError: the file cannot be written.
    """
    if output is not None and not is_for_stdout(output):
        write_atomically(output, answer)
        say(f"Wrote {output}")
    elif isinstance(answer, bytes):
        put_bytes(answer)
    else:
        put(answer, colour=colour)
