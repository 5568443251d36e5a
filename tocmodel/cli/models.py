"""Theories named on the command line: files, folders, standard input, git revisions."""

import errno
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import click

from tocmodel.characters import terminal_text
from tocmodel.cli.failures import FINDINGS
from tocmodel.cli.progress_bar import tracked
from tocmodel.cli.publication import as_asked
from tocmodel.cli.streams import STDIN, has_colour, print_message
from tocmodel.diagnostics import TocModelError
from tocmodel.fileformat.document import Document
from tocmodel.fileformat.loading import read, reads
from tocmodel.formats import THEORY_SUFFIXES
from tocmodel.model import TheoryOfChange
from tocmodel.syntax import LARGEST
from tocmodel.system.theory_folders import TXT_SUFFIXES, theories_in

Made = TypeVar("Made")


def find_models(paths: Iterable[Path]) -> list[Path]:
    """Return the files to use; a folder means all theories in it and below it.

    Raises:
        TocModelError: a folder has no theory in it.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(theories_in(path).theories))
        else:
            found[path] = None
    return list(found)


def read_model(path: Path, *, stdin_name: str = "<stdin>") -> Document:
    """Read a model file, or standard input for ``-``; its name is the one to show."""
    if path == STDIN:
        return reads(standard_input(), stdin_name)
    document = read(shown(path))
    if path.name.endswith(TXT_SUFFIXES):
        name = terminal_text(path.name.removesuffix(".txt"))
        print_message(f"Note: the name of this file ends in .txt; call it '{name}'")
    return document


def for_each_file(
    paths: Sequence[Path], work: Callable[[Path], Made], *, doing: str
) -> tuple[list[Made], bool]:
    """Do some work with each file; return what it made, and whether it was possible with all.

    A file that cannot be read ends only itself; if there is no other, it ends the command.
    ``doing`` is the word beside a progress bar, such as ``Checking``.
    """
    made: list[Made] = []
    for path in tracked(paths, doing):
        try:
            made.append(work(path))
        except TocModelError as error:
            if len(paths) == 1:
                raise
            print_message(f"Error: {error}")
    return made, len(made) == len(paths)


def standard_input() -> bytes:
    """Return what is on standard input, up to the limit for a file and one byte more.

    Raises:
        TocModelError: it is closed or cannot be read.
    """
    try:
        return sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        reason = "it is closed" if error.errno == errno.EBADF else str(error.strerror).lower()
        raise TocModelError(
            f"cannot read standard input: {reason}; name a file, or give it a theory"
        ) from error


def theory_in(document: Document) -> TheoryOfChange | None:
    """Return the theory; if the file has none, show what is wrong with it.

    With ``--public``, it is the theory as it may be published.
    """
    if document.theory is None:
        from tocmodel.report.findings import CheckedFile, Report
        from tocmodel.report.findings.text import write

        file = CheckedFile(path=document.path, text=document.tree.text, findings=document.findings)
        text = write(Report(files=(file,)), colour=has_colour(sys.stderr))
        click.echo(text, err=True, nl=False, color=has_colour(sys.stderr))
        return None
    return as_asked(document.theory, document.path)


def require_theory(document: Document) -> TheoryOfChange:
    """Return the theory; if the file has none, show what is wrong with it and end."""
    theory = theory_in(document)
    if theory is None:
        raise click.exceptions.Exit(FINDINGS)
    return theory


def theory_at(file: Path, revision: str) -> TheoryOfChange:
    """Return the theory of a file at a git revision, with the files that it included then.

    If the file had no theory then, show what was wrong with it and end.
    """
    from tocmodel.system.revisions import read_revision

    text = read_revision(file, revision)
    document = reads(text, shown(file), fetch=lambda other: read_revision(other, revision))
    if document.theory is None:
        print_message(f"{shown(file)} as it was in revision {revision}:")
    return require_theory(document)


def shown(path: Path) -> str:
    """Return a path for display: relative to the current folder if it is below it."""
    here = Path.cwd()
    if path.is_absolute() and path.is_relative_to(here):
        return str(path.relative_to(here))
    return str(path)


def stem(path: Path) -> str:
    """Return a model's name without its ending.

    >>> stem(Path("zones/harbour.toc.yaml")), stem(Path("notes.yaml"))
    ('harbour', 'notes')
    """
    for suffix in THEORY_SUFFIXES:
        if path.name.endswith(suffix):
            return path.name.removesuffix(suffix)
    return path.stem
