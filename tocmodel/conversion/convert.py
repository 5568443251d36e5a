"""Read a file from elsewhere into a theory, and write a theory for another program."""

from collections.abc import Mapping
from pathlib import Path

from attrs import frozen

from tocmodel.conversion.choices import Choices
from tocmodel.conversion.faults import unreadable
from tocmodel.conversion.readers import find_reader
from tocmodel.conversion.sketch import Note
from tocmodel.conversion.to_theory import to_theory
from tocmodel.conversion.writers import left_out
from tocmodel.fileformat.dumping import SyntaxName, dumps
from tocmodel.fileformat.formatting import formatted_text
from tocmodel.fileformat.loading import TheoryLike, as_theory, reads
from tocmodel.formats import THEORY_SUFFIXES, WriterInput, find_format, format_of, names_from
from tocmodel.model import TheoryOfChange
from tocmodel.package import UnreadableFileError
from tocmodel.self_describing import SelfDescribing
from tocmodel.system.files import read_whole, write_atomically

LARGEST_FOREIGN = 64 * 1024 * 1024
"""The largest file from elsewhere that is read, in bytes; workbooks have a limit of their own."""


@frozen(kw_only=True)
class Conversion(SelfDescribing):
    """A theory made from a file of another program, and a report of how.

    Attributes:
        theory: the theory.
        format: the name of the format that was read, such as ``kumu``.
        notes: what was guessed, repaired or lost.
    """

    theory: TheoryOfChange
    format: str
    notes: tuple[Note, ...] = ()

    @property
    def text(self) -> str:
        """The text of a theory's file, as YAML."""
        return theory_text(self.theory)


def read_foreign(
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002  # the field's word
    kinds: Mapping[str, str] | None = None,
    merge_titles: bool = False,
    keep_positions: bool = False,
) -> Conversion:
    """Read a file of another program, such as a list of links, a logframe or a Kumu map.

    Args:
        path: the file.
        format: the name of its format, if its ending and content do not show it.
        kinds: the kind that a word of the file means: ``{"circle": "outcome"}``.
        merge_titles: whether elements with the same title become one.
        keep_positions: whether the positions of elements are kept as fields ``x`` and ``y``.

    Raises:
        ModelFileError: the file is damaged; it lists what is wrong and where.
        TocModelError: the file cannot be opened, or nothing reads a file of this kind.
    """
    choices = Choices(kinds=kinds or {}, merge_titles=merge_titles, keep_positions=keep_positions)
    return convert_bytes(read_source(path), str(path), format or "", choices)


def read_source(path: str | Path) -> bytes:
    """Return the content of a file from elsewhere.

    Raises:
        TocModelError: it cannot be opened, or is larger than any such file.
    """
    return read_whole(path, LARGEST_FOREIGN, "convert a part of it")


def convert_bytes(data: bytes, name: str, format_: str, choices: Choices) -> Conversion:
    """Turn the content of a file from elsewhere into a theory.

    Raises:
        ModelFileError: the file is damaged.
        TocModelError: nothing reads a file of this kind.
    """
    try:
        reader = find_reader(data, name, format_)
        if reader.is_whole:
            theory, notes = reader.read_whole(data, name)
            return Conversion(theory=theory, format=reader.name, notes=notes)
        sketch = reader.read(data, name, choices.kinds)
    except UnreadableFileError as error:
        raise unreadable(name, str(error), place=error.place, help_=error.help) from error
    made = to_theory(sketch, title_from(name), choices)
    return Conversion(theory=made.theory, format=reader.name, notes=made.notes)


def theory_text(theory: TheoryOfChange, syntax: SyntaxName = "yaml") -> str:
    """Return the text of a theory's file in its normal form."""
    return formatted_text(reads(dumps(theory, syntax), f"<text>.{syntax}"))


def title_from(name: str) -> str:
    """Return a title from a file's name.

    >>> title_from("maps/our_zone-2024.prsm"), title_from("-")
    ('our zone 2024', 'Untitled')
    """
    stem = Path(name).name.partition(".")[0].replace("_", " ").replace("-", " ")
    return " ".join(stem.split())[:200] or "Untitled"


def write_foreign(
    theory: TheoryLike,
    path: str | Path,
    *,
    format: str | None = None,  # noqa: A002  # as above
) -> tuple[Note, ...]:
    """Write a theory as a file for another program, and return what the file could not hold.

    Args:
        theory: the theory, its document or the path of its file.
        path: the file to write.
        format: the name of the format, if the ending does not decide it.

    Raises:
        TocModelError: the format is not known, or the file cannot be written.
    """
    written = as_theory(theory)
    names = names_from(WriterInput.THEORY)
    name = format_of(path, names, format, writes="a theory is written for other programs as")
    write_atomically(path, find_format(name, WriterInput.THEORY).to_bytes(written))
    return left_out(name, written)


def is_theory(path: str | Path) -> bool:
    """Whether a file's name is that of a theory.

    >>> is_theory("a.TOC.yaml"), is_theory("a.yaml")
    (True, False)
    """
    return str(path).lower().endswith(THEORY_SUFFIXES)
